// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_file.h"

#include <string>
#include <vector>

namespace rotascope {

/// What two files of one model (a GGUF and the config.json that it was made of, say) make of its main RoPE differently at the length that
/// the first was trained for: one sentence each; empty if both apply the same. Fails where one of them cannot be computed.
Expected<std::vector<std::string>> differencesOf(const ModelFile& a, const ModelFile& b);

} // namespace rotascope
