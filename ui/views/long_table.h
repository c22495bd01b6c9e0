// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"

#include <QAbstractScrollArea>
#include <QString>
#include <cstdint>
#include <functional>
#include <vector>

namespace rotascope {

/// What a cell of a LongTable shows.
struct LongCell {
    QString text;
    bool isPending = false; ///< it is not known yet
    bool isMarked = false; ///< something is wrong with it
};

/// The columns of a LongTable. The first ones are fixed: they stay where they are when the others scroll.
struct LongColumns {
    std::vector<int> fixedWidths; ///< pixels
    int width = 80; ///< of each other column, pixels
    int count = 0; ///< in all
    int perGroup = 1; ///< columns that belong together, with a line before each group, after the fixed ones
    std::function<QString(int column)> title;
};

/// Neighbouring cells.
struct LongBlock {
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
    int firstColumn = 0;
    int columns = 0;

    friend bool operator==(const LongBlock&, const LongBlock&) = default;
};

/// A table with any number of rows, beyond what Qt's views count (2^31): it asks for what it shows, and has nothing for each row.
/// Arrows, Page up and down, Home and End move the current cell, with Ctrl to the ends of the table; with Shift they select a block.
class LongTable : public QAbstractScrollArea, public Readable {
    Q_OBJECT

public:
    using CellOf = std::function<LongCell(std::int64_t row, int column)>;

    explicit LongTable(QWidget* parent = nullptr);

    /// The place that is shown stays, as far as it is still there.
    void setContent(std::int64_t rows, LongColumns columns, CellOf cellOf);
    /// What is written where there are no rows.
    void setPlaceholder(const QString& text);
    /// The columns of this group (-1: none) are set off in the header.
    void setMarkedGroup(int group);

    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    [[nodiscard]] const LongColumns& columns() const { return m_columns; }
    /// The rows that are seen, also in part, and the columns that scroll and are seen; none of these is cut.
    [[nodiscard]] LongBlock visibleBlock() const;
    [[nodiscard]] std::int64_t currentRow() const { return m_currentRow; }
    [[nodiscard]] int currentColumn() const { return m_currentColumn; }
    [[nodiscard]] LongBlock selection() const;
    /// Makes it the current row, in the upper part of what is seen.
    void goToRow(std::int64_t row);
    /// Scrolls sideways until the columns of the group are seen.
    void showGroup(int group);
    /// The contents of cells have changed.
    void refresh() { viewport()->update(); }
    [[nodiscard]] QRect cellRect(std::int64_t row, int column) const; ///< in the viewport

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Table; }
    [[nodiscard]] QString reading() const override; ///< of what is seen, a line for each row

signals:
    void visibleChanged();
    void currentChanged(std::int64_t row, int column);
    void copyAsked();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] int fixed() const { return static_cast<int>(m_columns.fixedWidths.size()); }
    [[nodiscard]] int fixedWidth() const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int headerHeight() const { return lineHeight() + 4; }
    [[nodiscard]] std::int64_t wholeRows() const; ///< that are seen whole, at least one
    [[nodiscard]] std::int64_t lastTop() const;
    [[nodiscard]] int lastLeft() const;
    [[nodiscard]] int xOf(int column) const;
    [[nodiscard]] int widthOf(int column) const;
    [[nodiscard]] int wholeColumns() const; ///< how many of those that scroll have room
    [[nodiscard]] int placeOf(int column) const; ///< where one of these begins, counted from the first that is seen
    [[nodiscard]] std::vector<int> visibleColumns() const; ///< the fixed ones as well
    [[nodiscard]] static bool contains(const LongBlock& block, std::int64_t row, int column);
    [[nodiscard]] std::int64_t rowAt(int y) const;
    [[nodiscard]] int columnAt(int x) const;
    void paintHeader(QPainter& painter, const std::vector<int>& columns) const;
    void paintRow(QPainter& painter, std::int64_t row, const std::vector<int>& columns) const;
    void paintGroups(QPainter& painter, const std::vector<int>& columns, std::int64_t rows) const;
    void setTop(std::int64_t top);
    void scrollRows(std::int64_t down);
    [[nodiscard]] int stepOf(std::int64_t top) const; ///< of the scroll bar
    [[nodiscard]] std::int64_t topOf(int step) const;
    void updateBars();
    [[nodiscard]] bool isGroupSeen(int group) const;
    void onVerticalAction(int action);
    void moveCurrent(std::int64_t row, int column, bool extends);

    std::int64_t m_rows = 0;
    LongColumns m_columns;
    CellOf m_cellOf;
    QString m_placeholder;
    int m_markedGroup = -1;
    std::int64_t m_top = 0;
    std::int64_t m_currentRow = 0;
    int m_currentColumn = 0;
    std::int64_t m_anchorRow = 0;
    int m_anchorColumn = 0;
    int m_wheel = 0; ///< what is left of an angle that was too little for a row
};

} // namespace rotascope
