// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/grids/cell_grids.h"

#include "ui/base/color_maps.h"
#include "ui/base/colours.h"
#include "ui/base/focus_frame.h"
#include "ui/base/preferences.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/paint/axis_painter.h"
#include "ui/plots/paint/reading.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr double gridGap = 6.0; // logical pixels between things
constexpr double triangleSize = 6.0;
constexpr double edge = 3.0; // which the sign of focus surrounds

// The lightest colours of a map hardly differ from a white window.
constexpr double lightest = 0.95;

QColor colorOfShare(double share)
{
    return QColor::fromRgb(colorBetween(pointsOf(Preferences::instance().values().mapColors), lightest * share));
}

QColor textOn(const QColor& color)
{
    return qGray(color.rgb()) > 130 ? QColor(Qt::black) : QColor(Qt::white);
}

QPolygonF triangle(const QPointF& tip, bool up)
{
    const double height = up ? triangleSize : -triangleSize;
    return QPolygonF({tip, tip + QPointF(triangleSize / 2, height), tip + QPointF(-triangleSize / 2, height)});
}

} // namespace

CellGrids::CellGrids(QWidget* parent) : StillPlot(parent), m_stale(this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(260, 110);
    setAccessibleDescription(tr("Arrow keys: go to another cell. Return: choose it."));
    connect(&Preferences::instance(), &Preferences::changed, this, [this] { invalidate(); });
}

void CellGrids::setAxes(const QStringList& rows, const QStringList& columns)
{
    if (rows != m_rows || columns != m_columns) {
        m_cursor = {};
        m_rows = rows;
        m_columns = columns;
        invalidate();
    }
}

void CellGrids::setTitles(const QString& rows, const QString& columns)
{
    m_rowTitle = rows;
    m_columnTitle = columns;
    invalidate();
}

void CellGrids::setGrids(std::vector<CellGrid> grids)
{
    if (grids.size() != m_grids.size()) {
        m_cursor = {};
    }
    m_grids = std::move(grids);
    invalidate();
}

void CellGrids::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    invalidate();
}

std::shared_ptr<CellGrids> CellGrids::forFigure() const
{
    auto copy = std::make_shared<CellGrids>();
    styleForFigure(*copy);
    copy->m_rows = m_rows;
    copy->m_columns = m_columns;
    copy->m_rowTitle = m_rowTitle;
    copy->m_columnTitle = m_columnTitle;
    copy->m_grids = m_grids;
    return copy;
}

// ---- Geometry

QRectF CellGrids::gridOf(int grid) const
{
    const QFontMetrics small(tickFont(*this));
    int labels = 0;
    for (const QString& row : m_rows) {
        labels = std::max(labels, small.horizontalAdvance(row));
    }
    const double left = edge + (m_rowTitle.isEmpty() ? 0.0 : fontMetrics().height()) + labels + 2 * gridGap;
    const double top = edge + fontMetrics().height() + gridGap;
    const double bottom = small.height() + fontMetrics().height() + gridGap + edge;
    const double width = (this->width() - left) / static_cast<double>(std::max<std::size_t>(1, m_grids.size()));
    return {left + grid * width, top, std::max(1.0, width - 2 * gridGap), std::max(1.0, height() - top - bottom)};
}

QRectF CellGrids::rectOf(const Place& place) const
{
    const QRectF area = gridOf(place.grid);
    const QSizeF cell(area.width() / columns(), area.height() / rows());
    return {area.topLeft() + QPointF(place.column * cell.width(), place.row * cell.height()), cell};
}

CellGrids::Place CellGrids::placeAt(const QPointF& position) const
{
    for (int grid = 0; grid < static_cast<int>(m_grids.size()); ++grid) {
        const QRectF area = gridOf(grid);
        if (area.contains(position) && rows() > 0 && columns() > 0) {
            const auto row = static_cast<int>((position.y() - area.top()) / area.height() * rows());
            const auto column = static_cast<int>((position.x() - area.left()) / area.width() * columns());
            return {grid, std::min(row, rows() - 1), std::min(column, columns() - 1)};
        }
    }
    return {};
}

// ---- Painting

void CellGrids::paintCell(QPainter& painter, const GridCell& cell, const QRectF& area) const
{
    const QRectF inside = area.adjusted(0.5, 0.5, -0.5, -0.5);
    if (!cell.share) {
        painter.fillRect(inside, QBrush(withAlpha(palette().color(QPalette::WindowText), 0.2), Qt::BDiagPattern));
        return;
    }
    const QColor color = colorOfShare(*cell.share);
    painter.fillRect(inside, color);
    const QString text = QString::number(std::lround(100.0 * *cell.share));
    const QFontMetrics metrics(painter.font());
    const bool hasText = metrics.horizontalAdvance(text) + 2 < area.width() && metrics.height() <= area.height();
    if (hasText) {
        const double beside = cell.change != 0 && area.width() > metrics.horizontalAdvance(text) + triangleSize + 4 ? triangleSize : 0.0;
        painter.setPen(textOn(color));
        painter.drawText(area.adjusted(0, 0, -beside, 0), Qt::AlignCenter, text);
    }
    if (cell.change != 0 && area.width() > 2 * triangleSize && area.height() > triangleSize + 2) {
        const bool isMore = cell.change > 0;
        const QPointF tip(area.right() - triangleSize / 2 - 2, isMore ? area.top() + 2 : area.top() + 2 + triangleSize);
        painter.setPen(Qt::NoPen);
        painter.setBrush(textOn(color));
        painter.drawPolygon(triangle(tip, isMore));
    }
}

