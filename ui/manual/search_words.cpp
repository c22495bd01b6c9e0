// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/search_words.h"

namespace rotascope {
namespace {

constexpr char16_t longVowel = u'ー';

bool isJapanese(QChar letter)
{
    const QChar::Script script = letter.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana || letter == longVowel;
}

// 、。「」 and （）：, which have their own room.
bool isWideMark(QChar letter)
{
    return (letter >= u'\u3000' && letter <= u'\u303f') || (letter >= u'\uff01' && letter <= u'\uff60');
}

bool isEastAsian(QChar letter)
{
    return isJapanese(letter) || isWideMark(letter) || letter.script() == QChar::Script_Hangul;
}

QStringList withoutWhatJoins(const QString& word)
{
    static const QRegularExpression part(QStringLiteral("[\\p{Han}\\p{Katakana}ー]+|[^\\p{Han}\\p{Hiragana}\\p{Katakana}ー]+"));
    QStringList parts;
    for (const QRegularExpressionMatch& match : part.globalMatch(word)) {
        QString found = match.captured();
        if (found.size() > 2 && found.back() == longVowel) {
            found.chop(1);
        }
        parts << found;
    }
    return parts.isEmpty() ? QStringList{word} : parts;
}

QString withoutParticle(QString word)
{
    static const QRegularExpression particle(
        QStringLiteral("(?<=\\p{Hangul}\\p{Hangul})(에서|에는|으로|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|만)$"));
    return word.remove(particle);
}

} // namespace

QString foldedForSearch(const QString& text)
{
    constexpr char16_t toAscii = u'\uff01' - u'!';
    QString folded = text.toLower();
    for (QChar& letter : folded) {
        if (letter >= u'\uff01' && letter <= u'\uff5e') {
            letter = QChar(static_cast<char16_t>(letter.unicode() - toAscii));
        }
        if (letter == u'\'' || letter == u'’') {
            letter = u'′';
        }
    }
    return folded;
}

QStringList searchWords(const QString& typed)
{
    return foldedForSearch(typed).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QRegularExpression searchPattern(const QString& word)
{
    QString pattern;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (i > 0 && (isEastAsian(word[i - 1]) || isEastAsian(word[i]))) {
            pattern += QStringLiteral(" ?");
        }
        pattern += word[i].isSurrogate() ? QString(word[i]) : QRegularExpression::escape(QString(word[i]));
    }
    return QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption);
}

QStringList looserWords(const QStringList& words)
{
    QStringList looser;
    for (const QString& word : words) {
        for (const QString& part : withoutWhatJoins(word)) {
            looser << withoutParticle(part);
        }
    }
    looser.removeDuplicates();
    return looser;
}

bool joinsWithoutSpace(const QString& line, const QString& next)
{
    static const QRegularExpression closing(QStringLiteral("(\\]\\([^)]*\\)|\\*)+$"));
    static const QRegularExpression opening(QStringLiteral("^[*\\[]+"));
    const QString end = QString(line).remove(closing);
    const QString begin = QString(next).remove(opening);
    if (end.isEmpty() || begin.isEmpty()) {
        return false;
    }
    const QChar before = end.back();
    const QChar after = begin.front();
    return isWideMark(before) || isWideMark(after) || (isJapanese(before) && isJapanese(after));
}

} // namespace rotascope
