// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/cell_image.h"

#include <algorithm>
#include <array>
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

bool CellImage::setCells(int rows, int columns, std::vector<float> cells)
{
    Q_ASSERT(cells.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
    if (rows == m_rows && columns == m_columns) {
        bool differs = false;
        for (int row = 0; row < rows; ++row) {
            const auto now = std::span<const float>(cells).subspan(offsetOf(row), static_cast<std::size_t>(columns));
            if (!std::equal(now.begin(), now.end(), m_cells.begin() + static_cast<std::ptrdiff_t>(offsetOf(row)))) {
                setRow(row, now);
                differs = true;
            }
        }
        return differs;
    }
    m_rows = rows;
    m_columns = columns;
    m_cells = std::move(cells);
    m_image = QImage();
    return true;
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
        divideColumns(pixels.width());
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
            fillLine(meanOfRows(y), y);
        }
        return;
    }
    const int first = (row * height + m_rows - 1) / m_rows;
    const int last = ((row + 1) * height + m_rows - 1) / m_rows;
    const auto cells = std::span<const float>(m_cells).subspan(offsetOf(row), static_cast<std::size_t>(m_columns));
    std::array<int, 2> made = {-1, -1}; // a line without and one with hatching
    for (int y = first; y < last; ++y) {
        int& same = made.at(m_colors.hasHatching() && ColorMap::isHatching(y) ? 1 : 0);
        if (same < 0) {
            same = y;
            fillLine(cells, y);
        } else {
            std::memcpy(m_image.scanLine(y), m_image.constScanLine(same), sizeof(QRgb) * static_cast<std::size_t>(m_image.width()));
        }
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

void CellImage::divideColumns(int width)
{
    m_parts.clear();
    m_firstParts.assign(1, 0);
    for (int x = 0; x < width; ++x) {
        if (m_columns <= width) {
            m_parts.push_back({static_cast<int>(static_cast<qint64>(x) * m_columns / width), 1.0F});
        } else {
            forEachIn(x, m_columns, width, [this](int column, float share) { m_parts.push_back({column, share}); });
        }
        m_firstParts.push_back(m_parts.size());
    }
}

void CellImage::fillLine(std::span<const float> cells, int y)
{
    auto* pixels = reinterpret_cast<QRgb*>(m_image.scanLine(y));
    const bool isHatching = m_colors.hasHatching() && ColorMap::isHatching(y);
    for (std::size_t x = 0; x + 1 < m_firstParts.size(); ++x) {
        float value = 0.0F;
        for (std::size_t i = m_firstParts[x]; i < m_firstParts[x + 1]; ++i) {
            value += m_parts[i].share * cells[static_cast<std::size_t>(m_parts[i].column)];
        }
        pixels[x] = isHatching ? m_colors.hatchingAt(value) : m_colors.at(value);
    }
}

} // namespace rotascope
