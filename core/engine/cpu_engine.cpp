// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu_engine.h"

#include "core/engine/parallel.h"

#include <string>
#include <vector>

namespace rotascope {
namespace {

class CpuEngine final : public Engine {
public:
    CpuEngine()
    {
        for (unsigned threads = 1; threads <= mostParallelThreads(); ++threads) {
            m_infos.push_back({"cpu", std::to_string(threads) + (threads == 1 ? " thread" : " threads")});
        }
    }

    [[nodiscard]] const EngineInfo& info() const override { return m_infos[parallelThreads() - 1]; }
    [[nodiscard]] bool supports(Operation) const override { return true; }

    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        run.addUsed(info());
        AngleHistograms result(turns.size(), intervals);
        return forEach(turns.size(), run.stop, [&](std::size_t dimension) {
            countAngles(turns[dimension], positions, result.counts(dimension));
            result.setTotal(dimension, positions.total());
        }).map([&] { return std::move(result); });
    }

    Expected<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, EngineRun& run) override
    {
        run.addUsed(info());
        AngleHistograms result(rotations.size(), intervals);
        return forEach(rotations.size(), run.stop, [&](std::size_t i) {
            const PositionSet positions = PositionSet::of(counting, rotations[i].length);
            countAngles(rotations[i].turn, positions, result.counts(i));
            result.setTotal(i, positions.total());
        }).map([&] { return std::move(result); });
    }

    Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) override
    {
        run.addUsed(info());
        return angles.histograms(intervals, run.stop);
    }

    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        run.addUsed(info());
        std::vector<double> result(before.dimensions());
        return forEach(result.size(), run.stop, [&](std::size_t dimension) {
            result[dimension] = disturbance(measure.divergence, {before.counts(dimension), before.total(dimension)},
                {after.counts(dimension), after.total(dimension)}, measure.epsilon);
        }).map([&] { return std::move(result); });
    }

    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        run.addUsed(info());
        std::vector<double> result(rotations.size());
        const std::vector<Comparison> comparisons = comparisonsOf(measure, before);
        return forEach(rotations.size(), run.stop, [&](std::size_t i) {
            const Rotation& rotation = rotations[i];
            thread_local std::vector<std::uint64_t> counts; // one allocation a thread, not one a rotation
            counts.resize(before.intervals());
            const PositionSet positions = PositionSet::of(measure.counting, rotation.length);
            countAngles(rotation.turn, positions, counts);
            result[i] = comparisons[rotation.before].disturbance({counts, positions.total()});
        }).map([&] { return std::move(result); });
    }

private:
    static std::vector<Comparison> comparisonsOf(const Measure& measure, const AngleHistograms& before)
    {
        std::vector<Comparison> comparisons;
        comparisons.reserve(before.dimensions());
        for (std::size_t i = 0; i < before.dimensions(); ++i) {
            comparisons.emplace_back(measure.divergence, CountView{before.counts(i), before.total(i)}, measure.epsilon);
        }
        return comparisons;
    }

    // One dimension a task; what has not begun when a stop is asked for is left out.
    template <class Body> static Expected<void> forEach(std::size_t count, const std::stop_token& stop, const Body& body)
    {
        parallelFor(count, [&](std::size_t i) {
            if (!stop.stop_requested()) {
                body(i);
            }
        });
        return stop.stop_requested() ? Expected<void>(stoppedError()) : Expected<void>();
    }

    std::vector<EngineInfo> m_infos; ///< of one thread, of two, …: a limit may be set at any time
};

} // namespace

std::unique_ptr<Engine> makeCpuEngine()
{
    return std::make_unique<CpuEngine>();
}

} // namespace rotascope
