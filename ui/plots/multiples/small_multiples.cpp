// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/multiples/small_multiples.h"

#include "ui/base/colours.h"
#include "ui/base/text.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/paint/reading.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr double wantedAspect = 1.8; // width to height of a plot
constexpr double between = 3.0; // logical pixels between plots

// The curve in as many steps as the plot has pixels: each the mean of the values that fall into it.
std::vector<double> steps(const std::vector<float>& values, double width)
{
    const std::size_t count = std::clamp<std::size_t>(static_cast<std::size_t>(width), 1, std::max<std::size_t>(values.size(), 1));
    std::vector<double> means(count, 0.0);
    for (std::size_t k = 0; k < count && !values.empty(); ++k) {
        const std::size_t begin = k * values.size() / count;
        const std::size_t end = std::max(begin + 1, (k + 1) * values.size() / count);
        for (std::size_t i = begin; i < end; ++i) {
            means[k] += static_cast<double>(values[i]);
        }
        means[k] /= static_cast<double>(end - begin);
    }
    return means;
}

QPolygonF outline(const std::vector<double>& steps, const QRectF& area, double top)
{
    QPolygonF line;
    const double width = area.width() / static_cast<double>(steps.size());
    for (std::size_t k = 0; k < steps.size(); ++k) {
        const double y = area.bottom() - std::min(1.0, steps[k] / top) * area.height();
        const double x = area.left() + static_cast<double>(k) * width;
        line << QPointF(x, y) << QPointF(x + width, y);
    }
    return line;
}

} // namespace

SmallMultiples::SmallMultiples(QWidget* parent) : StillPlot(parent), m_stale(this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 110);
    setAccessibleDescription(tr("Arrow keys: go to another plot."));
}

void SmallMultiples::setPlots(std::vector<SmallMultiple> plots, double top)
{
    m_plots = std::move(plots);
    m_top = top;
    invalidate();
}

void SmallMultiples::setCurrent(int id)
{
    m_current = id;
    update();
    tellCursorMoved(this);
}

void SmallMultiples::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    invalidate();
}

std::shared_ptr<SmallMultiples> SmallMultiples::forFigure() const
{
    auto copy = std::make_shared<SmallMultiples>();
    styleForFigure(*copy);
    copy->m_plots = m_plots;
    copy->m_top = m_top;
    return copy;
}

// ---- Geometry

int SmallMultiples::columns() const
{
    const auto count = static_cast<double>(std::max<std::size_t>(1, m_plots.size()));
    const double fitting = std::sqrt(count * width() / std::max(1, height()) / wantedAspect);
    return std::clamp(static_cast<int>(std::lround(fitting)), 1, static_cast<int>(count));
}

QRectF SmallMultiples::cellOf(int place) const
{
    const int across = columns();
    const int down = (static_cast<int>(m_plots.size()) + across - 1) / across;
    const QSizeF cell((width() - between) / across, (height() - between) / std::max(1, down));
    const int row = place / across;
    const int column = place % across;
    const QPointF at(between + column * cell.width(), between + row * cell.height());
    return {at, cell - QSizeF(between, between)};
}

int SmallMultiples::placeOf(int id) const
{
    const auto found = std::ranges::find(m_plots, id, &SmallMultiple::id);
    return found == m_plots.end() ? -1 : static_cast<int>(found - m_plots.begin());
}

int SmallMultiples::placeAt(const QPointF& position) const
{
    for (int place = 0; place < static_cast<int>(m_plots.size()); ++place) {
        if (cellOf(place).contains(position)) {
            return place;
        }
    }
    return -1;
}

// ---- Painting

void SmallMultiples::paintCell(QPainter& painter, const SmallMultiple& plot, const QRectF& cell) const
{
    const QFontMetrics metrics(tickFont(*this));
    const bool hasTitle = cell.height() >= 2.2 * metrics.height() && metrics.horizontalAdvance(plot.title) < cell.width();
    const QRectF area = hasTitle ? cell.adjusted(0, metrics.height(), 0, 0) : cell;
    painter.fillRect(area, palette().base());
    QPolygonF filled = outline(steps(plot.filled, area.width()), area, m_top);
    filled << area.bottomRight() << area.bottomLeft();
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(palette().color(QPalette::WindowText), 0.28));
    painter.drawPolygon(filled);
    painter.setPen(QPen(plot.color, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(outline(steps(plot.line, area.width()), area, m_top));
    if (hasTitle) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(cell.topLeft(), QSizeF(cell.width(), metrics.height())), Qt::AlignLeft | Qt::AlignVCenter, plot.title);
    }
}

void SmallMultiples::paintStill(QPainter& painter) const
{
    if (m_plots.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tickFont(*this));
    for (int place = 0; place < static_cast<int>(m_plots.size()); ++place) {
        paintCell(painter, m_plots[static_cast<std::size_t>(place)], cellOf(place));
    }
}

void SmallMultiples::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawStill(painter);
    if (const int place = placeOf(m_current); place >= 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 3.0 : 2.0));
        painter.drawRect(cellOf(place).adjusted(-1, -1, 1, 1));
    }
    m_stale.paint(painter, rect(), *this);
}

void SmallMultiples::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    setMinimumSize(1, 1);
    resize(size);
    paintStill(painter);
}

// ---- For screen readers

QString SmallMultiples::reading() const
{
    QStringList lines;
    for (const SmallMultiple& plot : m_plots) {
        if (m_readout) {
            lines << plainText(m_readout(plot.id));
        }
    }
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines.prepend(stale);
    }
    return m_plots.empty() ? m_placeholder : lines.join(QLatin1Char('\n'));
}

QString SmallMultiples::readingAtCursor() const
{
    return placeOf(m_current) >= 0 && m_readout ? plainText(m_readout(m_current)) : QString();
}

// ---- Events

bool SmallMultiples::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int place = placeAt(help->pos());
        if (place >= 0 && m_readout) {
            QToolTip::showText(help->globalPos(), toolTipText(m_readout(m_plots[static_cast<std::size_t>(place)].id)), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void SmallMultiples::mousePressEvent(QMouseEvent* event)
{
    if (const int place = placeAt(event->position()); event->button() == Qt::LeftButton && place >= 0) {
        emit clicked(m_plots[static_cast<std::size_t>(place)].id);
    }
}

void SmallMultiples::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1
        : event->key() == Qt::Key_Right           ? 1
        : event->key() == Qt::Key_Up              ? -columns()
        : event->key() == Qt::Key_Down            ? columns()
                                                  : 0;
    if (step == 0 || m_plots.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int place = placeOf(m_current) + step;
    if (place >= 0 && place < static_cast<int>(m_plots.size())) {
        emit clicked(m_plots[static_cast<std::size_t>(place)].id);
    }
}

} // namespace rotascope
