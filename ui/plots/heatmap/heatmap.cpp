// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/heatmap.h"

#include "ui/base/colours.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace rotascope {
namespace {

constexpr int shades = 256;
constexpr int gap = 4;
constexpr int barHeight = 8;
constexpr int markerWidth = 7; // the triangles beside the current row
constexpr double reach = 7.0; // logical pixels from a point within which a hand takes hold of it
constexpr double snapReach = 5.0; // logical pixels from where a dragged point stays
constexpr double leastPointRow = 9.0; // logical pixels: in rows that are lower only the point at hand is drawn
constexpr double leastDrag = 3.0; // logical pixels: a click is not quite still

// Control points of "viridis" (Smith, van der Walt; CC0) in even steps.
std::vector<QColor> sequentialColors()
{
    return {QColor(0x44, 0x01, 0x54), QColor(0x48, 0x28, 0x78), QColor(0x3e, 0x4a, 0x89), QColor(0x31, 0x68, 0x8e),
        QColor(0x26, 0x82, 0x8e), QColor(0x1f, 0x9e, 0x89), QColor(0x35, 0xb7, 0x79), QColor(0x6e, 0xce, 0x58), QColor(0xb5, 0xde, 0x2b),
        QColor(0xfd, 0xe7, 0x25)};
}

// Away from the background on both sides, so that no difference looks like nothing.
std::vector<QColor> divergingColors(const QPalette& palette)
{
    const QColor nothing = palette.color(QPalette::Base);
    if (isDark(palette)) {
        return {QColor(0x9a, 0xd4, 0xff), QColor(0x3a, 0x8f, 0xe0), nothing, QColor(0xe0, 0x5a, 0x3a), QColor(0xff, 0xc2, 0xa0)};
    }
    return {QColor(0x05, 0x30, 0x7a), QColor(0x4a, 0x94, 0xd0), nothing, QColor(0xe0, 0x70, 0x50), QColor(0x80, 0x0c, 0x1c)};
}

QRgb between(const std::vector<QColor>& points, double position)
{
    const double at = position * static_cast<double>(points.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(at), points.size() - 2);
    const double share = at - static_cast<double>(first);
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    const QColor& a = points[first];
    const QColor& b = points[first + 1];
    return qRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

Heatmap::Heatmap(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(tr("Up and down choose a row."));
    updateColors();
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

void Heatmap::setAxis(const QString& columnTitle, std::vector<HeatmapTick> columnTicks, const QString& rowTitle)
{
    m_columnTitle = columnTitle;
    m_columnTicks = std::move(columnTicks);
    m_rowTitle = rowTitle;
    m_image = QImage();
    update();
}

void Heatmap::setCells(int rows, int columns, std::vector<float> cells)
{
    Q_ASSERT(cells.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
    if (m_drag && (rows != m_rows || columns != m_columns)) {
        release();
    }
    m_rows = rows;
    m_columns = columns;
    m_cells = std::move(cells);
    m_image = QImage();
    update();
}

void Heatmap::setRow(int row, std::span<const float> cells)
{
    Q_ASSERT(cells.size() == static_cast<std::size_t>(m_columns));
    std::ranges::copy(cells, m_cells.begin() + static_cast<std::ptrdiff_t>(row) * m_columns);
    if (!m_image.isNull()) {
        paintRow(row, m_image);
    }
    update(rowRect(row));
}

void Heatmap::setCurrentRow(int row)
{
    if (row != m_currentRow) {
        update(rowRect(m_currentRow));
        m_currentRow = row;
        update(rowRect(m_currentRow));
    }
}

void Heatmap::setReadout(std::function<QString(int, int)> readout)
{
    m_readout = std::move(readout);
}

float Heatmap::cell(int row, int column) const
{
    return m_cells.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column));
}

QColor Heatmap::colorOf(double value) const
{
    return QColor::fromRgb(lookUp(static_cast<float>(value)));
}

QPointF Heatmap::pointOf(int row, double column) const
{
    const QRectF area = plot();
    return {area.left() + std::clamp(column, 0.0, static_cast<double>(m_columns)) * area.width() / m_columns,
        topOf(row) + 0.5 * area.height() / m_rows};
}

// ---- Curves

void Heatmap::setCursorReadout(std::function<Readout(int, int)> readout)
{
    m_cursorReadout = std::move(readout);
    setMouseTracking(true);
}

void Heatmap::setCurves(std::vector<HeatmapCurve> curves)
{
    m_curves = std::move(curves);
    releaseUnlessMovable();
    update();
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

// ---- The image

void Heatmap::updateColors()
{
    const std::vector<QColor> points = m_scale.map == HeatmapScale::Map::Sequential ? sequentialColors() : divergingColors(palette());
    m_colors.resize(shades);
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        m_colors[i] = between(points, static_cast<double>(i) / (shades - 1));
    }
    m_image = QImage();
    update();
}

QRgb Heatmap::lookUp(float value) const
{
    const auto low = static_cast<float>(m_scale.low);
    const auto high = static_cast<float>(m_scale.high);
    const float position = (value - low) / (high - low);
    const float within = position > 0.0F ? std::min(position, 1.0F) : 0.0F; // what is no number as well
    return m_colors[static_cast<std::size_t>(std::lround(within * (shades - 1)))];
}

// Every pixel of the plot, so that cells keep sharp edges at any device pixel ratio.
QImage Heatmap::image(const QSize& pixels) const
{
    QImage result(pixels, QImage::Format_RGB32);
    for (int row = 0; row < m_rows; ++row) {
        paintRow(row, result);
    }
    return result;
}

// The lines y of the image with y * rows / height == row: the first is made, the others are copied from it.
void Heatmap::paintRow(int row, QImage& image) const
{
    const int height = image.height();
    const int first = (row * height + m_rows - 1) / m_rows;
    const int last = ((row + 1) * height + m_rows - 1) / m_rows;
    for (int y = first; y < last; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        if (y == first) {
            fillRow(row, line, image.width());
        } else {
            std::memcpy(line, image.constScanLine(first), sizeof(QRgb) * static_cast<std::size_t>(image.width()));
        }
    }
}

void Heatmap::fillRow(int row, QRgb* pixels, int width) const
{
    const float* cells = m_cells.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns);
    for (int x = 0; x < width; ++x) {
        const auto first = static_cast<int>(static_cast<qint64>(x) * m_columns / width);
        const auto last = std::max(first + 1, static_cast<int>((static_cast<qint64>(x) + 1) * m_columns / width));
        float sum = 0.0F;
        for (int column = first; column < last; ++column) {
            sum += cells[column];
        }
        pixels[x] = lookUp(sum / static_cast<float>(last - first));
    }
}

// ---- Painting

QRect Heatmap::plot() const
{
    const QFontMetrics ticks(tickFont(*this));
    const int left
        = (m_rowTitle.isEmpty() ? 0 : fontMetrics().height() + gap) + ticks.horizontalAdvance(QStringLiteral("000")) + markerWidth + 2;
    const int right = std::max(markerWidth, ticks.horizontalAdvance(QStringLiteral("360°")) / 2) + 2;
    const int top = fontMetrics().height() + 2 * gap;
    const int axis = gap + ticks.height() + fontMetrics().height();
    const int colors = 2 * gap + barHeight + gap + ticks.height();
    return {left, top, std::max(1, width() - left - right), std::max(1, height() - top - axis - colors - gap)};
}

QFont Heatmap::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QRect Heatmap::titleRect() const
{
    const QRect area = plot();
    return {area.left(), gap, area.width(), fontMetrics().height()};
}

QRect Heatmap::bar() const
{
    const QRect area = plot();
    return {area.left(), height() - gap - QFontMetrics(tickFont(*this)).height() - gap - barHeight, area.width(), barHeight};
}

void Heatmap::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRect area = plot();
    const bool insideAlone = m_image.size() == (QSizeF(area.size()) * devicePixelRatioF()).toSize()
        && area.adjusted(-markerWidth, -3, markerWidth, 3).contains(event->rect());
    if (insideAlone) {
        paintPlot(painter);
        return;
    }
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString title = QFontMetrics(titleFont()).elidedText(m_title, Qt::ElideRight, titleRect().width());
    painter.drawText(titleRect(), Qt::AlignLeft | Qt::AlignVCenter, title);
    if (m_rows == 0 || m_columns == 0) {
        painter.fillRect(area, palette().base());
        m_stale.paint(painter, area, *this);
        return;
    }
    const QSize pixels = (QSizeF(area.size()) * devicePixelRatioF()).toSize();
    if (m_image.size() != pixels) {
        m_image = image(pixels);
    }
    paintAxes(painter);
    paintBar(painter);
    paintPlot(painter);
}

