// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/line_chart.h"

#include "ui/plots/plot_style.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr int gap = 6; // logical pixels between things

} // namespace

LineChart::LineChart(QWidget* parent)
    : QChartView(parent), m_stale(viewport()), m_xAxis(new QValueAxis(this)), m_yAxis(new QValueAxis(this))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    // The axes only map values to pixels, logarithms included: they are painted by paintAxes().
    chart()->addAxis(m_xAxis, Qt::AlignBottom);
    chart()->addAxis(m_yAxis, Qt::AlignLeft);
    m_xAxis->setVisible(false);
    m_yAxis->setVisible(false);

    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(NoViewportUpdate); // paintEvent() decides when the scene is rendered
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setMinimumSize(240, 115);
    setAccessibleDescription(tr("Left and right: move the cursor."));
    updateMargins();
}

void LineChart::setCurves(std::vector<double> places, std::vector<LineCurve> curves)
{
    if (places != m_places) {
        setHovered(-1, std::nullopt);
    }
    m_places = std::move(places);
    m_curves = std::move(curves);
    while (static_cast<std::size_t>(m_series.size()) < m_curves.size()) {
        auto* series = new QLineSeries(this);
        chart()->addSeries(series);
        series->attachAxis(m_xAxis);
        series->attachAxis(m_yAxis);
        m_series.push_back(series);
    }
    invalidate();
}

void LineChart::setCurveVisible(int curve, bool visible)
{
    m_curves.at(static_cast<std::size_t>(curve)).visible = visible;
    invalidate();
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

void LineChart::setReadout(std::function<Readout(int)> readout)
{
    m_readout = std::move(readout);
}

void LineChart::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    invalidate();
}

QPointF LineChart::positionOf(int curve, int point) const
{
    const auto k = static_cast<std::size_t>(point);
    return {xOf(m_places.at(k)), yOf(m_curves.at(static_cast<std::size_t>(curve)).values.at(k))};
}

// ---- The static layer

void LineChart::invalidate()
{
    m_staticLayer = QPixmap();
    viewport()->update();
}

// Room for the labels that may come, so that the plot never moves while values change; above it the markers' labels.
void LineChart::updateMargins()
{
    const QFontMetrics ticks(tickFont(*this));
    const QFontMetrics titles(font());
    const int label = ticks.horizontalAdvance(m_logarithmic ? QStringLiteral("≤ 10⁻¹⁰") : QStringLiteral("0.0000"));
    const int lastLabel = ticks.horizontalAdvance(QStringLiteral("0,000,000")) / 2;
    chart()->setMargins(QMargins(gap + titles.height() + gap + label + gap, gap + ticks.height(), lastLabel,
        gap + ticks.height() + gap / 2 + titles.height() + gap / 2));
    invalidate();
}

void LineChart::updateScale()
{
    ValueExtent extent;
    for (const LineCurve& curve : m_curves) {
        if (curve.visible) {
            std::ranges::for_each(curve.values, [&](double value) { extent.add(value); });
        }
    }
    const double room = std::clamp(plot().height() / (2.5 * QFontMetrics(tickFont(*this)).height()), 2.0, 8.0); // ticks
    m_values = ValueScale::fit(extent, m_logarithmic, room);
}

