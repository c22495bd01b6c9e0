// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device_engine.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <iterator>
#include <mutex>
#include <numeric>
#include <utility>

namespace rotascope::gpu {
namespace {

// A request that finds no memory is tried again with tiles of a quarter, down to this.
constexpr std::size_t leastTileBytes = std::size_t{1} << 16;
// A tile does no more than this many edges or positions, so that a stop is heard within some tens of milliseconds.
constexpr std::size_t tileWork = std::size_t{1} << 28;
// Recorded angles go through two buffers of at most this size: one is filled while the other is counted.
constexpr std::size_t bufferBytes = std::size_t{16} << 20;

// Of the shared memory of a multiprocessor, what each block costs beside its own.
constexpr std::size_t reservedSharedBytes = 1024;

constexpr unsigned positionThreads = 256;
constexpr unsigned levelThreads = 128;

tl::unexpected<Fault> requestFault(Error error)
{
    return tl::unexpected(Fault{FaultKind::Request, std::move(error)});
}

unsigned blocksFor(std::size_t items, std::size_t perBlock)
{
    return static_cast<unsigned>((items + perBlock - 1) / perBlock);
}

// Whether visiting each position is cheaper than finding the edges by floor sums. Steps of a thread for each: estimates. What a floor
// sum's levels wait for each other is measured (docs/benchmarks.md): 0.06 ms, in which a multiprocessor visits 400,000 positions.
bool loopIsCheaper(std::uint64_t turns, std::uint64_t length, std::uint32_t intervals, unsigned multiprocessors)
{
    constexpr std::uint64_t visit = 12;
    constexpr std::uint64_t visitsWhileLevelsWait = 400'000;
    const std::uint64_t edge = 60 + 50 * static_cast<unsigned>(std::bit_width(length));
    return static_cast<double>(visit * turns) * static_cast<double>(length)
        < static_cast<double>(turns * intervals * edge + visit * visitsWhileLevelsWait * multiprocessors);
}

// What a download was to become goes when the request has failed: no copy may be under way to it any more.
Result<void> drainedIfFailed(Device& device, Result<void> done)
{
    if (!done) {
        device.drain();
    }
    return done;
}

// Rows of histograms, [rows, intervals], with the counts up to each interval: as Wasserstein's distance wants them.
std::vector<std::uint64_t> cumulatedRows(const AngleHistograms& histograms, std::size_t first, std::size_t count)
{
    std::vector<std::uint64_t> rows;
    rows.reserve(count * histograms.intervals());
    for (std::size_t i = first; i < first + count; ++i) {
        const std::span<const std::uint64_t> counts = histograms.counts(i);
        std::partial_sum(counts.begin(), counts.end(), std::back_inserter(rows));
    }
    return rows;
}

// Hands out parts of one piece of device memory.
class Arena {
public:
    static Result<Arena> make(Device& device, std::size_t bytes)
    {
        return DeviceMemory::allocate(device, bytes).map([](DeviceMemory&& memory) {
            Arena arena;
            arena.m_memory = std::move(memory);
            return arena;
        });
    }

    static constexpr std::size_t sizeOf(std::size_t bytes) { return (bytes + 255) / 256 * 256; }

    template <class T> T* take(std::size_t count)
    {
        T* const part = reinterpret_cast<T*>(m_memory.as<std::byte>() + m_used);
        m_used += sizeOf(count * sizeof(T));
        return part;
    }

private:
    DeviceMemory m_memory;
    std::size_t m_used = 0;
};

// Whose turn it is to use the device: one thread's at a time. Waiting for it can be stopped.
class DeviceTurn {
public:
    /// Whether it was got; not if a stop was asked for while waiting.
    bool take(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_free.wait(lock, stop, [this] { return !m_isTaken; })) {
            return false;
        }
        m_isTaken = true;
        return true;
    }
    void giveBack()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isTaken = false;
        }
        m_free.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_free;
    bool m_isTaken = false;
};

// Holds the turn, and gives it back at the end.
class HeldTurn {
public:
    HeldTurn(DeviceTurn& turn, const std::stop_token& stop) : m_turn(turn), m_isHeld(turn.take(stop)) { }
    HeldTurn(const HeldTurn&) = delete;
    HeldTurn& operator=(const HeldTurn&) = delete;
    ~HeldTurn() { giveBack(); }

    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    void giveBack()
    {
        if (std::exchange(m_isHeld, false)) {
            m_turn.giveBack();
        }
    }
    void takeAgain() { m_isHeld = m_turn.take({}); }

private:
    DeviceTurn& m_turn;
    bool m_isHeld;
};

