// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include "tests/core/evaluation/laboratory_fixture.h"

#include <array>
#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

using namespace rotascope;
using namespace rotascope::test;
using testing::HasSubstr;

namespace {

ScalingTable everyDimension(double factor)
{
    return {std::vector(16, factor), 1.0};
}

ScalingTable slowest(std::size_t count)
{
    ScalingTable table = everyDimension(1.0);
    std::fill(table.factors.end() - static_cast<std::ptrdiff_t>(count), table.factors.end(), 2.0);
    return table;
}

Evaluation evaluated(const std::string& model, const ScalingTable& table, const EvaluationRequest& request)
{
    auto result = evaluate(labModel(model), table, request);
    EXPECT_TRUE(result) << result.error().message;
    return result.value_or(Evaluation());
}

std::string errorOf(const ScalingTable& table, const EvaluationRequest& request)
{
    const auto result = evaluate(labModel("tinykey"), table, request);
    EXPECT_FALSE(result);
    return result ? "" : result.error().message;
}

// The figures of resources/lab/measured/tables.csv, which Transformers gave for the same 200 prompts and 100 short texts.
struct Measured {
    const char* model;
    ScalingTable table;
    std::size_t length;
    double single;
    double answerLoss;
    double loss;
    double lossBeyond;
    double lossWithin;
    double shortLoss;
};

void expectMeasured(const Measured& measured)
{
    const Evaluation result = evaluated(measured.model, measured.table, {{measured.length}, 200, 4, true, 100});
    const LengthEvaluation& at = result.lengths.front();
    EXPECT_NEAR(at.retrieval.value(), measured.single, 0.0051); // a prompt may be so close that rounding decides
    EXPECT_NEAR(at.answerLoss.value, measured.answerLoss, 1e-3);
    EXPECT_NEAR(at.loss->value, measured.loss, 1e-3);
    EXPECT_NEAR(at.lossBeyond->value, measured.lossBeyond, 1e-3);
    EXPECT_NEAR(at.lossWithin->value, measured.lossWithin, 1e-3);
    EXPECT_NEAR(result.shortLoss->value, measured.shortLoss, 1e-3);
}

} // namespace

TEST(Evaluation, IsWhatTransformersMeasured)
{
    expectMeasured({"tinykey", everyDimension(1.0), 512, 0.28, 2.17971, 1.98014, 2.69256, 1.29097, 1.04088});
    expectMeasured({"tinykey", everyDimension(2.0), 512, 0.0, 4.133, 1.42076, 1.42161, 1.33165, 1.74317});
}

TEST(Evaluation, FindsTheKeyAgainWhereTheSlowDimensionsAreInterpolated)
{
    const EvaluationRequest request{{512}, 24, 3};
    EXPECT_LT(evaluated("tinykey", everyDimension(1.0), request).lengths[0].retrieval.value(), 0.6);
    EXPECT_EQ(evaluated("tinykey", everyDimension(2.0), request).lengths[0].retrieval.value(), 0.0);
    const LengthEvaluation found = evaluated("tinykey", slowest(7), request).lengths[0];
    EXPECT_GT(found.retrieval.value(), 0.9);
    EXPECT_LT(found.answerLoss.value, 0.3);
    ASSERT_EQ(found.retrievalByDepth.size(), 3U);
    for (const RightAnswers& share : found.retrievalByDepth) {
        EXPECT_EQ(share.count, 8U);
    }
    EXPECT_FALSE(found.loss);
}

TEST(Evaluation, KnowsEachLengthAndTheShortTexts)
{
    const Evaluation result = evaluated("tinykey", slowest(8), {{200, 300}, 6, 2, true, 5});
    ASSERT_EQ(result.lengths.size(), 2U);
    EXPECT_EQ(result.lengths[0].length, 200U);
    EXPECT_FALSE(result.lengths[0].lossBeyond);
    EXPECT_EQ(result.lengths[0].lossWithin->value, result.lengths[0].loss->value);
    EXPECT_TRUE(result.lengths[1].lossBeyond);
    EXPECT_GT(result.lengths[1].loss->standardError, 0.0);
    EXPECT_TRUE(result.shortLoss);
    EXPECT_FALSE(evaluated("tinykey", slowest(8), {{200}, 2, 1}).shortLoss);
}

