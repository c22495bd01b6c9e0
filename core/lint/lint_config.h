// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/lint.h"

namespace rotascope {

/// lint() of a config.json; `found`: its RoPEs.
LintReport lintConfig(const ConfigFile& config, const HuggingFaceRopes& found, const std::string& name);

} // namespace rotascope
