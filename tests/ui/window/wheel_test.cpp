// SPDX-License-Identifier: GPL-3.0-or-later
// The wheel over any control of the window that does not have the focus changes nothing.
#include "core/engine/cpu_engine.h"
#include "tests/ui/window/shown_window.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/views/distribution_view.h"
#include "ui/window/main_window.h"
#include "ui/workspace/source_loader.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QUndoStack>
#include <QWheelEvent>
#include <QWindow>

using namespace rotascope;
using namespace rotascope::uitest;

class WheelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        window->openFile(samplePath()); // with all kinds of before
        QVERIFY(waitForAnalysis(window->workspace()));
        window->setFocus();
    }

    // Through the window's own system event, so that Qt may give the focus as it does to a user.
    void noControlTakesItWithoutTheFocus()
    {
        int tried = 0;
        for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            dock->raise();
            QTest::qWait(20);
            for (QWidget* widget : window->findChildren<QWidget*>()) {
                tried += isSeen(*widget) && takesWheel(*widget) ? checkUnfocused(*widget) : 0;
                QVERIFY2(!QTest::currentTestFailed(), qPrintable(nameOf(*widget)));
            }
        }
        QVERIFY(tried > 60);
        QCOMPARE(window->workspace().undoStack()->count(), 0);
        QVERIFY(!window->findChild<SourceLoader*>()->isBusy());
    }

    void aDialogsControlsDoNotEither()
    {
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window->findChild<ExportDialog*>();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        auto* save = dialog->findChild<QWidget*>(QStringLiteral("save"));
        QTRY_VERIFY(save->isEnabled()); // once the export is prepared; before, nothing else could have the focus
        save->setFocus();
        const int before = format->currentIndex();
        turn(*format, -120);
        QCOMPARE(format->currentIndex(), before);
        dialog->reject();
    }

    void aControlWithTheFocusDoes()
    {
        auto* intervals = window->findChild<QSpinBox*>(QStringLiteral("intervals"));
        intervals->setFocus();
        turn(*intervals, 120);
        QCOMPARE(window->workspace().settings().intervals, 450U);
        auto* slider = window->findChild<QSlider*>(QStringLiteral("targetSlider"));
        slider->setFocus();
        turn(*slider, 120);
        QVERIFY(window->workspace().settings().targetLength > 8192);
    }

    // A panel that is longer than the window scrolls, also where the cursor is over one of its controls.
    void thePanelScrollsUnderTheCursor()
    {
        window->resize(1280, 720);
        QTest::qWait(50);
        auto* box = window->findChild<QComboBox*>(QStringLiteral("before")); // one that is seen without scrolling
        QWidget* parent = box;
        while (qobject_cast<QScrollArea*>(parent) == nullptr) {
            parent = parent->parentWidget();
        }
        QScrollBar* bar = qobject_cast<QScrollArea*>(parent)->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        const int before = bar->value();
        turn(*box, -120);
        QTRY_VERIFY(bar->value() > before);
    }

    // On purpose: it changes nothing but what is seen.
    void theChartsZoom()
    {
        auto* chart = window->findChild<DistributionView*>()->findChild<StepChart*>();
        turn(*chart->viewport(), 120);
        QVERIFY(chart->isZoomed());
    }

private:
    static bool isSeen(const QWidget& widget) { return widget.isVisible() && !widget.visibleRegion().isEmpty(); }
    static bool takesWheel(const QWidget& widget)
    {
        return qobject_cast<const QAbstractScrollArea*>(&widget) == nullptr && qobject_cast<const QScrollBar*>(&widget) == nullptr
            && qobject_cast<const StepChart*>(widget.parentWidget()) == nullptr; // what scrolls or zooms
    }
    static QString nameOf(const QWidget& widget) { return QLatin1String(widget.metaObject()->className()) + widget.objectName(); }

    // What a control shows; empty for a widget that is not a control.
    static QVariantList valueOf(const QWidget& widget)
    {
        QVariantList values;
        for (const char* property : {"currentIndex", "currentText", "value", "text", "checked"}) {
            if (widget.metaObject()->indexOfProperty(property) >= 0) {
                values << widget.property(property);
            }
        }
        return values;
    }

    int checkUnfocused(QWidget& widget)
    {
        window->setFocus();
        const auto check = [&](QWidget& focused, int delta) {
            const AnalysisSettings settings = window->workspace().settings();
            const QVariantList value = valueOf(widget);
            turn(widget, delta);
            QCOMPARE(valueOf(widget), value);
            QVERIFY(window->workspace().settings() == settings);
            QCOMPARE(window->focusWidget(), &focused);
        };
        check(*window->focusWidget(), 120);
        check(*window->focusWidget(), -120);
        return 1;
    }

    // A notch of the wheel over the middle of what is seen of the widget.
    static void turn(QWidget& widget, int delta)
    {
        const QPoint at = widget.visibleRegion().boundingRect().center();
        QWidget& window = *widget.window();
        const QPoint inWindow = widget.mapTo(&window, at);
        QWheelEvent event(inWindow, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // Qt passes on to parents, and gives the focus for, the user's own events alone
        qApp->notify(window.windowHandle(), &event);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(WheelTest)
#include "wheel_test.moc"