// Why the device is not asked, and until when. Seen from all threads.
class Outage {
public:
    explicit Outage(std::chrono::milliseconds firstPause) : m_firstPause(firstPause), m_pause(firstPause) { }

    /// For a user; empty when the device may be asked.
    [[nodiscard]] Sentence reason() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isForGood || Clock::now() < m_until ? m_reason : Sentence();
    }
    void forGood(Sentence reason)
    {
        const std::lock_guard lock(m_mutex);
        m_reason = std::move(reason);
        m_isForGood = true;
    }
    /// For a while, twice as long each time.
    void pause(Sentence reason)
    {
        const std::lock_guard lock(m_mutex);
        m_reason = std::move(reason);
        m_until = Clock::now() + m_pause;
        m_pause = std::min(2 * m_pause, longestPause);
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_until = {};
        m_pause = m_firstPause;
    }

private:
    using Clock = std::chrono::steady_clock;

    mutable std::mutex m_mutex;
    Sentence m_reason;
    bool m_isForGood = false;
    Clock::time_point m_until;
    std::chrono::milliseconds m_firstPause;
    std::chrono::milliseconds m_pause;
};

// One request with a certain tile size: what its steps need. Every step does nothing once one has failed.
class Request {
public:
    Request(Device& device, DeviceTurn& turn, HeldTurn& held, std::size_t tileBytes, EngineRun& run)
        : m_device(device), m_turn(turn), m_held(held), m_tileBytes(tileBytes), m_run(run)
    {
    }

    Result<AngleHistograms> histograms(std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals)
    {
        AngleHistograms result(turns.size(), intervals);
        for (std::size_t i = 0; i < turns.size(); ++i) {
            result.setTotal(i, positions.total());
        }
        const bool byLoop = positions.isCounted()
            || loopIsCheaper(turns.size(), static_cast<std::uint64_t>(positions.end()), intervals, m_device.properties().multiprocessors);
        const Result<void> counted
            = byLoop ? visitPositions(turns, positions, intervals, result) : sumPositions(turns, positions, intervals, result);
        return counted.map([&] { return std::move(result); });
    }

    Result<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals)
    {
        AngleHistograms result(rotations.size(), intervals);
        for (std::size_t i = 0; i < rotations.size(); ++i) {
            result.setTotal(i, counting.over(rotations[i].length).total());
        }
        return sumRotations(counting, rotations, intervals, result).map([&] { return std::move(result); });
    }

    Result<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals);

    Result<std::vector<double>> disturbances(const Measure& measure, const AngleHistograms& before, const AngleHistograms& after)
    {
        std::vector<double> result(before.dimensions());
        const std::size_t intervals = before.intervals();
        const std::size_t rowBytes = 2 * intervals * sizeof(std::uint64_t) + 3 * sizeof(std::uint64_t);
        return forTiles(result.size(), rowBytes, 2 * intervals, [&](std::size_t first, std::size_t count) {
            std::vector<std::uint64_t> totals(2 * count);
            for (std::size_t i = 0; i < count; ++i) {
                totals[2 * i] = before.total(first + i);
                totals[2 * i + 1] = after.total(first + i);
            }
            return arena(2 * Arena::sizeOf(count * intervals * sizeof(std::uint64_t)) + Arena::sizeOf(2 * count * sizeof(std::uint64_t))
                + Arena::sizeOf(count * sizeof(double)))
                .and_then([&](Arena&& memory) {
                    auto* const deviceBefore = memory.take<std::uint64_t>(count * intervals);
                    auto* const deviceAfter = memory.take<std::uint64_t>(count * intervals);
                    auto* const deviceTotals = memory.take<std::uint64_t>(2 * count);
                    auto* const deviceResult = memory.take<double>(count);
                    return uploadRows(deviceBefore, before, first, count, measure.divergence)
                        .and_then([&] { return uploadRows(deviceAfter, after, first, count, measure.divergence); })
                        .and_then([&] { return upload(deviceTotals, totals); })
                        .and_then([&] {
                            return m_device.launch(CompareRows{measure.divergence, measure.epsilon, before.intervals(), deviceBefore,
                                                       deviceAfter, deviceTotals, deviceResult},
                                {static_cast<unsigned>(count), divergenceLanes});
                        })
                        .and_then([&] { return download(std::span(result).subspan(first, count), deviceResult); });
                });
        }).map([&] { return std::move(result); });
    }

    Result<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations)
    {
        const std::size_t cells = before.dimensions() * before.intervals();
        std::vector<std::uint64_t> totals(before.dimensions());
        for (std::size_t i = 0; i < totals.size(); ++i) {
            totals[i] = before.total(i);
        }
        return arena(Arena::sizeOf(cells * sizeof(std::uint64_t)) + Arena::sizeOf(totals.size() * sizeof(std::uint64_t)))
            .and_then([&](Arena&& memory) {
                auto* const deviceRows = memory.take<std::uint64_t>(cells);
                auto* const deviceTotals = memory.take<std::uint64_t>(totals.size());
                return uploadRows(deviceRows, before, 0, before.dimensions(), measure.divergence)
                    .and_then([&] { return upload(deviceTotals, totals); })
                    .and_then([&] { return compareRotations(measure, before.intervals(), deviceRows, deviceTotals, rotations); });
            });
    }

