// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/evaluation/forward.h"
#include "core/evaluation/passkey_task.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

// What a table does to a small language model: whether it still finds a key in a long text, and how well it foretells the words. A model's
// answer to a prompt is right if each digit of the key is the likeliest word after those before it: what greedy decoding would write.
namespace rotascope {

inline constexpr std::size_t mostPrompts = 10000;
inline constexpr std::size_t longestPrompt = 16384; ///< tokens

/// What is asked of a model under a table.
struct EvaluationRequest {
    std::vector<std::size_t> lengths; ///< tokens of a prompt, each from shortestText to longestPrompt
    std::size_t prompts = 200; ///< of each length, from 1 to mostPrompts; the note's depths are spread evenly
    std::size_t depths = 4; ///< parts of the text that are told apart, from 1 to prompts
    bool wholeLoss = false; ///< also the loss of all words of the prompts, which takes twice as long
    std::size_t shortTexts = 0; ///< texts of L tokens; 0: none
    std::uint64_t seed = 2024; ///< the shipped rows were measured with this one, 200 prompts and 100 short texts

    friend bool operator==(const EvaluationRequest&, const EvaluationRequest&) = default;
};

/// Right answers of so many.
struct RightAnswers {
    std::size_t right = 0;
    std::size_t count = 0;

    [[nodiscard]] double value() const { return count == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(count); }
    /// sqrt(p (1 - p) / n)
    [[nodiscard]] double standardError() const;

    friend bool operator==(const RightAnswers&, const RightAnswers&) = default;
};

/// A mean over texts, in nats a word, and its standard error over the texts (of their means); 0 for a single text.
struct MeanLoss {
    double value = 0.0;
    double standardError = 0.0;

    friend bool operator==(const MeanLoss&, const MeanLoss&) = default;
};

/// At one length.
struct LengthEvaluation {
    std::size_t length = 0; ///< tokens
    RightAnswers retrieval;
    std::vector<RightAnswers> retrievalByDepth; ///< shape [depths], from the beginning of the text to its end
    MeanLoss answerLoss; ///< of the key's digits; it moves where retrieval is still, or again, 0 or 1
    std::optional<MeanLoss> loss; ///< of all words
    std::optional<MeanLoss> lossWithin; ///< of the words at positions up to L
    std::optional<MeanLoss> lossBeyond; ///< of those behind, without the answer; absent where the text is not longer than L

    friend bool operator==(const LengthEvaluation&, const LengthEvaluation&) = default;
};

struct Evaluation {
    std::vector<LengthEvaluation> lengths; ///< as in the request
    std::optional<MeanLoss> shortLoss; ///< of texts of L tokens under the same table

    friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

/// Called when `done` of `total` texts are done, from any of the threads that compute, one call at a time.
using EvaluationProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Runs the model on all cores. Results do not depend on the number of cores; other instruction sets round differently. Fails with
/// ErrorKind::Usage where the request or the table does not fit the model, and with ErrorKind::Stopped.
Expected<Evaluation> evaluate(const LanguageModelPointer& model, const ScalingTable& table, const EvaluationRequest& request,
    const std::stop_token& stop = {}, const EvaluationProgress& progress = {});

/// One prompt, read aloud.
struct PromptReading {
    PasskeyText text;
    std::vector<Token> answer; ///< what the model gives, shape [keyLength]: at each place the likeliest word after the right ones
    std::vector<double> probability; ///< of the right digits, shape [keyLength]
    AttentionRows attention; ///< rows: those that the answer is read from, keyLength; tokens: those up to the last but one of the answer
    [[nodiscard]] bool isRight() const;
    /// How much of its attention a head gives to each token, the mean over the rows; shape [attention.tokens]. Heads are counted through
    /// all layers: layer · heads + head.
    [[nodiscard]] std::vector<double> attentionOf(std::size_t head) const;
    /// How much of it the head gives to the digit of the note that has to be written next, the mean over the rows.
    [[nodiscard]] double attentionOnKey(std::size_t head) const;
};

/// The prompt `number` of those that evaluate() asks at `length`.
Expected<PromptReading> readPrompt(const LanguageModelPointer& model, const ScalingTable& table, const EvaluationRequest& request,
    std::size_t length, std::size_t number, const std::stop_token& stop = {});

} // namespace rotascope
