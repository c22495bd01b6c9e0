// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/method_style.h"

#include "ui/base/colours.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

struct Style {
    std::string_view method;
    QColor light;
    QColor dark;
};

// After Okabe and Ito and Tol's "bright", darker on light backgrounds: all can be told apart by people who are colour blind, and from
// the colours of extrapolation (blue), interpolation (orange) and the current table (green).
const std::array<Style, 3>& styles()
{
    static const std::array<Style, 3> all = {{
        {"ntk", QColor(0xb0, 0x3a, 0x7c), QColor(0xff, 0x9a, 0xd5)},
        {"yarn", QColor(0x8a, 0x6a, 0x00), QColor(0xf0, 0xe4, 0x42)},
        {"distributional", QColor(0x5f, 0x3d, 0xc4), QColor(0xc8, 0xb4, 0xff)},
    }};
    return all;
}

} // namespace

bool hasOwnColor(std::string_view method)
{
    return method.empty() || method == "extrapolation" || method == "linear"
        || std::ranges::find(styles(), method, &Style::method) != styles().end();
}

QColor colorOfMethod(std::string_view method, bool onDark)
{
    if (method.empty()) {
        return colorOf(PlotRole::Chosen, onDark);
    }
    if (method == "extrapolation") {
        return colorOf(PlotRole::Extrapolation, onDark);
    }
    if (method == "linear") {
        return colorOf(PlotRole::Interpolation, onDark);
    }
    for (const Style& style : styles()) {
        if (style.method == method) {
            return onDark ? style.dark : style.light;
        }
    }
    return colorOf(PlotRole::Before, onDark);
}

} // namespace rotascope
