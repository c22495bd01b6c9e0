// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/heatmap/cell_image.h"
#include "ui/plots/heatmap/heatmap_axes.h"
#include "ui/plots/heatmap/heatmap_content.h"
#include "ui/plots/heatmap/heatmap_plan.h"
#include "ui/plots/heatmap/movable_points.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/stale_mark.h"

#include <QColor>
#include <QPointF>
#include <QString>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// A matrix as an image: one row a dimension. More columns or rows than pixels are averaged, which the title of the columns says.
/// A click or the keys Up, Down, Page Up, Page Down, Home and End choose a row. Curves may be drawn over it; the points of one of
/// them can be dragged along their rows, or moved by a column with Left and Right. A drag ends when its point is gone: when there are
/// other rows or columns, or when no curve is movable any more.
class Heatmap : public QWidget, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit Heatmap(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setScale(const HeatmapScale& scale);
    void setAxis(const QString& columnTitle, std::vector<HeatmapTick> columnTicks, const QString& rowTitle);
    /// Row-major, shape [rows, columns].
    void setCells(int rows, int columns, std::vector<float> cells);
    /// Replaces one row; only that is painted again.
    void setRow(int row, std::span<const float> cells);
    /// Outlines a row; -1: none.
    void setCurrentRow(int row);
    /// What is said about the cell under the cursor; nothing by default.
    void setReadout(ReadoutStyle style, std::function<Readout(int row, int column)> readout);

    /// Later curves are painted over earlier ones.
    void setCurves(std::vector<HeatmapCurve> curves);
    [[nodiscard]] const std::vector<HeatmapCurve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);
    /// The points of this curve can be moved while it is visible; -1: none. Near `snaps` (columns, fractional) a dragged point stays at
    /// exactly these.
    void setMovableCurve(int curve, std::vector<double> snaps);
    /// Marks all of it as the last result where it is not the one that was asked for.
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }

    /// What it shows now, without the current row and handles, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<Heatmap> forFigure() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    /// Of each row, where it is greatest and where it is least.
    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QString readingAtCursor() const override; ///< the same of the current row

    [[nodiscard]] int rows() const { return m_image.rows(); }
    [[nodiscard]] int columns() const { return m_image.columns(); }
    [[nodiscard]] float cell(int row, int column) const { return m_image.cell(row, column); }
    /// The colour that stands for a value.
    [[nodiscard]] QColor colorOf(double value) const { return QColor::fromRgb(m_image.colors().at(static_cast<float>(value))); }
    // For tests, which cannot read what is painted.
    [[nodiscard]] int currentRow() const { return m_currentRow; }
    [[nodiscard]] Freshness freshness() const { return m_stale.freshness(); }
    /// Where a cell's middle is, in the widget.
    [[nodiscard]] QPointF positionOf(int row, int column) const { return pointOf(row, column + 0.5); }
    /// Where a curve's point is, in the widget.
    [[nodiscard]] QPointF pointOf(int row, double column) const { return plan().pointOf(row, column); }

    [[nodiscard]] QSize sizeHint() const override { return {360, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 140}; }

signals:
    void rowClicked(int row);
    /// The mouse takes hold of a point of the movable curve, moves it to this column (fractional, within the axis), lets it go.
    void pointGrabbed(int row);
    void pointMoved(int row, double column);
    void pointReleased(int row);
    /// A key moves the point by whole columns from where it shall go; that may be ahead of the curve that is shown.
    void pointStepped(int row, int columns);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString readingOfRow(int row) const;
    [[nodiscard]] HeatmapPlan plan() const { return {*this, !m_axis.rowTitle.isEmpty(), rows(), columns()}; }
    [[nodiscard]] QFont titleFont() const;
    void updateColors();
    void updatePlot();
    void paintTitle(QPainter& painter, const HeatmapPlan& plan) const;
    void paintAround(QPainter& painter, const HeatmapPlan& plan, const QSize& pixels) const;
    void paintCells(QPainter& painter, const HeatmapPlan& plan, const QSize& pixels);
    void paintCurves(QPainter& painter, const HeatmapPlan& plan) const;
    void paintMarks(QPainter& painter, const HeatmapPlan& plan) const;
    void paintReadoutAtCursor(QPainter& painter, const HeatmapPlan& plan) const;

    [[nodiscard]] bool isComplete(const HeatmapCurve& curve) const; ///< whether it has a point in each row
    [[nodiscard]] const HeatmapCurve* movableCurve() const; ///< null: there is none
    [[nodiscard]] int movablePointAt(const QPointF& position, const HeatmapPlan& plan) const; ///< its row; -1: none is near
    void release();
    void releaseUnlessMovable();
    void setCursorAt(std::optional<QPointF> cursor);
    void showToolTip(const QPoint& position, const QPoint& globalPosition);

    QString m_title;
    HeatmapAxis m_axis;
    HeatmapScale m_scale;
    CellImage m_image;
    ReadoutStyle m_readoutStyle = ReadoutStyle::Box;
    std::function<Readout(int, int)> m_readout;
    int m_currentRow = -1;

    std::vector<HeatmapCurve> m_curves;
    int m_movable = -1;
    std::vector<double> m_snaps;
    std::optional<PointDrag> m_drag;
    std::optional<QPointF> m_cursor; ///< within the plot
    StaleMark m_stale{this};
};

} // namespace rotascope
