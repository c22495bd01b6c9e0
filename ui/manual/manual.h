// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <vector>

namespace rotascope {

/// A heading of a page and what stands under it, up to the next one.
struct ManualSection {
    QString id; ///< what links name: `{#id}` after the heading; empty: none leads here
    QString heading;
    int level = 1; ///< 1: the title of the page
    QString text; ///< Markdown, without the heading; lines that break within Japanese are joined

    /// The text as one line without marks of Markdown, for the search.
    [[nodiscard]] QString plainText() const;
};

/// A page of the manual: a Markdown file in resources/manual/LANGUAGE. What stands before its title is for translators and not shown.
struct ManualPage {
    QString name;
    std::vector<ManualSection> sections; ///< the first is the title with what is said first

    [[nodiscard]] const QString& title() const { return sections.front().heading; }
    /// The page for QTextDocument: without the ids.
    [[nodiscard]] QString markdown() const;
    /// The section with this id; null: there is none.
    [[nodiscard]] const ManualSection* section(const QString& id) const;
};

/// A section that has all words of a search.
struct ManualHit {
    const ManualPage* page;
    int section; ///< index into page->sections
    QString context; ///< a line around the first word that was found
};

/// What a search finds.
struct ManualFindings {
    QStringList words; ///< folded, as they were looked for: those that were typed, or less strictly (looserWords()) if nothing has them all
    QList<ManualHit> hits; ///< those with the words in the heading first
};

/// All pages in one language; those that it lacks are English.
class Manual {
public:
    /// `language`: a folder in resources/manual, "en" or "ja".
    explicit Manual(const QString& language);
    /// In the language of QLocale(). For the GUI thread.
    static const Manual& instance();

    /// In the order in which the page `index` links them; that is the first.
    [[nodiscard]] const std::vector<ManualPage>& pages() const { return m_pages; }
    /// The page with this name; null: there is none.
    [[nodiscard]] const ManualPage* page(const QString& name) const;
    /// The sections with all words of what is typed, whatever their case. No words: none.
    [[nodiscard]] ManualFindings search(const QString& typed) const;

    /// The names of the pages that a text links, in their order.
    static QStringList linkedPages(const QString& markdown);

private:
    [[nodiscard]] QList<ManualHit> sectionsWith(const QStringList& words) const;

    std::vector<ManualPage> m_pages;
};

} // namespace rotascope
