// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/rope_config.h"

#include "core/angle/position_set.h"
#include "core/angle/turn.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace rotascope {
namespace {

Expected<void> validateLength(const std::optional<std::int64_t>& length, const std::string& field, const std::string& where)
{
    if (length && (*length < 1 || *length > maxContextLength)) {
        return inputError(where + ": "
            + Sentence::of("{1} is {2}; expected 1 to {3} positions", field, std::to_string(*length), std::to_string(maxContextLength)));
    }
    return {};
}

Expected<void> validateFrequencies(const RopeConfig& rope, const std::string& where)
{
    if (rope.invFreq.size() != static_cast<std::size_t>(rope.rotaryDim / 2)) {
        return inputError(where + ": "
            + Sentence::of("inv_freq has {1} values; expected rotary_dim/2 = {2}", std::to_string(rope.invFreq.size()),
                std::to_string(rope.rotaryDim / 2)));
    }
    for (std::size_t i = 0; i < rope.invFreq.size(); ++i) {
        const double frequency = rope.invFreq[i];
        if (!(frequency >= 0.0 && frequency <= maxFrequency)) {
            return inputError(where + ": "
                + Sentence::of("inv_freq[{1}] is {2}; expected a finite frequency, not negative, in rad per position", std::to_string(i),
                    shortText(frequency)));
        }
    }
    return {};
}

} // namespace

std::optional<std::int64_t> RopeConfig::trainedLength() const
{
    return maxPositionEmbeddings ? maxPositionEmbeddings : originalMaxPositionEmbeddings;
}

std::optional<std::int64_t> RopeConfig::attendedLength() const
{
    const std::optional<std::int64_t> stated = originalMaxPositionEmbeddings ? originalMaxPositionEmbeddings : maxPositionEmbeddings;
    return window ? std::min(*window, stated.value_or(*window)) : stated;
}

double RopeConfig::wavelength(std::size_t dimension) const
{
    const double frequency = invFreq[dimension];
    return frequency > 0.0 ? 2 * std::numbers::pi / frequency : std::numeric_limits<double>::infinity();
}

std::vector<double> standardInvFreq(double ropeTheta, int rotaryDim)
{
    std::vector<double> invFreq(static_cast<std::size_t>(rotaryDim / 2));
    for (std::size_t i = 0; i < invFreq.size(); ++i) {
        invFreq[i] = std::pow(ropeTheta, -2.0 * static_cast<double>(i) / rotaryDim);
    }
    return invFreq;
}

std::vector<double> proportionalInvFreq(double ropeTheta, int headDim, double partialRotaryFactor)
{
    std::vector<double> invFreq = standardInvFreq(ropeTheta, headDim);
    const auto turning = static_cast<std::ptrdiff_t>(std::floor(partialRotaryFactor * headDim / 2));
    std::fill(invFreq.begin() + std::clamp<std::ptrdiff_t>(turning, 0, std::ssize(invFreq)), invFreq.end(), 0.0);
    return invFreq;
}

int rotaryDimOf(int headDim, double partialRotaryFactor)
{
    return static_cast<int>(headDim * partialRotaryFactor);
}

Expected<void> validate(const RopeConfig& rope, const std::string& where, const RopeFieldNames& names)
{
    if (rope.ropeTheta && !(*rope.ropeTheta > 1.0 && *rope.ropeTheta <= maxFrequency)) {
        return inputError(where + ": "
            + Sentence::of("{1} is {2}; expected a base greater than 1, at most {3}", names.ropeTheta, shortText(*rope.ropeTheta),
                shortText(maxFrequency)));
    }
    if (rope.rotaryDim <= 0 || rope.rotaryDim % 2 != 0) {
        return inputError(where + ": "
            + Sentence::of("{1} is {2}; expected an even number greater than 0", names.rotaryDim, std::to_string(rope.rotaryDim)));
    }
    if (rope.headDim > 0 && rope.rotaryDim > rope.headDim) {
        return inputError(where + ": "
            + Sentence::of("{1} is {2}; expected at most {3} = {4}", names.rotaryDim, std::to_string(rope.rotaryDim), names.headDim,
                std::to_string(rope.headDim)));
    }
    if (!rope.axis.empty()
        && (rope.axis.size() != rope.invFreq.size() || !std::ranges::all_of(rope.axis, [](int axis) { return axis >= 0 && axis <= 2; }))) {
        return inputError(where + ": "
            + Sentence::of("axis holds {1} values; expected one of 0, 1, 2 for each of the {2} dimensions",
                std::to_string(rope.axis.size()), std::to_string(rope.invFreq.size())));
    }
    // In this order, because the original one is the other where a file has only that.
    return validateLength(rope.maxPositionEmbeddings, names.maxPositionEmbeddings, where)
        .and_then([&] { return validateLength(rope.originalMaxPositionEmbeddings, names.originalMaxPositionEmbeddings, where); })
        .and_then([&] { return validateLength(rope.window, names.window, where); })
        .and_then([&] { return validateFrequencies(rope, where); });
}

} // namespace rotascope
