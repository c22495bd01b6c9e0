// SPDX-License-Identifier: GPL-3.0-or-later
// From a small laptop to a large screen, with letters of any size: the chart has its room, and nothing is cut.
#include "core/engine/cpu_engine.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/views/distribution_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QScreen>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextDocument>

using namespace rotascope;
using namespace rotascope::uitest;

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { usual = QApplication::font(); }

    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder->filePath(QStringLiteral("config")).toUtf8());
    }

    void cleanup() { QApplication::setFont(usual); }

    void theChartHasItsRoomAndNothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("letters");
        for (const QSize& size :
            {QSize(1024, 700), QSize(1280, 720), QSize(1280, 800), QSize(1600, 1000), QSize(2560, 1440), QSize(3840, 2160)}) {
            for (const double letters : {1.0, 1.3, 1.6}) {
                if (letters < 1.5 || size.width() >= 1600) {
                    QTest::addRow("%d x %d, letters %g", size.width(), size.height(), letters) << size << letters;
                }
            }
        }
    }

    void theChartHasItsRoomAndNothingIsCut()
    {
        QFETCH(const QSize, size);
        QFETCH(const double, letters);
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * letters);
        QApplication::setFont(font);
        MainWindow window(makeCpuEngine());
        window.resize(size);
        window.resetLayout();
        window.resize(size); // panels side by side want more than 1024
        window.show();
        window.openFile(samplePath());
        QVERIFY(waitForAnalysis(window.workspace()));
        QTest::qWait(50);
        keepPicture(window, QStringLiteral("layout-%1x%2-%3").arg(size.width()).arg(size.height()).arg(letters));
        QCOMPARE(window.size(), size);

        const auto* chart = window.findChild<DistributionView*>()->findChild<StepChart*>();
        const double share = static_cast<double>(chart->width()) * chart->height() / size.width() / size.height();
        QVERIFY2(share >= 0.12, qPrintable(QStringLiteral("%1 x %2: %3").arg(chart->width()).arg(chart->height()).arg(share)));
        QVERIFY2(chart->width() >= 380 && chart->height() >= 150,
            qPrintable(QStringLiteral("%1 x %2").arg(chart->width()).arg(chart->height())));
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            QVERIFY2(!isCut(*label), qPrintable(label->text()));
        }
        for (const QTabBar* tabs : window.findChildren<QTabBar*>()) {
            for (int i = 0; i < tabs->count(); ++i) {
                QVERIFY2(tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) < tabs->tabRect(i).width(), qPrintable(tabs->tabText(i)));
            }
        }
    }

    // The chart keeps its place whatever the texts above it say.
    void theChartStaysFromDimensionToDimension()
    {
        MainWindow window(makeCpuEngine());
        window.resize(1280, 800);
        window.show();
        window.resetLayout();
        window.openFile(samplePath());
        QVERIFY(waitForAnalysis(window.workspace()));
        const auto* chart = window.findChild<DistributionView*>()->findChild<StepChart*>();
        const auto walk = [&] {
            QList<QRect> places;
            for (int row = 0; row < 64; ++row) {
                window.workspace().setCurrentDimension(Dimension::of(row));
                QTest::qWait(2);
                places.removeOne(chart->geometry());
                places << chart->geometry();
            }
            return places.size();
        };
        walk(); // the longest texts are known then
        QCOMPARE(walk(), 1);
    }

    // With its frame, on the screen of the test, which is small.
    void theFirstWindowFitsItsScreen()
    {
        MainWindow window(makeCpuEngine());
        window.keepState();
        window.show();
        QTest::qWait(50);
        const QRect room = window.screen()->availableGeometry();
        if (room.width() < 760) {
            QSKIP("the screen is smaller than what the window is made for");
        }
        QVERIFY2(window.width() <= room.width() && window.height() < room.height(), // there is its frame as well
            qPrintable(QStringLiteral("%1 x %2").arg(window.width()).arg(window.height())));
        QVERIFY(room.contains(window.pos()));
        QVERIFY(window.statusBar()->geometry().bottom() < window.height());
    }

    // In front of those that it shares its place with.
    void aPanelThatComesBackIsInFront()
    {
        MainWindow window(makeCpuEngine());
        window.show();
        auto* landscape = window.findChild<QDockWidget*>(QStringLiteral("landscape"));
        QVERIFY(landscape->visibleRegion().isEmpty());
        landscape->setFloating(true);
        QTest::qWait(20);
        landscape->setFloating(false);
        QTRY_VERIFY(!landscape->visibleRegion().isEmpty());
        auto* overview = window.findChild<QDockWidget*>(QStringLiteral("overview"));
        overview->toggleViewAction()->trigger();
        QVERIFY(overview->isHidden());
        overview->toggleViewAction()->trigger();
        QTRY_VERIFY(!overview->visibleRegion().isEmpty());
    }

    void aNarrowWindowHasItsPanelsBehindEachOther()
    {
        MainWindow window(makeCpuEngine());
        window.resize(1280, 800);
        window.show();
        auto* dock = window.findChild<QDockWidget*>(QStringLiteral("overview"));
        dock->setFloating(true);
        window.resize(1024, 700);
        window.resetLayout();
        QVERIFY(!dock->isFloating() && dock->isVisible());
        QCOMPARE(window.dockWidgetArea(dock), Qt::BottomDockWidgetArea);
        const auto tabs = window.tabifiedDockWidgets(dock);
        QCOMPARE(tabs.size(), 9); // a narrow window has all but one behind each other
    }

private:
    static bool isCut(const QLabel& label)
    {
        if (!label.isVisible() || label.text().isEmpty() || label.visibleRegion().isEmpty()) {
            return false;
        }
        const QRect room = label.contentsRect();
        QTextDocument document;
        document.setDocumentMargin(0.0);
        document.setDefaultFont(label.font());
        const QString text = label.buddy() != nullptr ? QString(label.text()).remove(QLatin1Char('&')) : label.text();
        label.textFormat() == Qt::RichText ? document.setHtml(text) : document.setPlainText(text);
        if (label.wordWrap()) {
            document.setTextWidth(room.width());
        }
        constexpr double rounding = 2.0;
        return document.size().width() > room.width() + rounding || document.size().height() > room.height() + rounding;
    }

    QFont usual;
    std::unique_ptr<QTemporaryDir> folder;
};

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
