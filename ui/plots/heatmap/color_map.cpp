// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/color_map.h"

#include "ui/base/color_maps.h"
#include "ui/base/colours.h"
#include "ui/base/preferences.h"

namespace rotascope {
namespace {

constexpr std::size_t shades = 256;

// Away from the background on both sides, so that no difference looks like nothing.
std::vector<QColor> divergingColors(const QPalette& palette)
{
    const QColor nothing = palette.color(QPalette::Base);
    if (isDark(palette)) {
        return {QColor(0x9a, 0xd4, 0xff), QColor(0x3a, 0x8f, 0xe0), nothing, QColor(0xe0, 0x5a, 0x3a), QColor(0xff, 0xc2, 0xa0)};
    }
    return {QColor(0x05, 0x30, 0x7a), QColor(0x4a, 0x94, 0xd0), nothing, QColor(0xe0, 0x70, 0x50), QColor(0x80, 0x0c, 0x1c)};
}

} // namespace

ColorMap::ColorMap(const HeatmapScale& scale, const QPalette& palette)
    : m_low(static_cast<float>(scale.low)), m_high(static_cast<float>(scale.high)), m_colors(shades)
{
    const std::vector<QColor> points
        = scale.map == HeatmapScale::Map::Sequential ? pointsOf(Preferences::instance().values().mapColors) : divergingColors(palette);
    for (std::size_t i = 0; i < shades; ++i) {
        m_colors[i] = colorBetween(points, static_cast<double>(i) / (shades - 1));
    }
    if (scale.map == HeatmapScale::Map::Diverging) {
        // Beyond a tenth of the way; there is next to no colour before.
        m_hatching = m_colors;
        for (std::size_t i = 0; i < shades * 9 / 20; ++i) {
            m_hatching[i] = colorBetween({QColor::fromRgb(m_colors[i]), palette.color(QPalette::Base)}, 0.75);
        }
    }
}

QImage ColorMap::bar() const
{
    constexpr int lines = 4;
    QImage bar(shades, lines, QImage::Format_RGB32);
    for (int line = 0; line < lines; ++line) {
        std::ranges::copy(hasHatching() && isHatching(line) ? m_hatching : m_colors, reinterpret_cast<QRgb*>(bar.scanLine(line)));
    }
    return bar;
}

} // namespace rotascope
