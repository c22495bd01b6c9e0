// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/trial.h"

#include "tests/core/evaluation/laboratory_fixture.h"

#include <gtest/gtest.h>

namespace rotascope::test {
namespace {

ScalingTable own(const LanguageModelPointer& model)
{
    return {std::vector<double>(model->invFreq.size(), 1.0), 1.0};
}

TEST(Trial, LengthsAreQuartersThatATextCanHave)
{
    EXPECT_EQ(trialLengths(512), (std::vector<std::size_t>{128, 256, 384, 512}));
    EXPECT_EQ(trialLengths(1022), (std::vector<std::size_t>{256, 511, 767, 1022}));
    EXPECT_EQ(trialLengths(200), (std::vector<std::size_t>{80, 100, 150, 200}));
    EXPECT_EQ(trialLengths(81), (std::vector<std::size_t>{80, 81}));
    EXPECT_EQ(trialLengths(80), (std::vector<std::size_t>{80}));
}

// At L' it is what evaluate() says alone, so that rows of the window and those that are shipped are the same numbers.
TEST(Trial, SaysWhatEvaluateSaysAtEachLength)
{
    const LanguageModelPointer model = labModel("tinykey");
    constexpr TrialSize few{5, 3};
    const auto trial = tryTable(model, own(model), 512, few);
    ASSERT_TRUE(trial) << trial.error().message;
    ASSERT_EQ(trial->lengths.size(), 4U);
    const auto alone = evaluate(model, own(model), {.lengths = {512}, .prompts = 5, .depths = 5, .wholeLoss = true, .shortTexts = 3});
    ASSERT_TRUE(alone);
    EXPECT_EQ(trial->lengths.back(), alone->lengths.front());
    EXPECT_EQ(trial->shortLoss, alone->shortLoss);
    EXPECT_TRUE(trial->lengths.back().lossBeyond);
    EXPECT_EQ(trial->lengths.front().length, 128U);
    EXPECT_FALSE(trial->lengths.front().loss);
    EXPECT_EQ(trial->lengths.front().retrieval.value(), 1.0); // within L
}

TEST(Trial, SaysWhatDoesNotFit)
{
    const LanguageModelPointer model = labModel("tinykey");
    const auto tooLong = tryTable(model, own(model), 20000, quickTrial);
    ASSERT_FALSE(tooLong);
    EXPECT_EQ(tooLong.error().kind, ErrorKind::Usage);
    EXPECT_FALSE(tryTable(model, own(model), 40, quickTrial));
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(tryTable(model, own(model), 512, quickTrial, stopped.get_token()).error().kind, ErrorKind::Stopped);
}

} // namespace
} // namespace rotascope::test
