// SPDX-License-Identifier: GPL-3.0-or-later
// What core says, in the user's language.
#include "core/sentence.h"

#include "core/analysis/reason.h"
#include "core/analysis/summary.h"
#include "core/engine/divergence.h"
#include "core/text.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/language.h"
#include "ui/base/message_bar.h"
#include "ui/base/text.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// Words of English. Names, options and formulas stay.
bool hasEnglish(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("\\b(the|of|is|are|not|expected|within|turns|angles)\\b"));
    return text.contains(words);
}

} // namespace

class SentenceTest : public QObject {
    Q_OBJECT

private slots:
    void init() { useLanguage(Language::English); }
    void cleanupTestCase() { useLanguage(Language::English); }

    void placesMayMove()
    {
        const Sentence sentence
            = Sentence::of("{1} was changed since the session was saved: it has {2} bytes where it had {3}", "a.json", 12, 7);
        QCOMPARE(translated(sentence), QStringLiteral("a.json was changed since the session was saved: it has 12 bytes where it had 7"));
        useLanguage(Language::Japanese);
        QCOMPARE(translated(sentence),
            QString::fromUtf8("セッションの保存後に a.json が変更されました。7 バイトだったものが 12 バイトになっています"));
        useLanguage(Language::Korean);
        QCOMPARE(translated(sentence), QString::fromUtf8("세션을 저장한 뒤 a.json이(가) 바뀌었습니다. 7바이트였는데 12바이트입니다"));
        QCOMPARE(QString::fromStdString(sentence),
            QStringLiteral("a.json was changed since the session was saved: it has 12 bytes where it had 7"));
    }

    void thereIsNoSpaceBetweenJapaneseWords()
    {
        useLanguage(Language::Japanese);
        const Sentence size
            = Sentence::of("{1} is {2}; expected {3}", "head_dim", Sentence::of("an object"), Sentence::of("a whole number"));
        QCOMPARE(translated(size), QString::fromUtf8("head_dim がオブジェクトです。整数が必要です"));
        QCOMPARE(translated(Sentence::of("{1} is {2}; expected {3}", "b", 7, Sentence::of("at most {1}", 5))),
            QString::fromUtf8("b が 7 です。5 以下が必要です"));
        QCOMPARE(translated(Sentence::of("There are too few angles.") + " " + Sentence::of("{1} %", 7)),
            QString::fromUtf8("角度が少なすぎます。7 %"));
        QCOMPARE(translated("x.h5: " + Sentence::of("is empty; expected {1}", Sentence::of("a recording (HDF5)"))),
            QString::fromUtf8("x.h5: 空です。記録（HDF5）が必要です"));
        useLanguage(Language::Korean);
        QCOMPARE(translated(size), QString::fromUtf8("head_dim의 값이 객체입니다. 필요한 것: 정수"));
    }

    void whatHasNoTranslationStays()
    {
        useLanguage(Language::Japanese);
        QCOMPARE(
            translated(Sentence("is missing; expected a group")), QStringLiteral("is missing; expected a group")); // a text from outside
        QCOMPARE(translated(Sentence::label("nobody marked this {1}")), QStringLiteral("nobody marked this "));
        QCOMPARE(translated(Sentence()), QString());
        QCOMPARE(translatedLabel(infoOf(Divergence::TotalVariation).label), QString::fromUtf8("全変動"));
    }

    void numbersAreWrittenAsTheReaderDoes()
    {
        const Sentence sentence = Sentence::of(
            "{1} turns take {2} positions: the angles form a comb of {3} teeth that drifts.", 10, Sentence::number("148.97"), 1234567);
        QVERIFY(translated(sentence).contains(QStringLiteral("10 turns take 148.97 positions: the angles form a comb of 1,234,567 teeth")));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QVERIFY(translated(sentence).contains(QStringLiteral("10 turns take 148,97 positions: the angles form a comb of 1.234.567 teeth")));
        QCOMPARE(translated(Sentence("0.5 and 1234567")), QStringLiteral("0.5 and 1234567")); // what a file has stays as it has it
        QCOMPARE(sentence.english(), "10 turns take 148.97 positions: the angles form a comb of 1234567 teeth that drifts.");
    }

