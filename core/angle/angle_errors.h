// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/recorded_rows.h"
#include "core/angle/turn.h"
#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <numbers>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace rotascope {

/// The angle of a position as a share of a turn, in [-1/2, 1/2): position times frequency in 64-bit fixed point, rounded once.
constexpr double idealTurns(Turn turn, std::int64_t position)
{
    return static_cast<double>(static_cast<std::int64_t>(phaseAt(turn, static_cast<std::uint64_t>(position)))) * 0x1p-64;
}

/// A recorded angle, in rad, minus the ideal one, as a share of a turn in (-1/2, 1/2]. Exact to 2^-52 turns.
constexpr double errorTurns(float recorded, double ideal)
{
    double error = static_cast<double>(recorded) * (0.5 * std::numbers::inv_pi) - ideal;
    error = error > 0.5 ? error - 1 : error;
    return error > 0.5 ? error - 1 : error; // a full turn that was rounded up, half a turn away
}

/// Half the distance of neighbouring float32 below 2 pi, in rad: what every recording loses, because it holds float32.
inline constexpr double storageRounding = 0x1p-22;
/// How far an angle may be off whose cosine and sine were rounded to bfloat16, in rad: each by 2^-8 of itself,
/// which is 2^-8 |sin 2a| for the angle a.
inline constexpr double bfloat16Rounding = 0x1p-8;
/// How far the angles of a model may be off that computes in float32, at positions up to this one, in rad: the product of position and
/// frequency is rounded by up to 2^-24 of itself, cosine and sine by up to 2^-24 each, and the recording's own number.
constexpr double float32Rounding(double frequency, std::int64_t largestPosition)
{
    return frequency * static_cast<double>(largestPosition) * 0x1p-24 + 0x1p-23 + storageRounding;
}

/// How far recorded angles are from the ideal ones, for each dimension (or whatever else they are told apart by): docs/method.md, Recorded
/// against ideal angles.
class AngleErrors {
public:
    AngleErrors() = default;
    explicit AngleErrors(std::size_t dimensions);

    [[nodiscard]] std::size_t dimensions() const { return m_dimensions.size(); }
    /// How many angles a dimension has.
    [[nodiscard]] std::uint64_t total(std::size_t dimension) const { return m_dimensions[dimension].total; }
    /// The greatest error of a dimension whichever its sign, in rad.
    [[nodiscard]] double largest(std::size_t dimension) const;
    /// The root of the mean squared error, in rad; 0 if there are no angles. The order of the sum is not fixed: equal to some 1e-13.
    [[nodiscard]] double rootMeanSquare(std::size_t dimension) const;
    /// What a share (0 ... 1) of the errors does not exceed, whichever their sign, in rad: the upper edge of the bin in which that error
    /// lies, or the largest error if that is less. An error below 2^-48 turns is 0.
    [[nodiscard]] double quantile(std::size_t dimension, double share) const;
    /// How many bins each power of two has: a quantile is at most 1 / binsPerOctave() greater than the error that it stands for. 64 for any
    /// usual number of dimensions; fewer where the bins would take more than 32 MiB.
    [[nodiscard]] unsigned binsPerOctave() const { return 1U << m_binBits; }
    [[nodiscard]] std::size_t bytes() const;

    /// Adds `errors` (errorTurns()) of one dimension.
    void add(std::size_t dimension, std::span<const double> errors);
    /// The same number of dimensions.
    void add(const AngleErrors& other);

private:
    struct Sums {
        std::uint64_t total = 0;
        double largest = 0; // turns
        double squares = 0; // turns²
    };
    [[nodiscard]] std::size_t bins() const;
    [[nodiscard]] std::size_t binOf(double error) const;
    [[nodiscard]] double upperEdge(std::size_t bin) const;

    unsigned m_binBits = 0;
    std::vector<Sums> m_dimensions;
    std::vector<std::uint64_t> m_counts; // row-major [dimensions, bins]
};

/// Equal spans of positions, the first from 0 on.
struct PositionSpans {
    std::int64_t width = 1;
    std::size_t count = 0; ///< 0: positions are not told apart

    /// Of positions 0 ... positions - 1 (0 or less: none), for so many dimensions: 128, or fewer where there are few positions, or so many
    /// dimensions that the errors of each span would take too much memory.
    static PositionSpans of(std::int64_t positions, std::size_t dimensions);
    /// The span that a position lies in; the last one for what lies beyond it or is negative.
    [[nodiscard]] std::size_t at(std::int64_t position) const
    {
        const auto span = static_cast<std::uint64_t>(position) / static_cast<std::uint64_t>(width);
        return span < count ? static_cast<std::size_t>(span) : count - 1;
    }
    /// The last position of a span.
    [[nodiscard]] std::int64_t last(std::size_t span) const { return static_cast<std::int64_t>(span + 1) * width - 1; }

    friend bool operator==(const PositionSpans&, const PositionSpans&) = default;
};

/// What recorded angles are measured against.
struct IdealAngles {
    std::vector<Turn> turns; ///< shape [D], what each dimension turns by from one position to the next
    std::vector<int> axes = {}; ///< shape [D], the axis of positions that each follows; empty: the first
};

/// How far the angles of a recording are from the ideal ones.
struct MeasuredErrors {
    AngleErrors ofDimensions;
    PositionSpans spans = {};
    AngleErrors ofSpans = {}; ///< shape [D, spans.count], row-major: the same errors by position

    [[nodiscard]] std::size_t cell(std::size_t dimension, std::size_t span) const { return dimension * spans.count + span; }
};

/// The errors of all angles of a recording that has positions as well. Fails as RecordedRows::scan(), and with the row where an angle is
/// not in [0, 2 pi].
Expected<std::shared_ptr<const MeasuredErrors>> measureErrors(const RecordedRows& recorded, const IdealAngles& ideal,
    const PositionSpans& spans, const std::stop_token& stop, const RowProgress& progress = {});

} // namespace rotascope
