// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <tl/expected.hpp>
#include <utility>

namespace rotascope {

/// What went wrong, as far as a caller has to tell cases apart. The values are the exit codes of rotascope-cli.
enum class ErrorKind {
    Lint = 1, ///< what was looked at has errors; the report says which
    Usage = 2, ///< an argument or a setting is out of range
    Input = 3, ///< a file cannot be used
    Output = 4, ///< a result cannot be written
    Engine = 5, ///< the engine asked for is not available
    Stopped = 6 ///< the caller asked to stop; never shown to a user
};

/// An error that a user can act on: `message` says what, where (file, dataset, key) and what was expected. What is made of a std::string is
/// shown in English in all languages.
struct Error {
    ErrorKind kind;
    Sentence message;
};

template <class T> using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> usageError(Sentence message)
{
    return tl::unexpected(Error{ErrorKind::Usage, std::move(message)});
}
inline tl::unexpected<Error> inputError(Sentence message)
{
    return tl::unexpected(Error{ErrorKind::Input, std::move(message)});
}
inline tl::unexpected<Error> outputError(Sentence message)
{
    return tl::unexpected(Error{ErrorKind::Output, std::move(message)});
}
inline tl::unexpected<Error> stoppedError()
{
    return tl::unexpected(Error{ErrorKind::Stopped, "stopped"});
}

} // namespace rotascope
