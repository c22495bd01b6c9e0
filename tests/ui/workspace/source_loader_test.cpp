// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_loader.h"

#include "tests/ui/ui_test.h"

using namespace rotascope;
using namespace rotascope::uitest;

class SourceLoaderTest : public QObject {
    Q_OBJECT

private slots:
    void loadsARecording()
    {
        SourceLoader loader;
        std::shared_ptr<const Source> source;
        connect(&loader, &SourceLoader::loaded, this, [&](const std::shared_ptr<const Source>& loaded) { source = loaded; });
        loader.load(samplePath());
        QVERIFY(loader.isBusy());
        QTRY_VERIFY(source);
        QVERIFY(!loader.isBusy());
        QVERIFY(source->recordedAngles);
    }

    void saysWhatIsWrong()
    {
        SourceLoader loader;
        QSignalSpy failed(&loader, &SourceLoader::failed);
        loader.load(QStringLiteral("/nowhere/missing.h5"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("/nowhere/missing.h5")));
    }

    void aNewerRequestReplacesAnOlder()
    {
        SourceLoader loader;
        std::vector<std::string> origins;
        QSignalSpy failed(&loader, &SourceLoader::failed);
        connect(
            &loader, &SourceLoader::loaded, this, [&](const std::shared_ptr<const Source>& loaded) { origins.push_back(loaded->origin); });
        loader.load(QStringLiteral("/nowhere/missing.h5"));
        loader.load(samplePath());
        QTRY_COMPARE(origins.size(), 1U);
        QTest::qWait(20);
        QCOMPARE(failed.count(), 0);
    }

    void cancelSaysNothing()
    {
        SourceLoader loader;
        QSignalSpy failed(&loader, &SourceLoader::failed);
        QSignalSpy loaded(&loader, &SourceLoader::loaded);
        loader.load(samplePath());
        loader.cancel();
        QTest::qWait(100);
        QCOMPARE(failed.count() + loaded.count(), 0);
    }
};

QTEST_GUILESS_MAIN(SourceLoaderTest)
#include "source_loader_test.moc"
