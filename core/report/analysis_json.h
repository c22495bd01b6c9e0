// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <string>

namespace rotascope {

/// One JSON object of the schema "rotascope-analysis/1" (`rotascope-cli analyze --json`). Doubles read back as the
/// same values; an infinite wavelength is null.
std::string toJson(const Analysis& analysis);

} // namespace rotascope