void Heatmap::paintPlot(QPainter& painter) const
{
    painter.drawImage(QRectF(plot()), m_image);
    paintCurrentRow(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const HeatmapCurve& curve : m_curves) {
        if (curve.visible && curve.columns.size() == static_cast<std::size_t>(m_rows)) {
            curve.width > 0.0 ? paintCurve(painter, curve) : paintMarks(painter, curve);
        }
    }
    paintPoints(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    m_stale.paint(painter, plot(), *this);
    if (m_cursor && m_cursorReadout) {
        // While a point is dragged, what it takes is told, not what is beside it.
        const int row = m_drag ? m_drag->row : rowAt(m_cursor->y());
        const int column = m_drag ? std::min(static_cast<int>(m_drag->column), m_columns - 1) : columnAt(m_cursor->x());
        paintReadout(painter, m_cursorReadout(row, column), *m_cursor, *this);
    }
}

// A stroke in each row, on a dark one that is a little wider: it stands out from every colour of the map. What joins the rows is
// faint where it goes far, so that tables that jump to and fro do not hatch the map.
void Heatmap::paintCurve(QPainter& painter, const HeatmapCurve& curve) const
{
    const double half = 0.5 * plot().height() / m_rows;
    QList<QLineF> strokes;
    QList<QLineF> joints;
    QList<QLineF> jumps;
    for (int row = 0; row < m_rows; ++row) {
        const QPointF at = pointOf(row, curve.columns[static_cast<std::size_t>(row)]);
        strokes << QLineF(at - QPointF(0, half), at + QPointF(0, half));
        if (row > 0) {
            const QLineF joint(strokes[row - 1].p2(), strokes[row].p1());
            (std::abs(joint.dx()) < 0.08 * plot().width() ? joints : jumps) << joint;
        }
    }
    painter.setPen(QPen(withAlpha(curve.color, 0.45), 1));
    painter.drawLines(jumps);
    painter.setPen(QPen(QColor(0, 0, 0, 170), curve.width + 2.0, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(strokes);
    painter.drawLines(joints);
    painter.setPen(QPen(curve.color, curve.width, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(joints);
    painter.drawLines(strokes);
}

void Heatmap::paintMarks(QPainter& painter, const HeatmapCurve& curve) const
{
    const double half = std::clamp(0.35 * plot().height() / m_rows, 2.0, 4.0);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    painter.setBrush(curve.color);
    for (int row = 0; row < m_rows; ++row) {
        const QPointF at = pointOf(row, curve.columns[static_cast<std::size_t>(row)]);
        painter.drawPolygon(QPolygonF({at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)}));
    }
}

void Heatmap::paintPoints(QPainter& painter) const
{
    if (!hasMovablePoints()) {
        return;
    }
    const HeatmapCurve& curve = m_curves[static_cast<std::size_t>(m_movable)];
    if (curve.columns.size() != static_cast<std::size_t>(m_rows)) {
        return;
    }
    const int held = m_drag ? m_drag->row : m_cursor ? movablePointAt(*m_cursor) : -1;
    const double rowHeight = static_cast<double>(plot().height()) / m_rows;
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    for (int row = 0; row < m_rows; ++row) {
        const bool isLarge = row == held || row == m_currentRow;
        if (isLarge || rowHeight >= leastPointRow) { // else they would run together
            painter.setBrush(row == held ? QColor(Qt::white) : curve.color);
            const double radius = isLarge ? 4.5 : 3.0;
            painter.drawEllipse(pointOf(row, curve.columns[static_cast<std::size_t>(row)]), radius, radius);
        }
    }
}

void Heatmap::paintCurrentRow(QPainter& painter) const
{
    if (m_currentRow < 0 || m_currentRow >= m_rows) {
        return;
    }
    const QRectF area = plot();
    const QRectF row(area.left(), topOf(m_currentRow), area.width(), std::max(2.0, area.height() / m_rows));
    // Dark and bright together stand out from every colour of the map.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QColor(0, 0, 0, 200));
    painter.drawRect(row.adjusted(-2, -2, 1, 1));
    painter.setPen(Qt::white);
    painter.drawRect(row.adjusted(-1, -1, 0, 0));

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(hasFocus() ? QPalette::Highlight : QPalette::WindowText));
    const double y = row.center().y();
    for (const double side : {-1.0, 1.0}) {
        const double tip = side < 0 ? area.left() - 2 : area.right() + 2;
        painter.drawPolygon(QPolygonF({{tip, y}, {tip + side * (markerWidth - 2), y - 4}, {tip + side * (markerWidth - 2), y + 4}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void Heatmap::paintAxes(QPainter& painter) const
{
    const QRectF area = plot();
    const QFontMetrics metrics(tickFont(*this));
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.35F);
    painter.setFont(tickFont(*this));

    int step = 1;
    while (step * area.height() / m_rows < 1.3 * metrics.height()) {
        step *= 2;
    }
    for (int row = 0; row < m_rows; row += step) {
        const double y = topOf(row) + 0.5 * area.height() / m_rows;
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(0, y - metrics.height(), area.left() - markerWidth - 2, 2 * metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(row));
    }
    paintColumnTicks(painter, line);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(area.left(), area.bottom() + gap + metrics.height(), area.width(), fontMetrics().height()), Qt::AlignCenter,
        fontMetrics().elidedText(m_columnTitle, Qt::ElideRight, static_cast<int>(area.width())));
    painter.rotate(-90);
    painter.drawText(QRectF(-area.bottom(), 0, area.height(), fontMetrics().height()), Qt::AlignCenter, m_rowTitle);
    painter.rotate(90);
}

// Labels that would touch one that is there already are left out.
void Heatmap::paintColumnTicks(QPainter& painter, const QColor& line) const
{
    const QRectF area = plot();
    const QFontMetrics metrics(tickFont(*this));
    std::vector<std::pair<double, double>> taken;
    for (const bool important : {true, false}) {
        for (const HeatmapTick& tick : m_columnTicks) {
            if (tick.isImportant != important) {
                continue;
            }
            const double mark = area.left() + tick.at / m_columns * area.width();
            const double half = 0.5 * metrics.horizontalAdvance(tick.label);
            const double x = std::clamp(mark, std::min(half + 2, mark), std::max(width() - half - 2, 0.0)); // within the widget
            painter.setPen(line);
            painter.drawLine(QPointF(mark, area.bottom()), QPointF(mark, area.bottom() + 3));
            const bool hasRoom = std::ranges::none_of(
                taken, [&](const auto& label) { return x - half < label.second + 2 * gap && x + half > label.first - 2 * gap; });
            if (hasRoom) {
                painter.setPen(palette().color(QPalette::WindowText));
                painter.drawText(QRectF(x - half - 2, area.bottom() + gap, 2 * half + 4, metrics.height()), Qt::AlignCenter, tick.label);
                taken.emplace_back(x - half, x + half);
            }
        }
    }
}

void Heatmap::paintBar(QPainter& painter) const
{
    const QRectF area = bar();
    const QImage colors(reinterpret_cast<const uchar*>(m_colors.data()), shades, 1, QImage::Format_RGB32);
    painter.drawImage(area, colors);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.35F);
    painter.setPen(line);
    painter.drawRect(area.adjusted(0, 0, -1, -1));

    const QFontMetrics metrics(tickFont(*this));
    painter.setFont(tickFont(*this));
    double free = -1e9; // labels that would touch the one before are left out
    for (const HeatmapTick& tick : m_scale.ticks) {
        const double x = area.left() + (tick.at - m_scale.low) / (m_scale.high - m_scale.low) * area.width();
        const double width = metrics.horizontalAdvance(tick.label) + 2;
        // The outermost labels stay within the widget.
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, this->width() - width));
        painter.setPen(line);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 2));
        if (left > free) {
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(QRectF(left, area.bottom() + gap - 1, width, metrics.height()), Qt::AlignCenter, tick.label);
            free = left + width + gap;
        }
    }
}

// ---- Events

int Heatmap::rowAt(double y) const
{
    const QRectF area = plot();
    return std::clamp(static_cast<int>((y - area.top()) / area.height() * m_rows), 0, m_rows - 1);
}

int Heatmap::columnAt(double x) const
{
    const QRectF area = plot();
    return std::clamp(static_cast<int>((x - area.left()) / area.width() * m_columns), 0, m_columns - 1);
}

double Heatmap::topOf(int row) const
{
    const QRectF area = plot();
    return area.top() + row * area.height() / m_rows;
}

QRect Heatmap::rowRect(int row) const
{
    if (row < 0 || row >= m_rows) {
        return {};
    }
    const QRect area = plot();
    const int middle = static_cast<int>(topOf(row) + 0.5 * area.height() / m_rows);
    const int half = std::max(6, area.height() / m_rows / 2 + 4); // the triangles beside a thin row are higher than it
    return {area.left() - markerWidth, middle - half, area.width() + 2 * markerWidth, 2 * half};
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
    const bool isCut = QFontMetrics(titleFont()).horizontalAdvance(m_title) > titleRect().width();
    if (m_readout && m_rows > 0 && plot().contains(position)) {
        QToolTip::showText(globalPosition, m_readout(rowAt(position.y()), columnAt(position.x())), this);
    } else if (isCut && titleRect().contains(position)) {
        QToolTip::showText(globalPosition, m_title, this);
    } else {
        QToolTip::hideText();
    }
}

void Heatmap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateColors();
    }
}

