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
namespace {

// Where a value is on the axis.
double scaled(const ValueScale& scale, double value)
{
    return !std::isfinite(value) ? scale.high : scale.logarithmic ? scale.scaled(value) : value;
}

// From the power of two below all values to the one above.
ValueScale scaleOfPowersOfTwo(const ValueExtent& extent, double room)
{
    const bool hasValues = extent.greatest > 0.0;
    const double low = hasValues ? std::floor(std::log2(extent.least) + 1e-9) : 0.0;
    const double high = std::max(low + 1.0, hasValues ? std::ceil(std::log2(extent.greatest) - 1e-9) : 0.0);
    const double octave = std::log10(2.0);
    return {.logarithmic = true,
        .low = low * octave,
        .high = high * octave,
        .step = std::max(1.0, std::ceil((high - low) / room)) * octave,
        .clamps = extent.hasZeros};
}

// Also below zero, in the same steps.
ValueScale scaleDownTo(double least, const ValueExtent& extent, double room)
{
    ValueExtent span = extent;
    span.add(extent.greatest - least);
    ValueScale scale = ValueScale::fit(span, false, room);
    scale.high = std::ceil(extent.greatest / scale.step) * scale.step;
    scale.low = std::floor(least / scale.step) * scale.step;
    return scale;
}

std::vector<Tick> ticksOfPowersOfTwo(const ValueScale& scale, const QRectF& area)
{
    std::vector<Tick> ticks = valueTicks(scale, area);
    const double octave = std::log10(2.0);
    for (std::size_t n = 0; n < ticks.size(); ++n) {
        const double exponent = std::round((scale.low + static_cast<double>(n) * scale.step) / octave);
        ticks[n].label = (n == 0 && scale.clamps ? QStringLiteral("≤ ") : QString()) + digitsText(std::exp2(exponent), 4);
    }
    return ticks;
}

} // namespace

LineChart::LineChart(QWidget* parent) : CachedChart(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setAccessibleDescription(tr("Left and right: move the cursor. Return: choose its place."));
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
    copy->setLevels(m_levels);
    copy->setTitles(m_xTitle, m_yTitle);
    copy->setScale(m_scale, m_placeScale);
    return copy;
}

void LineChart::setMarkers(std::vector<LineMarker> markers)
{
    m_markers = std::move(markers);
    invalidate();
}

void LineChart::setLevels(std::vector<LineLevel> levels)
{
    m_levels = std::move(levels);
    invalidate();
}

void LineChart::setMarkedPoint(int point)
{
    m_marked = point;
    invalidate();
}

void LineChart::setTitles(const QString& x, const QString& y)
{
    m_xTitle = x;
    m_yTitle = y;
    invalidate();
}

void LineChart::setScale(LineScale values, PlaceScale places)
{
    m_scale = values;
    m_placeScale = places;
    updateMargins();
}

QPointF LineChart::positionOf(int curve, int point) const
{
    const auto k = static_cast<std::size_t>(point);
    return {xOf(m_places.at(k)), yOf(scaled(values(), m_curves.at(static_cast<std::size_t>(curve)).values.at(k)))};
}

// ---- The static layer

// Above the plot there is room for the markers' labels.
void LineChart::updateMargins()
{
    const QFontMetrics ticks(tickFont(*this));
    const int label = ticks.horizontalAdvance(m_scale == LineScale::Logarithmic ? QStringLiteral("≤ 10⁻¹⁰") : QStringLiteral("0.0000"));
    setLabelRoom(label, ticks.horizontalAdvance(QStringLiteral("0,000,000")) / 2, gap + ticks.height());
}

ValueScale LineChart::fittingScale() const
{
    ValueExtent extent;
    double least = 0.0;
    const auto add = [&](double value) {
        if (std::isfinite(value)) {
            extent.add(value);
            least = std::min(least, value);
        }
    };
    for (const LineCurve& curve : m_curves) {
        if (curve.visible) {
            std::ranges::for_each(curve.values, add);
        }
    }
    for (const LineLevel& level : m_levels) {
        add(level.value);
    }
    if (m_scale == LineScale::PowersOfTwo) {
        return scaleOfPowersOfTwo(extent, roomForValues());
    }
    if (m_scale == LineScale::Linear && least < 0.0) {
        return scaleDownTo(least, extent, roomForValues());
    }
    return ValueScale::fit(extent, m_scale == LineScale::Logarithmic, roomForValues());
}

