// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

// Text as files hold it.
namespace rotascope {

/// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool isUtf8(std::string_view text);

/// The next line of `text`, without its end ("\n" or "\r\n"); `text` is advanced.
std::string_view takeLine(std::string_view& text);

/// The whole of `text` as a number.
std::optional<double> numberOf(std::string_view text);
/// The shortest decimal text that reads back as the same double ("nan", "inf" for those).
std::string exactText(double value);

} // namespace rotascope
