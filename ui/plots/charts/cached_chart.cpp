// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/charts/cached_chart.h"

#include "ui/base/colours.h"
#include "ui/base/focus_frame.h"
#include "ui/plots/paint/axis_painter.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QSignalBlocker>
#include <QValueAxis>
#include <algorithm>

namespace rotascope {

CachedChart::CachedChart(QWidget* parent)
    : QChartView(parent), m_stale(viewport()), m_xAxis(new QValueAxis(this)), m_yAxis(new QValueAxis(this))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    // The axes only map values to pixels; AxisPainter paints them, so that labels keep their place and are never cut.
    chart()->addAxis(m_xAxis, Qt::AlignBottom);
    chart()->addAxis(m_yAxis, Qt::AlignLeft);
    m_xAxis->setVisible(false);
    m_yAxis->setVisible(false);

    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(NoViewportUpdate); // paintEvent() decides when the scene is rendered
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setMinimumSize(240, 115);
}

void CachedChart::setReadout(std::function<Readout(int)> readout)
{
    m_readout = std::move(readout);
}

void CachedChart::setPlaceholder(const QString& text)
{
    if (text != m_placeholder) {
        m_placeholder = text;
        invalidate();
    }
}

// ---- The static layer

void CachedChart::invalidate()
{
    m_staticLayer = QPixmap();
    viewport()->update();
}

void CachedChart::setLabelRoom(int widestValue, int lastPlace, int top)
{
    const QFontMetrics ticks(tickFont(*this));
    const QFontMetrics titles(font());
    chart()->setMargins(QMargins(
        gap + titles.height() + gap + widestValue + gap, top, lastPlace, gap + ticks.height() + gap / 2 + titles.height() + gap / 2));
    invalidate();
}

double CachedChart::roomForValues() const
{
    return std::clamp(plot().height() / (2.5 * QFontMetrics(tickFont(*this)).height()), 2.0, 8.0);
}

void CachedChart::reserveCurves(std::size_t count)
{
    while (static_cast<std::size_t>(m_series.size()) < count) {
        auto* series = new QLineSeries(this);
        chart()->addSeries(series);
        series->attachAxis(m_xAxis);
        series->attachAxis(m_yAxis);
        m_series.push_back(series);
    }
}

void CachedChart::setScene(std::span<const SceneCurve> curves, double xLow, double xHigh, const ValueScale& values)
{
    m_values = values;
    // Another range places all points anew: then they need not be placed when they are replaced.
    const bool moves = m_xAxis->min() != xLow || m_xAxis->max() != xHigh || m_yAxis->min() != values.low || m_yAxis->max() != values.high;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        m_series[i]->setVisible(index < curves.size() && curves[index].visible);
        if (m_series[i]->isVisible()) {
            m_series[i]->setPen(curves[index].pen);
            // Most changes touch one curve; the geometry of the others stays.
            if (curves[index].points != m_series[i]->points()) {
                const QSignalBlocker blocker(moves ? m_series[i] : nullptr);
                m_series[i]->replace(curves[index].points);
            }
        }
    }
    m_xAxis->setRange(xLow, xHigh);
    m_yAxis->setRange(values.low, values.high);
}

void CachedChart::drawBackground(QPainter* painter, const QRectF& rect)
{
    painter->fillRect(rect, palette().window());
    painter->fillRect(plot(), palette().base());
    if (isEmpty()) {
        return;
    }
    painter->setPen(withAlpha(palette().color(QPalette::Text), 0.10));
    for (const Tick& tick : yTicks()) {
        painter->drawLine(QPointF(plot().left(), tick.at), QPointF(plot().right(), tick.at));
    }
    paintBelow(*painter);
}

