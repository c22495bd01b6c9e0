// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <filesystem>
#include <functional>
#include <string>

namespace rotascope::hdf5 {

/// Tries something in a child process first, because HDF5 1.10 itself crashes or loops on some damaged files and must not take the
/// program, and all that is open in it, along. Fails if the child was killed or did not end within `seconds`; what it found out
/// otherwise does not matter. Where no child can be made, nothing is tried. To be called with a Lock held.
Expected<void> probe(const std::filesystem::path& file, unsigned seconds, const std::function<void()>& work);

} // namespace rotascope::hdf5
