// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/frozen.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace rotascope {

/// Reads typed fields of one object of a configuration and remembers the first that is wrong. A field that is null is a missing one.
class FieldReader {
public:
    FieldReader(const nlohmann::json& object, std::string where) : m_object(object), m_where(std::move(where)) { }

    /// `most`: of a whole number, the largest that is taken.
    template <class T> std::optional<T> number(const char* field, T most = std::numeric_limits<T>::max())
    {
        const nlohmann::json* const found = find(field);
        if (found == nullptr) {
            return {};
        }
        if (const Sentence expected = expectedOf<T>(*found, most); !expected.empty()) {
            fail(Sentence::of("{1} is {2}; expected {3}", field, shortened(*found), expected));
            return {};
        }
        return found->get<T>();
    }

    /// The first of several names of one field that the object has.
    template <class T> std::optional<T> number(std::initializer_list<const char*> fields, T most = std::numeric_limits<T>::max())
    {
        for (const char* const field : fields) {
            if (const std::optional<T> value = number<T>(field, most)) {
                return value;
            }
        }
        return {};
    }

    /// That name; the first of them where it has none.
    [[nodiscard]] const char* nameOf(std::initializer_list<const char*> fields) const
    {
        const auto* const found = std::ranges::find_if(fields, [this](const char* field) { return has(field); });
        return found == fields.end() ? *fields.begin() : *found;
    }

    /// A number within limits, which the message states.
    std::optional<double> numberWithin(const char* field, double least, double most)
    {
        const std::optional<double> value = number<double>(field);
        if (value && !(*value >= least && *value <= most)) {
            fail(Sentence::of(
                "{1} is {2}; expected {3} to {4}", std::string(field), shortened(*find(field)), shortened(least), shortened(most)));
            return {};
        }
        return value;
    }

    std::optional<bool> boolean(const char* field)
    {
        const nlohmann::json* const found = find(field);
        if (found == nullptr) {
            return {};
        }
        if (!found->is_boolean()) {
            fail(Sentence::of("{1} is {2}; expected true or false", field, shortened(*found)));
            return {};
        }
        return found->get<bool>();
    }

    /// A list of numbers within limits; empty where it is missing or null.
    template <class T> std::vector<T> list(const char* field, T least, T most)
    {
        const nlohmann::json* const found = find(field);
        if (found == nullptr) {
            return {};
        }
        if (!found->is_array() || found->size() > mostListed) {
            fail(Sentence::of(
                "{1} is {2}; expected a list of at most {3} numbers", std::string(field), shortened(*found), std::to_string(mostListed)));
            return {};
        }
        std::vector<T> values;
        for (const nlohmann::json& value : *found) {
            if (!expectedOf<T>(value, most).empty() || !(value.get<T>() >= least && value.get<T>() <= most)) {
                const std::string index = std::to_string(values.size());
                fail(std::is_integral_v<T> ? Sentence::of("{1}[{2}] is {3}; expected a whole number from {4} to {5}", field, index,
                         shortened(value), shortened(least), shortened(most))
                                           : Sentence::of("{1}[{2}] is {3}; expected a number from {4} to {5}", field, index,
                                               shortened(value), shortened(least), shortened(most)));
                return {};
            }
            values.push_back(value.get<T>());
        }
        return values;
    }

    /// A list of factors within limits, where the text "inf" and 1e20 and more mean frozen (core/rope/frozen.h).
    std::vector<double> factors(const char* field, double least, double most)
    {
        std::vector<double> values;
        const nlohmann::json* const found = find(field);
        if (found == nullptr) {
            return values;
        }
        if (!found->is_array() || found->size() > mostListed) {
            return list<double>(field, least, most); // which says what is wrong
        }
        for (const nlohmann::json& value : *found) {
            const double factor = value == "inf" ? frozenFactor : value.is_number() ? value.get<double>() : 0.0;
            if (!(factor >= least && (factor <= most || factor >= leastWrittenFrozenFactor))) {
                fail(Sentence::of("{1}[{2}] is {3}; expected a number from {4} to {5}", field, std::to_string(values.size()),
                    shortened(value), shortened(least), shortened(most)));
                return {};
            }
            values.push_back(factor >= leastWrittenFrozenFactor ? frozenFactor : factor);
        }
        return values;
    }

