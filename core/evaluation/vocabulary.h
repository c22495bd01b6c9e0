// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// The number of a word.
using Token = std::uint32_t;

/// The words that a model of the laboratory knows. Texts are words with single spaces between them; punctuation marks are words.
class Vocabulary {
public:
    /// Reads vocabulary.json: "words", a list of different words without spaces; the place in the list is the word's number. Other members
    /// are not looked at. The file is not trusted. `where` begins messages.
    static Expected<Vocabulary> parse(std::string_view json, const std::string& where);

    [[nodiscard]] std::size_t size() const { return m_words.size(); }
    [[nodiscard]] const std::string& word(Token token) const { return m_words.at(token); }
    [[nodiscard]] std::optional<Token> find(std::string_view word) const;
    /// An error of kind Input that names the first word that is not known.
    [[nodiscard]] Expected<std::vector<Token>> encode(std::string_view text) const;
    [[nodiscard]] std::string decode(std::span<const Token> tokens) const;

private:
    explicit Vocabulary(std::vector<std::string> words);

    std::vector<std::string> m_words;
    std::map<std::string, Token, std::less<>> m_numbers;
};

} // namespace rotascope
