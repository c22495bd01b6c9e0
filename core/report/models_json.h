// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/presets.h"

#include <span>
#include <string>

namespace rotascope {

/// A JSON array, as `models --json` prints it: an object with the RoPE fields of each preset, and where they were read. What a model
/// does not state is null.
std::string toJson(std::span<const Preset> presets);

} // namespace rotascope
