// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scatter/scatter_plot.h"

#include "ui/base/colours.h"
#include "ui/base/focus_frame.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/paint/axis_painter.h"
#include "ui/plots/paint/reading.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace rotascope {
namespace {

constexpr int scatterGap = 6; // logical pixels between things
constexpr double catchDistance = 12.0; // how far from a point the mouse may be

double shareOf(const ValueScale& scale, double value)
{
    return (scale.scaled(value) - scale.low) / (scale.high - scale.low);
}

} // namespace

ScatterPlot::ScatterPlot(QWidget* parent) : QWidget(parent), m_stale(this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 110);
    setAccessibleDescription(tr("Left and right: go to the next point. Return: choose it."));
}

void ScatterPlot::setPoints(std::vector<ScatterPoint> points)
{
    if (points.size() != m_points.size()) {
        m_hovered = -1;
    }
    m_points = std::move(points);
    update();
}

void ScatterPlot::setTitles(const QString& x, const QString& y)
{
    m_xTitle = x;
    m_yTitle = y;
    update();
}

void ScatterPlot::setLogarithmic(bool x, bool y)
{
    m_isXLogarithmic = x;
    m_isYLogarithmic = y;
    update();
}

void ScatterPlot::setPlaceholder(const QString& text)
{
    if (text != m_placeholder) {
        m_placeholder = text;
        update();
    }
}

std::shared_ptr<ScatterPlot> ScatterPlot::forFigure() const
{
    auto copy = std::make_shared<ScatterPlot>();
    styleForFigure(*copy);
    copy->m_points = m_points;
    copy->m_xTitle = m_xTitle;
    copy->m_yTitle = m_yTitle;
    copy->m_isXLogarithmic = m_isXLogarithmic;
    copy->m_isYLogarithmic = m_isYLogarithmic;
    return copy;
}

// ---- Geometry

QRectF ScatterPlot::plot() const
{
    const QFontMetrics ticks(tickFont(*this));
    const int left = fontMetrics().height() + 2 * scatterGap + ticks.horizontalAdvance(QStringLiteral("≤ 10⁻¹⁰"));
    const int bottom = fontMetrics().height() + ticks.height() + 3 * scatterGap;
    return QRectF(rect()).adjusted(left, scatterGap, -2.0 * scatterGap, -bottom);
}

ValueScale ScatterPlot::scaleOf(double ScatterPoint::*value, bool logarithmic, double room) const
{
    ValueExtent extent;
    for (const ScatterPoint& point : m_points) {
        extent.add(point.*value);
    }
    return ValueScale::fit(extent, logarithmic, room);
}

ValueScale ScatterPlot::xScale() const
{
    return scaleOf(&ScatterPoint::x, m_isXLogarithmic, plot().width() / 70.0);
}

ValueScale ScatterPlot::yScale() const
{
    return scaleOf(&ScatterPoint::y, m_isYLogarithmic, plot().height() / (2.0 * fontMetrics().height()));
}

QPointF ScatterPlot::positionOf(int point) const
{
    const ScatterPoint& at = m_points.at(static_cast<std::size_t>(point));
    const QRectF area = plot();
    return {area.left() + shareOf(xScale(), at.x) * area.width(), area.bottom() - shareOf(yScale(), at.y) * area.height()};
}

// The same ticks as those of a value axis, laid down.
std::vector<Tick> ScatterPlot::xTicks() const
{
    const QRectF area = plot();
    std::vector<Tick> ticks = valueTicks(xScale(), QRectF(0, 0, 1, area.width()));
    for (Tick& tick : ticks) {
        tick.at = area.left() + area.width() - tick.at;
    }
    return ticks;
}

int ScatterPlot::pointUnder(const QPointF& position) const
{
    int nearest = -1;
    double least = catchDistance;
    for (int i = 0; i < static_cast<int>(m_points.size()); ++i) {
        const QPointF from = positionOf(i) - position;
        const double distance = std::hypot(from.x(), from.y());
        if (distance < least || (distance == least && m_points[static_cast<std::size_t>(i)].isMarked)) {
            nearest = i;
            least = distance;
        }
    }
    return nearest;
}

// ---- Painting

void ScatterPlot::paintPoints(QPainter& painter) const
{
    for (int i = static_cast<int>(m_points.size()) - 1; i >= 0; --i) { // the first, which matters most, lies on top
        const ScatterPoint& point = m_points[static_cast<std::size_t>(i)];
        painter.setPen(QPen(point.isMarked ? palette().color(QPalette::WindowText) : palette().color(QPalette::Base), 1.0));
        painter.setBrush(point.color);
        painter.drawEllipse(positionOf(i), radiusOf(point), radiusOf(point));
    }
}

