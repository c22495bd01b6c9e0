// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hdf5.h>
#include <string>

namespace rotascope::hdf5 {

/// A type in words: "float32", "bfloat16", "int64, big-endian", "text of 8 bytes", "2 x 3 of uint8", "real: float64, imag: float64". To be
/// used in a child process alone (child.h).
std::string typeText(hid_t type);

} // namespace rotascope::hdf5
