// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/long_table.h"

#include "ui/base/colours.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace rotascope {
namespace {

constexpr int padding = 6;
// A scroll bar counts in int: with more rows than this, one of its steps is several rows.
constexpr std::int64_t mostSteps = std::int64_t{1} << 30;
constexpr int rowsOfWheelStep = 3;
constexpr int angleOfWheelStep = 120;

} // namespace

LongTable::LongTable(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    verticalScrollBar()->setSingleStep(1);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &LongTable::onVerticalAction);
    updateBars();
}

void LongTable::setContent(std::int64_t rows, LongColumns columns, CellOf cellOf)
{
    m_rows = rows;
    m_columns = std::move(columns);
    m_cellOf = std::move(cellOf);
    const auto row = [&](std::int64_t place) { return std::clamp<std::int64_t>(place, 0, std::max<std::int64_t>(m_rows - 1, 0)); };
    const auto column = [&](int place) { return std::clamp(place, 0, std::max(m_columns.count - 1, 0)); };
    m_currentRow = row(m_currentRow);
    m_anchorRow = row(m_anchorRow);
    m_currentColumn = column(m_currentColumn);
    m_anchorColumn = column(m_anchorColumn);
    updateBars();
    setTop(m_top);
    viewport()->update();
}

void LongTable::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    viewport()->update();
}

void LongTable::setMarkedGroup(int group)
{
    m_markedGroup = group;
    viewport()->update();
}

int LongTable::fixedWidth() const
{
    return std::accumulate(m_columns.fixedWidths.begin(), m_columns.fixedWidths.end(), 0);
}

int LongTable::lineHeight() const
{
    return fontMetrics().height() + 4;
}

std::int64_t LongTable::wholeRows() const
{
    return std::max((viewport()->height() - headerHeight()) / lineHeight(), 1);
}

std::int64_t LongTable::lastTop() const
{
    return std::max<std::int64_t>(m_rows - wholeRows(), 0);
}

int LongTable::lastLeft() const
{
    return std::max(m_columns.count - fixed() - wholeColumns(), 0);
}

int LongTable::wholeColumns() const
{
    return std::max((viewport()->width() - fixedWidth()) / m_columns.width, 1);
}

// Where not all have room, those that have it take all of it: none is cut.
int LongTable::placeOf(int column) const
{
    const int whole = wholeColumns();
    const bool areAll = whole >= m_columns.count - fixed();
    const int room = areAll ? whole * m_columns.width : std::max(viewport()->width() - fixedWidth(), m_columns.width);
    return fixedWidth() + column * room / whole;
}

int LongTable::xOf(int column) const
{
    const auto& widths = m_columns.fixedWidths;
    return column < fixed() ? std::accumulate(widths.begin(), widths.begin() + column, 0)
                            : placeOf(column - fixed() - horizontalScrollBar()->value());
}

int LongTable::widthOf(int column) const
{
    return column < fixed() ? m_columns.fixedWidths[static_cast<std::size_t>(column)] : xOf(column + 1) - xOf(column);
}

LongBlock LongTable::visibleBlock() const
{
    const int first = fixed() + horizontalScrollBar()->value();
    return {m_top, std::min(wholeRows() + 1, m_rows - m_top), first, std::clamp(wholeColumns(), 0, std::max(m_columns.count - first, 0))};
}

std::vector<int> LongTable::visibleColumns() const
{
    const LongBlock block = visibleBlock();
    std::vector<int> columns(static_cast<std::size_t>(fixed() + block.columns));
    std::iota(columns.begin(), columns.begin() + fixed(), 0);
    std::iota(columns.begin() + fixed(), columns.end(), block.firstColumn);
    return columns;
}

LongBlock LongTable::selection() const
{
    if (m_rows == 0) {
        return {};
    }
    const auto [top, bottom] = std::minmax(m_currentRow, m_anchorRow);
    const auto [left, right] = std::minmax(m_currentColumn, m_anchorColumn);
    return {top, bottom - top + 1, left, right - left + 1};
}

bool LongTable::contains(const LongBlock& block, std::int64_t row, int column)
{
    return row >= block.firstRow && row < block.firstRow + block.rows && column >= block.firstColumn
        && column < block.firstColumn + block.columns;
}

