// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// The text of a JSON object whose members can be changed while everything else in it stays the same to the byte: the order,
/// the spelling of numbers, white space, line ends.
class JsonObjectText {
public:
    /// `text` has been parsed: it is valid JSON and its outermost value is an object.
    explicit JsonObjectText(std::string text) : m_text(std::move(text)) { }

    /// Removes a member; nothing if there is none.
    void erase(std::string_view name);
    /// Replaces the value of a member, where it stands, or adds one at the end, laid out like the member before it.
    void set(std::string_view name, const nlohmann::ordered_json& value);
    /// Changes the object that is a member's value, in the same way.
    void edit(std::string_view name, const std::function<void(JsonObjectText&)>& change);
    /// The same for one further down: `path` holds the names on the way; empty: this one.
    void edit(std::span<const std::string> path, const std::function<void(JsonObjectText&)>& change);
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    struct Member {
        std::string name;
        std::size_t begin; // of the quoted name
        std::size_t valueBegin;
        std::size_t valueEnd;
    };
    [[nodiscard]] std::vector<Member> members() const;
    [[nodiscard]] static const Member* find(const std::vector<Member>& members, std::string_view name);
    [[nodiscard]] std::string whiteSpaceBefore(std::size_t position) const;

    std::string m_text;
};

} // namespace rotascope
