// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/cell_image.h"

#include <algorithm>
#include <cstring>

namespace rotascope {

void CellImage::setCells(int rows, int columns, std::vector<float> cells)
{
    Q_ASSERT(cells.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
    m_rows = rows;
    m_columns = columns;
    m_cells = std::move(cells);
    m_image = QImage();
}

void CellImage::setRow(int row, std::span<const float> cells)
{
    Q_ASSERT(cells.size() == static_cast<std::size_t>(m_columns));
    std::ranges::copy(cells, m_cells.begin() + static_cast<std::ptrdiff_t>(offsetOf(row)));
    if (!m_image.isNull()) {
        paintRow(row);
    }
}

void CellImage::setColors(ColorMap colors)
{
    m_colors = std::move(colors);
    m_image = QImage();
}

// Every pixel of the plot, so that cells keep sharp edges at any device pixel ratio.
const QImage& CellImage::image(const QSize& pixels)
{
    if (!isMade(pixels)) {
        m_image = QImage(pixels, QImage::Format_RGB32);
        for (int row = 0; row < m_rows; ++row) {
            paintRow(row);
        }
    }
    return m_image;
}

// The lines y of the image with y * rows / height == row: the first is made, the others are copied from it.
void CellImage::paintRow(int row)
{
    const int height = m_image.height();
    const int first = (row * height + m_rows - 1) / m_rows;
    const int last = ((row + 1) * height + m_rows - 1) / m_rows;
    for (int y = first; y < last; ++y) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
        if (y == first) {
            fillRow(row, line, m_image.width());
        } else {
            std::memcpy(line, m_image.constScanLine(first), sizeof(QRgb) * static_cast<std::size_t>(m_image.width()));
        }
    }
}

void CellImage::fillRow(int row, QRgb* pixels, int width) const
{
    const float* cells = m_cells.data() + offsetOf(row);
    for (int x = 0; x < width; ++x) {
        const auto first = static_cast<int>(static_cast<qint64>(x) * m_columns / width);
        const auto last = std::max(first + 1, static_cast<int>((static_cast<qint64>(x) + 1) * m_columns / width));
        float sum = 0.0F;
        for (int column = first; column < last; ++column) {
            sum += cells[column];
        }
        pixels[x] = m_colors.at(sum / static_cast<float>(last - first));
    }
}

} // namespace rotascope
