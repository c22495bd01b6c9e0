// SPDX-License-Identifier: GPL-3.0-or-later
// The manual: that it leads everywhere, names what is there, and opens where it is asked for.
#include "ui/manual/manual.h"

#include "core/engine/divergence.h"
#include "core/exchange/export_format.h"
#include "core/scaling/method.h"
#include "tests/ui/manual/manual_texts.h"
#include "tests/ui/ui_test.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"
#include "ui/commands/command_actions.h"
#include "ui/commands/command_table.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/manual/help.h"
#include "ui/manual/manual_browser.h"
#include "ui/manual/manual_window.h"
#include "ui/models/dimension_model.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/window/main_window.h"
#include "ui/window/view_table.h"

#include <QComboBox>
#include <QDirIterator>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>
#include <QSpinBox>
#include <QTextBlock>
#include <QToolButton>
#include <QWhatsThis>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

// Ids of terms that the window's source names.
QStringList termsInSource()
{
    QStringList terms;
    for (QDirIterator files(
             QStringLiteral(ROTASCOPE_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();) {
        const QString text = QString::fromUtf8(contentOf(files.next()));
        terms += allOf(QStringLiteral("(?:setTerm|explain)\\([\\w.]+, \"([\\w-]+)\"\\)"), text);
        terms += allOf(QStringLiteral("QT_TR_NOOP\\(\"[^\"]*\"\\),\\s+\"([\\w-]+)\"\\}"), text);
        terms += allOf(QStringLiteral("at\\.\\w+\\) \\? \"([\\w-]+)\""), text);
    }
    return terms;
}

} // namespace

class ManualTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        keepUserSetting(QStringLiteral("manualGeometry"), QByteArray());
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    // ---- What it leads to

    void theFirstPageLinksEveryPageOnce()
    {
        QStringList files = QDir(QStringLiteral(":/manual/en")).entryList();
        QCOMPARE(static_cast<std::size_t>(files.size()), manual().pages().size());
        for (const ManualPage& page : manual().pages()) {
            QVERIFY2(files.removeOne(page.name + QStringLiteral(".md")), qPrintable(page.name));
            QCOMPARE(page.sections.front().level, 1);
            QVERIFY2(!page.sections.front().text.trimmed().isEmpty(), qPrintable(page.name)); // What's This begins with it
        }
    }

    void everyLinkLeadsSomewhere()
    {
        int links = 0;
        for (const ManualPage& page : manual().pages()) {
            for (const QString& link : allOf(QStringLiteral("\\]\\(([^)]*)\\)"), page.markdown())) {
                if (link.startsWith(QStringLiteral("https://"))) {
                    continue;
                }
                const QString name = link.section(QLatin1Char('#'), 0, 0);
                const ManualPage* target = manual().page(name.isEmpty() ? page.name : QString(name).remove(QStringLiteral(".md")));
                const QString id = link.section(QLatin1Char('#'), 1);
                const QByteArray what = (page.name + QStringLiteral(": ") + link).toUtf8();
                QVERIFY2(target != nullptr && (name.isEmpty() || name.endsWith(QStringLiteral(".md"))), what);
                QVERIFY2(id.isEmpty() || target->section(id) != nullptr, what);
                ++links;
            }
        }
        QVERIFY(links > 100);
    }

    void idsAreUniqueInAPage()
    {
        for (const ManualPage& page : manual().pages()) {
            QSet<QString> ids;
            for (const ManualSection& section : page.sections) {
                QVERIFY2(section.id.isEmpty() || !ids.contains(section.id), qPrintable(page.name + section.id));
                ids.insert(section.id);
            }
        }
    }

    // ---- What it has to have

    void everyViewHasAPageThatSaysAll()
    {
        QStringList pages = {QStringLiteral("distribution"), QStringLiteral("comparison")};
        for (const View& view : views()) {
            pages << QString::fromLatin1(view.page);
        }
        for (const QString& name : pages) {
            const ManualPage* page = manual().page(name);
            QVERIFY2(page != nullptr, qPrintable(name));
            for (const char* id : {"formula", "source", "reading", "doing"}) {
                QVERIFY2(page->section(QString::fromLatin1(id)) != nullptr, qPrintable(name + QLatin1String(id)));
            }
        }
    }

    void everyDialogHasAPage()
    {
        int dialogs = 0;
        for (QDirIterator headers(
                 QStringLiteral(ROTASCOPE_SOURCE_DIR "/ui"), {QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
             headers.hasNext();) {
            QString file = headers.next();
            if (contentOf(file).contains("public QDialog")) {
                file.chop(2);
                const QString source = QString::fromUtf8(contentOf(file + QStringLiteral(".cpp")));
                const QStringList pages = allOf(QStringLiteral("setManualPage\\(this, QStringLiteral\\(\"([\\w-]+)\"\\)\\)"), source);
                QVERIFY2(pages.size() == 1 && manual().page(pages.front()) != nullptr, qPrintable(file));
                ++dialogs;
            }
        }
        QVERIFY(dialogs >= 5);
    }

    void everyMethodDivergenceAndFormatIsThere()
    {
        for (const Method* method : methods()) {
            const ManualSection* section = manual().page(QStringLiteral("methods"))->section(fromUtf8(method->name));
            QVERIFY2(section != nullptr && section->heading == fromUtf8(method->label), method->name.data());
            QVERIFY2(section->text.contains(QStringLiteral("```")), method->name.data()); // its formula
        }
        for (const DivergenceInfo& divergence : divergences()) {
            const ManualSection* section = manual().page(QStringLiteral("divergences"))->section(fromUtf8(divergence.name));
            QVERIFY2(section != nullptr && section->heading == fromUtf8(divergence.label), divergence.name.data());
        }
        const QString exporting = manual().page(QStringLiteral("exporting"))->markdown();
        for (const ExportFormat* format : exportFormats()) {
            QVERIFY2(exporting.contains(QStringLiteral("`%1`").arg(fromUtf8(format->name))), format->name.data());
        }
    }

    void everyTermOfTheWindowIsInTheGlossary()
    {
        const QStringList terms = termsInSource();
        QVERIFY(terms.size() > 25);
        for (const QString& term : terms) {
            QVERIFY2(!termText(term).isEmpty(), qPrintable(term));
        }
        QVERIFY(termText(QStringLiteral("no such term")).isEmpty());
    }

    void menuEntriesThatItNamesExist()
    {
        const QSet<QString> paths = menuPaths(*window->menuBar());
        QStringList named;
        for (const ManualPage& page : manual().pages()) {
            named += namedMenuPaths(page.markdown());
        }
        QVERIFY(named.size() > 20);
        for (const QString& path : named) {
            QVERIFY2(paths.contains(path), qPrintable(path));
        }
    }

    void aLanguageWithoutPagesIsEnglish()
    {
        const Manual other(QStringLiteral("xx"));
        QCOMPARE(other.pages().size(), manual().pages().size());
        QCOMPARE(other.pages()[1].title(), manual().pages()[1].title());
    }

    // ---- F1

    void f1OpensThePageOfEveryView()
    {
        openModel();
        for (const View& view : views()) {
            auto* dock = window->findChild<QDockWidget*>(QLatin1String(view.id));
            dock->raise();
            QTRY_VERIFY(!dock->visibleRegion().isEmpty());
            QCOMPARE(pageAfterF1(focusable(*dock)), QString::fromLatin1(view.page));
        }
        QCOMPARE(pageAfterF1(focusable(*window->findChild<DistributionView*>())), QStringLiteral("distribution"));
        window->findChild<QDockWidget*>(QStringLiteral("disturbance"))->raise();
        auto* comparison = window->findChild<QWidget*>(QStringLiteral("methodComparison"));
        QCOMPARE(pageAfterF1(comparison), QStringLiteral("comparison"));
    }

    void whichMethodIsAnsweredWhereItIsAsked()
    {
        openModel();
        auto* advice = window->findChild<QToolButton*>(QStringLiteral("whichMethod"));
        window->findChild<QScrollArea*>()->ensureWidgetVisible(advice);
        QTest::mouseClick(advice, Qt::LeftButton);
        QTRY_COMPARE(pageShown(), QStringLiteral("choosing"));
        keepPicture(*manualWindow(), QStringLiteral("manual-choosing"));
        manualWindow()->close();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QCOMPARE(pageAfterF1(window->findChild<QComboBox*>(QStringLiteral("method"))), QStringLiteral("choosing"));
        manualWindow()->close();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->findChild<CommandActions*>()->action("palette")->trigger();
        auto* palette = window->findChild<CommandPalette*>();
        QTest::keyClicks(palette->findChild<QLineEdit*>(), QStringLiteral("which method"));
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(pageShown(), QStringLiteral("choosing"));
    }

    void f1OpensThePageOfADialogWhichStays()
    {
        openModel();
        auto* dialog = openExportDialog();
        QVERIFY(dialog);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_F1);
        QTRY_COMPARE(pageShown(), QStringLiteral("exporting"));
        QVERIFY(dialog->isVisible());
        // The dialog does not block it.
        QVERIFY(QTest::qWaitForWindowActive(manualWindow()));
        QTest::keyClick(manualWindow(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(search()->hasFocus());
    }

    void theManualGoesWithTheWindow()
    {
        QTest::keyClick(window.get(), Qt::Key_F1);
        QTRY_COMPARE(pageShown(), QStringLiteral("dimensions"));
        QVERIFY(!manualWindow()->testAttribute(Qt::WA_QuitOnClose));
        window->close();
        QVERIFY(!manualWindow() || !manualWindow()->isVisible());
    }

    // ---- The manual's window

    void searchFindsAndMarks()
    {
        openManual();
        QTest::keyClicks(search(), QStringLiteral("no-such-word"));
        QCOMPARE(results()->count(), 1);
        QVERIFY(!results()->item(0)->data(Qt::UserRole).isValid());
        search()->clear();
        QTest::keyClicks(search(), QStringLiteral("Teeth COMB"));
        QVERIFY(results()->isVisible() && results()->count() >= 2);
        QCOMPARE(browser()->pageName(), QStringLiteral("index"));
        QTest::keyClick(search(), Qt::Key_Return);
        const QString place = results()->item(0)->data(Qt::UserRole).toString();
        QCOMPARE(browser()->pageName(), place.section(QLatin1Char('#'), 0, 0));
        QVERIFY(results()->item(0)->text().contains(QStringLiteral("teeth"), Qt::CaseInsensitive));
        QVERIFY(browser()->extraSelections().size() >= 2);
        for (const QTextEdit::ExtraSelection& mark : browser()->extraSelections()) {
            const QString marked = mark.cursor.selectedText().toLower();
            QVERIFY2(marked == QStringLiteral("comb") || marked == QStringLiteral("teeth"), qPrintable(marked));
        }
        keepPicture(*manualWindow(), QStringLiteral("manual-search"));
        QTest::keyClick(results(), Qt::Key_Down);
        QCOMPARE(results()->currentRow(), 1);
        search()->setFocus();
        search()->selectAll();
        QTest::keyClicks(search(), QStringLiteral("L'"));
        QVERIFY(results()->count() > 5); // L′
        search()->clear();
        QVERIFY(!results()->isVisible() && browser()->extraSelections().isEmpty());
    }

    void linksGoToTheirPlaceAndBack()
    {
        openManual();
        browser()->setSource(ManualBrowser::addressOf(QStringLiteral("dimensions")));
        QTest::keyClick(browser(), Qt::Key_Tab); // to the first link
        QTest::keyClick(browser(), Qt::Key_Return);
        QCOMPARE(browser()->pageName(), QStringLiteral("methods"));
        browser()->setSource(ManualBrowser::addressOf(QStringLiteral("glossary#wavelength")));
        const QTextCursor top = browser()->cursorForPosition(browser()->viewport()->rect().center());
        QVERIFY(browser()->document()->find(QStringLiteral("Wavelength"), top.position() / 2).position() > 0);
        QVERIFY(top.block().blockNumber() > browser()->document()->blockCount() / 2);
        QTest::keyClick(manualWindow(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(browser()->pageName(), QStringLiteral("methods"));
        QTest::keyClick(manualWindow(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(browser()->pageName(), QStringLiteral("glossary"));
        QTest::keyClick(manualWindow(), Qt::Key_Home, Qt::AltModifier);
        QTRY_COMPARE(browser()->pageName(), QStringLiteral("index"));
    }

    void everySectionIsReached()
    {
        openManual();
        for (const ManualPage& page : manual().pages()) {
            browser()->setSource(ManualBrowser::addressOf(page.name));
            std::size_t headings = 0;
            for (QTextBlock block = browser()->document()->begin(); block.isValid(); block = block.next()) {
                if (block.blockFormat().headingLevel() > 0) {
                    QVERIFY2(headings < page.sections.size(), qPrintable(page.name));
                    QCOMPARE(block.text(), page.sections[headings].heading);
                    QVERIFY(
                        block.begin().fragment().charFormat().anchorNames().contains(ManualBrowser::anchorOf(static_cast<int>(headings))));
                    ++headings;
                }
            }
            QCOMPARE(headings, page.sections.size());
        }
    }

    void findInThePageGoesRound()
    {
        openManual();
        browser()->setSource(ManualBrowser::addressOf(QStringLiteral("engines")));
        QTest::keyClick(manualWindow(), Qt::Key_F, Qt::ControlModifier);
        auto* find = manualWindow()->findChild<QLineEdit*>(QStringLiteral("find"));
        QTRY_VERIFY(find->hasFocus());
        QTest::keyClicks(find, QStringLiteral("menu greys"));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(browser()->textCursor().selectedText(), QStringLiteral("menu greys"));
        const int first = browser()->textCursor().position();
        browser()->moveCursor(QTextCursor::End);
        QTest::keyClick(manualWindow(), Qt::Key_F3);
        QTRY_COMPARE(browser()->textCursor().position(), first);
        QTest::keyClick(manualWindow(), Qt::Key_Escape);
        QTRY_VERIFY(!find->isVisible() && manualWindow()->isVisible());
        QTest::keyClick(manualWindow(), Qt::Key_Escape);
        QTRY_VERIFY(!manualWindow()->isVisible());
    }

    void itsPlaceIsRemembered()
    {
        openManual();
        manualWindow()->resize(700, 500);
        manualWindow()->close();
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        window->findChild<Help*>()->showManual(QStringLiteral("idea"));
        QTRY_COMPARE(manualWindow()->size(), QSize(700, 500));
    }

    void pictures()
    {
        openManual();
        for (const char* name : {"index", "distribution", "exporting", "methods", "glossary"}) {
            browser()->setSource(ManualBrowser::addressOf(QString::fromLatin1(name)));
            keepPicture(*manualWindow(), QStringLiteral("manual-%1").arg(QLatin1String(name)));
        }
        inTheDark([] {
            QTest::keyClicks(search(), QStringLiteral("factor"));
            keepPicture(*manualWindow(), QStringLiteral("manual-dark"));
        });
    }

    // ---- What's This

    void whatsThisExplainsTermsAndLeadsOn()
    {
        openModel();
        auto* threshold = window->findChild<QLineEdit*>(QStringLiteral("threshold"));
        threshold->setFocus();
        QTest::keyClick(window->windowHandle(), Qt::Key_F1, Qt::ShiftModifier);
        QTRY_VERIFY(whatsThis());
        QWidget* shown = whatsThis();
        keepPicture(*shown, QStringLiteral("whats-this"));
        QTest::keyClick(shown, Qt::Key_Escape);
        QWhatsThisClickedEvent clicked(QStringLiteral("#threshold"));
        QCoreApplication::sendEvent(threshold, &clicked);
        QCOMPARE(pageShown(), QStringLiteral("glossary"));
        QCOMPARE(browser()->source().fragment(), QStringLiteral("threshold"));
    }

    void shiftF1ExplainsWhatHasTheFocus()
    {
        openModel();
        auto* table = window->findChild<DimensionTable*>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(3, DimensionModel::Wavelength));
        QTest::keyClick(window->windowHandle(), Qt::Key_F1, Qt::ShiftModifier);
        QTRY_VERIFY(whatsThis());
        QVERIFY(!QWhatsThis::inWhatsThisMode());
        QTest::keyClick(whatsThis(), Qt::Key_Escape);
        QTRY_VERIFY(!whatsThis());
        auto* dialog = openExportDialog();
        QVERIFY(dialog);
        QTest::keyClick(dialog->windowHandle(), Qt::Key_F1, Qt::ShiftModifier);
        QTRY_VERIFY(whatsThis());
        QTest::keyClick(whatsThis(), Qt::Key_Escape);
    }

    void whatsThisOnHeadersAndViews()
    {
        openModel();
        auto* table = window->findChild<DimensionTable*>();
        for (int column = 0; column < DimensionModel::ColumnCount; ++column) {
            QVERIFY(!table->model()->headerData(column, Qt::Horizontal, Qt::WhatsThisRole).toString().isEmpty());
        }
        window->findChild<CommandActions*>()->action("whatsThis")->trigger();
        QVERIFY(QWhatsThis::inWhatsThisMode());
        QWidget* header = table->horizontalHeader()->viewport();
        QTest::mouseClick(header, Qt::LeftButton, {}, {5, 5});
        QTRY_VERIFY(whatsThis());
        QTest::keyClick(whatsThis(), Qt::Key_Escape);
        QTRY_VERIFY(!whatsThis());
        // A view without a term of its own says what its page begins with.
        window->findChild<CommandActions*>()->action("whatsThis")->trigger();
        auto* overview = window->findChild<QDockWidget*>(QStringLiteral("overview"))->widget();
        QTest::mouseClick(overview, Qt::LeftButton, {}, {3, 3});
        QTRY_VERIFY(whatsThis());
        QTest::keyClick(whatsThis(), Qt::Key_Escape);
    }

    void whatsThisInTheDark()
    {
        openModel();
        inTheDark([this] {
            auto* box = window->findChild<QSpinBox*>(QStringLiteral("intervals"));
            box->setFocus();
            QTest::keyClick(window->windowHandle(), Qt::Key_F1, Qt::ShiftModifier);
            QTRY_VERIFY(whatsThis());
            keepPicture(*whatsThis(), QStringLiteral("whats-this-dark"));
            QTest::keyClick(whatsThis(), Qt::Key_Escape);
        });
    }

private:
    static const Manual& manual() { return Manual::instance(); }

    void openModel()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
    }

    void openManual()
    {
        window->findChild<Help*>()->showManual(QStringLiteral("index"));
        QVERIFY(QTest::qWaitForWindowActive(manualWindow()));
    }

    static ManualWindow* manualWindow()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<ManualWindow*>(widget)) {
                return found;
            }
        }
        return nullptr;
    }
    static ManualBrowser* browser() { return manualWindow()->findChild<ManualBrowser*>(); }
    static QLineEdit* search() { return manualWindow()->findChild<QLineEdit*>(QStringLiteral("search")); }
    static QListWidget* results() { return manualWindow()->findChild<QListWidget*>(); }
    static QString pageShown() { return manualWindow() != nullptr && manualWindow()->isVisible() ? browser()->pageName() : QString(); }

    // The text that What's This shows; null: none.
    static QWidget* whatsThis()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && widget->inherits("QWhatsThat")) {
                return widget;
            }
        }
        return nullptr;
    }

    // Something in it that takes the focus.
    static QWidget* focusable(QWidget& around)
    {
        for (QWidget* widget : around.findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
                return widget;
            }
        }
        return nullptr;
    }

    // In front, with the focus in it.
    ExportDialog* openExportDialog()
    {
        window->findChild<CommandActions*>()->action("export")->trigger();
        auto* dialog = window->findChild<ExportDialog*>();
        dialog->activateWindow();
        dialog->findChild<QComboBox*>(QStringLiteral("target"))->setFocus();
        return QTest::qWaitFor([&] { return QApplication::focusWidget() != nullptr && dialog->isAncestorOf(QApplication::focusWidget()); })
            ? dialog
            : nullptr;
    }

    QString pageAfterF1(QWidget* widget)
    {
        if (manualWindow() != nullptr) {
            manualWindow()->close();
        }
        window->activateWindow();
        if (widget == nullptr || !QTest::qWaitForWindowActive(window.get())) {
            return QStringLiteral("no widget, or the window is not active");
        }
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_F1);
        return QTest::qWaitFor([] { return !pageShown().isEmpty(); }) ? pageShown() : QStringLiteral("the manual did not open");
    }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ManualTest)
#include "manual_test.moc"
