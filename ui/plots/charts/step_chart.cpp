// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/charts/step_chart.h"

#include "ui/base/colours.h"
#include "ui/plots/paint/tint_image.h"

#include <QApplication>
#include <QImage>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr double leastSpan = 4.0; // intervals: closer in there is nothing to see
constexpr double zoomStep = 1.25; // a notch of the wheel

} // namespace

StepChart::StepChart(QWidget* parent) : CachedChart(parent)
{
    setAccessibleDescription(tr("Left and right: move the cursor. Return: choose. Plus and minus: zoom. Home: show everything."));
    StepChart::updateMargins();
}

void StepChart::setCurves(std::vector<StepCurve> curves)
{
    const int before = intervals();
    m_curves = std::move(curves);
    reserveCurves(m_curves.size());
    if (intervals() != before) {
        resetZoom();
        setHovered(-1, std::nullopt);
    }
    invalidate();
}

void StepChart::setCurveVisible(int curve, bool visible)
{
    m_curves.at(static_cast<std::size_t>(curve)).visible = visible;
    invalidate();
}

void StepChart::setBands(std::vector<StepBand> bands)
{
    m_bands = std::move(bands);
    invalidate();
}

void StepChart::setMarkedInterval(int interval)
{
    if (interval != m_marked) {
        m_marked = interval;
        invalidate();
    }
}

void StepChart::setAxis(const StepAxis& axis)
{
    m_axis = axis;
    updateMargins();
}

void StepChart::setScale(const StepScale& scale)
{
    m_scale = scale;
    updateMargins();
}

int StepChart::intervals() const
{
    return m_curves.empty() ? 0 : static_cast<int>(m_curves.front().values.size());
}

std::pair<double, double> StepChart::visibleRange() const
{
    const double width = (m_axis.high - m_axis.low) / std::max(1, intervals());
    return {m_axis.low + m_begin * width, m_axis.low + (m_begin + m_span) * width};
}

bool StepChart::isZoomed() const
{
    return m_span < intervals();
}

void StepChart::resetZoom()
{
    setVisiblePart(0.0, std::max(1, intervals()));
}

bool StepChart::isClamped(double value) const
{
    return values().isClamped(value);
}

QPointF StepChart::positionOf(int interval) const
{
    return {xOf(interval + 0.5), plot().center().y()};
}

// ---- The static layer

void StepChart::updateMargins()
{
    const QFontMetrics ticks(tickFont(*this));
    const int label = ticks.horizontalAdvance(m_scale.logarithmic ? QStringLiteral("≤ 10⁻¹⁰") : QStringLiteral("0.0000") + m_scale.suffix);
    const int lastLabel = ticks.horizontalAdvance(QStringLiteral("000.0") + m_axis.suffix) / 2;
    setLabelRoom(label, std::max(lastLabel, 2 * gap), gap + ticks.height() / 2);
}

void StepChart::updateScene()
{
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(m_begin)));
    ValueExtent extent;
    for (const StepCurve& curve : m_curves) {
        const std::size_t last = std::min(curve.values.size(), static_cast<std::size_t>(std::ceil(m_begin + m_span)));
        for (std::size_t k = first; curve.visible && k < last; ++k) {
            extent.add(curve.values[k]);
        }
    }
    const ValueScale scale = ValueScale::fit(extent, m_scale.logarithmic, roomForValues(), m_scale.unit);
    std::vector<SceneCurve> scene;
    for (const StepCurve& curve : m_curves) {
        scene.push_back({pen(curve), curve.visible ? outline(curve.values, scale) : QList<QPointF>(), curve.visible});
    }
    setScene(scene, m_begin, m_begin + m_span, scale);
}

// Where steps are only a few pixels wide, full lines would run together to a block: they become thinner and lighter.
QPen StepChart::pen(const StepCurve& curve) const
{
    const double stepWidth = plot().width() / m_span;
    const double width = std::min(curve.width, std::max(1.0, std::floor(stepWidth / 3.0)));
    return {withAlpha(curve.color, std::clamp(stepWidth / 5.0, 0.55, 1.0)), width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin};
}

