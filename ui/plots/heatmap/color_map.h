// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/heatmap/heatmap_content.h"

#include <QImage>
#include <QPalette>
#include <QRgb>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace rotascope {

/// The colour of each value of a scale.
class ColorMap {
public:
    /// A sequential map has the colours that the user prefers now. `palette`: its background is the middle of a diverging map.
    ColorMap(const HeatmapScale& scale, const QPalette& palette);

    /// What is not a number has the colour of the lowest value.
    [[nodiscard]] QRgb at(float value) const { return m_colors[placeOf(value)]; }
    /// Whether some values are hatched, so that both sides of a diverging map can be told apart without colours; and the colour of their
    /// hatching, that of other values being at().
    [[nodiscard]] bool hasHatching() const { return !m_hatching.empty(); }
    [[nodiscard]] QRgb hatchingAt(float value) const { return m_hatching[placeOf(value)]; }
    /// Whether a line of an image, counted in pixels, is one of the hatching.
    static bool isHatching(int line) { return line % 4 == 0; }
    /// All colours side by side, the lowest value at the left; four pixels high, for the hatching.
    [[nodiscard]] QImage bar() const;

private:
    [[nodiscard]] std::size_t placeOf(float value) const
    {
        const float position = (value - m_low) / (m_high - m_low);
        const float within = position > 0.0F ? std::min(position, 1.0F) : 0.0F;
        return static_cast<std::size_t>(std::lround(within * static_cast<float>(m_colors.size() - 1)));
    }

    float m_low;
    float m_high;
    std::vector<QRgb> m_colors; ///< of low ... high in even steps
    std::vector<QRgb> m_hatching; ///< the same; empty: there is none
};

} // namespace rotascope
