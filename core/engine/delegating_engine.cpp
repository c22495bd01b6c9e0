// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/delegating_engine.h"

#include "core/angle/angle_histogram.h"
#include "core/angle/counting_cost.h"
#include "core/engine/trial_angles.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <limits>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace rotascope {
namespace {

// Below this much work the CPU answers within a fraction of a frame: nothing worth waking the accelerator for, which takes some
// hundred milliseconds when it is the first time, perhaps while the program starts.
constexpr double tinyWork = 5e-3;

double secondsOfCounting(const CountedRange& range, std::uint32_t intervals)
{
    const CountingCost cost = countingCost(range.end, intervals);
    return std::min(cost.loop, range.first == 0 ? cost.floorSum : weightedCostRatio * cost.floorSum);
}

double secondsOfCounting(const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals)
{
    double seconds = 0.0;
    for (const Rotation& rotation : rotations) {
        seconds += secondsOfCounting(counting.over(rotation.length), intervals);
    }
    return seconds;
}

// What a divergence takes on this machine for each interval, the least of some times.
double measureSumming()
{
    const std::vector<std::uint64_t> counts(4096, 3);
    const CountView view = {counts, 3 * counts.size()};
    double least = std::numeric_limits<double>::max();
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const double sum = disturbance(Divergence::KullbackLeibler, view, view, defaultEpsilon);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        least = sum > 1.0 ? least : std::min(least, seconds); // the sum is 0; it is compared so that the compiler keeps it
    }
    return least / static_cast<double>(counts.size());
}

double secondsOfSumming(std::uint32_t intervals)
{
    static const double each = measureSumming();
    return each * intervals;
}

// What an engine is measured by: a request of each kind, some 20 ms on a core with manyTrials.
constexpr std::size_t manyTrials = 1024;
constexpr std::uint32_t trialIntervals = 360;

struct Trial {
    std::function<bool(Engine&, EngineRun&, Error&)> run;
    double work = 0.0;
};

template <class Result> bool succeeds(const Expected<Result>& result, Error& error)
{
    if (!result) {
        error = result.error();
    }
    return result.has_value();
}

std::vector<Turn> trialTurns()
{
    std::vector<Turn> turns(64);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        turns[i] = turnOf(1.0, 1.0 + static_cast<double>(i));
    }
    return turns;
}

Trial makeTrial(WorkKind kind, std::size_t size)
{
    if (kind == WorkKind::RecordedAngles) {
        const auto angles = std::make_shared<TrialAngles>(64 * size);
        return {[angles](Engine& engine, EngineRun& run, Error& error) {
                    return succeeds(engine.recordedHistograms(*angles, trialIntervals, run), error);
                },
            workOfRecordedAngles(angles->dimensions(), angles->rows())};
    }
    if (kind == WorkKind::CountedPositions) {
        const PositionSet positions = PositionSet::counted(std::vector<std::uint64_t>(256 * size, 3));
        return {[positions, turns = trialTurns()](Engine& engine, EngineRun& run, Error& error) {
                    return succeeds(engine.histograms(turns, positions, trialIntervals, run), error);
                },
            workOfHistograms(64, positions, trialIntervals)};
    }
    AngleHistograms before(1, trialIntervals);
    std::ranges::fill(before.counts(0), 1);
    before.setTotal(0, trialIntervals);
    std::vector<Rotation> rotations;
    for (std::size_t i = 0; i < size; ++i) {
        rotations.push_back({turnOf(1.0, 1.0 + static_cast<double>(i)), 1 << 17, 0});
    }
    const double work = workOfRotations({}, rotations, trialIntervals);
    return {[before, rotations = std::move(rotations)](Engine& engine, EngineRun& run, Error& error) {
                return succeeds(engine.rotationDisturbances({}, before, rotations, run), error);
            },
        work};
}

