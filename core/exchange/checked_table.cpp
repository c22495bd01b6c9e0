// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/checked_table.h"

#include "core/angle/position_set.h"
#include "core/files/text.h"

#include <cmath>
#include <limits>
#include <optional>

namespace rotascope {
namespace {

Error notPositive(const Sentence& shown, const Sentence& what)
{
    return {ErrorKind::Input, Sentence::of("{1} is {2}; expected a finite number greater than 0", what, shown)};
}

// As it is written: a text in quotes, a number without.
Sentence shownJson(const OrderedJson& value)
{
    constexpr std::size_t most = 40;
    if (value.is_structured()) {
        return value.is_array() ? Sentence::of("a list") : Sentence::of("an object");
    }
    return value.is_string() && value.get_ref<const std::string&>().size() > most
        ? inQuotes(value.get_ref<const std::string&>())
        : value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::optional<double> numberOf(const OrderedJson& value)
{
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

Expected<std::int64_t> lengthOf(const Provenance& provenance, const char* name, std::int64_t least, const std::string& where)
{
    const auto stated = provenance.find(name);
    if (stated == provenance.end()) {
        return least;
    }
    return wholeNumberIn(stated->second, least, maxContextLength).map_error([&](const std::string& wrong) {
        return Error{ErrorKind::Input, where + ": " + (name + (" " + wrong))};
    });
}

Expected<void> checkLengths(const Provenance& provenance, const std::string& where)
{
    return lengthOf(provenance, "pretraining_length", 1, where)
        .and_then([&](std::int64_t length) { return lengthOf(provenance, "target_length", length, where); })
        .map([](std::int64_t) {});
}

} // namespace

Sentence nameOfFactor(std::size_t dimension)
{
    return Sentence::of("the factor of dimension {1}", std::to_string(dimension));
}

Expected<double> factorOf(std::string_view text, const Sentence& what)
{
    const std::optional<double> number = numberOf(text);
    return number && *number > 0.0 ? Expected<double>(*number) : tl::unexpected(notPositive(inQuotes(text), what));
}

Expected<double> factorIn(const OrderedJson& value, const Sentence& what)
{
    const std::optional<double> number = value == "inf" ? std::numeric_limits<double>::infinity() : numberOf(value);
    return number && *number > 0.0 ? Expected<double>(*number) : tl::unexpected(notPositive(shownJson(value), what));
}

Expected<double> attentionFactorOf(std::string_view text, const Sentence& what)
{
    const std::optional<double> number = numberOf(text);
    const bool isOne = number && *number > 0.0 && std::isfinite(*number);
    return isOne ? Expected<double>(*number) : tl::unexpected(notPositive(inQuotes(text), what));
}

Expected<double> attentionFactorIn(const OrderedJson& value, const Sentence& what)
{
    const std::optional<double> number = numberOf(value);
    return number && *number > 0.0 ? Expected<double>(*number) : tl::unexpected(notPositive(shownJson(value), what));
}

Expected<std::vector<double>> factorsIn(const OrderedJson& list, const std::string& where)
{
    std::vector<double> factors;
    for (const OrderedJson& value : list) {
        const Expected<double> factor = factorIn(value, where + ": " + nameOfFactor(factors.size()));
        if (!factor) {
            return tl::unexpected(factor.error());
        }
        factors.push_back(*factor);
    }
    return factors;
}

Expected<ImportedTable> checked(ImportedTable table, const std::string& where)
{
    return validate(table.table, where).and_then([&] { return checkLengths(table.provenance, where); }).map([&] {
        return std::move(table);
    });
}

} // namespace rotascope
