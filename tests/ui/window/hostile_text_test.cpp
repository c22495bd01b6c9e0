// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a file says, and whatever it is called: no widget takes it for HTML, and no name ends its line or turns it round.
#include "core/engine/cpu_engine.h"
#include "core/files/escape.h"
#include "tests/core/gguf/gguf_builder.h"
#include "tests/ui/ui_test.h"
#include "ui/base/message_bar.h"
#include "ui/base/report_browser.h"
#include "ui/commands/recent_files.h"
#include "ui/dialogs/engines_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/lint_dialog.h"
#include "ui/window/main_window.h"
#include "ui/workspace/table_loader.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolTip>
#include <QUndoStack>
#include <nlohmann/json.hpp>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// Each holds the mark, so that it can be found wherever it is shown.
const QString mark = QStringLiteral("hostile");

const std::vector<std::string>& hostileNames()
{
    static const std::vector<std::string> all
        = {"<img src=\"file:///dev/zero\">hostile", "<b>hostile</b>", "&lt;hostile", "hostile<br>second", "<table><tr><td>hostile",
            "hostile\nsecond line\r\v\f", "hostile\xe2\x80\xaegnp\xe2\x81\xa6", "hostile\xc2\x9b\x1b[2J", "%1hostile%2 &x [*]"};
    return all;
}

QString fileNameOf(const std::string& name)
{
    return QString::fromStdString(name).replace(QLatin1Char('/'), QLatin1Char('_'));
}

bool writeFile(const QString& file, const std::string& content)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(QByteArray::fromStdString(content)) == static_cast<qint64>(content.size());
}

std::string configOf(const std::string& name)
{
    const nlohmann::json scaling = {{"rope_theta", 1e4}, {"rope_type", "yarn"}, {"factor", 4.0}, {name, name}};
    return nlohmann::json{{"model_type", name}, {"architectures", {name}}, {"head_dim", 32}, {"hidden_size", 256},
        {"num_attention_heads", 8}, {"max_position_embeddings", 4096}, {"_name_or_path", name},
        {"rope_parameters", {{name, scaling}, {"full_attention", scaling}}}}
        .dump();
}

/// All that is wrong with what the widgets of a window would show.
class Walk {
public:
    void window(const QWidget& window)
    {
        line(window.windowTitle(), QStringLiteral("window title"));
        widget(window);
        for (const QWidget* inner : window.findChildren<QWidget*>()) {
            widget(*inner);
        }
        for (const QAction* action : window.findChildren<QAction*>()) {
            lines(action->text(), QStringLiteral("action"));
            automatic(action->toolTip(), QStringLiteral("tool tip of an action"));
            automatic(action->statusTip(), QStringLiteral("status tip of an action"));
        }
    }

    // What Qt takes for HTML if it looks like it.
    void automatic(const QString& text, const QString& where) { Qt::mightBeRichText(text) ? rich(text, where) : lines(text, where); }

    [[nodiscard]] const QStringList& faults() const { return m_faults; }
    [[nodiscard]] int seen() const { return m_seen; } ///< texts with the mark

private:
    void widget(const QWidget& widget)
    {
        const QString where = QStringLiteral("%1 %2").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
        automatic(widget.toolTip(), where + QStringLiteral(", tool tip"));
        automatic(widget.statusTip(), where + QStringLiteral(", status tip"));
        automatic(widget.whatsThis(), where + QStringLiteral(", what's this"));
        lines(widget.accessibleName(), where);
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            label->textFormat() == Qt::PlainText      ? lines(label->text(), where)
                : label->textFormat() == Qt::AutoText ? automatic(label->text(), where)
                                                      : rich(label->text(), where);
        } else if (const auto* browser = qobject_cast<const QTextBrowser*>(&widget)) {
            rich(browser->toHtml(), where);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            lines(button->text(), where);
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
            line(edit->text(), where);
        } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            items(*box->model(), where);
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view != nullptr && view->model() != nullptr) {
            items(*view->model(), where);
        }
    }

    void items(const QAbstractItemModel& model, const QString& where)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                line(index.data(Qt::DisplayRole).toString(), where);
                automatic(index.data(Qt::ToolTipRole).toString(), where + QStringLiteral(", tool tip of an item"));
            }
        }
    }

    // HTML of our own, in which no tag comes from a file.
    void rich(const QString& html, const QString& where)
    {
        for (const char* tag : {"<img", "<b>hostile", "<td>hostile", "hostile<br>", "&lt;hostile</qt>"}) {
            if (html.contains(QLatin1String(tag)) && !html.contains(QStringLiteral("&amp;lt;hostile"))) {
                m_faults << where + QStringLiteral(": ") + html;
            }
        }
        QTextDocument document;
        document.setHtml(html);
        lines(document.toPlainText(), where);
    }

    void lines(const QString& text, const QString& where)
    {
        for (const QString& each : text.split(QLatin1Char('\n'))) {
            if (each.startsWith(QStringLiteral("second"))) {
                m_faults << where + QStringLiteral(", a line of its own: ") + text;
            }
            line(QString(each).remove(QLatin1Char('\t')), where); // before the keys of a menu's entry
        }
    }

    void line(const QString& text, const QString& where)
    {
        m_seen += text.contains(mark) ? 1 : 0;
        if (!isVisible(text.toStdString())) {
            m_faults << where + QStringLiteral(", not visible: ") + text;
        }
    }

    QStringList m_faults;
    int m_seen = 0;
};

} // namespace

