// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/json_object_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

// The end of the string that begins at `position`. The text is valid JSON, so there is one.
std::size_t endOfString(std::string_view text, std::size_t position)
{
    for (++position; text[position] != '"'; ++position) {
        position += text[position] == '\\' ? 1U : 0U;
    }
    return position + 1;
}

// The end of the value that begins at `position`.
std::size_t endOfValue(std::string_view text, std::size_t position)
{
    int depth = 0;
    do {
        const char c = text[position];
        if (c == '"') {
            position = endOfString(text, position);
        } else if (c == '{' || c == '[' || c == '}' || c == ']') {
            depth += c == '{' || c == '[' ? 1 : -1;
            ++position;
        } else if (depth > 0) {
            ++position;
        } else {
            return text.find_first_of(",}]\t\r\n ", position); // a number, true, false or null
        }
    } while (depth > 0);
    return position;
}

// The value as text: on lines of its own that begin with `indent`, or on one line where there is none.
std::string dumped(const nlohmann::ordered_json& value, const std::string& indent)
{
    const bool inLines = indent.find('\n') != std::string::npos;
    const std::string text = value.dump(inLines ? 2 : -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string result;
    for (const char c : text) {
        c == '\n' ? result += indent : result += c;
    }
    return result;
}

} // namespace

std::vector<JsonObjectText::Member> JsonObjectText::members() const
{
    std::vector<Member> result;
    std::size_t position = m_text.find('{') + 1;
    while (true) {
        position = m_text.find_first_of("\"}", position);
        if (m_text[position] == '}') {
            return result;
        }
        Member member;
        member.begin = position;
        position = endOfString(m_text, position);
        member.name = nlohmann::json::parse(m_text.substr(member.begin, position - member.begin)).get<std::string>();
        member.valueBegin = m_text.find_first_not_of(whiteSpace, m_text.find(':', position) + 1);
        member.valueEnd = endOfValue(m_text, member.valueBegin);
        position = member.valueEnd;
        result.push_back(std::move(member));
    }
}

const JsonObjectText::Member* JsonObjectText::find(const std::vector<Member>& members, std::string_view name)
{
    // A name that is there twice: readers take the last one.
    const auto found = std::find_if(members.rbegin(), members.rend(), [name](const Member& member) { return member.name == name; });
    return found == members.rend() ? nullptr : &*found;
}

std::string JsonObjectText::whiteSpaceBefore(std::size_t position) const
{
    const std::size_t begin = m_text.find_last_not_of(whiteSpace, position - 1) + 1;
    return m_text.substr(begin, position - begin);
}

void JsonObjectText::erase(std::string_view name)
{
    while (true) {
        const std::vector<Member> all = members();
        const auto found = std::ranges::find(all, name, &Member::name);
        if (found == all.end()) {
            return;
        }
        // With the comma that follows it, or else the one before it.
        const bool isLast = found + 1 == all.end();
        const std::size_t begin = isLast && found != all.begin() ? (found - 1)->valueEnd : found->begin;
        m_text.erase(begin, (isLast ? found->valueEnd : (found + 1)->begin) - begin);
    }
}

void JsonObjectText::set(std::string_view name, const nlohmann::ordered_json& value)
{
    const std::vector<Member> all = members();
    if (const Member* const found = find(all, name)) {
        m_text.replace(found->valueBegin, found->valueEnd - found->valueBegin, dumped(value, whiteSpaceBefore(found->begin)));
        return;
    }
    const std::string indent = all.empty() ? "\n  " : whiteSpaceBefore(all.back().begin);
    const std::string member = indent + nlohmann::json(name).dump() + ": " + dumped(value, indent);
    if (all.empty()) {
        const std::size_t begin = m_text.find('{') + 1;
        m_text.replace(begin, m_text.find('}', begin) - begin, member + "\n");
    } else {
        m_text.insert(all.back().valueEnd, "," + member);
    }
}

void JsonObjectText::edit(std::string_view name, const std::function<void(JsonObjectText&)>& change)
{
    const std::vector<Member> all = members();
    if (const Member* const found = find(all, name)) {
        JsonObjectText inner(m_text.substr(found->valueBegin, found->valueEnd - found->valueBegin));
        change(inner);
        m_text.replace(found->valueBegin, found->valueEnd - found->valueBegin, inner.text());
    }
}

void JsonObjectText::edit(std::span<const std::string> path, const std::function<void(JsonObjectText&)>& change)
{
    if (path.empty()) {
        change(*this);
    } else {
        edit(path.front(), [&](JsonObjectText& inner) { inner.edit(path.subspan(1), change); });
    }
}

} // namespace rotascope
