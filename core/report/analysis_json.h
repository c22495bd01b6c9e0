// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <memory>
#include <span>
#include <string>

namespace rotascope {

/// One JSON object of the schema "rotascope-analysis/1", as `analyze --json` prints it. Doubles read back as the same values; an
/// infinite wavelength is null, and so are the interpolated components of a table with other factors than 1 and s, and a
/// reach that is not met within L′ and 262,144 positions.
std::string toJson(const Analysis& analysis);

/// One JSON object of the schema "rotascope-analyses/1", as `analyze --rope all --json` prints it: {"schema", "ropes": [...]}, where each
/// is an object of the schema above.
std::string toJson(std::span<const std::shared_ptr<const Analysis>> analyses);

} // namespace rotascope
