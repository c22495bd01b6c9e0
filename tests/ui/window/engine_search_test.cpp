// SPDX-License-Identifier: GPL-3.0-or-later
// A GPU's driver that takes its time: the window is there before it is asked, and works while it is.
#include "ui/window/engine_search.h"

#include "core/engine/engine_registry.h"
#include "tests/gpu/gate.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/engines_dialog.h"
#include "ui/window/engine_indicator.h"
#include "ui/window/engine_menu.h"
#include "ui/window/main_window.h"

#include <QLabel>
#include <QTemporaryDir>

using namespace rotascope;
using namespace rotascope::uitest;

class EngineSearchTest : public QObject {
    Q_OBJECT

private slots:
    void theWindowDoesNotWaitForTheDriver()
    {
        const QTemporaryDir folder;
        qputenv("ROTASCOPE_CUDA_MODULE", ROTASCOPE_EMULATED_MODULE); // read when the registry is first used
        const EngineRegistry& registry = EngineRegistry::instance();

        MainWindow window(*registry.find("auto"));
        test::Gate gate(folder.filePath(QStringLiteral("gate")).toStdString()); // opened before the window goes, which waits for the driver
        QTest::qWait(50);
        QVERIFY2(!gate.isReached() && !registry.isLoaded(), "nobody sees the window yet");
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(gate.isReached());

        // The driver is busy from here on.
        auto* menu = window.findChild<EngineMenu*>();
        auto* cuda = menu->findChild<QAction*>(QStringLiteral("cuda"));
        emit menu->aboutToShow();
        QVERIFY(!cuda->isEnabled());
        QCOMPARE(cuda->text(), QStringLiteral("CUDA: is being looked for"));
        const EnginesDialog dialog;
        auto* state = dialog.findChild<QLabel*>(QStringLiteral("cuda"));
        QVERIFY(state->text().startsWith(QStringLiteral("is being looked for: its driver has not answered yet")));
        window.openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window.workspace()));
        QCOMPARE(window.workspace().analysis()->engine.name, std::string("cpu"));
        QVERIFY(!registry.isLoaded());

        // What is counted already is not counted again; the status bar goes on saying what counted it.
        const auto* status = window.findChild<EngineIndicator*>();
        QVERIFY2(status->text().startsWith(QStringLiteral("CPU (")), qPrintable(status->text()));
        window.workspace().setOverride({3_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(window.workspace()));
        QCOMPARE(window.workspace().analysis()->countedDimensions, std::size_t{0});
        QVERIFY2(status->text().startsWith(QStringLiteral("CPU (")), qPrintable(status->text()));

        gate.open();
        QTRY_VERIFY(cuda->isEnabled());
        QCOMPARE(cuda->text(), QStringLiteral("CUDA: CPU in place of a GPU"));
        QTRY_VERIFY(state->text().startsWith(QStringLiteral("works: CPU in place of a GPU")));
        cuda->trigger();
        QCOMPARE(window.workspace().engine(), *registry.find("cuda"));
        QTRY_COMPARE(window.workspace().analysis()->engine.name, std::string("cuda"));
    }
};

QTEST_MAIN(EngineSearchTest)
#include "engine_search_test.moc"