private:
    // Cuts `items` into tiles that fit the memory and do not take too long. body(first, count) for each.
    template <class Body> Result<void> forTiles(std::size_t items, std::size_t itemBytes, std::size_t itemWork, const Body& body)
    {
        const std::size_t tile = std::max<std::size_t>(1, std::min(m_tileBytes / itemBytes, tileWork / itemWork));
        for (std::size_t first = 0; first < items; first += tile) {
            if (m_run.stop.stop_requested()) {
                return requestFault(stoppedError().value());
            }
            if (Result<void> done = body(first, std::min(tile, items - first)); !done) {
                return done;
            }
        }
        return {};
    }

    Result<Arena> arena(std::size_t bytes) { return Arena::make(m_device, bytes); }

    template <class Range> Result<void> upload(void* to, const Range& from)
    {
        return m_device.upload(to, std::data(from), std::size(from) * sizeof(*std::data(from)));
    }

    // Rows of histograms as the kernels take them: cumulated where the divergence wants it, else without a copy of up to some 100 MB.
    Result<void> uploadRows(
        std::uint64_t* to, const AngleHistograms& histograms, std::size_t first, std::size_t count, Divergence divergence)
    {
        if (divergence == Divergence::Wasserstein) {
            return upload(to, cumulatedRows(histograms, first, count));
        }
        return count == 0 ? Result<void>() : upload(to, std::span(histograms.counts(first).data(), count * histograms.intervals()));
    }

    // Waits for everything before it as well.
    template <class T> Result<void> download(std::span<T> to, const T* from)
    {
        return drainedIfFailed(m_device, m_device.download(to.data(), from, to.size_bytes()).and_then([&] { return m_device.wait(); }));
    }

    Result<void> visitPositions(std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, AngleHistograms& result)
    {
        // Half of a tile's memory for multiplicities, half for counts.
        const bool isCounted = positions.isCounted();
        const auto length = isCounted ? positions.stored() : static_cast<std::size_t>(positions.end());
        const std::size_t pieceBytes = !isCounted ? 0 : std::min(length * sizeof(std::uint64_t), m_tileBytes / 2);
        const std::size_t piece
            = !isCounted ? std::max<std::size_t>(length, 1) : std::max<std::size_t>(pieceBytes / sizeof(std::uint64_t), 1);
        const std::size_t rowBytes = 2 * (intervals * sizeof(std::uint64_t) + sizeof(Turn));
        return forTiles(turns.size(), rowBytes, std::max<std::size_t>(length, 1), [&](std::size_t first, std::size_t count) {
            const std::span<const Turn> tile = turns.subspan(first, count);
            return arena(Arena::sizeOf(count * sizeof(Turn)) + Arena::sizeOf(count * intervals * sizeof(std::uint64_t))
                + Arena::sizeOf(piece * sizeof(std::uint64_t)))
                .and_then([&](Arena&& memory) -> Result<void> {
                    auto* const deviceTurns = memory.take<Turn>(count);
                    auto* const counts = memory.take<std::uint64_t>(count * intervals);
                    auto* const multiplicity = !isCounted ? nullptr : memory.take<std::uint64_t>(piece);
                    Result<void> done = upload(deviceTurns, tile).and_then([&] {
                        return m_device.clear(counts, count * intervals * sizeof(std::uint64_t));
                    });
                    if (done && isCounted) {
                        done = visitPieces(positions, piece, [&](std::uint64_t begin, std::span<const std::uint64_t> times) {
                            return upload(multiplicity, times).and_then([&] {
                                return launchVisit<std::uint64_t>(
                                    deviceTurns, count, multiplicity, begin, times.size(), intervals, counts, positions.range());
                            });
                        });
                    } else if (done && length > 0) {
                        done = positions.isUniform()
                            ? launchVisit<std::uint32_t>(deviceTurns, count, nullptr, 0, length, intervals, counts, {})
                            : launchVisit<std::uint64_t>(deviceTurns, count, nullptr, 0, length, intervals, counts, positions.range());
                    }
                    return std::move(done).and_then(
                        [&] { return download(std::span(result.counts(first).data(), count * intervals), counts); });
                });
        });
    }

    // Calls `visit(first, multiplicities)` for pieces of at most so many positions. Runs that lie near to each other are laid into one
    // piece, with what is between them: each piece costs an upload and a launch.
    template <class Visit> Result<void> visitPieces(const PositionSet& positions, std::size_t mostPositions, const Visit& visit)
    {
        constexpr std::int64_t mostBetween = 4096;
        const auto most = static_cast<std::int64_t>(mostPositions);
        Result<void> done;
        std::vector<std::uint64_t> laid;
        for (std::size_t i = 0; done && i < positions.runs(); ++i) {
            const CountedRun run = positions.run(i);
            std::int64_t end = run.end();
            std::size_t next = i + 1;
            while (next < positions.runs() && positions.run(next).first - end <= mostBetween
                && positions.run(next).end() - run.first <= most) {
                end = positions.run(next++).end();
            }
            if (next == i + 1) {
                for (std::size_t begin = 0; done && begin < run.multiplicity.size(); begin += mostPositions) {
                    done = visit(static_cast<std::uint64_t>(run.first) + begin,
                        run.multiplicity.subspan(begin, std::min(mostPositions, run.multiplicity.size() - begin)));
                }
                continue;
            }
            laid.resize(static_cast<std::size_t>(end - run.first));
            positions.copyTo(run.first, laid);
            done = visit(static_cast<std::uint64_t>(run.first), laid);
            i = next - 1;
        }
        return done;
    }

    template <class Counter>
    Result<void> launchVisit(const Turn* turns, std::size_t turnCount, const std::uint64_t* multiplicity, std::size_t first,
        std::size_t length, std::uint32_t intervals,
        std::uint64_t* counts, // NOLINT(readability-non-const-parameter): the kernel writes there
        const CountedRange& range)
    {
        // As many blocks as run at once; enough positions in each to pay for its counters.
        const std::size_t wanted = std::max<std::size_t>(8 * std::size_t{m_device.properties().multiprocessors} / turnCount, 1);
        const std::size_t chunk
            = std::clamp<std::size_t>((length + wanted - 1) / wanted, std::max<std::size_t>(intervals, 4096), std::size_t{1} << 30);
        const bool usesShared = intervals * sizeof(Counter) <= m_device.properties().sharedBytes;
        return m_device.launch(CountPositions<Counter>{turns, static_cast<unsigned>(turnCount), multiplicity, first, length, chunk,
                                   intervals, usesShared, counts, range},
            {static_cast<unsigned>(turnCount) * blocksFor(length, chunk), positionThreads});
    }

    static constexpr std::size_t levelBytes = maxFloorSumLevels * sizeof(FloorSumLevel);

    // Rotations and their levels on the device: what both uses of the floor sum begin with.
    struct DeviceRotations {
        Rotation* rotations;
        FloorSumLevel* levels;
    };
    static std::size_t bytesOfRotations(std::size_t count)
    {
        return Arena::sizeOf(count * sizeof(Rotation)) + Arena::sizeOf(count * levelBytes);
    }
    Result<DeviceRotations> findLevels(Arena& memory, std::span<const Rotation> rotations)
    {
        const DeviceRotations device
            = {memory.take<Rotation>(rotations.size()), memory.take<FloorSumLevel>(rotations.size() * maxFloorSumLevels)};
        return upload(device.rotations, rotations)
            .and_then([&] {
                return m_device.launch(FindLevels{device.rotations, rotations.size(), device.levels},
                    {blocksFor(rotations.size(), levelThreads), levelThreads});
            })
            .map([&] { return device; });
    }

    // At one length.
    Result<void> sumPositions(std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, AngleHistograms& result)
    {
        const CountedRange range = positions.range();
        // What makes this range of a length.
        const CountingMeasure counting = positions.isUniform()
            ? CountingMeasure{}
            : CountingMeasure{Counting::Distances, range.first == range.end ? 0 : positions.end()};
        const auto length = static_cast<std::int64_t>(positions.isUniform() ? range.end : range.first);
        std::vector<Rotation> rotations(turns.size());
        std::ranges::transform(turns, rotations.begin(), [length](Turn turn) { return Rotation{turn, length, 0}; });
        return sumRotations(counting, rotations, intervals, result);
    }

    // Each at its own length.
    Result<void> sumRotations(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, AngleHistograms& result)
    {
        const std::size_t rowBytes = intervals * sizeof(std::uint64_t);
        return forTiles(rotations.size(), levelBytes + sizeof(Rotation) + rowBytes, intervals, [&](std::size_t first, std::size_t count) {
            return arena(bytesOfRotations(count) + Arena::sizeOf(count * rowBytes)).and_then([&](Arena&& memory) {
                return findLevels(memory, rotations.subspan(first, count)).and_then([&](const DeviceRotations& device) {
                    auto* const counts = memory.take<std::uint64_t>(count * intervals);
                    return m_device
                        .launch(CountBetweenEdges{device.rotations, device.levels, intervals, counts, counting},
                            {static_cast<unsigned>(count) * CountBetweenEdges::parts(intervals), CountBetweenEdges::threads})
                        .and_then([&] { return download(std::span(result.counts(first).data(), count * intervals), counts); });
                });
            });
        });
    }

    Result<std::vector<double>> compareRotations(const Measure& measure, std::uint32_t intervals, const std::uint64_t* before,
        const std::uint64_t* totals, std::span<const Rotation> rotations)
    {
        const std::size_t edges = std::size_t{intervals} + 1;
        const std::size_t sumBytes = edges * sizeof(std::uint64_t);
        const bool usesShared = detail::divergenceBytes + sumBytes <= m_device.properties().sharedBytes;
        // Where the device is full anyhow, small blocks wait less; else all of its threads shall have something to do.
        const bool isFull = rotations.size() >= std::size_t{8} * m_device.properties().multiprocessors;
        const std::size_t edgesEach = isFull ? 3 : 1;
        const auto threads = static_cast<unsigned>(std::clamp<std::size_t>(edges / edgesEach / 32 * 32, divergenceLanes, 256));
        std::vector<double> result(rotations.size());
        return forTiles(result.size(), levelBytes + sizeof(Rotation) + sizeof(double) + (usesShared ? 0 : sumBytes), edges,
            [&](std::size_t first, std::size_t count) {
                const std::size_t blocks
                    = usesShared ? count : std::min<std::size_t>(count, std::size_t{8} * m_device.properties().multiprocessors);
                const std::size_t scratchBytes = usesShared ? 0 : Arena::sizeOf(blocks * sumBytes);
                return arena(bytesOfRotations(count) + Arena::sizeOf(count * sizeof(double)) + scratchBytes).and_then([&](Arena&& memory) {
                    return findLevels(memory, rotations.subspan(first, count)).and_then([&](const DeviceRotations& device) {
                        auto* const deviceResult = memory.take<double>(count);
                        auto* const scratch = usesShared ? nullptr : memory.take<std::uint64_t>(blocks * edges);
                        return m_device
                            .launch(CompareRotations{measure.divergence, measure.epsilon, intervals, before, totals, device.rotations,
                                        device.levels, count, scratch, deviceResult, measure.counting},
                                {static_cast<unsigned>(blocks), threads})
                            .and_then([&] { return download(std::span(result).subspan(first, count), deviceResult); });
                    });
                });
            })
            .map([&] { return std::move(result); });
    }

    Device& m_device;
    DeviceTurn& m_turn;
    HeldTurn& m_held; // this request's, while it uses the device
    std::size_t m_tileBytes;
    EngineRun& m_run;
};

