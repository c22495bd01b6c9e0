// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
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
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    struct Member {
        std::string name;
        std::size_t begin; // of the quoted name
        std::size_t valueBegin;
        std::size_t valueEnd;
    };
    [[nodiscard]] std::vector<Member> members() const;
    [[nodiscard]] std::string whiteSpaceBefore(std::size_t position) const;

    std::string m_text;
};

} // namespace rotascope
