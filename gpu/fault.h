// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstdint>
#include <tl/expected.hpp>

namespace rotascope::gpu {

enum class FaultKind : std::uint8_t {
    OutOfMemory, ///< the device lives; a smaller request may work
    NoContext, ///< the device has no room for this program: its memory is full, or another program has it for itself; later it may have
    Lost, ///< sticky: nothing works on this device any more in this process
    Request ///< not the device's fault: the request was stopped, or its input is bad
};

/// Why something did not work.
struct Fault {
    FaultKind kind = FaultKind::Lost;
    Error error;
};

template <class T> using Result = tl::expected<T, Fault>;

} // namespace rotascope::gpu
