// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/tint_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace rotascope {
namespace {

// What lies over transparent if each colour whose bit is set is painted in turn; for every set of bits.
std::vector<QRgb> blends(std::span<const TintLayer> layers)
{
    std::vector<QRgb> result(std::size_t{1} << layers.size());
    for (std::size_t bits = 0; bits < result.size(); ++bits) {
        std::array<double, 4> rgba = {};
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if ((bits >> i & 1U) != 0) {
                const QColor& c = layers[i].color;
                const std::array<double, 4> over = {c.redF() * c.alphaF(), c.greenF() * c.alphaF(), c.blueF() * c.alphaF(), c.alphaF()};
                for (std::size_t channel = 0; channel < rgba.size(); ++channel) {
                    rgba[channel] = over[channel] + rgba[channel] * (1.0 - c.alphaF());
                }
            }
        }
        const auto byte = [](double x) { return static_cast<int>(std::lround(255.0 * x)); };
        result[bits] = qRgba(byte(rgba[0]), byte(rgba[1]), byte(rgba[2]), byte(rgba[3]));
    }
    return result;
}

// The rows where some layer begins: every other row looks as the one above it.
std::vector<bool> beginningRows(std::span<const TintLayer> layers, int height)
{
    std::vector<bool> begins(static_cast<std::size_t>(height) + 1, false);
    for (const TintLayer& layer : layers) {
        for (const int row : layer.tops) {
            begins[static_cast<std::size_t>(std::clamp(row, 0, height))] = true;
        }
    }
    return begins;
}

} // namespace

QImage tintImage(const QSize& pixels, std::span<const TintLayer> layers)
{
    const auto columns = static_cast<std::size_t>(pixels.width());
    const std::vector<bool> begins = beginningRows(layers, pixels.height());
    const std::vector<QRgb> blend = blends(layers);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    std::vector<unsigned> covering(columns); // a bit for each layer
    for (int y = 0; y < pixels.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        if (y > 0 && !begins[static_cast<std::size_t>(y)]) {
            std::copy_n(row - image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)), columns, row);
            continue;
        }
        std::ranges::fill(covering, 0U);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const int* top = layers[i].tops.data();
            for (std::size_t x = 0; x < columns; ++x) {
                covering[x] |= static_cast<unsigned>(y >= top[x]) << i;
            }
        }
        std::ranges::transform(covering, row, [&](unsigned set) { return blend[set]; });
    }
    return image;
}

} // namespace rotascope
