// SPDX-License-Identifier: GPL-3.0-or-later
// Typing, undo, search and reading in the fields of the window.
#include "core/engine/cpu_engine.h"
#include "core/model/presets.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/commands/command_table.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/models/dimension_model.h"
#include "ui/panels/notes_panel.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/views/disturbance_view.h"
#include "ui/views/method_comparison.h"
#include "ui/views/overview_view.h"
#include "ui/window/main_window.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolTip>
#include <QUndoStack>
#include <algorithm>
#include <set>
#include <tuple>

using namespace rotascope;
using namespace rotascope::uitest;

class FieldsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
    }

    void theTableHasTheFocusAtFirst() { QCOMPARE(window->focusWidget(), window->findChild<DimensionTable*>()); }

    void undoTakesBackWhatAFieldHasChanged_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("spin box of decimals") << QStringLiteral("targetLength") << QStringLiteral("16384");
        QTest::newRow("spin box of whole numbers") << QStringLiteral("intervals") << QStringLiteral("720");
        QTest::newRow("line") << QStringLiteral("epsilon") << QStringLiteral("1e-7");
        QTest::newRow("line beside a button") << QStringLiteral("threshold") << QStringLiteral("1e-3");
    }

    // The focus stays in the field, and the keys go there.
    void undoTakesBackWhatAFieldHasChanged()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        auto* widget = window->findChild<QWidget*>(field);
        const AnalysisSettings before = workspace().settings();
        type(*widget, text);
        QTest::keyClick(widget, Qt::Key_Return);
        const AnalysisSettings after = workspace().settings();
        QVERIFY(after != before);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(workspace().settings() == before);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(workspace().settings() == after);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(widget, Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(workspace().settings() == after);

        // While something is typed the keys are the field's.
        QTest::keyClick(widget, Qt::Key_End);
        QTest::keyClicks(widget, QStringLiteral("1"));
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(workspace().settings() == after);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier); // nothing is typed any more
        QVERIFY(workspace().settings() == before);
    }

    // Also what was taken over because the focus went elsewhere.
    void undoTakesBackWhatAFieldWasLeftWith()
    {
        for (const QString& name : {QStringLiteral("intervals"), QStringLiteral("targetLength"), QStringLiteral("epsilon")}) {
            auto* widget = window->findChild<QWidget*>(name);
            const AnalysisSettings before = workspace().settings();
            type(*widget, name == QStringLiteral("epsilon") ? QStringLiteral("1e-7") : QStringLiteral("9000"));
            QTest::keyClick(widget, Qt::Key_Tab);
            QVERIFY(workspace().settings() != before);
            widget->setFocus();
            QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
            QVERIFY2(workspace().settings() == before, qPrintable(name));
        }
    }

    void keysReachTheWindow_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("takesLetters");
        QTest::newRow("spin box of decimals") << QStringLiteral("targetLength") << false;
        QTest::newRow("spin box of whole numbers") << QStringLiteral("intervals") << false;
        QTest::newRow("line") << QStringLiteral("epsilon") << true;
        QTest::newRow("line beside a button") << QStringLiteral("threshold") << true;
        QTest::newRow("box that is typed in") << QStringLiteral("preset") << true;
        QTest::newRow("box") << QStringLiteral("divergence") << false;
        QTest::newRow("slider") << QStringLiteral("targetSlider") << false;
        QTest::newRow("cell of the table") << QString() << true;
    }

    // Every command of the window that has keys gets them, whatever field has the focus, and the field's text stays. In a line without a
    // validator a letter is seen where it was typed, and a number with it is refused with a message.
    void keysReachTheWindow()
    {
        QFETCH(const QString, field);
        QFETCH(const bool, takesLetters);
        QWidget* widget = field.isEmpty() ? factorEditor() : window->findChild<QWidget*>(field);
        QVERIFY(widget);
        widget->setFocus();
        auto* line = lineOf(widget);
        if (line != nullptr) {
            QTest::keyClick(widget, Qt::Key_End);
            QTest::keyClicks(widget, QStringLiteral("1")); // keys that take back what is typed are tried elsewhere
            line->setModified(false);
            QTest::keyClick(widget, Qt::Key_Left);
        }
        const QString text = line != nullptr ? line->text() : QString();
        for (const Command& command : commands()) {
            if (command.scope != KeyScope::Window) {
                continue;
            }
            auto* action = window->findChild<QAction*>(QString::fromLatin1(command.id) + QStringLiteral("Action"));
            QVERIFY(action);
            action->disconnect(SIGNAL(triggered(bool))); // most would open a dialog
            action->setEnabled(true);
            QSignalSpy triggered(action, &QAction::triggered);
            for (const QKeySequence& keys : action->shortcuts()) {
                const QKeyCombination key = keys[0];
                const bool isCharacter = !(key.keyboardModifiers() & ~Qt::ShiftModifier) && key.key() < Qt::Key_Escape;
                if (isCharacter && takesLetters) {
                    continue;
                }
                triggered.clear();
                QTest::keyClick(widget, key.key(), key.keyboardModifiers());
                QVERIFY2(triggered.count() == 1, qPrintable(QStringLiteral("%1 (%2)").arg(keys.toString(), QLatin1String(command.id))));
                QCOMPARE(line != nullptr ? line->text() : QString(), text);
            }
        }
    }

    void aNumberFieldKeepsTheKeysThatEditIt()
    {
        auto* box = window->findChild<QAbstractSpinBox*>(QStringLiteral("intervals"));
        auto* line = lineOf(box);
        type(*box, QStringLiteral("123"));
        QTest::keyClick(box, Qt::Key_Home);
        QTest::keyClick(box, Qt::Key_Delete);
        QCOMPARE(line->text(), QStringLiteral("23"));
        QTest::keyClick(box, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(line->selectedText(), QStringLiteral("23"));
        QTest::keyClick(box, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(line->text(), QString());
        QTest::keyClick(box, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(box, Qt::Key_Insert, Qt::ShiftModifier);
        QCOMPARE(line->text(), QStringLiteral("2323"));
        QTest::keyClick(box, Qt::Key_Left, Qt::ControlModifier);
        QTest::keyClick(box, Qt::Key_Left);
        QTest::keyClick(box, Qt::Key_Backspace);
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(line->selectedText(), line->text());
    }

    // A letter that is a command elsewhere is a letter there, and Undo takes back what was typed.
    void freeTextKeepsItsKeys()
    {
        auto* notes = window->findChild<NotesPanel*>();
        window->findChild<QDockWidget*>(QStringLiteral("notes"))->raise();
        notes->setFocus();
        QTest::keyClicks(notes, QStringLiteral("N? a word"));
        QCOMPARE(notes->toPlainText(), QStringLiteral("N? a word"));
        QTest::keyClick(notes, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(notes->toPlainText() != QStringLiteral("N? a word"));
    }

    // Ctrl+E after a length exports the table of that length, not the one before.
    void aCommandActsOnWhatIsTyped()
    {
        auto* length = window->findChild<QWidget*>(QStringLiteral("targetLength"));
        type(*length, QStringLiteral("32768"));
        QTest::keyClick(length, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(workspace().settings().targetLength, 32768);
        QCOMPARE(window->focusWidget(), length);
        QTRY_VERIFY(window->findChild<ExportDialog*>() != nullptr);
        auto* dialog = window->findChild<ExportDialog*>();
        auto* preview = dialog->findChild<QPlainTextEdit*>(QStringLiteral("preview"));
        QTRY_VERIFY2(preview->toPlainText().contains(QStringLiteral("32768")), qPrintable(preview->toPlainText()));
        dialog->reject();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));

        type(*length, QStringLiteral("65536"));
        QTest::keyClick(length, Qt::Key_P, Qt::ControlModifier); // no table of it is there yet
        QTRY_COMPARE(workspace().settings().pins.size(), std::size_t{1});
        QCOMPARE(workspace().settings().pins.front().targetLength, 65536);

        QWidget* editor = factorEditor();
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, QStringLiteral("3.5"));
        QTest::keyClick(editor, Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(workspace().settings().dimensionsSetByHand(), std::size_t{1});
        QTRY_VERIFY(window->findChild<PreferencesDialog*>() != nullptr);
        window->findChild<PreferencesDialog*>()->reject();
    }

    void stepsOfASpinBoxAreUndoneToo()
    {
        auto* box = window->findChild<QSpinBox*>(QStringLiteral("intervals"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(workspace().settings().intervals, 450U);
        QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(workspace().settings().intervals, 360U);
    }

    void lengthsMayBeTypedAsPeopleSayThem()
    {
        for (const auto& [name, text, length] : {std::tuple("targetLength", "16k", 16384), {"targetLength", "0.5M", 524288},
                 {"pretrainingLength", "8K", 8192}, {"targetLength", "32768", 32768}}) {
            auto* field = window->findChild<QWidget*>(QLatin1String(name));
            type(*field, QString::fromLatin1(text));
            QTest::keyClick(field, Qt::Key_Return);
            const AnalysisSettings& settings = workspace().settings();
            QCOMPARE(name == QByteArray("targetLength") ? settings.targetLength : settings.pretrainingLength, std::int64_t{length});
            QCOMPARE(lineOf(field)->text(), QLocale().toString(length));
        }
        auto* distance = window->findChild<QAbstractSpinBox*>(QStringLiteral("clockDistance"));
        distance->setFocus();
        distance->selectAll();
        QTest::keyClicks(distance, QStringLiteral("4k"));
        QTest::keyClick(distance, Qt::Key_Return);
        QCOMPARE(window->findChild<QDoubleSpinBox*>(QStringLiteral("clockDistance"))->value(), 4096.0);
    }

    void noLetterIsDroppedInABoxOfNumbers_data()
    {
        QTest::addColumn<QString>("field");
        for (const char* field : {"targetLength", "pretrainingLength", "intervals", "components"}) {
            QTest::newRow(field) << QString::fromLatin1(field);
        }
    }

    // What is no number is refused, and stays to be corrected until Escape takes it back or the focus leaves.
    void noLetterIsDroppedInABoxOfNumbers()
    {
        QFETCH(const QString, field);
        if (field == QLatin1String("components")) {
            window->findChild<QRadioButton*>(QStringLiteral("byComponents"))->click();
        }
        auto* box = window->findChild<QAbstractSpinBox*>(field);
        const AnalysisSettings before = workspace().settings();
        const QString inForce = lineOf(box)->text();
        QSignalSpy failed(&workspace(), &Workspace::failed);
        type(*box, QStringLiteral("16xn"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(failed.count(), 1);
        QVERIFY2(window->messageBar().message().contains(QStringLiteral("\"16xn\"; expected a whole number")),
            qPrintable(window->messageBar().message()));
        QCOMPARE(lineOf(box)->text(), QStringLiteral("16xn"));
        QVERIFY(box->accessibleDescription().contains(QStringLiteral("expected a whole number")));
        keepPicture(*window, QStringLiteral("kept-") + field);
        QTest::keyClick(box, Qt::Key_Escape);
        QCOMPARE(lineOf(box)->text(), inForce);
        QVERIFY(!box->accessibleDescription().contains(QStringLiteral("expected a whole number")));

        type(*box, QStringLiteral("7y"));
        QTest::keyClick(box, Qt::Key_Return);
        QTest::keyClick(box, Qt::Key_Tab);
        QCOMPARE(lineOf(box)->text(), inForce);
        QCOMPARE(failed.count(), 2); // which has been said
        type(*box, QStringLiteral("8z")); // and left without Return
        QTest::keyClick(box, Qt::Key_Tab);
        QCOMPARE(lineOf(box)->text(), inForce);
        QCOMPARE(failed.count(), 3);
        QVERIFY(workspace().settings() == before);
    }

    void noNumberIsRefusedWithAMessage()
    {
        QWidget* editor = factorEditor();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, QStringLiteral("abc"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(window->messageBar().isVisible());
        QVERIFY2(window->messageBar().message().contains(QStringLiteral("The factor of dimension 22 is \"abc\"; expected a number")),
            qPrintable(window->messageBar().message()));
        QCOMPARE(workspace().undoStack()->count(), 0);
    }

    void presetsAreSortedAndFoundByAPartOfTheirNames()
    {
        auto* box = presetBox();
        QCOMPARE(box->count(), static_cast<int>(presets().size()));
        for (int i = 1; i < box->count(); ++i) {
            QVERIFY2(box->itemText(i - 1).compare(box->itemText(i), Qt::CaseInsensitive) < 0, qPrintable(box->itemText(i)));
        }
        type(*box, QStringLiteral("neox"));
        QTRY_VERIFY(box->completer()->popup()->isVisible());
        QCOMPARE(box->completer()->completionCount(), 1);
        QCOMPARE(box->completer()->currentCompletion(), QStringLiteral("EleutherAI/gpt-neox-20b"));
    }

    // Return opens the only model that fits. If several fit, it names them; if none fits, it says so.
    void aPartOfOneNameOpensIt()
    {
        auto* box = presetBox();
        type(*box, QStringLiteral("GPT-NEOX"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(workspace().source()->origin, std::string("EleutherAI/gpt-neox-20b"));

        type(*box, QStringLiteral("llama-3"));
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY2(window->messageBar().message().contains(QStringLiteral("have \"llama-3\" in their names: ")),
            qPrintable(window->messageBar().message()));
        QTest::qWait(20);
        QCOMPARE(box->lineEdit()->text(), QStringLiteral("llama-3")); // to be corrected
        QCOMPARE(box->accessibleDescription(), window->messageBar().message());
        if (QWidget* list = QApplication::activePopupWidget()) {
            list->hide();
        }
        QTest::keyClick(box, Qt::Key_Escape);
        QCOMPARE(box->lineEdit()->text(), QStringLiteral("EleutherAI/gpt-neox-20b"));
        QVERIFY(box->accessibleDescription().isEmpty());

        type(*box, QStringLiteral("gpt-9"));
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY2(window->messageBar().message().contains(QStringLiteral("No model in the list has \"gpt-9\" in its name")),
            qPrintable(window->messageBar().message()));
        QCOMPARE(workspace().source()->origin, std::string("EleutherAI/gpt-neox-20b"));
        QTest::qWait(20);
        QCOMPARE(box->lineEdit()->text(), QStringLiteral("gpt-9"));
        keepPicture(*window, QStringLiteral("kept-preset"));
        window->findChild<DimensionTable*>()->setFocus();
        QTRY_COMPARE(box->lineEdit()->text(), QStringLiteral("EleutherAI/gpt-neox-20b"));
        QVERIFY(box->accessibleDescription().isEmpty());
    }

    void aRefusedTextStaysToBeCorrected_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QString>("corrected");
        const auto add = [](const char* field, const char* refused, const char* corrected) {
            QTest::newRow(field) << QString::fromLatin1(field) << QString::fromLatin1(refused) << QString::fromLatin1(corrected);
        };
        add("targetLength", "16", "16k");
        add("pretrainingLength", "0", "2k");
        add("intervals", "1", "180");
        add("components", "9999", "60");
        add("epsilon", "1e-", "1e-7");
        add("threshold", "t", "0.01");
        add("nearWeight", "-1", "0.5");
        add("farWeight", "-0.5", "2");
        add("methodParameter", "5-2,x", "20:40");
        add("positions", "5-2,x", "0:1024");
        add("sequences", "x", "0");
    }

    // As long as the field has the focus; the settings stay what they were.
    void aRefusedTextStaysToBeCorrected()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, refused);
        QFETCH(const QString, corrected);
        openWhatHas(field);
        auto* widget = window->findChild<QWidget*>(field);
        QLineEdit* line = lineOf(widget);
        QVERIFY(widget->isVisible() && widget->isEnabled());
        const AnalysisSettings before = workspace().settings();
        const QString inForce = line->text();
        type(*widget, refused);
        QTest::keyClick(widget, Qt::Key_Return);
        QCOMPARE(line->text(), refused);
        QVERIFY(window->messageBar().isVisible());
        QCOMPARE(widget->accessibleDescription(), window->messageBar().message());
        QVERIFY(workspace().settings() == before);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier); // what is typed is taken back first
        QCOMPARE(line->text(), inForce);

        type(*widget, refused);
        QTest::keyClick(widget, Qt::Key_Return);
        keepPicture(*window, QStringLiteral("kept-") + field);
        QTest::keyClick(widget, Qt::Key_Escape);
        QCOMPARE(line->text(), inForce);
        QVERIFY(widget->accessibleDescription() != window->messageBar().message());

        type(*widget, refused);
        QTest::keyClick(widget, Qt::Key_Return);
        const QSignalSpy failed(&workspace(), &Workspace::failed);
        window->findChild<DimensionTable*>()->setFocus();
        QCOMPARE(line->text(), inForce);
        QCOMPARE(failed.count(), 0); // it has been said
        QVERIFY(workspace().settings() == before);

        type(*widget, refused);
        QTest::keyClick(widget, Qt::Key_Return);
        type(*widget, corrected);
        QTest::keyClick(widget, Qt::Key_Return);
        QTRY_VERIFY(workspace().settings() != before);
        QVERIFY(widget->accessibleDescription() != window->messageBar().message());
    }

    // The keys go to the list, as a window system sends them while it is open.
    void aModelOfTheListIsOpenedByKeys()
    {
        auto* box = presetBox();
        for (int downs = 1; downs <= 2; ++downs) {
            type(*box, QStringLiteral("qwen2.5"));
            QTRY_VERIFY(box->completer()->popup()->isVisible());
            QVERIFY(box->completer()->completionCount() > 2);
            for (int i = 0; i < downs; ++i) {
                QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
            }
            const std::string chosen = box->completer()->popup()->currentIndex().data().toString().toStdString();
            QVERIFY(!chosen.empty());
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
            QTRY_COMPARE(workspace().source()->origin, chosen);
            QVERIFY(!box->completer()->popup()->isVisible());
            QCOMPARE(box->lineEdit()->text().toStdString(), chosen);
        }
    }

    void aModelOfTheListIsOpenedByAClick()
    {
        auto* box = presetBox();
        type(*box, QStringLiteral("qwen2.5"));
        QTRY_VERIFY(box->completer()->popup()->isVisible());
        auto* list = box->completer()->popup();
        const QModelIndex row = list->model()->index(1, 0);
        const std::string chosen = row.data().toString().toStdString();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
        QTRY_COMPARE(workspace().source()->origin, chosen);
    }

    void theTitleTellsModelsFilesApart()
    {
        const QTemporaryDir folder;
        const auto titleOf = [&](const QString& name) {
            const QString file = folder.filePath(name + QStringLiteral("/config.json"));
            QDir(folder.path()).mkpath(name);
            QFile::copy(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json"), file);
            QSignalSpy opened(window.get(), &MainWindow::opened);
            window->openFile(file);
            return opened.wait(60000) ? window->windowTitle() : QString();
        };
        QCOMPARE(titleOf(QStringLiteral("gemma-3")), QStringLiteral("gemma-3/config.json[*] - Rotascope"));
        QCOMPARE(titleOf(QStringLiteral("a[*]b")), QStringLiteral("a[*][*]b/config.json[*] - Rotascope"));
    }

    void theUnitOfAnglesIsOneInAllViews()
    {
        auto* unit = window->findChild<QComboBox*>(QStringLiteral("angleUnit"));
        auto* overview = window->findChild<OverviewView*>()->findChild<Heatmap*>();
        AnalysisSettings settings = workspace().settings();
        settings.intervals = 180; // so that each has a pixel of its own
        workspace().edit(settings, QStringLiteral("intervals"));
        QVERIFY(waitForAnalysis(workspace()));
        const auto toolTip = [&] {
            const QPoint at = overview->positionOf(5, 45).toPoint();
            QHelpEvent help(QEvent::ToolTip, at, overview->mapToGlobal(at));
            QCoreApplication::sendEvent(overview, &help);
            return QToolTip::text();
        };
        QVERIFY2(toolTip().contains(QStringLiteral("90° to 92°")), qPrintable(toolTip()));
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_End);
        QCOMPARE(workspace().angleUnit(), AngleUnit::Turns);
        QVERIFY2(toolTip().contains(QStringLiteral("%1 to ").arg(QLocale().toString(0.25))), qPrintable(toolTip()));
        const auto [low, high] = window->findChild<DistributionView*>()->findChild<StepChart*>()->visibleRange();
        QCOMPARE(high - low, 1.0);
        keepPicture(*window, QStringLiteral("turns"));
    }

    void aMethodThatIsShownHasACurveInTheCharts()
    {
        auto* methods = window->findChild<MethodComparison*>();
        const auto& rows = methods->rows();
        const auto yarn = std::ranges::find(rows, QStringLiteral("YaRN"), &MethodComparison::Row::name) - rows.begin();
        QTest::mouseClick(methods, Qt::LeftButton, {}, methods->rowRect(static_cast<int>(yarn)).center());
        for (const StepChart* chart : {window->findChild<DistributionView*>()->findChild<StepChart*>(),
                 window->findChild<DisturbanceView*>()->findChild<StepChart*>()}) {
            QCOMPARE(chart->curves().back().name, QStringLiteral("YaRN"));
            QVERIFY(chart->curves().back().visible);
        }
        const auto& all = workspace().analysis()->methods;
        const auto shown = std::ranges::find(all, "yarn", [](const MethodAnalysis& one) { return one.method->name; });
        QCOMPARE(window->findChild<DisturbanceView*>()->findChild<StepChart*>()->curves().back().values, shown->result->disturbance);
        keepPicture(*window, QStringLiteral("method-shown"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("method-shown-dark")); });
        QTest::mouseClick(methods, Qt::LeftButton, {}, methods->rowRect(static_cast<int>(yarn)).center());
        QCOMPARE(window->findChild<DisturbanceView*>()->findChild<StepChart*>()->curves().size(), 3U);
        QCOMPARE(window->findChild<DistributionView*>()->findChild<StepChart*>()->curves().size(), 4U);
    }

    // Counts are kept of the tables that are drawn, in 32 bits; those of a method that is shown are counted again.
    void manyIntervalsTakeTheMemoryOfWhatIsDrawn()
    {
        auto* field = window->findChild<QWidget*>(QStringLiteral("intervals"));
        type(*field, QStringLiteral("65536"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(workspace().settings().intervals, 65536U);
        QVERIFY(waitForAnalysis(workspace()));
        const Analysis& analysis = *workspace().analysis();
        const std::set<const TableAnalysis*> drawn
            = {analysis.extrapolation.get(), analysis.interpolation.get(), analysis.automatic.get(), analysis.chosen.get()};
        for (const TableAnalysis* table : drawn) {
            QCOMPARE(table->after.bytes(), std::size_t{64} * 65536 * 4);
        }
        for (const MethodAnalysis& method : analysis.methods) {
            QVERIFY2(method.result == nullptr || drawn.contains(method.result.get()) || method.result->after.isEmpty(),
                method.method->name.data());
        }
        auto* methods = window->findChild<MethodComparison*>();
        const auto yarn
            = std::ranges::find(methods->rows(), QStringLiteral("YaRN"), &MethodComparison::Row::name) - methods->rows().begin();
        QTest::mouseClick(methods, Qt::LeftButton, {}, methods->rowRect(static_cast<int>(yarn)).center());
        const auto* chart = window->findChild<DistributionView*>()->findChild<StepChart*>();
        QCOMPARE(chart->curves().back().name, QStringLiteral("YaRN"));
        QCOMPARE(chart->curves().back().values.size(), std::size_t{65536});
    }

    // A model's RoPE that cannot be opened is not shown as the one that is.
    void theBoxesShowWhatIsOpen()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("config.json"));
        QVERIFY(QFile::copy(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json"), file));
        QSignalSpy opened(window.get(), &MainWindow::opened);
        window->openFile(file);
        QVERIFY(opened.wait(60000));
        QVERIFY(QFile::remove(file));
        auto* rope = window->findChild<QComboBox*>(QStringLiteral("rope"));
        QSignalSpy failed(window.get(), &MainWindow::openFailed);
        rope->setFocus();
        QTest::keyClick(rope, Qt::Key_Down);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(rope->currentText(), QStringLiteral("full_attention"));
        QCOMPARE(workspace().source()->ropeName, std::string("full_attention"));
    }

private:
    Workspace& workspace() { return window->workspace(); }
    QComboBox* presetBox() { return window->findChild<QComboBox*>(QStringLiteral("preset")); }

    // Settings and a source with which the field takes texts.
    void openWhatHas(const QString& field)
    {
        if (field == QLatin1String("positions") || field == QLatin1String("sequences")) {
            QSignalSpy opened(window.get(), &MainWindow::opened);
            window->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-packed.h5"));
            QVERIFY(opened.wait(60000));
        }
        AnalysisSettings settings = workspace().settings();
        if (field == QLatin1String("components")) {
            settings.selection = InterpolatedComponents{64};
        } else if (field == QLatin1String("farWeight")) {
            settings.farWeight = 3.0;
        } else if (field == QLatin1String("methodParameter")) {
            settings.method = "band";
        }
        workspace().edit(settings, QStringLiteral("test"));
        QVERIFY(waitForAnalysis(workspace()));
    }

    // Of dimension 22.
    QWidget* factorEditor()
    {
        auto* table = window->findChild<DimensionTable*>();
        const QModelIndex cell = table->indexOf(22_dim, DimensionModel::Factor);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        return table->viewport()->findChild<QLineEdit*>();
    }

    static QLineEdit* lineOf(QWidget* field)
    {
        auto* line = qobject_cast<QLineEdit*>(field);
        const bool isBox = qobject_cast<QAbstractSpinBox*>(field) != nullptr || qobject_cast<QComboBox*>(field) != nullptr;
        return line != nullptr || !isBox ? line : field->findChild<QLineEdit*>();
    }

    static void type(QWidget& field, const QString& text)
    {
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, text);
    }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(FieldsTest)
#include "fields_test.moc"
