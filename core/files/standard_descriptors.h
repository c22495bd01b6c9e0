// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <unistd.h>

namespace rotascope {

/// Lets each of the three standard descriptors that is closed lead to where nothing can be read or written: a file that is opened later
/// would take its place, and with it what is meant for standard error. To be called first in a program.
inline void keepStandardDescriptors()
{
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO) {
        descriptor = ::open("/dev/null", O_RDONLY);
    }
    if (descriptor > STDERR_FILENO) {
        ::close(descriptor);
    }
}

} // namespace rotascope
