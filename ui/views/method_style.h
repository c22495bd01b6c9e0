// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <string_view>

namespace rotascope {

/// The colour of a method's curve; an empty name is the current table. Extrapolation, interpolation and the current table have the
/// colours of ui/base/colours.h, other well-known methods one of their own. `onDark`: for a dark background.
QColor colorOfMethod(std::string_view name, bool onDark);
/// Whether the method's curve is drawn until others are switched on: the current table's and those of well-known methods.
bool isDrawnAtOnce(std::string_view name);

} // namespace rotascope
