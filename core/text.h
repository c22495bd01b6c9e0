// SPDX-License-Identifier: GPL-3.0-or-later
// What messages are made of. Beside error.h and not in core/files, because rooms that are also built without files need it.
#pragma once

#include "core/sentence.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

namespace rotascope {

/// "a, b, c": the names of some values, as help texts and messages ("expected one of ...") list them. `name` gives the name of a value:
/// a member, or a function.
template <class Range, class Name = std::identity> std::string namesOf(Range&& range, Name name = {})
{
    std::string names;
    for (const auto& value : range) {
        names.append(names.empty() ? "" : ", ").append(std::string_view(std::invoke(name, value)));
    }
    return names;
}

/// A number for a sentence: six significant digits at most, but a whole number, as a length is, with all of its own.
inline std::string shortText(double value)
{
    constexpr double most = 1e12;
    std::array<char, 32> text{};
    const bool isWhole = value == std::floor(value) && std::abs(value) < most;
    std::snprintf(text.data(), text.size(), isWhole ? "%.0f" : "%.6g", value);
    return text.data();
}

/// The same as a part of a sentence: in the reader's notation where it is shown.
inline Sentence number(double value)
{
    return Sentence::number(shortText(value));
}

} // namespace rotascope
