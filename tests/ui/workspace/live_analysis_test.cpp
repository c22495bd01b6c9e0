// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_analysis.h"

#include "tests/core/engine/forwarding_engine.h"
#include "tests/ui/ui_test.h"

#include <atomic>
#include <stdexcept>

using namespace rotascope;

namespace {

// The CPU engine behind a gate, so that a test decides when an analysis goes on; or one that fails.
class GatedEngine final : public test::ForwardingEngine {
public:
    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        ++calls;
        while (closed) {
            std::this_thread::yield();
        }
        if (throws) {
            throw std::runtime_error("out of everything");
        }
        return ForwardingEngine::histograms(turns, positions, intervals, run);
    }

    std::atomic<bool> closed = false;
    std::atomic<bool> throws = false;
    std::atomic<int> calls = 0;
};

} // namespace

class LiveAnalysisTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        engine = std::make_shared<GatedEngine>();
        live = std::make_unique<LiveAnalysis>(engine);
        source = uitest::llama2();
        settings = defaultSettings(*source);
        connect(live.get(), &LiveAnalysis::finished, this,
            [this](const std::shared_ptr<const Analysis>& analysis) { results.push_back(analysis); });
        connect(live.get(), &LiveAnalysis::failed, this, [this](const QString& message) { failures.push_back(message); });
    }
    void cleanup()
    {
        engine->closed = false;
        live.reset();
        results.clear();
        failures.clear();
    }

    void deliversTheResultInTheGuiThread()
    {
        live->request(source, settings);
        QVERIFY(live->isBusy());
        QTRY_COMPARE(results.size(), 1U);
        QVERIFY(!live->isBusy());
        QVERIFY(std::abs(results[0]->chosen->meanDisturbance - 6.714e-3) < 1e-6);
    }

    void showsOnlyTheNewestOfManyRequests()
    {
        engine->closed = true;
        live->request(source, settings);
        QTRY_VERIFY(engine->calls > 0); // the first one runs and waits at the gate
        for (const std::int64_t length : {9000, 10000, 12000, 16384}) {
            settings.targetLength = length;
            live->request(source, settings);
        }
        engine->closed = false;
        QTRY_COMPARE(results.size(), 1U);
        QTest::qWait(50); // nothing comes after it
        QCOMPARE(results.size(), 1U);
        QCOMPARE(results[0]->settings.targetLength, 16384);
    }

    void dropsWhatIsCancelled()
    {
        engine->closed = true;
        live->request(source, settings);
        QTRY_VERIFY(engine->calls > 0);
        live->cancel();
        QVERIFY(!live->isBusy());
        engine->closed = false;
        QTest::qWait(50);
        QVERIFY(results.empty());
        live->request(source, settings);
        QTRY_COMPARE(results.size(), 1U);
    }

    void reportsFailuresAndGoesOn()
    {
        engine->throws = true;
        live->request(source, settings);
        QTRY_COMPARE(failures.size(), 1U);
        QVERIFY(failures[0].contains(QStringLiteral("out of everything")));
        QVERIFY(!live->isBusy());
        engine->throws = false;
        live->request(source, settings);
        QTRY_COMPARE(results.size(), 1U);
    }

    void endsWhileAnAnalysisRuns()
    {
        engine->closed = true;
        live->request(source, settings);
        QTRY_VERIFY(engine->calls > 0);
        engine->closed = false;
        live.reset(); // joins; nothing is delivered to what is gone
        QTest::qWait(20);
        QVERIFY(results.empty());
    }

private:
    std::shared_ptr<GatedEngine> engine;
    std::unique_ptr<LiveAnalysis> live;
    std::shared_ptr<const Source> source;
    AnalysisSettings settings;
    std::vector<std::shared_ptr<const Analysis>> results;
    std::vector<QString> failures;
};

QTEST_GUILESS_MAIN(LiveAnalysisTest)
#include "live_analysis_test.moc"
