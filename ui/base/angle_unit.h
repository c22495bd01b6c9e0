// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <vector>

namespace rotascope {

/// What angles are written in.
enum class AngleUnit { Degrees, Radians, Turns };
inline constexpr std::array allAngleUnits = {AngleUnit::Degrees, AngleUnit::Radians, AngleUnit::Turns};

/// How a unit is written.
struct AngleUnitInfo {
    double turn; ///< one turn in this unit
    double labelUnit; ///< axes are labelled in multiples of this: 1, or pi
    QString suffix; ///< behind each number
    std::vector<double> steps; ///< distances between ticks to prefer, in labelUnit, ascending
};
const AngleUnitInfo& infoOf(AngleUnit unit);
/// "degrees"
QString nameOf(AngleUnit unit);

/// An angle, given as a share of a turn: "45°", "0.25π", "0.125"; five digits at most.
QString angleText(double share, AngleUnit unit);

} // namespace rotascope
