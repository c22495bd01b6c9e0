// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/heatmap.h"

#include "ui/base/focus_frame.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/heatmap/heatmap_marks.h"
#include "ui/plots/paint/reading.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

// How many pixels the image of the cells has.
QSize pixelsOf(const HeatmapPlan& plan, double sharpness)
{
    return (QSizeF(plan.plot.size()) * sharpness).toSize();
}

} // namespace

Heatmap::Heatmap(QWidget* parent) : QWidget(parent), m_image(ColorMap({}, palette()))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(tr("Up and down choose a row."));
    connect(&Preferences::instance(), &Preferences::changed, this, &Heatmap::updateColors);
}

void Heatmap::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void Heatmap::setScale(const HeatmapScale& scale)
{
    m_scale = scale;
    updateColors();
}

void Heatmap::updateColors()
{
    m_image.setColors(ColorMap(m_scale, palette()));
    update();
}

void Heatmap::setAxis(const QString& columnTitle, std::vector<HeatmapTick> columnTicks, const QString& rowTitle)
{
    HeatmapAxis axis{columnTitle, std::move(columnTicks), rowTitle};
    if (axis != m_axis) {
        m_axis = std::move(axis);
        update();
    }
}

void Heatmap::setCells(int rows, int columns, std::vector<float> cells)
{
    if (m_drag && (rows != this->rows() || columns != this->columns())) {
        release();
    }
    const bool isSameSize = rows == this->rows() && columns == this->columns();
    if (m_image.setCells(rows, columns, std::move(cells))) {
        isSameSize ? updatePlot() : update();
    }
}

// What stands around it stays.
void Heatmap::updatePlot()
{
    constexpr int beside = HeatmapPlan::markerWidth;
    update(plan().plot.adjusted(-beside, -3, beside, 3));
}

void Heatmap::setRow(int row, std::span<const float> cells)
{
    m_image.setRow(row, cells);
    update(plan().rowRect(row));
}

void Heatmap::setCurrentRow(int row)
{
    if (row != m_currentRow) {
        update(plan().rowRect(std::exchange(m_currentRow, row)));
        update(plan().rowRect(row));
        if (hasFocus()) {
            tellCursorMoved(this);
        }
    }
}

void Heatmap::setReadout(ReadoutStyle style, std::function<Readout(int, int)> readout)
{
    m_readoutStyle = style;
    m_readout = std::move(readout);
    setMouseTracking(m_readoutStyle == ReadoutStyle::Box);
}

void Heatmap::setCurves(std::vector<HeatmapCurve> curves)
{
    m_curves = std::move(curves);
    releaseUnlessMovable();
    update();
    if (hasFocus()) {
        tellCursorMoved(this); // the point of the current row may have been moved
    }
}

void Heatmap::setCurveVisible(int curve, bool visible)
{
    m_curves.at(static_cast<std::size_t>(curve)).visible = visible;
    releaseUnlessMovable();
    update();
}

void Heatmap::setMovableCurve(int curve, std::vector<double> snaps)
{
    m_movable = curve;
    m_snaps = std::move(snaps);
    releaseUnlessMovable();
    setMouseTracking(true);
    setAccessibleDescription(tr("Up and down choose a row, left and right move its point."));
    update();
}

const HeatmapCurve* Heatmap::movableCurve() const
{
    const auto index = static_cast<std::size_t>(m_movable); // of none, -1: beyond every size
    return index < m_curves.size() && m_curves[index].visible ? &m_curves[index] : nullptr;
}

// ---- For those who are read to

QString Heatmap::readingOfRow(int row) const
{
    int least = 0;
    int greatest = 0;
    for (int column = 1; column < columns(); ++column) {
        least = cell(row, column) < cell(row, least) ? column : least;
        greatest = cell(row, column) > cell(row, greatest) ? column : greatest;
    }
    return tr("greatest: %1\nleast: %2").arg(plainText(m_readout(row, greatest)), plainText(m_readout(row, least)));
}

QString Heatmap::reading() const
{
    QStringList lines;
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines << stale;
    }
    for (int row = 0; m_readout && row < rows(); ++row) {
        lines << readingOfRow(row);
    }
    return lines.join(QLatin1Char('\n'));
}

QString Heatmap::readingAtCursor() const
{
    return m_readout && m_currentRow >= 0 && m_currentRow < rows() ? readingOfRow(m_currentRow) : QString();
}

// ---- Painting

QFont Heatmap::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

void Heatmap::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const HeatmapPlan plan = this->plan();
    constexpr int beside = HeatmapPlan::markerWidth;
    const QSize pixels = pixelsOf(plan, devicePixelRatioF());
    const bool isPlotAlone = m_image.isMade(pixels) && plan.plot.adjusted(-beside, -3, beside, 3).contains(event->rect());
    if (!isPlotAlone) {
        paintAround(painter, plan, pixels);
    }
    if (m_image.isEmpty()) {
        painter.fillRect(plan.plot, palette().base());
        m_stale.paint(painter, plan.plot, *this);
        if (hasFocus()) {
            paintFocusFrame(painter, plan.plot, palette());
        }
        return;
    }
    paintCells(painter, plan, pixels);
    paintCurrentRow(painter, plan, m_currentRow, palette().color(hasFocus() ? QPalette::Highlight : QPalette::WindowText));
    paintCurves(painter, plan);
    paintMarks(painter, plan);
    if (hasFocus()) {
        paintFocusFrame(painter, plan.plot.adjusted(-2, -2, 2, 2), palette());
    }
}

