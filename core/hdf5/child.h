// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"
#include "core/hdf5/message.h"

#include <functional>
#include <string>

namespace rotascope::hdf5 {

/// Lets a child process do what needs HDF5 with a file that is not trusted, because HDF5 itself crashes on some damaged files, does not
/// come to an end, or takes any amount of memory; none of that must take the program along, and all that is open in it. Gives what `work`
/// returned there. Fails where the child was killed, did not end within `seconds` or wanted far more memory than the file has bytes, with
/// the name of the file. To be called with a Lock held.
Expected<std::string> askChild(const RandomAccessFile& file, unsigned seconds, const std::function<std::string()>& work);

/// The same for a value that transfer() is written for.
template <class T> Expected<T> readInChild(const RandomAccessFile& file, unsigned seconds, const std::function<Expected<T>()>& work)
{
    return askChild(file, seconds, [&work] { return messageOf(work()); }).and_then([&](const std::string& message) {
        std::optional<Expected<T>> result = resultOf<T>(message);
        return result ? std::move(*result) : inputError(file.name() + ": is damaged: HDF5 itself fails on its structure");
    });
}

} // namespace rotascope::hdf5