// The visible steps: two points an interval, or, where intervals are narrower than pixels, the extent of each pixel column.
QList<QPointF> StepChart::outline(const std::vector<double>& values, const ValueScale& scale) const
{
    const int first = std::max(0, static_cast<int>(std::floor(m_begin)));
    const int last = std::min(static_cast<int>(values.size()), static_cast<int>(std::ceil(m_begin + m_span)));
    const int columns = std::max(1, static_cast<int>(std::floor(plot().width())));
    const auto value = [&](int k) { return scale.scaled(values[static_cast<std::size_t>(k)]); };
    QList<QPointF> points;
    if (last - first <= columns) {
        points.reserve(2 * static_cast<qsizetype>(last - first));
        for (int k = first; k < last; ++k) {
            points << QPointF(k, value(k)) << QPointF(k + 1, value(k));
        }
        return points;
    }
    points.reserve(2 * static_cast<qsizetype>(columns));
    for (int column = 0; column < columns; ++column) {
        const int from = std::max(first, static_cast<int>(m_begin + column * m_span / columns));
        const int to = std::clamp(static_cast<int>(m_begin + (column + 1) * m_span / columns), from + 1, last);
        const auto [low, high] = std::minmax_element(values.begin() + from, values.begin() + to);
        const double x = m_begin + (column + 0.5) * m_span / columns;
        const bool rising = points.isEmpty() || points.back().y() <= scale.scaled(*low);
        points << QPointF(x, scale.scaled(rising ? *low : *high)) << QPointF(x, scale.scaled(rising ? *high : *low));
    }
    return points;
}

std::vector<TintLayer> StepChart::tints(const QSize& pixels) const
{
    const bool dark = isDark(palette());
    const auto columns = static_cast<std::size_t>(pixels.width());
    const auto intervalOfColumn = [&](std::size_t column) { return m_begin + static_cast<double>(column) * m_span / pixels.width(); };

    std::vector<bool> shaded(static_cast<std::size_t>(intervals()), false);
    for (const StepBand& band : m_bands) {
        const int first = std::clamp(band.first, 0, intervals());
        const int last = std::clamp(band.first + band.count, first, intervals());
        std::fill(shaded.begin() + first, shaded.begin() + last, true);
    }
    std::vector<TintLayer> layers = {{withAlpha(palette().color(QPalette::Text), dark ? 0.13 : 0.09), std::vector<int>(columns)}};
    for (std::size_t column = 0; column < columns; ++column) {
        const double middle = intervalOfColumn(column) + 0.5 * m_span / pixels.width();
        const auto k = static_cast<std::size_t>(std::clamp(middle, 0.0, intervals() - 1.0));
        layers.back().tops[column] = shaded[k] ? 0 : pixels.height();
    }
    for (const StepCurve& curve : m_curves) {
        if (!curve.visible || !curve.filled) {
            continue;
        }
        layers.push_back({withAlpha(curve.color, dark ? 0.26 : 0.18), std::vector<int>(columns)});
        for (std::size_t column = 0; column < columns; ++column) {
            const auto from = static_cast<std::ptrdiff_t>(std::clamp(intervalOfColumn(column), 0.0, intervals() - 1.0));
            const auto to
                = std::clamp(static_cast<std::ptrdiff_t>(intervalOfColumn(column + 1)), from + 1, static_cast<std::ptrdiff_t>(intervals()));
            const double value = scaled(*std::max_element(curve.values.begin() + from, curve.values.begin() + to));
            layers.back().tops[column] = static_cast<int>(
                std::lround(pixels.height() * (this->values().high - value) / (this->values().high - this->values().low)));
        }
    }
    return layers;
}