// Prompts are read in any order on any number of threads.
TEST(Evaluation, IsTheSameEveryTime)
{
    const EvaluationRequest request{{180}, 12, 2, true, 4};
    const Evaluation first = evaluated("tinykey-seed2", slowest(5), request);
    EXPECT_EQ(first, evaluated("tinykey-seed2", slowest(5), request));
    EvaluationRequest other = request;
    other.seed = 1;
    EXPECT_NE(first, evaluated("tinykey-seed2", slowest(5), other));
}

TEST(Evaluation, CountsAndStops)
{
    std::stop_source stop;
    std::size_t most = 0;
    const auto progress = [&](std::size_t done, std::size_t total) {
        EXPECT_EQ(done, most + 1);
        EXPECT_EQ(total, 30U);
        most = done;
        if (done == 5) {
            stop.request_stop();
        }
    };
    const auto stopped = evaluate(labModel("tinykey"), slowest(8), {{100}, 30, 1}, stop.get_token(), progress);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::Stopped);
    EXPECT_LT(most, 30U);
}

TEST(Evaluation, RefusesWhatDoesNotFit)
{
    EXPECT_THAT(errorOf({{1.0, 2.0}, 1.0}, {{512}}), HasSubstr("the table has 2 factors; expected one for each of the model's 16"));
    EXPECT_THAT(errorOf(slowest(1), {{79}}), HasSubstr("the length of the prompts is 79; expected 80 to 16384 tokens"));
    EXPECT_THAT(errorOf(slowest(1), {{20000}}), HasSubstr("the length of the prompts is 20000"));
    EXPECT_THAT(errorOf(slowest(1), {{512}, 0}), HasSubstr("there are 0 prompts"));
    EXPECT_THAT(errorOf(slowest(1), {{512}, 3, 4}), HasSubstr("no more depths than prompts"));
}

TEST(Evaluation, ReadsAPromptAloud)
{
    const LanguageModelPointer model = labModel("tinykey");
    const EvaluationRequest request{{512}, 10, 1};
    const PromptReading reading = readPrompt(model, slowest(7), request, 512, 4).value();
    EXPECT_TRUE(reading.isRight()) << model->vocabulary.decode(reading.answer);
    EXPECT_EQ(reading.text.tokens.size(), 512U);
    ASSERT_EQ(reading.probability.size(), keyLength);
    EXPECT_GT(reading.probability.front(), 0.5);
    // Layer 1, head 2 looks at the digit that comes next.
    const std::size_t tokens = reading.attention.tokens;
    for (std::size_t i = 0; i < keyLength; ++i) {
        const std::size_t line = (1 * 4 + 2) * keyLength + i;
        EXPECT_GT(reading.attention.weights[line * tokens + reading.text.key + i], 0.5F) << i;
    }
    EXPECT_GT(reading.attentionOnKey(1 * 4 + 2), 0.5);
    const std::vector<double> attention = reading.attentionOf(1 * 4 + 2);
    ASSERT_EQ(attention.size(), tokens);
    EXPECT_NEAR(std::accumulate(attention.begin(), attention.end(), 0.0), 1.0, 1e-5);
    EXPECT_FALSE(readPrompt(model, everyDimension(2.0), request, 512, 4)->isRight());
    EXPECT_THAT(readPrompt(model, slowest(7), request, 512, 10).error().message, HasSubstr("expected 0 to 9"));
}

// By hand: two heads, two rows over four tokens, and a key that begins at token 1.
TEST(Evaluation, ThePromptsAttentionIsTheMeanOverTheDigits)
{
    PromptReading reading;
    reading.text.key = 1;
    reading.attention = {2, 4, {0.1F, 0.6F, 0.2F, 0.1F, 0.3F, 0.0F, 0.4F, 0.3F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F}};
    const std::array first = {0.2, 0.3, 0.3, 0.2};
    for (std::size_t token = 0; token < first.size(); ++token) {
        EXPECT_NEAR(reading.attentionOf(0)[token], first[token], 1e-7) << token;
    }
    EXPECT_NEAR(reading.attentionOnKey(0), (0.6 + 0.4) / 2, 1e-7); // of token 1 in the first row, of token 2 in the second
    EXPECT_NEAR(reading.attentionOnKey(1), 0.0, 1e-7);
}
