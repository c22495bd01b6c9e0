// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual.h"

#include "ui/manual/search_words.h"

#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <iterator>
#include <memory>

namespace rotascope {
namespace {

QString read(const QString& language, const QString& name)
{
    for (const QString& folder : {language, QStringLiteral("en")}) {
        if (QFile file(QStringLiteral(":/manual/%1/%2.md").arg(folder, name)); file.open(QIODevice::ReadOnly)) {
            return QString::fromUtf8(file.readAll());
        }
    }
    return {};
}

// Whether a line goes on with the paragraph or the entry of a list whose last line was this.
bool continues(const QString& last, const QString& line)
{
    static const QRegularExpression begins(QStringLiteral("^($|\\* |\\d+\\. |\\||```)"));
    return !last.isEmpty() && !last.startsWith(QLatin1Char('|')) && !last.startsWith(QLatin1String("```"))
        && !begins.match(line).hasMatch();
}

// A line more, after a break that Markdown takes for a space; in Japanese there is none.
void addLine(QString& text, const QString& line, bool isCode)
{
    const QString last = text.section(QLatin1Char('\n'), -2, -2);
    if (!isCode && continues(last, line) && joinsWithoutSpace(last, line.trimmed())) {
        text.chop(1);
        text += line.trimmed();
    } else {
        text += line;
    }
    text += QLatin1Char('\n');
}

// "## Heading {#id}" begins a section, but not within a block of code.
ManualPage parse(const QString& name, const QString& markdown)
{
    static const QRegularExpression headingLine(QStringLiteral("^(#{1,4}) (.*?)(?: \\{#([\\w-]+)\\})?$"));
    ManualPage page{name, {}};
    bool isCode = false;
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        isCode = isCode != line.startsWith(QLatin1String("```"));
        const QRegularExpressionMatch heading = headingLine.match(line);
        if (!isCode && heading.hasMatch()) {
            page.sections.push_back({heading.captured(3), heading.captured(2), static_cast<int>(heading.capturedLength(1)), {}});
        } else if (!page.sections.empty()) {
            addLine(page.sections.back().text, line, isCode);
        }
    }
    return page;
}

// What stands around a place, cut where a line may end. Letters of Japanese and Korean are twice as wide and say more.
QString contextAt(const QString& text, qsizetype at)
{
    static const QRegularExpression wideLetters(QStringLiteral("[\\p{Hiragana}\\p{Katakana}\\p{Hangul}]"));
    const bool isWide = text.contains(wideLetters);
    const qsizetype before = isWide ? 20 : 40;
    const qsizetype length = isWide ? 70 : 130;
    QTextBoundaryFinder ends(QTextBoundaryFinder::Line, text);
    const auto lineEndBefore = [&](qsizetype place) {
        ends.setPosition(place + 1);
        return std::max<qsizetype>(ends.toPreviousBoundary(), 0);
    };
    const qsizetype begin = at <= before ? 0 : lineEndBefore(at - before);
    const qsizetype end = begin + length >= text.size() ? text.size() : std::max(lineEndBefore(begin + length), at);
    const QString part = text.mid(begin, end - begin).trimmed();
    return (begin > 0 ? QStringLiteral("… ") : QString()) + part + (end < text.size() ? QStringLiteral(" …") : QString());
}

bool hasAll(const QString& text, const QList<QRegularExpression>& patterns)
{
    return std::ranges::all_of(patterns, [&](const QRegularExpression& pattern) { return text.contains(pattern); });
}

} // namespace

QString ManualSection::plainText() const
{
    static const QRegularExpression marks(
        QStringLiteral("\\]\\([^)]*\\)|[\\[*`]|```\\w*|^\\|[ |-]+\\|$|\\|"), QRegularExpression::MultilineOption);
    return QString(text).replace(marks, QString()).simplified();
}

QString ManualPage::markdown() const
{
    QString all;
    for (const ManualSection& section : sections) {
        all += QStringLiteral("%1 %2\n%3\n").arg(QString(section.level, QLatin1Char('#')), section.heading, section.text);
    }
    return all;
}

const ManualSection* ManualPage::section(const QString& id) const
{
    const auto found = std::ranges::find(sections, id, &ManualSection::id);
    return found == sections.end() ? nullptr : &*found;
}

Manual::Manual(const QString& language)
{
    const QString first = QStringLiteral("index");
    for (const QString& name : QStringList{first} + linkedPages(read(language, first))) {
        if (ManualPage page = parse(name, read(language, name)); !page.sections.empty()) {
            m_pages.push_back(std::move(page));
        }
    }
}

const Manual& Manual::instance()
{
    static QHash<QString, std::shared_ptr<const Manual>> manuals; // those of languages that were left may still be looked at
    const QString language = QLocale().name().section(QLatin1Char('_'), 0, 0);
    std::shared_ptr<const Manual>& manual = manuals[language];
    if (!manual) {
        manual = std::make_shared<const Manual>(language);
    }
    return *manual;
}

const ManualPage* Manual::page(const QString& name) const
{
    const auto found = std::ranges::find(m_pages, name, &ManualPage::name);
    return found == m_pages.end() ? nullptr : &*found;
}

ManualFindings Manual::search(const QString& typed) const
{
    const QStringList words = searchWords(typed);
    ManualFindings findings{words, sectionsWith(words)};
    if (const QStringList looser = looserWords(words); findings.hits.isEmpty() && looser != words) {
        findings = {looser, sectionsWith(looser)};
    }
    return findings;
}

QList<ManualHit> Manual::sectionsWith(const QStringList& words) const
{
    QList<QRegularExpression> wanted;
    std::ranges::transform(words, std::back_inserter(wanted), searchPattern);
    QList<ManualHit> inHeadings;
    QList<ManualHit> inTexts;
    for (const ManualPage& page : m_pages) {
        for (std::size_t i = 0; i < page.sections.size() && !wanted.isEmpty(); ++i) {
            const ManualSection& section = page.sections[i];
            const QString text = section.plainText();
            const QString heading = foldedForSearch(section.heading);
            const QString folded = foldedForSearch(text);
            if (!hasAll(heading + QLatin1Char(' ') + folded, wanted)) {
                continue;
            }
            const auto first = std::ranges::find_if(wanted, [&](const QRegularExpression& word) { return folded.contains(word); });
            const qsizetype at = first == wanted.end() ? 0 : folded.indexOf(*first);
            (hasAll(heading, wanted) ? inHeadings : inTexts).push_back({&page, static_cast<int>(i), contextAt(text, at)});
        }
    }
    return inHeadings + inTexts;
}

QStringList Manual::linkedPages(const QString& markdown)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([\\w-]+)\\.md"));
    QStringList names;
    for (const QRegularExpressionMatch& match : link.globalMatch(markdown)) {
        names << match.captured(1);
    }
    names.removeDuplicates();
    return names;
}

} // namespace rotascope
