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
    // An empty list is none to Llama 4, and one without RoPE nowhere to SmolLM 3.
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

} // namespace

LayerUse layerUseOf(FieldReader& top, bool hasSeveralRopes)
{
    const std::string modelType = top.string("model_type").value_or("");
    const int layerCount = std::clamp(top.number<int>({"num_hidden_layers", "n_layer", "n_layers"}).value_or(0), 0, mostLayers);
    const std::vector<std::string> kinds = kindsOfLayers(top, layerCount);
    LayerUse use;
    if (hasSeveralRopes) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            use.layers[kinds[i]].push_back(static_cast<int>(i));
        }
        return use;
    }
    std::vector<int> rotates = statedRotation(top, modelType, layerCount);
    if (rotates.empty() && rotatesSlidingAlone(top, modelType)) {
        std::ranges::transform(kinds, std::back_inserter(rotates), [](const std::string& kind) { return kind == sliding ? 1 : 0; });
    }
    if (rotates.empty()) {
        rotates.assign(static_cast<std::size_t>(layerCount), 1);
    }
    for (std::size_t i = 0; i < rotates.size(); ++i) {
        (rotates[i] != 0 ? use.layers["main"] : use.unrotated).push_back(static_cast<int>(i));
    }
    return use;
}

} // namespace rotascope
