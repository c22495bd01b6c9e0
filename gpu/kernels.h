// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The kernels. Each is a small value, its arguments, and what one block of threads does with them, written against a Block:
//
//     block.index(), block.count()     which block this is, of how many
//     block.threads()                  threads in the block
//     block.forEachThread(body)        every thread runs body(thread); then all wait for each other
//     block.barrier()                  all wait
//     block.shared<T>(offset)          the block's own memory, from a byte offset on
//     block.add(counter, value)        atomic
//
// DeviceBlock runs them on a GPU; the tests run the very same text on the CPU (tests/gpu/host_device.h), index arithmetic,
// barriers and all. Whatever stands outside forEachThread is done alike by every thread.

#include "core/angle/floor_sum.h"
#include "core/angle/recorded_angle.h"
#include "core/angle/turn.h"
#include "core/angle/weighted_floor_sum.h"
#include "core/engine/divergence_sum.h"
#include "core/engine/rotation.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <variant>

namespace rotascope::gpu {

/// Counts positions first ... first+length-1 by visiting each: for short contexts, and for counted positions.
/// Blocks: turns x ceil(length / chunk), the turn running fastest. Counter: uint32 if each position counts once (then chunk
/// < 2^32), uint64 if they have weights.
template <class Counter> struct CountPositions {
    const Turn* turns; ///< [turnCount]
    unsigned turnCount;
    const std::uint64_t* multiplicity; ///< [length], of the positions from `first` on; null: each has the weight of `range`
    std::uint64_t first;
    std::uint64_t length;
    std::uint64_t chunk; ///< positions a block
    std::uint32_t intervals;
    bool usesShared; ///< whether [intervals] counters fit the shared memory
    std::uint64_t* counts; ///< [turnCount, intervals]; added to
    CountedRange range = {}; ///< what the weights are of

    [[nodiscard]] std::size_t sharedBytes() const { return usesShared ? intervals * sizeof(Counter) : 0; }

    template <class Block> ROTASCOPE_HOST_DEVICE void run(Block& block) const
    {
        const unsigned row = block.index() % turnCount;
        const Turn turn = turns[row];
        const std::uint64_t begin = (block.index() / turnCount) * chunk;
        const std::uint64_t end = begin + chunk < length ? begin + chunk : length;
        std::uint64_t* const total = counts + static_cast<std::size_t>(row) * intervals;
        auto* const counters = block.template shared<Counter>(0);
        clear(block, counters);
        // Each thread takes successive positions: those of a slow dimension share an interval and need one addition.
        const std::uint64_t span = (end - begin + block.threads() - 1) / block.threads();
        block.forEachThread([&](unsigned thread) {
            std::uint64_t position = begin + thread * span;
            const std::uint64_t last = position + span < end ? position + span : end;
            std::uint64_t phase = phaseAt(turn, first + position);
            std::uint32_t current = intervalOf(phase, intervals);
            Counter weight = 0;
            for (; position < last; ++position, phase += turn.value) {
                const std::uint32_t interval = intervalOf(phase, intervals);
                if (interval != current) {
                    add(block, counters, total, current, weight);
                    current = interval;
                    weight = 0;
                }
                weight += static_cast<Counter>(multiplicity == nullptr ? range.weightOf(first + position) : multiplicity[position]);
            }
            add(block, counters, total, current, weight);
        });
        flush(block, counters, total);
    }

private:
    template <class Block> ROTASCOPE_HOST_DEVICE void clear(Block& block, Counter* counters) const
    {
        if (usesShared) {
            block.forEachThread([&](unsigned thread) {
                for (std::uint32_t k = thread; k < intervals; k += block.threads()) {
                    counters[k] = 0;
                }
            });
        }
    }

    template <class Block>
    ROTASCOPE_HOST_DEVICE void add(Block& block, Counter* counters, std::uint64_t* total, std::uint32_t interval, Counter weight) const
    {
        if (weight == 0) {
            return;
        }
        if (usesShared) {
            block.add(&counters[interval], weight);
        } else {
            block.add(&total[interval], static_cast<std::uint64_t>(weight));
        }
    }

    template <class Block> ROTASCOPE_HOST_DEVICE void flush(Block& block, const Counter* counters, std::uint64_t* total) const
    {
        if (usesShared) {
            block.forEachThread([&](unsigned thread) {
                for (std::uint32_t k = thread; k < intervals; k += block.threads()) {
                    if (counters[k] != 0) {
                        block.add(&total[k], static_cast<std::uint64_t>(counters[k]));
                    }
                }
            });
        }
    }
};

/// Counts recorded angles. Blocks: groups of dimensions x ceil(rows / chunk), the group running fastest. Counters lie
/// [intervals + 2, group] in shared memory, so that the 32 neighbours of a warp, each with a dimension of its own, never meet in a
/// bank. The two rows beyond the last interval take full turns, which belong to interval 0, and what is no angle: counting then has
/// no branch.
struct CountRecorded {
    const float* angles; ///< [rows, columns], rad
    std::uint64_t rows;
    std::uint64_t chunk; ///< rows a block, < 2^32
    std::uint32_t columns; ///< dimensions of this tile
    std::uint32_t groupShift; ///< a block has 2^groupShift dimensions, which divides the number of threads
    std::uint32_t intervals;
    std::uint32_t dimensions; ///< of the whole recording
    bool usesShared; ///< whether the counters fit the shared memory
    double perRadian; ///< intervalsPerRadian(intervals)
    std::uint64_t* counts; ///< [intervals, dimensions], from the tile's first dimension on; added to
    std::uint32_t* bad; ///< [1]: how many values are no angles; added to

