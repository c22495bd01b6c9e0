// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/coarse_then_full.h"

#include "core/analysis/landscape.h"
#include "tests/ui/ui_test.h"
#include "ui/workspace/expected_time.h"

#include <atomic>
#include <limits>
#include <mutex>
#include <thread>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

struct Shown {
    Detail detail;
    std::int64_t targetLength;
    bool hadFull; ///< whether a full result could be taken over from
    EngineRun run = {};
};

// What is computed, and when it goes on, is up to the test.
struct Script {
    std::atomic<bool> holdsCoarse = false;
    std::atomic<bool> holdsFull = false;
    std::atomic<bool> isQuick = false;
    std::atomic<bool> fails = false;
    std::atomic<int> coarse = 0; ///< how many were begun
    std::atomic<int> full = 0;
    std::atomic<int> stopped = 0;
};
Script script; // NOLINT(cert-err58-cpp)

Expected<std::shared_ptr<const Shown>> compute(
    Engine& /*engine*/, const Analysis& analysis, Detail detail, const std::shared_ptr<const Shown>& lastFull, const std::stop_token& stop)
{
    ++(detail == Detail::Coarse ? script.coarse : script.full);
    while (detail == Detail::Coarse ? script.holdsCoarse : script.holdsFull) {
        if (stop.stop_requested()) {
            ++script.stopped;
            return stoppedError();
        }
        std::this_thread::yield();
    }
    if (script.fails) {
        return tl::unexpected(Error{ErrorKind::Engine, "the device fell asleep"});
    }
    return std::make_shared<const Shown>(Shown{detail, analysis.settings.targetLength, lastFull != nullptr});
}

using Live = CoarseThenFull<Shown>;

Live::Kind kind()
{
    return {.compute = compute,
        .holdsFor = haveSameLandscape,
        .expected = [](const Live::Known&, const Live::Known&,
                        const Analysis&) { return script.isQuick ? Live::atOnce : std::numeric_limits<double>::infinity(); },
        .failure = QStringLiteral("It could not be computed: %1")};
}

} // namespace

class CoarseThenFullTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        script.holdsCoarse = script.holdsFull = script.isQuick = script.fails = false;
        script.coarse = script.full = script.stopped = 0;
        isSeen = true;
        workspace = analysedWorkspace();
        live = std::make_unique<Live>(
            kind(), workspace.get(), [this] { return isSeen; }, nullptr);
    }
    void cleanup()
    {
        script.holdsCoarse = script.holdsFull = false;
        live.reset();
    }

    void aCoarseResultComesFirst()
    {
        script.holdsFull = true;
        live->look();
        QTRY_VERIFY(live->isCurrent());
        QCOMPARE(live->result()->detail, Detail::Coarse);
        QVERIFY(!live->isFinal());
        script.holdsFull = false;
        QTRY_VERIFY(live->isFinal());
        QCOMPARE(live->result()->detail, Detail::Full);
        live->look();
        QTest::qWait(10);
        QCOMPARE(script.coarse + script.full, 2); // nothing is missing
    }

    void whatFollowsTakesOverFromTheLastFullOne()
    {
        live->look();
        QTRY_VERIFY(live->isFinal());
        QVERIFY(!live->result()->hadFull);
        change(10000);
        QVERIFY(!live->isCurrent());
        QTRY_VERIFY(live->isFinal());
        QVERIFY(live->result()->hadFull);
        workspace->setEngine(makeCpuEngine()); // whose work is to be seen
        change(12000);
        QTRY_VERIFY(live->isFinal());
        QVERIFY(!live->result()->hadFull);
    }

    // While a slider moves something is seen.
    void aCoarseOneIsNotStopped()
    {
        script.holdsCoarse = true;
        live->look();
        QTRY_COMPARE(script.coarse.load(), 1);
        change(10000);
        change(12000);
        QCOMPARE(script.coarse.load(), 1);
        std::vector<std::int64_t> lengths;
        connect(live.get(), &Live::changed, this, [&] { lengths.push_back(live->result()->targetLength); });
        script.holdsCoarse = false;
        QTRY_VERIFY(live->isFinal());
        QCOMPARE(lengths, (std::vector<std::int64_t>{8192, 12000, 12000})); // an old one, the newest, and that in full
        QCOMPARE(script.stopped.load(), 0);
    }

    void aFullOneIsStopped()
    {
        script.holdsFull = true;
        live->look();
        QTRY_COMPARE(script.full.load(), 1);
        change(10000);
        QTRY_COMPARE(script.stopped.load(), 1);
        QTRY_COMPARE(live->result()->targetLength, 10000);
        QCOMPARE(live->result()->detail, Detail::Coarse);
    }

    void whereTheFullOneIsQuickItComesAlone()
    {
        script.isQuick = true; // as far as one is known
        live->look();
        QTRY_VERIFY(live->isFinal());
        QCOMPARE(script.coarse.load(), 1);
        change(10000);
        QTRY_VERIFY(live->isFinal());
        QCOMPARE(script.coarse.load(), 1);
        QCOMPARE(script.full.load(), 2);
    }

    void whatAnotherEngineTookSaysNothing()
    {
        script.isQuick = true;
        live->look();
        QTRY_VERIFY(live->isFinal());
        workspace->setEngine(makeCpuEngine());
        change(10000);
        QTRY_VERIFY(live->isFinal());
        QCOMPARE(script.coarse.load(), 2);
        change(12000);
        QTRY_VERIFY(live->isFinal());
        QCOMPARE(script.coarse.load(), 2);
    }

    // One that is likely to be soon there is waited for, as a coarse one is.
    void aQuickFullOneIsNotStopped()
    {
        script.isQuick = true;
        live->look();
        QTRY_VERIFY(live->isFinal());
        script.holdsFull = true;
        change(10000);
        QTRY_COMPARE(script.full.load(), 2);
        change(12000);
        script.holdsFull = false;
        QTRY_VERIFY(live->isFinal());
        QCOMPARE(live->result()->targetLength, 12000);
        QCOMPARE(script.stopped.load(), 0);
        QCOMPARE(script.coarse.load(), 1);
    }

    void theExpectedTimeGrowsWithTheWork()
    {
        const std::shared_ptr<const Analysis> computed = workspace->analysis();
        const MeasuredTime coarse = {*computed, 64, 10.0};
        QCOMPARE(expectedMilliseconds(coarse, *computed, 512), 80.0);
        Analysis wanted = *computed;
        wanted.settings.targetLength = std::int64_t{1} << 30;
        const double longer = expectedMilliseconds(coarse, wanted, 512);
        QVERIFY(longer >= 80.0);
        wanted.settings.intervals = 16 * computed->settings.intervals;
        QVERIFY(expectedMilliseconds(coarse, wanted, 512) > longer);
    }

    void aChangeThatDoesNotMatterComputesNothing()
    {
        live->look();
        QTRY_VERIFY(live->isFinal());
        workspace->setOverride({22_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(*workspace));
        QVERIFY(live->isFinal());
        QCOMPARE(script.coarse + script.full, 2);
    }

    void anUndoShowsWhatIsThere()
    {
        live->look();
        QTRY_VERIFY(live->isFinal());
        script.holdsCoarse = true;
        change(10000);
        QTRY_COMPARE(script.coarse.load(), 2);
        change(8192);
        QVERIFY(live->isFinal());
        QTRY_COMPARE(script.stopped.load(), 1);
        QTest::qWait(10);
        QVERIFY(live->isFinal());
    }

    void nothingIsComputedWhileItIsNotSeen()
    {
        isSeen = false;
        live->look();
        change(10000);
        QCOMPARE(script.coarse + script.full, 0);
        isSeen = true;
        script.holdsCoarse = true;
        live->look();
        QTRY_COMPARE(script.coarse.load(), 1);
        isSeen = false; // as behind another's tab, which nobody tells it
        script.holdsCoarse = false;
        QTRY_VERIFY(live->isCurrent());
        QTest::qWait(300);
        QCOMPARE(script.full.load(), 0);
        isSeen = true;
        live->look();
        QTRY_VERIFY(live->isFinal());
    }

    void aHiddenViewStopsIt()
    {
        script.holdsCoarse = true;
        live->look();
        QTRY_COMPARE(script.coarse.load(), 1);
        live->lookAway();
        QTRY_COMPARE(script.stopped.load(), 1);
        script.holdsCoarse = false;
        QTest::qWait(10);
        QVERIFY(!live->result());
    }

    void aFailureIsReportedOnce()
    {
        QSignalSpy failed(workspace.get(), &Workspace::failed);
        script.fails = true;
        live->look();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("It could not be computed: the device fell asleep"));
        live->look();
        QTest::qWait(10);
        QCOMPARE(script.coarse.load(), 1);
        script.fails = false;
        change(10000);
        QTRY_VERIFY(live->isFinal());
    }

private:
    void change(std::int64_t targetLength)
    {
        AnalysisSettings settings = workspace->settings();
        settings.targetLength = targetLength;
        workspace->edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(*workspace));
    }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Live> live;
    bool isSeen = true;
};

QTEST_GUILESS_MAIN(CoarseThenFullTest)
#include "coarse_then_full_test.moc"
