// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "gpu/device.h"

#include <chrono>
#include <memory>
#include <string>

namespace rotascope::gpu {

/// The engine on a device. Requests are cut into tiles that fit its memory; a tile that does not fit after all is made smaller. A
/// fault that no smaller tile helps with is answered with ErrorKind::Engine; after a sticky one the engine supports nothing any more. A
/// device that has no room for this program is left alone for `firstPause`, then tried with the next request, and each time that it
/// still has none for twice as long, up to longestPause; meanwhile the engine supports nothing.
/// One request uses the device at a time; further ones wait, but not while recorded angles are read from their store.
/// `name`: as on the command line. `tileBytes`: the most memory that a request may take at once.
std::unique_ptr<Engine> makeDeviceEngine(std::unique_ptr<Device> device, std::string name, std::size_t tileBytes = std::size_t{1} << 30,
    std::chrono::milliseconds firstPause = std::chrono::seconds(10));

inline constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(5);

} // namespace rotascope::gpu