    /// Of a block of 2^groupShift dimensions.
    [[nodiscard]] static std::size_t counterBytes(std::uint32_t intervals, std::uint32_t groupShift)
    {
        return (sizeof(std::uint32_t) * (std::size_t{intervals} + 2)) << groupShift;
    }
    [[nodiscard]] std::size_t sharedBytes() const { return usesShared ? counterBytes(intervals, groupShift) : 0; }

    template <class Block> ROTASCOPE_HOST_DEVICE void run(Block& block) const
    {
        const std::uint32_t group = 1U << groupShift;
        const std::uint32_t groups = (columns + group - 1) >> groupShift;
        const std::uint32_t firstColumn = (block.index() % groups) << groupShift;
        const std::uint64_t begin = (block.index() / groups) * chunk;
        const auto blockRows = static_cast<std::uint32_t>(begin + chunk < rows ? chunk : rows - begin);
        auto* const counters = block.template shared<std::uint32_t>(0);
        const std::uint32_t cells = usesShared ? (intervals + 2) << groupShift : 0;
        block.forEachThread([&](unsigned thread) {
            for (std::uint32_t cell = thread; cell < cells; cell += block.threads()) {
                counters[cell] = 0;
            }
        });
        block.forEachThread([&](unsigned thread) {
            const std::uint32_t inGroup = thread & (group - 1);
            const std::uint32_t column = firstColumn + inGroup;
            const std::uint32_t first = thread >> groupShift; // this thread's first row
            if (column >= columns || first >= blockRows) {
                return;
            }
            const std::uint32_t rowStep = block.threads() >> groupShift;
            const Column mine{
                angles + (begin + first) * columns + column, std::size_t{rowStep} * columns, (blockRows - first - 1) / rowStep + 1};
            if (usesShared) {
                countInShared(block, counters + inGroup, mine);
            } else {
                countInTotal(block, column, mine);
            }
        });
        block.forEachThread([&](unsigned thread) {
            for (std::uint32_t cell = thread; cell < cells; cell += block.threads()) {
                if (const std::uint32_t count = counters[cell]; count != 0) {
                    addToTotal(block, cell >> groupShift, firstColumn + (cell & (group - 1)), count);
                }
            }
        });
    }

private:
    static constexpr std::uint32_t loadsAtOnce = 8;

    // The angles that a thread counts.
    struct Column {
        const float* next;
        std::size_t step;
        std::uint32_t left;
    };

    // Several loads are under way before the first is used: one at a time would leave half of the memory's bandwidth idle.
    template <class Block> ROTASCOPE_HOST_DEVICE void countInShared(Block& block, std::uint32_t* counters, Column mine) const
    {
        for (; mine.left >= loadsAtOnce; mine.left -= loadsAtOnce) {
            float values[loadsAtOnce]; // NOLINT(modernize-avoid-c-arrays): std::array's functions are not for devices
            for (float& value : values) {
                value = *mine.next;
                mine.next += mine.step;
            }
            for (const float value : values) {
                block.add(&counters[rowOf(value) << groupShift], std::uint32_t{1});
            }
        }
        for (; mine.left > 0; --mine.left, mine.next += mine.step) {
            block.add(&counters[rowOf(*mine.next) << groupShift], std::uint32_t{1});
        }
    }

    template <class Block> ROTASCOPE_HOST_DEVICE void countInTotal(Block& block, std::uint32_t column, Column mine) const
    {
        for (; mine.left > 0; --mine.left, mine.next += mine.step) {
            addToTotal(block, rowOf(*mine.next), column, 1);
        }
    }

