// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keyboard is: in what the user looks at, after the start, after a click on a view's tab, after the layout was reset.
#include "tests/ui/ui_test.h"
#include "ui/base/tab_order.h"
#include "ui/manual/help.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/start/preset_search.h"
#include "ui/views/dimension_table.h"
#include "ui/window/main_window.h"
#include "ui/window/view_table.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFocusFrame>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>

using namespace rotascope;
using namespace rotascope::uitest;

class FocusTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }

    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder->filePath(QStringLiteral("config")).toUtf8());
    }
    void cleanup() { window.reset(); }

    void afterTheStartItIsInAView_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("byStartPage");
        for (const QSize& size : {QSize(1024, 700), QSize(1600, 1000)}) {
            QTest::addRow("file, %d", size.width()) << size << false;
            QTest::addRow("start page, %d", size.width()) << size << true;
        }
    }

    void afterTheStartItIsInAView()
    {
        QFETCH(const QSize, size);
        QFETCH(const bool, byStartPage);
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->keepState();
        window->fitTo(size);
        if (byStartPage) {
            window->openLast();
        } else {
            window->openFile(samplePath());
        }
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        if (byStartPage) {
            QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("llama-2-7b"));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
        QVERIFY(waitForAnalysis(window->workspace()));
        QTest::qWait(50);
        QCOMPARE(QApplication::focusWidget(), window->findChild<DimensionTable*>());
        QVERIFY(!QApplication::focusWidget()->visibleRegion().isEmpty());
    }

    void aClickOnATabGoesIntoTheView()
    {
        open(QSize(1600, 1000));
        for (const View& view : views()) {
            auto* dock = window->findChild<QDockWidget*>(QString::fromLatin1(view.id));
            if (clickTabOf(*dock)) {
                QTRY_VERIFY2(dock->isAncestorOf(QApplication::focusWidget()), view.id);
                QCOMPARE(manualPageOf(QApplication::focusWidget()), QString::fromLatin1(view.page));
                QVERIFY2(framed() == nullptr, view.id); // what is clicked is known
            }
        }
        auto* disturbance = window->findChild<QDockWidget*>(QStringLiteral("disturbance"));
        QVERIFY(clickTabOf(*disturbance));
        QTRY_COMPARE(QApplication::focusWidget(), disturbance->findChild<StepChart*>()); // whose keys are wanted
    }

    // By keys it stays at the tabs, which are gone through.
    void arrowsStayAtTheTabs()
    {
        open(QSize(1600, 1000));
        QTabBar* tabs = tabsOf(*window->findChild<QDockWidget*>(QStringLiteral("disturbance")));
        tabs->setFocus(Qt::TabFocusReason);
        const int before = tabs->currentIndex();
        QTest::keyClick(tabs, before == 0 ? Qt::Key_Right : Qt::Key_Left);
        QTest::qWait(20);
        QVERIFY(tabs->currentIndex() != before);
        QCOMPARE(QApplication::focusWidget(), tabs);
    }

    void resettingTheLayoutKeepsIt()
    {
        open(QSize(1600, 1000));
        auto* table = window->findChild<DimensionTable*>();
        table->setFocus(Qt::MouseFocusReason);
        window->findChild<QAction*>(QStringLiteral("resetLayoutAction"))->trigger();
        QTest::qWait(20);
        QCOMPARE(QApplication::focusWidget(), table);
        QCOMPARE(framed(), nullptr);
        table->clearFocus();
        table->setFocus(Qt::TabFocusReason);
        QCOMPARE(framed(), table);
        window->findChild<QAction*>(QStringLiteral("resetLayoutAction"))->trigger();
        QTest::qWait(20);
        QCOMPARE(QApplication::focusWidget(), table);
        QVERIFY(framed() == nullptr || framed() == table);
    }

    // What had the focus is behind another's tab afterwards: then it is in what is in front.
    void resettingTheLayoutNeverHidesIt()
    {
        open(QSize(1600, 1000));
        auto* sweep = window->findChild<QDockWidget*>(QStringLiteral("lengthSweep"));
        QVERIFY(clickTabOf(*sweep));
        QTRY_VERIFY(sweep->isAncestorOf(QApplication::focusWidget()));
        window->findChild<QAction*>(QStringLiteral("resetLayoutAction"))->trigger();
        const auto* front = window->findChild<QDockWidget*>(QStringLiteral("disturbance"));
        QTRY_VERIFY(front->isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(!front->visibleRegion().isEmpty());
        QVERIFY(!manualPageOf(QApplication::focusWidget()).isEmpty());
        QCOMPARE(framed(), nullptr);
    }

private:
    void open(const QSize& size)
    {
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->fitTo(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
    }

    QTabBar* tabsOf(const QDockWidget& dock) const
    {
        for (QTabBar* tabs : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (indexIn(*tabs, dock) >= 0) {
                return tabs;
            }
        }
        return nullptr;
    }

    static int indexIn(const QTabBar& tabs, const QDockWidget& dock)
    {
        for (int i = 0; i < tabs.count(); ++i) {
            if (tabs.tabText(i) == dock.windowTitle()) {
                return i;
            }
        }
        return -1;
    }

    // False: it has none.
    bool clickTabOf(const QDockWidget& dock) const
    {
        QTabBar* tabs = tabsOf(dock);
        if (tabs == nullptr) {
            return false;
        }
        const int index = indexIn(*tabs, dock);
        tabs->setCurrentIndex(index); // scrolls to it
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(index).center());
        return true;
    }

    // What has the frame of the focus; null: nothing.
    QWidget* framed() const
    {
        const auto* frame = window->findChild<QFocusFrame*>();
        return frame == nullptr || !frame->isVisible() ? nullptr : frame->widget();
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(FocusTest)
#include "focus_test.moc"
