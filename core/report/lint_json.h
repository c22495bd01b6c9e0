// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/lint.h"

#include <string>

namespace rotascope {

/// One JSON object of the schema "rotascope-lint/1", as `lint --json` prints it.
std::string toJson(const LintReport& report);

} // namespace rotascope