void LineChart::updateSeries()
{
    if (!m_places.empty()) {
        m_xAxis->setRange(std::log(m_places.front()), std::log(m_places.back()));
    }
    m_yAxis->setRange(m_values.low, m_values.high);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const bool used = static_cast<std::size_t>(i) < m_curves.size();
        const LineCurve* curve = used ? &m_curves[static_cast<std::size_t>(i)] : nullptr;
        m_series[i]->setVisible(curve != nullptr && curve->visible);
        if (m_series[i]->isVisible()) {
            m_series[i]->setPen(QPen(curve->color, curve->width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            QList<QPointF> points;
            for (std::size_t k = 0; k < m_places.size(); ++k) {
                points << QPointF(std::log(m_places[k]), m_values.scaled(curve->values[k]));
            }
            m_series[i]->replace(points);
        }
    }
}

// Powers of two, as context lengths mostly are; every second, fourth, ... of them where there is no room for all.
std::vector<Tick> LineChart::xTicks() const
{
    const double first = std::log2(m_places.front());
    const double last = std::log2(m_places.back());
    const double width = 1.3 * QFontMetrics(tickFont(*this)).horizontalAdvance(QLocale().toString(m_places.back(), 'f', 0));
    const int step = std::max(1, static_cast<int>(std::ceil(width * (last - first) / std::max(1.0, plot().width()))));
    std::vector<Tick> ticks;
    for (int exponent = static_cast<int>(std::ceil(first - 1e-9)); exponent <= last + 1e-9; exponent += step) {
        const double place = std::exp2(exponent);
        ticks.push_back({xOf(place), QLocale().toString(place, 'f', 0)});
    }
    return ticks;
}

void LineChart::drawBackground(QPainter* painter, const QRectF& rect)
{
    painter->fillRect(rect, palette().window());
    painter->fillRect(plot(), palette().base());
    if (m_curves.empty()) {
        return;
    }
    painter->setPen(withAlpha(palette().color(QPalette::Text), 0.10));
    for (const Tick& tick : valueTicks(m_values, plot())) {
        painter->drawLine(QPointF(plot().left(), tick.at), QPointF(plot().right(), tick.at));
    }
}

void LineChart::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    painter->save();
    painter->setPen(withAlpha(palette().color(QPalette::WindowText), 0.35));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(plot().adjusted(0, 0, -1, -1));
    if (m_curves.empty()) {
        painter->setPen(palette().color(QPalette::PlaceholderText));
        painter->drawText(plot(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    } else {
        paintAxes(*painter, plot(), *this, xTicks(), m_xTitle, valueTicks(m_values, plot()), m_yTitle);
        paintMarkers(*painter);
    }
    painter->restore();
}

// Labels stand above their lines, and beside them where two lines are close.
void LineChart::paintMarkers(QPainter& painter) const
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

void LineChart::paintEvent(QPaintEvent* /*event*/)
{
    const double ratio = viewport()->devicePixelRatioF();
    if (m_staticLayer.isNull() || m_staticLayer.devicePixelRatio() != ratio) {
        chart()->layout()->activate();
        updateScale();
        updateSeries();
        m_staticLayer = QPixmap((QSizeF(viewport()->size()) * ratio).toSize());
        m_staticLayer.setDevicePixelRatio(ratio);
        QPainter painter(&m_staticLayer);
        painter.setRenderHint(QPainter::Antialiasing);
        render(&painter, viewport()->rect(), viewport()->rect(), Qt::IgnoreAspectRatio);
    }
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_staticLayer);
    m_stale.paint(painter, plot(), *this);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(plot().adjusted(0, 0, -1, -1));
    }
    if (m_hovered >= 0) {
        paintCursor(painter);
    }
}

void LineChart::paintCursor(QPainter& painter) const
{
    const double x = xOf(m_places[static_cast<std::size_t>(m_hovered)]);
    painter.setPen(QPen(withAlpha(palette().color(QPalette::Text), 0.5), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom() - 1));
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (m_curves[i].visible) {
            painter.setBrush(m_curves[i].color);
            const QPointF at = positionOf(static_cast<int>(i), m_hovered);
            painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6));
        }
    }
    if (m_readout) {
        paintReadout(painter, m_readout(m_hovered), m_cursor.value_or(QPointF(x, plot().center().y())), *viewport());
    }
}

void LineChart::setHovered(int point, std::optional<QPointF> cursor)
{
    const bool changed = point != m_hovered;
    m_hovered = point;
    m_cursor = cursor;
    viewport()->update();
    if (changed) {
        emit hovered(point);
    }
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

void LineChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    invalidate();
}

void LineChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateMargins();
    }
}

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
    setHovered(m_hovered < 0 ? last / 2 : std::clamp(m_hovered + step, 0, last), std::nullopt);
}

void LineChart::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    setHovered(-1, std::nullopt);
}

// The base class updates the frame alone, but the sign of focus is painted in the viewport.
void LineChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void LineChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

// ---- Geometry

double LineChart::xOf(double place) const
{
    const double first = std::log(m_places.front());
    const double last = std::log(m_places.back());
    return plot().left() + (std::log(place) - first) / (last - first) * plot().width();
}

double LineChart::yOf(double value) const
{
    return plot().top() + (m_values.high - m_values.scaled(value)) / (m_values.high - m_values.low) * plot().height();
}

QRectF LineChart::plot() const
{
    return chart()->plotArea();
}

} // namespace rotascope