std::vector<Tick> StepChart::xTicks() const
{
    const auto [low, high] = visibleRange();
    const double perPixel = (high - low) / m_axis.unit / std::max(1.0, plot().width());
    const double least = perPixel * 1.8 * QFontMetrics(tickFont(*this)).horizontalAdvance(QStringLiteral("000") + m_axis.suffix);
    const auto preferred = std::ranges::find_if(m_axis.steps, [&](double step) { return step >= least; });
    const bool isPreferred = preferred != m_axis.steps.end() && (preferred != m_axis.steps.begin() || *preferred < 5.0 * least);
    const double step = std::max(m_axis.leastStep, isPreferred ? *preferred : roundStep(least));
    std::vector<Tick> ticks;
    for (double n = std::ceil(low / m_axis.unit / step - 1e-9); n * step * m_axis.unit <= high + 1e-9 * (high - low); ++n) {
        const double interval = (n * step * m_axis.unit - m_axis.low) / (m_axis.high - m_axis.low) * intervals();
        ticks.push_back({xOf(interval), axisLabel(n * step)});
    }
    return ticks;
}

// "90°"; where the unit is a symbol as "π", neither "0π" nor "1π".
QString StepChart::axisLabel(double multiple) const
{
    const bool isSymbol = m_axis.unit != 1.0;
    if (isSymbol && multiple == 1.0) {
        return m_axis.suffix;
    }
    return locale().toString(multiple, 'g', 6) + (isSymbol && multiple == 0.0 ? QString() : m_axis.suffix);
}

std::vector<Tick> StepChart::yTicks() const
{
    return valueTicks(values(), plot(), m_scale.unit, m_scale.suffix);
}

void StepChart::paintBelow(QPainter& painter)
{
    const double ratio = viewport()->devicePixelRatioF();
    const QSize pixels = (plot().size() * ratio).toSize();
    painter.drawImage(plot(), tintImage(pixels, tints(pixels)));
    paintMark(painter);
}

void StepChart::paintAbove(QPainter& painter)
{
    paintZoomHint(painter);
    paintClampMarks(painter);
}

void StepChart::paintMark(QPainter& painter) const
{
    if (m_marked < 0) {
        return;
    }
    const double left = std::max(plot().left(), xOf(m_marked));
    const double right = std::min(plot().right(), std::max(xOf(m_marked + 1), left + 2));
    if (right > left) {
        painter.fillRect(QRectF(left, plot().top(), right - left, plot().height()), withAlpha(palette().color(QPalette::Highlight), 0.35));
    }
}

void StepChart::paintZoomHint(QPainter& painter) const
{
    if (isZoomed()) {
        painter.setFont(tickFont(*this));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(plot().adjusted(gap, gap / 2.0, -gap, 0), Qt::AlignRight | Qt::AlignTop, tr("zoomed in · double click shows all"));
    }
}

// A logarithm has no zero: such values sit on the floor of the plot under a small arrow.
void StepChart::paintClampMarks(QPainter& painter) const
{
    if (!values().clamps) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double width = plot().width() / m_span;
    const double shift = std::min(7.0, width / static_cast<double>(m_curves.size() + 1));
    const double bottom = plot().bottom() - 2;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        painter.setBrush(m_curves[i].color);
        double previous = -shift;
        for (int k = 0; m_curves[i].visible && k < intervals(); ++k) {
            const double x = xOf(k + 0.5) + shift * (static_cast<double>(i) - 0.5 * static_cast<double>(m_curves.size() - 1));
            if (isClamped(m_curves[i].values[static_cast<std::size_t>(k)]) && x - previous >= 6 && x > plot().left()
                && x < plot().right()) {
                painter.drawPolygon(QPolygonF({{x - 3, bottom - 6}, {x + 3, bottom - 6}, {x, bottom}}));
                previous = x;
            }
        }
    }
}

// ---- The cursor

void StepChart::paintCursor(QPainter& painter) const
{
    const QRectF area = plot();
    const QColor color = palette().color(QPalette::Text);
    const double left = std::max(area.left(), xOf(hoveredIndex()));
    const double right = std::min(area.right(), xOf(hoveredIndex() + 1));
    painter.fillRect(QRectF(left, area.top(), std::max(1.0, right - left), area.height()), withAlpha(color, 0.16));
    painter.setPen(QPen(withAlpha(color, 0.5), 1, Qt::DotLine));
    if (cursorPosition()) {
        painter.drawLine(QPointF(area.left(), cursorPosition()->y()), QPointF(area.right() - 1, cursorPosition()->y()));
    }
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    for (const StepCurve& curve : m_curves) {
        if (curve.visible) {
            const double y = yOf(scaled(curve.values[static_cast<std::size_t>(hoveredIndex())]));
            painter.setBrush(curve.color);
            painter.drawRect(QRectF(0.5 * (left + right) - 3, y - 3, 6, 6));
        }
    }
    paintReadoutAt(painter, positionOf(hoveredIndex()));
}

