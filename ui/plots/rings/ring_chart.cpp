// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/rings/ring_chart.h"

#include "ui/base/colours.h"
#include "ui/base/focus_frame.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/paint/reading.h"
#include "ui/plots/paint/ring_path.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace rotascope {
namespace {

constexpr std::size_t mostRingBars = 720; // about one a pixel

double greatestOf(const std::vector<std::vector<double>>& rings)
{
    double greatest = 0.0;
    for (const std::vector<double>& ring : rings) {
        greatest = std::max(greatest, ring.empty() ? 0.0 : std::ranges::max(ring));
    }
    return greatest;
}

} // namespace

RingChart::RingChart(QWidget* parent) : StillPlot(parent), m_stale(this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 115);
    setAccessibleDescription(tr("Left and right: move the cursor."));
}

void RingChart::setCurves(std::vector<StepCurve> curves)
{
    const int before = intervals();
    m_curves = std::move(curves);
    if (intervals() != before) {
        setHovered(-1, std::nullopt);
    }
    invalidate();
}

void RingChart::setCurveVisible(int curve, bool visible)
{
    m_curves.at(static_cast<std::size_t>(curve)).visible = visible;
    invalidate();
}

void RingChart::setCurveColor(int curve, const QColor& color)
{
    m_curves.at(static_cast<std::size_t>(curve)).color = color;
    invalidate();
}

void RingChart::setBands(std::vector<StepBand> bands)
{
    m_bands = std::move(bands);
    invalidate();
}

void RingChart::setLabels(std::vector<QString> labels)
{
    m_labels = std::move(labels);
    invalidate();
}

void RingChart::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    invalidate();
}

std::shared_ptr<RingChart> RingChart::forFigure() const
{
    auto copy = std::make_shared<RingChart>();
    styleForFigure(*copy);
    copy->m_curves = m_curves;
    copy->m_bands = m_bands;
    copy->m_labels = m_labels;
    copy->m_scaleText = m_scaleText;
    copy->m_leastScale = m_leastScale;
    return copy;
}

int RingChart::intervals() const
{
    return m_curves.empty() ? 0 : static_cast<int>(m_curves.front().values.size());
}

// ---- Geometry

QPointF RingChart::centre() const
{
    return QRectF(rect()).center();
}

double RingChart::radius() const
{
    const double labels = 2.0 * QFontMetrics(tickFont(*this)).height();
    return std::max(20.0, std::min(width(), height()) / 2.0 - labels);
}

double RingChart::hole() const
{
    return 0.3 * radius();
}

QPointF RingChart::positionOf(int interval) const
{
    return onCircle(centre(), radius(), (interval + 0.5) / std::max(1, intervals()));
}

// ---- What stays

std::vector<double> RingChart::barsOf(const StepCurve& curve)
{
    const std::size_t width = (curve.values.size() + mostRingBars - 1) / mostRingBars;
    std::vector<double> bars;
    for (std::size_t k = 0; k < curve.values.size(); k += width) {
        const std::size_t end = std::min(k + width, curve.values.size());
        double sum = 0.0;
        for (std::size_t i = k; i < end; ++i) {
            sum += curve.values[i];
        }
        bars.push_back(sum / static_cast<double>(end - k));
    }
    return bars;
}

void RingChart::keepScale()
{
    std::vector<std::vector<double>> rings;
    for (const StepCurve& curve : m_curves) {
        if (curve.visible) {
            rings.push_back(barsOf(curve));
        }
    }
    m_leastScale = greatestOf(rings);
}

void RingChart::paintBands(QPainter& painter) const
{
    const auto count = static_cast<std::size_t>(intervals());
    std::vector<double> edges(count, hole());
    for (const StepBand& band : m_bands) {
        for (int k = band.first; k < band.first + band.count && k < intervals(); ++k) {
            edges[static_cast<std::size_t>(k)] = radius();
        }
    }
    const std::array start = {hole()};
    painter.fillPath(ringPath(centre(), start, edges), withAlpha(palette().color(QPalette::WindowText), 0.12));
}

