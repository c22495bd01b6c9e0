// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include "scaling/method_list.h"

#include <algorithm>
#include <string>

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

Expected<const Method*> findMethod(std::string_view name)
{
    std::string names;
    for (const Method* method : methods()) {
        if (method->name == name) {
            return method;
        }
        names += (names.empty() ? "" : ", ") + std::string(method->name);
    }
    return usageError("method \"" + std::string(name) + "\" is not known; expected one of " + names);
}

} // namespace rotascope
