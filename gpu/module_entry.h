// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "gpu/device.h"

#include <cstddef>
#include <memory>

#define ROTASCOPE_EXPORT __attribute__((visibility("default")))

namespace rotascope::gpu {

/// Makes a module's engine on the device that `open` gives; null with the reason, cut to `size`, if there is none. Throws nothing.
/// The environment variable ROTASCOPE_CUDA_FAULT=N:memory, N:lost or N:context makes the N-th call of the device fail: for trying out what
/// the programs make of it.
Engine* makeModuleEngine(Result<std::unique_ptr<Device>> (*open)(), const char* name, char* reason, std::size_t size) noexcept;

} // namespace rotascope::gpu
