// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/text.h"

#include "core/files/escape.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTextDocument>
#include <algorithm>

namespace rotascope {

namespace {

QString ofCore(const char* pattern)
{
    return QCoreApplication::translate("Sentence", pattern);
}

// Of a whole number with all of its digits, else only the mark: how many digits there are is core's choice.
std::string localNumber(const std::string& text)
{
    QString number = fromUtf8(text);
    bool isWhole = false;
    const qlonglong whole = number.toLongLong(&isWhole);
    return (isWhole ? QLocale().toString(whole) : number.replace(QLatin1Char('.'), QLocale().decimalPoint())).toStdString();
}

std::string textOf(const Sentence& sentence);

// Whether a Japanese letter or mark (U+3000 to U+9FFF, or of full width, U+FF00 and up: three bytes of UTF-8) begins there.
bool isJapanese(std::string_view text, std::size_t at)
{
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    return (byte(at) >= 0xe3 && byte(at) <= 0xe9) || (byte(at) == 0xef && byte(at + 1) >= 0xbc);
}

// Adds what comes next. A Japanese pattern has spaces around its places, as there are between Latin letters and Japanese ones; between
// Japanese words, and behind a full stop, there are none.
void append(std::string& text, std::string_view next)
{
    constexpr std::size_t letter = 3;
    const bool isBehindWord = text.size() > letter && text.back() == ' ' && isJapanese(text, text.size() - 1 - letter);
    if (text.ends_with("。 ") || (isBehindWord && isJapanese(next, 0))) {
        text.pop_back();
    } else if (next.starts_with(' ') && text.size() >= letter && isJapanese(text, text.size() - letter) && isJapanese(next, 1)) {
        next.remove_prefix(1);
    }
    text += next;
}

std::string filled(std::string_view pattern, const std::vector<Sentence>& arguments)
{
    std::string result;
    std::size_t end = 0;
    forEachPlace(pattern, [&](std::size_t begin, std::size_t number) {
        append(result, pattern.substr(end, begin - end));
        end = begin + 3;
        append(result, number <= arguments.size() ? textOf(arguments[number - 1]) : std::string());
    });
    append(result, pattern.substr(end));
    return result;
}

// In bytes, as a name from outside may be no UTF-8.
std::string textOf(const Sentence& sentence)
{
    switch (sentence.kind()) {
    case Sentence::Kind::Number:
        return localNumber(sentence.text());
    case Sentence::Kind::Pattern:
        return filled(ofCore(sentence.text().c_str()).toStdString(), sentence.arguments());
    case Sentence::Kind::Joined: {
        std::string all;
        std::ranges::for_each(sentence.arguments(), [&all](const Sentence& part) { append(all, textOf(part)); });
        return all;
    }
    case Sentence::Kind::Text:
        break;
    }
    return sentence.text();
}

} // namespace

QString translated(const Sentence& sentence)
{
    return visible(textOf(sentence));
}

QString translatedLabel(std::string_view marked)
{
    return ofCore(std::string(marked).c_str());
}

QString visible(std::string_view text)
{
    return QString::fromStdString(visibleText(text));
}

QString visible(const QString& text)
{
    return visible(std::string_view(text.toStdString()));
}

QString asMenuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString withoutKeyMark(QString text)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\(&[^&]\\)"));
    const QChar escaped = QChar::ObjectReplacementCharacter;
    text.replace(QLatin1String("&&"), QString(escaped)).remove(inBrackets).remove(QLatin1Char('&'));
    return text.replace(escaped, QLatin1Char('&'));
}

QString asToolTip(const QString& text)
{
    if (!Qt::mightBeRichText(text)) {
        return text;
    }
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace rotascope
