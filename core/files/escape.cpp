// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/escape.h"

#include "core/files/text.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

struct Character {
    std::string_view bytes; ///< one, where they are not UTF-8
    char32_t codePoint = 0; ///< of UTF-8; else the byte
    bool isUtf8 = false;
};

Character takeCharacter(std::string_view& text)
{
    constexpr std::array<unsigned, 5> leadBits = {0xff, 0x7f, 0x1f, 0x0f, 0x07};
    const std::size_t length = utf8Length(text);
    Character result{text.substr(0, std::max<std::size_t>(length, 1)), 0, length > 0};
    result.codePoint = static_cast<unsigned char>(result.bytes[0]) & leadBits.at(length);
    for (const char c : result.bytes.substr(1)) {
        result.codePoint = result.codePoint << 6U | (static_cast<unsigned char>(c) & 0x3fU);
    }
    text.remove_prefix(result.bytes.size());
    return result;
}

struct Range {
    char32_t first;
    char32_t last;
};

// What shows nothing, and yet moves what follows it, ends a line or gives a terminal an order.
constexpr std::array unseen = {
    Range{0x00, 0x1f}, Range{0x7f, 0x9f}, // C0, DEL and C1, which has a line end (U+0085) and an introducer of orders (U+009B)
    Range{0x061c, 0x061c}, Range{0x200e, 0x200f}, Range{0x202a, 0x202e}, Range{0x2066, 0x2069}, // the direction of writing
    Range{0x200b, 0x200d}, Range{0x2060, 0x2065}, Range{0x206a, 0x206f}, Range{0xfeff, 0xfeff}, // no width
    Range{0x00ad, 0x00ad}, Range{0x034f, 0x034f}, Range{0x180e, 0x180e}, // the same
    Range{0x115f, 0x1160}, Range{0x17b4, 0x17b5}, Range{0x3164, 0x3164}, Range{0xffa0, 0xffa0}, // letters that are empty
    Range{0x2028, 0x2029}, // ends of a line, of a paragraph
    Range{0xfff9, 0xfffb}, // text above text
    Range{0xe0000, 0xe007f}, // tags, which repeat ASCII unseen
};

bool isUnseen(const Character& character)
{
    return !character.isUtf8 || std::ranges::any_of(unseen, [&](const Range& range) {
        return range.first <= character.codePoint && character.codePoint <= range.last;
    });
}

std::string hex(std::string_view prefix, int digits, char32_t value)
{
    std::string text(prefix);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        text += "0123456789abcdef"[(value >> static_cast<unsigned>(shift)) & 0xfU];
    }
    return text;
}

std::string hexByte(char c)
{
    return hex("\\x", 2, static_cast<unsigned char>(c));
}

// As Python, C and people write it.
std::string escapeOf(const Character& character)
{
    const char32_t c = character.codePoint;
    return c == '\n' && character.isUtf8 ? "\\n"
        : c == '\r'                      ? "\\r"
        : c == '\t'                      ? "\\t"
        : c < 0x80 || !character.isUtf8  ? hex("\\x", 2, c)
        : c < 0x10000                    ? hex("\\u", 4, c)
                                         : hex("\\U", 8, c);
}

// As JSON writes it: what has more than 16 bits as a pair of surrogates.
std::string jsonEscapeOf(char32_t c)
{
    return c < 0x10000 ? hex("\\u", 4, c) : hex("\\u", 4, 0xd7c0 + (c >> 10U)) + hex("\\u", 4, 0xdc00 + (c & 0x3ffU));
}

// In csvComment(): a backslash, a separator or a quote by its number.
constexpr std::string_view csvSpecial = "\"\\,;";

bool isCsvEscape(std::string_view text)
{
    return text.size() >= 4 && std::ranges::any_of(csvSpecial, [&](char c) { return text.starts_with(hexByte(c)); });
}

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isEscapedInCsv(std::string_view rest)
{
    if (rest.front() == ',' || rest.front() == ';') {
        const std::size_t next = rest.find_first_not_of(' ', 1);
        return next == std::string_view::npos || !isLetterOrDigit(rest[next]);
    }
    return rest.front() == '"' || isCsvEscape(rest);
}

} // namespace

std::string visibleText(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const Character character = takeCharacter(text);
        result += isUnseen(character) ? escapeOf(character) : character.bytes;
    }
    return result;
}

bool isPlainArgument(std::string_view text)
{
    return text.find_first_not_of(' ') != std::string_view::npos && !text.starts_with('-') && isVisible(text);
}

bool isVisible(std::string_view text)
{
    while (!text.empty()) {
        if (isUnseen(takeCharacter(text))) {
            return false;
        }
    }
    return true;
}

std::string visibleJson(std::string_view json)
{
    std::string result;
    while (!json.empty()) {
        const Character character = takeCharacter(json);
        const bool isWithinString = isUnseen(character) && character.codePoint > ' '; // between values there is only JSON's white space
        result += isWithinString ? jsonEscapeOf(character.codePoint) : character.bytes;
    }
    return result;
}

std::string pythonString(std::string_view text)
{
    std::string result = "\"";
    while (!text.empty()) {
        const Character character = takeCharacter(text);
        if (!character.isUtf8) {
            result += "\\ufffd";
        } else if (character.codePoint == '"' || character.codePoint == '\\') {
            result.append("\\").append(character.bytes);
        } else if (character.codePoint < ' ' || character.codePoint > '~') {
            result += escapeOf(character);
        } else {
            result += character.bytes;
        }
    }
    return result + "\"";
}

// Within single quotes a POSIX shell leaves everything alone but the quote itself.
std::string shellWord(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        c == '\'' ? result += "'\\''" : result += c;
    }
    return result + "'";
}

std::string csvComment(std::string_view text)
{
    std::string result;
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        result += isEscapedInCsv(text) ? hexByte(c) : std::string(1, c);
    }
    return result;
}

std::string fromCsvComment(std::string_view comment)
{
    std::string result;
    while (!comment.empty()) {
        if (isCsvEscape(comment)) {
            result += *std::ranges::find_if(csvSpecial, [&](char c) { return comment.starts_with(hexByte(c)); });
            comment.remove_prefix(4);
        } else {
            result += comment.front();
            comment.remove_prefix(1);
        }
    }
    return result;
}

} // namespace rotascope
