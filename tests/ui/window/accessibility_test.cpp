// SPDX-License-Identifier: GPL-3.0-or-later
// For those who have no mouse, do not see the screen, or see no colours: the whole window, each of its views and each of its dialogs.
#include "core/scaling/method.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/number_text.h"
#include "ui/base/readable.h"
#include "ui/base/tab_order.h"
#include "ui/commands/command_actions.h"
#include "ui/plots/charts/line_chart.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/views/distribution_view.h"
#include "ui/views/method_comparison.h"
#include "ui/views/method_style.h"
#include "ui/window/structure_dialog.h"
#include "ui/window/view_table.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDockWidget>
#include <QRegularExpression>
#include <QSet>
#include <QStatusBar>
#include <QTabBar>
#include <QTimer>
#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

QAccessibleInterface& faceOf(QWidget& widget)
{
    return *QAccessible::queryAccessibleInterface(&widget);
}

// Of a box, whose own name is what is chosen in it, that of its label.
QString nameOf(QWidget& widget)
{
    if (faceOf(widget).role() == QAccessible::ComboBox) {
        for (const auto& [label, relation] : faceOf(widget).relations(QAccessible::Label)) {
            if (label->role() == QAccessible::StaticText) {
                return label->text(QAccessible::Name).trimmed();
            }
        }
        return {};
    }
    return faceOf(widget).text(QAccessible::Name).trimmed();
}

// What a fault is found in.
QString described(QWidget& widget)
{
    QString text = QStringLiteral("%1 %2").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
    for (const QWidget* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (!parent->objectName().isEmpty()) {
            text += QStringLiteral(" in ") + parent->objectName();
        }
    }
    return text + QStringLiteral(" \"%1\"").arg(nameOf(widget));
}

bool takesKeys(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr && widget.isEnabled() && widget.isVisible();
}

// The panel that a widget stands in; the window itself for what stands in none.
QWidget* panelOf(QWidget* widget)
{
    while (qobject_cast<QDockWidget*>(widget) == nullptr && qobject_cast<QStatusBar*>(widget) == nullptr && !widget->isWindow()
        && qobject_cast<QTabBar*>(widget) == nullptr) {
        widget = widget->parentWidget();
    }
    return widget;
}

// A panel that stands behind another's tab is moved out of sight.
bool isInFront(QWidget* widget)
{
    return !panelOf(widget)->visibleRegion().isEmpty();
}

QList<QWidget*> controlsOf(QWidget& window)
{
    QList<QWidget*> controls;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->window() == &window && takesKeys(*widget) && isInFront(widget)) {
            controls << widget;
        }
    }
    return controls;
}

QRect placeOf(const QWidget& widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

// Whether the eye, which goes from left to right and down, is led back. A new column begins further right.
bool goesBack(const QRect& a, const QRect& b)
{
    const bool isBeside = a.top() <= b.bottom() && b.top() <= a.bottom();
    return isBeside ? b.right() < a.left() : b.bottom() < a.top() && b.left() < a.right();
}

// All that the key Tab comes to, in its order, from the first until it comes round; `backwards`: what the eye is
// led back to.
QList<QWidget*> walk(QWidget& window, QSet<QWidget*>& backwards)
{
    firstTabStop(window)->setFocus(Qt::TabFocusReason);
    QList<QWidget*> visited;
    constexpr int most = 600; // in a page of the manual, Tab goes from link to link first
    for (int i = 0; i < most && QApplication::focusWidget() != nullptr; ++i) {
        QWidget* here = QApplication::focusWidget();
        if (visited.contains(here) && visited.back() != here) {
            break;
        }
        if (!visited.contains(here)) {
            if (!visited.isEmpty() && goesBack(placeOf(*visited.back()), placeOf(*here))) { // now: areas are scrolled on the way
                backwards << here;
            }
            visited << here;
        }
        QTest::keyClick(here, Qt::Key_Tab);
    }
    return visited;
}

bool hasWords(const QString& name)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    return name.contains(word);
}