QRect LongTable::cellRect(std::int64_t row, int column) const
{
    return {xOf(column), headerHeight() + static_cast<int>(row - m_top) * lineHeight(), widthOf(column), lineHeight()};
}

std::int64_t LongTable::rowAt(int y) const
{
    const int below = y - headerHeight();
    return m_top + (below < 0 ? -1 : below / lineHeight());
}

int LongTable::columnAt(int x) const
{
    for (const int column : visibleColumns()) {
        if (x >= xOf(column) && x < xOf(column) + widthOf(column)) {
            return column;
        }
    }
    return x < 0 ? 0 : m_columns.count - 1;
}

QSize LongTable::sizeHint() const
{
    return {fixedWidth() + 6 * m_columns.width, headerHeight() + 16 * lineHeight()};
}

QString LongTable::reading() const
{
    if (m_rows == 0) {
        return m_placeholder;
    }
    const LongBlock block = visibleBlock();
    QStringList lines;
    for (std::int64_t row = block.firstRow; row < block.firstRow + block.rows; ++row) {
        QStringList cells;
        for (const int column : visibleColumns()) {
            const LongCell cell = m_cellOf(row, column);
            const QString text = cell.isMarked ? tr("%1, not valid").arg(cell.text) : cell.text;
            cells << m_columns.title(column) + QLatin1Char(' ') + text;
        }
        lines << cells.join(QStringLiteral("; "));
    }
    return lines.join(QLatin1Char('\n'));
}

// Where the table was scrolled, only rows that were not seen before.
void LongTable::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    if (m_rows == 0) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect().adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    const std::vector<int> columns = visibleColumns();
    const LongBlock block = visibleBlock();
    const std::int64_t first = std::max(block.firstRow, rowAt(event->rect().top()));
    const std::int64_t end = std::min(block.firstRow + block.rows, rowAt(event->rect().bottom()) + 1);
    for (std::int64_t row = first; row < end; ++row) {
        paintRow(painter, row, columns);
    }
    paintGroups(painter, columns, block.rows);
    if (event->rect().top() < headerHeight()) {
        paintHeader(painter, columns);
    }
}

void LongTable::paintRow(QPainter& painter, std::int64_t row, const std::vector<int>& columns) const
{
    const LongBlock selected = selection();
    const QPalette& colours = palette();
    const auto group = isActiveWindow() && hasFocus() ? QPalette::Active : QPalette::Inactive;
    if (row % 2 == 1) {
        painter.fillRect(QRect(0, cellRect(row, 0).top(), viewport()->width(), lineHeight()), colours.color(QPalette::AlternateBase));
    }
    for (const int column : columns) {
        const QRect rect = cellRect(row, column);
        LongCell cell = m_cellOf(row, column);
        if (cell.isMarked) {
            cell.text.prepend(QStringLiteral("⚠ "));
        }
        const bool isSelected = contains(selected, row, column);
        if (isSelected) {
            painter.fillRect(rect, colours.color(group, QPalette::Highlight));
        }
        const QColor text = colours.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
        painter.setPen(cell.isMarked && !isSelected ? errorColor(colours) : cell.isPending ? withAlpha(text, 0.4) : text);
        painter.drawText(rect.adjusted(padding, 0, -padding, 0), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, cell.text);
        if (row == m_currentRow && column == m_currentColumn && hasFocus()) {
            painter.setPen(colours.color(QPalette::Text));
            painter.drawRect(rect.adjusted(0, 0, -1, -1));
        }
    }
}

// A line before each group of columns, as far as there are rows.
void LongTable::paintGroups(QPainter& painter, const std::vector<int>& columns, std::int64_t rows) const
{
    painter.setPen(withAlpha(palette().color(QPalette::Text), 0.15));
    const int bottom = headerHeight() + static_cast<int>(rows) * lineHeight() - 1;
    for (const int column : columns) {
        if (column >= fixed() && (column - fixed()) % m_columns.perGroup == 0) {
            painter.drawLine(xOf(column), headerHeight(), xOf(column), bottom);
        }
    }
    painter.setPen(withAlpha(palette().color(QPalette::Text), 0.3));
    painter.drawLine(fixedWidth() - 1, headerHeight(), fixedWidth() - 1, viewport()->height());
}

