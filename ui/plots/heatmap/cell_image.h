// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/heatmap/color_map.h"

#include <QImage>
#include <QSize>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace rotascope {

/// A matrix and its image, which is kept until something changes; one row can be painted again alone.
class CellImage {
public:
    explicit CellImage(ColorMap colors) : m_colors(std::move(colors)) { }

    /// Row-major, shape [rows, columns]. Of as many rows and columns as before, only what differs is painted again. Whether anything does.
    bool setCells(int rows, int columns, std::vector<float> cells);
    void setRow(int row, std::span<const float> cells);
    void setColors(ColorMap colors);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] bool isEmpty() const { return m_rows == 0 || m_columns == 0; }
    /// Throws std::out_of_range where there is no such cell.
    [[nodiscard]] float cell(int row, int column) const { return m_cells.at(offsetOf(row) + static_cast<std::size_t>(column)); }
    [[nodiscard]] const ColorMap& colors() const { return m_colors; }

    /// Whether the image of this size, in device pixels, is there already.
    [[nodiscard]] bool isMade(const QSize& pixels) const { return m_image.size() == pixels; }
    /// More columns or rows than pixels are averaged, each by its share of the pixel.
    const QImage& image(const QSize& pixels);

private:
    [[nodiscard]] std::size_t offsetOf(int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns); }
    void paintRow(int row);
    [[nodiscard]] std::span<const float> meanOfRows(int y);
    void divideColumns(int width);
    void fillLine(std::span<const float> cells, int y); ///< line y of the image

    int m_rows = 0;
    int m_columns = 0;
    std::vector<float> m_cells;
    ColorMap m_colors;
    std::vector<float> m_mean; ///< of the rows that share a line
    // Where columns lie in a line of the image: pixel x has the parts m_firstParts[x] ... m_firstParts[x + 1] - 1.
    struct Part {
        int column;
        float share; ///< of the pixel
    };
    std::vector<Part> m_parts;
    std::vector<std::size_t> m_firstParts;
    QImage m_image; ///< null: to be made again
};

} // namespace rotascope