QStringList faultsOfNames(QWidget& window)
{
    QStringList faults;
    QSet<std::pair<QWidget*, QString>> names;
    for (QWidget* control : controlsOf(window)) {
        const QAccessible::Role role = faceOf(*control).role();
        if (!hasWords(nameOf(*control))) {
            faults << QStringLiteral("no name: ") + described(*control);
        }
        if (role == QAccessible::Client || role == QAccessible::NoRole || role == QAccessible::Pane || role == QAccessible::Window) {
            faults << QStringLiteral("no role: ") + described(*control);
        }
        const std::pair<QWidget*, QString> here(panelOf(control), nameOf(*control));
        if (names.contains(here)) {
            faults << QStringLiteral("named as another one: ") + described(*control);
        }
        names << here;
    }
    return faults;
}

QStringList faultsOfTab(QWidget& window)
{
    QStringList faults;
    QSet<QWidget*> backwards;
    const QList<QWidget*> visited = walk(window, backwards);
    for (QWidget* control : controlsOf(window)) {
        // Of radio buttons that exclude each other, Tab comes to the one that is chosen, and the arrows go to the others.
        if (!visited.contains(control) && faceOf(*control).role() != QAccessible::RadioButton) {
            faults << QStringLiteral("not reached: ") + described(*control);
        }
    }
    if (!faults.isEmpty()) {
        faults << QStringLiteral("Tab came to:");
        for (QWidget* widget : visited) {
            faults << QStringLiteral("    ") + described(*widget);
        }
    }
    QSet<QWidget*> left;
    for (qsizetype i = 1; i < visited.size(); ++i) {
        QWidget* from = panelOf(visited[i - 1]);
        QWidget* to = panelOf(visited[i]);
        if (from == to && backwards.contains(visited[i])) {
            faults << QStringLiteral("goes back: %1, then %2").arg(described(*visited[i - 1]), described(*visited[i]));
        }
        if (from != to && left.contains(to)) {
            faults << QStringLiteral("comes again to the panel of ") + described(*visited[i]);
        }
        if (from != to) {
            left << from;
        }
    }
    return faults;
}

// Whether one sees that a control of the panel has the focus: at least as much changes as a short line.
QStringList faultsOfFocus(QWidget& window, const QWidget* panel)
{
    QStringList faults;
    const auto pictureOf = [&](const QWidget& control) { return window.grab(placeOf(control).adjusted(-3, -3, 3, 3)).toImage(); };
    const QList<QWidget*> controls = controlsOf(window);
    for (QWidget* control : controls) {
        if (panelOf(control) != panel) {
            continue;
        }
        if (QWidget* focused = QApplication::focusWidget()) {
            focused->clearFocus();
        }
        if (control != controls.front()) {
            controls.front()->setFocus(Qt::TabFocusReason);
        }
        QCoreApplication::processEvents();
        const QImage without = pictureOf(*control);
        control->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        const QImage with = pictureOf(*control);
        int changed = 0;
        for (int y = 0; y < std::min(with.height(), without.height()); ++y) {
            for (int x = 0; x < std::min(with.width(), without.width()); ++x) {
                changed += std::abs(qGray(with.pixel(x, y)) - qGray(without.pixel(x, y))) > 10 ? 1 : 0; // also without colours
            }
        }
        if (changed < 12 && takesKeys(*control)) { // it may have gone meanwhile
            faults << QStringLiteral("focus is not seen (%1 pixels): ").arg(changed) + described(*control);
        }
    }
    return faults;
}

} // namespace

#define VERIFY_NONE(expression)                                                                                                            \
    do {                                                                                                                                   \
        const QStringList faults = (expression);                                                                                           \
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));                                                            \
    } while (false)

class AccessibilityTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
    }

    void cleanup() { window.reset(); }

    void everyViewHasNamesAndIsReached_data()
    {
        QTest::addColumn<QString>("id");
        for (const View& view : views()) {
            QTest::newRow(view.id) << QString::fromLatin1(view.id);
        }
    }

    // With the view in front.
    void everyViewHasNamesAndIsReached()
    {
        QFETCH(const QString, id);
        open();
        if (id == QLatin1String("laboratory") || id == QLatin1String("scores")) {
            window->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/lab/tinykey/config.json"));
            QTRY_COMPARE(window->workspace().analysis()->dimensions(), 16U);
        }
        pin();
        auto* dock = window->findChild<QDockWidget*>(id);
        dock->raise();
        QTRY_VERIFY(!dock->visibleRegion().isEmpty());
        QTest::qWait(50); // what is seen is computed
        VERIFY_NONE(faultsOfNames(*window));
        VERIFY_NONE(faultsOfTab(*window));
        VERIFY_NONE(faultsOfFocus(*window, dock));
        if (id == QLatin1String("source")) {
            VERIFY_NONE(faultsOfFocus(*window, window.get())); // what is in the middle
        }
    }

    void theStartPageHasNamesAndIsReached()
    {
        window->showStartPage();
        QTest::qWait(50);
        VERIFY_NONE(faultsOfNames(*window));
        VERIFY_NONE(faultsOfTab(*window));
        VERIFY_NONE(faultsOfFocus(*window, window.get()));
    }

    void everyDialogHasNamesAndIsReached_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* command : {"export", "score", "preferences", "engines", "shortcuts", "palette", "manual", "about"}) {
            QTest::newRow(command) << QString::fromLatin1(command);
        }
    }

    void everyDialogHasNamesAndIsReached()
    {
        QFETCH(const QString, command);
        open();
        if (command == QLatin1String("about")) {
            QTimer::singleShot(100, this, [this] { // it waits for an answer
                checkDialog();
                QApplication::activeWindow()->close();
            });
        }
        window->findChild<CommandActions*>()->action(command.toLatin1().constData())->trigger();
        if (command != QLatin1String("about")) {
            checkDialog();
        }
    }

    void theStructureOfAFileHasNamesAndIsReached()
    {
        (new StructureDialog(samplePath(), window.get()))->show();
        QTest::qWait(100);
        checkDialog();
    }

    // Each panel that is seen once, then the first again; Shift goes back.
    void f6GoesFromPanelToPanel()
    {
        open();
        window->findChild<DistributionView*>()->findChild<StepChart*>()->setFocus();
        QList<QWidget*> panels;
        while (!panels.contains(panelOf(QApplication::focusWidget())) && panels.size() < 20) {
            panels << panelOf(QApplication::focusWidget());
            QTest::keyClick(window.get(), Qt::Key_F6);
        }
        QCOMPARE(panels.size(), 1 + 4); // the middle, source, dimensions, and what is in front of both groups of tabs
        QCOMPARE(panelOf(QApplication::focusWidget()), panels.front());
        QTest::keyClick(window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(panelOf(QApplication::focusWidget()), panels.back());
    }

    void noTwoMethodsHaveTheSameMark()
    {
        QList<Mark> marks = {markOfMethod({})};
        for (const Method* method : methods()) {
            const Mark mark = markOfMethod(method->name);
            QVERIFY2(mark.shape != Mark::Shape::None && !marks.contains(mark), std::string(method->name).c_str());
            marks << mark;
        }
    }

    // With a pinned table and the curve of a method beside the usual ones. One curve in a chart may have no mark: it is filled.
    void noTwoCurvesOfAChartHaveTheSameMark()
    {
        open();
        pin();
        window->workspace().setShownMethod("llama3");
        for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            dock->raise();
            QTest::qWait(50);
        }
        int charts = 0;
        const auto check = [&charts](const auto& curves) {
            QList<Mark> marks;
            for (const auto& curve : curves) {
                if (curve.visible) {
                    QVERIFY2(!marks.contains(curve.mark), qPrintable(curve.name));
                    marks << curve.mark;
                }
            }
            charts += marks.size() > 1 ? 1 : 0;
        };
        for (const StepChart* chart : window->findChildren<StepChart*>()) {
            check(chart->curves());
        }
        for (const LineChart* chart : window->findChildren<LineChart*>()) {
            check(chart->curves());
        }
        for (const Heatmap* map : window->findChildren<Heatmap*>()) {
            check(map->curves());
        }
        QVERIFY(charts >= 5);
    }

    // What a plot reads is what it shows: it has numbers, and others once something else is shown.
    void everyPlotReadsItsValues_data()
    {
        QTest::addColumn<QString>("id");
        for (const char* id : {"disturbance", "overview", "landscape", "lengthSweep", "samples", "errors", "curves", "clock"}) {
            QTest::newRow(id) << QString::fromLatin1(id);
        }
        QTest::newRow("distribution") << QString();
    }

    void everyPlotReadsItsValues()
    {
        QFETCH(const QString, id);
        open();
        QWidget* view = window->findChild<DistributionView*>();
        if (!id.isEmpty()) {
            auto* dock = window->findChild<QDockWidget*>(id);
            dock->raise();
            view = dock;
        }
        QTest::qWait(50);
        if (id == QLatin1String("errors")) {
            QTRY_VERIFY_WITH_TIMEOUT(hasNumbers(readings(*view).value(0)), 20000);
        }
        QVERIFY(!readings(*view).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(readings(*view), hasNumbers), 20000); // a landscape takes a moment
        const QStringList first = readings(*view);
        AnalysisSettings settings = window->workspace().settings();
        settings.targetLength *= 4;
        window->workspace().edit(settings, QStringLiteral("target length"));
        QVERIFY(waitForAnalysis(window->workspace()));
        window->workspace().setCurrentDimension(40_dim);
        window->workspace().setAngleUnit(AngleUnit::Turns);
        const auto isOld = [&](const QString& reading) { return first.contains(reading); };
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::none_of(readings(*view), isOld), 20000);
    }

    // Beside the numbers of the analysis itself.
    void theDisturbanceChartReadsTheDisturbances()
    {
        open();
        const auto& analysis = *window->workspace().analysis();
        const QString reading = readings(*window->findChild<QDockWidget*>(QStringLiteral("disturbance"))).front();
        QVERIFY(reading.count(QStringLiteral("Dimension ")) >= static_cast<qsizetype>(analysis.dimensions()));
        const QString line = reading.split(QLatin1Char('\n')).filter(QStringLiteral("Dimension 12 ")).last();
        for (const TableAnalysis* table : {analysis.chosen.get(), analysis.extrapolation.get(), analysis.interpolation.get()}) {
            QVERIFY2(line.contains(disturbanceText(table->disturbance[12_dim])), qPrintable(line));
        }
    }

    // Keys move a cursor, and what it is at is the description.
    void theCursorOfAChartIsRead()
    {
        open();
        auto* chart = window->findChild<DistributionView*>()->findChild<StepChart*>();
        chart->setFocus();
        const QString keys = faceOf(*chart).text(QAccessible::Description);
        QVERIFY(keys.contains(QStringLiteral("Left and right")));
        QTest::keyClick(chart, Qt::Key_Right);
        const QString at = faceOf(*chart).text(QAccessible::Description);
        QVERIFY2(at.contains(QStringLiteral("Extrapolation")) && hasNumbers(at), qPrintable(at));
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(faceOf(*chart).text(QAccessible::Description) != at);
        QCOMPARE(faceOf(*chart).text(QAccessible::Help), keys);
    }

    // Each method is an entry that can be pressed.
    void theMethodsAreAList()
    {
        open();
        auto* methods = window->findChild<MethodComparison*>();
        methods->setFocus();
        QAccessibleInterface& list = faceOf(*methods);
        QCOMPARE(list.role(), QAccessible::List);
        QCOMPARE(list.childCount(), static_cast<int>(methods->rows().size()));
        QCOMPARE(list.focusChild(), list.child(0));
        QTest::keyClick(methods, Qt::Key_Down);
        QCOMPARE(list.focusChild(), list.child(1));
        QVERIFY(list.child(1)->state().focused);
        for (int i = 0; i < list.childCount(); ++i) {
            const MethodComparison::Row& row = methods->rows()[static_cast<std::size_t>(i)];
            const QString text = list.child(i)->text(QAccessible::Name);
            QVERIFY(text.startsWith(row.name));
            QVERIFY(text.contains(row.available ? row.value : row.toolTip));
            QCOMPARE(list.indexOfChild(list.child(i)), i);
            QCOMPARE(list.child(i)->parent(), &list);
            QVERIFY(!list.child(i)->rect().isEmpty());
        }
        const auto yarn = std::ranges::find(methods->rows(), "yarn", &MethodComparison::Row::method) - methods->rows().begin();
        QAccessibleInterface* entry = list.child(static_cast<int>(yarn));
        entry->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(window->workspace().shownMethod(), "yarn");
        QVERIFY(entry->text(QAccessible::Name).contains(QStringLiteral("shown in the charts")));
    }

    // What a delegate draws has no text that could be read.
    void everyCellOfTheTablesIsRead()
    {
        open();
        window->workspace().setOverride({3_dim}, Override{Choice::Interpolation, 1.0});
        QVERIFY(waitForAnalysis(window->workspace()));
        for (const char* id : {"dimensions", "structure"}) {
            auto* dock = window->findChild<QDockWidget*>(QLatin1String(id));
            dock->raise();
            auto* view = dock->findChild<QAbstractItemView*>();
            QTRY_VERIFY(view->model()->rowCount() > 0);
            QAccessibleTableInterface* table = faceOf(*view).tableInterface();
            QVERIFY(table);
            for (int row = 0; row < table->rowCount(); ++row) {
                for (int column = 0; column < table->columnCount(); ++column) {
                    const bool mayBeEmpty = QLatin1String(id) == QLatin1String("structure") && column > 1; // a group has no shape
                    QVERIFY2(mayBeEmpty || !table->cellAt(row, column)->text(QAccessible::Name).isEmpty(), id);
                }
            }
        }
        const auto* dimensions = window->findChild<QDockWidget*>(QStringLiteral("dimensions"))->findChild<QAbstractItemView*>();
        QStringList choices;
        for (int row = 0; row < dimensions->model()->rowCount(); ++row) {
            choices << dimensions->model()->index(row, 5).data(Qt::AccessibleTextRole).toString();
        }
        QCOMPARE(choices.filter(QStringLiteral("interpolation, set by hand")).size(), 1);
    }

