// SPDX-License-Identifier: GPL-3.0-or-later
// The window in Japanese: every text that it asks for is there, no English is left, and files are as in English.
#include "ui/base/language.h"

#include "core/exchange/export_format.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/commands/command_actions.h"
#include "ui/commands/command_table.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/views/dimension_table.h"
#include "ui/views/samples_view.h"
#include "ui/window/figure_menu.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QMutex>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTimer>
#include <QTranslator>
#include <QUndoStack>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

/// Stands before the program's translations, and notes what the window asks for that they lack: a text of another context, for one, which
/// no look at the files can find.
class Listener : public QTranslator {
public:
    Listener()
    {
        for (const char* part : {"rotascope_ja", "core_ja"}) {
            auto translator = std::make_unique<QTranslator>();
            if (translator->load(QLatin1String(part), QStringLiteral(":/translations"))) {
                m_real.push_back(std::move(translator));
            }
        }
    }

    QString translate(const char* context, const char* source, const char* comment, int n) const override
    {
        for (const auto& real : m_real) {
            if (const QString found = real->translate(context, source, comment, n); !found.isEmpty()) {
                return found;
            }
        }
        const bool isOfQt = context[0] == 'Q';
        if (!isOfQt && source[0] != '\0') {
            const QMutexLocker lock(&m_mutex);
            m_missing.insert(std::string(context) + ": " + source);
        }
        return {};
    }

    [[nodiscard]] bool isEmpty() const override { return m_real.empty(); }
    [[nodiscard]] QString missing() const
    {
        QStringList all;
        for (const std::string& one : m_missing) {
            all << QString::fromStdString(one);
        }
        return all.join(QLatin1Char('\n'));
    }

private:
    std::vector<std::unique_ptr<QTranslator>> m_real;
    mutable QMutex m_mutex; // jobs may ask as well
    mutable std::set<std::string> m_missing;
};

bool isForeign(const QString& text)
{
    static const QRegularExpression foreign(QStringLiteral("[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"));
    return text.contains(foreign);
}

// Three words in a row: names of models, methods and keys have fewer.
bool isEnglishSentence(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("\\b[A-Za-z]?[a-z]+,? [a-z]+,? [a-z]{2,}"));
    return !isForeign(text) && text.contains(words);
}

/// All texts that a window would show, and say to those who are read to.
class Texts {
public:
    void addWindow(const QWidget& window)
    {
        add(window.windowTitle());
        addWidget(window);
        for (const QWidget* inner : window.findChildren<QWidget*>()) {
            addWidget(*inner);
        }
        for (const QAction* action : window.findChildren<QAction*>()) {
            for (const QString& text : {action->text(), action->toolTip(), action->statusTip()}) {
                add(text);
            }
        }
    }

    [[nodiscard]] const QSet<QString>& all() const { return m_all; }

private:
    void addWidget(const QWidget& widget)
    {
        for (const QString& text : {widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.accessibleName(),
                 widget.accessibleDescription(), widget.property("text").toString(), widget.property("title").toString(),
                 widget.property("placeholderText").toString(), widget.property("suffix").toString(), widget.property("prefix").toString(),
                 widget.property("specialValueText").toString()}) {
            add(text);
        }
        if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            addItems(*box->model());
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                add(tabs->tabText(i));
            }
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view != nullptr && view->model() != nullptr) {
            addItems(*view->model());
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                add(view->model()->headerData(column, Qt::Horizontal).toString());
                add(view->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
            }
        }
    }

    void addItems(const QAbstractItemModel& model)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                add(model.index(row, column).data().toString());
                add(model.index(row, column).data(Qt::ToolTipRole).toString());
            }
        }
    }

    void add(const QString& text)
    {
        QTextDocument document;
        document.setHtml(text);
        m_all.insert(Qt::mightBeRichText(text) ? document.toPlainText() : text);
    }

    QSet<QString> m_all;
};

} // namespace

class LanguageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(folder.filePath(QStringLiteral("data"))));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.filePath(QStringLiteral("config"))));
    }

    void init() { useLanguage(Language::Japanese); }
    void cleanup() { useLanguage(Language::Japanese); }

    void itsMenusAndQtsButtonsAreJapanese()
    {
        const auto window = shownWindow();
        QVERIFY(window);
        QCOMPARE(window->menuBar()->actions().front()->text(), QStringLiteral("ファイル(&F)"));
        QTest::keyClick(window.get(), Qt::Key_F, Qt::AltModifier); // the letter stayed
        QTRY_VERIFY(QApplication::activePopupWidget());
        const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("開く(&O)…"));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(window->findChild<PreferencesDialog*>());
        QStringList buttons;
        for (const QPushButton* button : window->findChild<PreferencesDialog*>()->findChildren<QPushButton*>()) {
            buttons << button->text();
        }
        QVERIFY2(!buttons.filter(QStringLiteral("閉じる")).isEmpty(), qPrintable(buttons.join(QLatin1Char(' ')))); // of Qt
    }

    void textsAreReadWithoutTheLetterThatTheyMark()
    {
        QCOMPARE(withoutKeyMark(QStringLiteral("開く(&O)…")), QStringLiteral("開く…"));
        QCOMPARE(withoutKeyMark(QStringLiteral("&Open…")), QStringLiteral("Open…"));
        QCOMPARE(withoutKeyMark(QStringLiteral("R&&D (%1)")), QStringLiteral("R&D (%1)"));
        QCOMPARE(withoutKeyMark(QStringLiteral("f(x) && (&&)")), QStringLiteral("f(x) & (&)"));
    }

    void everyTextThatIsAskedForIsThere()
    {
        Listener listener;
        QVERIFY(!listener.isEmpty());
        QCoreApplication::installTranslator(&listener);
        Texts texts;
        walk(texts);
        QCoreApplication::removeTranslator(&listener);
        QVERIFY2(listener.missing().isEmpty(), qPrintable(listener.missing()));
        QVERIFY(std::ranges::count_if(texts.all(), isForeign) > 400);
    }

    // Texts that are not asked for in any language; those of core and of the manual as well.
    void noEnglishIsLeft()
    {
        Texts texts;
        walk(texts);
        QStringList english(texts.all().begin(), texts.all().end());
        english.erase(std::remove_if(english.begin(), english.end(), std::not_fn(isEnglishSentence)), english.end());
        for (const QString& text : english) {
            qWarning("%s", qPrintable(text)); // a message of QVERIFY2 would be cut
        }
        QVERIFY(english.isEmpty());
    }

    // The dialog says when, and the settings keep it for the next start.
    void itIsChosenInThePreferences()
    {
        useLanguage(Language::English);
        const auto window = shownWindow();
        QVERIFY(window);
        window->keepState();
        Preferences::instance().set({});
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(window->findChild<PreferencesDialog*>());
        auto* dialog = window->findChild<PreferencesDialog*>();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        const auto* hint = dialog->findChild<QLabel*>(QStringLiteral("languageHint"));
        QVERIFY(hint->isHidden());
        auto* box = dialog->findChild<QComboBox*>(QStringLiteral("language"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), QStringLiteral("日本語"));
        QVERIFY(hint->isVisible() && hint->text().contains(QStringLiteral("日本語")));
        QCOMPARE(Preferences::keptLanguage(), Language::Japanese);
        keepPicture(*dialog, QStringLiteral("preferences-language"));
        QTest::keyClick(box, Qt::Key_Up);
        QVERIFY(hint->isHidden());
        QCOMPARE(Preferences::keptLanguage(), Language::English);
        Preferences::instance().set({});
        QCOMPARE(Preferences::keptLanguage(), Language::System);
    }

    void theDesktopsLanguageIsTaken_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("locale");
        QTest::newRow("one of ours") << QByteArray("ko_KR.UTF-8") << QStringLiteral("한국어") << QStringLiteral("ko_KR");
        QTest::newRow("none") << QByteArray("C") << QStringLiteral("English") << QStringLiteral("C");
    }

    void theDesktopsLanguageIsTaken()
    {
        QFETCH(const QByteArray, variable);
        const QByteArray before = qgetenv("LC_ALL");
        qputenv("LC_ALL", variable);
        static_cast<void>(QLocale::system().name()); // looks again
        useLanguage(Language::System);
        QTEST(nameOf(Language::System), "name");
        QTEST(QLocale().name(), "locale");
        before.isNull() ? qunsetenv("LC_ALL") : qputenv("LC_ALL", before);
    }

    // Whatever is read by programs, to the byte: data of views, exports, what is copied, sessions.
    void filesAreTheSameInEveryLanguage()
    {
        const QMap<QString, QByteArray> english = filesIn(Language::English);
        QVERIFY(english.size() > 15);
        for (auto file = english.begin(); file != english.end(); ++file) {
            QVERIFY2(file->size() > 40, qPrintable(file.key()));
        }
        for (const Language language : {Language::Japanese, Language::Korean}) {
            const QMap<QString, QByteArray> other = filesIn(language);
            QCOMPARE(other.keys(), english.keys());
            for (auto file = english.begin(); file != english.end(); ++file) {
                QVERIFY2(other[file.key()] == *file, qPrintable(file.key() + QLatin1Char('\n') + QString::fromUtf8(other[file.key()])));
            }
        }
    }

    // With a decimal comma, and points between thousands.
    void filesHaveTheNumbersOfPrograms()
    {
        const QMap<QString, QByteArray> english = filesIn(Language::English);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QMap<QString, QByteArray> german = files();
        for (auto file = english.begin(); file != english.end(); ++file) {
            QVERIFY2(german[file.key()] == *file, qPrintable(file.key()));
        }
    }

