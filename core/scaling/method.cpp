// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/method.h"

#include "core/rope/position_method.h"
#include "core/scaling/clipped_table.h"
#include "core/text.h"
#include "scaling/method_list.h"

#include <algorithm>
#include <charconv>
#include <system_error>

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
    if (const PositionMethod* other = findPositionMethod(name); other != nullptr && found == methods().end()) {
        return usageError(Sentence::of("{1}; expected one of {2}", notATable(*other), methodNames()));
    }
    if (found == methods().end()) {
        return usageError(Sentence::of("method \"{1}\" is not known; expected one of {2}", name, methodNames()));
    }
    return *found;
}

MethodParameters foundParameters(const Method& method, const RopeConfig& rope, std::int64_t pretrainingLength, const ScalingTable& table)
{
    MethodParameters found;
    if (method.parameter == MethodParameter::Clipped) {
        found.clipped = dimensionsWithoutATurn(rope, pretrainingLength);
    } else if (method.parameter == MethodParameter::Band) {
        const auto isChanged = [](double factor) { return factor != 1.0; };
        const auto first = std::ranges::find_if(table.factors, isChanged);
        const auto end = std::find_if_not(first, table.factors.end(), isChanged);
        if (first != end) {
            found.band = DimensionRange{
                static_cast<std::size_t>(first - table.factors.begin()), static_cast<std::size_t>(end - table.factors.begin())};
        }
    }
    return found;
}

std::string textOf(const DimensionRange& range)
{
    return std::to_string(range.first) + ":" + std::to_string(range.end);
}

Expected<DimensionRange> dimensionRangeOf(std::string_view text)
{
    DimensionRange range;
    const char* const last = text.data() + text.size();
    const auto [colon, first] = std::from_chars(text.data(), last, range.first);
    const bool hasColon = first == std::errc() && colon != last && *colon == ':';
    const auto [end, second] = std::from_chars(hasColon ? colon + 1 : last, last, range.end);
    return hasColon && second == std::errc() && end == last && range.first < range.end
        ? Expected<DimensionRange>(range)
        : usageError(Sentence::of("the band is \"{1}\"; expected FIRST:END, END not included, such as 20:40", std::string(text)));
}

Expected<void> validate(const MethodParameters& parameters, std::size_t dimensions)
{
    if (parameters.band && (parameters.band->first >= parameters.band->end || parameters.band->end > dimensions)) {
        return usageError(Sentence::of("the band is {1}; the source has {2} dimensions", textOf(*parameters.band), dimensions));
    }
    return parameters.clipped.value_or(0) <= dimensions
        ? Expected<void>()
        : usageError(
            Sentence::of("the number of clipped dimensions is {1}; the source has {2} dimensions", *parameters.clipped, dimensions));
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