void RingChart::paintRings(QPainter& painter) const
{
    std::vector<const StepCurve*> visible;
    std::vector<std::vector<double>> rings;
    for (const StepCurve& curve : m_curves) {
        if (curve.visible) {
            visible.push_back(&curve);
            rings.push_back(barsOf(curve));
        }
    }
    const double greatest = std::max(m_leastScale, greatestOf(rings));
    const double room = (radius() - hole()) / static_cast<double>(std::max<std::size_t>(1, rings.size()));
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const std::array start = {hole() + static_cast<double>(i) * room};
        for (double& bar : rings[i]) {
            bar = start.front() + (greatest > 0.0 ? 0.92 * room * bar / greatest : 0.0);
        }
        painter.setPen(QPen(withAlpha(palette().color(QPalette::WindowText), 0.35), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre(), start.front(), start.front());
        painter.fillPath(ringPath(centre(), start, rings[i]), visible[i]->color);
        paintCurveMark(painter, onCircle(centre(), start.front() + 0.5 * room, 0.0), visible[i]->mark, visible[i]->color,
            palette().color(QPalette::Base));
    }
    if (m_scaleText && greatest > 0.0) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(0, 2, width() - 4.0, height() - 4.0), Qt::AlignRight | Qt::AlignBottom, m_scaleText(greatest));
    }
}

void RingChart::paintLabels(QPainter& painter) const
{
    const QFontMetrics metrics(tickFont(*this));
    painter.setPen(palette().color(QPalette::WindowText));
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const double turns = static_cast<double>(i) / static_cast<double>(m_labels.size());
        const double widest = metrics.horizontalAdvance(m_labels[i]) + 4.0;
        const QPointF at
            = onCircle(centre(), radius() + metrics.height(), turns) + QPointF(widest / 2 * std::cos(2 * std::numbers::pi * turns), 0);
        painter.drawText(
            QRectF(at.x() - widest / 2, at.y() - metrics.height() / 2.0, widest, metrics.height()), Qt::AlignCenter, m_labels[i]);
        painter.drawLine(onCircle(centre(), radius(), turns), onCircle(centre(), radius() + 4, turns));
    }
}

void RingChart::paintStill(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tickFont(*this));
    painter.setPen(QPen(withAlpha(palette().color(QPalette::WindowText), 0.35), 1));
    painter.setBrush(palette().base());
    painter.drawEllipse(centre(), radius(), radius());
    if (m_curves.empty()) {
        painter.setFont(font());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    paintBands(painter);
    paintRings(painter);
    paintLabels(painter);
}

void RingChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawStill(painter);
    m_stale.paint(painter, rect(), *this);
    if (hasFocus()) {
        paintFocusFrame(painter, rect(), palette());
    }
    if (m_hovered >= 0) {
        const double turns = (m_hovered + 0.5) / intervals();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(withAlpha(palette().color(QPalette::Text), 0.6), 1, Qt::DotLine));
        painter.drawLine(onCircle(centre(), hole(), turns), positionOf(m_hovered));
        if (m_readout) {
            paintReadout(painter, m_readout(m_hovered), m_cursor.value_or(positionOf(m_hovered)), *this);
        }
    }
}

void RingChart::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    setMinimumSize(1, 1);
    resize(size);
    paintStill(painter);
}

// ---- The cursor

void RingChart::setHovered(int interval, std::optional<QPointF> cursor)
{
    m_hovered = interval;
    m_cursor = cursor;
    update();
    if (interval >= 0 && !cursor) {
        tellCursorMoved(this);
    }
}

QString RingChart::reading() const
{
    if (m_curves.empty()) {
        return m_placeholder;
    }
    std::vector<ReadCurve> curves;
    for (const StepCurve& curve : m_curves) {
        if (curve.visible) {
            curves.push_back({curve.name, curve.values});
        }
    }
    QStringList lines = readingOf(curves, intervals(), m_readout);
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines.prepend(stale);
    }
    return lines.join(QLatin1Char('\n'));
}

QString RingChart::readingAtCursor() const
{
    return m_hovered >= 0 && m_readout ? plainText(m_readout(m_hovered)) : QString();
}

void RingChart::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF from = event->position() - centre();
    const double distance = std::hypot(from.x(), from.y());
    const double turns = std::atan2(-from.y(), from.x()) / (2 * std::numbers::pi);
    const int interval = static_cast<int>((turns - std::floor(turns)) * intervals());
    const bool isOnRings = intervals() > 0 && distance >= 2.0 && distance <= radius();
    setHovered(isOnRings ? std::min(interval, intervals() - 1) : -1, event->position());
}

void RingChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHovered(-1, std::nullopt);
}

// Around the circle, without an end.
void RingChart::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || intervals() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    setHovered(m_hovered < 0 ? 0 : (m_hovered + step + intervals()) % intervals(), std::nullopt);
}

} // namespace rotascope
