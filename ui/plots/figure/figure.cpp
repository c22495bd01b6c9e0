// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure/figure.h"

#include "ui/plots/figure/figure_style.h"

#include <QPainter>
#include <algorithm>

namespace rotascope {
namespace {

constexpr int margin = 14;
constexpr int gap = 6;

// What is left of the figure's area while texts are set along its edges.
class Frame {
public:
    Frame(QPainter& painter, const QSize& size) : m_painter(painter), m_area(QRect({}, size).adjusted(margin, margin, -margin, -margin)) { }

    [[nodiscard]] const QRect& area() const { return m_area; }

    void addAbove(const QString& text, const QFont& font)
    {
        if (const int height = heightOf(text, font); height > 0) {
            draw({m_area.left(), m_area.top(), m_area.width(), height}, text, font, QPalette::WindowText);
            m_area.setTop(m_area.top() + height + gap / 2);
        }
    }

    void addBelow(const QString& text, const QFont& font)
    {
        if (const int height = heightOf(text, font); height > 0) {
            draw({m_area.left(), m_area.bottom() + 1 - height, m_area.width(), height}, text, font, QPalette::PlaceholderText);
            m_area.setBottom(m_area.bottom() - height - gap / 2);
        }
    }

    // From left to right, in as many lines as it takes.
    void addLegend(const QList<LegendItem>& items)
    {
        const QFontMetrics metrics(figureFont());
        QPoint at = m_area.topLeft() + QPoint(0, gap / 2);
        bool isEmpty = true;
        for (const LegendItem& item : items) {
            const int sign = legendSignWidth(item.mark);
            const int width = sign + gap + metrics.horizontalAdvance(item.name) + 1;
            if (!item.on) {
                continue;
            }
            if (at.x() > m_area.left() && at.x() + width > m_area.right()) {
                at = {m_area.left(), at.y() + metrics.height() + gap / 2};
            }
            drawItem(at, item, {at.x() + sign + gap, at.y(), width - sign - gap, metrics.height()});
            at.rx() += width + 3 * gap;
            isEmpty = false;
        }
        m_area.setTop(isEmpty ? m_area.top() : at.y() + metrics.height() + gap);
    }

private:
    [[nodiscard]] int heightOf(const QString& text, const QFont& font) const
    {
        return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect({0, 0, m_area.width(), 1}, Qt::TextWordWrap, text).height();
    }

    void draw(const QRect& place, const QString& text, const QFont& font, QPalette::ColorRole role)
    {
        m_painter.setFont(font);
        m_painter.setPen(figurePalette().color(role));
        m_painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextDontClip, text);
    }

    void drawItem(const QPoint& at, const LegendItem& item, const QRect& text)
    {
        paintLegendSign(m_painter, QRectF(at.x() + 0.5, at.y() + 0.5, legendSignWidth(item.mark) - 1, text.height() - 1), item, Qt::white);
        m_painter.setBrush(Qt::NoBrush); // a brush that stays set would make later images translucent in a PDF
        m_painter.setFont(figureFont());
        m_painter.setPen(figurePalette().color(QPalette::WindowText));
        m_painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, item.name);
    }

    QPainter& m_painter;
    QRect m_area;
};

} // namespace

void paintFigure(QPainter& painter, const QSize& size, const Figure& figure, double sharpness)
{
    painter.setRenderHint(QPainter::LosslessImageRendering); // a PDF would smear cells and tints as JPEG does
    painter.fillRect(QRect({}, size), Qt::white);
    Frame frame(painter, size);
    frame.addAbove(figure.title, figureTitleFont());
    for (const QString& fact : figure.facts) {
        frame.addAbove(fact, figureFont());
    }
    frame.addLegend(figure.legend);
    frame.addBelow(figure.provenance, figureSmallFont());
    frame.addBelow(figure.note, figureSmallFont());

    const int count = std::max<int>(1, static_cast<int>(figure.plots.size()));
    const QRect area = frame.area();
    const QSize each = QSize((area.width() - (count - 1) * margin) / count, area.height()).expandedTo({1, 1});
    for (int i = 0; i < static_cast<int>(figure.plots.size()); ++i) {
        painter.save();
        painter.translate(area.left() + i * (each.width() + margin), area.top());
        figure.plots[static_cast<std::size_t>(i)]->paintPlot(painter, each, sharpness);
        painter.restore();
    }
}

} // namespace rotascope
