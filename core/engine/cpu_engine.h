// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <memory>

namespace rotascope {

/// The reference engine, there on every machine: all cores, one dimension a task (oneTBB).
std::unique_ptr<Engine> makeCpuEngine();

} // namespace rotascope
