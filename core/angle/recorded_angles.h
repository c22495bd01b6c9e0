// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"
#include "core/angle/recorded_angle.h"
#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>

namespace rotascope {

/// Some recorded angles: float32 [rows, dimensions] row-major in rad, of `dimensions` dimensions from `firstDimension` on.
struct AngleTile {
    std::span<const float> angles;
    std::size_t firstDimension = 0;
    std::size_t dimensions = 0;
};
using TakeAngles = std::function<Expected<void>(const AngleTile& tile)>;

/// Angles that a model really applied, in whatever store they are kept: what an analysis asks of a recording.
class RecordedAngles {
public:
    RecordedAngles() = default;
    RecordedAngles(const RecordedAngles&) = delete;
    RecordedAngles& operator=(const RecordedAngles&) = delete;
    virtual ~RecordedAngles() = default;

    [[nodiscard]] virtual std::size_t dimensions() const = 0;
    /// How many angles each dimension has.
    [[nodiscard]] virtual std::int64_t rows() const = 0;

    /// Whether histograms() of so many intervals takes no time to speak of, because the angles were counted before. Then no engine is
    /// asked.
    [[nodiscard]] virtual bool isCounted(std::uint32_t /*intervals*/) const { return false; }

    /// Whether it pays to count fineIntervals in place of so many, and to keep() them: other numbers of intervals follow without a reading.
    [[nodiscard]] virtual bool wantsFineCounts(std::uint32_t /*intervals*/) const { return false; }
    virtual void keep(const AngleHistograms& /*fine*/) const { }

    /// Hands all angles on in tiles, each once, in any order, by one or several threads at a time: for engines that count
    /// elsewhere than on the CPU. Fails with what take() answered first, with the store's own error, or with ErrorKind::Stopped.
    virtual Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const = 0;

    /// Histograms of all recorded angles, shape [dimensions, intervals], counted on the CPU as suits the store best. Fails with the name of
    /// the file and the row where an angle is not in [0, 2 pi); with ErrorKind::Stopped when asked to stop.
    virtual Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& stop) const = 0;
};

/// Adds a block of recorded angles, float32 [rows, dimensions] row-major in rad, to `histograms`.
/// Returns the number of rows counted: `rows`, or the first row that holds a value outside [0, 2 pi] or a NaN (then the
/// histograms are of no further use).
std::size_t addRecordedAngles(std::span<const float> angles, AngleHistograms& histograms);

} // namespace rotascope
