// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device.h"

#include <memory>

namespace rotascope::gpu {

/// The first CUDA device. FaultKind::Lost with a reason that a user can act on if there is no driver, the driver is older than
/// this build's runtime, there is no device, or its compute capability is below what the kernels were compiled for. Costs no CUDA context:
/// that comes with the first call.
Result<std::unique_ptr<Device>> openCudaDevice();

} // namespace rotascope::gpu
