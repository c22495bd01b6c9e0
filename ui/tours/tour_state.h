// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rotascope {

class TourStage;
struct TourState;

/// What of a step's expected state is not so, as a sentence: "The method is linear, not yarn." Empty: all of it is.
QString whatDiffers(const TourState& state, TourStage& stage);

} // namespace rotascope