void Heatmap::paintPlot(QPainter& painter, const QSize& size, double sharpness)
{
    resize(size);
    const HeatmapPlan plan = this->plan();
    const QSize pixels = pixelsOf(plan, sharpness);
    paintAround(painter, plan, pixels);
    paintCells(painter, plan, pixels);
    paintCurves(painter, plan);
}

std::shared_ptr<Heatmap> Heatmap::forFigure() const
{
    auto copy = std::make_shared<Heatmap>();
    styleForFigure(*copy);
    copy->m_title = m_title;
    copy->m_axis = m_axis;
    copy->m_image = m_image;
    copy->m_curves = m_curves;
    copy->setScale(m_scale);
    return copy;
}

void Heatmap::paintAround(QPainter& painter, const HeatmapPlan& plan, const QSize& pixels) const
{
    paintTitle(painter, plan);
    if (!m_image.isEmpty()) {
        HeatmapAxis axis = m_axis;
        if (columns() > pixels.width() || rows() > pixels.height()) {
            axis.columnTitle = tr("%1 (averaged)").arg(m_axis.columnTitle);
        }
        paintHeatmapAxes(painter, plan, axis, *this);
        paintColorBar(painter, plan, m_scale, m_image.colors(), *this);
    }
}

void Heatmap::paintTitle(QPainter& painter, const HeatmapPlan& plan) const
{
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString title = QFontMetrics(titleFont()).elidedText(m_title, Qt::ElideRight, plan.title.width());
    painter.drawText(plan.title, Qt::AlignLeft | Qt::AlignVCenter, title);
}

void Heatmap::paintCells(QPainter& painter, const HeatmapPlan& plan, const QSize& pixels)
{
    painter.drawImage(QRectF(plan.plot), m_image.image(pixels));
}

bool Heatmap::isComplete(const HeatmapCurve& curve) const
{
    return curve.columns.size() == static_cast<std::size_t>(rows());
}

void Heatmap::paintCurves(QPainter& painter, const HeatmapPlan& plan) const
{
    for (const HeatmapCurve& curve : m_curves) {
        if (curve.visible && isComplete(curve)) {
            paintCurve(painter, curve, plan);
        }
    }
    const std::size_t all = markedCurves(m_curves);
    std::size_t index = 0;
    for (const HeatmapCurve& curve : m_curves) {
        if (hasMarks(curve)) {
            if (curve.width > 0.0 && isComplete(curve)) {
                paintMarksOf(painter, curve, plan, index, all);
            }
            ++index;
        }
    }
}

// What belongs to the moment.
void Heatmap::paintMarks(QPainter& painter, const HeatmapPlan& plan) const
{
    if (const HeatmapCurve* movable = movableCurve(); movable != nullptr && isComplete(*movable)) {
        paintPoints(painter, *movable, plan, m_currentRow, m_drag ? m_drag->row() : m_cursor ? movablePointAt(*m_cursor, plan) : -1);
    }
    m_stale.paint(painter, plan.plot, *this);
    paintReadoutAtCursor(painter, plan);
}

// While a point is dragged, the read-out is of where the point is, not of what is beside it.
void Heatmap::paintReadoutAtCursor(QPainter& painter, const HeatmapPlan& plan) const
{
    if (m_cursor && m_readout && m_readoutStyle == ReadoutStyle::Box) {
        const int row = m_drag ? m_drag->row() : plan.rowAt(m_cursor->y());
        const int column = m_drag ? std::min(static_cast<int>(m_drag->column()), columns() - 1) : plan.columnAt(m_cursor->x());
        paintReadout(painter, m_readout(row, column), *m_cursor, *this);
    }
}

void Heatmap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateColors();
    }
}

bool Heatmap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::event(event);
}

// Of a cell, or the title where it is cut.
void Heatmap::showToolTip(const QPoint& position, const QPoint& globalPosition)
{
    const HeatmapPlan plan = this->plan();
    const bool isCut = QFontMetrics(titleFont()).horizontalAdvance(m_title) > plan.title.width();
    if (m_readout && m_readoutStyle == ReadoutStyle::ToolTip && rows() > 0 && plan.plot.contains(position)) {
        QToolTip::showText(globalPosition, toolTipText(m_readout(plan.rowAt(position.y()), plan.columnAt(position.x()))), this);
    } else if (isCut && plan.title.contains(position)) {
        QToolTip::showText(globalPosition, asToolTip(m_title), this);
    } else {
        QToolTip::hideText();
    }
}

} // namespace rotascope
