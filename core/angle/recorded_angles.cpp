// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/recorded_angles.h"

#include <numbers>

namespace rotascope {
namespace {

// The float32 nearest to 2 pi lies above it: a wrapped angle that was rounded to float32 may be that value.
constexpr auto fullTurn = static_cast<float>(2 * std::numbers::pi);

} // namespace

std::uint32_t intervalOfAngle(float angle, std::uint32_t intervals)
{
    const double scale = intervals / (2 * std::numbers::pi);
    const auto interval = static_cast<std::uint32_t>(static_cast<double>(angle) * scale);
    return interval < intervals ? interval : 0;
}

std::size_t addRecordedAngles(std::span<const float> angles, AngleHistograms& histograms)
{
    const std::size_t dimensions = histograms.dimensions();
    const std::size_t rows = angles.size() / dimensions;
    const std::uint32_t intervals = histograms.intervals();
    for (std::size_t row = 0; row < rows; ++row) {
        const float* angle = &angles[row * dimensions];
        for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
            if (!(angle[dimension] >= 0.0F && angle[dimension] <= fullTurn)) {
                return row;
            }
            ++histograms.counts(dimension)[intervalOfAngle(angle[dimension], intervals)];
        }
    }
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
        histograms.setTotal(dimension, histograms.total(dimension) + rows);
    }
    return rows;
}

} // namespace rotascope
