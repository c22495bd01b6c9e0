// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_loader.h"

#include "tests/core/engine/forwarding_engine.h"
#include "tests/ui/ui_test.h"

#include <atomic>
#include <thread>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// As a device that does not answer: it takes no notice of a stop until the test lets it go.
class HangingEngine final : public test::ForwardingEngine {
public:
    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        hangs = true;
        while (!released) {
            std::this_thread::yield();
        }
        hangs = false;
        return ForwardingEngine::histograms(turns, positions, intervals, run);
    }

    std::atomic<bool> hangs = false;
    std::atomic<bool> released = false;
};

} // namespace

class SourceLoaderTest : public QObject {
    Q_OBJECT

private slots:
    void loadsARecording()
    {
        SourceLoader loader(makeCpuEngine());
        std::shared_ptr<const Analysis> first;
        connect(&loader, &SourceLoader::loaded, this, [&](const std::shared_ptr<const Analysis>& loaded) { first = loaded; });
        loader.loadFile(samplePath());
        QVERIFY(loader.isBusy());
        QTRY_VERIFY(first);
        QVERIFY(!loader.isBusy());
        QVERIFY(first->source->recordedAngles);
        QCOMPARE(first->settings.before, BeforeKind::RecordedAngles);
        QCOMPARE(first->chosen->disturbance.size(), 64U);
    }

    void beginsWithTheTargetLengthThatIsAskedFor()
    {
        SourceLoader loader(makeCpuEngine());
        std::shared_ptr<const Analysis> first;
        std::optional<Error> error;
        connect(&loader, &SourceLoader::loaded, this, [&](const std::shared_ptr<const Analysis>& loaded) { first = loaded; });
        connect(&loader, &SourceLoader::failed, this, [&](const Error& failed) { error = failed; });
        loader.loadPreset(QStringLiteral("Qwen/Qwen3-8B"), 131072);
        QTRY_VERIFY(first);
        QCOMPARE(first->settings.targetLength, 131072);
        loader.loadPreset(QStringLiteral("Qwen/Qwen3-8B"), 100);
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Usage);
    }

    void saysWhatIsWrong()
    {
        SourceLoader loader(makeCpuEngine());
        std::optional<Error> error;
        connect(&loader, &SourceLoader::failed, this, [&](const Error& failed) { error = failed; });
        loader.loadFile(QStringLiteral("/nowhere/missing.h5"));
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Input);
        QVERIFY(error->message.english().find("/nowhere/missing.h5") != std::string::npos);
    }

    void aNewerRequestReplacesAnOlder()
    {
        SourceLoader loader(makeCpuEngine());
        std::vector<std::string> origins;
        QSignalSpy failed(&loader, &SourceLoader::failed);
        connect(&loader, &SourceLoader::loaded, this,
            [&](const std::shared_ptr<const Analysis>& loaded) { origins.push_back(loaded->source->origin); });
        loader.loadFile(QStringLiteral("/nowhere/missing.h5"));
        loader.loadFile(samplePath());
        QTRY_COMPARE(origins.size(), 1U);
        QTest::qWait(20);
        QCOMPARE(failed.count(), 0);
    }

    void aRequestThatHangsDoesNotDelayTheNext()
    {
        const auto engine = std::make_shared<HangingEngine>();
        SourceLoader loader(engine);
        std::vector<SourceKind> kinds;
        QSignalSpy failed(&loader, &SourceLoader::failed);
        connect(&loader, &SourceLoader::loaded, this,
            [&](const std::shared_ptr<const Analysis>& loaded) { kinds.push_back(loaded->source->kind); });
        loader.loadPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QTRY_VERIFY(engine->hangs);
        loader.setEngine(makeCpuEngine());
        loader.loadFile(samplePath());
        QTRY_COMPARE(kinds, std::vector<SourceKind>{SourceKind::Recording});
        QVERIFY(engine->hangs);
        engine->released = true;
        QTRY_VERIFY(!engine->hangs);
        QTest::qWait(20);
        QCOMPARE(kinds.size(), 1U);
        QCOMPARE(failed.count(), 0);
    }

    void saysThatItIsBusyForEachRequest()
    {
        SourceLoader loader(makeCpuEngine());
        QSignalSpy busy(&loader, &SourceLoader::busyChanged);
        loader.loadFile(samplePath());
        loader.loadFile(samplePath()); // whatever shows how far the first was starts over
        QTRY_VERIFY(!loader.isBusy());
        QList<bool> seen;
        for (const QVariantList& arguments : busy) {
            seen << arguments[0].toBool();
        }
        QCOMPARE(seen, QList<bool>({true, false, true, false}));
    }

    void cancelSaysNothing()
    {
        SourceLoader loader(makeCpuEngine());
        QSignalSpy failed(&loader, &SourceLoader::failed);
        QSignalSpy loaded(&loader, &SourceLoader::loaded);
        loader.loadFile(samplePath());
        loader.cancel();
        QTest::qWait(100);
        QCOMPARE(failed.count() + loaded.count(), 0);
    }
};

QTEST_GUILESS_MAIN(SourceLoaderTest)
#include "source_loader_test.moc"
