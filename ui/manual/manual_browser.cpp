// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_browser.h"

#include "ui/base/colours.h"
#include "ui/manual/manual.h"
#include "ui/manual/search_words.h"

#include <QEvent>
#include <QFileInfo>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

namespace rotascope {
namespace {

QString nameIn(const QUrl& address)
{
    return QFileInfo(address.path()).completeBaseName();
}

} // namespace

ManualBrowser::ManualBrowser(QWidget* parent) : QTextBrowser(parent)
{
    setOpenExternalLinks(true);
    document()->setDocumentMargin(16);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    // Also when it goes back, before it scrolls to where it was; source() is still the page before.
    connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl& address) {
        m_page = nameIn(address);
        style();
        scrollToAnchor(address.fragment());
    });
}

// Of the scheme for which QTextBrowser asks nobody else, and absolute, so that links are relative to it.
QUrl ManualBrowser::addressOf(const QString& place)
{
    QUrl address(QStringLiteral("qrc:/manual/%1.md").arg(place.section(QLatin1Char('#'), 0, 0)));
    if (place.contains(QLatin1Char('#'))) {
        address.setFragment(place.section(QLatin1Char('#'), 1));
    }
    return address;
}

QString ManualBrowser::anchorOf(int section)
{
    return QStringLiteral("section-%1").arg(section);
}

QVariant ManualBrowser::loadResource(int /*type*/, const QUrl& name)
{
    const ManualPage* page = Manual::instance().page(nameIn(name));
    return page != nullptr ? page->markdown() : QVariant();
}

// Lines of tables and letters that end a line reach beyond the page by a pixel, for which it would scroll.
void ManualBrowser::resizeEvent(QResizeEvent* event)
{
    constexpr int slack = 2;
    setLineWrapColumnOrWidth(viewport()->width() - slack);
    QTextBrowser::resizeEvent(event);
}

void ManualBrowser::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && !source().isEmpty()) {
        const int place = verticalScrollBar()->value();
        reload(); // links and tables have the colours of when they were made
        verticalScrollBar()->setValue(place);
    }
}

void ManualBrowser::style()
{
    int section = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0) {
            styleHeading(block, section++);
        } else if (block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)) {
            QTextBlockFormat code;
            code.setBackground(withAlpha(palette().color(QPalette::Text), 0.06));
            code.setNonBreakableLines(false);
            QTextCursor(block).mergeBlockFormat(code);
        }
        styleLinks(block);
    }
    styleTables();
    showMarks();
}

// An anchor for links and one for what the search finds; Markdown has none.
void ManualBrowser::styleHeading(const QTextBlock& block, int section)
{
    const ManualPage* page = Manual::instance().page(m_page);
    QTextCharFormat anchors;
    anchors.setAnchor(true);
    anchors.setAnchorNames({page->sections[static_cast<std::size_t>(section)].id, anchorOf(section)});
    QTextCursor heading(block);
    heading.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    heading.mergeCharFormat(anchors);
    QTextBlockFormat room;
    room.setTopMargin(section == 0 ? 0 : fontMetrics().height());
    room.setBottomMargin(0.4 * fontMetrics().height());
    heading.mergeBlockFormat(room);
}

// The palette's own colour for links is dark in many dark themes.
void ManualBrowser::styleLinks(const QTextBlock& block)
{
    QTextCharFormat legible;
    legible.setForeground(isDark(palette()) ? QColor(0x7a, 0xb8, 0xff) : QColor(0x00, 0x4f, 0xb0));
    QList<QPair<int, int>> places; // a change of format would end the iteration
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        if (!part.fragment().charFormat().anchorHref().isEmpty()) {
            places.emplace_back(part.fragment().position(), part.fragment().length());
        }
    }
    for (const auto& [position, length] : places) {
        QTextCursor link(document());
        link.setPosition(position);
        link.setPosition(position + length, QTextCursor::KeepAnchor);
        link.mergeCharFormat(legible);
    }
}

void ManualBrowser::styleTables()
{
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr) {
            continue;
        }
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(withAlpha(palette().color(QPalette::Text), 0.3));
        format.setCellPadding(5);
        format.setTopMargin(8);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
}

void ManualBrowser::mark(const QStringList& words)
{
    m_marked = words;
    showMarks();
}

void ManualBrowser::showMarks()
{
    const QString text = foldedForSearch(document()->toRawText());
    QList<ExtraSelection> marks;
    for (const QString& word : m_marked) {
        for (const QRegularExpressionMatch& match : searchPattern(word).globalMatch(text)) {
            ExtraSelection mark;
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(static_cast<int>(match.capturedStart()));
            mark.cursor.setPosition(static_cast<int>(match.capturedEnd()), QTextCursor::KeepAnchor);
            mark.format.setBackground(isDark(palette()) ? QColor(0x6b, 0x52, 0x00) : QColor(0xff, 0xe0, 0x80));
            marks.push_back(mark);
        }
    }
    setExtraSelections(marks);
}

} // namespace rotascope
