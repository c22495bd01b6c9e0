// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a speaker shows it, by the keys of a remote control; and that nothing of it is left.
#include "ui/window/presentation.h"

#include "tests/ui/window/shown_window.h"
#include "ui/commands/command_actions.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/views/clock_view.h"
#include "ui/views/distribution_view.h"
#include "ui/views/disturbance_view.h"
#include "ui/window/presentation_layer.h"
#include "ui/workspace/scene_list.h"

#include <QDockWidget>
#include <QMap>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <tuple>

using namespace rotascope;
using namespace rotascope::uitest;

class PresentationTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MainWindow> window;

    Workspace& workspace() { return window->workspace(); }
    SceneList& scenes() { return SceneList::of(workspace()); }
    Presentation& presentation() { return *window->findChild<Presentation*>(); }
    PresentationLayer* layer() { return window->findChild<PresentationLayer*>(); }
    template <class View> View& view() { return *window->findChild<View*>(); }
    StepChart& chart() { return *view<DistributionView>().findChild<StepChart*>(); }
    bool isSeen(const char* dock) { return !window->findChild<QDockWidget*>(QLatin1String(dock))->visibleRegion().isEmpty(); }
    // To whatever has the focus, as a remote control does.
    void press(Qt::Key key)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr && focus->window() == window.get() ? focus : window.get(), key);
    }
    // Of the four curves of the distribution, in the order in which they are shown.
    QString curves()
    {
        QStringList names;
        for (const StepCurve& curve : chart().curves()) {
            if (curve.visible) {
                names << curve.name;
            }
        }
        names.sort();
        return names.join(QLatin1Char(' '));
    }
    // Of those that are seen, by their names.
    QMap<QString, QRect> placesOfDocks()
    {
        QMap<QString, QRect> places;
        for (const QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            if (!dock->visibleRegion().isEmpty()) {
                places[dock->objectName()] = dock->geometry();
            }
        }
        return places;
    }
    void setTalk()
    {
        scenes().set({{"One", "", "distribution", 22, {{"distribution", "0.25 0.5"}}}, {"Two", "", "clock", 40, {{"clock", "5000"}}},
            {"Three", "", "disturbance", 6, {}}, {"Four", "", "distribution", 6, {}}});
    }

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
        workspace().setCurrentDimension(3_dim);
    }

    void cleanup()
    {
        scenes().set({});
        window.reset();
    }

    // Hiding the others moves the focus on, which is no use of the view that it comes to.
    void withoutScenesItShowsTheViewThatWasUsedLast()
    {
        for (const char* name : {"overview", "disturbance", "lengthSweep"}) {
            auto* dock = window->findChild<QDockWidget*>(QLatin1String(name));
            QVERIFY(dock != nullptr);
            dock->show();
            dock->raise();
            QTRY_VERIFY(isSeen(name));
            QWidget* chart = dock->widget();
            QTest::mouseClick(
                chart->childAt(chart->rect().center()) != nullptr ? chart->childAt(chart->rect().center()) : chart, Qt::LeftButton);
            press(Qt::Key_F11);
            QVERIFY(presentation().isRunning());
            QTRY_VERIFY2(isSeen(name) && !isSeen("clock"), name);
            press(Qt::Key_Escape);
            QVERIFY(!presentation().isRunning());
        }
    }

    void pageKeysShowCurveByCurveAndSceneByScene()
    {
        setTalk();
        press(Qt::Key_F11);
        QVERIFY(presentation().isRunning() && window->isFullScreen());
        QVERIFY(!window->menuBar()->isVisible() && !window->statusBar()->isVisible());
        QVERIFY(!isSeen("dimensions") && !isSeen("source") && !isSeen("overview"));
        QCOMPARE(workspace().currentDimension(), 22_dim);
        QCOMPARE(curves(), QStringLiteral("Before"));
        QVERIFY(!layer()->hint().isEmpty());
        keepPicture(*window, QStringLiteral("presentation-1"));
        press(Qt::Key_PageDown);
        QVERIFY(layer()->hint().isEmpty());
        QCOMPARE(curves(), QStringLiteral("Before Extrapolation"));
        press(Qt::Key_PageDown);
        QCOMPARE(curves(), QStringLiteral("Before Extrapolation Interpolation"));
        press(Qt::Key_PageUp);
        QCOMPARE(curves(), QStringLiteral("Before Extrapolation"));
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        QCOMPARE(curves(), QStringLiteral("Before Chosen Extrapolation Interpolation"));
        keepPicture(*window, QStringLiteral("presentation-2"));
        press(Qt::Key_PageDown);
        QVERIFY(isSeen("clock") && view<DistributionView>().visibleRegion().isEmpty());
        QCOMPARE(view<ClockView>().position(), 5000);
        QVERIFY(view<ClockView>().height() > 0.9 * window->height());
        keepPicture(*window, QStringLiteral("presentation-3"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("presentation-3-dark")); });
        press(Qt::Key_PageDown);
        QVERIFY(isSeen("disturbance") && !isSeen("clock"));
        const auto visible = [&] {
            return std::ranges::count_if(
                view<DisturbanceView>().findChild<StepChart*>()->curves(), [](const StepCurve& curve) { return curve.visible; });
        };
        QCOMPARE(visible(), 1);
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        QVERIFY(visible() >= 3);
        keepPicture(*window, QStringLiteral("presentation-4"));
        press(Qt::Key_PageDown); // the distribution again, which is known by now
        QCOMPARE(curves(), QStringLiteral("Before Chosen Extrapolation Interpolation"));
        QCOMPARE(workspace().currentDimension(), 6_dim);
        press(Qt::Key_PageDown); // the end
        QCOMPARE(scenes().current(), 3);
        press(Qt::Key_PageUp);
        QVERIFY(isSeen("disturbance"));
    }

    // They do nothing; how one gets to them is said until the next key.
    void commandsSayHowTheyAreReached()
    {
        press(Qt::Key_F11);
        press(Qt::Key_PageDown);
        QVERIFY(layer()->hint().isEmpty());
        for (const auto& [key, held, name] : {std::tuple(Qt::Key_E, Qt::ControlModifier, "Export scaling table…"),
                 {Qt::Key_K, Qt::ControlModifier, "Find a command…"}, {Qt::Key_F11, Qt::NoModifier, "Present"}}) {
            QWidget* focus = QApplication::focusWidget();
            QTest::keyClick(focus != nullptr ? focus : window.get(), key, held);
            QVERIFY2(layer()->hint().contains(QString::fromUtf8(name)) && layer()->hint().contains(QStringLiteral("Esc")),
                qPrintable(layer()->hint()));
        }
        keepPicture(*window, QStringLiteral("presentation-not-there"));
        press(Qt::Key_PageDown);
        QVERIFY(layer()->hint().isEmpty());
        press(Qt::Key_Escape);
        QVERIFY(!presentation().isRunning());
    }

    void escapeBringsEverythingBack()
    {
        setTalk();
        window->findChild<QDockWidget*>(QStringLiteral("landscape"))->raise();
        chart().showShare(0.5, 0.75);
        view<ClockView>().goTo(77);
        QTest::qWait(50);
        const QRect geometry = window->geometry();
        const QFont font = window->font();
        const QMap<QString, QRect> places = placesOfDocks();
        press(Qt::Key_F11);
        QVERIFY(window->font().pointSizeF() > 1.4 * font.pointSizeF());
        for (int i = 0; i < 12; ++i) {
            press(Qt::Key_PageDown);
        }
        press(Qt::Key_Escape);
        QVERIFY(!presentation().isRunning() && !window->isFullScreen() && layer() == nullptr);
        QVERIFY(window->menuBar()->isVisible() && window->statusBar()->isVisible());
        QTRY_COMPARE(window->geometry(), geometry);
        QCOMPARE(window->font(), font);
        QCOMPARE(workspace().currentDimension(), 3_dim);
        QVERIFY(std::abs(chart().visibleShare().first - 0.5) < 1e-9);
        QCOMPARE(view<ClockView>().position(), 77);
        QCOMPARE(curves(), QStringLiteral("Before Chosen Extrapolation Interpolation"));
        QTRY_VERIFY(isSeen("landscape"));
        QTRY_VERIFY(placesOfDocks() == places);
        for (const QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            QVERIFY(dock->titleBarWidget() == nullptr);
        }
        press(Qt::Key_PageDown); // belongs to what has the focus again
        QCOMPARE(scenes().current(), 3);
    }

    void theHintCoversNothing()
    {
        press(Qt::Key_F11);
        const auto below = [&] { return view<DistributionView>().mapTo(window.get(), QPoint(0, view<DistributionView>().height())).y(); };
        const auto height = [&] { return view<DistributionView>().height(); };
        QVERIFY(!layer()->hintPlace().isEmpty());
        QTRY_VERIFY2(below() <= layer()->hintPlace().top(), qPrintable(QString::number(below())));
        keepPicture(*window, QStringLiteral("presentation-hint"));
        const int before = height();
        press(Qt::Key_P);
        QVERIFY(layer()->hintPlace().isEmpty());
        QTRY_VERIFY(height() > before); // the view has its room
        press(Qt::Key_Escape);
        QCOMPARE(window->contentsMargins(), QMargins());
    }

    void whatWasScrolledStaysSo()
    {
        window->resize(1280, 800);
        auto* panel = window->findChild<QDockWidget*>(QStringLiteral("source"))->findChild<QScrollArea*>();
        auto* table = window->findChild<QDockWidget*>(QStringLiteral("dimensions"))->findChild<QTableView*>();
        QTRY_VERIFY(panel->verticalScrollBar()->maximum() > 100);
        QTest::qWait(100); // until the panel is laid out for this width
        for (const bool hasFocus : {false, true}) {
            if (hasFocus) {
                panel->findChild<QWidget*>(QStringLiteral("targetLength"))->setFocus(Qt::TabFocusReason);
            }
            panel->verticalScrollBar()->setValue(panel->verticalScrollBar()->maximum() - 20);
            table->verticalScrollBar()->setValue(7);
            QTest::qWait(20);
            const int panelAt = panel->verticalScrollBar()->value();
            press(Qt::Key_F11);
            QTest::qWait(50);
            press(Qt::Key_Escape);
            QTest::qWait(50);
            QCOMPARE(panel->verticalScrollBar()->value(), panelAt);
            QCOMPARE(table->verticalScrollBar()->value(), 7);
        }
    }

    void withoutScenesTheViewUsedLastIsShown()
    {
        auto* dock = window->findChild<QDockWidget*>(QStringLiteral("clock"));
        dock->raise();
        view<ClockView>().findChild<QWidget*>(QStringLiteral("clockPlay"))->setFocus();
        press(Qt::Key_F11);
        QVERIFY(isSeen("clock") && view<DistributionView>().visibleRegion().isEmpty());
        press(Qt::Key_PageDown);
        QCOMPARE(view<ClockView>().position(), 0); // it goes on in the talk, which has no more
        QTest::keyClick(&view<ClockView>(), Qt::Key_Space);
        QVERIFY(view<ClockView>().isPlaying()); // other keys are the view's
        press(Qt::Key_Escape);
        QVERIFY(!presentation().isRunning());
    }

    void thePointerAndTheLinesAreNotKept()
    {
        setTalk();
        press(Qt::Key_F11);
        press(Qt::Key_P);
        QVERIFY(layer()->isPointing() && layer()->testAttribute(Qt::WA_TransparentForMouseEvents));
        press(Qt::Key_D);
        QVERIFY(layer()->isDrawing());
        QTest::mousePress(layer(), Qt::LeftButton, {}, {200, 200});
        QTest::mouseMove(layer(), {300, 250});
        QMouseEvent move(QEvent::MouseMove, QPointF(400, 300), QPointF(400, 300), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(layer(), &move);
        QTest::mouseRelease(layer(), Qt::LeftButton, {}, {400, 300});
        QCOMPARE(layer()->lines().size(), std::size_t{1});
        QVERIFY(layer()->lines().front().size() >= 2);
        keepPicture(*window, QStringLiteral("presentation-drawn"));
        press(Qt::Key_C);
        QVERIFY(layer()->lines().empty());
        QTest::mouseClick(layer(), Qt::LeftButton, {}, {100, 100});
        QCOMPARE(layer()->lines().size(), std::size_t{1});
        for (int i = 0; i < 4; ++i) {
            press(Qt::Key_PageDown);
        }
        QVERIFY(layer()->lines().empty()); // they belonged to the scene before
        press(Qt::Key_B);
        QVERIFY(layer()->isBlack());
        press(Qt::Key_Period);
        QVERIFY(!layer()->isBlack());
        const auto talk = scenes().scenes();
        press(Qt::Key_Escape);
        QVERIFY(scenes().scenes() == talk);
    }

    void anotherSourceAndTheEndOfTheWindowEndIt()
    {
        press(Qt::Key_F11);
        window->openPreset(QStringLiteral("Qwen/Qwen3-8B"));
        QTRY_VERIFY(!presentation().isRunning());
        QVERIFY(waitForAnalysis(workspace()));
        press(Qt::Key_F11);
        QVERIFY(presentation().isRunning());
        window->close();
        QVERIFY(!presentation().isRunning());
    }
};

QTEST_MAIN(PresentationTest)
#include "presentation_test.moc"