// ---- Events

void StepChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && intervalUnder(event->position()) >= 0) {
        m_drag = Drag{event->position(), m_begin, false};
    }
}

void StepChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag) {
        const double distance = m_drag->from.x() - event->position().x();
        m_drag->moved = m_drag->moved || std::abs(distance) >= QApplication::startDragDistance();
        if (m_drag->moved && isZoomed()) {
            viewport()->setCursor(Qt::ClosedHandCursor);
            setVisiblePart(m_drag->begin + distance * m_span / plot().width(), m_span);
        }
    }
    setHovered(intervalUnder(event->position()), event->position());
}

void StepChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_drag) {
        return;
    }
    const bool isClick = !m_drag->moved;
    m_drag.reset();
    viewport()->unsetCursor();
    if (const int interval = intervalUnder(event->position()); isClick && interval >= 0) {
        emit clicked(interval);
    }
}

void StepChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_drag.reset();
        resetZoom();
    }
}

void StepChart::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (intervalUnder(event->position()) < 0 || turned.isNull()) {
        event->ignore();
        return;
    }
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        setVisiblePart(m_begin - m_span * turned.x() / 1200.0, m_span);
    } else {
        zoom(std::pow(zoomStep, -turned.y() / 120.0), intervalAt(event->position().x()));
    }
    setHovered(intervalUnder(event->position()), event->position());
    event->accept();
}

void StepChart::keyPressEvent(QKeyEvent* event)
{
    const int middle = static_cast<int>(m_begin + m_span / 2.0);
    const int at = hoveredIndex() >= 0 ? hoveredIndex() : middle;
    const auto moveTo = [&](int interval) {
        const int target = std::clamp(interval, 0, intervals() - 1);
        setVisiblePart(std::clamp(m_begin, target + 1 - m_span, static_cast<double>(target)), m_span);
        setHovered(target, std::nullopt);
    };
    if (intervals() == 0) {
        QChartView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(at - 1);
    case Qt::Key_Right:
        return moveTo(at + 1);
    case Qt::Key_PageUp:
        return moveTo(at - static_cast<int>(m_span) / 10);
    case Qt::Key_PageDown:
        return moveTo(at + static_cast<int>(m_span) / 10);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.0 / zoomStep, at + 0.5);
    case Qt::Key_Minus:
        return zoom(zoomStep, at + 0.5);
    case Qt::Key_0:
    case Qt::Key_Home:
        return resetZoom();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (hoveredIndex() >= 0) {
            emit clicked(hoveredIndex());
        }
        return;
    default:
        QChartView::keyPressEvent(event);
    }
}

// ---- The visible part

void StepChart::setVisiblePart(double begin, double span)
{
    const double all = std::max(1, intervals());
    m_span = std::clamp(span, std::min(leastSpan, all), all);
    m_begin = std::clamp(begin, 0.0, all - m_span);
    invalidate();
}

void StepChart::zoom(double factor, double around)
{
    const double all = std::max(1, intervals());
    const double span = std::clamp(m_span * factor, std::min(leastSpan, all), all);
    setVisiblePart(around - (around - m_begin) * span / m_span, span);
}

double StepChart::intervalAt(double x) const
{
    return m_begin + (x - plot().left()) / plot().width() * m_span;
}

int StepChart::intervalUnder(const QPointF& point) const
{
    if (intervals() == 0 || !plot().contains(point)) {
        return -1;
    }
    return std::clamp(static_cast<int>(intervalAt(point.x())), 0, intervals() - 1);
}

double StepChart::xOf(double interval) const
{
    return plot().left() + (interval - m_begin) / m_span * plot().width();
}

double StepChart::scaled(double value) const
{
    return values().scaled(value);
}

} // namespace rotascope