Expected<double> secondsOf(Engine& engine, const Trial& trial, const std::stop_token& stop)
{
    EngineRun run{.stop = stop};
    Error error{ErrorKind::Engine, {}};
    const auto start = std::chrono::steady_clock::now();
    if (!trial.run(engine, run, error)) {
        return tl::unexpected(error);
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class DelegatingEngine final : public Engine {
public:
    DelegatingEngine(FindAccelerator find, std::shared_ptr<Engine> cpu, Delegation delegation, EngineInfo info)
        : m_find(std::move(find)), m_cpu(std::move(cpu)), m_delegation(delegation), m_info(std::move(info))
    {
    }

    void setSpeeds(EngineSpeed accelerator, EngineSpeed cpu) { m_measured.fill({Speeds{accelerator, cpu}, false}); }

    [[nodiscard]] const EngineInfo& info() const override { return m_info; }
    [[nodiscard]] bool supports(Operation operation) const override { return m_cpu->supports(operation); }

    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        const Work work = {positions.isCounted() ? WorkKind::CountedPositions : WorkKind::Arithmetic,
            workOfHistograms(turns.size(), positions, intervals)};
        return delegate(
            Operation::PositionHistograms, work, run, [&](Engine& engine) { return engine.histograms(turns, positions, intervals, run); });
    }

    Expected<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, EngineRun& run) override
    {
        return delegate(Operation::PositionHistograms, {WorkKind::Arithmetic, secondsOfCounting(counting, rotations, intervals)}, run,
            [&](Engine& engine) { return engine.rotationHistograms(counting, rotations, intervals, run); });
    }

    Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) override
    {
        const Work work = {WorkKind::RecordedAngles, workOfRecordedAngles(angles.dimensions(), angles.rows())};
        return delegate(
            Operation::RecordedHistograms, work, run, [&](Engine& engine) { return engine.recordedHistograms(angles, intervals, run); });
    }

    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        return delegate(Operation::Disturbances, {}, run, [&](Engine& engine) { return engine.disturbances(measure, before, after, run); });
    }

    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        return delegate(Operation::Rotations, {WorkKind::Arithmetic, workOfRotations(measure.counting, rotations, before.intervals())}, run,
            [&](Engine& engine) { return engine.rotationDisturbances(measure, before, rotations, run); });
    }

private:
    struct Speeds {
        EngineSpeed accelerator;
        EngineSpeed cpu;
    };

    struct Measured {
        std::optional<Speeds> speeds;
        bool isUnderWay = false;
    };

    struct Work {
        WorkKind kind = WorkKind::Arithmetic;
        double amount = 0.0;
    };

    // Runs `call` on the engine that the request belongs to.
    template <class Call>
    std::invoke_result_t<const Call&, Engine&> delegate(Operation operation, Work work, EngineRun& run, const Call& call)
    {
        const bool isAsked = m_delegation == Delegation::Always;
        const std::shared_ptr<Engine> accelerator = isAsked || work.amount >= tinyWork ? m_find() : nullptr;
        if (!accelerator) {
            return call(*m_cpu);
        }
        if (!accelerator->supports(operation)) {
            if (isAsked && run.notices.empty()) {
                const Sentence reason = accelerator->unavailable();
                run.addNotice(Sentence::of("{1}. The request was computed on the CPU.",
                    reason.empty() ? Sentence::of("{1} does not do this", accelerator->info().device) : reason));
            }
        } else if (isAsked || isWorthIt(*accelerator, work, run)) {
            const std::vector<EngineInfo> usedBefore = run.used;
            auto result = call(*accelerator);
            if (result || result.error().kind != ErrorKind::Engine) {
                forgetTold();
                return result;
            }
            run.used = usedBefore;
            tell(result.error(), Sentence::of("{1}. The request was finished on the CPU.", result.error().message), run);
        }
        return call(*m_cpu);
    }

    bool isWorthIt(Engine& accelerator, Work work, EngineRun& run)
    {
        const std::optional<Speeds> speeds = speedsOf(accelerator, work.kind, run);
        return speeds && speeds->accelerator.secondsFor(work.amount) < speeds->cpu.secondsFor(work.amount);
    }

    // Known, or measured now; none if that fails, or while another request measures: that may take a second, and the CPU answers meanwhile.
    std::optional<Speeds> speedsOf(Engine& accelerator, WorkKind kind, EngineRun& run)
    {
        Measured& measured = m_measured[static_cast<std::size_t>(kind)];
        {
            const std::lock_guard lock(m_mutex);
            if (measured.speeds || std::exchange(measured.isUnderWay, true)) {
                return measured.speeds;
            }
        }
        const auto keep = [&](std::optional<Speeds> speeds) {
            const std::lock_guard lock(m_mutex);
            measured = {speeds, false};
            return speeds;
        };
        try {
            return keep(measure(accelerator, kind, run));
        } catch (...) {
            keep({});
            throw;
        }
    }

    std::optional<Speeds> measure(Engine& engine, WorkKind kind, EngineRun& run)
    {
        const auto start = std::chrono::steady_clock::now();
        const Expected<EngineSpeed> accelerator = measureSpeed(engine, kind, run.stop);
        const Expected<EngineSpeed> cpu = accelerator ? measureSpeed(*m_cpu, kind, run.stop) : accelerator;
        run.preparationSeconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (cpu) {
            return Speeds{*accelerator, *cpu};
        }
        if (cpu.error().kind == ErrorKind::Engine) { // tried again with the next request, unless the accelerator is lost
            tell(cpu.error(), Sentence::of("{1}. The request was computed on the CPU.", cpu.error().message), run);
        }
        return {};
    }

    // Where nobody asked for the accelerator, the same failure is told once, not with every request, until it works again.
    void tell(const Error& failure, const Sentence& notice, EngineRun& run)
    {
        if (m_delegation == Delegation::WhenFaster) {
            const std::lock_guard lock(m_mutex);
            if (std::exchange(m_told, failure.message) == failure.message) {
                return;
            }
        }
        run.addNotice(notice);
    }
    void forgetTold()
    {
        const std::lock_guard lock(m_mutex);
        m_told.clear();
    }

    FindAccelerator m_find;
    std::shared_ptr<Engine> m_cpu;
    Delegation m_delegation;
    EngineInfo m_info;
    std::mutex m_mutex; // of what follows; not held while an engine is asked
    std::string m_told;
    std::array<Measured, 3> m_measured; // by WorkKind; nothing until a request of that kind comes that might pay
};

} // namespace

