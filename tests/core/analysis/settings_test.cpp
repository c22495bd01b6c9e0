// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/settings.h"

#include "tests/core/analysis/llama2_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;

TEST(Override, MeansAFactor)
{
    EXPECT_EQ((Override{Choice::Extrapolation, 7.0}).factorAt(2.0), 1.0);
    EXPECT_EQ((Override{Choice::Interpolation, 7.0}).factorAt(2.0), 2.0);
    EXPECT_EQ((Override{Choice::Custom, 7.0}).factorAt(2.0), 7.0);
}

TEST(Override, IsMadeOfAFactor)
{
    EXPECT_EQ(Override::to(1.0, 2.0), (Override{Choice::Extrapolation, 1.0}));
    EXPECT_EQ(Override::to(2.0, 2.0), (Override{Choice::Interpolation, 1.0}));
    EXPECT_EQ(Override::to(1.5, 2.0), (Override{Choice::Custom, 1.5}));
}

TEST(AnalysisSettings, KnowsWhatWasSetByHand)
{
    AnalysisSettings settings;
    EXPECT_FALSE(settings.overrideOf(Dimension(3))) << "no list: all are automatic";
    settings.overrides.resize(4);
    settings.overrides[3] = Override{Choice::Custom, 1.5};
    EXPECT_EQ(settings.overrideOf(Dimension(3)), (Override{Choice::Custom, 1.5}));
    EXPECT_FALSE(settings.overrideOf(Dimension(2)));
    EXPECT_EQ(settings.dimensionsSetByHand(), 1);
}

// Attention within a window sees no distance beyond it, however far positions run.
TEST(AnalysisSettings, BeginAtTheWindowOfLayersThatSlide)
{
    Source source;
    source.rope = {.ropeTheta = 1e4,
        .headDim = 8,
        .rotaryDim = 8,
        .originalMaxPositionEmbeddings = 131072,
        .maxPositionEmbeddings = 131072,
        .window = 1024,
        .invFreq = standardInvFreq(1e4, 8)};
    EXPECT_EQ(defaultSettings(source).pretrainingLength, 1024);
    EXPECT_EQ(defaultSettings(source).targetLength, 2048);
    source.rope.window = 200000;
    EXPECT_EQ(defaultSettings(source).pretrainingLength, 131072) << "a window beyond all positions is none";
    EXPECT_EQ(defaultSettings(source).targetLength, 262144);
}

TEST(AnalysisSettings, AMeasureSaysWhatIsCountedAndWhatIsBefore)
{
    Source source = *llama2Source();
    source.recordedPositions = {PositionSet::counted({1, 1})};
    source.recordedDistances = [](const std::stop_token&) { return PositionSet::counted({2, 1}); };
    AnalysisSettings begin = defaultSettings(source);
    for (const std::string_view name : measureNames) {
        const auto settings = withMeasure(begin, name, name == "window" ? 7 : 0, source);
        ASSERT_TRUE(settings) << settings.error().message;
        EXPECT_EQ(settings->measure(), name);
        EXPECT_TRUE(validate(*settings, source)) << name;
        EXPECT_EQ(settings->before == BeforeKind::RecordedPositions, name.starts_with("recorded-"));
        EXPECT_EQ(settings->counting.window, name == "window" ? 7 : 0);
    }
    begin.before = BeforeKind::RecordedAngles; // what a recording offers at best stays where positions are counted, and only there
    EXPECT_EQ(withMeasure(begin, "positions", 0, source)->before, BeforeKind::RecordedAngles);
    EXPECT_EQ(withMeasure(begin, "distances", 0, source)->before, BeforeKind::UniformPositions);
    source.rope.window = 512;
    EXPECT_EQ(withMeasure(begin, "window", 0, source)->counting.window, 512) << "the model's own";
}

TEST(AnalysisSettings, RefusesMeasuresThatTheSourceOrTheNumbersDoNotAllow)
{
    const auto source = llama2Source();
    const AnalysisSettings begin = defaultSettings(*source);
    const auto whyNot = [&](std::string_view name, std::int64_t window, std::int64_t target = 8192) {
        auto settings = withMeasure(begin, name, window, *source);
        if (!settings) {
            return settings.error().message.english();
        }
        settings->targetLength = target;
        const auto valid = validate(*settings, *source);
        return valid ? std::string() : valid.error().message.english();
    };
    EXPECT_THAT(whyNot("angles", 0), testing::HasSubstr("expected one of positions, distances, window, recorded-positions"));
    EXPECT_THAT(whyNot("window", 0), testing::HasSubstr("expected --window W"));
    EXPECT_THAT(whyNot("positions", 5), testing::HasSubstr("a window is of distances"));
    EXPECT_THAT(whyNot("recorded-distances", 0), testing::HasSubstr("has no recorded distances"));
    EXPECT_EQ(whyNot("distances", 0, (std::int64_t{1} << 31) - 1), "");
    EXPECT_THAT(whyNot("distances", 0, std::int64_t{1} << 31), testing::HasSubstr("expected at most 2147483647 positions"));
    EXPECT_EQ(whyNot("window", 4096, maxContextLength), "");
}

TEST(DimensionWeights, AreOneForEachDimensionAndNotAllZero)
{
    const auto whyNot = [](std::vector<double> values) {
        const auto valid = validate(DimensionWeights{"own", std::move(values)}, 3);
        return valid ? std::string() : valid.error().message.english();
    };
    EXPECT_EQ(whyNot({}), "") << "equal";
    EXPECT_EQ(whyNot({0, 2, 1}), "");
    EXPECT_THAT(whyNot({1, 2}), testing::HasSubstr("there are 2 weights; expected one for each of the 3 dimensions"));
    EXPECT_THAT(whyNot({1, -2, 1}), testing::HasSubstr("the weight of dimension 1 is -2"));
    EXPECT_THAT(whyNot({1, 2, std::numeric_limits<double>::infinity()}), testing::HasSubstr("dimension 2"));
    EXPECT_THAT(whyNot({0, 0, 0}), testing::HasSubstr("all weights are 0"));
}

TEST(CarriedOver, KeepsWhatWasChosenAndFollowsTheRest)
{
    const auto from = llama2Source();
    Source changed = *from;
    changed.rope.originalMaxPositionEmbeddings = 8192;
    changed.rope.maxPositionEmbeddings = 8192;
    const AnalysisSettings before = defaultSettings(*from);
    const AnalysisSettings now = defaultSettings(changed);
    ASSERT_NE(before.pretrainingLength, now.pretrainingLength);
    EXPECT_EQ(carriedOver(before, *from, changed), now);
    AnalysisSettings chosen = before;
    chosen.targetLength = 100'000;
    chosen.intervals = 90;
    chosen.overrides[3] = Override::to(1.5, chosen.scale());
    AnalysisSettings expected = chosen;
    expected.pretrainingLength = now.pretrainingLength;
    EXPECT_EQ(carriedOver(chosen, *from, changed), expected);
    EXPECT_EQ(carriedOver(chosen, *from, *from), chosen);
}
