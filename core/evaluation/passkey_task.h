// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/numpy_random.h"
#include "core/evaluation/vocabulary.h"

#include <cstdint>
#include <optional>
#include <vector>

// The language that the laboratory's models speak, as resources/lab/train/task.py draws it: filler sentences of one document, notes with
// keys of five different digits hidden among them, and a question at the end. Which adjective belongs to which noun is drawn anew for each
// document, so that a model can only know it by looking back.
namespace rotascope {

inline constexpr std::size_t keyLength = 5; ///< digits
inline constexpr std::size_t shortestText = 80; ///< tokens: three notes and the question fit

enum class QuestionKind : std::uint8_t {
    Single, ///< one note; "what is the pass key ?"
    Named, ///< three notes, each for another colour; one colour is asked for
    Order ///< three notes; the first or the last key is asked for
};

/// A text with its answer: ... "answer : the pass key is" 4 0 7 1 9 "."
struct PasskeyText {
    std::vector<Token> tokens;
    std::size_t key = 0; ///< where the digits of the key that is asked for begin in its note

    /// Where the answer's digits begin.
    [[nodiscard]] std::size_t answer() const { return tokens.size() - keyLength - 1; }
};

/// What evaluate.py draws from one seed, in its order, so that tables are judged with the prompts that the shipped rows were measured with.
struct PasskeyTexts {
    std::vector<PasskeyText> prompts; ///< of kind Single; the depths are (i + 0.5) / prompts
    std::vector<PasskeyText> shortTexts; ///< of all kinds
};

class PasskeyTask {
public:
    /// Fails where the vocabulary lacks a word of the language.
    static Expected<PasskeyTask> of(const Vocabulary& vocabulary);

    /// A text of exactly `length` tokens, at least shortestText. depth: where the note stands, from 0 (the beginning) to 1 (just before the
    /// question); several notes stand there together. Without one, each note stands at random.
    [[nodiscard]] PasskeyText text(NumpyRandom& random, std::size_t length, QuestionKind kind, std::optional<double> depth) const;
    /// `prompts` texts of `length` tokens and `shortTexts` of `shortLength`.
    [[nodiscard]] PasskeyTexts texts(
        std::uint64_t seed, std::size_t length, std::size_t prompts, std::size_t shortLength, std::size_t shortTexts) const;

private:
    PasskeyTask() = default;
    struct Filler;
    struct Notes;
    [[nodiscard]] Notes notes(NumpyRandom& random, QuestionKind kind) const;
    [[nodiscard]] Filler filler(NumpyRandom& random, std::size_t tokens) const;
    [[nodiscard]] std::vector<Token> randomKey(NumpyRandom& random) const;

    using Words = std::vector<Token>;
    Words m_nouns, m_adjectives, m_people, m_places, m_colours, m_digits;
    Words m_begin, m_the, m_is, m_wentToThe, m_stop, m_hereWeGo, m_thereAndBack;
    Words m_notePass, m_noteColour, m_noteEnd, m_questionPass, m_questionColour, m_questionOrder, m_first, m_last, m_key;
    Words m_answerPass, m_answerColour, m_answerOrder;
};

} // namespace rotascope
