// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/transformers_scaling.h"

#include "core/rope/position_method.h"
#include "core/rope/rope_types.h"
#include "core/scaling/correction_range.h"
#include "core/scaling/method.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rotascope {
namespace {

// Transformers' rope_types and this program's methods have the same names; "default" is none of the methods.
Expected<MethodInput> inputOf(const RopeConfig& rope, std::int64_t sequenceLength)
{
    const std::string& type = rope.ropeType;
    const bool isDynamic = type == "dynamic";
    const std::optional<std::int64_t> length = isDynamic && rope.scaling.growsBeyond ? rope.scaling.growsBeyond
        : isDynamic || !rope.originalMaxPositionEmbeddings                           ? rope.maxPositionEmbeddings
                                                                                     : rope.originalMaxPositionEmbeddings;
    if (!length) {
        return inputError(Sentence::of("{1} needs max_position_embeddings, which this source does not state", type));
    }
    std::optional<double> factor = rope.scaling.factor;
    if (!factor && type == "proportional") {
        factor = 1.0;
    } else if (!factor && (type == "yarn" || type == "longrope")) {
        factor = static_cast<double>(rope.maxPositionEmbeddings.value_or(*length)) / static_cast<double>(*length);
    } else if (!factor) {
        return inputError(Sentence::of("{1} needs factor, which this source does not state", type));
    }
    if (type == "llama3" && !(rope.scaling.lowFreqFactor && rope.scaling.highFreqFactor)) {
        return inputError(Sentence::of("llama3 needs low_freq_factor and high_freq_factor, which this source does not state"));
    }
    return MethodInput{.rope = rope, .pretrainingLength = *length, .targetLength = sequenceLength, .factor = factor};
}

// The float32 formulas of Transformers' modeling_rope_utils.py, operation by operation.
class Float32Formulas {
public:
    Float32Formulas(const MethodInput& input, const ScalingTable& exact)
        : m_input(input), m_exact(exact), m_theta(static_cast<float>(*input.rope.ropeTheta)), m_factor(static_cast<float>(input.scale()))
    {
    }

    [[nodiscard]] float at(std::size_t i) const
    {
        const std::string& type = m_input.rope.ropeType;
        if (type == "yarn") {
            return yarn(i);
        }
        if (type == "llama3") {
            return llama3(i);
        }
        if (type == "dynamic") {
            return dynamic(i);
        }
        if (type == "longrope") {
            return 1.0F / (static_cast<float>(m_exact.factors[i]) * power(m_theta, i));
        }
        if (type == "proportional" && m_input.rope.invFreq[i] == 0.0) {
            return 0.0F;
        }
        return 1.0F / power(m_theta, i) / m_factor; // linear; proportional, whose d is head_dim
    }

private:
    [[nodiscard]] float power(float base, std::size_t i) const
    {
        return std::pow(base, static_cast<float>(2 * i) / static_cast<float>(m_input.rope.rotaryDim));
    }

    [[nodiscard]] float dynamic(std::size_t i) const
    {
        // The growth of the base to the power of d/(d-2), as the exact factor of the last dimension shows it: in double precision
        // there as here.
        const double d = m_input.rope.rotaryDim;
        const double growth = m_exact.factors.size() > 1 ? std::pow(m_exact.factors.back(), d / (d - 2)) : 1.0;
        return 1.0F / power(static_cast<float>(*m_input.rope.ropeTheta * growth), i);
    }

    [[nodiscard]] float yarn(std::size_t i) const
    {
        const ScalingParameters& own = m_input.rope.scaling;
        const CorrectionRange range = correctionRange(m_input.rope, m_input.pretrainingLength, nonZeroOr(own.betaFast, 32.0),
            nonZeroOr(own.betaSlow, 1.0), own.truncate.value_or(true));
        const float ramp
            = std::clamp((static_cast<float>(i) - static_cast<float>(range.low)) / static_cast<float>(range.high - range.low), 0.0F, 1.0F);
        const float extrapolated = 1.0F - ramp;
        const float kept = 1.0F / power(m_theta, i);
        const float interpolated = 1.0F / (m_factor * power(m_theta, i));
        return interpolated * (1.0F - extrapolated) + kept * extrapolated;
    }