void LineChart::updateScene()
{
    const ValueScale scale = fittingScale();
    std::vector<SceneCurve> scene;
    for (const LineCurve& curve : m_curves) {
        SceneCurve& shown = scene.emplace_back();
        shown.pen = QPen(curve.color, curve.width, curve.dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        shown.visible = curve.visible;
        for (std::size_t k = 0; curve.visible && k < m_places.size(); ++k) {
            shown.points << QPointF(alongAxis(m_places[k]), scaled(scale, curve.values[k]));
        }
    }
    const bool isPlaced = !m_places.empty();
    setScene(scene, isPlaced ? alongAxis(m_places.front()) : 0.0, isPlaced ? alongAxis(m_places.back()) : 1.0, scale);
}

// Powers of two, as context lengths mostly are; every second, fourth, ... of them where there is no room for all. Whole numbers in steps
// that are powers of two.
std::vector<Tick> LineChart::xTicks() const
{
    if (m_placeScale == PlaceScale::WholeNumbers) {
        const double room = 2.0 * QFontMetrics(tickFont(*this)).horizontalAdvance(fixedText(m_places.back(), 0));
        const double span = std::max(1.0, m_places.back() - m_places.front());
        const double step = std::exp2(std::max(0.0, std::ceil(std::log2(room * span / std::max(1.0, plot().width())))));
        std::vector<Tick> ticks;
        for (int i = 0; i <= static_cast<int>(span / step); ++i) {
            const double place = m_places.front() + i * step;
            ticks.push_back({xOf(place), fixedText(place, 0)});
        }
        return ticks;
    }
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
    return m_scale == LineScale::PowersOfTwo ? ticksOfPowersOfTwo(values(), plot()) : valueTicks(values(), plot());
}

void LineChart::paintBelow(QPainter& painter)
{
    if (m_marked >= 0 && static_cast<std::size_t>(m_marked) < m_places.size()) {
        const double x = xOf(m_places[static_cast<std::size_t>(m_marked)]);
        painter.fillRect(QRectF(x - 2, plot().top(), 4, plot().height()), withAlpha(palette().color(QPalette::Highlight), 0.55));
    }
    const auto line = [&](double value, Qt::PenStyle style) {
        const double y = std::round(yOf(scaled(values(), value)));
        painter.setPen(QPen(withAlpha(palette().color(QPalette::Text), 0.55), 1, style));
        painter.drawLine(QPointF(plot().left(), y), QPointF(plot().right(), y));
    };
    for (const LineLevel& level : m_levels) {
        line(level.value, Qt::DashLine);
    }
    if (values().low < 0.0 && !values().logarithmic) {
        line(0.0, Qt::SolidLine);
    }
}

void LineChart::paintAbove(QPainter& painter)
{
    paintMarks(painter);
    painter.setFont(tickFont(*this));
    paintMarkers(painter);
    paintLevelLabels(painter);
}

// At the point nearest to the middle of each of its pieces.
void LineChart::paintMarks(QPainter& painter) const
{
    const std::size_t all = markedCurves(m_curves);
    std::size_t index = 0;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (!hasMarks(m_curves[i])) {
            continue;
        }
        for (const MarkPiece& piece : markPieces(plot().width(), index, all)) {
            const double middle = plot().left() + 0.5 * (piece.begin + piece.end);
            const auto nearest = std::ranges::min_element(m_places, {}, [&](double place) { return std::abs(xOf(place) - middle); });
            const QPointF at = positionOf(static_cast<int>(i), static_cast<int>(nearest - m_places.begin()));
            paintCurveMark(painter, at, m_curves[i].mark, m_curves[i].color, palette().color(QPalette::Base));
        }
        ++index;
    }
}

// Above their lines, on the side where curves that grow are lower; below the line where two are close.
void LineChart::paintLevelLabels(QPainter& painter) const
{
    const QFontMetrics metrics(tickFont(*this));
    painter.setPen(palette().color(QPalette::WindowText));
    double free = plot().bottom();
    for (const LineLevel& level : m_levels) {
        const double y = yOf(scaled(values(), level.value));
        const double bottom = std::min(y, free);
        const QRectF place(plot().left() + gap, bottom - metrics.height(), plot().width() - 2.0 * gap, metrics.height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom, level.label);
        free = place.top();
    }
}

// Labels stand above their lines, and beside them where two lines are close.
void LineChart::paintMarkers(QPainter& painter) const
{
    const QFontMetrics metrics(tickFont(*this));
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
    const int point = pointUnder(event->position());
    if (event->button() == Qt::LeftButton && point >= 0) {
        emit clicked(point);
    }
}

void LineChart::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(pointUnder(event->position()), event->position());
}

void LineChart::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && hoveredIndex() >= 0) {
        emit clicked(hoveredIndex());
        return;
    }
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_curves.empty()) {
        QChartView::keyPressEvent(event);
        return;
    }
    const int last = static_cast<int>(m_places.size()) - 1;
    setHovered(hoveredIndex() < 0 ? last / 2 : std::clamp(hoveredIndex() + step, 0, last), std::nullopt);
}

// ---- For those who are read to

std::vector<ReadCurve> LineChart::readCurves() const
{
    std::vector<ReadCurve> curves;
    for (const LineCurve& curve : m_curves) {
        if (curve.visible) {
            curves.push_back({curve.name, curve.values});
        }
    }
    return curves;
}

QStringList LineChart::notes() const
{
    QStringList notes;
    for (const LineMarker& marker : m_markers) {
        notes << marker.label;
    }
    for (const LineLevel& level : m_levels) {
        notes << level.label;
    }
    return notes;
}

// ---- Geometry

double LineChart::alongAxis(double place) const
{
    return m_placeScale == PlaceScale::PowersOfTwo ? std::log(place) : place;
}

double LineChart::xOf(double place) const
{
    const double first = alongAxis(m_places.front());
    const double last = alongAxis(m_places.back());
    return plot().left() + (last > first ? (alongAxis(place) - first) / (last - first) : 0.0) * plot().width();
}

} // namespace rotascope
