// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace rotascope::gpu {

/// What a HostDevice has seen.
struct HostDeviceLog {
    std::uint64_t launches = 0;
    std::size_t liveBytes = 0; ///< allocated and not yet released
    std::size_t mostBytes = 0;
    std::size_t keptBytes = 0; ///< released since the last trim()
    bool guardsHold = true; ///< whether nothing was ever written beside an allocation or a block's shared memory
};

/// A device on the CPU, for tests: runs the kernels' own text, thread by thread, in an order that changes from launch to launch.
/// Memory is filled with rubbish before use and guarded on both sides. Downloads arrive when they are waited for, no sooner. `memoryBytes`:
/// allocations beyond fail. `sharedBytes`: of a block; a small one makes the kernels take their other path.
std::unique_ptr<Device> makeHostDevice(
    std::shared_ptr<HostDeviceLog> log, std::size_t memoryBytes = std::size_t{1} << 30, std::size_t sharedBytes = std::size_t{48} * 1024);

} // namespace rotascope::gpu
