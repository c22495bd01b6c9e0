// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a user does, in whatever order: the window shows what core computes, an export is what is shown, undo leads back to the
// beginning. ROTASCOPE_SEED repeats a run (any: takes another way each time, and says which), ROTASCOPE_ACTIONS makes it longer or shorter.
#include "core/engine/cpu_engine.h"
#include "core/exchange/export_format.h"
#include "tests/core/gguf/gguf_builder.h"
#include "tests/ui/ui_test.h"
#include "ui/base/number_text.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/models/dimension_model.h"
#include "ui/views/dimension_table.h"
#include "ui/window/main_window.h"
#include "ui/workspace/source_loader.h"
#include "ui/workspace/table_loader.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QUndoStack>
#include <random>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// Not as raw strings, which moc cannot read.
constexpr auto twoRopes = "{\"head_dim\": 64, \"max_position_embeddings\": 2048, \"rope_parameters\": {"
                          "\"full_attention\": {\"rope_theta\": 1e6, \"rope_type\": \"linear\", \"factor\": 8},"
                          "\"sliding_attention\": {\"rope_theta\": 1e4}}}";
constexpr auto hostileConfig = "{\"head_dim\": 32, \"max_position_embeddings\": 1024, \"rope_theta\": 1e4,"
                               "\"_name_or_path\": \"<img src='file:///dev/zero'>\\n\"}";

} // namespace

class RandomActionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setQuitOnLastWindowClosed(false);
        makeFiles();
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        connect(window.get(), &MainWindow::opened, this, [this] {
            beginning = workspace().analysis();
            QCOMPARE(workspace().undoStack()->count(), 0);
            ++opened;
        });
        connect(workspace().undoStack(), &QUndoStack::indexChanged, this, [this] { ++steps; });
        connect(window.get(), &MainWindow::openFailed, this, [this] { ++refused; });
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(settle());
        // Questions and menus wait in loops of their own: whatever opens is closed again.
        connect(&closer, &QTimer::timeout, this, &RandomActionsTest::closeWhatIsOpen);
        closer.start(20);
    }

    void whateverTheUserDoes()
    {
        const QString given = qEnvironmentVariable("ROTASCOPE_SEED");
        const auto seed = given.isEmpty() ? 11U : given == QStringLiteral("any") ? std::random_device{}() : given.toUInt();
        const int count = qEnvironmentVariable("ROTASCOPE_ACTIONS", QStringLiteral("400")).toInt();
        qInfo("ROTASCOPE_SEED=%u ROTASCOPE_ACTIONS=%d", seed, count);
        random.seed(seed);
        for (int i = 0; i < count; ++i) {
            last = QStringLiteral("seed %1, action %2: ").arg(seed).arg(i);
            act();
            if (pick(25) == 0) {
                check();
            }
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        check();
        qInfo("%d sources opened, %d refused, %d steps made, undone or redone, %d exports read back, %d times compared with core", opened,
            refused, steps, exported, checked);
        QVERIFY(count < 400 || (opened > 1 && refused > 0 && steps > 10 && exported > 0 && checked > 5)); // else nothing was tried
    }

    void cleanupTestCase()
    {
        closer.stop();
        window.reset();
    }

private:
    Workspace& workspace() { return window->workspace(); }

    int pick(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }
    template <class List> auto oneOf(const List& list)
    {
        return list[static_cast<typename List::size_type>(pick(static_cast<int>(list.size())))];
    }

    void makeFiles()
    {
        const auto write = [this](const QString& name, const QByteArray& content) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(content), content.size());
            files << file.fileName();
        };
        QFile sample(samplePath());
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const QByteArray recording = sample.readAll();
        QByteArray damaged = recording;
        for (int i = 0; i < 200; ++i) {
            damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()))] = static_cast<char>(random());
        }
        const QByteArray gguf = QByteArray::fromStdString(test::llamaModel().floats("output.weight", {1.0F, 2.0F}).bytes());
        files << samplePath();
        write(QStringLiteral("cut.h5"), recording.left(100'000));
        write(QStringLiteral("damaged.h5"), damaged);
        write(QStringLiteral("model.gguf"), gguf);
        write(QStringLiteral("cut.gguf"), gguf.left(gguf.size() / 2));
        write(QStringLiteral("two.json"), twoRopes);
        write(QStringLiteral("<img src=\"x\">\n.json"), hostileConfig);
        write(QStringLiteral("bad.json"), "{");
        files << folder.filePath(QStringLiteral("missing.h5"));
    }

    void closeWhatIsOpen()
    {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        } else if (auto* discard = QApplication::activeModalWidget() != nullptr
                       ? QApplication::activeModalWidget()->findChild<QPushButton*>(QStringLiteral("discard"))
                       : nullptr;
                   discard != nullptr && pick(3) > 0) {
            discard->click();
        } else if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()); dialog != nullptr && dialog != exporting) {
            dialog->reject();
        }
    }

    void act()
    {
        using Action = void (RandomActionsTest::*)();
        static constexpr std::array<std::pair<int, Action>, 10> actions = {{{30, &RandomActionsTest::click}, {9, &RandomActionsTest::drag},
            {30, &RandomActionsTest::press}, {8, &RandomActionsTest::choose}, {8, &RandomActionsTest::enterNumber},
            {8, &RandomActionsTest::command}, {6, &RandomActionsTest::undoOrRedo}, {3, &RandomActionsTest::open},
            {3, &RandomActionsTest::resizeWindow}, {5, &RandomActionsTest::exportTable}}};
        int at = pick(110);
        for (const auto& [weight, action] : actions) {
            if ((at -= weight) < 0) {
                (this->*action)();
                break;
            }
        }
        if (!window->isVisible()) { // closed, by its menu or a key
            window->show();
        }
        QCoreApplication::processEvents();
        if (QTest::currentTestFailed()) {
            qInfo("%s", qPrintable(last));
        }
    }

    template <class Widget> Widget* oneOfThese()
    {
        QList<Widget*> all = window->findChildren<Widget*>();
        all.removeIf([](const Widget* widget) { return !widget->isVisible() || !widget->isEnabled() || widget->size().isEmpty(); });
        return all.isEmpty() ? nullptr : oneOf(all);
    }

    QPoint pointIn(const QWidget& widget) { return {pick(widget.width()), pick(widget.height())}; }

    void click()
    {
        if (auto* widget = oneOfThese<QWidget>()) {
            last += QStringLiteral("click on ") + QLatin1String(widget->metaObject()->className());
            const Qt::KeyboardModifier modifier
                = oneOf(std::vector{Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier});
            pick(6) == 0 ? QTest::mouseDClick(widget, Qt::LeftButton, modifier, pointIn(*widget))
                         : QTest::mouseClick(widget, Qt::LeftButton, modifier, pointIn(*widget));
        }
    }

    void drag()
    {
        QPointer<QWidget> widget = oneOfThese<QWidget>();
        if (widget.isNull()) {
            return;
        }
        last += QStringLiteral("drag in ") + QLatin1String(widget->metaObject()->className());
        QTest::mousePress(widget, Qt::LeftButton, {}, pointIn(*widget));
        for (int i = pick(8); !widget.isNull() && i > 0; --i) {
            QMouseEvent move(QEvent::MouseMove, QPointF(pointIn(*widget)), widget->mapToGlobal(QPointF(pointIn(*widget))), Qt::NoButton,
                Qt::LeftButton, {});
            QApplication::sendEvent(widget, &move);
        }
        if (!widget.isNull()) {
            QTest::mouseRelease(widget, Qt::LeftButton, {}, pointIn(*widget));
        }
    }

    void press()
    {
        static const std::vector<Qt::Key> keys = {Qt::Key_E, Qt::Key_I, Qt::Key_A, Qt::Key_Space, Qt::Key_Up, Qt::Key_Down, Qt::Key_Left,
            Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_F2,
            Qt::Key_Return, Qt::Key_Escape, Qt::Key_1, Qt::Key_2, Qt::Key_Period, Qt::Key_Backspace};
        QWidget* focus = window->focusWidget() != nullptr && pick(3) > 0 ? window->focusWidget() : window->findChild<DimensionTable*>();
        const Qt::Key key = oneOf(keys);
        last += QStringLiteral("key %1 to ").arg(key) + QLatin1String(focus->metaObject()->className());
        QTest::keyClick(focus, key, pick(5) == 0 ? Qt::ShiftModifier : Qt::NoModifier);
    }

    // Methods, divergences, what is before, presets, RoPEs, scales, units.
    void choose()
    {
        if (auto* box = oneOfThese<QComboBox>()) {
            last += QStringLiteral("choose in ") + box->objectName();
            box->setFocus();
            QTest::keyClick(box, oneOf(std::vector{Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End}));
        }
    }

    void enterNumber()
    {
        if (auto* box = oneOfThese<QAbstractSpinBox>()) {
            const QString number = QString::number(1 << pick(18));
            last += QStringLiteral("enter %1 in ").arg(number) + box->objectName();
            box->setFocus();
            QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(box, number);
            QTest::keyClick(box, Qt::Key_Return);
        }
    }

    // Of any menu.
    void command()
    {
        QList<QAction*> all;
        for (QMenu* menu : window->findChildren<QMenu*>()) {
            all << menu->actions();
        }
        all.removeIf([](const QAction* action) { return !action->isEnabled() || action->isSeparator() || action->menu() != nullptr; });
        QAction* action = oneOf(all);
        last += QStringLiteral("command ") + action->text();
        action->trigger();
    }

    void undoOrRedo()
    {
        for (int times = 1 + pick(4); times > 0; --times) {
            const bool isUndo = pick(3) > 0;
            last += isUndo ? QStringLiteral("undo ") : QStringLiteral("redo ");
            QTest::keyClick(window.get(), isUndo ? Qt::Key_Z : Qt::Key_Y, Qt::ControlModifier);
        }
    }

    void open()
    {
        const QString file = oneOf(files);
        last += QStringLiteral("open ") + file;
        pick(4) == 0 ? window->openTable(file) : window->openFile(file);
    }

    void resizeWindow()
    {
        last += QStringLiteral("resize");
        window->resize(400 + pick(1800), 300 + pick(1200));
    }

    void exportTable()
    {
        last += QStringLiteral("export");
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<ExportDialog*>(), 60000); // that an action before may have opened
        QVERIFY(settle());
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window->findChild<ExportDialog*>();
        if (dialog == nullptr) {
            return; // the key went elsewhere, as to a text that is being edited
        }
        exporting = dialog;
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        format->setCurrentIndex(pick(format->count()));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isPreparing(), 60000);
        if (dialog->findChild<QWidget*>(QStringLiteral("save"))->isEnabled()) {
            const QString file = folder.filePath(QStringLiteral("table"));
            dialog->saveTo(file);
            QTRY_VERIFY_WITH_TIMEOUT(!dialog->isWriting(), 60000);
            const auto read = readScalingTable(file.toStdString());
            QVERIFY2(read, read ? "" : read.error().message.english().c_str());
            const ScalingTable chosen = workspace().source()->onModel(workspace().analysis()->chosen->table);
            QVERIFY2(read->table == chosen, qPrintable(last + QLatin1Char(' ') + format->currentText()));
            ++exported;
        }
        dialog->reject();
        exporting = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<ExportDialog*>(), 60000);
    }

    bool settle()
    {
        const auto isOpening
            = [this] { return window->findChild<SourceLoader*>()->isBusy() || window->findChild<TableLoader*>()->isBusy(); };
        const auto asks = [this] { return QApplication::activeModalWidget() != nullptr && exporting == nullptr; };
        const auto rests = [&] { return QTest::qWaitFor([&] { return !isOpening() && !asks(); }, 60000); };
        const bool isAnswered = rests();
        QCoreApplication::processEvents(); // what an answer leads to follows when its question is gone
        return isAnswered && rests() && waitForAnalysis(workspace());
    }

    static void compare(const Analysis& shown, const Analysis& expected)
    {
        QCOMPARE(shown.chosen->table.factors, expected.chosen->table.factors);
        QCOMPARE(shown.chosen->table.attentionFactor, expected.chosen->table.attentionFactor);
        QCOMPARE(shown.chosen->disturbance, expected.chosen->disturbance);
        QCOMPARE(shown.extrapolation->disturbance, expected.extrapolation->disturbance);
        QCOMPARE(shown.interpolation->disturbance, expected.interpolation->disturbance);
        QVERIFY(shown.selected == expected.selected);
        QCOMPARE(shown.methods.size(), expected.methods.size());
        for (std::size_t i = 0; i < shown.methods.size(); ++i) {
            QCOMPARE(shown.methods[i].unavailable, expected.methods[i].unavailable);
            if (shown.methods[i].result) {
                QCOMPARE(shown.methods[i].result->disturbance, expected.methods[i].result->disturbance);
            }
        }
    }

    // A button that is still pressed repeats its step, and what was typed becomes a step when its box loses the focus.
    void letGo()
    {
        window->setEnabled(false);
        window->setEnabled(true);
    }

    void check()
    {
        letGo();
        QVERIFY2(settle(), qPrintable(last));
        const auto shown = workspace().analysis();
        const AnalysisSettings settings = workspace().settings();
        const auto expected = analyze(*makeCpuEngine(), workspace().source(), settings);
        QVERIFY2(expected, expected ? "" : expected.error().message.english().c_str());
        compare(*shown, **expected);
        // The actions may have reached the preferences.
        const QString mean = digitsText(1e3 * (*expected)->chosen->meanDisturbance, shownDigits() + 1);
        QVERIFY2(window->statusBar()->findChild<QLabel*>()->text().contains(mean), qPrintable(last + mean));
        const QAbstractItemModel& rows = *window->findChild<DimensionTable*>()->model();
        QCOMPARE(rows.rowCount(), static_cast<int>(shown->dimensions()));
        for (int row = 0; row < rows.rowCount(); ++row) {
            const auto dimension = static_cast<std::size_t>(rows.index(row, DimensionModel::Index).data(Qt::EditRole).toInt());
            QCOMPARE(rows.index(row, DimensionModel::Factor).data(Qt::EditRole).toDouble(), shown->chosen->table.factors[dimension]);
            QCOMPARE(rows.index(row, DimensionModel::Chosen).data(Qt::EditRole).toDouble(), shown->chosen->disturbance[dimension]);
        }
        checkUndo(settings);
        ++checked;
    }

    void checkUndo(const AnalysisSettings& settings)
    {
        QUndoStack& stack = *workspace().undoStack();
        const int now = stack.index();
        const int count = stack.count();
        for (int i = 0; i < now; ++i) {
            stack.undo();
        }
        QCOMPARE(stack.index(), 0);
        QVERIFY2(workspace().settings() == beginning->settings, qPrintable(last));
        QVERIFY(settle());
        compare(*workspace().analysis(), *beginning);
        QVERIFY2(stack.count() == count, qPrintable(last + QStringLiteral("; a step of its own: ") + stack.text(0)));
        for (int i = 0; i < now; ++i) {
            stack.redo();
        }
        QVERIFY2(workspace().settings() == settings, qPrintable(last));
        QVERIFY(settle());
    }

    QTemporaryDir folder;
    QStringList files;
    std::mt19937 random;
    std::unique_ptr<MainWindow> window;
    std::shared_ptr<const Analysis> beginning; ///< of the source that is open
    QTimer closer;
    QPointer<QDialog> exporting;
    QString last;
    int opened = 0;
    int refused = 0;
    int steps = 0;
    int exported = 0;
    int checked = 0;
};

QTEST_MAIN(RandomActionsTest)
#include "random_actions_test.moc"
