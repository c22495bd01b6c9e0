// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/engine/forwarding_engine.h"
#include "tests/ui/ui_test.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace rotascope::uitest {

/// The CPU engine, which counts what it is asked for and can be made to fail or to say something.
class CountingEngine final : public test::ForwardingEngine {
public:
    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        if (speaks) {
            run.notices.emplace_back("the device was full; finished on the CPU");
        }
        return ForwardingEngine::histograms(turns, positions, intervals, run);
    }
    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        return lowered(ForwardingEngine::disturbances(measure, before, after, run));
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
        return lowered(ForwardingEngine::rotationDisturbances(measure, before, rotations, run));
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
};

/// Asks for a result and, while the engine is at it, for another; then the first fails. `wait` waits for what a view shows.
inline void askAgainWhileTheOlderFails(Workspace& workspace, CountingEngine& engine, const std::function<bool()>& wait)
{
    QSignalSpy failed(&workspace, &Workspace::failed);
    engine.holdsAndFails = true;
    AnalysisSettings settings = workspace.settings();
    settings.targetLength = 16384;
    workspace.edit(settings, QStringLiteral("test"));
    QTRY_VERIFY(engine.isHeld);
    settings.targetLength = 12288;
    workspace.edit(settings, QStringLiteral("test"));
    QVERIFY(waitForAnalysis(workspace));
    engine.isHeld = false;
    QVERIFY(wait());
    QCOMPARE(failed.count(), 0); // nobody waits for that one any more
}

} // namespace rotascope::uitest
