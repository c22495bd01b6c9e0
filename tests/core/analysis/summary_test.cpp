// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/summary.h"

#include "core/analysis/threshold_advice.h"
#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

// So many rows of angles, of which nobody asks more than their number.
class CountedRows final : public RecordedAngles {
public:
    explicit CountedRows(std::int64_t rows) : m_rows(rows) { }
    [[nodiscard]] std::size_t dimensions() const override { return 64; }
    [[nodiscard]] std::int64_t rows() const override { return m_rows; }
    Expected<void> read(const TakeAngles& /*take*/, const std::stop_token& /*stop*/) const override { return {}; }
    Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& /*stop*/) const override
    {
        return AngleHistograms(dimensions(), intervals);
    }

private:
    std::int64_t m_rows;
};

Source withAngles(std::int64_t rows)
{
    Source source = *llama2Source();
    source.recordedAngles = std::make_shared<const CountedRows>(rows);
    return source;
}

Source withPositions(const std::vector<std::uint64_t>& multiplicity)
{
    Source source = *llama2Source();
    source.recordedPositions = {PositionSet::counted(multiplicity)};
    return source;
}

std::string noteOf(const Source& source)
{
    return coverageNote(source, defaultSettings(source));
}

double samplesOf(const Source& source)
{
    AnalysisSettings settings = defaultSettings(source);
    settings.intervals = 360;
    return samplesPerInterval(source, settings);
}

TableSummary summaryOfMethod(const Analysis& analysis, std::string_view name)
{
    const auto found = std::ranges::find(analysis.methods, name, [](const MethodAnalysis& method) { return method.method->name; });
    return summaryOf(analysis, *found->result);
}

} // namespace

TEST(Summary, SamplesPerInterval)
{
    EXPECT_DOUBLE_EQ(samplesOf(*llama2Source()), 4096.0 / 360.0);
    EXPECT_DOUBLE_EQ(samplesOf(withPositions({0, 700, 20})), 2.0) << "with multiplicity";
    EXPECT_DOUBLE_EQ(samplesOf(withAngles(720)), 2.0) << "angles without positions";
}

TEST(Summary, ShortContextsBeginWithFewerIntervals)
{
    EXPECT_EQ(defaultSettings(*llama2Source()).intervals, 360U);
    EXPECT_EQ(defaultSettings(withPositions({0, 700, 20})).intervals, 72U);
    EXPECT_EQ(defaultSettings(withAngles(3)).intervals, 2U) << "the least there is";
    Source shorter = *llama2Source();
    shorter.rope.originalMaxPositionEmbeddings = 256;
    AnalysisSettings settings = defaultSettings(shorter);
    EXPECT_EQ(settings.intervals, 25U);
    EXPECT_EQ(fewSamplesNote(shorter, settings), "");
    settings.intervals = 360;
    EXPECT_EQ(fewSamplesNote(shorter, settings),
        "0.7 samples per interval, expected 10 or more: differences are mostly noise. Choose 25 intervals or fewer.");
    settings.farWeight = 3.0;
    EXPECT_EQ(fewSamplesNote(shorter, settings), "") << "near and far have no intervals";
    EXPECT_EQ(fewSamplesNote(withAngles(3), defaultSettings(withAngles(3))),
        "1.5 samples per interval, expected 10 or more: differences are mostly noise. There are too few angles.");
}

TEST(Summary, CoverageOfRecordedPositions)
{
    EXPECT_EQ(noteOf(*llama2Source()), "");
    EXPECT_EQ(noteOf(withPositions(std::vector<std::uint64_t>(4096, 3))), "");
    EXPECT_THAT(noteOf(withPositions({1, 0, 1})), HasSubstr("covers 2 of the 4096 positions of pre-training"));
    EXPECT_THAT(noteOf(withPositions(std::vector<std::uint64_t>(5000, 1))), HasSubstr("goes up to position 4999, beyond L = 4096"));
    Source axes = withPositions(std::vector<std::uint64_t>(4096, 1));
    axes.recordedPositions.push_back(PositionSet::counted({4096}));
    EXPECT_THAT(noteOf(axes), HasSubstr("The recording (axis 1) covers 1 of"));
}

TEST(Summary, CoverageOfAnglesWithoutPositions)
{
    EXPECT_EQ(noteOf(withAngles(4096)), "");
    EXPECT_THAT(noteOf(withAngles(512)), HasSubstr("the angles of 512 tokens without their positions; pre-training has 4096 positions"));
    EXPECT_THAT(noteOf(withAngles(5000)), HasSubstr("the angles of 5000 tokens"));
    const Source source = withAngles(512);
    AnalysisSettings settings = defaultSettings(source);
    settings.before = BeforeKind::UniformPositions;
    EXPECT_EQ(coverageNote(source, settings), "");
}

