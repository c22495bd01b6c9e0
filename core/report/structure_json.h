// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/file_structure.h"

#include <ostream>

namespace rotascope {

/// Prints one JSON object, as `structure --json` does.
void printJson(std::ostream& out, const FileStructure& structure);

} // namespace rotascope