    // The row of counters of a value: its interval; `intervals` for a full turn; the next for what is no angle.
    [[nodiscard]] ROTASCOPE_HOST_DEVICE std::uint32_t rowOf(float value) const
    {
        const bool isOne = isAngle(value);
        const double angle = isOne ? value : 0.0F;
        const auto row = static_cast<std::uint32_t>(static_cast<std::int32_t>(angle * perRadian));
        return isOne ? row : intervals + 1;
    }

    template <class Block>
    ROTASCOPE_HOST_DEVICE void addToTotal(Block& block, std::uint32_t row, std::uint32_t column, std::uint32_t count) const
    {
        if (row > intervals) {
            block.add(bad, count);
        } else { // the threads of a warp add to neighbours
            const std::size_t interval = row < intervals ? row : 0;
            block.add(&counts[interval * dimensions + column], static_cast<std::uint64_t>(count));
        }
    }
};

/// Finds the floor sum's levels of every rotation, one a thread. Any number of blocks.
struct FindLevels {
    const Rotation* rotations; ///< [count]
    std::uint64_t count;
    FloorSumLevel* levels; ///< [count, maxFloorSumLevels]

    [[nodiscard]] static std::size_t sharedBytes() { return 0; }

    template <class Block> ROTASCOPE_HOST_DEVICE void run(Block& block) const
    {
        block.forEachThread([&](unsigned thread) {
            for (std::uint64_t i = static_cast<std::uint64_t>(block.index()) * block.threads() + thread; i < count;
                 i += static_cast<std::uint64_t>(block.count()) * block.threads()) {
                FloorSumLevel* const level = levels + i * maxFloorSumLevels;
                FloorSumLevels source(rotations[i].turn);
                for (unsigned index = 0; !source.atEnd(); ++index) {
                    level[index] = source.next();
                }
            }
        });
    }
};

/// A rotation's angles up to an edge: sums[0 ... intervals], such that interval k holds sums[k] - sums[k+1] angles and the
/// intervals 0 ... k together sums[0] - sums[k+1] (mod 2^64, which their difference does not feel). Twice as many where they have weights.
ROTASCOPE_HOST_DEVICE inline std::uint64_t sumAtEdge(
    const Rotation& rotation, const CountedRange& range, const FloorSumLevel* levels, std::uint32_t k, std::uint32_t intervals)
{
    const std::uint64_t offset = k == 0 || k == intervals ? 0 : 0 - intervalEdge(k, intervals);
    // Edge 0 stands for the offset 2^64, which adds one to every term; edge `intervals` for the offset 0.
    if (range.first == 0) {
        FloorSumState state = beginFloorSum(rotation.turn, range.end, offset);
        for (; state.terms != 0; ++levels) {
            advance(state, *levels);
        }
        return k == 0 ? state.sum + range.end : state.sum;
    }
    WeightedFloorSumState state = beginWeightedFloorSum(rotation.turn, range, offset);
    for (WeightedLevel weighted; state.plain.terms != 0; ++levels) {
        advance(state, *levels, weighted);
        weighted.advance(levels->quotient);
    }
    return k == 0 ? state.sum + 2 * range.total() : state.sum;
}

/// What differences of such sums are divided by: as a shift.
ROTASCOPE_HOST_DEVICE inline unsigned shiftOfSums(const CountedRange& range)
{
    return range.first == 0 ? 0 : 1;
}

/// Counts the angles of every rotation. Blocks: rotations x parts(intervals), the part running fastest; each has `threads` edges, whose
/// last one is the next part's first.
struct CountBetweenEdges {
    const Rotation* rotations; ///< [count]
    const FloorSumLevel* levels; ///< [count, maxFloorSumLevels]
    std::uint32_t intervals;
    std::uint64_t* counts; ///< [count, intervals]
    CountingMeasure counting = {};

    static constexpr unsigned threads = 128; ///< of a block

    [[nodiscard]] ROTASCOPE_HOST_DEVICE static unsigned parts(std::uint32_t intervals) { return (intervals + threads - 2) / (threads - 1); }
    [[nodiscard]] static std::size_t sharedBytes() { return threads * sizeof(std::uint64_t); }

