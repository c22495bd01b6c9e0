// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recording/recording_reader.h"

#include <string>

namespace rotascope {

/// One JSON object, as `inspect --json` prints it: what a recording says of itself. `file`: its name.
std::string toJson(const std::string& file, const RecordingInfo& info);

} // namespace rotascope
