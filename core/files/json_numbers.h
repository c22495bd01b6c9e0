// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <span>

namespace rotascope {

/// A number as JSON; "inf", a text, for an infinite one, which JSON has no number for.
template <class Json> Json jsonNumber(double value)
{
    return std::isinf(value) ? Json("inf") : Json(value);
}

/// A list of such numbers.
template <class Json> Json jsonNumbers(std::span<const double> values)
{
    Json list = Json::array();
    for (const double value : values) {
        list.push_back(jsonNumber<Json>(value));
    }
    return list;
}

} // namespace rotascope
