// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/certificate.h"

#include <string>

namespace rotascope {

/// "rotascope-certificate/1": the least sum of terms and the tables against it, the margin of each dimension, and how the choice depends on
/// b and on ε. `analysis`: what the certificate was made of.
std::string toJson(const Certificate& certificate, const Analysis& analysis);

} // namespace rotascope