void Heatmap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_image = QImage();
}

void Heatmap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_rows == 0) {
        return;
    }
    const QPointF at = event->position();
    if (const int row = movablePointAt(at); row >= 0) {
        const double column = movableColumn(row);
        m_drag = Drag{row, at, column - (at.x() - plot().left()) / plot().width() * m_columns, column, false};
        emit rowClicked(row);
        emit pointGrabbed(row);
    } else if (plot().contains(at.toPoint())) {
        emit rowClicked(rowAt(at.y()));
    }
}

void Heatmap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag) {
        drag(event->position());
    }
    setCursorAt(event->position());
}

void Heatmap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_drag) {
        release();
        setCursorAt(event->position());
    }
}

// A hand cannot let go of what is no longer there.
void Heatmap::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_drag) {
        release();
    }
}

void Heatmap::release()
{
    emit pointReleased(std::exchange(m_drag, std::nullopt)->row);
}

void Heatmap::releaseUnlessMovable()
{
    if (m_drag && !hasMovablePoints()) {
        release();
    }
}

bool Heatmap::hasMovablePoints() const
{
    // None is -1: beyond every size.
    return static_cast<std::size_t>(m_movable) < m_curves.size() && m_curves[static_cast<std::size_t>(m_movable)].visible;
}

void Heatmap::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setCursorAt(std::nullopt);
}