// To the right of a point, to its left, above or below, where no other name and no point is.
void ScatterPlot::paintNames(QPainter& painter) const
{
    const QFontMetrics metrics(tickFont(*this));
    painter.setFont(tickFont(*this));
    painter.setPen(palette().color(QPalette::WindowText));
    std::vector<QRectF> taken;
    for (int i = 0; i < static_cast<int>(m_points.size()); ++i) {
        const double radius = radiusOf(m_points[static_cast<std::size_t>(i)]);
        taken.emplace_back(positionOf(i) - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    }
    std::vector<int> order(m_points.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(), [this](int i) { return m_points[static_cast<std::size_t>(i)].isMarked; });
    for (const int i : order) {
        const ScatterPoint& point = m_points[static_cast<std::size_t>(i)];
        const QPointF at = positionOf(i);
        const QSizeF size(metrics.horizontalAdvance(point.name) + 2, metrics.height());
        const double away = radiusOf(point) + 3;
        const std::array places = {QPointF(away, -size.height() / 2), QPointF(-away - size.width(), -size.height() / 2),
            QPointF(-size.width() / 2, -away - size.height()), QPointF(-size.width() / 2, away)};
        for (const QPointF& place : places) {
            const QRectF name(at + place, size);
            const bool isFree = plot().adjusted(0, 0, scatterGap, 0).contains(name)
                && std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(name); });
            if (isFree) {
                painter.drawText(name, Qt::AlignCenter, point.name);
                taken.push_back(name);
                break;
            }
        }
    }
}

void ScatterPlot::paintAll(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_points.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    const QRectF area = plot();
    painter.fillRect(area, palette().base());
    const std::vector<Tick> below = xTicks();
    const std::vector<Tick> left = valueTicks(yScale(), area);
    painter.setPen(QPen(withAlpha(palette().color(QPalette::WindowText), 0.15), 1));
    for (const Tick& tick : below) {
        painter.drawLine(QPointF(tick.at, area.top()), QPointF(tick.at, area.bottom()));
    }
    for (const Tick& tick : left) {
        painter.drawLine(QPointF(area.left(), tick.at), QPointF(area.right(), tick.at));
    }
    const AxisPainter axes(painter, area, *this);
    axes.paintBottomTicks(below);
    axes.paintLeftTicks(left);
    axes.paintBottomTitle(m_xTitle, height() - fontMetrics().height() - scatterGap / 2.0);
    axes.paintLeftTitle(m_yTitle, scatterGap / 2.0);
    paintPoints(painter);
    paintNames(painter);
}

void ScatterPlot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintAll(painter);
    m_stale.paint(painter, rect(), *this);
    if (hasFocus()) {
        paintFocusFrame(painter, rect(), palette());
    }
    if (m_hovered >= 0) {
        const double radius = radiusOf(m_points[static_cast<std::size_t>(m_hovered)]) + 3;
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(positionOf(m_hovered), radius, radius);
        if (m_readout) {
            paintReadout(painter, m_readout(m_hovered), positionOf(m_hovered), *this);
        }
    }
}

void ScatterPlot::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    setMinimumSize(1, 1);
    resize(size);
    paintAll(painter);
}

// ---- For screen readers

QString ScatterPlot::reading() const
{
    QStringList lines;
    for (int i = 0; m_readout && i < static_cast<int>(m_points.size()); ++i) {
        lines << plainText(m_readout(i));
    }
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines.prepend(stale);
    }
    return m_points.empty() ? m_placeholder : lines.join(QLatin1Char('\n'));
}

QString ScatterPlot::readingAtCursor() const
{
    return m_hovered >= 0 && m_readout ? plainText(m_readout(m_hovered)) : QString();
}

// ---- Events

void ScatterPlot::setHovered(int point)
{
    if (point != m_hovered) {
        m_hovered = point;
        update();
        tellCursorMoved(this);
    }
}

void ScatterPlot::mousePressEvent(QMouseEvent* event)
{
    if (const int point = pointUnder(event->position()); event->button() == Qt::LeftButton && point >= 0) {
        emit clicked(point);
    }
}

void ScatterPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int point = pointUnder(event->position()); event->button() == Qt::LeftButton && point >= 0) {
        emit doubleClicked(point);
    }
}

void ScatterPlot::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(pointUnder(event->position()));
}

void ScatterPlot::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHovered(-1);
}

// From left to right, whatever their order is.
void ScatterPlot::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_hovered >= 0) {
        emit clicked(m_hovered);
        return;
    }
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_points.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    std::vector<int> order(m_points.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [this](int i) { return m_points[static_cast<std::size_t>(i)].x; });
    const auto at = std::ranges::find(order, m_hovered);
    const auto place = at == order.end() ? (step > 0 ? 0 : static_cast<std::ptrdiff_t>(order.size()) - 1) : (at - order.begin()) + step;
    setHovered(order[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, static_cast<std::ptrdiff_t>(order.size()) - 1))]);
}

// The whole widget, because the sign of focus surrounds it.
void ScatterPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ScatterPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace rotascope