// Recorded angles on their way through two buffers: while one tile is counted, the next is uploaded.
class AngleStream {
public:
    static Result<AngleStream> make(Device& device, const RecordedAngles& angles, std::uint32_t intervals, std::size_t tileBytes)
    {
        const std::size_t dimensions = angles.dimensions();
        AngleStream stream(device, dimensions, intervals);
        const std::size_t pieceRows = std::min(bufferBytes, tileBytes / 4) / (dimensions * sizeof(float));
        stream.m_capacity = dimensions * std::max<std::size_t>(std::min(pieceRows, static_cast<std::size_t>(angles.rows())), 1);
        const std::size_t countBytes = dimensions * intervals * sizeof(std::uint64_t);
        Result<void> made = stream.allocate(stream.m_counts, countBytes)
                                .and_then([&] { return stream.allocate(stream.m_bad, sizeof(std::uint32_t)); })
                                .and_then([&] { return device.clear(stream.m_counts.as<void>(), countBytes); })
                                .and_then([&] { return device.clear(stream.m_bad.as<void>(), sizeof(std::uint32_t)); });
        for (DeviceMemory& buffer : stream.m_buffers) {
            made = std::move(made).and_then([&] { return stream.allocate(buffer, stream.m_capacity * sizeof(float)); });
        }
        // Before the second stream uses what was made in the first.
        return std::move(made).and_then([&] { return device.wait(); }).map([&] { return std::move(stream); });
    }