void Heatmap::drag(const QPointF& position)
{
    m_drag->moved = m_drag->moved || std::abs(position.x() - m_drag->from.x()) >= leastDrag;
    if (!m_drag->moved) {
        return;
    }
    const double perPixel = static_cast<double>(m_columns) / plot().width();
    double column = std::clamp((position.x() - plot().left()) * perPixel + m_drag->offset, 0.5, m_columns - 0.5);
    for (const double snap : m_snaps) {
        if (std::abs(column - snap) <= snapReach * perPixel) {
            column = snap;
            break;
        }
    }
    m_drag->column = column;
    emit pointMoved(m_drag->row, column);
}

int Heatmap::movablePointAt(const QPointF& position) const
{
    int nearest = -1;
    double least = reach;
    if (m_rows == 0 || !hasMovablePoints()) {
        return nearest;
    }
    for (int row = rowAt(position.y() - reach); row <= rowAt(position.y() + reach); ++row) {
        const QPointF away = pointOf(row, movableColumn(row)) - position;
        if (const double distance = std::hypot(away.x(), away.y()); distance <= least) {
            least = distance;
            nearest = row;
        }
    }
    return nearest;
}

double Heatmap::movableColumn(int row) const
{
    const std::vector<double>& columns = m_curves[static_cast<std::size_t>(m_movable)].columns;
    return static_cast<std::size_t>(row) < columns.size() ? std::clamp(columns[static_cast<std::size_t>(row)], 0.5, m_columns - 0.5) : 0.5;
}

