// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual.h"

#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
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
            page.sections.back().text += line + QLatin1Char('\n');
        }
    }
    return page;
}

// What stands around a place, cut between words.
QString contextAt(const QString& text, qsizetype at)
{
    constexpr qsizetype before = 40;
    constexpr qsizetype length = 130;
    const qsizetype begin = at <= before ? 0 : text.indexOf(QLatin1Char(' '), at - before) + 1;
    const qsizetype end = begin + length >= text.size() ? text.size() : text.lastIndexOf(QLatin1Char(' '), begin + length);
    const QString part = text.mid(begin, std::max(end, at) - begin);
    return (begin > 0 ? QStringLiteral("… ") : QString()) + part + (begin + part.size() < text.size() ? QStringLiteral(" …") : QString());
}

bool hasAll(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(words, [&](const QString& word) { return text.contains(word); });
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

QList<ManualHit> Manual::search(const QString& words) const
{
    const QStringList wanted = foldedForSearch(words).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
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
            const auto first = std::ranges::find_if(wanted, [&](const QString& word) { return folded.contains(word); });
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

QString foldedForSearch(const QString& text)
{
    return text.toLower().replace(QLatin1Char('\''), QChar(0x2032));
}

} // namespace rotascope
