// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/passkey_task.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace rotascope {
namespace {

void append(std::vector<Token>& tokens, const std::vector<Token>& more)
{
    tokens.insert(tokens.end(), more.begin(), more.end());
}

// weight / weight.sum(), cumulated, where weight = 1 / (1 + a permutation): with NumPy's pairwise sum, which for so few numbers has eight
// partial sums.
std::vector<double> cumulatedShares(std::span<const std::size_t> permutation)
{
    std::array<double, 8> sums{};
    for (std::size_t i = 0; i < permutation.size(); ++i) {
        sums[i % sums.size()] += 1.0 / (1.0 + static_cast<double>(permutation[i]));
    }
    const double sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    std::vector<double> shares;
    for (const std::size_t rank : permutation) {
        shares.push_back(1.0 / (1.0 + static_cast<double>(rank)) / sum + (shares.empty() ? 0.0 : shares.back()));
    }
    return shares;
}

std::vector<std::size_t> draw(NumpyRandom& random, std::size_t below, std::size_t count)
{
    std::vector<std::size_t> values(count);
    std::ranges::generate(values, [&] { return random.below(below); });
    return values;
}

} // namespace

// The sentences of a document.
struct PasskeyTask::Filler {
    std::vector<Token> tokens;
    std::vector<std::size_t> ends; // of each sentence

    void close() { ends.push_back(tokens.size()); }
    // Cuts the beginning; a sentence may become empty.
    void cut(std::size_t surplus)
    {
        tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(surplus));
        for (std::size_t& end : ends) {
            end -= std::min(end, surplus);
        }
    }
};

struct PasskeyTask::Notes {
    std::vector<Words> notes;
    std::size_t asked = 0; // which one the question is about
    std::size_t keyAt = 0; // where its digits begin in that note
    Words question; // with the answer and a full stop
};

Expected<PasskeyTask> PasskeyTask::of(const Vocabulary& vocabulary)
{
    PasskeyTask task;
    using List = std::pair<Words*, std::string_view>;
    const std::initializer_list<List> all = {
        {&task.m_nouns,
            "grass sky river sun moon tree house road stone bird field cloud lamp door chair wind snow leaf ship clock fire bread glass "
            "hill"},
        {&task.m_adjectives,
            "tall small old new warm cold dark light soft hard wet dry near far quiet loud quick slow clean sweet round flat heavy thin"},
        {&task.m_people, "anna ben carl dora emil fay gus hana"},
        {&task.m_places, "market garden harbour school forest tower bridge mill"},
        {&task.m_colours, "red blue green yellow white black pink grey"},
        {&task.m_digits, "0 1 2 3 4 5 6 7 8 9"},
        {&task.m_begin, "<bos>"},
        {&task.m_the, "the"},
        {&task.m_is, "is"},
        {&task.m_wentToThe, "went to the"},
        {&task.m_stop, "."},
        {&task.m_hereWeGo, "here we go ."},
        {&task.m_thereAndBack, "there and back again ."},
        {&task.m_notePass, "note : the pass key is"},
        {&task.m_noteColour, "note : the key of"},
        {&task.m_noteEnd, ". keep it in mind ."},
        {&task.m_questionPass, "question : what is the pass key ?"},
        {&task.m_questionColour, "question : what is the key of"},
        {&task.m_questionOrder, "question : what is the"},
        {&task.m_first, "first"},
        {&task.m_last, "last"},
        {&task.m_key, "key ?"},
        {&task.m_answerPass, "answer : the pass key is"},
        {&task.m_answerColour, "? answer : the key of"},
        {&task.m_answerOrder, "answer : the"},
    };
    for (const auto& [words, text] : all) {
        Expected<Words> encoded = vocabulary.encode(text);
        if (!encoded) {
            return tl::unexpected(encoded.error());
        }
        *words = std::move(*encoded);
    }
    return task;
}

// Digits without repetition: what follows a digit of the key is then certain.
std::vector<Token> PasskeyTask::randomKey(NumpyRandom& random) const
{
    Words key;
    const std::vector<std::size_t> order = random.permutation(m_digits.size());
    for (std::size_t i = 0; i < keyLength; ++i) {
        key.push_back(m_digits[order[i]]);
    }
    return key;
}

PasskeyTask::Notes PasskeyTask::notes(NumpyRandom& random, QuestionKind kind) const
{
    constexpr std::size_t several = 3;
    Notes result;
    std::vector<std::size_t> colours;
    if (kind == QuestionKind::Named) {
        colours = random.permutation(m_colours.size());
    }
    std::vector<Words> keys;
    for (std::size_t i = 0; i < (kind == QuestionKind::Single ? 1 : several); ++i) {
        keys.push_back(randomKey(random));
        Words note = kind == QuestionKind::Named ? m_noteColour : m_notePass;
        if (kind == QuestionKind::Named) {
            note.push_back(m_colours[colours[i]]);
            append(note, m_is);
        }
        result.keyAt = note.size();
        append(note, keys.back());
        append(note, m_noteEnd);
        result.notes.push_back(std::move(note));
    }
    switch (kind) {
    case QuestionKind::Single:
        result.question = m_questionPass;
        append(result.question, m_answerPass);
        break;
    case QuestionKind::Named:
        result.asked = random.below(several);
        result.question = m_questionColour;
        result.question.push_back(m_colours[colours[result.asked]]);
        append(result.question, m_answerColour);
        result.question.push_back(m_colours[colours[result.asked]]);
        append(result.question, m_is);
        break;
    case QuestionKind::Order:
        result.asked = random.real() < 0.5 ? several - 1 : 0;
        const Words& which = result.asked == 0 ? m_first : m_last;
        result.question = m_questionOrder;
        append(result.question, which);
        append(result.question, m_key);
        append(result.question, m_answerOrder);
        append(result.question, which);
        result.question.push_back(m_key.front());
        append(result.question, m_is);
        break;
    }
    append(result.question, keys[result.asked]);
    append(result.question, m_stop);
    return result;
}

