// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/own_frequencies.h"

#include "core/scaling/transformers_scaling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

namespace rotascope {
namespace {

// Model types (of Transformers 5.23) whose yarn, linear or dynamic scaling was trained, not added by whoever runs the model: those whose
// published configurations state it as part of the model. A new model of this kind is added by hand.
constexpr std::array<std::string_view, 19> trainedTypes = {"deepseek_v2", "deepseek_v3", "deepseek_v32", "deepseek_v4", "gemma3_text",
    "gemma3n_text", "glm4_moe_lite", "gpt_oss", "kimi_k2", "longcat_flash", "minicpm3", "ministral3", "mistral4", "mistral_large4_text",
    "olmo3", "openai_privacy_filter", "step3p5", "step3p7_text", "t5gemma2_text"};

} // namespace

bool isTrainedScaling(const RopeConfig& rope)
{
    const std::string& type = rope.ropeType;
    return type == "rope_freqs" || !rope.scaling.factors.empty() || type == "longrope"
        || (type == "llama3" && !rope.modelType.starts_with("qwen"))
        || (type != "default" && std::ranges::find(trainedTypes, rope.modelType) != trainedTypes.end());
}

double softmaxFactorOf(const RopeConfig& rope)
{
    const double factor = rope.scaling.factor.value_or(1.0);
    const double mscale = rope.scaling.mscaleAllDim.value_or(0.0);
    if (!rope.isLatentAttention || rope.ropeType != "yarn" || mscale == 0.0 || factor <= 1.0) {
        return 1.0;
    }
    const double magnitude = 0.1 * mscale * std::log(factor) + 1.0;
    return magnitude * magnitude;
}

OwnFrequencies recordedFrequencies(const RopeConfig& recorded)
{
    constexpr double sameFactor = 1e-6; // recorded frequencies are float32
    OwnFrequencies own{.invFreq = {}, .factors = {}, .attentionFactor = recorded.attentionFactor, .softmaxFactor = {}};
    std::ranges::transform(
        recorded.invFreq, std::back_inserter(own.invFreq), [](double frequency) { return static_cast<float>(frequency); });
    if (!recorded.ropeTheta && recorded.ropeType != "default") {
        return own;
    }
    const std::vector<double> unscaled = recorded.ropeTheta ? standardInvFreq(*recorded.ropeTheta, recorded.rotaryDim) : recorded.invFreq;
    for (std::size_t i = 0; i < unscaled.size(); ++i) {
        const double factor = unscaled[i] / recorded.invFreq[i]; // infinite: frozen
        own.factors.push_back(std::abs(factor - 1.0) <= sameFactor || unscaled[i] == recorded.invFreq[i] ? 1.0 : factor);
    }
    return own;
}

Expected<OwnFrequencies> ownFrequencies(const RopeConfig& rope, std::int64_t sequenceLength)
{
    return transformersScaling(rope, sequenceLength).and_then([&](const ScalingTable& table) {
        // A recording may know its frequencies alone.
        const Expected<std::vector<float>> invFreq
            = rope.ropeTheta ? transformersInvFreq(rope, sequenceLength) : Expected<std::vector<float>>(float32InvFreq(rope, table));
        return invFreq.map([&](const std::vector<float>& values) {
            OwnFrequencies own{.invFreq = values,
                .factors = std::vector<double>(rope.dimensions()),
                .attentionFactor = table.attentionFactor,
                .softmaxFactor = softmaxFactorOf(rope)};
            const std::vector<double> standard = rope.ropeTheta ? standardInvFreq(*rope.ropeTheta, rope.rotaryDim) : rope.invFreq;
            for (std::size_t i = 0; i < own.factors.size(); ++i) {
                const bool isStandard = rope.invFreq[i] == standard[i]; // then the factor is exact
                own.factors[i] = isStandard ? table.factors[i] : standard[i] / (rope.invFreq[i] / table.factors[i]);
            }
            return own;
        });
    });
}

} // namespace rotascope
