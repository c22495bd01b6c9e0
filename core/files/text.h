// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

// Text as files hold it.
namespace rotascope {

/// How many bytes the UTF-8 character has that the text begins with; 0 if it begins with none: an overlong form, a surrogate, anything
/// beyond U+10FFFF, a byte that belongs nowhere, no text.
std::size_t utf8Length(std::string_view text);
/// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool isUtf8(std::string_view text);

/// The next line of `text`, without its end ("\n" or "\r\n"); `text` is advanced.
std::string_view takeLine(std::string_view& text);

/// The whole of `text` as a number.
std::optional<double> numberOf(std::string_view text);
/// The whole of `text` as a whole number within the limits, or what a message says behind its name: `is "1e6"; expected a whole number
/// from 1 to 8`.
tl::expected<std::int64_t, std::string> wholeNumberIn(std::string_view text, std::int64_t least, std::int64_t most);
/// Text from outside for a message: in quotes, cut where it is long.
std::string inQuotes(std::string_view text);
/// In hexadecimal digits, as few as it has.
std::string hexText(std::uint64_t value);
/// The shortest decimal text that reads back as the same double ("nan", "inf" for those).
std::string exactText(double value);

} // namespace rotascope