// Whole sentences, at least so many tokens together.
PasskeyTask::Filler PasskeyTask::filler(NumpyRandom& random, std::size_t tokens) const
{
    const std::vector<std::size_t> adjectiveOf = draw(random, m_adjectives.size(), m_nouns.size());
    const std::vector<std::size_t> placeOf = draw(random, m_places.size(), m_people.size());
    // Each document talks much of some nouns and little of others: near and far repetitions.
    const std::vector<double> shares = cumulatedShares(random.permutation(m_nouns.size()));
    Filler filler;
    while (filler.tokens.size() < tokens) {
        const double kind = random.real();
        if (kind < 0.70) {
            const auto found = std::ranges::lower_bound(shares, random.real()) - shares.begin();
            const std::size_t noun = std::min(static_cast<std::size_t>(found), m_nouns.size() - 1);
            append(filler.tokens, m_the);
            filler.tokens.push_back(m_nouns[noun]);
            append(filler.tokens, m_is);
            filler.tokens.push_back(m_adjectives[adjectiveOf[noun]]);
            append(filler.tokens, m_stop);
        } else if (kind < 0.88) {
            const std::size_t person = random.below(m_people.size());
            filler.tokens.push_back(m_people[person]);
            append(filler.tokens, m_wentToThe);
            filler.tokens.push_back(m_places[placeOf[person]]);
            append(filler.tokens, m_stop);
        } else {
            append(filler.tokens, kind < 0.94 ? m_hereWeGo : m_thereAndBack);
        }
        filler.close();
    }
    return filler;
}

PasskeyText PasskeyTask::text(NumpyRandom& random, std::size_t length, QuestionKind kind, std::optional<double> depth) const
{
    const Notes all = notes(random, kind);
    std::size_t room = length - m_begin.size() - all.question.size();
    for (const Words& note : all.notes) {
        room -= note.size();
    }
    Filler sentences = filler(random, room);
    std::vector<std::size_t> places;
    if (depth) {
        places.assign(all.notes.size(), static_cast<std::size_t>(std::nearbyint(*depth * static_cast<double>(sentences.ends.size()))));
    } else {
        places = draw(random, sentences.ends.size() + 1, all.notes.size());
        std::ranges::sort(places);
    }
    // The beginning is cut so that the length is exact: a window of a longer text.
    sentences.cut(sentences.tokens.size() - room);
    PasskeyText text{m_begin};
    std::size_t written = 0;
    for (std::size_t i = 0; i < all.notes.size(); ++i) {
        const std::size_t end = places[i] == 0 ? 0 : sentences.ends[places[i] - 1];
        text.tokens.insert(text.tokens.end(), sentences.tokens.begin() + static_cast<std::ptrdiff_t>(written),
            sentences.tokens.begin() + static_cast<std::ptrdiff_t>(end));
        written = end;
        if (i == all.asked) {
            text.key = text.tokens.size() + all.keyAt;
        }
        append(text.tokens, all.notes[i]);
    }
    text.tokens.insert(text.tokens.end(), sentences.tokens.begin() + static_cast<std::ptrdiff_t>(written), sentences.tokens.end());
    append(text.tokens, all.question);
    return text;
}

PasskeyTexts PasskeyTask::texts(
    std::uint64_t seed, std::size_t length, std::size_t prompts, std::size_t shortLength, std::size_t shortTexts) const
{
    NumpyRandom random(seed);
    PasskeyTexts result;
    for (std::size_t i = 0; i < prompts; ++i) {
        result.prompts.push_back(text(random, length, QuestionKind::Single, (static_cast<double>(i) + 0.5) / static_cast<double>(prompts)));
    }
    if (shortTexts == 0) {
        return result;
    }
    for (const QuestionKind kind : {QuestionKind::Named, QuestionKind::Order}) {
        for (std::size_t i = 0; i < prompts / 4; ++i) { // drawn in between there
            static_cast<void>(text(random, length, kind, std::nullopt));
        }
    }
    constexpr std::array kinds = {QuestionKind::Single, QuestionKind::Named, QuestionKind::Order};
    for (std::size_t i = 0; i < shortTexts; ++i) {
        const QuestionKind kind = kinds.at(random.below(kinds.size()));
        result.shortTexts.push_back(text(random, shortLength, kind, std::nullopt));
    }
    return result;
}

} // namespace rotascope
