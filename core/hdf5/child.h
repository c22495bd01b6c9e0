// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"
#include "core/hdf5/message.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

// HDF5 is called in child processes alone. It crashes on some damaged files, does not come to an end, or takes any amount of memory; where
// there is none left it crashes as well, even while it starts and ends. None of that must take the program along, and all that is open in
// it.
namespace rotascope::hdf5 {

/// What a child may take that reads a file that is not trusted.
struct ChildLimits {
    unsigned seconds = 0; ///< of processor time, and some times as many in all
    std::uint64_t fileBytes = 0; ///< size of the file: memory is granted in proportion
};

/// Why a child gave no answer.
enum class ChildFailure : std::uint8_t {
    NotStarted, ///< the system gave no process or pipe; errno says why
    OutOfMemory,
    TookTooLong, ///< processor time
    Stalled, ///< it waited, for a disk perhaps, until its time was over
    Killed, ///< by the system or a person
    Crashed
};

/// What `work` returns in a child process, where HDF5 prints no errors and loads no plugins.
tl::expected<std::string, ChildFailure> askChild(const std::optional<ChildLimits>& limits, const std::function<std::string()>& work);

/// The messages of a failure, with the name of the file.
Error readFailure(const std::string& file, ChildFailure failure);
Error writeFailure(const std::string& file, ChildFailure failure);

/// Reads a file that is not trusted: what `work` returns in a child; a value that transfer() is written for.
template <class T> Expected<T> readInChild(const RandomAccessFile& file, unsigned seconds, const std::function<Expected<T>()>& work)
{
    const auto message = askChild(ChildLimits{seconds, file.size()}, [&work] { return messageOf(work()); });
    std::optional<Expected<T>> result = message ? resultOf<T>(*message) : std::nullopt;
    return result ? std::move(*result)
                  : Expected<T>(tl::unexpected(readFailure(file.name(), message ? ChildFailure::Crashed : message.error())));
}

/// Makes a file: the same, for what takes as long as it takes. What the child wrote into files that were open is there afterwards.
template <class T> Expected<T> writeInChild(const std::string& file, const std::function<Expected<T>()>& work)
{
    const auto message = askChild({}, [&work] { return messageOf(work()); });
    std::optional<Expected<T>> result = message ? resultOf<T>(*message) : std::nullopt;
    return result ? std::move(*result) : Expected<T>(tl::unexpected(writeFailure(file, message ? ChildFailure::Crashed : message.error())));
}

} // namespace rotascope::hdf5
