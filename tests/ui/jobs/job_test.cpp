// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job.h"

#include <QTest>
#include <QThread>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace rotascope;

namespace {

using IntJob = Job<int>;

// Works until it is asked to stop.
class Endless {
public:
    Expected<int> operator()(const IntJob::Run& run) const
    {
        *m_begun = true;
        while (!run.stop().stop_requested()) {
            std::this_thread::yield();
        }
        ++*m_stopped;
        return stoppedError();
    }
    [[nodiscard]] bool hasBegun() const { return *m_begun; }
    [[nodiscard]] int stopped() const { return *m_stopped; }

private:
    std::shared_ptr<std::atomic<bool>> m_begun = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<std::atomic<int>> m_stopped = std::make_shared<std::atomic<int>>(0);
};

// Takes no notice of a stop, until the test lets it go.
class Hanging {
public:
    Expected<int> operator()(const IntJob::Run& /*run*/) const
    {
        *m_hangs = true;
        while (!*m_released) {
            std::this_thread::yield();
        }
        *m_hangs = false;
        return -1;
    }
    [[nodiscard]] bool hangs() const { return *m_hangs; }
    void release() { *m_released = true; }

private:
    std::shared_ptr<std::atomic<bool>> m_hangs = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<std::atomic<bool>> m_released = std::make_shared<std::atomic<bool>>(false);
};

IntJob::Work value(int value)
{
    return [value](const IntJob::Run&) -> Expected<int> { return value; };
}

} // namespace

class JobTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        results.clear();
        errors.clear();
        stages.clear();
        busy.clear();
    }

    void deliversWhereItWasMade()
    {
        Qt::HANDLE workedIn = nullptr;
        Qt::HANDLE deliveredIn = nullptr;
        int delivered = 0;
        IntJob job({.finished = [&](const Expected<int>& result) {
            deliveredIn = QThread::currentThreadId();
            delivered = *result;
        }});
        job.request([&](const IntJob::Run&) -> Expected<int> {
            workedIn = QThread::currentThreadId();
            return 7;
        });
        QVERIFY(job.isBusy());
        QTRY_COMPARE(delivered, 7);
        QVERIFY(!job.isBusy());
        QCOMPARE(deliveredIn, QThread::currentThreadId());
        QVERIFY(workedIn != deliveredIn);
    }

    void aNewerRequestStopsWhatRuns_data()
    {
        QTest::addColumn<WhenBusy>("whenBusy");
        QTest::newRow("wait") << WhenBusy::Wait;
        QTest::newRow("leave behind") << WhenBusy::LeaveBehind;
    }

    void aNewerRequestStopsWhatRuns()
    {
        QFETCH(const WhenBusy, whenBusy);
        const Endless older;
        {
            IntJob job(handlers(), whenBusy);
            job.request(older);
            QTRY_VERIFY(older.hasBegun());
            job.request(value(1));
            job.request(value(2));
            QTRY_VERIFY(!job.isBusy());
            QCOMPARE(results, std::vector<int>{2});
        }
        QCOMPARE(older.stopped(), 1);
        QTest::qWait(10);
        QCOMPARE(results, std::vector<int>{2});
        QVERIFY(errors.empty());
    }

    void worksThatWaitNeverOverlap()
    {
        std::atomic<int> running = 0;
        std::atomic<bool> overlapped = false;
        IntJob job(handlers());
        for (int i = 0; i < 50; ++i) {
            job.request([&](const IntJob::Run& run) -> Expected<int> {
                overlapped = overlapped || ++running > 1;
                while (!run.stop().stop_requested()) {
                    std::this_thread::yield();
                }
                --running;
                return stoppedError();
            });
            QTRY_VERIFY(running == 1);
        }
        QVERIFY(!overlapped);
    }

    void aWorkThatHangsDoesNotDelayTheNext()
    {
        Hanging first;
        Hanging second;
        IntJob job(handlers(), WhenBusy::LeaveBehind);
        job.request(first);
        QTRY_VERIFY(first.hangs());
        job.request(second);
        QTRY_VERIFY(second.hangs());
        job.request(value(3));
        QTRY_COMPARE(results, std::vector<int>{3});
        QVERIFY(first.hangs() && second.hangs());
        first.release();
        second.release();
        QTRY_VERIFY(!first.hangs() && !second.hangs());
        job.request(value(4));
        QTRY_COMPARE(results, (std::vector<int>{3, 4})); // nothing of those that hung
    }

    void resultsComeInStages()
    {
        std::atomic<bool> goesOn = false;
        IntJob job(handlers());
        job.request([&](const IntJob::Run& run) -> Expected<int> {
            run.deliver(1);
            run.deliver(2);
            while (!goesOn) {
                std::this_thread::yield();
            }
            return 3;
        });
        QTRY_COMPARE(stages, (std::vector<int>{1, 2}));
        QVERIFY(job.isBusy() && results.empty());
        goesOn = true;
        QTRY_COMPARE(results, std::vector<int>{3});
        QCOMPARE(stages.size(), 2U);
    }

    void stagesOfAnOlderRequestAreDropped()
    {
        std::atomic<bool> hasDelivered = false;
        const auto stagedAndEndless = [&](const IntJob::Run& run) -> Expected<int> {
            run.deliver(1);
            hasDelivered = true;
            return Endless()(run);
        };
        IntJob job(handlers());
        job.request(stagedAndEndless);
        while (!hasDelivered) { // without the event loop: the stage is on its way
            std::this_thread::yield();
        }
        job.request(value(2));
        QTRY_COMPARE(results, std::vector<int>{2});
        QVERIFY(stages.empty());
    }

    void whatIsCancelledIsDropped()
    {
        const Endless endless;
        IntJob job(handlers());
        job.request(endless);
        QTRY_VERIFY(endless.hasBegun());
        job.request(value(1)); // waits
        job.cancel();
        QVERIFY(!job.isBusy());
        QTRY_COMPARE(endless.stopped(), 1);
        QTest::qWait(10);
        QVERIFY(results.empty() && errors.empty());
        job.request(value(2));
        QTRY_COMPARE(results, std::vector<int>{2});
    }

    void whatIsStoppedSaysSo()
    {
        const Endless endless;
        IntJob job(handlers());
        job.stop(); // nothing
        job.request(endless);
        QTRY_VERIFY(endless.hasBegun());
        job.stop();
        QVERIFY(job.isBusy());
        QTRY_COMPARE(errors.size(), 1U);
        QCOMPARE(errors[0].kind, ErrorKind::Stopped);
        QVERIFY(!job.isBusy());
    }

    void aStopThatIsTooLateChangesNothing()
    {
        Hanging work;
        IntJob job(handlers());
        job.request(work);
        QTRY_VERIFY(work.hangs());
        job.stop();
        work.release();
        QTRY_COMPARE(results, std::vector<int>{-1});
    }

    void exceptionsBecomeErrors()
    {
        IntJob job(handlers());
        job.request([](const IntJob::Run&) -> Expected<int> { throw std::runtime_error("out of everything"); });
        QTRY_COMPARE(errors.size(), 1U);
        QCOMPARE(errors[0].kind, ErrorKind::Engine);
        QVERIFY(errors[0].message.english().ends_with(": out of everything"));
        job.request([](const IntJob::Run&) -> Expected<int> { throw 1; }, {ErrorKind::Output, "the file could not be written"});
        QTRY_COMPARE(errors.size(), 2U);
        QCOMPARE(errors[1].kind, ErrorKind::Output);
        QCOMPARE(errors[1].message.english(), std::string("the file could not be written"));
        job.request(value(5)); // the thread is still there
        QTRY_COMPARE(results, std::vector<int>{5});
        QVERIFY(!job.isBusy());
    }

    void nothingIsDeliveredToAnOwnerThatIsGone()
    {
        const Endless endless;
        std::atomic<bool> hasDelivered = false;
        {
            IntJob job(handlers());
            job.request([&](const IntJob::Run& run) -> Expected<int> {
                run.deliver(1);
                hasDelivered = true;
                return endless(run);
            });
            while (!hasDelivered) { // without the event loop: the stage is on its way
                std::this_thread::yield();
            }
            job.request(value(2)); // waits
        }
        QCOMPARE(endless.stopped(), 1); // and has been waited for
        QTest::qWait(10);
        QVERIFY(results.empty() && errors.empty() && stages.empty());
        QCOMPARE(busy, std::vector<bool>{true});
    }

    void tellsHowFarItIsAFewTimesASecond()
    {
        std::vector<JobProgress> seen;
        std::atomic<std::uint64_t> done = 0;
        auto listening = handlers();
        listening.progressed = [&](const JobProgress& progress) { seen.push_back(progress); };
        IntJob job(listening);
        job.request([&](const IntJob::Run& run) -> Expected<int> {
            while (!run.stop().stop_requested()) {
                run.progress(std::min<std::uint64_t>(++done, 1000), 1000); // far more often than anybody can see
            }
            return stoppedError();
        });
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(!seen.empty() && seen.back().done == 1000); // the last word is not lost
        QVERIFY(static_cast<qint64>(seen.size()) <= timer.elapsed() / 90 + 1);
        QCOMPARE(seen.back().total, 1000U);
        job.cancel();
        const std::size_t before = seen.size();
        QTest::qWait(250);
        QCOMPARE(seen.size(), before);
    }

    void aWorkThatSaysNothingHasNoTotal()
    {
        std::optional<JobProgress> seen;
        auto listening = handlers();
        listening.progressed = [&](const JobProgress& progress) { seen = progress; };
        IntJob job(listening);
        job.request(Endless());
        QTRY_VERIFY(seen);
        QCOMPARE(seen->done, 0U);
        QVERIFY(!seen->total);
    }

    void saysWhenItIsBusy()
    {
        IntJob job(handlers());
        job.request(Endless());
        job.request(value(1));
        QCOMPARE(busy, std::vector<bool>{true});
        QTRY_COMPARE(results.size(), 1U);
        QCOMPARE(busy, (std::vector<bool>{true, false}));
        job.cancel();
        QCOMPARE(busy.size(), 2U);
        job.request(Endless());
        job.cancel();
        QCOMPARE(busy, (std::vector<bool>{true, false, true, false}));
    }

    // As a work that waits for a hand to rest.
    void aWorkSleepsUntilItIsStopped()
    {
        std::atomic<int> sleeps = 0;
        IntJob job(handlers());
        job.request([&](const IntJob::Run& run) -> Expected<int> {
            ++sleeps;
            const auto now = std::chrono::steady_clock::now();
            return run.sleepUntil(now + std::chrono::hours(1)) ? Expected<int>(1) : stoppedError();
        });
        QTRY_COMPARE(sleeps.load(), 1);
        job.request([](const IntJob::Run& run) -> Expected<int> {
            return run.sleepUntil(std::chrono::steady_clock::now() + std::chrono::milliseconds(1)) ? Expected<int>(2) : stoppedError();
        });
        QTRY_COMPARE(results, std::vector<int>{2});
    }

    void aHandlerMayAskForMore()
    {
        std::unique_ptr<IntJob> job;
        job = std::make_unique<IntJob>(IntJob::Handlers{.finished = [&](const Expected<int>& result) {
            results.push_back(*result);
            if (*result < 3) {
                job->request(value(*result + 1));
            }
        }});
        job->request(value(1));
        QTRY_COMPARE(results, (std::vector<int>{1, 2, 3}));
        QVERIFY(!job->isBusy());
    }

private:
    IntJob::Handlers handlers()
    {
        return {
            .finished =
                [this](const Expected<int>& result) {
                    if (result) {
                        results.push_back(*result);
                    } else {
                        errors.push_back(result.error());
                    }
                },
            .staged = [this](int result) { stages.push_back(result); },
            .busyChanged = [this](bool isBusy) { busy.push_back(isBusy); },
        };
    }

    std::vector<int> results;
    std::vector<Error> errors;
    std::vector<int> stages;
    std::vector<bool> busy;
};

QTEST_GUILESS_MAIN(JobTest)
#include "job_test.moc"
