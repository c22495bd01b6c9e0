// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layered_classes.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

using Ropes = std::array<LayerRope, 2>;

constexpr Ropes gemma3 = {{{.name = "full_attention", .thetaField = "rope_theta", .ropeTheta = 1e6},
    {.name = "sliding_attention", .thetaField = "rope_local_base_freq", .ropeTheta = 1e4, .isScaled = false}}};
// ModernBERT scales both kinds of layers.
constexpr Ropes modernBert = {{{.name = "full_attention", .thetaField = "global_rope_theta", .ropeTheta = 1.6e5},
    {.name = "sliding_attention", .thetaField = "local_rope_theta", .ropeTheta = 1e4}}};
// Whatever base the file has, that of the sliding layers is the class's own.
constexpr Ropes olmo3 = {{{.name = "full_attention", .thetaField = "rope_theta", .ropeTheta = 5e5},
    {.name = "sliding_attention", .thetaField = nullptr, .ropeTheta = 5e5, .isScaled = false}}};
constexpr Ropes mimo2 = {{{.name = "full_attention", .thetaField = "rope_theta", .ropeTheta = 5e6, .partialRotaryFactor = 0.334},
    {.name = "sliding_attention", .thetaField = "swa_rope_theta", .ropeTheta = 1e4, .partialRotaryFactor = 0.334, .isScaled = false}}};
// Transformers' own class reads none of the fields on top; the code that comes with the model does.
constexpr Ropes mimo2Flash = {{{.name = "full_attention", .thetaField = nullptr, .ropeTheta = 5e6, .partialRotaryFactor = 0.334},
    {.name = "sliding_attention", .thetaField = nullptr, .ropeTheta = 1e4, .partialRotaryFactor = 0.334, .isScaled = false}}};
constexpr Ropes step3 = {{{.name = "full_attention", .thetaField = "rope_theta", .ropeTheta = 1e4},
    {.name = "sliding_attention", .thetaField = "rope_theta", .ropeTheta = 1e4, .isScaled = false}}};
constexpr Ropes dots3 = {{{.name = "indexed_attention", .thetaField = "rope_theta", .ropeTheta = 8e7},
    {.name = "sliding_attention", .thetaField = "swa_rope_theta", .ropeTheta = 5e4}}};
constexpr Ropes laguna = {{{.name = "full_attention", .thetaField = nullptr, .ropeTheta = 5e5, .partialRotaryFactor = 0.5},
    {.name = "sliding_attention", .thetaField = nullptr, .ropeTheta = 1e4, .isScaled = false}}};
constexpr Ropes mellum = {{{.name = "full_attention", .thetaField = nullptr, .ropeTheta = 5e5},
    {.name = "sliding_attention", .thetaField = nullptr, .ropeTheta = 1e4, .isScaled = false}}};
constexpr Ropes neomme = {{{.name = "full_attention", .thetaField = "rope_theta", .ropeTheta = 1e6, .partialRotaryFactor = 0.25},
    {.name = "sliding_attention", .thetaField = "rope_theta", .ropeTheta = 1e4, .isScaled = false}}};
constexpr Ropes embeddingGemma2 = {{{.name = "full_attention", .thetaField = nullptr, .ropeTheta = 1e6},
    {.name = "sliding_attention", .thetaField = nullptr, .ropeTheta = 1e4, .isScaled = false}}};
// Layers that compress what they look at, and those with a sliding window alone.
constexpr Ropes deepseek4 = {{{.name = "main",
                                  .thetaField = "rope_theta",
                                  .ropeTheta = 1e4,
                                  .partialRotaryFactor = 0.125,
                                  .isScaled = false},
    {.name = "compress", .thetaField = "compress_rope_theta", .ropeTheta = 1.6e5, .partialRotaryFactor = 0.125, .hasNoMagnitude = true}}};

struct LayeredClass {
    std::string_view modelType;
    const Ropes* ropes;
};

constexpr std::array<LayeredClass, 17> classes
    = {{{"deepseek_v4", &deepseek4}, {"dots3_note_text", &dots3}, {"embedding_gemma2_text", &embeddingGemma2}, {"gemma3_text", &gemma3},
        {"gemma3n_text", &gemma3}, {"laguna", &laguna}, {"mellum", &mellum}, {"mimo_v2", &mimo2}, {"mimo_v2_flash", &mimo2Flash},
        {"modernbert", &modernBert}, {"modernbert-decoder", &modernBert}, {"neomme", &neomme}, {"olmo3", &olmo3}, {"step3p5", &step3},
        {"step3p7_text", &step3}, {"t5gemma2_decoder", &gemma3}, {"t5gemma2_text", &gemma3}}};

constexpr std::array<TellingField, 4> tellingFields
    = {{{"rope_local_base_freq", gemma3}, {"local_rope_theta", modernBert}, {"swa_rope_theta", mimo2}, {"compress_rope_theta", deepseek4}}};

} // namespace

std::span<const LayerRope> layerRopesOf(std::string_view modelType)
{
    const auto* const found = std::ranges::find(classes, modelType, &LayeredClass::modelType);
    return found == classes.end() ? std::span<const LayerRope>() : std::span<const LayerRope>(*found->ropes);
}

bool needsObjectForEach(std::string_view modelType)
{
    constexpr std::array<std::string_view, 11> types = {"beam", "diffusion_gemma_text", "embedding_gemma2_text", "gemma4_text",
        "gemma4_unified_text", "laguna", "lfm3", "mellum", "mimo_v2_flash", "neomme", "zaya"};
    return std::ranges::find(types, modelType) != types.end();
}

std::span<const TellingField> fieldsThatTell()
{
    return tellingFields;
}

} // namespace rotascope