private:
    static bool hasNumbers(const QString& text)
    {
        static const QRegularExpression number(QStringLiteral("\\d[^\\n]*\\n[^\\n]*\\d|\\d.*\\d"));
        return text.contains(number);
    }

    // Of the plots of a view that are seen.
    static QStringList readings(const QWidget& view)
    {
        QStringList all;
        for (QWidget* widget : view.findChildren<QWidget*>()) {
            if (dynamic_cast<Readable*>(widget) != nullptr && widget->isVisible() && isInFront(widget)) {
                QAccessibleTextInterface* text = faceOf(*widget).textInterface();
                all << (text != nullptr ? text->text(0, text->characterCount()) : QString());
            }
        }
        return all;
    }

    void open()
    {
        window->openFile(samplePath());
        QVERIFY(waitForAnalysis(window->workspace()));
        QTest::qWait(50);
    }

    void pin()
    {
        window->findChild<CommandActions*>()->action("pin")->trigger();
        QVERIFY(waitForAnalysis(window->workspace()));
    }

    void checkDialog()
    {
        QTRY_VERIFY(QApplication::activeWindow() != window.get() && QApplication::activeWindow() != nullptr);
        QWidget* dialog = QApplication::activeWindow();
        QTest::qWait(50);
        VERIFY_NONE(faultsOfNames(*dialog));
        VERIFY_NONE(faultsOfTab(*dialog));
        VERIFY_NONE(faultsOfFocus(*dialog, dialog));
    }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
