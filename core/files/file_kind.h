// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <array>
#include <cstring>
#include <sys/stat.h>

namespace rotascope {

/// What a message calls something that is not a regular file: marked for translation.
inline const char* kindOf(mode_t mode)
{
    return S_ISDIR(mode) ? Sentence::marked("a folder")
        : S_ISFIFO(mode) ? Sentence::marked("a pipe")
        : S_ISSOCK(mode) ? Sentence::marked("a socket")
                         : Sentence::marked("a device");
}

/// The system's word for an error (errno). Those that users meet can be translated; others stay as they are.
inline Sentence systemReason(int error)
{
    constexpr std::array frequent = {Sentence::marked("No such file or directory"), Sentence::marked("Permission denied"),
        Sentence::marked("Operation not permitted"), Sentence::marked("Not a directory"), Sentence::marked("Is a directory"),
        Sentence::marked("Read-only file system"), Sentence::marked("No space left on device"), Sentence::marked("File too large"),
        Sentence::marked("File name too long"), Sentence::marked("Disk quota exceeded"), Sentence::marked("Input/output error"),
        Sentence::marked("Too many open files"), Sentence::marked("Cannot allocate memory")};
    static_assert(!frequent.empty());
    return Sentence::label(std::strerror(error));
}

} // namespace rotascope