    /// The strings of a list; other values are left out.
    [[nodiscard]] std::vector<std::string> strings(const char* field) const
    {
        const nlohmann::json* const found = find(field);
        std::vector<std::string> values;
        for (std::size_t i = 0; found != nullptr && found->is_array() && i < found->size(); ++i) {
            if ((*found)[i].is_string()) {
                values.push_back((*found)[i].get<std::string>());
            }
        }
        return values;
    }

    std::optional<std::string> string(const char* field)
    {
        const nlohmann::json* const found = find(field);
        if (found == nullptr) {
            return {};
        }
        if (!found->is_string()) {
            fail(Sentence::of("{1} is {2}; expected a string", field, shortened(*found)));
            return {};
        }
        const auto& text = found->get_ref<const std::string&>();
        if (text.size() > longestText) {
            fail(Sentence::of(
                "{1} has {2} bytes; expected at most {3}", std::string(field), std::to_string(text.size()), std::to_string(longestText)));
            return {};
        }
        return text;
    }

    /// A member object; null where it is missing or null.
    const nlohmann::json* object(const char* field)
    {
        const nlohmann::json* const found = find(field);
        if (found != nullptr && !found->is_object()) {
            fail(Sentence::of("{1} is {2}; expected an object", field, shortened(*found)));
            return nullptr;
        }
        return found;
    }

    [[nodiscard]] bool has(const char* field) const { return find(field) != nullptr; }
    [[nodiscard]] bool isText(const char* field) const { return has(field) && find(field)->is_string(); }
    [[nodiscard]] bool isList(const char* field) const { return has(field) && find(field)->is_array(); }
    /// Remembers a fault that the fields have together.
    void fail(const Sentence& what)
    {
        if (!m_error) {
            m_error = Error{ErrorKind::Input, m_where + ": " + what};
        }
    }
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    static constexpr std::size_t longestText = 4096; // each RoPE of a file has its own copy
    static constexpr std::size_t mostListed = 32768; // bounded before anything is allocated: half of the largest head

    // What was expected instead of a number; empty if T holds it and it is at most `most`, which counts only for a whole T.
    template <class T> static Sentence expectedOf(const nlohmann::json& value, T most)
    {
        if constexpr (std::is_floating_point_v<T>) {
            return value.is_number() ? Sentence() : Sentence::of("a number");
        } else {
            constexpr double mostExact = 9007199254740992.0;
            const bool isWhole = value.is_number_integer() || (value.is_number() && value.get<double>() == std::floor(value.get<double>()));
            if (!isWhole) { // 32768.0 is: a length in some files
                return Sentence::of("a whole number");
            }
            const bool isUnsigned = value.is_number_unsigned();
            if (isUnsigned ? value.get<std::uint64_t>() > static_cast<std::uint64_t>(most)
                           : value.get<double>() > std::min(mostExact, static_cast<double>(most))) {
                return Sentence::of("at most {1}", std::to_string(most));
            }
            constexpr T least = std::numeric_limits<T>::min();
            return value.get<double>() < std::max(-mostExact, static_cast<double>(least))
                ? Sentence::of("at least {1}", std::to_string(least))
                : Sentence();
        }
    }

    [[nodiscard]] const nlohmann::json* find(const char* field) const
    {
        const auto found = m_object.find(field);
        return found == m_object.end() || found->is_null() ? nullptr : &*found;
    }

    static std::string shortened(const nlohmann::json& value)
    {
        const std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return text.size() <= 40 ? text : text.substr(0, 40) + "...";
    }

    const nlohmann::json& m_object;
    std::string m_where;
    std::optional<Error> m_error;
};

} // namespace rotascope
