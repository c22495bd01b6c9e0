// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include "core/engine/parallel.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <numeric>

namespace rotascope {
namespace {

// Memory for forward passes, handed from text to text: as many as there are threads.
class Passes {
public:
    explicit Passes(LanguageModelPointer model) : m_model(std::move(model)) { }

    std::unique_ptr<ForwardPass> take()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_free.empty()) {
            return std::make_unique<ForwardPass>(m_model);
        }
        auto pass = std::move(m_free.back());
        m_free.pop_back();
        return pass;
    }
    void giveBack(std::unique_ptr<ForwardPass> pass)
    {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(pass));
    }

private:
    LanguageModelPointer m_model;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<ForwardPass>> m_free;
};

// -log of the probability that the logits give to a word.
double lossOf(std::span<const float> logits, Token word)
{
    const float largest = *std::ranges::max_element(logits);
    double sum = 0.0;
    for (const float logit : logits) {
        sum += std::exp(static_cast<double>(logit - largest));
    }
    return std::log(sum) - static_cast<double>(logits[word] - largest);
}

Token likeliest(std::span<const float> logits)
{
    return static_cast<Token>(std::ranges::max_element(logits) - logits.begin());
}

// What became of one text: the losses of its last words, the answer's digits among them, and whether these were right.
struct Read {
    std::vector<double> losses; // of the words from `first` on; those behind the answer are not there unless all were asked for
    std::size_t first = 0; // the word of losses[0]
    bool isRight = false;

    [[nodiscard]] double mean(std::size_t from, std::size_t to) const
    {
        const auto begin = losses.begin() + static_cast<std::ptrdiff_t>(from - first);
        return std::accumulate(begin, losses.begin() + static_cast<std::ptrdiff_t>(to - first), 0.0) / static_cast<double>(to - from);
    }
};

// all: the losses of all words but the first; else of the answer's digits.
std::optional<Read> read(ForwardPass& pass, const RotaryAngles& angles, const PasskeyText& text, bool all, const std::stop_token& stop)
{
    const std::span<const Token> tokens = text.tokens;
    const std::size_t end = all ? tokens.size() : text.answer() + keyLength;
    const std::size_t first = all ? 1 : text.answer();
    const auto logits = pass.logits(tokens.first(end - 1), angles, end - first, stop);
    if (!logits) {
        return std::nullopt;
    }
    const std::size_t words = logits->size() / (end - first);
    Read result{{}, first, true};
    for (std::size_t at = first; at < end; ++at) {
        const auto row = std::span(*logits).subspan((at - first) * words, words);
        result.losses.push_back(lossOf(row, tokens[at]));
        const bool isDigit = at >= text.answer() && at < text.answer() + keyLength;
        result.isRight = result.isRight && (!isDigit || likeliest(row) == tokens[at]);
    }
    return result;
}

MeanLoss meanOf(std::span<const double> values)
{
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return {mean, values.size() < 2 ? 0.0 : std::sqrt(squares / (count - 1.0) / count)};
}

// The mean loss of the words from `from` to `to` of each text.
MeanLoss meanOf(std::span<const Read> reads, std::size_t from, std::size_t to)
{
    std::vector<double> values;
    for (const Read& read : reads) {
        values.push_back(read.mean(from, to));
    }
    return meanOf(values);
}

// Reads texts on all cores, and counts them for the caller.
class Reader {
public:
    Reader(const LanguageModelPointer& model, std::size_t total, const std::stop_token& stop, const EvaluationProgress& progress)
        : m_passes(model), m_total(total), m_stop(stop), m_progress(progress)
    {
    }
    Expected<std::vector<Read>> readAll(std::span<const PasskeyText> texts, const RotaryAngles& angles, bool all)
    {
        std::vector<Read> reads(texts.size());
        parallelFor(texts.size(), [&](std::size_t i) {
            if (m_stop.stop_requested()) {
                return;
            }
            auto pass = m_passes.take();
            if (auto done = read(*pass, angles, texts[i], all, m_stop)) {
                reads[i] = std::move(*done);
                count();
            }
            m_passes.giveBack(std::move(pass));
        });
        if (m_stop.stop_requested()) {
            return stoppedError();
        }
        return reads;
    }

private:
    void count()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_done;
        if (m_progress) {
            m_progress(m_done, m_total);
        }
    }

    Passes m_passes;
    std::mutex m_mutex;
    std::size_t m_done = 0;
    std::size_t m_total;
    const std::stop_token& m_stop;
    const EvaluationProgress& m_progress;
};

LengthEvaluation lengthEvaluation(std::span<const Read> reads, const EvaluationRequest& request, std::size_t length, std::size_t trained)
{
    LengthEvaluation result{length, {}, std::vector<RightAnswers>(request.depths), {}, {}, {}, {}};
    for (std::size_t i = 0; i < reads.size(); ++i) {
        for (RightAnswers* share : {&result.retrieval, &result.retrievalByDepth[i * request.depths / reads.size()]}) {
            ++share->count;
            share->right += reads[i].isRight ? 1 : 0;
        }
    }
    const std::size_t answer = length - keyLength - 1;
    result.answerLoss = meanOf(reads, answer, answer + keyLength);
    if (request.wholeLoss) {
        const std::size_t within = std::min(trained + 1, length); // the word at position L is the last that L positions foretell
        result.loss = meanOf(reads, 1, length);
        result.lossWithin = meanOf(reads, 1, within);
        if (within < answer) {
            result.lossBeyond = meanOf(reads, within, answer);
        }
    }
    return result;
}

