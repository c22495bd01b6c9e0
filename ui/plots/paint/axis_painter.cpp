// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/axis_painter.h"

#include "ui/base/colours.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QTransform>
#include <QWidget>
#include <algorithm>

namespace rotascope {
namespace {

// A text in the middle of a place that is higher than wide, to be read from below. Pixels are turned as a picture: letters that are drawn
// turned are blurred, and the lines of "‖" become one grey bar.
void paintTurned(QPainter& painter, const QRectF& place, const QString& text)
{
    const QTransform& device = painter.deviceTransform();
    const bool isUpright = device.type() <= QTransform::TxScale && device.m11() > 0.0;
    const QRectF lying(0.0, 0.0, place.height(), place.width());
    if (painter.paintEngine()->type() != QPaintEngine::Raster || !isUpright) { // on paper nothing is blurred
        painter.save();
        painter.translate(place.bottomLeft());
        painter.rotate(-90);
        painter.drawText(lying, Qt::AlignCenter, text);
        painter.restore();
        return;
    }
    const double pixels = device.m11();
    QImage image((lying.size() * pixels).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixels);
    image.fill(Qt::transparent);
    QPainter letters(&image);
    letters.setFont(painter.font());
    letters.setPen(painter.pen());
    letters.drawText(lying, Qt::AlignCenter, text);
    letters.end();
    QImage turned = image.transformed(QTransform().rotate(-90));
    turned.setDevicePixelRatio(pixels);
    const QPointF corner = device.map(place.topLeft());
    painter.drawImage(device.inverted().map(QPointF(corner.toPoint())), turned); // pixel on pixel
}

} // namespace

QFont fittingFont(const QFont& font, const QString& text, double length)
{
    constexpr double least = 0.62; // of its size: letters of the usual size where larger ones were asked for
    constexpr double step = 0.95;
    QFont fitting = font;
    for (double scale = step; scale > least && QFontMetricsF(fitting).horizontalAdvance(text) > length - 1.0; scale *= step) {
        font.pixelSize() > 0 ? fitting.setPixelSize(std::max(1, static_cast<int>(scale * font.pixelSize())))
                             : fitting.setPointSizeF(scale * font.pointSizeF()); // letters have whole pixels: the width goes in leaps
    }
    return fitting;
}

void AxisPainter::paintBottomTicks(const std::vector<Tick>& ticks, const TickStyle& style) const
{
    m_painter->setFont(tickFont(*m_widget));
    std::vector<std::pair<double, double>> taken; // from where to where the labels reach that are there already
    for (const bool important : {true, false}) {
        for (const Tick& tick : ticks) {
            if (tick.isImportant == important) {
                paintBottomTick(tick, style, taken);
            }
        }
    }
}

void AxisPainter::paintBottomTick(const Tick& tick, const TickStyle& style, std::vector<std::pair<double, double>>& taken) const
{
    m_painter->setPen(markColor());
    m_painter->drawLine(QPointF(tick.at, m_area.bottom()), QPointF(tick.at, m_area.bottom() + style.mark));
    const QFontMetrics metrics(tickFont(*m_widget));
    const double half = 0.5 * metrics.horizontalAdvance(tick.label);
    const double x = std::clamp(tick.at, half + style.edge, std::max(half + style.edge, m_widget->width() - half - style.edge));
    const bool hasRoom = std::ranges::none_of(
        taken, [&](const auto& label) { return x - half < label.second + style.spacing && x + half > label.first - style.spacing; });
    if (hasRoom) {
        m_painter->setPen(textColor());
        const QRectF place(x - half - 2, m_area.bottom() + style.distance, 2 * half + 4, metrics.height());
        m_painter->drawText(place, Qt::AlignCenter, tick.label);
        taken.emplace_back(x - half, x + half);
    }
}

void AxisPainter::paintLeftTicks(const std::vector<Tick>& ticks, const TickStyle& style) const
{
    m_painter->setFont(tickFont(*m_widget));
    const int height = QFontMetrics(tickFont(*m_widget)).height();
    for (const Tick& tick : ticks) {
        if (style.mark > 0) {
            m_painter->setPen(markColor());
            m_painter->drawLine(QPointF(m_area.left() - style.mark, tick.at), QPointF(m_area.left(), tick.at));
        }
        m_painter->setPen(textColor());
        const QRectF place(0, tick.at - height, m_area.left() - style.distance, 2 * height);
        m_painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
}

void AxisPainter::paintBottomTitle(const QString& title, double top) const
{
    const QFont font = fittingFont(m_widget->font(), title, m_area.width());
    m_painter->setFont(font);
    m_painter->setPen(textColor());
    m_painter->drawText(QRectF(m_area.left(), top, m_area.width(), QFontMetrics(m_widget->font()).height()), Qt::AlignCenter,
        QFontMetrics(font).elidedText(title, Qt::ElideRight, static_cast<int>(m_area.width())));
}

void AxisPainter::paintLeftTitle(const QString& title, double left) const
{
    const QFontMetrics metrics(m_widget->font());
    m_painter->setPen(textColor());
    // A title that is longer than the plot is high may use the margins as well.
    const bool fits = metrics.horizontalAdvance(title) < m_area.height() - 1.0;
    const double length = fits ? m_area.height() : m_widget->height();
    const QFont font = fittingFont(m_widget->font(), title, length);
    m_painter->setFont(font);
    const QRectF place(left, fits ? m_area.top() : 0.0, metrics.height(), length);
    paintTurned(*m_painter, place, QFontMetrics(font).elidedText(title, Qt::ElideRight, static_cast<int>(length)));
}

QColor AxisPainter::textColor() const
{
    return m_widget->palette().color(QPalette::WindowText);
}

QColor AxisPainter::markColor() const
{
    return withAlpha(textColor(), 0.35);
}

} // namespace rotascope
