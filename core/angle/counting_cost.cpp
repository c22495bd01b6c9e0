// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/counting_cost.h"

#include "core/angle/angle_histogram.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <limits>
#include <vector>

namespace rotascope {
namespace {

// Seconds.
struct Measured {
    double loopPosition;
    double loopInterval;
    double floorSumEdge;
    double floorSumBit; // in addition, for each edge and bit of the length: levels grow with its logarithm
};

// Frequencies as RoPEs have them: the fast ones have more levels, the slow ones count into the same interval for long.
std::array<Turn, 8> someTurns()
{
    std::array<Turn, 8> turns;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        turns[i] = turnOf(std::pow(0.3, static_cast<double>(i)), 1.7);
    }
    return turns;
}

// The least of some times that one dimension takes on average, seconds.
template <class Count> double secondsOf(std::size_t intervals, const Count& count)
{
    const std::array turns = someTurns();
    std::vector<std::uint64_t> counts(intervals);
    double least = std::numeric_limits<double>::max();
    for (int round = 0; round < 4; ++round) {
        const auto start = std::chrono::steady_clock::now();
        for (const Turn turn : turns) {
            count(turn, counts);
        }
        least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return least / static_cast<double>(turns.size());
}

double bitsOf(std::uint64_t length)
{
    return static_cast<double>(std::bit_width(length));
}

Measured measure()
{
    constexpr std::size_t few = 360;
    constexpr std::size_t many = 4096;
    constexpr std::int64_t positions = 4096;
    const auto loop = [](Turn turn, std::span<std::uint64_t> counts) { countByLoop(turn, PositionSet::uniform(positions), counts); };
    const double loopFew = secondsOf(few, loop);
    const double loopInterval = std::max(0.0, secondsOf(many, loop) - loopFew) / (many - few);
    const double loopPosition = std::max(0.0, loopFew - few * loopInterval) / positions;

    constexpr std::uint64_t brief = std::uint64_t{1} << 12;
    constexpr std::uint64_t extended = std::uint64_t{1} << 22;
    const auto floorSum = [](std::uint64_t length) {
        return secondsOf(few, [length](Turn turn, std::span<std::uint64_t> counts) {
            countByFloorSum(turn, static_cast<std::int64_t>(length), counts);
        }) / few;
    };
    const double sumBrief = floorSum(brief);
    const double sumBit = std::max(0.0, floorSum(extended) - sumBrief) / (bitsOf(extended) - bitsOf(brief));
    return {loopPosition, loopInterval, sumBrief - bitsOf(brief) * sumBit, sumBit};
}

} // namespace

CountingCost countingCost(std::uint64_t length, std::size_t intervals)
{
    static const Measured measured = measure();
    const auto edges = static_cast<double>(intervals);
    return {.loop = measured.loopPosition * static_cast<double>(length) + measured.loopInterval * edges,
        .floorSum = edges * (measured.floorSumEdge + measured.floorSumBit * bitsOf(length))};
}

} // namespace rotascope
