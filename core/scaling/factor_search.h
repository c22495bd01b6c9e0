// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scaling/method.h"

#include <vector>

namespace rotascope {

/// The table with the least mean disturbance, the first of equals. Each factor of a dimension is asked for once, however many tables have
/// it. At least one table; ErrorKind::Input where the input has no disturbances.
Expected<ScalingTable> leastDisturbed(const MethodInput& input, std::vector<ScalingTable> tables);

} // namespace rotascope