#define COMPARE_FAULTS(walk) QVERIFY2((walk).faults().isEmpty(), qPrintable((walk).faults().join(QLatin1Char('\n'))))

class HostileTextTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
    }

    void cleanup() { window.reset(); }

    void everyFileOpensAsText_data()
    {
        QTest::addColumn<QString>("file");
        for (std::size_t i = 0; i < hostileNames().size(); ++i) {
            const std::string& name = hostileNames()[i];
            const QString file = folder.filePath(fileNameOf(name));
            QVERIFY(writeFile(file + QStringLiteral(".json"), configOf(name)));
            QVERIFY(writeFile(
                file + QStringLiteral(".gguf"), test::llamaModel().string("general.name", name).floats("output.weight", {1.0F}).bytes()));
            QVERIFY(writeFile(file + QStringLiteral(".bad.json"), "{"));
            for (const char* suffix : {".json", ".gguf", ".bad.json", ".missing.h5"}) {
                QTest::addRow("%d%s", static_cast<int>(i), suffix) << file + QLatin1String(suffix);
            }
        }
    }

    void everyFileOpensAsText()
    {
        QFETCH(const QString, file);
        QSignalSpy failed(window.get(), &MainWindow::openFailed);
        QSignalSpy opened(&window->workspace(), &Workspace::sourceChanged);
        window->openFile(file);
        QTRY_VERIFY(failed.count() + opened.count() > 0);
        QVERIFY(waitForAnalysis(window->workspace()));
        Walk walk;
        walk.window(*window);
        COMPARE_FAULTS(walk);
        QVERIFY(walk.seen() > 0);
        if (window->workspace().lintReport()) {
            const LintDialog lint(window->workspace().lintReport());
            Walk report;
            report.window(lint);
            COMPARE_FAULTS(report);
        }
    }

    void everyRopeCanBeChosen()
    {
        for (const std::string& name : hostileNames()) {
            const QString file = folder.filePath(QStringLiteral("ropes.json"));
            QVERIFY(writeFile(file, configOf(name)));
            QSignalSpy opened(&window->workspace(), &Workspace::sourceChanged);
            window->openFile(file);
            QTRY_COMPARE(opened.count(), 1);
            for (QComboBox* box : window->findChildren<QComboBox*>()) {
                if (const int index = box->findData(QString::fromStdString(name)); index >= 0) {
                    box->setCurrentIndex(index);
                    emit box->activated(index);
                }
            }
            QTRY_COMPARE(opened.count(), 2);
            QCOMPARE(window->workspace().source()->ropeName, name);
        }
    }

    void tablesAndExportsAreText()
    {
        for (const std::string& name : hostileNames()) {
            const QString file = folder.filePath(fileNameOf(name));
            window->openTable(file + QStringLiteral(".missing"));
            QTRY_VERIFY(!window->findChild<TableLoader*>()->isBusy());
            Walk missing;
            missing.window(*window);
            COMPARE_FAULTS(missing);
            QVERIFY(missing.seen() > 0);

            std::string factors;
            for (std::size_t i = 0; i < 64; ++i) {
                factors += std::to_string(1.0 + static_cast<double>(name.size() + i) / 256.0) + "\n";
            }
            QVERIFY(writeFile(file + QStringLiteral(".txt"), factors));
            window->openTable(file + QStringLiteral(".txt"));
            QTRY_VERIFY(!window->findChild<TableLoader*>()->isBusy());
            QVERIFY(waitForAnalysis(window->workspace()));
            QVERIFY(window->workspace().undoStack()->undoText().contains(mark));
            Walk table;
            table.window(*window);
            COMPARE_FAULTS(table);
            QVERIFY(table.seen() > 0);

            ExportDialog dialog(documentOfChosen(window->workspace().analysis()));
            QVERIFY(writeFile(file + QStringLiteral(".into.json"), configOf(name)));
            for (const QString& into : {file + QStringLiteral(".into.json"), file + QStringLiteral(".no.json")}) {
                for (const char* format : {"Transformers configuration", "GGUF model"}) {
                    dialog.findChild<QComboBox*>(QStringLiteral("format"))->setCurrentText(QLatin1String(format));
                    dialog.mergeInto(into);
                    QTRY_VERIFY(!dialog.findChild<QLabel*>(QStringLiteral("message"))->text().startsWith(QStringLiteral("Reading")));
                    Walk walk;
                    walk.window(dialog);
                    COMPARE_FAULTS(walk);
                    QVERIFY(walk.seen() > 0);
                }
            }
            dialog.findChild<QComboBox*>(QStringLiteral("format"))->setCurrentText(QStringLiteral("CSV table"));
            for (const QString& target : {file + QStringLiteral(".csv"), file + QStringLiteral("/no/folder.csv")}) {
                dialog.saveTo(target);
                QTRY_VERIFY(!dialog.isWriting());
                Walk walk;
                walk.window(dialog);
                COMPARE_FAULTS(walk);
                QVERIFY(walk.seen() > 0);
            }
        }
    }

    // A tool tip of a label that is cut shows its text, as what it is.
    void recentFilesAreText()
    {
        for (const std::string& name : hostileNames()) {
            rememberRecentFile(folder.filePath(fileNameOf(name)));
        }
        for (QMenu* menu : window->findChildren<QMenu*>()) {
            emit menu->aboutToShow();
        }
        Walk walk;
        walk.window(*window);
        COMPARE_FAULTS(walk);
        QVERIFY(walk.seen() > 0);
        const EnginesDialog engines;
        Walk dialog;
        dialog.window(engines);
        COMPARE_FAULTS(dialog);
    }

    // Wherever the mouse rests.
    void toolTipsThatWidgetsMakeAreText()
    {
        window->openFile(folder.filePath(fileNameOf(hostileNames()[0])) + QStringLiteral(".json"));
        QTRY_COMPARE(window->workspace().source()->rope.modelId, hostileNames()[0]);
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            for (int y = 4; widget->isVisible() && y < widget->height(); y += 24) {
                const QPoint at(std::min(40, widget->width() / 2), y);
                QHelpEvent help(QEvent::ToolTip, at, widget->mapToGlobal(at));
                QCoreApplication::sendEvent(widget, &help);
                Walk walk;
                walk.automatic(QToolTip::text(), QLatin1String(widget->metaObject()->className()));
                COMPARE_FAULTS(walk);
            }
        }
        QToolTip::hideText();
    }

    void theReportOpensNoFile()
    {
        ReportBrowser browser;
        const QUrl picture = QUrl::fromLocalFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/docs/images/window.png"));
        QVERIFY(QFile::exists(picture.toLocalFile()));
        QVERIFY(!browser.loadResource(QTextDocument::ImageResource, picture).isValid());
        QVERIFY(!browser.openLinks());
    }

    // "<b>hostile</b> already exists": Qt's own question, where the file dialog is Qt's.
    void theFileDialogAsksInPlainText()
    {
        const QString file = folder.filePath(QStringLiteral("<b>hostile.csv"));
        QVERIFY(writeFile(file, "x"));
        QFileDialog dialog(window.get(), QString(), folder.path());
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.selectFile(file);
        dialog.show();
        bool asked = false;
        QTimer::singleShot(50, &dialog, [&] {
            auto* message = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (message != nullptr) {
                asked = true;
                QVERIFY(message->text().contains(QStringLiteral("<b>hostile.csv")));
                QCOMPARE(message->textFormat(), Qt::PlainText);
                message->reject();
            }
        });
        static_cast<QDialog&>(dialog).accept();
        QVERIFY(asked);
    }

private:
    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(HostileTextTest)
#include "hostile_text_test.moc"