    Result<void> add(const AngleTile& tile)
    {
        const std::size_t rows = tile.angles.size() / tile.dimensions;
        const std::size_t piece = m_capacity / tile.dimensions;
        for (std::size_t first = 0; first < rows; first += piece) {
            const std::size_t count = std::min(piece, rows - first);
            const AngleTile part
                = {tile.angles.subspan(first * tile.dimensions, count * tile.dimensions), tile.firstDimension, tile.dimensions};
            if (Result<void> done = addPiece(part, count); !done) {
                return done;
            }
        }
        return {};
    }

    // Waits for all of it; false if some value was no angle, then the counts are of no use.
    Result<bool> finish(AngleHistograms& histograms)
    {
        std::uint32_t bad = 0;
        std::vector<std::uint64_t> counts(m_dimensions * m_intervals); // [intervals, dimensions]
        return drainedIfFailed(*m_device,
            m_device->wait(Stream::Second)
                .and_then([&] { return m_device->download(&bad, m_bad.as<void>(), sizeof bad); })
                .and_then([&] { return m_device->download(counts.data(), m_counts.as<void>(), counts.size() * sizeof(std::uint64_t)); })
                .and_then([&] { return m_device->wait(); }))
            .map([&] {
                for (std::size_t i = 0; i < m_dimensions; ++i) {
                    const std::span<std::uint64_t> row = histograms.counts(i);
                    for (std::size_t k = 0; k < row.size(); ++k) {
                        row[k] = counts[k * m_dimensions + i];
                    }
                }
                return bad == 0;
            });
    }

private:
    // Nothing may run any more when the buffers go, whatever went wrong.
    struct DrainFirst {
        explicit DrainFirst(Device& drained) : device(&drained) { }
        DrainFirst(DrainFirst&& other) noexcept : device(std::exchange(other.device, nullptr)) { }
        DrainFirst(const DrainFirst&) = delete;
        DrainFirst& operator=(const DrainFirst&) = delete;
        DrainFirst& operator=(DrainFirst&&) = delete;
        ~DrainFirst()
        {
            if (device != nullptr) {
                device->drain();
            }
        }

