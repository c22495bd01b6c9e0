// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/live_result.h"

#include "ui/jobs/recent_times.h"

#include <QTest>
#include <atomic>
#include <stdexcept>
#include <vector>

using namespace rotascope;

class LiveResultTest : public QObject {
    Q_OBJECT

private slots:
    void deliversWhereItWasMade()
    {
        Qt::HANDLE deliveredIn = nullptr;
        int value = 0;
        LiveResult<int> live([&](const Expected<int>& result) {
            deliveredIn = QThread::currentThreadId();
            value = *result;
        });
        live.request([](const std::stop_token&) -> Expected<int> { return 7; });
        QVERIFY(live.isBusy());
        QTRY_COMPARE(value, 7);
        QVERIFY(!live.isBusy());
        QCOMPARE(deliveredIn, QThread::currentThreadId());
    }

    void aNewerRequestStopsWhatRuns()
    {
        std::atomic<int> stopped = 0;
        std::atomic<bool> runs = false;
        std::vector<int> delivered;
        LiveResult<int> live([&](const Expected<int>& result) { delivered.push_back(*result); });
        live.request([&](const std::stop_token& stop) -> Expected<int> {
            runs = true;
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
            ++stopped;
            return stoppedError();
        });
        QTRY_VERIFY(runs);
        live.request([](const std::stop_token&) -> Expected<int> { return 1; });
        live.request([](const std::stop_token&) -> Expected<int> { return 2; });
        QTRY_VERIFY(!live.isBusy());
        QCOMPARE(stopped.load(), 1);
        QCOMPARE(delivered, std::vector<int>{2});
    }

    void endsWhileSomethingRuns()
    {
        std::atomic<bool> runs = false;
        bool delivered = false;
        {
            LiveResult<int> live([&](const Expected<int>&) { delivered = true; });
            live.request([&](const std::stop_token& stop) -> Expected<int> {
                runs = true;
                while (!stop.stop_requested()) {
                    std::this_thread::yield();
                }
                return stoppedError();
            });
            QTRY_VERIFY(runs);
        }
        QTest::qWait(10);
        QVERIFY(!delivered);
    }

    void exceptionsBecomeErrors()
    {
        std::string message;
        LiveResult<int> live([&](const Expected<int>& result) { message = result ? "" : result.error().message; });
        live.request([](const std::stop_token&) -> Expected<int> { throw std::runtime_error("out of everything"); });
        QTRY_VERIFY(message.find("out of everything") != std::string::npos);
        QVERIFY(!live.isBusy());
    }

    void quantilesAreOfTheLastHundred()
    {
        RecentTimes times;
        QCOMPARE(times.quantile(0.5), 0.0);
        for (int i = 1; i <= 150; ++i) {
            times.add(i);
        }
        QCOMPARE(times.count(), 100U); // 51 ... 150
        QCOMPARE(times.quantile(0.5), 100.0);
        QCOMPARE(times.quantile(0.95), 145.0);
        QCOMPARE(times.quantile(0.0), 51.0);
    }
};

QTEST_GUILESS_MAIN(LiveResultTest)
#include "live_result_test.moc"
