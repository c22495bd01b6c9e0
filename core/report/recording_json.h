// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recording/recording_reader.h"

#include <ostream>
#include <string>

namespace rotascope {

/// Prints one JSON object, as `inspect --json` does: what a recording says of itself. `file`: its name.
void printJson(std::ostream& out, const std::string& file, const RecordingInfo& info);

} // namespace rotascope