Expected<void> checkRequest(const LanguageModel& model, const ScalingTable& table, const EvaluationRequest& request)
{
    if (table.factors.size() != model.invFreq.size()) {
        return usageError(Sentence::of(
            "the table has {1} factors; expected one for each of the model's {2} dimensions", table.factors.size(), model.invFreq.size()));
    }
    if (request.prompts < 1 || request.prompts > mostPrompts || request.depths < 1 || request.depths > request.prompts) {
        return usageError(Sentence::of("there are {1} prompts at {2} depths; expected 1 to {3} prompts, and no more depths than prompts",
            request.prompts, request.depths, mostPrompts));
    }
    for (const std::size_t length : request.lengths) {
        if (length < shortestText || length > longestPrompt) {
            return usageError(
                Sentence::of("the length of the prompts is {1}; expected {2} to {3} tokens", length, shortestText, longestPrompt));
        }
    }
    if (request.shortTexts > mostPrompts || (request.shortTexts > 0 && model.shape.trainedLength < shortestText)) {
        return usageError(Sentence::of("there are {1} short texts of {2} tokens; expected at most {3} of at least {4}", request.shortTexts,
            model.shape.trainedLength, mostPrompts, shortestText));
    }
    return {};
}

} // namespace

double RightAnswers::standardError() const
{
    return count == 0 ? 0.0 : std::sqrt(value() * (1.0 - value()) / static_cast<double>(count));
}

bool PromptReading::isRight() const
{
    return std::ranges::equal(answer, std::span(text.tokens).subspan(text.answer(), keyLength));
}

std::vector<double> PromptReading::attentionOf(std::size_t head) const
{
    std::vector<double> mean(attention.tokens, 0.0);
    for (std::size_t row = 0; row < attention.rows; ++row) {
        const auto weights = std::span(attention.weights).subspan((head * attention.rows + row) * attention.tokens, attention.tokens);
        for (std::size_t token = 0; token < attention.tokens; ++token) {
            mean[token] += static_cast<double>(weights[token]) / static_cast<double>(attention.rows);
        }
    }
    return mean;
}

// Row i stands before digit i.
double PromptReading::attentionOnKey(std::size_t head) const
{
    double sum = 0.0;
    for (std::size_t row = 0; row < attention.rows; ++row) {
        sum += static_cast<double>(attention.weights.at((head * attention.rows + row) * attention.tokens + text.key + row));
    }
    return sum / static_cast<double>(attention.rows);
}

Expected<Evaluation> evaluate(const LanguageModelPointer& model, const ScalingTable& table, const EvaluationRequest& request,
    const std::stop_token& stop, const EvaluationProgress& progress)
{
    const Expected<void> checked = checkRequest(*model, table, request);
    const Expected<PasskeyTask> task = PasskeyTask::of(model->vocabulary);
    if (!checked || !task) {
        return tl::unexpected(!checked ? checked.error() : task.error());
    }
    const std::size_t trained = model->shape.trainedLength;
    const std::size_t shortTexts = request.lengths.empty() ? 0 : request.shortTexts;
    Reader reader(model, request.lengths.size() * request.prompts + shortTexts, stop, progress);
    Evaluation result;
    for (const std::size_t length : request.lengths) {
        const bool isFirst = result.lengths.empty();
        const PasskeyTexts texts = task->texts(request.seed, length, request.prompts, trained, isFirst ? shortTexts : 0);
        const auto reads = reader.readAll(texts.prompts, rotaryAngles(model->invFreq, table, length), request.wholeLoss);
        if (!reads) {
            return tl::unexpected(reads.error());
        }
        result.lengths.push_back(lengthEvaluation(*reads, request, length, trained));
        if (texts.shortTexts.empty()) {
            continue;
        }
        const auto shortReads = reader.readAll(texts.shortTexts, rotaryAngles(model->invFreq, table, trained), true);
        if (!shortReads) {
            return tl::unexpected(shortReads.error());
        }
        result.shortLoss = meanOf(*shortReads, 1, trained);
    }
    return result;
}

Expected<PromptReading> readPrompt(const LanguageModelPointer& model, const ScalingTable& table, const EvaluationRequest& request,
    std::size_t length, std::size_t number, const std::stop_token& stop)
{
    EvaluationRequest one = request;
    one.lengths = {length};
    const Expected<void> checked = checkRequest(*model, table, one);
    const Expected<PasskeyTask> task = PasskeyTask::of(model->vocabulary);
    if (!checked || !task) {
        return tl::unexpected(!checked ? checked.error() : task.error());
    }
    if (number >= request.prompts) {
        return usageError(Sentence::of("the prompt is number {1}; expected 0 to {2}", number, request.prompts - 1));
    }
    PromptReading reading{task->texts(request.seed, length, request.prompts, 0, 0).prompts[number], {}, {}, {keyLength, 0, {}}};
    const std::span<const Token> tokens = reading.text.tokens;
    const std::size_t answer = reading.text.answer();
    ForwardPass pass(model);
    const auto logits = pass.logits(
        tokens.first(answer + keyLength - 1), rotaryAngles(model->invFreq, table, length), keyLength, stop, &reading.attention);
    if (!logits) {
        return stoppedError();
    }
    for (std::size_t i = 0; i < keyLength; ++i) {
        const auto row = std::span(*logits).subspan(i * model->shape.words, model->shape.words);
        reading.answer.push_back(likeliest(row));
        reading.probability.push_back(std::exp(-lossOf(row, tokens[answer + i])));
    }
    return reading;
}

} // namespace rotascope
