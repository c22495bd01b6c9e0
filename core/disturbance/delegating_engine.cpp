// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disturbance/delegating_engine.h"

#include <algorithm>
#include <bit>
#include <chrono>
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

double secondsOfCounting(std::uint64_t length, bool isUniform, std::uint32_t intervals)
{
    const double loop = 0.8e-9 * static_cast<double>(length);
    const double floorSum = 1e-9 * intervals * (8.0 + 2.6 * static_cast<double>(std::bit_width(length)));
    return isUniform ? std::min(loop, floorSum) : loop;
}

double secondsOfSumming(std::uint32_t intervals)
{
    return 30e-9 * intervals;
}

class DelegatingEngine final : public Engine {
public:
    DelegatingEngine(std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, Delegation delegation)
        : m_accelerator(std::move(accelerator)), m_cpu(std::move(cpu)), m_delegation(delegation),
          m_info(delegation == Delegation::Always ? m_accelerator->info()
                                                  : EngineInfo{"auto", m_accelerator->info().device + " or " + m_cpu->info().device})
    {
    }

    DelegatingEngine(std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, EngineSpeed acceleratorSpeed, EngineSpeed cpuSpeed)
        : DelegatingEngine(std::move(accelerator), std::move(cpu), Delegation::WhenFaster)
    {
        m_speeds = Speeds{acceleratorSpeed, cpuSpeed};
    }

    [[nodiscard]] const EngineInfo& info() const override { return m_info; }
    [[nodiscard]] bool supports(Operation operation) const override { return m_cpu->supports(operation); }

    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        return delegate(Operation::PositionHistograms, workOfHistograms(turns.size(), positions, intervals), run,
            [&](Engine& engine) { return engine.histograms(turns, positions, intervals, run); });
    }

    Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) override
    {
        return delegate(Operation::RecordedHistograms, workOfRecordedAngles(angles.dimensions(), angles.rows()), run,
            [&](Engine& engine) { return engine.recordedHistograms(angles, intervals, run); });
    }

    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        return delegate(Operation::Disturbances, workOfDisturbances(before.dimensions(), before.intervals()), run,
            [&](Engine& engine) { return engine.disturbances(measure, before, after, run); });
    }

    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        return delegate(Operation::Rotations, workOfRotations(rotations, before.intervals()), run,
            [&](Engine& engine) { return engine.rotationDisturbances(measure, before, rotations, run); });
    }

private:
    struct Speeds {
        EngineSpeed accelerator;
        EngineSpeed cpu;
    };

    // Runs `call` on the engine that the request belongs to.
    template <class Call>
    std::invoke_result_t<const Call&, Engine&> delegate(Operation operation, double work, EngineRun& run, const Call& call)
    {
        if (m_accelerator->supports(operation) && (m_delegation == Delegation::Always || isWorthIt(work))) {
            const std::vector<EngineInfo> usedBefore = run.used;
            auto result = call(*m_accelerator);
            if (result || result.error().kind != ErrorKind::Engine) {
                return result;
            }
            run.used = usedBefore;
            run.notices.push_back(result.error().message + ". The request was finished on the CPU.");
        }
        return call(*m_cpu);
    }

    bool isWorthIt(double work)
    {
        if (work < tinyWork) {
            return false;
        }
        const std::lock_guard lock(m_speedsMutex);
        if (!m_speeds) {
            m_speeds = Speeds{measureSpeed(*m_accelerator), measureSpeed(*m_cpu)};
        }
        return m_speeds->accelerator.secondsFor(work) < m_speeds->cpu.secondsFor(work);
    }

    std::shared_ptr<Engine> m_accelerator;
    std::shared_ptr<Engine> m_cpu;
    Delegation m_delegation;
    EngineInfo m_info;
    std::mutex m_speedsMutex;
    std::optional<Speeds> m_speeds; // not set until a request comes that might pay
};

} // namespace

double workOfHistograms(std::size_t turns, const PositionSet& positions, std::uint32_t intervals)
{
    const auto length = static_cast<std::uint64_t>(positions.end());
    return static_cast<double>(turns) * secondsOfCounting(length, positions.isUniform(), intervals);
}

double workOfRecordedAngles(std::size_t dimensions, std::int64_t rows)
{
    return 2.2e-9 * static_cast<double>(dimensions) * static_cast<double>(rows);
}

double workOfDisturbances(std::size_t dimensions, std::uint32_t intervals)
{
    return static_cast<double>(dimensions) * secondsOfSumming(intervals);
}

double workOfRotations(std::span<const Rotation> rotations, std::uint32_t intervals)
{
    double work = 0.0;
    for (const Rotation& rotation : rotations) {
        work += secondsOfCounting(static_cast<std::uint64_t>(rotation.length), true, intervals) + secondsOfSumming(intervals);
    }
    return work;
}

EngineSpeed measureSpeed(Engine& engine)
{
    constexpr std::uint32_t intervals = 360;
    constexpr std::int64_t length = 1 << 17;
    constexpr std::size_t many = 1024; // some 25 ms on a core
    AngleHistograms before(1, intervals);
    std::ranges::fill(before.counts(0), 1);
    before.setTotal(0, intervals);
    std::vector<Rotation> rotations;
    for (std::size_t i = 0; i < many; ++i) {
        rotations.push_back({turnOf(1.0, 1.0 + static_cast<double>(i)), length, 0});
    }
    const auto secondsFor = [&](std::size_t count) {
        EngineRun run;
        const auto start = std::chrono::steady_clock::now();
        const bool works = engine.rotationDisturbances({}, before, std::span(rotations).first(count), run).has_value();
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return works ? seconds : std::numeric_limits<double>::infinity();
    };
    secondsFor(1); // the first call loads kernels and allocates
    const double one = std::min(secondsFor(1), secondsFor(1));
    const double all = std::min(secondsFor(many), secondsFor(many));
    const double work = workOfRotations(rotations, intervals);
    return {one, std::max(all - one, 0.0) / work};
}

std::shared_ptr<Engine> makeDelegatingEngine(std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, Delegation delegation)
{
    return std::make_shared<DelegatingEngine>(std::move(accelerator), std::move(cpu), delegation);
}

std::shared_ptr<Engine> makeDelegatingEngine(
    std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, EngineSpeed acceleratorSpeed, EngineSpeed cpuSpeed)
{
    return std::make_shared<DelegatingEngine>(std::move(accelerator), std::move(cpu), acceleratorSpeed, cpuSpeed);
}

} // namespace rotascope
