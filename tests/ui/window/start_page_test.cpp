// SPDX-License-Identifier: GPL-3.0-or-later
// The page that a start without a file shows, by mouse and keys.
#include "core/analysis/reason.h"
#include "core/analysis/starting_point.h"
#include "core/analysis/summary.h"
#include "core/angle/angle_errors.h"
#include "core/angle/recorded_rows.h"
#include "core/engine/cpu_engine.h"
#include "core/model/presets.h"
#include "tests/ui/ui_test.h"
#include "ui/base/message_bar.h"
#include "ui/commands/recent_files.h"
#include "ui/start/samples.h"
#include "ui/start/start_page.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/window/main_window.h"
#include "ui/workspace/live_laboratory.h"

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTreeView>
#include <QUrl>
#include <algorithm>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

class StartPageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder->filePath(QStringLiteral("config")).toUtf8());
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->resize(1280, 800);
    }

    void cleanup() { window.reset(); }

    void aStartWithNothingToShowShowsThePage()
    {
        begin();
        QVERIFY(page());
        QCOMPARE(QApplication::focusWidget(), field());
        QVERIFY(!window->findChild<DistributionView*>()->isVisible());
        for (const QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            QVERIFY2(!dock->isVisible() && !dock->toggleViewAction()->isEnabled(), qPrintable(dock->objectName()));
        }
        QVERIFY(!action("save")->isEnabled() && !action("export")->isEnabled() && action("open")->isEnabled());
        QCOMPARE(presetList()->model()->rowCount(), static_cast<int>(presets().size()));
        QVERIFY(!page()->findChild<QPushButton*>(QStringLiteral("back"))); // there is nowhere to go back to
        keepPicture(*window, QStringLiteral("start"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("start-dark")); });
    }

    void aModelIsFoundByWordsAndOpenedByKeys()
    {
        begin();
        QTest::keyClicks(field(), QStringLiteral("qwen3 b"));
        QCOMPARE(presetList()->model()->rowCount(), 2);
        QCOMPARE(presetList()->currentIndex().row(), 0);
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(presetList()->currentIndex().row(), 1);
        const QString chosen = presetList()->currentIndex().siblingAtColumn(1).data().toString();
        QTest::keyClick(field(), Qt::Key_Up);
        QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(window->workspace().source());
        QCOMPARE(QString::fromStdString(window->workspace().source()->origin), chosen);
        QVERIFY(!page());
        QVERIFY(window->findChild<DistributionView*>()->isVisible());
        QVERIFY(window->findChild<QDockWidget*>(QStringLiteral("dimensions"))->isVisible());
        QCOMPARE(window->focusWidget(), window->findChild<DimensionTable*>());
        QVERIFY(action("save")->isEnabled());
    }

    void aDoubleClickOpensAModel()
    {
        begin();
        const QModelIndex row = presetList()->model()->index(3, 1);
        const QPoint at = presetList()->visualRect(row).center();
        const std::string chosen = row.data().toString().toStdString();
        QTest::mouseClick(presetList()->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(page());
        QTest::mouseDClick(presetList()->viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(window->workspace().source());
        QCOMPARE(window->workspace().source()->origin, chosen);
    }

    void whatIsNotThereIsSaid()
    {
        begin();
        auto* none = page()->findChild<QWidget*>(QStringLiteral("noPreset"));
        QVERIFY(!none->isVisible());
        QTest::keyClicks(field(), QStringLiteral("gpt-9"));
        QVERIFY(none->isVisible());
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(page());
        field()->clear();
        QVERIFY(!none->isVisible());
    }

    void aSampleIsOpenedByKeys()
    {
        begin();
        auto* list = page()->findChild<QListWidget*>(QStringLiteral("samples"));
        QVERIFY(list);
        QCOMPARE(list->count(), 7);
        tabTo(list);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(window->workspace().source());
        QVERIFY(window->windowTitle().contains(QStringLiteral("llama-3-8b-8192.h5")));
    }

    // What is said of them is so.
    void theSamplesShowWhatTheirSentencesSay()
    {
        const std::vector<Sample> all = samples();
        QCOMPARE(all.size(), 7U);
        const auto analysisOf = [](const Sample& sample) {
            const auto source = atDefaultStart(*openRecording(sample.file.toStdString()));
            return *analyze(*makeCpuEngine(), source, defaultSettings(*source));
        };
        const auto llama2 = analysisOf(all[0]);
        QCOMPARE(llama2->settings.targetLength, 8192);
        QCOMPARE(byDisturbance(*llama2).front(), 12_dim);
        QVERIFY(QString::fromStdString(whyDisturbed(*llama2, 12_dim)).contains(QStringLiteral("a comb of 106 teeth")));
        QVERIFY(std::abs(llama2->interpolation->outOfDistributionShare[12] - 0.5) < 0.01);

        const auto llama3 = analysisOf(all[1]);
        QCOMPARE(llama3->settings.targetLength, 16384);
        int slow = 0;
        for (std::size_t row = 0; row < 64; ++row) {
            if (llama3->turnsInPretraining(Dimension(row)) < 1.0) {
                ++slow;
                QVERIFY(llama3->extrapolation->outOfDistributionShare[row] > 0.0);
                QVERIFY(llama3->interpolation->outOfDistributionShare[row] < 0.001);
            }
        }
        QCOMPARE(slow, 29);

        const auto llama31 = analysisOf(all[2]);
        QCOMPARE(llama31->settings.pretrainingLength, 131072);
        QCOMPARE(llama31->source->start(), StartingPoint::Trained);
        const auto factors = std::ranges::minmax(llama31->source->trained->own.factors);
        QVERIFY(std::abs(factors.min - 1.0) < 1e-5 && std::abs(factors.max - 8.0) < 1e-5); // of recorded float32
        QCOMPARE(llama31->source->recordedPositions.front().end(), 8192);

        QCOMPARE(analysisOf(all[3])->source->ropeNames, (std::vector<std::string>{"global", "local"}));

        const auto bfloat = analysisOf(all[4])->source;
        std::vector<Turn> turns;
        std::ranges::transform(bfloat->rope.invFreq, std::back_inserter(turns), [](double frequency) { return turnOf(frequency); });
        const auto errors = measureErrors(*bfloat->recordedRows, {turns}, {}, {});
        for (std::size_t row = 0; row < 64; ++row) {
            QVERIFY((*errors)->ofDimensions.largest(row) > float32Rounding(bfloat->rope.invFreq[row], 4095));
        }

        const auto packed = analysisOf(all[5])->source;
        QCOMPARE(packed->recordedRows->rows(), 4096);
        QCOMPARE(packed->recordedRows->sequenceOffsets().size(), 23U);
        QCOMPARE(packed->recordedPositions.front().end(), 702);

        // What it finds is held to what was measured in tests/ui/views/laboratory_view_test.cpp.
        QVERIFY(hasLaboratoryModel(*openConfig(all[6].file.toStdString())->source));
    }

    void aRecentFileIsOpenedByAClick()
    {
        rememberRecentFile(samplePath());
        begin();
        QCOMPARE(recent()->count(), 1);
        QTest::mouseClick(recent()->viewport(), Qt::LeftButton, {}, recent()->visualItemRect(recent()->item(0)).center());
        QTRY_VERIFY(window->workspace().source());
        QVERIFY(window->windowTitle().contains(QStringLiteral("llama-2-7b-4096.h5")));
    }

    void filesThatAreGoneCanBeForgotten()
    {
        rememberRecentFile(folder->filePath(QStringLiteral("gone.rotascope")));
        rememberRecentFile(samplePath());
        rememberRecentFile(
            folder->filePath(QStringLiteral("a/very/long/folder/that/finds/no/room/in/its/column/whatever/its/width/config.json")));
        begin();
        auto* forget = page()->findChild<QPushButton*>(QStringLiteral("forgetMissing"));
        QTRY_VERIFY(forget->isVisible());
        QCOMPARE(recent()->count(), 3);
        keepPicture(*window, QStringLiteral("start-missing"));

        tabTo(recent());
        QTest::keyClick(recent(), Qt::Key_Delete);
        QCOMPARE(recent()->count(), 2);
        QTRY_VERIFY(forget->isVisible());
        QTest::mouseClick(forget, Qt::LeftButton);
        QCOMPARE(recentFiles(), QStringList{samplePath()});
        QCOMPARE(recent()->count(), 1);
        QVERIFY(!forget->isVisible());
    }

    // One that is gone says so when it is opened, and the page stays.
    void aBadFileLeavesThePage()
    {
        rememberRecentFile(folder->filePath(QStringLiteral("gone.h5")));
        begin();
        QTest::mouseClick(recent()->viewport(), Qt::LeftButton, {}, recent()->visualItemRect(recent()->item(0)).center());
        QTRY_VERIFY(window->messageBar().message().contains(QStringLiteral("gone.h5")));
        QVERIFY(window->messageBar().isVisible() && page());
    }

    void aFileIsDroppedOnThePage()
    {
        begin();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(samplePath())});
        for (QWidget* target : {static_cast<QWidget*>(field()), presetList()->viewport()}) {
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &enter);
            QVERIFY(enter.isAccepted());
        }
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(presetList()->viewport(), &drop);
        QTRY_VERIFY(window->workspace().source());
        QVERIFY(!page());
    }

    void thePageComesBackAndGoesAgain()
    {
        window->show();
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QVERIFY(waitForAnalysis(window->workspace()));
        window->findChild<QDockWidget*>(QStringLiteral("overview"))->close();
        window->findChild<QDockWidget*>(QStringLiteral("source"))->setFloating(true);
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::qWait(50);
        const QByteArray before = window->saveState();
        const Dimension dimension = window->workspace().currentDimension();
        action("start")->trigger();
        QVERIFY(page() && page()->isVisible());
        QVERIFY(!action("export")->isEnabled() && !action("undo")->isEnabled() && !action("nextWorst")->isEnabled());
        QVERIFY(!window->findChild<QDockWidget*>(QStringLiteral("source"))->isVisible());
        QTest::keyClick(field(), Qt::Key_N); // a letter, no command
        QCOMPARE(window->workspace().currentDimension(), dimension);
        QTest::keyClick(field(), Qt::Key_Escape);
        QTRY_VERIFY(!page());
        QCOMPARE(window->saveState(), before);
        QVERIFY(action("export")->isEnabled());
        QVERIFY(window->findChild<QDockWidget*>(QStringLiteral("source"))->isVisible());
        QVERIFY(!window->findChild<QDockWidget*>(QStringLiteral("overview"))->isVisible());

        action("start")->trigger();
        QTest::mouseClick(page()->findChild<QPushButton*>(QStringLiteral("back")), Qt::LeftButton);
        QTRY_VERIFY(!page());
    }

    // A window that is closed with the page has its views next time, where they were.
    void thePageIsNoLayout()
    {
        window->keepState();
        begin();
        window->close();
        MainWindow second(makeCpuEngine());
        second.keepState();
        second.show();
        QVERIFY(second.findChild<QDockWidget*>(QStringLiteral("dimensions"))->isVisible());
        second.showStartPage();
        second.resetLayout();
        QVERIFY(!second.findChild<QDockWidget*>(QStringLiteral("dimensions"))->isVisible());
    }

    // It is seen what would be lost while that is asked.
    void workIsNotLostFromThePage()
    {
        window->show();
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QVERIFY(waitForAnalysis(window->workspace()));
        window->workspace().setOverride({3_dim}, Override{Choice::Custom, 1.5});
        QVERIFY(waitForAnalysis(window->workspace()));
        action("start")->trigger();
        QTest::keyClicks(field(), QStringLiteral("neox"));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(window->findChild<QMessageBox*>());
        QVERIFY(!page());
        QTest::mouseClick(window->findChild<QMessageBox*>()->findChild<QPushButton*>(QStringLiteral("cancel")), Qt::LeftButton);
        QVERIFY(window->workspace().isModified());
        QCOMPARE(window->workspace().source()->origin, std::string("meta-llama/Llama-2-7b-hf"));
    }

    // From a laptop to a wall, with letters for poor eyes: nothing is cut.
    void thePageFitsItsWindow()
    {
        const QFont usual = QApplication::font();
        for (const double letters : {1.0, 1.3}) {
            QFont font = usual;
            font.setPointSizeF(usual.pointSizeF() * letters);
            QApplication::setFont(font);
            for (const QSize& size : {QSize(1024, 700), QSize(1280, 800), QSize(2560, 1440)}) {
                window = std::make_unique<MainWindow>(makeCpuEngine());
                window->resize(size);
                window->resetLayout();
                window->resize(size);
                begin();
                QCOMPARE(window->size(), size);
                auto* list = page()->findChild<QListWidget*>(QStringLiteral("samples"));
                const auto isSeen = [list](int row) { return list->viewport()->rect().contains(list->visualItemRect(list->item(row))); };
                QVERIFY(isSeen(0) && isSeen(1));
                QVERIFY(isSeen(6) || list->verticalScrollBar()->isVisible()); // all of them, or it is seen that there are more
                QVERIFY(isSeen(6) || size.height() < 1000);
                list->setFocus();
                QTest::keyClick(list, Qt::Key_End);
                QTRY_VERIFY2(isSeen(6),
                    qPrintable(QStringLiteral("row %1: %2 ... %3 of %4, bar %5 of %6, %7 high, page %8")
                                   .arg(list->currentRow())
                                   .arg(list->visualItemRect(list->item(6)).top())
                                   .arg(list->visualItemRect(list->item(6)).bottom())
                                   .arg(list->viewport()->height())
                                   .arg(list->verticalScrollBar()->value())
                                   .arg(list->verticalScrollBar()->maximum())
                                   .arg(list->visualItemRect(list->item(6)).height())
                                   .arg(size.width())));
                QTest::keyClick(list, Qt::Key_Home);
                QVERIFY(presetList()->viewport()->height() >= 3 * presetList()->fontMetrics().height());
                QVERIFY(page()->widget()->width() <= page()->viewport()->width()); // it never scrolls sideways
                keepPicture(*window, QStringLiteral("start-%1-%2").arg(size.width()).arg(letters));
            }
        }
        QApplication::setFont(usual);
    }

private:
    void begin()
    {
        window->show();
        window->openLast();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::qWait(20);
    }

    StartPage* page() { return window->findChild<StartPage*>(); }
    QLineEdit* field() { return page()->findChild<QLineEdit*>(QStringLiteral("presetSearch")); }
    QTreeView* presetList() { return page()->findChild<QTreeView*>(QStringLiteral("presets")); }
    QListWidget* recent() { return page()->findChild<QListWidget*>(QStringLiteral("recent")); }
    QAction* action(const char* id) { return window->findChild<QAction*>(QString::fromLatin1(id) + QStringLiteral("Action")); }

    static void tabTo(QWidget* widget)
    {
        for (int i = 0; i < 10 && QApplication::focusWidget() != widget; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), widget);
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