void CellGrids::paintLabels(QPainter& painter, int grid) const
{
    const QRectF area = gridOf(grid);
    const QFontMetrics metrics(painter.font());
    painter.setPen(palette().color(QPalette::WindowText));
    double taken = 0.0;
    for (int column = columns() - 1; column >= 0; --column) { // the last one is what matters most
        const QRectF cell = rectOf({grid, rows() - 1, column});
        const double width = metrics.horizontalAdvance(m_columns[column]);
        const QRectF label(cell.center().x() - width / 2, area.bottom() + 2, width + 1, metrics.height());
        if (taken == 0.0 || label.right() + 4 < taken) {
            painter.drawText(label, Qt::AlignCenter, m_columns[column]);
            taken = label.left();
        }
    }
    for (int row = 0; grid == 0 && row < rows(); ++row) {
        const QRectF cell = rectOf({grid, row, 0});
        if (cell.height() >= metrics.height() || row == 0 || row == rows() - 1) {
            painter.drawText(QRectF(0, cell.center().y() - metrics.height() / 2.0, area.left() - gridGap / 2, metrics.height()),
                Qt::AlignRight | Qt::AlignVCenter, m_rows[row]);
        }
    }
}

void CellGrids::paintGrid(QPainter& painter, int grid) const
{
    const CellGrid& shown = m_grids[static_cast<std::size_t>(grid)];
    const QRectF area = gridOf(grid);
    painter.setFont(tickFont(*this));
    for (int row = 0; row < rows(); ++row) {
        for (int column = 0; column < columns(); ++column) {
            paintCell(painter,
                shown.cells.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) + static_cast<std::size_t>(column)),
                rectOf({grid, row, column}));
        }
    }
    paintLabels(painter, grid);
    QFont font = this->font();
    font.setBold(shown.isMarked);
    font = fittingFont(font, shown.title, area.width());
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::WindowText));
    const double line = fontMetrics().height();
    painter.drawText(QRectF(area.left(), edge, area.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(shown.title, Qt::ElideRight, static_cast<int>(area.width())));
    painter.fillRect(QRectF(area.left(), edge + line + 1, area.width(), 3), shown.color);
}

void CellGrids::paintStill(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_grids.empty() || rows() == 0 || columns() == 0) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    for (int grid = 0; grid < static_cast<int>(m_grids.size()); ++grid) {
        paintGrid(painter, grid);
    }
    const QRectF area = gridOf(0);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(area.left(), height() - edge - fontMetrics().height(), width() - area.left(), fontMetrics().height()),
        Qt::AlignHCenter | Qt::AlignVCenter, m_columnTitle);
    AxisPainter(painter, area, *this).paintLeftTitle(m_rowTitle, edge);
}

void CellGrids::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawStill(painter);
    m_stale.paint(painter, rect(), *this);
    if (hasFocus()) {
        paintFocusFrame(painter, rect(), palette());
    }
    if (m_cursor.grid >= 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rectOf(m_cursor));
        if (m_readout) {
            paintReadout(painter, m_readout(m_cursor.grid, m_cursor.row, m_cursor.column), rectOf(m_cursor).center(), *this);
        }
    }
}

void CellGrids::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    setMinimumSize(1, 1);
    resize(size);
    paintStill(painter);
}

// ---- For screen readers

QString CellGrids::reading() const
{
    if (m_grids.empty()) {
        return m_placeholder;
    }
    QStringList lines;
    for (int grid = 0; m_readout && grid < static_cast<int>(m_grids.size()); ++grid) {
        for (int row = 0; row < rows(); ++row) {
            for (int column = 0; column < columns(); ++column) {
                lines << plainText(m_readout(grid, row, column));
            }
        }
    }
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines.prepend(stale);
    }
    return lines.join(QLatin1Char('\n'));
}

QString CellGrids::readingAtCursor() const
{
    return m_cursor.grid >= 0 && m_readout ? plainText(m_readout(m_cursor.grid, m_cursor.row, m_cursor.column)) : QString();
}

// ---- Events

void CellGrids::setCursorAt(const Place& place)
{
    if (place != m_cursor) {
        m_cursor = place;
        update();
        tellCursorMoved(this);
    }
}

void CellGrids::mousePressEvent(QMouseEvent* event)
{
    if (const Place place = placeAt(event->position()); event->button() == Qt::LeftButton && place.grid >= 0) {
        emit clicked(place.grid, place.row, place.column);
    }
}

void CellGrids::mouseMoveEvent(QMouseEvent* event)
{
    setCursorAt(placeAt(event->position()));
}

void CellGrids::leaveEvent(QEvent* event)
{
    StillPlot::leaveEvent(event);
    setCursorAt({});
}

// From one grid into the next at its side.
void CellGrids::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int across = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int down = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (isReturn && m_cursor.grid >= 0) {
        emit clicked(m_cursor.grid, m_cursor.row, m_cursor.column);
        return;
    }
    if ((across == 0 && down == 0) || m_grids.empty() || rows() == 0 || columns() == 0) {
        StillPlot::keyPressEvent(event);
        return;
    }
    if (m_cursor.grid < 0) {
        setCursorAt({0, 0, 0});
        return;
    }
    const int all = static_cast<int>(m_grids.size()) * columns();
    const int column = std::clamp(m_cursor.grid * columns() + m_cursor.column + across, 0, all - 1);
    setCursorAt({column / columns(), std::clamp(m_cursor.row + down, 0, rows() - 1), column % columns()});
}

} // namespace rotascope