double workOfHistograms(std::size_t turns, const PositionSet& positions, std::uint32_t intervals)
{
    const double each
        = positions.isCounted() ? countingCost(positions.stored(), intervals).loop : secondsOfCounting(positions.range(), intervals);
    return static_cast<double>(turns) * each;
}

double workOfRecordedAngles(std::size_t dimensions, std::int64_t rows)
{
    return 2.2e-9 * static_cast<double>(dimensions) * static_cast<double>(rows);
}

double workOfRotations(const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals)
{
    return secondsOfCounting(counting, rotations, intervals) + static_cast<double>(rotations.size()) * secondsOfSumming(intervals);
}

Expected<EngineSpeed> measureSpeed(Engine& engine, WorkKind kind, const std::stop_token& stop)
{
    const Trial tiny = makeTrial(kind, 1);
    const Trial large = makeTrial(kind, manyTrials);
    Expected<double> one = secondsOf(engine, tiny, stop); // loads kernels and allocates: not counted
    Expected<double> all = one;
    one = one ? secondsOf(engine, tiny, stop) : one;
    all = one ? secondsOf(engine, large, stop) : one;
    return all.map([&](double seconds) { return EngineSpeed{*one, std::max(seconds - *one, 0.0) / large.work}; });
}

std::shared_ptr<Engine> makeDelegatingEngine(std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, Delegation delegation)
{
    if (delegation == Delegation::WhenFaster) {
        return makeAutomaticEngine([accelerator = std::move(accelerator)] { return accelerator; }, std::move(cpu));
    }
    EngineInfo info = accelerator->info();
    return std::make_shared<DelegatingEngine>(
        [accelerator = std::move(accelerator)] { return accelerator; }, std::move(cpu), delegation, std::move(info));
}

std::shared_ptr<Engine> makeAutomaticEngine(FindAccelerator find, std::shared_ptr<Engine> cpu)
{
    EngineInfo info = {"auto", cpu->info().device};
    return std::make_shared<DelegatingEngine>(std::move(find), std::move(cpu), Delegation::WhenFaster, std::move(info));
}

std::shared_ptr<Engine> makeDelegatingEngine(
    std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, EngineSpeed acceleratorSpeed, EngineSpeed cpuSpeed)
{
    EngineInfo info = {"auto", cpu->info().device};
    auto engine = std::make_shared<DelegatingEngine>(
        [accelerator = std::move(accelerator)] { return accelerator; }, std::move(cpu), Delegation::WhenFaster, std::move(info));
    engine->setSpeeds(acceleratorSpeed, cpuSpeed);
    return engine;
}

} // namespace rotascope
