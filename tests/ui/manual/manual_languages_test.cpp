// SPDX-License-Identifier: GPL-3.0-or-later
// The manual in Japanese and Korean: that it is shown, found and named as the window has it. tests/docs compares its pages with the
// English.
#include "ui/manual/manual.h"

#include "tests/ui/manual/manual_texts.h"
#include "tests/ui/ui_test.h"
#include "ui/base/language.h"
#include "ui/base/user_settings.h"
#include "ui/manual/help.h"
#include "ui/manual/manual_browser.h"
#include "ui/manual/manual_window.h"
#include "ui/manual/search_words.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// Letters that texts of a language have and English has not.
QRegularExpression lettersOf(Language language)
{
    return QRegularExpression(
        language == Language::Japanese ? QStringLiteral("[\\p{Hiragana}\\p{Katakana}\\p{Han}]") : QStringLiteral("\\p{Hangul}"));
}

// Names of methods and the like are the same in all languages.
bool isOfTheLanguage(const QString& text, Language language)
{
    return text.contains(lettersOf(language));
}

// As an input method gives what was composed.
void type(QWidget* field, const QString& text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(field, &event);
}

} // namespace

Q_DECLARE_METATYPE(rotascope::Language)

class ManualLanguagesTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup()
    {
        window.reset();
        useLanguage(Language::English);
    }

    // ---- Its pages

    void everyPageIsOfTheLanguage_data() { languages(); }
    void everyPageIsOfTheLanguage()
    {
        QFETCH(const Language, language);
        useLanguage(language);
        const Manual english(QStringLiteral("en"));
        QCOMPARE(Manual::instance().pages().size(), english.pages().size());
        for (const ManualPage& page : Manual::instance().pages()) {
            QVERIFY2(isOfTheLanguage(page.title(), language), qPrintable(page.title()));
            for (const ManualSection& section : page.sections) {
                QVERIFY2(isOfTheLanguage(section.text, language), qPrintable(page.name + section.heading));
            }
            QVERIFY(!page.markdown().contains(QStringLiteral("<!--"))); // what translators need is not shown
        }
    }

    // At the size that the window has at first.
    void everyPageFitsItsWindow_data()
    {
        languages();
        QTest::newRow("en") << Language::English;
    }
    void everyPageFitsItsWindow()
    {
        QFETCH(const Language, language);
        useLanguage(language);
        keepUserSetting(QStringLiteral("manualGeometry"), QByteArray());
        ManualWindow manual;
        manual.show();
        QVERIFY(QTest::qWaitForWindowExposed(&manual));
        auto* browser = manual.findChild<ManualBrowser*>();
        QStringList wide;
        for (const ManualPage& page : Manual::instance().pages()) {
            browser->setSource(ManualBrowser::addressOf(page.name));
            if (const int hidden = browser->horizontalScrollBar()->maximum(); hidden > 0) {
                wide << QStringLiteral("%1: %2 pixels").arg(page.name).arg(hidden);
            }
        }
        QVERIFY2(wide.isEmpty(), qPrintable(wide.join(QLatin1Char('\n'))));
    }

    // Beside some letters ** is no emphasis, and then stays in the text.
    void noMarkOfMarkdownIsLeft_data() { languages(); }
    void noMarkOfMarkdownIsLeft()
    {
        QFETCH(const Language, language);
        static const QRegularExpression mark(QStringLiteral("\\*|\\]\\(|\\{#|`"));
        const Manual manual(QString::fromLatin1(codeOf(language)));
        for (const ManualPage& page : manual.pages()) {
            QTextDocument text;
            text.setMarkdown(page.markdown());
            for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
                QVERIFY2(block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) || !block.text().contains(mark),
                    qPrintable(page.name + QStringLiteral(": ") + block.text()));
            }
        }
    }

    void linesOfJapaneseAreJoined_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("next");
        QTest::addColumn<bool>("joined");
        const auto row = [](const char* line, const char* next, bool joined) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(next) << joined;
        };
        row("回転角の", "分布", true);
        row("です。", "Rotascope は", true);
        row("Rotascope", "（窓）", true);
        row("Rotascope", "は", false); // a space stands between them elsewhere as well
        row("[分布](#distribution)", "の", true);
        row("**分布**", "[表](#dimensions)", true);
        row("회전각의", "분포", false);
        row("of the", "angles", false);
        row("", "angles", false);
    }
    void linesOfJapaneseAreJoined()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, next);
        QTEST(joinsWithoutSpace(line, next), "joined");
    }

    void noSpaceIsMadeWithinJapanese()
    {
        static const QRegularExpression broken(QStringLiteral("[\\p{Hiragana}\\p{Han}、。]\\n *[\\p{Hiragana}\\p{Han}]"));
        int texts = 0;
        const Manual manual(QStringLiteral("ja"));
        for (const ManualPage& page : manual.pages()) {
            for (const ManualSection& section : page.sections) {
                const QString text = section.text.section(QStringLiteral("```"), 0, 0);
                QVERIFY2(!text.contains(broken), qPrintable(text));
                texts += text.contains(QStringLiteral("。")) ? 1 : 0;
            }
        }
        QVERIFY(texts > 100);
    }

    void linesOfFormulasStay_data() { languages(); }
    void linesOfFormulasStay()
    {
        QFETCH(const Language, language);
        const QString code = QString::fromLatin1(codeOf(language));
        const QString block = QStringLiteral("```\\n((?:.*\\n)*?)```");
        const Manual manual(code);
        for (const ManualPage& page : manual.pages()) {
            QFile file(QStringLiteral(":/manual/%1/%2.md").arg(code, page.name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(allOf(block, page.markdown()), allOf(block, QString::fromUtf8(file.readAll())));
        }
    }

    void menuEntriesThatItNamesExist()
    {
        // The commands keep the language in which they were made first, so each language has a process of its own.
        openWindow(languageOf(qEnvironmentVariable("ROTASCOPE_LANGUAGE")).value_or(Language::Japanese));
        const QSet<QString> paths = menuPaths(*window->menuBar());
        int named = 0;
        for (const ManualPage& page : Manual::instance().pages()) {
            for (const QString& path : namedMenuPaths(page.markdown())) {
                QVERIFY2(paths.contains(path), qPrintable(page.name + QStringLiteral(": ") + path));
                ++named;
            }
        }
        QVERIFY(named > 20);
    }

    // ---- The search

    void searchFindsPartsOfWords_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked"); // one of the places that are marked in the page
        const auto row = [](Language language, const char* typed, const char* marked) {
            QTest::newRow(typed) << language << QString::fromUtf8(typed) << QString::fromUtf8(marked);
        };
        row(Language::Japanese, "外挿", "外挿");
        row(Language::Japanese, "次元　櫛", "櫛"); // a space of a Japanese keyboard
        row(Language::Japanese, "ＹａＲＮ", "YaRN");
        row(Language::Japanese, "任意のHDF5ファイル", "任意の HDF5 ファイル");
        row(Language::Japanese, "周波数が補間", "周波数"); // nowhere as it is
        row(Language::Japanese, "レコーダーー", "レコーダー");
        row(Language::Japanese, "L'", "L′");
        row(Language::Korean, "보간", "보간");
        row(Language::Korean, "컨텍스트길이", "컨텍스트 길이");
        row(Language::Korean, "빗살만", "빗살"); // nowhere with this particle
        row(Language::Korean, "빈 구간", "구간");
    }
    void searchFindsPartsOfWords()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, typed);
        QFETCH(const QString, marked);
        openWindow(language);
        openManual();
        type(search(), typed);
        QCOMPARE(search()->text(), typed);
        QVERIFY(results()->isVisible() && results()->item(0)->data(Qt::UserRole).isValid());
        QTest::keyClick(search(), Qt::Key_Return);
        QStringList marks;
        for (const QTextEdit::ExtraSelection& mark : browser()->extraSelections()) {
            marks << mark.cursor.selectedText();
        }
        QVERIFY2(marks.contains(marked), qPrintable(marks.join(QLatin1Char('|'))));
        keepPicture(*manualWindow(), QStringLiteral("manual-search-%1").arg(QLatin1String(codeOf(language))));
    }

    void searchFindsNothingThatIsNotThere_data() { languages(); }
    void searchFindsNothingThatIsNotThere()
    {
        QFETCH(const Language, language);
        openWindow(language);
        openManual();
        type(search(), language == Language::Japanese ? QStringLiteral("猫の昼寝") : QStringLiteral("고양이의 낮잠은"));
        QCOMPARE(results()->count(), 1);
        QVERIFY(!results()->item(0)->data(Qt::UserRole).isValid());
        QVERIFY(isOfTheLanguage(results()->item(0)->text(), language));
    }

    void contextsAreShortAndHaveTheWord_data() { languages(); }
    void contextsAreShortAndHaveTheWord()
    {
        QFETCH(const Language, language);
        const Manual manual(QString::fromLatin1(codeOf(language)));
        for (const char* word : {"次元", "角度", "。", "차원", "각도", "rope"}) {
            const QString wanted = QString::fromUtf8(word);
            for (const ManualHit& hit : manual.search(wanted).hits) {
                const QString text = foldedForSearch(hit.page->sections[static_cast<std::size_t>(hit.section)].plainText());
                QVERIFY(hit.context.size() <= 100);
                QVERIFY2(!text.contains(wanted) || foldedForSearch(hit.context).contains(wanted), qPrintable(hit.context));
            }
        }
    }

    void wordsAreLooser_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("looser");
        const auto row
            = [](const char* word, const char* looser) { QTest::newRow(word) << QString::fromUtf8(word) << QString::fromUtf8(looser); };
        row("周波数の外挿", "周波数 外挿");
        row("パラメーター", "パラメータ");
        row("yarnとの比較", "yarn 比較");
        row("または", "または");
        row("주파수를", "주파수");
        row("각도에서", "각도");
        row("값이", "값이"); // too short to be sure
        row("interpolation", "interpolation");
    }
    void wordsAreLooser()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, looser);
        QCOMPARE(looserWords({word}).join(QLatin1Char(' ')), looser);
    }

    // ---- The window, F1, What's This

    void allThatIsShownIsOfTheLanguage_data() { languages(); }
    void allThatIsShownIsOfTheLanguage()
    {
        QFETCH(const Language, language);
        openWindow(language);
        QTest::keyClick(window.get(), Qt::Key_F1);
        QTRY_VERIFY(manualWindow() != nullptr && manualWindow()->isVisible());
        QVERIFY(isOfTheLanguage(manualWindow()->windowTitle(), language));
        QVERIFY(isOfTheLanguage(browser()->document()->firstBlock().text(), language));
        auto* contents = manualWindow()->findChild<QTreeWidget*>();
        int titles = 0;
        for (QTreeWidgetItemIterator item(contents); *item != nullptr; ++item, ++titles) {
            QVERIFY2(isOfTheLanguage((*item)->text(0), language), qPrintable((*item)->text(0)));
        }
        QVERIFY(titles > 25);
        const QString term = termText(QStringLiteral("threshold"));
        QVERIFY(term.contains(language == Language::Japanese ? QStringLiteral("しきい値") : QStringLiteral("임계값")));
    }

    void pictures_data() { languages(); }
    void pictures()
    {
        QFETCH(const Language, language);
        openWindow(language);
        openManual();
        const auto keep = [&](const char* name) {
            keepPicture(*manualWindow(), QStringLiteral("manual-%1-%2").arg(QLatin1String(name), QLatin1String(codeOf(language))));
        };
        for (const char* name : {"index", "idea", "dimensions", "exporting", "methods", "glossary"}) {
            browser()->setSource(ManualBrowser::addressOf(QString::fromLatin1(name)));
            keep(name);
        }
        inTheDark([&] { keep("dark"); });
    }

private:
    static void languages()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Japanese") << Language::Japanese;
        QTest::newRow("Korean") << Language::Korean;
    }

    void openWindow(Language language)
    {
        useLanguage(language);
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
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

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ManualLanguagesTest)
#include "manual_languages_test.moc"
