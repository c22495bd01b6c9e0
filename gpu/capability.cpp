// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/capability.h"

namespace rotascope::gpu {
namespace {

std::string text(int capability)
{
    return std::to_string(capability / 10) + "." + std::to_string(capability % 10);
}

} // namespace

std::string capabilityProblem(const std::string& device, int capability, int oldest)
{
    return capability >= oldest
        ? std::string()
        : device + " has compute capability " + text(capability) + "; this build needs " + text(oldest) + " or newer";
}

} // namespace rotascope::gpu