        Device* device;
    };

    AngleStream(Device& device, std::size_t dimensions, std::uint32_t intervals)
        : m_device(&device), m_dimensions(dimensions), m_intervals(intervals), m_drain(device)
    {
    }

    Result<void> allocate(DeviceMemory& memory, std::size_t bytes)
    {
        return DeviceMemory::allocate(*m_device, bytes).map([&](DeviceMemory&& allocated) { memory = std::move(allocated); });
    }

    Result<void> addPiece(const AngleTile& part, std::size_t rows)
    {
        const Stream stream = m_next == 0 ? Stream::First : Stream::Second;
        const DeviceMemory& buffer = m_buffers[m_next];
        m_next = (m_next + 1) % m_buffers.size();
        // In this stream's order: after the buffer's last angles are counted. The tile's memory is the caller's again when the upload
        // returns. (Copying it into pinned memory first was no faster: that copy is what takes the time.)
        return m_device->upload(buffer.as<void>(), part.angles.data(), part.angles.size_bytes(), stream).and_then([&] {
            return launch(part, rows, buffer.as<float>(), stream);
        });
    }

    Result<void> launch(const AngleTile& part, std::size_t rows, const float* angles, Stream stream)
    {
        using Bounds = LaunchBounds<CountRecorded>;
        const std::size_t shared = m_device->properties().sharedBytes;
        const auto columns = static_cast<std::uint32_t>(part.dimensions);
        auto groupShift = static_cast<std::uint32_t>(std::bit_width(std::min(31U, columns - 1)));
        while (groupShift > 0 && CountRecorded::counterBytes(m_intervals, groupShift) > shared) {
            --groupShift;
        }
        const std::size_t blockBytes = CountRecorded::counterBytes(m_intervals, groupShift);
        const bool usesShared = blockBytes <= shared;
        const std::size_t groups = blocksFor(columns, std::size_t{1} << groupShift);
        // As many blocks as run at once: a second wave, however small, takes as long again. Enough rows in each to pay for clearing and
        // flushing its counters.
        const std::size_t byThreads
            = std::clamp<std::size_t>(m_device->properties().threadsPerMultiprocessor / Bounds::threads, 1, Bounds::blocksAtOnce);
        const std::size_t atOnce
            = usesShared ? std::clamp<std::size_t>(shared / (blockBytes + reservedSharedBytes), 1, byThreads) : byThreads;
        const std::size_t wanted = std::max<std::size_t>(atOnce * m_device->properties().multiprocessors / groups, 1);
        const std::size_t chunk = std::max((rows + wanted - 1) / wanted, std::size_t{4} * m_intervals);
        return m_device->launch(
            CountRecorded{angles, rows, chunk, columns, groupShift, m_intervals, static_cast<std::uint32_t>(m_dimensions), usesShared,
                intervalsPerRadian(m_intervals), m_counts.as<std::uint64_t>() + part.firstDimension, m_bad.as<std::uint32_t>()},
            {static_cast<unsigned>(groups) * blocksFor(rows, chunk), Bounds::threads}, stream);
    }

