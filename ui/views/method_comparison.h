// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/views/comparison_order.h"

#include <QColor>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct Analysis;
class LiveReadings;
struct TableAnalysis;
class Workspace;

/// The mean disturbance of the current table beside that of the pinned tables and of every method, as bars; how many components each
/// interpolates; how many times what position interpolation disturbs; and the second readings that the user wants to see. A click (or the
/// arrow keys and Space) shows a method in the charts or hides it again; a double click (or Return) chooses it. F2 renames a pinned table,
/// Delete removes it. A click on a header sorts.
class MethodComparison : public QWidget, public FigureSource, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit MethodComparison(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("methods"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    /// One line, as it is shown.
    struct Row {
        QString name;
        QColor color;
        double mean = 0.0; ///< 0 if the method is unavailable
        QString value = {}; ///< the mean, times 1000
        QString components = {}; ///< "92 of 128"; a dash where factors lie between 1 and s
        QString ratio = {}; ///< to position interpolation, e.g. "0.28 ×"
        QString toolTip = {};
        bool available = true;
        bool isCut = false; ///< whether the bar is longer than there is room, and so marked as cut
        std::string method = {}; ///< its name; empty: the current table, or a pinned one
        std::optional<std::size_t> pin = {}; ///< place of the pinned table
        bool isCurrent = false; ///< whether it is the current table
        QStringList readings = {}; ///< one for each of wantedReadings(): "…" while it is computed
        std::optional<double> rank = {}; ///< what rows are sorted by; none: comes last
    };
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] const ComparisonOrder& order() const { return m_order; }
    /// A column that is not shown is the usual order.
    void setOrder(const ComparisonOrder& order);

    // For those who are read to: a list with an entry for each row.
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::List; }
    [[nodiscard]] QString reading() const override;
    [[nodiscard]] int entries() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString entryText(int entry) const override;
    [[nodiscard]] QRect entryRect(int entry) const override { return rowRect(entry); }
    [[nodiscard]] int currentEntry() const override { return m_cursor < entries() ? m_cursor : -1; }
    void pressEntry(int entry) override { showRow(entry); }

    /// Where a row is, in the widget.
    [[nodiscard]] QRect rowRect(int row) const { return {0, (row + 1) * lineHeight(), width(), lineHeight()}; }
    /// Marks all of it as the last result where it is not the one that was asked for.
    void setFreshness(Freshness freshness);
    [[nodiscard]] Freshness freshness() const { return m_stale.freshness(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// What it needs without second readings. With them it may be scrolled sideways.
    [[nodiscard]] int leastWidth() const;

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Columns {
        QRect name, bar, value, components, ratio;
        std::vector<QRect> readings;

        [[nodiscard]] Columns movedDown(int pixels) const;
    };

    void refresh();
    void addRows(const Analysis& analysis);
    void addMethods(const Analysis& analysis);
    void addPins(const Analysis& analysis);
    void showRow(int row);
    void takeRow(int row);
    [[nodiscard]] int rowAt(const QPoint& position) const; ///< -1: none
    void moveCursor(int row);
    void scrollToCursor(); ///< in the area that it stands in
    [[nodiscard]] Row rowOf(const QString& name, const QColor& color, const Analysis& analysis, const TableAnalysis& table) const;
    void addReadings(Row& row, const Analysis& analysis, const TableAnalysis& table) const;
    [[nodiscard]] bool hasReadings() const; ///< whether all of them are there, for what is compared
    [[nodiscard]] bool isKnown(int column) const;
    void sortRows();
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] Columns columns() const; ///< of the header
    [[nodiscard]] int readingWidth(int column) const;
    [[nodiscard]] QString headerText(int column, const QString& title) const;
    [[nodiscard]] std::optional<int> headerAt(const QPoint& position) const; ///< its column, as ComparisonOrder has it
    [[nodiscard]] QString interpolatedToolTip() const;
    [[nodiscard]] QString headerToolTip(int column) const;
    [[nodiscard]] QString termAt(const QPoint& position) const;
    void paintAll(QPainter& painter, const QRect& part) const;
    void paintHeader(QPainter& painter, const Columns& at) const;
    void paintRow(QPainter& painter, int line, const Row& row, const Columns& at) const;
    void paintBar(QPainter& painter, QRect bar, const Row& row) const;

    Workspace* m_workspace;
    QPointer<LiveReadings> m_live; ///< of the workspace, which may go first
    std::shared_ptr<const Analysis> m_compared;
    std::vector<int> m_wanted; ///< wantedReadings()
    ComparisonOrder m_order;
    std::vector<std::string> m_places; ///< keys of the rows, as they were sorted last
    std::vector<Row> m_rows;
    double m_greatest = 0.0; ///< the mean that a bar of full length stands for
    int m_cursor = 0; ///< the row that keys act on
    StaleMark m_stale{this};
};

} // namespace rotascope