void Heatmap::setCursorAt(std::optional<QPointF> cursor)
{
    const bool isInside = cursor && m_rows > 0 && (m_drag || plot().contains(cursor->toPoint()));
    if (!isInside) {
        cursor.reset();
    }
    const bool holds = m_drag || (cursor && movablePointAt(*cursor) >= 0);
    setCursor(holds ? Qt::SizeHorCursor : Qt::ArrowCursor);
    if (m_cursorReadout && (cursor || m_cursor)) {
        update();
    }
    m_cursor = cursor;
}

void Heatmap::keyPressEvent(QKeyEvent* event)
{
    int row = m_currentRow;
    switch (event->key()) {
    case Qt::Key_Up:
        --row;
        break;
    case Qt::Key_Down:
        ++row;
        break;
    case Qt::Key_PageUp:
        row -= 8;
        break;
    case Qt::Key_PageDown:
        row += 8;
        break;
    case Qt::Key_Home:
        row = 0;
        break;
    case Qt::Key_End:
        row = m_rows - 1;
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (hasMovablePoints() && row >= 0 && row < m_rows) {
            emit pointStepped(row, event->key() == Qt::Key_Left ? -1 : 1);
        } else {
            QWidget::keyPressEvent(event);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_rows > 0) {
        emit rowClicked(std::clamp(row, 0, m_rows - 1));
    }
}

} // namespace rotascope