void LongTable::paintHeader(QPainter& painter, const std::vector<int>& columns) const
{
    const QPalette& colours = palette();
    painter.fillRect(QRect(0, 0, viewport()->width(), headerHeight()), colours.color(QPalette::Button));
    painter.setPen(withAlpha(colours.color(QPalette::Text), 0.3));
    painter.drawLine(0, headerHeight() - 1, viewport()->width(), headerHeight() - 1);
    painter.drawLine(fixedWidth() - 1, 0, fixedWidth() - 1, headerHeight() - 1);
    QFont bold = font();
    bold.setBold(true);
    for (const int column : columns) {
        const QRect rect(xOf(column), 0, widthOf(column), headerHeight());
        const bool isMarked = m_markedGroup >= 0 && column >= fixed() && (column - fixed()) / m_columns.perGroup == m_markedGroup;
        painter.setFont(isMarked ? bold : font());
        painter.setPen(colours.color(QPalette::ButtonText));
        painter.drawText(
            rect.adjusted(padding, 0, -padding, 0), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_columns.title(column));
        if (isMarked) {
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colours.color(QPalette::Highlight));
        }
    }
}

bool LongTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept(); // what is selected here is meant
        return true;
    }
    return QAbstractScrollArea::event(event);
}

// A marked group that was seen is still seen.
void LongTable::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool wasSeen = m_markedGroup >= 0 && isGroupSeen(m_markedGroup); // the bars are still those of the size before
    updateBars();
    if (wasSeen) {
        showGroup(m_markedGroup);
    }
    setTop(m_top);
}

bool LongTable::isGroupSeen(int group) const
{
    const int first = group * m_columns.perGroup;
    const int left = horizontalScrollBar()->value();
    return first == left || (first > left && first + m_columns.perGroup <= left + horizontalScrollBar()->pageStep());
}

void LongTable::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateBars();
    }
    viewport()->update();
}

void LongTable::updateBars()
{
    verticalScrollBar()->setRange(0, static_cast<int>(std::min(lastTop(), mostSteps)));
    verticalScrollBar()->setPageStep(static_cast<int>(std::max<std::int64_t>(lastTop() > mostSteps ? 1 : wholeRows(), 1)));
    horizontalScrollBar()->setRange(0, m_rows == 0 ? 0 : lastLeft());
    horizontalScrollBar()->setPageStep(wholeColumns());
}

void LongTable::setTop(std::int64_t top)
{
    const std::int64_t before = std::exchange(m_top, std::clamp<std::int64_t>(top, 0, lastTop()));
    {
        const QSignalBlocker blocker(verticalScrollBar());
        verticalScrollBar()->setValue(stepOf(m_top));
    }
    scrollRows(before - m_top);
    emit visibleChanged();
}

// Moves what is painted already, and has the rest painted.
void LongTable::scrollRows(std::int64_t down)
{
    const QRect rows(0, headerHeight(), viewport()->width(), viewport()->height() - headerHeight());
    if (std::abs(down) < wholeRows()) {
        viewport()->scroll(0, static_cast<int>(down) * lineHeight(), rows);
    } else {
        viewport()->update(rows);
    }
}

int LongTable::stepOf(std::int64_t top) const
{
    const double share = lastTop() == 0 ? 0.0 : static_cast<double>(top) / static_cast<double>(lastTop());
    return static_cast<int>(lastTop() <= mostSteps ? top : std::llround(share * static_cast<double>(mostSteps)));
}

std::int64_t LongTable::topOf(int step) const
{
    const double share = static_cast<double>(step) / static_cast<double>(mostSteps);
    return lastTop() <= mostSteps ? step : std::llround(share * static_cast<double>(lastTop()));
}

// The bar says what it is about to do: single rows and pages are exact, whatever its steps are.
void LongTable::onVerticalAction(int action)
{
    std::int64_t top = m_top;
    switch (action) {
    case QAbstractSlider::SliderSingleStepAdd:
        ++top;
        break;
    case QAbstractSlider::SliderSingleStepSub:
        --top;
        break;
    case QAbstractSlider::SliderPageStepAdd:
        top += wholeRows();
        break;
    case QAbstractSlider::SliderPageStepSub:
        top -= wholeRows();
        break;
    default:
        return; // scrollContentsBy() follows
    }
    setTop(top);
    verticalScrollBar()->setSliderPosition(verticalScrollBar()->value());
}

