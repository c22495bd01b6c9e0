// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/angle_histogram.h"

#include "core/angle/counting_cost.h"
#include "core/angle/edge_ranks.h"
#include "core/angle/floor_sum.h"
#include "core/angle/weighted_floor_sum.h"

#include <algorithm>
#include <array>
#include <functional>

namespace rotascope {
namespace {

// Successive angles of a slow dimension fall into the same interval, and a single counter would wait for its own store each time: they are
// counted in several, each with its own counts.
constexpr std::size_t lanes = 4;

// Where there are fewer positions an interval, adding up the lanes would take longer than waiting.
constexpr std::size_t positionsWorthLanes = 8;

void countInOne(Turn turn, std::uint64_t end, std::span<std::uint64_t> counts, const auto& weightOf)
{
    const auto intervals = static_cast<std::uint32_t>(counts.size());
    std::ranges::fill(counts, 0);
    std::uint64_t phase = 0;
    for (std::uint64_t position = 0; position < end; ++position) {
        counts[intervalOf(phase, intervals)] += weightOf(position);
        phase += turn.value;
    }
}

void countInLanes(Turn turn, std::uint64_t end, std::span<std::uint64_t> counts, const auto& weightOf)
{
    const auto intervals = static_cast<std::uint32_t>(counts.size());
    thread_local std::vector<std::uint64_t> partial; // kept from one dimension to the next
    partial.assign(lanes * counts.size(), 0);
    const std::array<std::uint64_t*, lanes> lane
        = {partial.data(), &partial[counts.size()], &partial[2 * counts.size()], &partial[3 * counts.size()]};
    std::uint64_t phase = 0;
    std::uint64_t position = 0;
    for (; position + lanes <= end; position += lanes) {
        for (std::size_t i = 0; i < lanes; ++i) {
            lane[i][intervalOf(phase, intervals)] += weightOf(position + i);
            phase += turn.value;
        }
    }
    for (; position < end; ++position) {
        lane[0][intervalOf(phase, intervals)] += weightOf(position);
        phase += turn.value;
    }
    for (std::size_t k = 0; k < counts.size(); ++k) {
        counts[k] = lane[0][k] + lane[1][k] + lane[2][k] + lane[3][k];
    }
}

// weightOf(position): how often it occurs.
void countPositions(Turn turn, std::uint64_t end, std::span<std::uint64_t> counts, const auto& weightOf)
{
    if (end / positionsWorthLanes < counts.size()) {
        countInOne(turn, end, counts, weightOf);
    } else {
        countInLanes(turn, end, counts, weightOf);
    }
}

void countRuns(Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts)
{
    const auto intervals = static_cast<std::uint32_t>(counts.size());
    std::ranges::fill(counts, 0);
    for (std::size_t i = 0; i < positions.runs(); ++i) {
        const CountedRun run = positions.run(i);
        std::uint64_t phase = turn.value * static_cast<std::uint64_t>(run.first);
        for (const std::uint64_t times : run.multiplicity) {
            counts[intervalOf(phase, intervals)] += times;
            phase += turn.value;
        }
    }
}

void countByIntegers(Turn turn, std::uint64_t length, std::span<std::uint64_t> counts)
{
    const auto intervals = static_cast<std::uint32_t>(counts.size());
    for (std::uint32_t k = 0; k < intervals; ++k) {
        counts[k] = intervalEdge(k, intervals);
    }
    FloorSum(turn, length).countAtOrAbove(counts);
    for (std::uint32_t k = 0; k + 1 < intervals; ++k) {
        counts[k] -= counts[k + 1];
    }
}

// The edges of all intervals as the loops take them, and room for their ranks; edge 0 is in neither.
struct EdgeRanks {
    std::vector<double> edges;
    std::vector<double> ranks;
    std::vector<std::uint64_t> weighted;
};

EdgeRanks& edgeRanksOf(std::uint32_t intervals)
{
    thread_local EdgeRanks memory; // kept from one rotation to the next, which mostly has as many intervals
    thread_local std::uint32_t madeFor = 0;
    if (madeFor != intervals) {
        memory.edges.assign(intervals + edgeRankBlock, 0.0);
        memory.ranks.assign(intervals + edgeRankBlock, 0.0);
        memory.weighted.assign(intervals + edgeRankBlock, 0);
        for (std::uint32_t k = 1; k < intervals; ++k) {
            constexpr std::uint64_t half = std::uint64_t{1} << 63;
            memory.edges[k] = static_cast<double>(static_cast<std::int64_t>(half - intervalEdge(k, intervals))) * 0x1p-64;
        }
        madeFor = intervals;
    }
    return memory;
}

// Decides in integers what was not decided in doubles.
void decide(Turn turn, std::uint64_t length, double base, std::uint32_t intervals, std::vector<double>& ranks)
{
    std::vector<std::uint32_t> which;
    std::vector<std::uint64_t> edges;
    for (std::uint32_t k = 1; k < intervals; ++k) {
        if (ranks[k] == undecidedRank) {
            which.push_back(k);
            edges.push_back(intervalEdge(k, intervals));
        }
    }
    FloorSum(turn, length).countAtOrAbove(edges);
    for (std::size_t i = 0; i < which.size(); ++i) {
        ranks[which[i]] = static_cast<double>(edges[i]) + base;
    }
}

void countByEdgeRanks(
    Turn turn, std::uint64_t length, EdgeRankPlanner& planner, const EdgeRankLoops& loops, std::span<std::uint64_t> counts)
{
    const auto intervals = static_cast<std::uint32_t>(counts.size());
    auto& [edges, ranks, weighted] = edgeRanksOf(intervals);
    bool undecided = false;
    for (std::size_t k = 1; k < intervals;) {
        const EdgeRanksFound found = loops.find(planner.plan(), &edges[k], &ranks[k], intervals - k);
        undecided |= found.undecided;
        k += found.edges;
        if (k < intervals && !planner.addLevels()) {
            const std::size_t end = std::min<std::size_t>(k + edgeRankBlock, intervals);
            std::fill(&ranks[k], &ranks[end], undecidedRank);
            undecided = true;
            k = end;
        }
    }
    if (undecided) {
        decide(turn, length, planner.base(), intervals, ranks);
    }
    ranks[0] = static_cast<double>(length) + planner.base();
    ranks[intervals] = planner.base();
    loops.subtract(ranks.data(), counts.data(), intervals);
}

// Ranks as WeightedFloorSum gives them, of the edges 0 ... intervals.
void subtractWeighted(std::span<const std::uint64_t> ranks, std::span<std::uint64_t> counts)
{
    for (std::size_t k = 0; k < counts.size(); ++k) {
        counts[k] = (ranks[k] - ranks[k + 1]) / 4;
    }
}

// Those of the edges that are named; edge 0 is one, and edge `intervals` follows from it.
void rankByIntegers(
    Turn turn, const CountedRange& range, std::uint32_t intervals, const std::vector<std::uint32_t>& which, std::span<std::uint64_t> ranks)
{
    std::vector<std::uint64_t> edges(which.size());
    std::ranges::transform(which, edges.begin(), [intervals](std::uint32_t k) { return intervalEdge(k, intervals); });
    WeightedFloorSum(turn, range).ranks(edges);
    for (std::size_t i = 0; i < which.size(); ++i) {
        ranks[which[i]] = edges[i];
    }
    ranks[intervals] = ranks[0] - 4 * range.total();
}

// As many as doubles decide; the others stay undecidedWeightedRank.
void rankByDoubles(EdgeRankPlanner& planner, FindWeightedEdgeRanks& find, const double* edges, std::size_t intervals, std::uint64_t* ranks)
{
    for (std::size_t k = 1; k < intervals;) {
        k += find(planner.plan(), &edges[k], &ranks[k], intervals - k).edges;
        if (k < intervals && !planner.addLevels()) {
            const std::size_t end = std::min<std::size_t>(k + edgeRankBlock, intervals);
            std::fill(&ranks[k], &ranks[end], undecidedWeightedRank);
            k = end;
        }
    }
}

} // namespace

AngleHistograms::AngleHistograms(std::size_t dimensions, std::uint32_t intervals)
    : m_intervals(intervals), m_counts(dimensions * intervals, 0), m_totals(dimensions, 0)
{
}

std::span<const std::uint64_t> AngleHistograms::counts(std::size_t dimension) const
{
    return {&m_counts[dimension * m_intervals], m_intervals};
}

std::span<std::uint64_t> AngleHistograms::counts(std::size_t dimension)
{
    return {&m_counts[dimension * m_intervals], m_intervals};
}

void AngleHistograms::add(const AngleHistograms& part, std::size_t firstDimension)
{
    for (std::size_t dimension = 0; dimension < part.dimensions(); ++dimension) {
        const std::span<std::uint64_t> sums = counts(firstDimension + dimension);
        std::ranges::transform(sums, part.counts(dimension), sums.begin(), std::plus<>());
        m_totals[firstDimension + dimension] += part.total(dimension);
    }
}

void AngleHistograms::copyDimension(std::size_t dimension, const AngleHistograms& from, std::size_t fromDimension)
{
    std::ranges::copy(from.counts(fromDimension), counts(dimension).begin());
    m_totals[dimension] = from.m_totals[fromDimension];
}

void countByLoop(Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts)
{
    const auto end = static_cast<std::uint64_t>(positions.end());
    if (positions.isUniform()) {
        countPositions(turn, end, counts, [](std::uint64_t) { return std::uint64_t{1}; });
    } else if (positions.isScattered()) {
        countRuns(turn, positions, counts);
    } else if (!positions.isCounted()) {
        countPositions(turn, end, counts, [range = positions.range()](std::uint64_t distance) { return range.first - distance; });
    } else {
        countPositions(
            turn, end, counts, [multiplicity = positions.run(0).multiplicity](std::uint64_t position) { return multiplicity[position]; });
    }
}

void countByFloorSum(Turn turn, std::int64_t length, std::span<std::uint64_t> counts, InstructionSet set)
{
    EdgeRankPlanner planner(turn, static_cast<std::uint64_t>(length));
    if (planner.addLevels()) {
        countByEdgeRanks(turn, static_cast<std::uint64_t>(length), planner, edgeRankLoops(set), counts);
    } else {
        countByIntegers(turn, static_cast<std::uint64_t>(length), counts);
    }
}

void countByWeightedFloorSum(Turn turn, const CountedRange& range, std::span<std::uint64_t> counts, InstructionSet set)
{
    const auto intervals = static_cast<std::uint32_t>(counts.size());
    EdgeRanks& memory = edgeRanksOf(intervals);
    EdgeRankPlanner planner(turn, range);
    std::vector<std::uint32_t> undecided = {0};
    std::ranges::fill(memory.weighted, undecidedWeightedRank);
    if (planner.addLevels()) {
        rankByDoubles(planner, *edgeRankLoops(set).findWeighted, memory.edges.data(), intervals, memory.weighted.data());
    }
    for (std::uint32_t k = 1; k < intervals; ++k) {
        if (memory.weighted[k] == undecidedWeightedRank) {
            undecided.push_back(k);
        }
    }
    rankByIntegers(turn, range, intervals, undecided, memory.weighted);
    subtractWeighted(std::span(memory.weighted).first(intervals + 1), counts);
}

void countAngles(Turn turn, const PositionSet& positions, std::span<std::uint64_t> counts)
{
    if (!positions.isCounted()) {
        const auto length = static_cast<std::uint64_t>(positions.end());
        const CountingCost cost = countingCost(length, counts.size());
        if (positions.isUniform() && cost.floorSum < cost.loop) {
            countByFloorSum(turn, positions.end(), counts);
            return;
        }
        if (!positions.isUniform() && weightedCostRatio * cost.floorSum < cost.loop) {
            countByWeightedFloorSum(turn, positions.range(), counts);
            return;
        }
    }
    countByLoop(turn, positions, counts);
}

} // namespace rotascope
