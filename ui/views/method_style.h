// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include "ui/plots/paint/mark.h"

#include <QColor>
#include <string_view>

namespace rotascope {

class Workspace;

/// The colour of a method's curve; an empty name is the current table. Extrapolation, interpolation and the current table have the
/// colours of ui/base/colours.h, other well-known methods one of their own. `onDark`: for a dark background.
QColor colorOfMethod(std::string_view name, bool onDark);
/// The mark of a method's curve, which no other method has: a shape where it is well known, else a letter; empty: the current table.
Mark markOfMethod(std::string_view name);
/// Whether the method's curve is drawn until others are switched on: the current table's and those of well-known methods.
bool isDrawnAtOnce(std::string_view name);

/// The method that charts show beside the current table, where it has one; null: none. Extrapolation and interpolation have curves anyway.
const MethodAnalysis* shownMethodOf(const Workspace& workspace);
/// The colour of its curve; no other curve of these charts has it.
QColor colorOfShown(const MethodAnalysis& method, bool onDark);

} // namespace rotascope
