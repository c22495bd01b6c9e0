// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <functional>
#include <span>
#include <vector>

namespace rotascope {

/// A label at a place on an axis: in columns, or, at the colour bar, in values.
struct HeatmapTick {
    double at = 0.0;
    QString label;
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
/// A click or the keys Up, Down, Page Up, Page Down, Home and End choose a row.
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

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int currentRow() const { return m_currentRow; }
    [[nodiscard]] float cell(int row, int column) const;
    /// The colour that stands for a value.
    [[nodiscard]] QColor colorOf(double value) const;
    /// Where a cell's middle is, in the widget.
    [[nodiscard]] QPointF positionOf(int row, int column) const;

    [[nodiscard]] QSize sizeHint() const override { return {360, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {110, 140}; }

signals:
    void rowClicked(int row);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRect bar() const;
    [[nodiscard]] int rowAt(double y) const;
    [[nodiscard]] double topOf(int row) const;
    [[nodiscard]] QRect rowRect(int row) const; ///< with its outline
    [[nodiscard]] QRgb lookUp(float value) const;
    void updateColors();
    [[nodiscard]] QImage image(const QSize& pixels) const;
    void fillRow(int row, QRgb* pixels, int width) const;
    void paintRow(int row, QImage& image) const;
    void paintCurrentRow(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintBar(QPainter& painter) const;

    QString m_title;
    QString m_columnTitle;
    QString m_rowTitle;
    std::vector<HeatmapTick> m_columnTicks;
    HeatmapScale m_scale;
    std::function<QString(int, int)> m_readout;
    int m_rows = 0;
    int m_columns = 0;
    std::vector<float> m_cells;
    int m_currentRow = -1;
    std::vector<QRgb> m_colors; ///< of low ... high in even steps
    QImage m_image; ///< null: to be made anew
};

} // namespace rotascope
