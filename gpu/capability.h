// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace rotascope::gpu {

/// Why a device cannot run this build's kernels, for a user; empty if it can. `capability`: the device's compute capability, 75 for 7.5;
/// `oldest`: the oldest that the kernels were compiled for. Without this check such a device would fail at its first kernel.
std::string capabilityProblem(const std::string& device, int capability, int oldest);

} // namespace rotascope::gpu
