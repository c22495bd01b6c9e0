// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace rotascope {

/// Told of work that takes long, on the thread that does it: `done` of `total` parts, up to all of them. Who gives one has the work done in
/// parts, which costs a GPU a little time and changes no number; an empty one is told nothing.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

} // namespace rotascope