TEST(Summary, OfATable)
{
    const auto source = llama2Source();
    const auto analysis = *analyze(*makeCpuEngine(), source, defaultSettings(*source));
    const TableSummary distributional = summaryOfMethod(*analysis, "distributional");
    EXPECT_NEAR(distributional.meanDisturbance, 6.714e-3, 1e-6);
    EXPECT_NEAR(*distributional.ratioToLinear, 6.714 / 24.060, 1e-4);
    EXPECT_EQ(distributional.interpolatedComponents, 92);
    EXPECT_EQ(summaryOfMethod(*analysis, "linear").ratioToLinear, 1.0);
    EXPECT_EQ(summaryOfMethod(*analysis, "linear").interpolatedComponents, 128);
    for (const char* name : {"ntk", "yarn", "llama3"}) {
        EXPECT_EQ(summaryOfMethod(*analysis, name).interpolatedComponents, std::nullopt) << name;
    }
}

TEST(Summary, HasNoRatioToALinearInterpolationThatDisturbsNothing)
{
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    settings.targetLength = settings.pretrainingLength;
    const auto analysis = *analyze(*makeCpuEngine(), source, settings);
    EXPECT_EQ(summaryOf(*analysis, *analysis->chosen).ratioToLinear, std::nullopt);
    EXPECT_EQ(summaryOf(*analysis, *analysis->chosen).interpolatedComponents, 0);
}

TEST(Summary, SaysWhereEpsilonHidesTheDistributions)
{
    AnalysisSettings settings = defaultSettings(*llama2Source());
    EXPECT_EQ(epsilonNote(settings), "");
    settings.epsilon = 1.0;
    EXPECT_THAT(epsilonNote(settings), HasSubstr("Epsilon 1 is not small against the share of an interval, 1/b = 0.00277778"));
    EXPECT_THAT(notesOf(*llama2Source(), settings), testing::ElementsAre(epsilonNote(settings)));
    settings.divergence = Divergence::JensenShannon; // has none
    EXPECT_EQ(epsilonNote(settings), "");
}

TEST(Summary, AdvisesComponentsWhereTheThresholdIsThePapers)
{
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    ASSERT_EQ(settings.method, "distributional");
    EXPECT_EQ(componentsToBeginWith(source->rope, 4096), 72) << "18 dimensions complete no turn";
    EXPECT_EQ(componentsToBeginWith(source->rope, 1), 128) << "no more than there are";
    EXPECT_EQ(componentsToBeginWith(source->rope, 1'000'000), 0);
    EXPECT_THAT(thresholdAdvice(*source, settings), HasSubstr("begin with about 72 here"));
    const auto advised = [&](const std::function<void(AnalysisSettings&)>& change) {
        AnalysisSettings changed = settings;
        change(changed);
        return !thresholdAdvice(*source, changed).empty();
    };
    EXPECT_FALSE(advised([](AnalysisSettings& s) { s.method = "yarn"; }));
    EXPECT_FALSE(advised([](AnalysisSettings& s) { s.selection = InterpolatedComponents{80}; }));
    EXPECT_FALSE(advised([](AnalysisSettings& s) { s.selection = Threshold{1e-3}; }));
    EXPECT_FALSE(advised([](AnalysisSettings& s) { s.selection = Threshold{0.0, 0.01}; }));
    EXPECT_FALSE(advised([](AnalysisSettings& s) { s.targetLength = s.pretrainingLength; }));
    EXPECT_FALSE(advised([](AnalysisSettings& s) { s.farWeight = 3.0; }));
}

TEST(Summary, PutsWhatIsDisturbedMostFirst)
{
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    settings.method = "linear";
    const auto analysis = *analyze(*makeCpuEngine(), source, settings);
    const std::vector<Dimension> dimensions = byDisturbance(*analysis);
    ASSERT_EQ(dimensions.size(), 64);
    EXPECT_EQ(dimensions[0], 12);
    EXPECT_EQ(dimensions[1], 22); // both ln 2: the lower first
    EXPECT_TRUE(std::ranges::is_sorted(dimensions, std::greater(), [&](Dimension i) { return analysis->chosen->disturbance[i]; }));
}

TEST(Summary, SaysWhatAWindowMeansForTheLengths)
{
    Source source = *llama2Source();
    EXPECT_EQ(windowNote(source, defaultSettings(source)), "");
    source.rope.window = 1024;
    AnalysisSettings settings = defaultSettings(source);
    EXPECT_THAT(windowNote(source, settings), HasSubstr("within a sliding window of 1024 positions"));
    EXPECT_THAT(windowNote(source, settings), HasSubstr("L is that window, L′ one that is widened"));
    EXPECT_THAT(notesOf(source, settings), testing::Contains(windowNote(source, settings)));
    settings.pretrainingLength = 4096;
    EXPECT_THAT(windowNote(source, settings), HasSubstr("expected L = 1024, not 4096"));
}