    template <class Block> ROTASCOPE_HOST_DEVICE void run(Block& block) const
    {
        const std::size_t i = block.index() / parts(intervals);
        const std::uint32_t first = block.index() % parts(intervals) * (threads - 1);
        const CountedRange range = counting.over(rotations[i].length);
        auto* const sums = block.template shared<std::uint64_t>(0);
        block.forEachThread([&](unsigned thread) {
            if (const std::uint32_t k = first + thread; k <= intervals) {
                sums[thread] = sumAtEdge(rotations[i], range, levels + i * maxFloorSumLevels, k, intervals);
            }
        });
        block.forEachThread([&](unsigned thread) {
            if (const std::uint32_t k = first + thread; thread + 1 < threads && k < intervals) {
                counts[i * intervals + k] = (sums[thread] - sums[thread + 1]) >> shiftOfSums(range);
            }
        });
    }
};

namespace detail {

// Shared memory of a divergence: the lanes, then one counter.
inline constexpr std::size_t laneBytes = divergenceLanes * sizeof(CompensatedSum);
inline constexpr std::size_t divergenceBytes = laneBytes + 16;

// Doubles in the order of their values as unsigned integers, and back.
ROTASCOPE_HOST_DEVICE inline std::uint64_t orderedBits(double value)
{
    std::uint64_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    return (bits >> 63) != 0 ? ~bits : bits | std::uint64_t{1} << 63;
}

ROTASCOPE_HOST_DEVICE inline double fromOrderedBits(std::uint64_t ordered)
{
    const std::uint64_t bits = (ordered >> 63) != 0 ? ordered & ~(std::uint64_t{1} << 63) : ~ordered;
    double value = 0.0;
    memcpy(&value, &bits, sizeof value);
    return value;
}

// The value of rank `rank` (0-based) among values[count], found bit by bit from the highest: the largest x that no more than `rank`
// values lie below.
template <class Block>
ROTASCOPE_HOST_DEVICE std::uint64_t valueOfRank(Block& block, const std::uint64_t* values, std::uint32_t count, std::uint32_t rank)
{
    auto* const below = block.template shared<std::uint32_t>(laneBytes);
    std::uint64_t found = 0;
    for (int bit = 63; bit >= 0; --bit) {
        const std::uint64_t candidate = found | std::uint64_t{1} << bit;
        block.forEachThread([&](unsigned thread) {
            if (thread == 0) {
                *below = 0;
            }
        });
        block.forEachThread([&](unsigned thread) {
            std::uint32_t mine = 0;
            for (std::uint32_t k = thread; k < count; k += block.threads()) {
                mine += values[k] < candidate ? 1 : 0;
            }
            if (mine != 0) {
                block.add(below, mine);
            }
        });
        if (*below <= rank) {
            found = candidate;
        }
        block.barrier(); // all have read it before it is cleared
    }
    return found;
}

// The sum of all lanes; lane(k) adds what interval k has to say. As in divergence.cpp: the same order, the same doubles.
template <class Block, class AddTo> ROTASCOPE_HOST_DEVICE double sumOfLanes(Block& block, std::uint32_t intervals, const AddTo& addTo)
{
    auto* const lanes = block.template shared<CompensatedSum>(0);
    block.forEachThread([&](unsigned thread) {
        if (thread < divergenceLanes) {
            CompensatedSum lane;
            for (std::uint32_t k = thread; k < intervals; k += divergenceLanes) {
                addTo(k, lane);
            }
            lanes[thread] = lane;
        }
    });
    for (unsigned half = divergenceLanes / 2; half > 0; half /= 2) {
        block.forEachThread([&](unsigned thread) {
            if (thread < half) {
                lanes[thread].add(lanes[thread + half]);
            }
        });
    }
    return lanes[0].value();
}

// A divergence of two dimensions. beforeAt(k), afterAt(k): the count of interval k; of all intervals up to k for Wasserstein. flows:
// [intervals], overwritten for Wasserstein by the thread that has just asked for interval k; may lie where afterAt(k) reads.
template <class Block, class BeforeAt, class AfterAt>
ROTASCOPE_HOST_DEVICE double divergenceOf(Block& block, Divergence divergence, double epsilon, std::uint32_t intervals,
    std::uint64_t totalBefore, std::uint64_t totalAfter, const BeforeAt& beforeAt, const AfterAt& afterAt, std::uint64_t* flows)
{
    double sum = 0.0;
    if (divergence == Divergence::Wasserstein) {
        block.forEachThread([&](unsigned thread) {
            for (std::uint32_t k = thread; k < intervals; k += block.threads()) {
                flows[k] = orderedBits(frequencyOf(beforeAt(k), totalBefore) - frequencyOf(afterAt(k), totalAfter));
            }
        });
        const double median = fromOrderedBits(valueOfRank(block, flows, intervals, intervals / 2));
        sum = sumOfLanes(
            block, intervals, [&](std::uint32_t k, CompensatedSum& lane) { lane.add(fabs(fromOrderedBits(flows[k]) - median)); });
    } else {
        sum = sumOfLanes(block, intervals, [&](std::uint32_t k, CompensatedSum& lane) {
            addTerm(divergence, frequencyOf(beforeAt(k), totalBefore), frequencyOf(afterAt(k), totalAfter), epsilon, lane);
        });
    }
    return finishDivergence(divergence, sum, intervals);
}

} // namespace detail

/// The divergence of each pair of rows. One block a row, at least divergenceLanes threads.
struct CompareRows {
    Divergence divergence;
    double epsilon;
    std::uint32_t intervals;
    const std::uint64_t* before; ///< [rows, intervals]; cumulated for Divergence::Wasserstein
    std::uint64_t* after; ///< [rows, intervals]; cumulated for Divergence::Wasserstein, which overwrites it
    const std::uint64_t* totals; ///< [rows, 2]: before, after
    double* result; ///< [rows]

