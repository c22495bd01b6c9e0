// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/plots/paint/still_plot.h"

#include <QColor>
#include <QPoint>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rotascope {

/// A share in a grid.
struct GridCell {
    std::optional<double> share; ///< 0 ... 1; none: not known yet
    int change = 0; ///< -1: less than before, 1: more; marked with a triangle
};

/// One grid of shares.
struct CellGrid {
    QString title; ///< above it; cut where there is no room
    QColor color; ///< of the line below the title
    bool isMarked = false; ///< its title is bold
    std::vector<GridCell> cells; ///< row by row, shape [rows, columns]
};

/// Several grids of shares with the same rows and columns, side by side and on one scale of colours: the lighter, the more. Each cell says
/// its share in per cent where there is room. The mouse or the arrow keys go to a cell, a click or Return chooses it.
class CellGrids : public StillPlot, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit CellGrids(QWidget* parent = nullptr);

    /// The names of rows, from top to bottom, and columns; labels stand beside the first grid and below each.
    void setAxes(const QStringList& rows, const QStringList& columns);
    void setTitles(const QString& rows, const QString& columns);
    void setGrids(std::vector<CellGrid> grids);
    [[nodiscard]] const std::vector<CellGrid>& grids() const { return m_grids; }
    void setReadout(std::function<Readout(int grid, int row, int column)> readout) { m_readout = std::move(readout); }
    void setPlaceholder(const QString& text);
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }
    [[nodiscard]] Freshness freshness() const { return m_stale.freshness(); }

    /// What it shows now, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<CellGrids> forFigure() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QString readingAtCursor() const override;

    /// A cell of a grid.
    struct Place {
        int grid = -1; ///< -1: none
        int row = 0;
        int column = 0;

        friend bool operator==(const Place&, const Place&) = default;
    };
    /// Where it is, in the widget.
    [[nodiscard]] QRectF rectOf(const Place& place) const;
    [[nodiscard]] const Place& cursor() const { return m_cursor; }

    [[nodiscard]] QSize sizeHint() const override { return {600, 200}; }

signals:
    void clicked(int grid, int row, int column);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int rows() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] QRectF gridOf(int grid) const; ///< without title and labels
    [[nodiscard]] Place placeAt(const QPointF& position) const;
    void setCursorAt(const Place& place);
    void paintStill(QPainter& painter) const override;
    void paintGrid(QPainter& painter, int grid) const;
    void paintCell(QPainter& painter, const GridCell& cell, const QRectF& area) const;
    void paintLabels(QPainter& painter, int grid) const;

    QStringList m_rows;
    QStringList m_columns;
    QString m_rowTitle;
    QString m_columnTitle;
    std::vector<CellGrid> m_grids;
    std::function<Readout(int, int, int)> m_readout;
    QString m_placeholder;
    StaleMark m_stale;
    Place m_cursor;
};

} // namespace rotascope
