// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/hdf5/handle.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Members and attributes of a file that is not trusted. `where` is what an error message begins with: the file and the path of
// the object asked, e.g. "run.h5: /ropes/main".
namespace rotascope::hdf5 {

/// The longest text attribute or group name that is taken, in bytes.
inline constexpr std::size_t maxTextLength = 4096;
/// The longest list attribute that is taken.
inline constexpr std::size_t maxListLength = 65536;

/// "run.h5: /ropes" and "main" make "run.h5: /ropes/main".
std::string memberOf(const std::string& where, std::string_view name);

/// Whether there is such a member; an error if it is reached by anything but a hard link, so that nothing outside the file is
/// ever opened.
Expected<bool> hasMember(hid_t group, const std::string& name, const std::string& where);

/// Opens a member. Not valid (and no error) where there is none.
Expected<Object> openMember(hid_t group, const std::string& name, const std::string& where);

/// The same, and it is a group: an error if it is not or is missing.
Expected<Object> openGroup(hid_t group, const std::string& name, const std::string& where);

/// The names of all members of a group, sorted. At most 1024; each one a path component of valid UTF-8.
Expected<std::vector<std::string>> memberNames(hid_t group, const std::string& where);

/// Attributes, empty where there is none; an error where it has another type or more than one value.
/// Text may have fixed or variable length and is valid UTF-8; integers may have 1 to 8 bytes, with or without sign; real numbers
/// may be float32, float64 or integers.
Expected<std::optional<std::string>> textAttribute(hid_t object, const char* name, const std::string& where);
Expected<std::optional<std::int64_t>> integerAttribute(hid_t object, const char* name, const std::string& where);
Expected<std::optional<double>> realAttribute(hid_t object, const char* name, const std::string& where);
/// A list of integers; empty where there is none.
Expected<std::vector<std::int64_t>> integerListAttribute(hid_t object, const char* name, const std::string& where);

/// The most numbers that attributeText() lists.
inline constexpr std::size_t maxNumbersInText = 16;
/// What any attribute holds, for people: its text, or its numbers with commas. Empty where it is something else or more.
Expected<std::string> attributeText(hid_t object, const char* name, const std::string& where);

} // namespace rotascope::hdf5
