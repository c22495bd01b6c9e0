// SPDX-License-Identifier: GPL-3.0-or-later
// What every row of the table of views promises, in the window that is made from it.
#include "ui/window/view_table.h"

#include "tests/ui/ui_test.h"
#include "ui/commands/command_actions.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <algorithm>
#include <cstdlib>

using namespace rotascope;
using namespace rotascope::uitest;

class ViewTableTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    // A dock's name is in the layouts that users have saved.
    void dockNamesStay()
    {
        QStringList ids;
        for (const View& view : views()) {
            ids << QString::fromLatin1(view.id);
        }
        QCOMPARE(ids.join(QLatin1Char(' ')),
            QStringLiteral(
                "source dimensions disturbance overview multiples landscape lengthSweep readings certificate laboratory scores samples "
                "track errors curves "
                "clock structure notes scenes"));
        QCOMPARE(window->findChildren<QDockWidget*>().size(), ids.size());
    }

    void everyRowIsComplete()
    {
        QSet<QString> seen;
        for (const View& view : views()) {
            QVERIFY2(!view.title.isEmpty() && !view.title.contains(QLatin1Char('&')), view.id);
            QVERIFY2(view.toolTip.size() > 10 && view.toolTip.front().isUpper() && !view.toolTip.endsWith(QLatin1Char('.')), view.id);
            QVERIFY2(view.tabbedWith == nullptr || seen.contains(QString::fromLatin1(view.tabbedWith)), view.id);
            QVERIFY2(view.tabbedWith == nullptr || (view.width == 0 && view.height == 0), view.id); // it has those of the view in front
            seen.insert(QString::fromLatin1(view.id));
        }
        QCOMPARE(static_cast<std::size_t>(seen.size()), views().size());
    }

    void everyViewDocksWhereItsRowSays()
    {
        for (const View& view : views()) {
            QDockWidget* dock = dockOf(view);
            QCOMPARE(dock->windowTitle(), view.title);
            QVERIFY(!dock->isFloating() && dock->widget());
            QCOMPARE(window->dockWidgetArea(dock), view.area);
            const bool isInFront = !dock->visibleRegion().isEmpty();
            QCOMPARE(isInFront, view.tabbedWith == nullptr);
            if (view.tabbedWith != nullptr) {
                QVERIFY(window->tabifiedDockWidgets(window->findChild<QDockWidget*>(QLatin1String(view.tabbedWith))).contains(dock));
            }
        }
    }

    // Widths are shares: two that ask for the same get the same, but for the pixel that is left.
    void everyViewHasTheShareOfItsRow()
    {
        const auto widthOf = [&](const char* id) { return window->findChild<QDockWidget*>(QLatin1String(id))->width(); };
        const auto* source = dockOf(views()[0]);
        QCOMPARE(source->width(), std::max(views()[0].width, source->minimumSizeHint().width()));
        const auto* dimensions = dockOf(views()[1]);
        QCOMPARE(views()[1].width, 0);
        QCOMPARE(dimensions->width(), dimensions->widget()->sizeHint().width());
        QVERIFY(std::abs(widthOf("disturbance") - widthOf("overview")) <= 1);
    }

    void everyViewIsClosedAndBroughtBack_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < views().size(); ++i) {
            QTest::newRow(views()[i].id) << static_cast<int>(i);
        }
    }
    void everyViewIsClosedAndBroughtBack()
    {
        QFETCH(int, row);
        const View& view = views()[static_cast<std::size_t>(row)];
        QDockWidget* dock = dockOf(view);
        dock->raise();
        auto* close = dock->findChild<QAbstractButton*>(QStringLiteral("qt_dockwidget_closebutton"));
        QVERIFY(close);
        QTRY_VERIFY(!close->visibleRegion().isEmpty());
        QTest::mouseClick(close, Qt::LeftButton);
        QTRY_VERIFY(dock->isHidden());

        QAction* menuAction = window->menuBar()->actions()[2];
        QCOMPARE(menuAction->text(), QStringLiteral("&View"));
        QMenu* menu = menuAction->menu();
        QAction* entry = menu->actions()[row];
        QCOMPARE(entry->text(), view.title);
        QCOMPARE(entry->toolTip(), view.toolTip);
        QVERIFY(!entry->isChecked());
        QTest::mouseClick(window->menuBar(), Qt::LeftButton, {}, window->menuBar()->actionGeometry(menuAction).center());
        QTRY_VERIFY(menu->isVisible());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
        QTRY_VERIFY(!dock->isHidden());
        QVERIFY(entry->isChecked());
    }

    void resetLayoutRestoresAllOfThem()
    {
        QList<QRect> places;
        for (const View& view : views()) {
            places << dockOf(view)->geometry();
        }
        dockOf(views()[0])->setFloating(true);
        window->addDockWidget(Qt::LeftDockWidgetArea, dockOf(views()[1]));
        for (std::size_t i = 2; i < views().size(); ++i) {
            dockOf(views()[i])->close();
        }
        QTest::qWait(20);
        window->findChild<CommandActions*>()->action("resetLayout")->trigger();
        QTest::qWait(20);
        everyViewDocksWhereItsRowSays();
        for (std::size_t i = 0; i < views().size(); ++i) {
            if (views()[i].tabbedWith == nullptr) {
                QTRY_COMPARE(dockOf(views()[i])->geometry(), places[static_cast<qsizetype>(i)]);
            }
        }
    }

private:
    [[nodiscard]] QDockWidget* dockOf(const View& view) const { return window->findChild<QDockWidget*>(QLatin1String(view.id)); }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ViewTableTest)
#include "view_table_test.moc"
