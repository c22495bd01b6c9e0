// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/color_map.h"

#include "ui/base/colours.h"

namespace rotascope {
namespace {

constexpr std::size_t shades = 256;

// Control points of "viridis" (Smith, van der Walt; CC0) in even steps.
std::vector<QColor> sequentialColors()
{
    return {QColor(0x44, 0x01, 0x54), QColor(0x48, 0x28, 0x78), QColor(0x3e, 0x4a, 0x89), QColor(0x31, 0x68, 0x8e),
        QColor(0x26, 0x82, 0x8e), QColor(0x1f, 0x9e, 0x89), QColor(0x35, 0xb7, 0x79), QColor(0x6e, 0xce, 0x58), QColor(0xb5, 0xde, 0x2b),
        QColor(0xfd, 0xe7, 0x25)};
}

// Away from the background on both sides, so that no difference looks like nothing.
std::vector<QColor> divergingColors(const QPalette& palette)
{
    const QColor nothing = palette.color(QPalette::Base);
    if (isDark(palette)) {
        return {QColor(0x9a, 0xd4, 0xff), QColor(0x3a, 0x8f, 0xe0), nothing, QColor(0xe0, 0x5a, 0x3a), QColor(0xff, 0xc2, 0xa0)};
    }
    return {QColor(0x05, 0x30, 0x7a), QColor(0x4a, 0x94, 0xd0), nothing, QColor(0xe0, 0x70, 0x50), QColor(0x80, 0x0c, 0x1c)};
}

// The colour at a position, 0 ... 1, along control points in even steps.
QRgb between(const std::vector<QColor>& points, double position)
{
    const double at = position * static_cast<double>(points.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(at), points.size() - 2);
    const double share = at - static_cast<double>(first);
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    const QColor& a = points[first];
    const QColor& b = points[first + 1];
    return qRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

ColorMap::ColorMap(const HeatmapScale& scale, const QPalette& palette)
    : m_low(static_cast<float>(scale.low)), m_high(static_cast<float>(scale.high)), m_colors(shades)
{
    const std::vector<QColor> points = scale.map == HeatmapScale::Map::Sequential ? sequentialColors() : divergingColors(palette);
    for (std::size_t i = 0; i < shades; ++i) {
        m_colors[i] = between(points, static_cast<double>(i) / (shades - 1));
    }
}

QImage ColorMap::bar() const
{
    return QImage(reinterpret_cast<const uchar*>(m_colors.data()), shades, 1, QImage::Format_RGB32).copy();
}

} // namespace rotascope
