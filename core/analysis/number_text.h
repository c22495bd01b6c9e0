// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sstream>
#include <string>

namespace rotascope {

/// A number as it stands in a message: six significant digits at most.
inline std::string numberText(double value)
{
    std::ostringstream stream;
    stream << value;
    return stream.str();
}

} // namespace rotascope