void LongTable::scrollContentsBy(int dx, int /*dy*/)
{
    const int step = verticalScrollBar()->value();
    const std::int64_t before = std::exchange(m_top, step == stepOf(m_top) ? m_top : std::min(topOf(step), lastTop()));
    if (dx != 0) {
        viewport()->update();
    } else {
        scrollRows(before - m_top);
    }
    emit visibleChanged();
}

void LongTable::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    if (std::abs(angle.x()) > std::abs(angle.y()) || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheel += angle.y() * rowsOfWheelStep;
    const int rows = m_wheel / angleOfWheelStep;
    m_wheel -= rows * angleOfWheelStep;
    setTop(m_top - rows);
    event->accept();
}

void LongTable::keyPressEvent(QKeyEvent* event)
{
    if (m_rows == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        emit copyAsked();
        return;
    }
    const bool toTheEnd = event->modifiers().testFlag(Qt::ControlModifier);
    std::int64_t row = m_currentRow;
    int column = m_currentColumn;
    switch (event->key()) {
    case Qt::Key_Up:
        row = toTheEnd ? 0 : row - 1;
        break;
    case Qt::Key_Down:
        row = toTheEnd ? m_rows - 1 : row + 1;
        break;
    case Qt::Key_PageUp:
        row -= wholeRows();
        break;
    case Qt::Key_PageDown:
        row += wholeRows();
        break;
    case Qt::Key_Left:
        column = toTheEnd ? 0 : column - 1;
        break;
    case Qt::Key_Right:
        column = toTheEnd ? m_columns.count - 1 : column + 1;
        break;
    case Qt::Key_Home:
        row = toTheEnd ? 0 : row;
        column = 0;
        break;
    case Qt::Key_End:
        row = toTheEnd ? m_rows - 1 : row;
        column = m_columns.count - 1;
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    moveCurrent(row, column, event->modifiers().testFlag(Qt::ShiftModifier));
}

void LongTable::moveCurrent(std::int64_t row, int column, bool extends)
{
    m_currentRow = std::clamp<std::int64_t>(row, 0, m_rows - 1);
    m_currentColumn = std::clamp(column, 0, m_columns.count - 1);
    if (!extends) {
        m_anchorRow = m_currentRow;
        m_anchorColumn = m_currentColumn;
    }
    if (m_currentColumn >= fixed()) {
        const int place = m_currentColumn - fixed();
        const int seen = horizontalScrollBar()->pageStep();
        const int left = horizontalScrollBar()->value();
        horizontalScrollBar()->setValue(place < left ? place : place >= left + seen ? place - seen + 1 : left);
    }
    setTop(m_currentRow < m_top ? m_currentRow : m_currentRow >= m_top + wholeRows() ? m_currentRow - wholeRows() + 1 : m_top);
    viewport()->update(); // the selection is another
    emit currentChanged(m_currentRow, m_currentColumn);
}

void LongTable::goToRow(std::int64_t row)
{
    if (m_rows > 0) {
        moveCurrent(row, m_currentColumn, false);
        setTop(m_currentRow - wholeRows() / 4);
    }
}

void LongTable::showGroup(int group)
{
    const int first = group * m_columns.perGroup;
    const int left = horizontalScrollBar()->value();
    const int beyond = first + m_columns.perGroup - horizontalScrollBar()->pageStep();
    horizontalScrollBar()->setValue(std::min(std::max(left, beyond), first));
}

void LongTable::mousePressEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (event->button() == Qt::LeftButton && m_rows > 0) {
        const std::int64_t row = rowAt(place.y());
        const bool isHeader = row < m_top;
        moveCurrent(isHeader ? m_currentRow : row, columnAt(place.x()), event->modifiers().testFlag(Qt::ShiftModifier));
    }
}

void LongTable::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_rows > 0) {
        const QPoint place = event->position().toPoint();
        moveCurrent(std::max<std::int64_t>(rowAt(place.y()), 0), columnAt(place.x()), true);
    }
}

void LongTable::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_rows == 0) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &LongTable::copyAsked);
    menu->popup(event->globalPos());
}

} // namespace rotascope
