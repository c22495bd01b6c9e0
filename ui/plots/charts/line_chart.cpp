// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/charts/line_chart.h"

#include "ui/base/colours.h"
#include "ui/base/number_text.h"
#include "ui/plots/figure/figure_style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace rotascope {

LineChart::LineChart(QWidget* parent) : CachedChart(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setAccessibleDescription(tr("Left and right: move the cursor."));
    LineChart::updateMargins();
}

void LineChart::setCurves(std::vector<double> places, std::vector<LineCurve> curves)
{
    if (places != m_places) {
        setHovered(-1, std::nullopt);
    }
    m_places = std::move(places);
    m_curves = std::move(curves);
    reserveCurves(m_curves.size());
    invalidate();
}

void LineChart::setCurveVisible(int curve, bool visible)
{
    m_curves.at(static_cast<std::size_t>(curve)).visible = visible;
    invalidate();
}

void LineChart::setCurveColor(int curve, const QColor& color)
{
    m_curves.at(static_cast<std::size_t>(curve)).color = color;
    invalidate();
}

std::shared_ptr<LineChart> LineChart::forFigure() const
{
    auto copy = std::make_shared<LineChart>();
    styleForFigure(*copy);
    copy->setCurves(m_places, m_curves);
    copy->setMarkers(m_markers);
    copy->setTitles(m_xTitle, m_yTitle);
    copy->setLogarithmic(m_logarithmic);
    return copy;
}

void LineChart::setMarkers(std::vector<LineMarker> markers)
{
    m_markers = std::move(markers);
    invalidate();
}

void LineChart::setTitles(const QString& x, const QString& y)
{
    m_xTitle = x;
    m_yTitle = y;
    invalidate();
}

void LineChart::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    updateMargins();
}

QPointF LineChart::positionOf(int curve, int point) const
{
    const auto k = static_cast<std::size_t>(point);
    return {xOf(m_places.at(k)), yOf(values().scaled(m_curves.at(static_cast<std::size_t>(curve)).values.at(k)))};
}

// ---- The static layer

// Above the plot there is room for the markers' labels.
void LineChart::updateMargins()
{
    const QFontMetrics ticks(tickFont(*this));
    const int label = ticks.horizontalAdvance(m_logarithmic ? QStringLiteral("≤ 10⁻¹⁰") : QStringLiteral("0.0000"));
    setLabelRoom(label, ticks.horizontalAdvance(QStringLiteral("0,000,000")) / 2, gap + ticks.height());
}

void LineChart::updateScene()
{
    ValueExtent extent;
    for (const LineCurve& curve : m_curves) {
        if (curve.visible) {
            std::ranges::for_each(curve.values, [&](double value) { extent.add(value); });
        }
    }
    const ValueScale scale = ValueScale::fit(extent, m_logarithmic, roomForValues());
    std::vector<SceneCurve> scene;
    for (const LineCurve& curve : m_curves) {
        SceneCurve& shown = scene.emplace_back();
        shown.pen = QPen(curve.color, curve.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        shown.visible = curve.visible;
        for (std::size_t k = 0; curve.visible && k < m_places.size(); ++k) {
            shown.points << QPointF(std::log(m_places[k]), scale.scaled(curve.values[k]));
        }
    }
    const bool isPlaced = !m_places.empty();
    setScene(scene, isPlaced ? std::log(m_places.front()) : 0.0, isPlaced ? std::log(m_places.back()) : 1.0, scale);
}

// Powers of two, as context lengths mostly are; every second, fourth, ... of them where there is no room for all.
std::vector<Tick> LineChart::xTicks() const
{
    const double first = std::log2(m_places.front());
    const double last = std::log2(m_places.back());
    const double width = 1.3 * QFontMetrics(tickFont(*this)).horizontalAdvance(fixedText(m_places.back(), 0));
    const int step = std::max(1, static_cast<int>(std::ceil(width * (last - first) / std::max(1.0, plot().width()))));
    std::vector<Tick> ticks;
    for (int exponent = static_cast<int>(std::ceil(first - 1e-9)); exponent <= last + 1e-9; exponent += step) {
        const double place = std::exp2(exponent);
        ticks.push_back({xOf(place), fixedText(place, 0)});
    }
    return ticks;
}

std::vector<Tick> LineChart::yTicks() const
{
    return valueTicks(values(), plot());
}

// Labels stand above their lines, and beside them where two lines are close.
void LineChart::paintAbove(QPainter& painter)
{
    const QFontMetrics metrics(tickFont(*this));
    painter.setFont(tickFont(*this));
    double free = 0.0;
    for (std::size_t i = 0; i < m_markers.size(); ++i) {
        const double x = std::round(xOf(m_markers[i].x));
        const double width = metrics.horizontalAdvance(m_markers[i].label) + 2;
        painter.setPen(QPen(withAlpha(palette().color(QPalette::Text), 0.55), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
        double left = x - width / 2;
        if (i + 1 < m_markers.size()) { // leaves the next one its place
            left = std::min(left, (x + xOf(m_markers[i + 1].x)) / 2 - width - gap / 2.0);
        }
        left = std::clamp(left, free, std::max(free, this->width() - width));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(left, plot().top() - metrics.height() - 2, width, metrics.height()), Qt::AlignCenter, m_markers[i].label);
        free = left + width + gap;
    }
}

// ---- The cursor

void LineChart::paintCursor(QPainter& painter) const
{
    const double x = xOf(m_places[static_cast<std::size_t>(hoveredIndex())]);
    painter.setPen(QPen(withAlpha(palette().color(QPalette::Text), 0.5), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom() - 1));
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (m_curves[i].visible) {
            painter.setBrush(m_curves[i].color);
            const QPointF at = positionOf(static_cast<int>(i), hoveredIndex());
            painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6));
        }
    }
    paintReadoutAt(painter, QPointF(x, plot().center().y()));
}

int LineChart::pointUnder(const QPointF& position) const
{
    if (m_curves.empty() || !plot().contains(position)) {
        return -1;
    }
    const auto nearest = std::ranges::min_element(m_places, {}, [&](double place) { return std::abs(xOf(place) - position.x()); });
    return static_cast<int>(nearest - m_places.begin());
}

// ---- Events

// The base class would begin a rubber band or pass the event on.
void LineChart::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void LineChart::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(pointUnder(event->position()), event->position());
}

void LineChart::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_curves.empty()) {
        QChartView::keyPressEvent(event);
        return;
    }
    const int last = static_cast<int>(m_places.size()) - 1;
    setHovered(hoveredIndex() < 0 ? last / 2 : std::clamp(hoveredIndex() + step, 0, last), std::nullopt);
}

// ---- Geometry

double LineChart::xOf(double place) const
{
    const double first = std::log(m_places.front());
    const double last = std::log(m_places.back());
    return plot().left() + (std::log(place) - first) / (last - first) * plot().width();
}

} // namespace rotascope