    Device* m_device;
    std::size_t m_dimensions;
    std::uint32_t m_intervals;
    std::size_t m_capacity = 0; // angles a buffer
    DeviceMemory m_counts;
    DeviceMemory m_bad;
    std::array<DeviceMemory, streamCount> m_buffers;
    std::size_t m_next = 0;
    DrainFirst m_drain; // last: it waits before anything that kernels use goes
};

Result<AngleHistograms> Request::recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals)
{
    Result<AngleStream> stream = AngleStream::make(m_device, angles, intervals, m_tileBytes);
    if (!stream) {
        return tl::unexpected(std::move(stream.error()));
    }
    std::optional<Fault> fault;
    const auto take = [&](const AngleTile& tile) -> Expected<void> {
        const HeldTurn held(m_turn, {}); // tiles may come from several threads
        Result<void> added = fault ? Result<void>(tl::unexpected(*fault)) : stream->add(tile);
        return std::move(added).map_error([&](Fault&& failed) {
            fault = failed;
            return std::move(failed.error);
        });
    };
    // Reading a large file takes long: others may use the device between its tiles.
    m_held.giveBack();
    const Expected<void> read = angles.read(take, m_run.stop);
    m_held.takeAgain();
    if (!read) {
        return tl::unexpected(fault ? *fault : Fault{FaultKind::Request, read.error()});
    }
    AngleHistograms result(angles.dimensions(), intervals);
    for (std::size_t i = 0; i < result.dimensions(); ++i) {
        result.setTotal(i, static_cast<std::uint64_t>(angles.rows()));
    }
    const Result<bool> isGood = stream->finish(result);
    if (!isGood) {
        return tl::unexpected(isGood.error());
    }
    if (*isGood) {
        return result;
    }
    // The store knows how to say which value it is.
    {
        const AngleStream ended = std::move(*stream); // what it has is released while it is this request's turn
    }
    m_held.giveBack();
    Expected<AngleHistograms> counted = angles.histograms(intervals, m_run.stop);
    m_held.takeAgain();
    return std::move(counted).map_error([](Error&& error) { return Fault{FaultKind::Request, std::move(error)}; });
}

