// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/progress_meter.h"

#include <QTest>
#include <cmath>

using namespace rotascope;
using namespace std::chrono_literals;

class ProgressMeterTest : public QObject {
    Q_OBJECT

private slots:
    void init() { now = {}; }

    void aSteadyJobHasItsRateAndTimeLeft()
    {
        ProgressMeter meter;
        JobProgress progress;
        for (std::uint64_t second = 0; second <= 10; ++second) {
            progress = meter.update(100 * second, 4000, now + second * 1s);
        }
        QCOMPARE(progress.done, 1000U);
        QCOMPARE(progress.share(), 0.25);
        QVERIFY(std::abs(*progress.perSecond - 100.0) < 1e-9);
        QVERIFY(std::abs(*progress.secondsLeft - 30.0) < 1e-9);
    }

    void saysNothingBeforeItCanKnow()
    {
        ProgressMeter meter;
        QVERIFY(!meter.update(0, 1000, now).perSecond);
        QVERIFY(!meter.update(100, 1000, now + ProgressMeter::settling - 1ms).perSecond);
        const JobProgress settled = meter.update(101, 1000, now + ProgressMeter::settling);
        QVERIFY(settled.perSecond && settled.secondsLeft);
    }

    void whatWasDoneBeforeTheFirstLookIsNotARate()
    {
        ProgressMeter meter;
        meter.update(1'000'000, 2'000'000, now);
        QVERIFY(std::abs(*meter.update(1'000'030, 2'000'000, now + 3s).perSecond - 10.0) < 1e-9);
    }

    void anUnknownTotalHasARateAlone()
    {
        ProgressMeter meter;
        meter.update(0, 0, now);
        const JobProgress progress = meter.update(500, 0, now + 5s);
        QVERIFY(!progress.total && !progress.share() && !progress.secondsLeft);
        QVERIFY(std::abs(*progress.perSecond - 100.0) < 1e-9);
    }

    // A disk that takes nothing for half a second must not make the figures jump.
    void unevenWorkIsSmoothed()
    {
        ProgressMeter meter;
        for (int i = 0; i <= 200; ++i) {
            const auto done = static_cast<std::uint64_t>(i / 10) * 100; // 100 at once, each second
            const JobProgress progress = meter.update(done, 100'000, now + i * 100ms);
            if (i > 100) {
                QVERIFY(*progress.perSecond > 80.0 && *progress.perSecond < 130.0);
            }
        }
    }

    void aChangeOfPaceIsSeenSoon()
    {
        ProgressMeter meter;
        JobProgress progress;
        for (std::uint64_t second = 0; second <= 60; ++second) {
            progress = meter.update(1000 * second, 1'000'000, now + second * 1s);
        }
        for (std::uint64_t second = 1; second <= 12; ++second) {
            progress = meter.update(60'000 + 100 * second, 1'000'000, now + (60 + second) * 1s);
        }
        QVERIFY(*progress.perSecond > 100.0 && *progress.perSecond < 200.0);
    }

    void standingStillLowersTheRate()
    {
        ProgressMeter meter;
        meter.update(0, 1000, now);
        const JobProgress before = meter.update(500, 1000, now + 5s);
        const JobProgress after = meter.update(500, 1000, now + 20s);
        QVERIFY(*after.perSecond < 0.1 * *before.perSecond);
        QVERIFY(*after.secondsLeft > 10.0 * *before.secondsLeft);
    }

    void nothingDoneHasNoTimeLeft()
    {
        ProgressMeter meter;
        meter.update(0, 1000, now);
        const JobProgress progress = meter.update(0, 1000, now + 5s);
        QCOMPARE(progress.perSecond, 0.0);
        QVERIFY(!progress.secondsLeft);
    }

    void anotherTaskBeginsAnew()
    {
        ProgressMeter meter;
        meter.update(0, 1000, now);
        QVERIFY(meter.update(900, 1000, now + 5s).perSecond);
        QVERIFY(!meter.update(0, 1000, now + 6s).perSecond); // less done than before
        QVERIFY(meter.update(10, 1000, now + 9s).perSecond);
        QVERIFY(!meter.update(10, 5000, now + 10s).perSecond); // another total
    }

    void moreThanAllIsAll()
    {
        ProgressMeter meter;
        meter.update(0, 1000, now);
        const JobProgress progress = meter.update(1200, 1000, now + 3s);
        QCOMPARE(progress.share(), 1.0);
        QCOMPARE(progress.secondsLeft, 0.0);
    }

private:
    ProgressMeter::Time now;
};

QTEST_APPLESS_MAIN(ProgressMeterTest)
#include "progress_meter_test.moc"
