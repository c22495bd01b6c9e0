// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/threshold_advice.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <variant>

namespace rotascope {

int componentsToBeginWith(const RopeConfig& rope, std::int64_t pretrainingLength)
{
    constexpr int each = 4;
    int count = 0; // not of those that never turn: nothing interpolates them
    for (std::size_t dimension = 0; dimension < rope.dimensions(); ++dimension) {
        const double wavelength = rope.wavelength(dimension);
        count += std::isfinite(wavelength) && wavelength > static_cast<double>(pretrainingLength) ? 1 : 0;
    }
    return std::min(each * count, 2 * static_cast<int>(rope.dimensions()));
}

Sentence thresholdAdvice(const Source& source, const AnalysisSettings& settings)
{
    const auto* threshold = std::get_if<Threshold>(&settings.selection);
    const bool isPlain = threshold != nullptr && threshold->t == 0.0 && threshold->nearWeight == 0.0;
    const bool isExtended = settings.targetLength > settings.pretrainingLength;
    if (settings.method != "distributional" || !isPlain || !isExtended || settings.farWeight || !source.encoding.rotates()) {
        return {};
    }
    const int components = componentsToBeginWith(source.rope, settings.pretrainingLength);
    return components == 0 ? Sentence()
                           : Sentence::of("Without training at L′, three small models found more with components than with t = 0: "
                                          "begin with about {1} here.",
                               components);
}

} // namespace rotascope
