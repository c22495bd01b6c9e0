// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/angle_errors.h"

#include "core/angle/recorded_angle.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
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

Expected<std::shared_ptr<const AngleErrors>> measureErrors(const RecordedRows& recorded, std::span<const Turn> turns,
    std::span<const int> axes, const std::stop_token& stop, const RowProgress& progress)
{
    const AngleErrors none(recorded.dimensions());
    const unsigned threads = recorded.scanThreads(none.bytes());
    std::vector<AngleErrors> measured(threads, none);
    std::vector<std::vector<double>> scratch(threads); // the errors of one dimension of a tile
    const auto take = [&](unsigned thread, const RowTile& tile) -> Expected<void> {
        std::vector<double>& errors = scratch[thread];
        errors.resize(static_cast<std::size_t>(tile.range.rows));
        for (std::size_t column = 0; column < tile.range.dimensions; ++column) {
            const std::size_t dimension = tile.range.firstDimension + column;
            const auto axis = axes.empty() ? 0 : static_cast<std::size_t>(axes[dimension]);
            const auto bad = errorsOf(tile, column, turns[dimension], static_cast<std::size_t>(recorded.axes()), axis, errors);
            if (bad) {
                return noAngleError(recorded, tile, *bad, column);
            }
            measured[thread].add(dimension, errors);
        }
        return {};
    };
    return recorded.scan({.threads = threads}, take, stop, progress).map([&] {
        auto sum = std::make_shared<AngleErrors>(std::move(measured.front()));
        for (std::size_t thread = 1; thread < threads; ++thread) {
            sum->add(measured[thread]);
        }
        return std::shared_ptr<const AngleErrors>(std::move(sum));
    });
}

} // namespace rotascope
