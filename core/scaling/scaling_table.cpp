// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/scaling_table.h"

#include "core/sentence.h"

#include <algorithm>

namespace rotascope {

std::string_view nameOf(Choice choice)
{
    switch (choice) {
    case Choice::Extrapolation:
        return Sentence::marked("extrapolation");
    case Choice::Interpolation:
        return Sentence::marked("interpolation");
    case Choice::Custom:
        break;
    }
    return Sentence::marked("custom");
}

Choice choiceOf(double factor, double scale)
{
    if (factor == 1.0) {
        return Choice::Extrapolation;
    }
    return factor == scale ? Choice::Interpolation : Choice::Custom;
}

std::vector<double> extendedInvFreq(std::span<const double> invFreq, const ScalingTable& table)
{
    std::vector<double> extended(invFreq.size());
    std::ranges::transform(invFreq, table.factors, extended.begin(), [](double frequency, double factor) { return frequency / factor; });
    return extended;
}

int interpolatedComponents(const ScalingTable& table, double scale)
{
    const auto interpolated
        = std::ranges::count_if(table.factors, [scale](double factor) { return choiceOf(factor, scale) == Choice::Interpolation; });
    return 2 * static_cast<int>(interpolated);
}

} // namespace rotascope