void CachedChart::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    painter->save();
    painter->setPen(withAlpha(palette().color(QPalette::WindowText), 0.35));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(plot().adjusted(0, 0, -1, -1));
    if (isEmpty()) {
        painter->setPen(palette().color(QPalette::PlaceholderText));
        painter->drawText(plot(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    } else {
        const AxisPainter axes(*painter, plot(), *this);
        axes.paintBottomTicks(xTicks());
        axes.paintLeftTicks(yTicks());
        axes.paintBottomTitle(xTitle(), height() - fontMetrics().height() - gap / 2.0);
        axes.paintLeftTitle(yTitle(), gap);
        paintAbove(*painter);
    }
    painter->restore();
}

void CachedChart::paintEvent(QPaintEvent* /*event*/)
{
    const double ratio = viewport()->devicePixelRatioF();
    if (m_staticLayer.isNull() || m_staticLayer.devicePixelRatio() != ratio) {
        chart()->layout()->activate();
        updateScene();
        m_staticLayer = QPixmap((QSizeF(viewport()->size()) * ratio).toSize());
        m_staticLayer.setDevicePixelRatio(ratio);
        QPainter painter(&m_staticLayer);
        painter.setRenderHints(renderHints());
        render(&painter, viewport()->rect(), viewport()->rect(), Qt::IgnoreAspectRatio);
    }
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_staticLayer);
    m_stale.paint(painter, plot(), *this);
    if (hasFocus()) {
        paintFocusFrame(painter, plot(), palette());
    }
    if (!isEmpty()) {
        paintOverlay(painter);
    }
    if (m_hovered >= 0) {
        paintCursor(painter);
    }
}

// Straight to the painter, so that curves and texts stay what they are in a file.
void CachedChart::paintPlot(QPainter& painter, const QSize& size, double sharpness)
{
    m_figureSharpness = sharpness;
    setMinimumSize(1, 1);
    resize(size);
    static_cast<void>(grab()); // a widget that is not shown learns its size when it is painted
    chart()->layout()->activate();
    updateScene();
    painter.setRenderHints(renderHints());
    render(&painter, QRectF(QPointF(), size), QRect({}, size), Qt::IgnoreAspectRatio);
    if (!isEmpty()) {
        painter.save();
        painter.setFont(font());
        paintOverlay(painter);
        painter.restore();
    }
}

double CachedChart::sharpness() const
{
    return m_figureSharpness > 0.0 ? m_figureSharpness : viewport()->devicePixelRatioF();
}

// ---- The cursor

void CachedChart::setHovered(int index, std::optional<QPointF> cursor)
{
    m_hovered = index;
    m_cursor = cursor;
    viewport()->update();
    if (index >= 0 && !cursor) {
        tellCursorMoved(this);
    }
}

void CachedChart::paintReadoutAt(QPainter& painter, const QPointF& otherwise) const
{
    if (m_readout) {
        paintReadout(painter, m_readout(m_hovered), m_cursor.value_or(otherwise), *viewport());
    }
}

// ---- For those who are read to

QString CachedChart::reading() const
{
    if (isEmpty()) {
        return m_placeholder;
    }
    QStringList lines;
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines << stale;
    }
    lines << tr("%1, by %2").arg(yTitle(), xTitle());
    lines << notes() << readingOf(readCurves(), placeCount(), m_readout);
    return lines.join(QLatin1Char('\n'));
}

QString CachedChart::readingAtCursor() const
{
    return m_hovered >= 0 && m_readout ? plainText(m_readout(m_hovered)) : QString();
}

// ---- Events

void CachedChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    invalidate();
}

void CachedChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateMargins();
    }
}

void CachedChart::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    setHovered(-1, std::nullopt);
}

// The base class updates the frame alone, but the sign of focus is painted in the viewport.
void CachedChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void CachedChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

// ---- Geometry

double CachedChart::yOf(double scaledValue) const
{
    return plot().top() + (m_values.high - scaledValue) / (m_values.high - m_values.low) * plot().height();
}

QRectF CachedChart::plot() const
{
    return chart()->plotArea();
}

} // namespace rotascope
