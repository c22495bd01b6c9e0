// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/near_far.h"

#include "core/angle/near_far.h"
#include "core/engine/parallel.h"

#include <algorithm>

namespace rotascope {

NearFar nearFarOf(const Source& source, const AnalysisSettings& settings, const ScalingTable& table)
{
    const std::vector<double>& invFreq = source.rope.invFreq;
    NearFar result{std::vector<double>(invFreq.size()), std::vector<double>(invFreq.size())};
    std::vector<double> errors(invFreq.size());
    parallelFor(invFreq.size(), [&](std::size_t i) {
        const Turn before = turnOf(invFreq[i]);
        const Turn after = turnOf(invFreq[i], table.factors[i]);
        const Far far = SeenAngles(before, settings.pretrainingLength).farOf(after, settings.targetLength);
        result.near[i] = nearOf(before, after);
        result.far[i] = far.mean;
        errors[i] = far.error;
    });
    result.farError = *std::ranges::max_element(errors);
    return result;
}

std::vector<double> nearOf(const Source& source, double factor)
{
    std::vector<double> near(source.rope.dimensions(), 0.0);
    if (!source.encoding.rotates()) {
        return near;
    }
    std::ranges::transform(
        source.rope.invFreq, near.begin(), [factor](double frequency) { return nearOf(turnOf(frequency), turnOf(frequency, factor)); });
    return near;
}

Expected<std::vector<double>> nearFarSums(const Source& source, std::int64_t pretrainingLength, double farWeight,
    std::span<const Rotation> rotations, const std::stop_token& stop)
{
    std::vector<std::vector<std::size_t>> ofDimension(source.rope.dimensions());
    for (std::size_t k = 0; k < rotations.size(); ++k) {
        ofDimension[rotations[k].before].push_back(k);
    }
    std::vector<double> sums(rotations.size());
    parallelFor(ofDimension.size(), [&](std::size_t i) {
        if (ofDimension[i].empty() || stop.stop_requested()) {
            return;
        }
        const Turn before = turnOf(source.rope.invFreq[i]);
        const SeenAngles seen(before, pretrainingLength);
        for (const std::size_t k : ofDimension[i]) {
            if (stop.stop_requested()) {
                return;
            }
            sums[k] = nearOf(before, rotations[k].turn) + farWeight * seen.farOf(rotations[k].turn, rotations[k].length).mean;
        }
    });
    return stop.stop_requested() ? Expected<std::vector<double>>(stoppedError()) : sums;
}

} // namespace rotascope
