// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layer_use.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace rotascope {
namespace {

constexpr int mostLayers = 100'000;
constexpr const char* full = "full_attention";
constexpr const char* sliding = "sliding_attention";

// Whether layer `i` has full attention, in classes that have it in every n-th layer.
bool isEveryNth(int i, int n)
{
    return (i + 1) % n == 0;
}

// The kind of each layer; empty where the file does not tell.
std::vector<std::string> kindsOfLayers(FieldReader& top, int layerCount)
{
    std::vector<std::string> kinds = top.strings("layer_types");
    if (!kinds.empty()) {
        return kinds;
    }
    for (const int isSliding : top.list<int>("hybrid_layer_pattern", 0, 1)) { // MiMo 2
        kinds.emplace_back(isSliding == 1 ? sliding : full);
    }
    if (!kinds.empty()) {
        return kinds;
    }
    const std::optional<int> first = top.number<int>("global_attn_every_n_layers"); // ModernBERT: 0, n, 2n, ...
    const bool isPattern = top.has("sliding_window_pattern") && !top.isText("sliding_window_pattern");
    const std::optional<int> last = isPattern ? top.number<int>("sliding_window_pattern") : std::nullopt; // Gemma 3: n-1, 2n-1, ...
    const int n = first.value_or(last.value_or(0));
    for (int i = 0; n > 0 && i < layerCount; ++i) {
        kinds.emplace_back((first ? i % n == 0 : isEveryNth(i, n)) ? full : sliding);
    }
    return kinds;
}

// Whether each layer rotates, where a field says so; empty where none does.
std::vector<int> statedRotation(FieldReader& top, const std::string& modelType, int layerCount)
{
    std::vector<int> rotates = top.list<int>("no_rope_layers", 0, 1);
    const bool isKnown = modelType == "llama4_text" || modelType == "smollm3";
    const bool isEmptyList = top.isList("no_rope_layers") && rotates.empty();
    // To Llama 4 an empty list counts as missing; SmolLM 3 takes it as it is.
    if (!rotates.empty() || !isKnown || (isEmptyList && modelType == "smollm3")) {
        return rotates;
    }
    const int interval = top.number<int>("no_rope_layer_interval").value_or(4);
    for (int i = 0; interval > 0 && i < layerCount; ++i) {
        rotates.push_back(isEveryNth(i, interval) ? 0 : 1);
    }
    return rotates;
}

// Classes that rotate layers with a sliding window alone.
bool rotatesSlidingAlone(FieldReader& top, const std::string& modelType)
{
    constexpr std::array<std::string_view, 4> types = {"cohere2", "cohere2_moe", "exaone4", "exaone_moe"};
    return std::ranges::find(types, modelType) != types.end() && top.has("sliding_window");
}

struct ClassWindow {
    std::string_view modelType;
    std::int64_t window;
};

// What configuration classes fill in; mimo_v2_flash counts the token itself as well.
constexpr std::array<ClassWindow, 23> classWindows = {{{"beam", 512}, {"cohere2", 4096}, {"cohere2_moe", 4096}, {"deepseek_v4", 128},
    {"diffusion_gemma_text", 512}, {"dots3_note_text", 512}, {"embedding_gemma2_text", 512}, {"exaone4", 4096}, {"exaone_moe", 4096},
    {"gemma3_text", 4096}, {"gemma3n_text", 512}, {"gemma4_text", 512}, {"gemma4_unified_text", 1024}, {"laguna", 512}, {"lfm3", 256},
    {"mellum", 1024}, {"mimo_v2_flash", 129}, {"modernbert", 64}, {"modernbert-decoder", 64}, {"olmo3", 4096}, {"t5gemma2_decoder", 4096},
    {"t5gemma2_text", 4096}, {"ultrabert", 128}}};

// Of the layers that slide; none where it is not told.
std::optional<std::int64_t> windowOf(FieldReader& top, const std::string& modelType)
{
    for (const char* const field : {"sliding_window", "sliding_window_size"}) {
        if (top.has(field) && !top.isList(field)) {
            return top.number<std::int64_t>(field);
        }
    }
    if (const std::optional<std::int64_t> both = top.number<std::int64_t>("local_attention")) { // ModernBERT: to both sides
        return *both / 2;
    }
    const auto* const known = std::ranges::find(classWindows, modelType, &ClassWindow::modelType);
    return known == classWindows.end() ? std::nullopt : std::optional(known->window);
}

void addWindow(LayerUse& use, const std::string& rope, std::optional<std::int64_t> window)
{
    if (window.value_or(0) > 0) { // 0 and less mean no window
        use.windows[rope] = *window;
    }
}

// Whether the layers that are named so slide: "sliding_attention", "hybrid_sliding"; DeepSeek V4's "main" RoPE is for such layers.
bool slides(std::string_view kind, std::string_view modelType)
{
    return kind == sliding || kind == "hybrid_sliding" || (kind == "main" && modelType == "deepseek_v4");
}

// The kind of all layers of a class that has several kinds, and takes this one for a file that names none; empty: another, or several.
std::string kindOfAll(std::string_view modelType)
{
    constexpr std::array<std::string_view, 4> types = {"laguna", "mellum", "step3p5", "step3p7_text"};
    const bool isFull = std::ranges::find(types, modelType) != types.end();
    return isFull ? full : modelType == "zaya" ? "hybrid" : "";
}

// Each RoPE is for the layers of the kind that it is named after.
LayerUse useOfSeveral(
    FieldReader& top, const std::string& modelType, const std::vector<std::string>& kinds, std::span<const std::string> ropes)
{
    LayerUse use;
    if (kinds.empty()) {
        use.only = kindOfAll(modelType);
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        use.layers[kinds[i]].push_back(static_cast<int>(i));
    }
    for (const std::string& rope : ropes) {
        if (slides(rope, modelType)) {
            addWindow(use, rope, windowOf(top, modelType));
        }
    }
    return use;
}

LayerUse useOfOne(FieldReader& top, const std::string& modelType, const std::vector<std::string>& kinds, int layerCount)
{
    std::vector<int> rotates = statedRotation(top, modelType, layerCount);
    if (rotates.empty() && rotatesSlidingAlone(top, modelType)) {
        std::ranges::transform(kinds, std::back_inserter(rotates), [](const std::string& kind) { return kind == sliding ? 1 : 0; });
    }
    if (rotates.empty()) {
        rotates.assign(static_cast<std::size_t>(layerCount), 1);
    }
    LayerUse use;
    for (std::size_t i = 0; i < rotates.size(); ++i) {
        (rotates[i] != 0 ? use.layers["main"] : use.unrotated).push_back(static_cast<int>(i));
    }
    const auto isSliding = [&](int layer) {
        return static_cast<std::size_t>(layer) < kinds.size() && slides(kinds[static_cast<std::size_t>(layer)], modelType);
    };
    if (const auto main = use.layers.find("main"); main != use.layers.end() && std::ranges::all_of(main->second, isSliding)) {
        addWindow(use, "main", windowOf(top, modelType));
    }
    return use;
}

} // namespace

LayerUse layerUseOf(FieldReader& top, std::span<const std::string> ropes)
{
    const std::string modelType = top.string("model_type").value_or("");
    const int layerCount = std::clamp(top.number<int>({"num_hidden_layers", "n_layer", "n_layers"}).value_or(0), 0, mostLayers);
    const std::vector<std::string> kinds = kindsOfLayers(top, layerCount);
    const bool isOneForAll = ropes.size() == 1 && ropes.front() == "main";
    return isOneForAll ? useOfOne(top, modelType, kinds, layerCount) : useOfSeveral(top, modelType, kinds, ropes);
}

} // namespace rotascope