private:
    // Opens all that there is: views, dialogs, menus.
    void walk(Texts& texts)
    {
        const auto window = shownWindow();
        QVERIFY(window);
        texts.addWindow(*window); // with nothing open
        window->showStartPage();
        QTest::qWait(20);
        texts.addWindow(*window);
        keepPicture(*window, QStringLiteral("japanese-start"));
        open(*window);
        window->workspace().setOverride({3_dim}, Override{Choice::Custom, 1.5});
        window->findChild<CommandActions*>()->action("pin")->trigger();
        QVERIFY(waitForAnalysis(window->workspace()));
        texts.addWindow(*window);
        keepPicture(*window, QStringLiteral("japanese"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("japanese-dark")); });

        QTimer look; // dialogs that wait for an answer, as well
        connect(&look, &QTimer::timeout, this, [&] {
            for (QWidget* top : QApplication::topLevelWidgets()) {
                if (qobject_cast<MainWindow*>(top) == nullptr && top->isVisible()) {
                    if (qobject_cast<QFileDialog*>(top) == nullptr) { // it shows what is on the disk
                        texts.addWindow(*top);
                        grab(*top);
                    }
                    top->close();
                }
            }
        });
        look.start(30);
        for (const Command& command : commands()) {
            static const QStringList others
                = {QStringLiteral("quit"), QStringLiteral("aboutQt"), QStringLiteral("whatsThis"), QStringLiteral("start")};
            if (command.run != nullptr && !others.contains(QLatin1String(command.id))) {
                window->findChild<CommandActions*>()->action(command.id)->trigger();
                QTest::qWait(70);
            }
        }
        QVERIFY(waitForAnalysis(window->workspace()));
        const auto second = shownWindow(); // with what engines do with a file
        second->openFile(QStringLiteral(ROTASCOPE_SOURCE_DIR "/tests/data/field/c36-olmo-3.1-32b.json"));
        QTRY_VERIFY(second->workspace().lintReport());
        texts.addWindow(*second);
        QTest::mouseClick(second->findChild<QPushButton*>(QStringLiteral("lint")), Qt::LeftButton);
        QTest::qWait(70);
        window->workspace().undoStack()->undo();
        QVERIFY(waitForAnalysis(window->workspace()));
        texts.addWindow(*window);
    }

    static void grab(QWidget& dialog)
    {
        if (const QString folder = qEnvironmentVariable("ROTASCOPE_PICTURES"); !folder.isEmpty() && dialog.isWindow()) {
            const QString name = QString::fromLatin1(dialog.metaObject()->className()).section(QLatin1Char(':'), -1);
            QVERIFY(QDir().mkpath(folder) && dialog.grab().save(QStringLiteral("%1/japanese-%2.png").arg(folder, name)));
        }
    }

    static void open(MainWindow& window)
    {
        window.openFile(samplePath());
        QVERIFY(waitForAnalysis(window.workspace()));
        lookAtAll(window);
    }

    // Some views are computed while they are seen.
    static void lookAtAll(MainWindow& window)
    {
        for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
            dock->raise();
            const auto* figure = dynamic_cast<const FigureSource*>(dock->widget());
            const bool waits = dock->objectName() == QStringLiteral("errors") // until it is asked to measure
                || dock->objectName() == QStringLiteral("laboratory"); // for its model
            QTRY_VERIFY2_WITH_TIMEOUT(figure == nullptr || waits || figure->isSettled(), qPrintable(dock->objectName()), 60000);
            QTest::qWait(10);
        }
    }

    QMap<QString, QByteArray> filesIn(Language language)
    {
        useLanguage(language);
        return files();
    }

    QMap<QString, QByteArray> files()
    {
        QMap<QString, QByteArray> files;
        const auto window = shownWindow();
        [&] {
            QVERIFY(window);
            open(*window);
            Workspace& workspace = window->workspace();
            auto* table = window->findChild<DimensionTable*>();
            table->setFocus();
            workspace.setCurrentDimension(12_dim);
            QTest::keyClick(table, Qt::Key_I);
            QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier); // pins the table, under a name that the session keeps
            QVERIFY(waitForAnalysis(workspace));
            lookAtAll(*window);
            for (const FigureSource* view : figuresOf(*window)) {
                if (view->isSettled()) {
                    files.insert(view->figureId() + QStringLiteral(".csv"), bytesOf(view->figure(), FigureFormat::Csv, {}, 1.0));
                }
            }
            QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
            files.insert(QStringLiteral("dimensions.tsv"), QApplication::clipboard()->text().toUtf8());
            files.insert(QStringLiteral("samples.tsv"), copiedSamples(*window));
            for (const ExportFormat* format : exportFormats()) {
                const auto prepared = format->prepare(documentOfChosen(workspace.analysis()), {});
                if (prepared && !format->onlyToFile) {
                    files.insert(fromUtf8(format->name), QByteArray::fromStdString(std::string(*prepared->content())));
                }
            }
            files.insert(QStringLiteral("session"), savedSession(*window));
        }();
        return files;
    }

    static QByteArray copiedSamples(MainWindow& window)
    {
        auto* samples = window.findChild<SamplesView*>();
        auto* dock = window.findChild<QDockWidget*>(QStringLiteral("samples"));
        dock->raise();
        QApplication::clipboard()->clear();
        auto* cells = samples->findChild<QAbstractScrollArea*>();
        cells->setFocus();
        for (const int key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right}) {
            QTest::keyClick(cells, static_cast<Qt::Key>(key), Qt::ShiftModifier);
        }
        QTest::keyClick(cells, Qt::Key_C, Qt::ControlModifier);
        [] { QTRY_VERIFY(!QApplication::clipboard()->text().isEmpty()); }();
        return QApplication::clipboard()->text().toUtf8();
    }

    // Without the places of the window's parts: texts are of other lengths.
    QByteArray savedSession(MainWindow& window)
    {
        const QString file = folder.filePath(QStringLiteral("work.rotascope"));
        QFile::remove(file);
        QTimer::singleShot(200, &window, [file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto* name = dialog->findChild<QLineEdit*>();
            name->setText(file);
            QTest::keyClick(name, Qt::Key_Return);
        });
        window.findChild<CommandActions*>()->action("saveAs")->trigger();
        [&] { QTRY_VERIFY(QFile::exists(file)); }();
        QFile in(file);
        static_cast<void>(in.open(QIODevice::ReadOnly));
        auto session = nlohmann::ordered_json::parse(in.readAll().toStdString());
        session["view"].erase("layout");
        return QByteArray::fromStdString(session.dump(1));
    }

    QTemporaryDir folder;
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