    [[nodiscard]] float llama3(std::size_t i) const
    {
        const auto low = static_cast<float>(*m_input.rope.scaling.lowFreqFactor);
        const auto length = static_cast<double>(m_input.pretrainingLength);
        const float frequency = 1.0F / power(m_theta, i);
        const float wavelength = static_cast<float>(2 * std::numbers::pi) / frequency;
        if (wavelength > static_cast<float>(length / *m_input.rope.scaling.lowFreqFactor)) {
            return frequency / m_factor;
        }
        if (wavelength < static_cast<float>(length / *m_input.rope.scaling.highFreqFactor)) {
            return frequency;
        }
        const float smooth = (static_cast<float>(length) / wavelength - low)
            / static_cast<float>(*m_input.rope.scaling.highFreqFactor - *m_input.rope.scaling.lowFreqFactor);
        return (1.0F - smooth) * frequency / m_factor + smooth * frequency;
    }

    const MethodInput& m_input;
    const ScalingTable& m_exact;
    float m_theta;
    float m_factor;
};

// Of the rope_type alone.
Expected<ScalingTable> scalingOfType(const RopeConfig& rope, std::int64_t sequenceLength)
{
    if (rope.ropeType == "default" || rope.ropeType == "rope_freqs") {
        return ScalingTable{.factors = std::vector<double>(rope.dimensions(), 1.0)};
    }
    if (const PositionMethod* other = findPositionMethod(rope.ropeType)) {
        return inputError(notATable(*other));
    }
    if (std::ranges::find(transformersRopeTypes, rope.ropeType) == transformersRopeTypes.end()) {
        return inputError(Sentence::of(
            "rope_type \"{1}\" is none that Transformers knows; expected one of {2}", rope.ropeType, namesOf(transformersRopeTypes)));
    }
    return inputOf(rope, sequenceLength).and_then([&](const MethodInput& input) {
        return findMethod(rope.ropeType).and_then([&](const Method* method) { return method->make(input); });
    });
}

} // namespace

Expected<ScalingTable> transformersScaling(const RopeConfig& rope, std::int64_t sequenceLength)
{
    return scalingOfType(rope, sequenceLength).map([&](ScalingTable table) {
        for (std::size_t i = 0; i < rope.scaling.factors.size(); ++i) {
            table.factors[i] *= rope.scaling.factors[i];
        }
        table.attentionFactor *= rope.scaling.magnitude.value_or(1.0);
        return table;
    });
}

Expected<std::vector<float>> transformersInvFreq(const RopeConfig& rope, std::int64_t sequenceLength)
{
    return transformersScaling(rope, sequenceLength).and_then([&](const ScalingTable& exact) -> Expected<std::vector<float>> {
        if (!rope.ropeTheta) {
            return inputError(Sentence::of("{1} needs rope_theta, which this source does not state", rope.ropeType));
        }
        if (rope.ropeType == "default" || rope.ropeType == "rope_freqs") {
            return float32InvFreq(rope, exact);
        }
        return inputOf(rope, sequenceLength).map([&](const MethodInput& input) {
            const Float32Formulas formulas(input, exact);
            std::vector<float> invFreq(rope.dimensions());
            for (std::size_t i = 0; i < invFreq.size(); ++i) {
                invFreq[i] = formulas.at(i) / (rope.scaling.factors.empty() ? 1.0F : static_cast<float>(rope.scaling.factors[i]));
            }
            return invFreq;
        });
    });
}

std::vector<float> float32InvFreq(const RopeConfig& rope, const ScalingTable& table)
{
    const std::vector<double> standard
        = rope.ropeTheta ? standardInvFreq(*rope.ropeTheta, rope.rotaryDim) : std::vector<double>(rope.dimensions());
    std::vector<float> invFreq(rope.dimensions());
    for (std::size_t i = 0; i < invFreq.size(); ++i) {
        const auto factor = static_cast<float>(table.factors[i]);
        if (rope.ropeTheta && rope.invFreq[i] == standard[i]) {
            const float exponent = static_cast<float>(2 * i) / static_cast<float>(rope.rotaryDim);
            invFreq[i] = 1.0F / (factor * std::pow(static_cast<float>(*rope.ropeTheta), exponent));
        } else {
            invFreq[i] = static_cast<float>(rope.invFreq[i]) / factor;
        }
    }
    return invFreq;
}

} // namespace rotascope
