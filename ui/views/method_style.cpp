// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/method_style.h"

#include "core/scaling/method.h"
#include "ui/base/colours.h"
#include "ui/views/plot_roles.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

struct Shades {
    QColor light;
    QColor dark;
};

// After Okabe and Ito and Tol's "bright", darker on light backgrounds: all can be told apart by people who are colour blind, and from
// the colours of extrapolation (blue), interpolation (orange) and the current table (green).
const std::array<Shades, 3>& shades()
{
    static const std::array<Shades, 3> all = {{
        {QColor(0xb0, 0x3a, 0x7c), QColor(0xff, 0x9a, 0xd5)},
        {QColor(0x8a, 0x6a, 0x00), QColor(0xf0, 0xe4, 0x42)},
        {QColor(0x5f, 0x3d, 0xc4), QColor(0xc8, 0xb4, 0xff)},
    }};
    return all;
}

// Those that are well known have no others than these: with the circle of the current table, as in other charts.
constexpr std::array shapes = {Mark::Shape::Square, Mark::Shape::Plus, Mark::Shape::Cross};

// The shades go to the well-known methods that need one, in the order of the methods; null where there is none left.
const Shades* shadesOf(const Method& method)
{
    const auto needsOne = [](const Method* other) { return other->wellKnown && !other->choiceForAll; };
    const auto before = std::ranges::find(methods(), &method) - methods().begin();
    const auto place = static_cast<std::size_t>(std::ranges::count_if(methods().first(static_cast<std::size_t>(before)), needsOne));
    return needsOne(&method) && place < shades().size() ? &shades()[place] : nullptr;
}

const Method* methodNamed(std::string_view name)
{
    const auto found = std::ranges::find(methods(), name, &Method::name);
    return found == methods().end() ? nullptr : *found;
}

} // namespace

const MethodAnalysis* shownMethodOf(const Workspace& workspace)
{
    if (!workspace.analysis()) {
        return nullptr;
    }
    const std::vector<MethodAnalysis>& all = workspace.analysis()->methods;
    const auto found = std::ranges::find(all, workspace.shownMethod(), [](const MethodAnalysis& one) { return one.method->name; });
    return found != all.end() && found->result && !found->method->choiceForAll ? &*found : nullptr;
}

QColor colorOfShown(const MethodAnalysis& method, bool onDark)
{
    const Shades* own = shadesOf(*method.method);
    const Shades& shades = own != nullptr ? *own : rotascope::shades().back();
    return onDark ? shades.dark : shades.light;
}

bool isDrawnAtOnce(std::string_view name)
{
    const Method* method = methodNamed(name);
    return name.empty() || (method != nullptr && method->wellKnown);
}

Mark markOfMethod(std::string_view name)
{
    const Method* method = methodNamed(name);
    if (method == nullptr) {
        return markOf(PlotRole::Chosen);
    }
    if (method->choiceForAll) {
        return markOf(method->choiceForAll == Choice::Extrapolation ? PlotRole::Extrapolation : PlotRole::Interpolation);
    }
    if (const Shades* own = shadesOf(*method)) {
        return {shapes.at(static_cast<std::size_t>(own - shades().data()))};
    }
    const auto isBefore = [&](const Method* other) { return other->order < method->order && !other->wellKnown; };
    return Mark::ofLetter(QChar(u'a' + static_cast<char16_t>(std::ranges::count_if(methods(), isBefore))));
}

QColor colorOfMethod(std::string_view name, bool onDark)
{
    if (name.empty()) {
        return colorOf(PlotRole::Chosen, onDark);
    }
    const Method* method = methodNamed(name);
    if (method != nullptr && method->choiceForAll) {
        return colorOf(method->choiceForAll == Choice::Extrapolation ? PlotRole::Extrapolation : PlotRole::Interpolation, onDark);
    }
    if (const Shades* own = method != nullptr ? shadesOf(*method) : nullptr) {
        return onDark ? own->dark : own->light;
    }
    return colorOf(PlotRole::Before, onDark);
}

} // namespace rotascope
