// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for people that the window can show in their language. Core knows English alone, and no Qt.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace rotascope {

/// The places of a pattern: calls `take(begin, number)` for each "{1}" ... "{9}", from left to right. Other braces are text.
template <class Take> constexpr void forEachPlace(std::string_view pattern, Take take)
{
    for (std::size_t i = 0; i + 2 < pattern.size(); ++i) {
        if (pattern[i] == '{' && pattern[i + 1] >= '1' && pattern[i + 1] <= '9' && pattern[i + 2] == '}') {
            take(i, static_cast<std::size_t>(pattern[i + 1] - '0'));
        }
    }
}

/// Whether the pattern has each of the places {1} ... {count} once, and no other.
constexpr bool hasPlaces(std::string_view pattern, std::size_t count)
{
    std::array<int, 10> found{};
    if (count >= found.size()) {
        return false;
    }
    forEachPlace(pattern, [&found](std::size_t, std::size_t number) { ++found[number]; });
    for (std::size_t number = 1; number < found.size(); ++number) {
        if (found[number] != (number <= count ? 1 : 0)) {
            return false;
        }
    }
    return true;
}

/// A pattern with a place for each argument, checked when it is compiled.
template <class... Arguments> struct SentencePattern {
    const char* text;

    // NOLINTNEXTLINE(google-explicit-constructor): a literal is one
    consteval SentencePattern(const char* pattern) : text(pattern)
    {
        if (!hasPlaces(pattern, sizeof...(Arguments))) {
            throw "a pattern has each of the places {1}, {2} ... once, and as many as there are arguments";
        }
    }
};

/// The types of whole numbers; not those of letters and truth values.
template <class Number>
inline constexpr bool isWholeNumber = std::is_integral_v<Number> && !std::is_same_v<Number, bool> && !std::is_same_v<Number, char>;

/// A sentence, or a part of one, in English, that can be translated later. It is a text as it is, a number, a pattern with numbered places
/// and what stands there, or several of these one after the other. Made of a std::string it is that text, and stays so in all languages;
/// as a std::string it is English. ui/base translates it (`translated()`), with the patterns in resources/translations/core_*.ts, which
/// lupdate finds by `Sentence::of(` and `Sentence::marked(` before a literal.
class Sentence {
public:
    enum class Kind : std::uint8_t {
        Text, ///< from outside, or of no language: shown as it is
        Number, ///< in the notation of programs; shown in the reader's
        Pattern, ///< translated; the arguments stand in its places
        Joined ///< the arguments, one after the other
    };

    Sentence() = default;
    Sentence(std::string text) : m_text(std::move(text)) { }
    Sentence(std::string_view text) : m_text(text) { }
    Sentence(const char* text) : m_text(text) { }
    /// A whole number.
    template <class Number, std::enable_if_t<isWholeNumber<Number>, int> = 0>
    Sentence(Number number) : m_kind(Kind::Number), m_text(std::to_string(number))
    {
    }

    /// "{1} turns take {2} positions" with its arguments: texts, whole numbers, other sentences. A literal must not come second: lupdate
    /// would take it for a comment.
    template <class... Arguments>
    static Sentence of(SentencePattern<std::type_identity_t<Arguments>...> pattern, const Arguments&... arguments)
    {
        return Sentence(Kind::Pattern, pattern.text, {Sentence(arguments)...});
    }
    /// A number as it was written for programs, "0.25", "1e-12".
    static Sentence number(std::string text) { return {Kind::Number, std::move(text), {}}; }
    /// Marks a text that is kept as it is, such as a label in a table of constants, for translation.
    static consteval const char* marked(const char* text) { return text; }
    /// A text that was marked.
    static Sentence label(std::string_view text) { return {Kind::Pattern, std::string(text), {}}; }
    /// What kind(), text() and arguments() gave.
    static Sentence ofParts(Kind kind, std::string text, std::vector<Sentence> arguments)
    {
        return {kind, std::move(text), std::move(arguments)};
    }

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The text, the number or the pattern; empty where several are joined.
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const std::vector<Sentence>& arguments() const { return m_arguments; }
    [[nodiscard]] bool empty() const { return m_text.empty() && m_arguments.empty(); }

    /// As the command line and files have it.
    [[nodiscard]] std::string english() const
    {
        std::string result;
        appendTo(result);
        return result;
    }
    operator std::string() const { return english(); }

    Sentence& operator+=(const Sentence& other)
    {
        if (m_kind == Kind::Text && other.m_kind == Kind::Text) {
            m_text += other.m_text;
        } else if (empty()) {
            *this = other;
        } else if (!other.empty()) {
            join(other);
        }
        return *this;
    }
    friend Sentence operator+(Sentence first, const Sentence& second)
    {
        first += second;
        return first;
    }
    /// Whether both are the same in English.
    friend bool operator==(const Sentence& a, const Sentence& b) { return a.english() == b.english(); }
    friend std::ostream& operator<<(std::ostream& stream, const Sentence& sentence) { return stream << sentence.english(); }

private:
    Sentence(Kind kind, std::string text, std::vector<Sentence> arguments)
        : m_kind(kind), m_text(std::move(text)), m_arguments(std::move(arguments))
    {
    }

    void join(const Sentence& other)
    {
        if (m_kind != Kind::Joined) {
            std::vector<Sentence> parts;
            parts.push_back(std::move(*this));
            *this = Sentence(Kind::Joined, {}, std::move(parts));
        }
        if (other.m_kind == Kind::Joined) {
            m_arguments.insert(m_arguments.end(), other.m_arguments.begin(), other.m_arguments.end());
        } else {
            m_arguments.push_back(other);
        }
    }

    void appendTo(std::string& result) const
    {
        if (m_kind == Kind::Joined) {
            for (const Sentence& part : m_arguments) {
                part.appendTo(result);
            }
            return;
        }
        std::size_t end = 0;
        if (m_kind == Kind::Pattern) {
            forEachPlace(m_text, [&](std::size_t begin, std::size_t number) {
                result.append(m_text, end, begin - end);
                end = begin + 3;
                if (number <= m_arguments.size()) {
                    m_arguments[number - 1].appendTo(result);
                }
            });
        }
        result.append(m_text, end);
    }

    Kind m_kind = Kind::Text;
    std::string m_text;
    std::vector<Sentence> m_arguments;
};

} // namespace rotascope
