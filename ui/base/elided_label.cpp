// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/elided_label.h"

#include "ui/base/text.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolTip>

namespace rotascope {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::layOut(QTextDocument& document) const
{
    document.setDocumentMargin(0.0);
    document.setDefaultFont(font());
    textFormat() == Qt::RichText ? document.setHtml(text()) : document.setPlainText(text());
}

bool ElidedLabel::isElided() const
{
    QTextDocument document;
    layOut(document);
    return document.idealWidth() > contentsRect().width();
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && isElided()) {
        const bool isRich = textFormat() == Qt::RichText;
        const QString more = toolTip().isEmpty() ? QString() : (isRich ? QStringLiteral("<br>") : QStringLiteral("\n")) + toolTip();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), isRich ? text() + more : asToolTip(text() + more), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    const QRect area = contentsRect();
    const QString ellipsis = QStringLiteral("…");
    QTextDocument document;
    layOut(document);
    if (document.idealWidth() > area.width()) { // this also lays it out
        const QTextLine line = document.firstBlock().layout()->lineAt(0);
        const double room = area.width() - fontMetrics().horizontalAdvance(ellipsis);
        int end = line.xToCursor(room, QTextLine::CursorOnCharacter); // the character that is cut
        while (end > 0 && document.characterAt(end - 1).isSpace()) {
            --end;
        }
        QTextCursor cursor(&document);
        cursor.setPosition(end);
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        cursor.insertText(ellipsis);
    }
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, palette().color(foregroundRole()));
    QPainter painter(this);
    painter.translate(area.left(), area.top() + 0.5 * (area.height() - document.size().height()));
    document.documentLayout()->draw(&painter, context);
}

} // namespace rotascope
