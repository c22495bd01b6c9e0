// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ios>
#include <sstream>

namespace rotascope {

/// A text that is made piece by piece. Where there is no memory for it, it throws as all else does: a plain stream would stay silent, and
/// the text would end in the middle.
class TextStream : public std::ostringstream {
public:
    TextStream() { exceptions(std::ios::badbit); }
};

} // namespace rotascope
