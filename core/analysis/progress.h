// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace rotascope {

/// Called during long work, on the thread that does it, when `done` of `total` parts are done, also after the last. The work is done in
/// parts only for this, which costs a GPU a little time and changes no number. An empty one is not called, and there are no parts.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

} // namespace rotascope
