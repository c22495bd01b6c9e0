// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/llama3_ramp.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr double sameFactor = 1e-4; // relative; the lists are float32, made in float32

bool isSame(double a, double b)
{
    return std::abs(a - b) <= sameFactor * b;
}

// 1 where a dimension is kept, 0 where it is divided: linear in 1 / wavelength between.
double keptShare(double factor, double most)
{
    return (1.0 / factor - 1.0 / most) / (1.0 - 1.0 / most);
}

} // namespace

std::optional<Llama3Ramp> llama3RampOf(const RopeConfig& rope, std::span<const double> factors)
{
    if (factors.empty() || factors.size() != rope.dimensions()) {
        return {};
    }
    const auto [least, most] = std::ranges::minmax(factors);
    if (!isSame(least, 1.0) || !(most > 1.0 + sameFactor) || std::isinf(most)) {
        return {};
    }
    std::vector<std::size_t> between;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (!isSame(factors[i], 1.0) && !isSame(factors[i], most)) {
            between.push_back(i);
        }
    }
    if (between.size() < 2) {
        return {};
    }
    const auto turnsAt = [&](std::size_t i) { return 1.0 / rope.wavelength(i); };
    const std::size_t first = between.front();
    const std::size_t last = between.back();
    const double slope = (keptShare(factors[first], most) - keptShare(factors[last], most)) / (turnsAt(first) - turnsAt(last));
    const double dividedFrom = turnsAt(last) - keptShare(factors[last], most) / slope; // 1 / wavelength
    const double keptUpTo = dividedFrom + 1.0 / slope;
    if (!(slope > 0.0 && dividedFrom > 0.0)) {
        return {};
    }
    Llama3Ramp ramp{.factor = most, .keptUpTo = 1.0 / keptUpTo, .dividedFrom = 1.0 / dividedFrom};
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const double share = std::clamp((turnsAt(i) - dividedFrom) * slope, 0.0, 1.0);
        if (!isSame(factors[i], 1.0 / (share + (1.0 - share) / most))) {
            ramp.outside.push_back(i);
        }
    }
    return ramp.outside.size() * 10 <= factors.size() ? std::optional(ramp) : std::nullopt;
}

Sentence textOf(const Llama3Ramp& ramp)
{
    const auto whole = [](double length) { return shortText(std::round(length)); };
    const Sentence text
        = Sentence::of("a llama3 ramp: wavelengths up to {1} kept, from {2} on divided by {3} (so L = {4} if low_freq_factor is "
                       "1, with high_freq_factor {5})",
            whole(ramp.keptUpTo), whole(ramp.dividedFrom), shortText(ramp.factor), whole(ramp.dividedFrom),
            shortText(std::round(1e3 * ramp.dividedFrom / ramp.keptUpTo) / 1e3));
    return ramp.outside.empty()
        ? text
        : Sentence::of("{1}; {2} of its factors are others, the first of dimension {3}", text, ramp.outside.size(), ramp.outside.front());
}

} // namespace rotascope
