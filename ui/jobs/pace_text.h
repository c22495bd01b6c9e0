// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/progress_meter.h"

#include <QString>

namespace rotascope {

/// What a job counts its progress in.
enum class ProgressUnit { Bytes, Rows };

/// How fast a job is and how long it will take, in words: "340 MB/s, 40 s left". Empty, or without the time, where that is unknown.
QString paceText(const JobProgress& progress, ProgressUnit unit);

/// A time that is still to come, rounded up to what a reader can use: "7 s", "40 s", "3 min", "1 h 20 min".
QString durationText(double seconds);

} // namespace rotascope
