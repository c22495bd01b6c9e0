// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_registry.h"

#include <span>
#include <string>

namespace rotascope {

/// A JSON array, as `engines --json` prints it: an object with name, device, available and reason for each engine. The reason is empty
/// where the engine is available.
std::string toJson(std::span<const EngineEntry> engines);

} // namespace rotascope
