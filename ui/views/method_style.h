// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <string_view>

namespace rotascope {

/// The colour of a method's curve; an empty name is the current table. Extrapolation, interpolation and the current table have the
/// colours of plot_style.h. `onDark`: for a dark background.
QColor colorOfMethod(std::string_view method, bool onDark);
/// Whether that colour is the method's own: the ones that are drawn until others are switched on.
bool hasOwnColor(std::string_view method);

} // namespace rotascope
