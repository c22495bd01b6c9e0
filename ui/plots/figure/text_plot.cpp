// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure/text_plot.h"

#include "ui/plots/figure/figure_style.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>

namespace rotascope {

TextPlot::TextPlot(std::unique_ptr<QTextDocument> text) : m_text(std::move(text))
{
    m_text->setDefaultFont(figureFont());
    m_text->setDocumentMargin(2.0);
}

void TextPlot::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    // Smaller letters take fewer lines as well, so that it is tried.
    constexpr double smaller = 0.95;
    constexpr double least = 0.05;
    double scale = 1.0;
    m_text->setTextWidth(size.width());
    while (m_text->size().height() * scale > size.height() && scale > least) {
        scale *= smaller;
        m_text->setTextWidth(size.width() / scale);
    }
    painter.save();
    painter.scale(scale, scale);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = figurePalette();
    m_text->documentLayout()->draw(&painter, context);
    painter.restore();
}

} // namespace rotascope