    [[nodiscard]] static std::size_t sharedBytes() { return detail::divergenceBytes; }

    template <class Block> ROTASCOPE_HOST_DEVICE void run(Block& block) const
    {
        const std::size_t row = block.index();
        const std::uint64_t* const p = before + row * intervals;
        std::uint64_t* const q = after + row * intervals;
        const double value = detail::divergenceOf(
            block, divergence, epsilon, intervals, totals[2 * row], totals[2 * row + 1], [&](std::uint32_t k) { return p[k]; },
            [&](std::uint32_t k) { return q[k]; }, q);
        block.forEachThread([&](unsigned thread) {
            if (thread == 0) {
                result[row] = value;
            }
        });
    }
};

/// The divergence of each rotation from its row of `before`; its histogram exists only while it is needed. Any number of blocks,
/// at least divergenceLanes threads each.
struct CompareRotations {
    Divergence divergence;
    double epsilon;
    std::uint32_t intervals;
    const std::uint64_t* before; ///< [rows, intervals]; cumulated for Divergence::Wasserstein
    const std::uint64_t* totals; ///< [rows]
    const Rotation* rotations; ///< [count]
    const FloorSumLevel* levels; ///< [count, maxFloorSumLevels]
    std::uint64_t count;
    std::uint64_t* scratch; ///< [blocks, intervals + 1], or null: the sums fit the shared memory
    double* result; ///< [count]
    CountingMeasure counting = {};

    [[nodiscard]] std::size_t sharedBytes() const
    {
        return detail::divergenceBytes + (scratch == nullptr ? (std::size_t{intervals} + 1) * sizeof(std::uint64_t) : 0);
    }

    template <class Block> ROTASCOPE_HOST_DEVICE void run(Block& block) const
    {
        std::uint64_t* const sums = scratch == nullptr ? block.template shared<std::uint64_t>(detail::divergenceBytes)
                                                       : scratch + std::size_t{block.index()} * (intervals + 1);
        for (std::uint64_t i = block.index(); i < count; i += block.count()) {
            const Rotation rotation = rotations[i];
            const CountedRange range = counting.over(rotation.length);
            block.forEachThread([&](unsigned thread) {
                for (std::uint32_t k = thread; k <= intervals; k += block.threads()) {
                    sums[k] = sumAtEdge(rotation, range, levels + i * maxFloorSumLevels, k, intervals);
                }
            });
            const std::uint64_t* const p = before + std::size_t{rotation.before} * intervals;
            const bool isCumulated = divergence == Divergence::Wasserstein;
            const unsigned shift = shiftOfSums(range);
            const double value = detail::divergenceOf(
                block, divergence, epsilon, intervals, totals[rotation.before], range.total(), [&](std::uint32_t k) { return p[k]; },
                [&](std::uint32_t k) { return ((isCumulated ? sums[0] : sums[k]) - sums[k + 1]) >> shift; }, sums + 1);
            block.forEachThread([&](unsigned thread) {
                if (thread == 0) {
                    result[i] = value;
                }
            });
        }
    }
};

/// The most threads that a block of a kernel has, and how many blocks a multiprocessor shall hold at once: what the compiler shares
/// the registers out by.
template <class K> struct LaunchBounds {
    static constexpr unsigned threads = 256;
    static constexpr unsigned blocksAtOnce = 1;
};
template <> struct LaunchBounds<CountRecorded> {
    static constexpr unsigned threads = 512;
    static constexpr unsigned blocksAtOnce = 4;
};

/// Any of them.
using Kernel = std::variant<CountPositions<std::uint32_t>, CountPositions<std::uint64_t>, CountRecorded, FindLevels, CountBetweenEdges,
    CompareRows, CompareRotations>;

} // namespace rotascope::gpu