class DeviceEngine final : public Engine {
public:
    DeviceEngine(std::unique_ptr<Device> device, std::string name, std::size_t tileBytes, std::chrono::milliseconds firstPause)
        : m_device(std::move(device)), m_info{std::move(name), m_device->properties().name},
          m_tileBytes(std::max(leastTileBytes, std::min(tileBytes, m_device->properties().memoryBytes / 2))), m_outage(firstPause)
    {
    }

    [[nodiscard]] const EngineInfo& info() const override { return m_info; }
    [[nodiscard]] bool supports(Operation) const override { return m_outage.reason().empty(); }
    [[nodiscard]] Sentence unavailable() const override { return m_outage.reason(); }

    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        return answer<AngleHistograms>(run, [&](Request& request) { return request.histograms(turns, positions, intervals); });
    }

    Expected<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, EngineRun& run) override
    {
        return answer<AngleHistograms>(run, [&](Request& request) { return request.rotationHistograms(counting, rotations, intervals); });
    }

    Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) override
    {
        return answer<AngleHistograms>(run, [&](Request& request) { return request.recordedHistograms(angles, intervals); });
    }

    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        return answer<std::vector<double>>(run, [&](Request& request) { return request.disturbances(measure, before, after); });
    }

    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        return answer<std::vector<double>>(run, [&](Request& request) { return request.rotationDisturbances(measure, before, rotations); });
    }

private:
    // Answers a request, with smaller tiles as long as its memory is not enough. No exception leaves the module.
    template <class T, class Body> Expected<T> answer(EngineRun& run, const Body& body)
    try {
        HeldTurn held(m_turn, run.stop);
        if (!held.isHeld()) {
            return stoppedError();
        }
        if (const Sentence reason = m_outage.reason(); !reason.empty()) {
            return tl::unexpected(Error{ErrorKind::Engine, reason});
        }
        for (std::size_t tileBytes = m_tileBytes;; tileBytes /= 4) {
            Request request(*m_device, m_turn, held, tileBytes, run);
            Result<T> result = m_device->begin().and_then([&] {
                m_outage.end();
                Result<T> answered = body(request);
                m_device->trim();
                return answered;
            });
            if (result) {
                run.addUsed(m_info);
                if (tileBytes < m_tileBytes) {
                    run.addNotice(Sentence::of(
                        "{1} had not enough memory for the request at once; it was computed in smaller tiles.", m_info.device));
                }
                return std::move(*result);
            }
            if (result.error().kind == FaultKind::OutOfMemory && tileBytes / 4 >= leastTileBytes) {
                continue;
            }
            return tl::unexpected(errorOf(std::move(result.error())));
        }
    } catch (const std::exception& error) {
        return tl::unexpected(Error{ErrorKind::Engine, Sentence(m_info.device) + " " + error.what()});
    }

    Error errorOf(Fault fault)
    {
        Sentence what;
        switch (fault.kind) {
        case FaultKind::Request:
            return std::move(fault.error);
        case FaultKind::OutOfMemory:
            what = Sentence::of(
                "{1} has not enough memory for the request, not even in small tiles: {2}", m_info.device, fault.error.message);
            break;
        case FaultKind::NoContext:
            what = Sentence::of(
                "{1} has no room for this program now, and is tried again from time to time: {2}", m_info.device, fault.error.message);
            m_outage.pause(what);
            break;
        case FaultKind::Lost:
            what = Sentence::of("{1} failed and is off until restart: {2}", m_info.device, fault.error.message);
            m_outage.forGood(what);
            break;
        }
        return {ErrorKind::Engine, what};
    }

    DeviceTurn m_turn;
    std::unique_ptr<Device> m_device;
    EngineInfo m_info;
    std::size_t m_tileBytes;
    Outage m_outage;
};

} // namespace

std::unique_ptr<Engine> makeDeviceEngine(
    std::unique_ptr<Device> device, std::string name, std::size_t tileBytes, std::chrono::milliseconds firstPause)
{
    return std::make_unique<DeviceEngine>(std::move(device), std::move(name), tileBytes, firstPause);
}

} // namespace rotascope::gpu
