// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/base/angle_unit.h"

#include <QString>

namespace rotascope {

/// Where an interval begins, for people: an angle in the user's unit, or of an encoding that does not rotate the row, the distance that had
/// this bias in training, or the bucket. `interval` may lie between two.
QString edgeText(const Analysis& analysis, double interval, AngleUnit unit);
/// What these are values of, for the axis of one channel.
QString quantityText(const Source& source);
/// What the axis of `intervals` intervals ends with, in what edgeText() writes. Not for what rotates.
double axisEnd(const Analysis& analysis);
/// What a channel is called, one of them and several: "dimension", "head", or "channel" where all heads share it.
QString channelNoun(const Source& source);
QString channelsNoun(const Source& source);
/// The same for an axis with room: "dimension (rotary pair)".
QString channelAxis(const Source& source);
/// "Head 3 · slope 0.125", for titles. Not for what rotates.
QString channelText(const Source& source, Dimension channel);

} // namespace rotascope
