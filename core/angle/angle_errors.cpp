// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/angle_errors.h"

#include "core/angle/recorded_angle.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <iterator>
#include <utility>

namespace rotascope {
namespace {

constexpr double radians = 2 * std::numbers::pi;

// Errors are binned by the exponent and the first bits of the fraction of a double: bin 0 is below 2^-48 turns, the last one ends above
// half a turn.
constexpr unsigned fractionBits = 52;
constexpr unsigned mostBinBits = 6;
constexpr std::size_t octaves = 48;
constexpr std::uint64_t firstExponent = 1023 - 48;
constexpr std::size_t mostBytes = std::size_t{32} << 20;

// Of a tile row-major [rows, dimensions]: the errors of one dimension; or the row with something that is no angle.
std::optional<std::size_t> errorsOf(
    const RowTile& tile, std::size_t column, Turn turn, std::size_t axes, std::size_t axis, std::vector<double>& errors)
{
    for (std::size_t row = 0; row < errors.size(); ++row) {
        const float angle = tile.angles[row * tile.range.dimensions + column];
        if (!isAngle(angle)) {
            return row;
        }
        errors[row] = errorTurns(angle, idealTurns(turn, tile.positions[row * axes + axis]));
    }
    return std::nullopt;
}

} // namespace

AngleErrors::AngleErrors(std::size_t dimensions) : m_binBits(mostBinBits), m_dimensions(dimensions)
{
    while (m_binBits > 0 && dimensions * bins() * sizeof(std::uint64_t) > mostBytes) {
        --m_binBits;
    }
    m_counts.resize(dimensions * bins());
}

std::size_t AngleErrors::bins() const
{
    return 1 + (octaves << m_binBits);
}

std::size_t AngleErrors::binOf(double error) const
{
    const std::uint64_t bin = std::bit_cast<std::uint64_t>(error) >> (fractionBits - m_binBits);
    const std::uint64_t first = firstExponent << m_binBits;
    return bin < first ? 0 : static_cast<std::size_t>(bin - first + 1);
}

double AngleErrors::upperEdge(std::size_t bin) const
{
    const std::uint64_t next = (firstExponent << m_binBits) + bin;
    return bin == 0 ? 0.0 : std::bit_cast<double>(next << (fractionBits - m_binBits));
}

double AngleErrors::largest(std::size_t dimension) const
{
    return m_dimensions[dimension].largest * radians;
}

double AngleErrors::rootMeanSquare(std::size_t dimension) const
{
    const Sums& sums = m_dimensions[dimension];
    return sums.total == 0 ? 0.0 : std::sqrt(sums.squares / static_cast<double>(sums.total)) * radians;
}

double AngleErrors::quantile(std::size_t dimension, double share) const
{
    const Sums& sums = m_dimensions[dimension];
    const auto rank = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(sums.total)));
    std::uint64_t counted = 0;
    for (std::size_t bin = 0; bin < bins(); ++bin) {
        counted += m_counts[dimension * bins() + bin];
        if (counted >= std::max<std::uint64_t>(rank, 1)) {
            return std::min(upperEdge(bin), sums.largest) * radians;
        }
    }
    return sums.largest * radians;
}

std::size_t AngleErrors::bytes() const
{
    return m_counts.size() * sizeof(std::uint64_t) + m_dimensions.size() * sizeof(Sums);
}

void AngleErrors::add(std::size_t dimension, std::span<const double> errors)
{
    Sums& sums = m_dimensions[dimension];
    std::uint64_t* const counts = &m_counts[dimension * bins()];
    for (const double error : errors) {
        const double size = std::abs(error);
        ++counts[binOf(size)];
        sums.largest = std::max(sums.largest, size);
        sums.squares += size * size;
    }
    sums.total += errors.size();
}

void AngleErrors::add(const AngleErrors& other)
{
    for (std::size_t i = 0; i < m_dimensions.size(); ++i) {
        m_dimensions[i].total += other.m_dimensions[i].total;
        m_dimensions[i].largest = std::max(m_dimensions[i].largest, other.m_dimensions[i].largest);
        m_dimensions[i].squares += other.m_dimensions[i].squares;
    }
    std::ranges::transform(m_counts, other.m_counts, m_counts.begin(), std::plus<>());
}

