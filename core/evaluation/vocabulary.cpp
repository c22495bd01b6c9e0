// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/vocabulary.h"

#include "core/files/json.h"
#include "core/files/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

constexpr std::size_t mostWords = 65536;
constexpr std::size_t longestWord = 64; // bytes

bool isWord(const nlohmann::json& value)
{
    if (!value.is_string()) {
        return false;
    }
    const auto& word = value.get_ref<const std::string&>();
    const auto isSpace = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    return !word.empty() && word.size() <= longestWord && std::ranges::none_of(word, isSpace);
}

} // namespace

Vocabulary::Vocabulary(std::vector<std::string> words) : m_words(std::move(words))
{
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        m_numbers.emplace(m_words[i], static_cast<Token>(i));
    }
}

Expected<Vocabulary> Vocabulary::parse(std::string_view json, const std::string& where)
{
    const auto parsed = parseJson(json);
    if (!parsed || !parsed->is_object()) {
        return inputError(where + ": " + whyNoObject(Sentence::of("a model's vocabulary.json"), parsed ? std::string() : parsed.error()));
    }
    const auto words = parsed->find("words");
    if (words == parsed->end() || !words->is_array() || words->empty() || words->size() > mostWords
        || !std::ranges::all_of(*words, isWord)) {
        return inputError(where + ": "
            + Sentence::of(
                "\"words\" is not a list of words; expected 1 to {1} texts without spaces, of at most {2} bytes", mostWords, longestWord));
    }
    Vocabulary vocabulary(words->get<std::vector<std::string>>());
    if (vocabulary.m_numbers.size() != vocabulary.m_words.size()) {
        return inputError(where + ": " + Sentence::of("a word is in \"words\" twice"));
    }
    return vocabulary;
}

std::optional<Token> Vocabulary::find(std::string_view word) const
{
    const auto found = m_numbers.find(word);
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

Expected<std::vector<Token>> Vocabulary::encode(std::string_view text) const
{
    std::vector<Token> tokens;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        const auto token = find(word);
        if (!token) {
            return inputError(Sentence::of("the model does not know the word {1}", inQuotes(word)));
        }
        tokens.push_back(*token);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return tokens;
}

std::string Vocabulary::decode(std::span<const Token> tokens) const
{
    std::string text;
    for (const Token token : tokens) {
        text += (text.empty() ? "" : " ") + word(token);
    }
    return text;
}

} // namespace rotascope
