// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/cell_image.h"

#include <algorithm>
#include <cstring>

namespace rotascope {
namespace {

// Calls `each` for the cells that a pixel shows some of, with their shares of the pixel: `cells` on fewer `pixels`. By shares, not by whole
// cells: else a fine comb would become patches where one more or one less of its teeth falls into a pixel.
template <class Each> void forEachIn(int pixel, int cells, int pixels, const Each& each)
{
    const double perPixel = static_cast<double>(cells) / pixels;
    const double low = pixel * perPixel;
    const double high = low + perPixel;
    for (int cell = static_cast<int>(low); cell < cells && cell < high; ++cell) {
        const double share = std::min(high, cell + 1.0) - std::max(low, static_cast<double>(cell));
        each(cell, static_cast<float>(share / perPixel));
    }
}

} // namespace

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

// The lines y of the image that show some of the row. Where each shows one row, the first is made and the others are copied from it.
void CellImage::paintRow(int row)
{
    const int height = m_image.height();
    if (m_rows > height) {
        for (int y = row * height / m_rows; y < std::min(height, ((row + 1) * height + m_rows - 1) / m_rows); ++y) {
            fillLine(meanOfRows(y), reinterpret_cast<QRgb*>(m_image.scanLine(y)));
        }
        return;
    }
    const int first = (row * height + m_rows - 1) / m_rows;
    const int last = ((row + 1) * height + m_rows - 1) / m_rows;
    fillLine(
        std::span(m_cells).subspan(offsetOf(row), static_cast<std::size_t>(m_columns)), reinterpret_cast<QRgb*>(m_image.scanLine(first)));
    for (int y = first + 1; y < last; ++y) {
        std::memcpy(m_image.scanLine(y), m_image.constScanLine(first), sizeof(QRgb) * static_cast<std::size_t>(m_image.width()));
    }
}

std::span<const float> CellImage::meanOfRows(int y)
{
    m_mean.assign(static_cast<std::size_t>(m_columns), 0.0F);
    forEachIn(y, m_rows, m_image.height(), [this](int row, float weight) {
        const float* cells = m_cells.data() + offsetOf(row);
        for (std::size_t column = 0; column < m_mean.size(); ++column) {
            m_mean[column] += weight * cells[column];
        }
    });
    return m_mean;
}

void CellImage::fillLine(std::span<const float> cells, QRgb* pixels) const
{
    const int width = m_image.width();
    for (int x = 0; x < width; ++x) {
        float value = 0.0F;
        if (m_columns <= width) {
            value = cells[static_cast<std::size_t>(static_cast<qint64>(x) * m_columns / width)];
        } else {
            forEachIn(x, m_columns, width, [&](int column, float weight) { value += weight * cells[static_cast<std::size_t>(column)]; });
        }
        pixels[x] = m_colors.at(value);
    }
}

} // namespace rotascope