PositionSpans PositionSpans::of(std::int64_t positions, std::size_t dimensions)
{
    constexpr std::int64_t most = 128;
    constexpr std::size_t mostCells = 1 << 14;
    if (positions <= 0 || dimensions == 0) {
        return {};
    }
    const std::int64_t spans = std::clamp(static_cast<std::int64_t>(mostCells / dimensions), std::int64_t{1}, most);
    const std::int64_t width = (positions - 1) / spans + 1;
    return {width, static_cast<std::size_t>((positions - 1) / width + 1)};
}

namespace {

// What one thread measures.
class Measurement {
public:
    Measurement(const RecordedRows& recorded, const IdealAngles& ideal, const PositionSpans& spans)
        : m_recorded(recorded), m_ideal(ideal),
          m_axes(static_cast<std::size_t>(recorded.axes())), m_errors{AngleErrors(recorded.dimensions()), spans,
                                                                 AngleErrors(recorded.dimensions() * spans.count)}
    {
    }

    [[nodiscard]] MeasuredErrors& errors() { return m_errors; }

    Expected<void> take(const RowTile& tile)
    {
        findSpans(tile);
        m_scratch.resize(static_cast<std::size_t>(tile.range.rows));
        for (std::size_t column = 0; column < tile.range.dimensions; ++column) {
            const std::size_t dimension = tile.range.firstDimension + column;
            const auto axis = m_ideal.axes.empty() ? 0 : static_cast<std::size_t>(m_ideal.axes[dimension]);
            if (const auto bad = errorsOf(tile, column, m_ideal.turns[dimension], m_axes, axis, m_scratch)) {
                return noAngleError(m_recorded, tile, *bad, column);
            }
            m_errors.ofDimensions.add(dimension, m_scratch);
            addToSpans(dimension, axis);
        }
        return {};
    }

private:
    // Once for all dimensions: a division for each position.
    void findSpans(const RowTile& tile)
    {
        m_spans.clear();
        if (m_errors.spans.count > 0) {
            std::ranges::transform(
                tile.positions, std::back_inserter(m_spans), [&](std::int64_t position) { return m_errors.spans.at(position); });
        }
    }

    // Positions mostly follow each other, so that many neighbours lie in one span.
    void addToSpans(std::size_t dimension, std::size_t axis)
    {
        const auto spanOf = [&](std::size_t row) { return m_spans[row * m_axes + axis]; };
        std::size_t begin = 0;
        while (!m_spans.empty() && begin < m_scratch.size()) {
            std::size_t end = begin + 1;
            while (end < m_scratch.size() && spanOf(end) == spanOf(begin)) {
                ++end;
            }
            m_errors.ofSpans.add(m_errors.cell(dimension, spanOf(begin)), std::span(m_scratch).subspan(begin, end - begin));
            begin = end;
        }
    }

    const RecordedRows& m_recorded;
    const IdealAngles& m_ideal;
    std::size_t m_axes;
    MeasuredErrors m_errors;
    std::vector<double> m_scratch; // the errors of one dimension of a tile
    std::vector<std::size_t> m_spans; // shape [rows, axes], of a tile
};

} // namespace

Expected<std::shared_ptr<const MeasuredErrors>> measureErrors(const RecordedRows& recorded, const IdealAngles& ideal,
    const PositionSpans& spans, const std::stop_token& stop, const RowProgress& progress)
{
    Measurement first(recorded, ideal, spans);
    const unsigned threads = recorded.scanThreads(first.errors().ofDimensions.bytes() + first.errors().ofSpans.bytes());
    std::vector<Measurement> measured(threads, first);
    const auto take = [&](unsigned thread, const RowTile& tile) { return measured[thread].take(tile); };
    return recorded.scan({.threads = threads}, take, stop, progress).map([&] {
        auto sum = std::make_shared<MeasuredErrors>(std::move(measured.front().errors()));
        for (std::size_t thread = 1; thread < threads; ++thread) {
            sum->ofDimensions.add(measured[thread].errors().ofDimensions);
            sum->ofSpans.add(measured[thread].errors().ofSpans);
        }
        return std::shared_ptr<const MeasuredErrors>(std::move(sum));
    });
}

} // namespace rotascope
