// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <vector>

namespace rotascope {

/// What the values of a heatmap look like. Every step towards more is lighter, by about as much as it is more, so all can be read by people
/// who are colour blind, and in grey.
enum class MapColors {
    Viridis, ///< violet to yellow (Smith, van der Walt; CC0)
    Cividis, ///< blue to yellow, nearly the same to all eyes (Nuñez, Anderton, Renslow, 2018; CC0)
    Grey
};
inline constexpr std::array allMapColors = {MapColors::Viridis, MapColors::Cividis, MapColors::Grey};

/// Control points in even steps, from little to much.
std::vector<QColor> pointsOf(MapColors colors);
/// The colour at a position, 0 ... 1, along control points in even steps; at least two.
QRgb colorBetween(const std::vector<QColor>& points, double position);
/// For a list of choices: "Viridis: violet to yellow".
QString nameOf(MapColors colors);

} // namespace rotascope
