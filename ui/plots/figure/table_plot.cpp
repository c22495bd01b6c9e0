// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure/table_plot.h"

#include "ui/base/colours.h"
#include "ui/plots/figure/figure_style.h"

#include <QPainter>
#include <algorithm>
#include <numeric>

namespace rotascope {
namespace {

constexpr int columnGap = 18;

QFont boldFont()
{
    QFont font = figureFont();
    font.setBold(true);
    return font;
}

int lineHeight()
{
    return QFontMetrics(figureFont()).height() + 3;
}

} // namespace

void shrinkToFit(QPainter& painter, const QSize& natural, const QSize& size)
{
    const double scale
        = std::min({1.0, static_cast<double>(size.width()) / natural.width(), static_cast<double>(size.height()) / natural.height()});
    painter.scale(scale, scale);
}

TablePlot::TablePlot(QStringList headers, std::vector<Row> rows) : m_headers(std::move(headers)), m_rows(std::move(rows))
{
    const QFontMetrics metrics(boldFont());
    for (qsizetype column = 0; column < m_headers.size(); ++column) {
        int width = metrics.horizontalAdvance(m_headers[column]);
        for (const Row& row : m_rows) {
            width = std::max(width, metrics.horizontalAdvance(row.texts[column]));
        }
        m_widths.push_back(width + (column > 0 ? columnGap : 2));
    }
}

QSize TablePlot::naturalSize() const
{
    return {std::accumulate(m_widths.begin(), m_widths.end(), 2), lineHeight() * (static_cast<int>(m_rows.size()) + 1) + 4};
}

void TablePlot::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    shrinkToFit(painter, naturalSize(), size);
    const QColor text = figurePalette().color(QPalette::WindowText);
    painter.setPen(text);
    painter.setFont(boldFont());
    paintRow(painter, 0, m_headers);
    painter.setPen(withAlpha(text, 0.5));
    painter.drawLine(QPointF(0, lineHeight() + 0.5), QPointF(naturalSize().width(), lineHeight() + 0.5));
    painter.setPen(text);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        painter.setFont(m_rows[i].isBold ? boldFont() : figureFont());
        paintRow(painter, static_cast<int>(i) + 1, m_rows[i].texts);
    }
}

void TablePlot::paintRow(QPainter& painter, int line, const QStringList& texts) const
{
    int right = 0;
    for (qsizetype column = 0; column < texts.size(); ++column) {
        const int width = m_widths[static_cast<std::size_t>(column)];
        right += width;
        painter.drawText(QRect(right - width, line * lineHeight() + (line > 0 ? 4 : 0), width, lineHeight()),
            Qt::AlignRight | Qt::AlignVCenter, texts[column]);
    }
}

} // namespace rotascope
