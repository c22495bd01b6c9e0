// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One recorded angle: what is one, and where it belongs. Shared with the CUDA engine.

#include "core/angle/host_device.h"

#include <cstdint>
#include <numbers>

namespace rotascope {

/// The float32 nearest to 2 pi. It lies above 2 pi: a wrapped angle that was rounded to float32 may be that value.
inline constexpr auto fullTurnAngle = static_cast<float>(2 * std::numbers::pi);

/// Whether a value is an angle in [0, 2 pi] rad: neither negative nor more than a turn nor a NaN.
ROTASCOPE_HOST_DEVICE constexpr bool isAngle(float value)
{
    return value >= 0.0F && value <= fullTurnAngle;
}

/// What an angle is multiplied by: intervals a radian.
constexpr double intervalsPerRadian(std::uint32_t intervals)
{
    return intervals / (2 * std::numbers::pi);
}

/// The interval of an angle. The one rounding is that of a double product, so every engine gets the same interval for the same
/// float; a full turn is 0.
ROTASCOPE_HOST_DEVICE constexpr std::int32_t intervalOfAngle(float angle, double perRadian, std::int32_t intervals)
{
    const auto interval = static_cast<std::int32_t>(static_cast<double>(angle) * perRadian);
    return interval < intervals ? interval : 0;
}

} // namespace rotascope
