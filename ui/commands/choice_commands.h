// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"

#include <QList>
#include <string>

namespace rotascope {

class Workspace;

/// How a dimension is set: by hand to extrapolation or interpolation, or as the method says.
enum class ChoiceAction { Extrapolate, Interpolate, Automatic };

/// Sets these dimensions as one undoable step; none: does nothing.
void choose(Workspace& workspace, const QList<Dimension>& dimensions, ChoiceAction action);

/// Goes `step` places on in the order of the dimensions that the current table disturbs most.
void goByDisturbance(Workspace& workspace, int step);

/// Sets all selected dimensions to the opposite of the current one, or of the first if that is not selected: one key, one result.
void flipSelected(Workspace& workspace);

/// Makes the method's table the current one; charts do not show it beside that any more.
void takeMethod(Workspace& workspace, const std::string& method);

/// Shows the method's table in the charts, or hides it again.
void toggleShownMethod(Workspace& workspace, const std::string& method);

} // namespace rotascope
