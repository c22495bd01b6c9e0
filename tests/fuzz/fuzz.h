// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace rotascope::fuzz {

/// What every reader promises: a table that was checked, or one message about the file.
template <class Checked> void expectSound(const Expected<Checked>& result)
{
    if (!result && (result.error().kind != ErrorKind::Input || !result.error().message.english().starts_with("file"))) {
        std::abort();
    }
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace rotascope::fuzz
