// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include "core/text.h"
#include "scaling/method_list.h"

#include <algorithm>

namespace rotascope {

std::span<const Method* const> methods()
{
    static const auto sorted = [] {
        auto list = allMethods;
        std::ranges::sort(list, {}, &Method::order);
        return list;
    }();
    return sorted;
}

std::string methodNames()
{
    return namesOf(methods(), [](const Method* method) { return method->name; });
}

Expected<const Method*> findMethod(std::string_view name)
{
    const auto found = std::ranges::find(methods(), name, &Method::name);
    if (found == methods().end()) {
        return usageError(Sentence::of("method \"{1}\" is not known; expected one of {2}", name, methodNames()));
    }
    return *found;
}

const Method& methodOfOwnTable()
{
    return **std::ranges::find(methods(), true, &Method::needsTable);
}

const ScalingParameters& MethodInput::parametersFor(std::string_view ropeType) const
{
    static const ScalingParameters none;
    return rope.ropeType == ropeType ? rope.scaling : none;
}

} // namespace rotascope
