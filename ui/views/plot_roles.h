// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/base/colours.h"
#include "ui/plots/legend_bar.h"

#include <QList>
#include <QString>
#include <span>

namespace rotascope {

/// "Before", "Extrapolation", "Interpolation", "Chosen".
QString nameOf(PlotRole role);
/// The mark of its curves; none of Before, whose area is filled instead.
Mark markOf(PlotRole role);

/// The table that a role other than Before stands for.
const TableAnalysis& tableOf(PlotRole role, const Analysis& analysis);

/// An entry for each role, in this order, all of them on.
QList<LegendItem> legendItems(std::span<const PlotRole> roles, const QPalette& palette);

} // namespace rotascope
