// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disturbance/cpu_engine.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace rotascope::uitest {

/// The CPU engine, which counts what it is asked for and can be made to fail or to say something.
class CountingEngine final : public Engine {
public:
    [[nodiscard]] const EngineInfo& info() const override { return m_engine->info(); }
    [[nodiscard]] bool supports(Operation operation) const override { return m_engine->supports(operation); }
    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        if (speaks) {
            run.notices.emplace_back("the device was full; finished on the CPU");
        }
        return m_engine->histograms(turns, positions, intervals, run);
    }
    Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) override
    {
        return m_engine->recordedHistograms(angles, intervals, run);
    }
    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        return lowered(m_engine->disturbances(measure, before, after, run));
    }
    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        ++rotationCalls;
        rotationsAsked += rotations.size();
        if (holdsAndFails.exchange(false)) {
            isHeld = true;
            for (int i = 0; isHeld && i < 1000; ++i) { // a test that fails must not hang as well
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
            return tl::unexpected(Error{ErrorKind::Engine, "the device fell asleep"});
        }
        if (failsRotations) {
            return tl::unexpected(Error{ErrorKind::Engine, "the device fell asleep"});
        }
        return lowered(m_engine->rotationDisturbances(measure, before, rotations, run));
    }

    std::atomic<int> rotationCalls = 0;
    std::atomic<std::size_t> rotationsAsked = 0;
    std::atomic<bool> failsRotations = false;
    std::atomic<bool> holdsAndFails = false; ///< the next call does not answer until isHeld is false again, and then with an error
    std::atomic<bool> isHeld = false;
    std::atomic<bool> speaks = false;
    std::atomic<double> lowersBy = 0.0; ///< taken off every disturbance

private:
    Expected<std::vector<double>> lowered(Expected<std::vector<double>> disturbances) const
    {
        if (disturbances) {
            for (double& value : *disturbances) {
                value -= lowersBy;
            }
        }
        return disturbances;
    }

    std::unique_ptr<Engine> m_engine = makeCpuEngine();
};

} // namespace rotascope::uitest
