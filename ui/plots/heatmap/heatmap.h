// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/stale_mark.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QPointF>
#include <QString>
#include <QWidget>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// A label at a place on an axis: in columns, or, at the colour bar, in values.
struct HeatmapTick {
    double at = 0.0;
    QString label;
    bool isImportant = false; ///< labelled before all others, which may then find no room
};

/// A line from row to row over the image, or a mark in each row.
struct HeatmapCurve {
    QString name;
    QColor color;
    double width = 1.5; ///< of the line, logical pixels; 0: marks instead
    bool visible = true;
    std::vector<double> columns; ///< shape [rows], k + 0.5 is the middle of column k; what lies outside is drawn at the edge
};

/// How values become colours.
struct HeatmapScale {
    enum class Map {
        Sequential, ///< dark to bright in even steps to the eye, whatever the eye
        Diverging ///< blue, background, red: for differences
    };
    Map map = Map::Sequential;
    double low = 0.0; ///< values outside low ... high are shown as these
    double high = 1.0;
    std::vector<HeatmapTick> ticks;
};

/// A matrix as an image: one row a dimension. More columns than pixels are averaged.
/// A click or the keys Up, Down, Page Up, Page Down, Home and End choose a row. Curves may be drawn over it; the points of one of
/// them can be dragged along their rows, or moved by a column with Left and Right. A drag ends with what it holds: when there are
/// other rows or columns, or when no curve is movable any more.
class Heatmap : public QWidget {
    Q_OBJECT

public:
    explicit Heatmap(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setScale(const HeatmapScale& scale);
    void setAxis(const QString& columnTitle, std::vector<HeatmapTick> columnTicks, const QString& rowTitle);
    /// Row-major, shape [rows, columns].
    void setCells(int rows, int columns, std::vector<float> cells);
    /// Replaces one row; only that is painted anew.
    void setRow(int row, std::span<const float> cells);
    /// Outlines a row; -1: none.
    void setCurrentRow(int row);
    /// The tool tip of a cell; none by default.
    void setReadout(std::function<QString(int row, int column)> readout);
    /// What the cursor says about a cell, at once and beside it; none by default.
    void setCursorReadout(std::function<Readout(int row, int column)> readout);

    /// Later curves are painted over earlier ones.
    void setCurves(std::vector<HeatmapCurve> curves);
    [[nodiscard]] const std::vector<HeatmapCurve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);
    /// The points of this curve can be moved while it is visible; -1: none. Near `snaps` (columns, fractional) a dragged point stays at
    /// exactly these.
    void setMovableCurve(int curve, std::vector<double> snaps);
    /// Marks all of it as the last result while a newer one is computed.
    void setStale(bool stale) { m_stale.set(stale); }
    [[nodiscard]] bool isStale() const { return m_stale.isStale(); }

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int currentRow() const { return m_currentRow; }
    [[nodiscard]] float cell(int row, int column) const;
    /// The colour that stands for a value.
    [[nodiscard]] QColor colorOf(double value) const;
    /// Where a cell's middle is, in the widget.
    [[nodiscard]] QPointF positionOf(int row, int column) const { return pointOf(row, column + 0.5); }
    /// Where a curve's point is, in the widget.
    [[nodiscard]] QPointF pointOf(int row, double column) const;

    [[nodiscard]] QSize sizeHint() const override { return {360, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {110, 140}; }

signals:
    void rowClicked(int row);
    /// A hand took hold of a point of the movable curve, moves it to this column (fractional, within the axis), lets it go.
    void pointGrabbed(int row);
    void pointMoved(int row, double column);
    void pointReleased(int row);
    /// A key moves the point by whole columns, from where it is bound for: that may be ahead of the curve that is shown.
    void pointStepped(int row, int columns);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Drag {
        int row;
        QPointF from;
        double offset; ///< columns from the hand to the point
        double column; ///< where the point is now; fractional
        bool moved;
    };

    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRect bar() const;
    [[nodiscard]] int rowAt(double y) const;
    [[nodiscard]] int columnAt(double x) const;
    [[nodiscard]] double topOf(int row) const;
    [[nodiscard]] int movablePointAt(const QPointF& position) const; ///< its row; -1: none is near
    [[nodiscard]] double movableColumn(int row) const; ///< within the axis
    void drag(const QPointF& position);
    void release();
    void releaseUnlessMovable();
    [[nodiscard]] bool hasMovablePoints() const;
    [[nodiscard]] QRect titleRect() const;
    [[nodiscard]] QFont titleFont() const;
    void showToolTip(const QPoint& position, const QPoint& globalPosition);
    void setCursorAt(std::optional<QPointF> cursor);
    [[nodiscard]] QRect rowRect(int row) const; ///< with its outline
    [[nodiscard]] QRgb lookUp(float value) const;
    void updateColors();
    [[nodiscard]] QImage image(const QSize& pixels) const;
    void fillRow(int row, QRgb* pixels, int width) const;
    void paintRow(int row, QImage& image) const;
    void paintPlot(QPainter& painter) const;
    void paintCurve(QPainter& painter, const HeatmapCurve& curve) const;
    void paintMarks(QPainter& painter, const HeatmapCurve& curve) const;
    void paintPoints(QPainter& painter) const; ///< of the movable curve
    void paintCurrentRow(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintColumnTicks(QPainter& painter, const QColor& line) const;
    void paintBar(QPainter& painter) const;

    QString m_title;
    QString m_columnTitle;
    QString m_rowTitle;
    std::vector<HeatmapTick> m_columnTicks;
    HeatmapScale m_scale;
    std::function<QString(int, int)> m_readout;
    std::function<Readout(int, int)> m_cursorReadout;
    int m_rows = 0;
    int m_columns = 0;
    std::vector<float> m_cells;
    int m_currentRow = -1;
    std::vector<QRgb> m_colors; ///< of low ... high in even steps
    QImage m_image; ///< null: to be made anew

    std::vector<HeatmapCurve> m_curves;
    int m_movable = -1;
    std::vector<double> m_snaps;
    std::optional<Drag> m_drag;
    std::optional<QPointF> m_cursor; ///< within the plot
    StaleMark m_stale{this};
};

} // namespace rotascope
