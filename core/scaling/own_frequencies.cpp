// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/own_frequencies.h"

#include "core/scaling/transformers_scaling.h"

#include <cmath>

namespace rotascope {

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
