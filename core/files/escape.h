// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Text from outside (the name of a file, of a model, of a RoPE; a message that quotes one) inside another language. Such a text may hold
// anything: line ends, orders to a terminal, bytes that are not UTF-8. Each language has one function here, and whatever writes the
// language uses it. HTML alone is not here: only the window writes it, and Qt has the function, QString::toHtmlEscaped().
namespace rotascope {

/// For people: a terminal, a window, a comment. One line of UTF-8 in which every character takes the place that it seems to take: what is
/// not UTF-8 becomes "\xff", a control character "\n", "\t", "\r" or "\x1b", and line ends of Unicode and what changes the direction of
/// writing "\u202e". A text without any of these stays as it is; a backslash is not doubled, so this is not to be read back.
std::string visibleText(std::string_view text);
/// Whether visibleText() leaves it as it is.
bool isVisible(std::string_view text);

/// The same for a JSON text, with JSON's own escapes: it reads back as the same values. Line ends between its values stay.
std::string visibleJson(std::string_view json);

/// A Python literal of ASCII characters, with its quotes; what is not UTF-8 becomes U+FFFD.
std::string pythonString(std::string_view text);

/// Whether a text may be handed to a program as the name of something: it is not empty, a person sees what it says, and no program takes it
/// for an option.
bool isPlainArgument(std::string_view text);

/// One word of a POSIX shell, within single quotes. The text holds no null, which no argument of a program can hold.
std::string shellWord(std::string_view text);

/// The rest of a comment line of a CSV table, after "# name: ", of a visible text. To a spreadsheet that line is cells like any other: no
/// quote may begin one that goes on in the next line, and none may begin like a formula. So a quote becomes "\x22", and a separator that is
/// not followed by a letter or a digit, but for spaces, "\x2c" or "\x3b".
std::string csvComment(std::string_view text);
/// The text that csvComment() was given.
std::string fromCsvComment(std::string_view comment);

} // namespace rotascope