    // A name may look like a place, or turn the line round.
    void namesFromOutsideStayNames()
    {
        useLanguage(Language::Japanese);
        const QString text = translated(Sentence::of("{1} has {2} numbers; expected one", "{2}\xe2\x80\xae\n", 3));
        QVERIFY2(text.startsWith(QStringLiteral("{2}")), qPrintable(text));
        QVERIFY(!text.contains(QChar(0x202e)) && !text.contains(QLatin1Char('\n')));
        QVERIFY(text.endsWith(QString::fromUtf8(" に 3 個の数があります。1 個が必要です")));
    }

    // Each kind of reason, each note.
    void reasonsAndNotesAreTranslatedWhole()
    {
        const std::unique_ptr<Workspace> workspace = analysedWorkspace();
        const Analysis& analysis = *workspace->analysis();
        AnalysisSettings few = analysis.settings;
        few.intervals = 4096;
        few.epsilon = 0.5;
        for (const Language language : {Language::Japanese, Language::Korean}) {
            useLanguage(language);
            for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
                const QString why = translated(whyDisturbed(analysis, Dimension(i)));
                QVERIFY2(!why.isEmpty() && !hasEnglish(why), qPrintable(why));
            }
            QVERIFY(!notesOf(*analysis.source, few).empty());
            for (const Sentence& note : notesOf(*analysis.source, few)) {
                QVERIFY2(!hasEnglish(translated(note)), qPrintable(translated(note)));
            }
        }
    }

    void theWindowShowsAReasonAndAnErrorInJapanese()
    {
        useLanguage(Language::Japanese);
        const std::unique_ptr<MainWindow> window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QTRY_VERIFY(window->workspace().analysis());
        QVERIFY(waitForAnalysis(window->workspace()));
        window->workspace().setCurrentDimension(12_dim);
        const auto* why = window->findChild<QLabel*>(QStringLiteral("why"));
        QVERIFY(why);
        QTRY_VERIFY2(why->text().contains(QString::fromUtf8("106 本の歯の櫛")), qPrintable(why->text()));
        QVERIFY(!hasEnglish(why->text()));

        const QTemporaryDir folder;
        QFile config(folder.filePath(QStringLiteral("config.json")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(R"({"model_type": "llama", "rope_theta": 10000.0, "max_position_embeddings": 4096, "head_dim": "wide"})");
        config.close();
        window->openFile(config.fileName());
        QTRY_VERIFY(!window->messageBar().message().isEmpty());
        const QString message = window->messageBar().message();
        QVERIFY2(message.contains(QString::fromUtf8("head_dim が \"wide\" です。整数が必要です")), qPrintable(message));
        keepPicture(*window, QStringLiteral("sentences-ja"));

        // What comes from the process that reads recordings is translated as well.
        window->openFile(folder.filePath(QStringLiteral("missing.h5")));
        QTRY_VERIFY2(window->messageBar().message().contains(QString::fromUtf8("そのようなファイルはありません")),
            qPrintable(window->messageBar().message()));
        QFile recording(folder.filePath(QStringLiteral("other.h5")));
        QVERIFY(QFile::copy(samplePath(), recording.fileName()));
        QVERIFY(recording.open(QIODevice::ReadWrite));
        QByteArray bytes = recording.readAll();
        bytes.replace(QByteArrayLiteral("rotascope-recording"), QByteArrayLiteral("somebodys-recording"));
        recording.seek(0);
        recording.write(bytes);
        recording.close();
        window->openFile(recording.fileName());
        QTRY_VERIFY2(window->messageBar().message().contains(QString::fromUtf8("属性「format」が \"somebodys-recording\" です")),
            qPrintable(window->messageBar().message()));
    }
};

QTEST_MAIN(SentenceTest)
#include "sentence_test.moc"
