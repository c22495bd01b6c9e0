// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rotascope {

std::size_t utf8Length(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
    if (text.empty() || (lead >= 0x80 && lead < 0xc2) || lead >= 0xf5) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) {
            return 0;
        }
    }
    const bool isOverlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool isSurrogate = lead == 0xed && byte(1) > 0x9f;
    const bool isTooLarge = lead == 0xf4 && byte(1) > 0x8f;
    return isOverlong || isSurrogate || isTooLarge ? 0 : length;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0.0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

tl::expected<std::int64_t, std::string> wholeNumberIn(std::string_view text, std::int64_t least, std::int64_t most)
{
    std::int64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size() || value < least || value > most) {
        return tl::unexpected(
            "is " + inQuotes(text) + "; expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return value;
}

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t most = 40;
    if (text.size() <= most) {
        return "\"" + std::string(text) + "\"";
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) { // within a character
        --end;
    }
    return "\"" + std::string(text.substr(0, end)) + "...\"";
}

std::string hexText(std::uint64_t value)
{
    std::array<char, 16> text{};
    char* const end = std::to_chars(text.data(), text.data() + text.size(), value, 16).ptr;
    return {text.data(), end};
}

std::string exactText(double value)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

} // namespace rotascope
