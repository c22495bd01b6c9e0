// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/length_sweep.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/core/engine/forwarding_engine.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

class LengthSweepTest : public testing::Test {
protected:
    std::unique_ptr<Engine> engine = makeCpuEngine();
    std::shared_ptr<const Source> source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);

    std::shared_ptr<const Analysis> analysis() { return *analyze(*engine, source, settings); }
};

// The CPU engine; counts requests.
class CountingEngine final : public test::ForwardingEngine {
public:
    Expected<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, EngineRun& run) override
    {
        ++requests;
        return ForwardingEngine::rotationHistograms(counting, rotations, intervals, run);
    }
    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        ++requests;
        return ForwardingEngine::rotationDisturbances(measure, before, rotations, run);
    }

    int requests = 0;
};

const SweepCurve& curveNamed(const LengthSweep& sweep, std::string_view name)
{
    return *std::ranges::find(sweep.curves, name, &SweepCurve::name);
}

std::size_t indexOf(const LengthSweep& sweep, std::int64_t length)
{
    return static_cast<std::size_t>(std::ranges::find(sweep.lengths, length) - sweep.lengths.begin());
}

} // namespace

TEST(SweepLengths, AreAscendingAndHoldBothLengths)
{
    for (const auto& [l, target] :
        {std::pair<std::int64_t, std::int64_t>(1, 1), {1, 2}, {4096, 8192}, {8192, 131072}, {maxContextLength, maxContextLength}}) {
        const std::vector<std::int64_t> lengths = sweepLengths(l, target, 48);
        EXPECT_TRUE(std::ranges::is_sorted(lengths));
        EXPECT_EQ(std::ranges::adjacent_find(lengths), lengths.end());
        EXPECT_TRUE(std::ranges::binary_search(lengths, l));
        EXPECT_TRUE(std::ranges::binary_search(lengths, target));
        EXPECT_GE(lengths.front(), 1);
        EXPECT_LE(lengths.back(), maxContextLength);
    }
}

TEST_F(LengthSweepTest, AtTheTargetLengthItIsTheAnalysis)
{
    const auto result = analysis();
    const auto sweep = *sweepLengths(*engine, *result);
    const std::size_t at = indexOf(*sweep, settings.targetLength);
    const auto available = std::ranges::count_if(result->methods, [](const MethodAnalysis& method) { return method.result != nullptr; });
    ASSERT_EQ(std::ssize(sweep->curves), 1 + available);
    EXPECT_NEAR(sweep->curves[0].meanDisturbance[at], result->chosen->meanDisturbance, 1e-15);
    for (const MethodAnalysis& method : result->methods) {
        if (!method.result) {
            continue;
        }
        const SweepCurve& curve = curveNamed(*sweep, method.method->name);
        EXPECT_NEAR(curve.meanDisturbance[at], method.result->meanDisturbance, 1e-15 * std::max(1.0, 64 * method.result->meanDisturbance));
        ASSERT_EQ(curve.disturbance.size(), sweep->lengths.size() * 64);
        EXPECT_EQ(curve.disturbance[at * 64 + 22], method.result->disturbance[22]);
    }
}

TEST_F(LengthSweepTest, ExtrapolationCostsNothingUpToL)
{
    const auto sweep = *sweepLengths(*engine, *analysis());
    const SweepCurve& extrapolation = curveNamed(*sweep, "extrapolation");
    const SweepCurve& linear = curveNamed(*sweep, "linear");
    for (std::size_t k = 0; k <= indexOf(*sweep, 4096); ++k) {
        EXPECT_EQ(extrapolation.meanDisturbance[k], 0.0) << sweep->lengths[k];
        EXPECT_GT(linear.meanDisturbance[k], 0.0) << sweep->lengths[k];
    }
    EXPECT_GT(extrapolation.meanDisturbance.back(), 0.1);
}

TEST_F(LengthSweepTest, TakesOverWhatDidNotChange)
{
    const auto first = *sweepLengths(*engine, *analysis());
    settings.overrides[22] = Override{Choice::Extrapolation, 1.0};
    const auto result = analysis();
    const auto reused = *sweepLengths(*engine, *result, first);
    const auto fresh = *sweepLengths(*engine, *result);
    for (std::size_t i = 0; i < fresh->curves.size(); ++i) {
        EXPECT_EQ(reused->curves[i].name, fresh->curves[i].name);
        EXPECT_EQ(reused->curves[i].disturbance, fresh->curves[i].disturbance);
        EXPECT_EQ(reused->curves[i].meanDisturbance, fresh->curves[i].meanDisturbance);
    }
    const auto same = *sweepLengths(*engine, *result, fresh);
    EXPECT_TRUE(same->run.used.empty()) << "nothing was to be computed";
}

TEST_F(LengthSweepTest, StopsAndRefuses)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(sweepLengths(*engine, *analysis(), nullptr, 8, stop.get_token()).error().kind, ErrorKind::Stopped);
    EXPECT_THAT(sweepLengths(*engine, *analysis(), nullptr, 3).error().message, HasSubstr("expected 4 to 1024"));
}

TEST_F(LengthSweepTest, InPartsItIsTheSame)
{
    const auto result = analysis();
    std::vector<std::size_t> told;
    std::size_t last = 0;
    const auto inParts = *sweepLengths(*engine, *result, nullptr, 12, {}, [&](std::size_t done, std::size_t total) {
        told.push_back(done);
        last = total;
    });
    const auto atOnce = *sweepLengths(*engine, *result, nullptr, 12);
    for (std::size_t i = 0; i < atOnce->curves.size(); ++i) {
        EXPECT_EQ(inParts->curves[i].disturbance, atOnce->curves[i].disturbance);
        EXPECT_EQ(inParts->curves[i].meanDisturbance, atOnce->curves[i].meanDisturbance);
    }
    ASSERT_EQ(told.size(), inParts->lengths.size());
    EXPECT_EQ(told.front(), 1U);
    EXPECT_EQ(told.back(), last);
}

TEST_F(LengthSweepTest, TakesThreeRequestsForAllLengthsAndTables)
{
    for (const CountingMeasure& counting :
        {CountingMeasure{}, CountingMeasure{Counting::Distances}, CountingMeasure{Counting::Distances, 1000}}) {
        settings.counting = counting;
        const auto result = analysis();
        CountingEngine counted;
        const auto sweep = *sweepLengths(counted, *result);
        EXPECT_EQ(counted.requests, 3) << "what short texts were before, what they become, what long ones become";
        const std::size_t at = indexOf(*sweep, settings.pretrainingLength / 16);
        settings.pretrainingLength /= 16; // there it is what the table changes at that length
        settings.targetLength = settings.pretrainingLength;
        settings.customTable = result->interpolation->table;
        settings.method = "custom";
        const auto brief = analysis();
        const SweepCurve& linear = curveNamed(*sweep, "linear");
        for (std::size_t i = 0; i < 64; ++i) {
            EXPECT_EQ(linear.disturbance[at * 64 + i], brief->chosen->disturbance[i]) << i;
        }
        settings = defaultSettings(*source);
    }
}

TEST_F(LengthSweepTest, ManyIntervalsAreSweptInPortions)
{
    settings.intervals = 16384; // two lengths at a time
    settings.comparedMethods = {"linear"};
    const auto result = analysis();
    CountingEngine counted;
    const auto sweep = *sweepLengths(counted, *result, nullptr, 12);
    const auto firstLong = static_cast<int>(indexOf(*sweep, settings.pretrainingLength));
    EXPECT_EQ(counted.requests, 2 * ((firstLong + 1) / 2) + 1);
    const auto oneByOne = *sweepLengths(*engine, *result, nullptr, 12, {}, [](std::size_t, std::size_t) {});
    EXPECT_EQ(sweep->curves[0].disturbance, oneByOne->curves[0].disturbance);
}

TEST_F(LengthSweepTest, FollowsTheMeasureAndTheWeights)
{
    settings.counting = {Counting::Distances};
    settings.weights = {"own", std::vector<double>(64, 1.0)};
    settings.weights.values[5] = 100.0;
    const auto result = analysis();
    const auto sweep = *sweepLengths(*engine, *result, nullptr, 6);
    const SweepCurve& linear = curveNamed(*sweep, "linear");
    const std::size_t at = indexOf(*sweep, settings.targetLength);
    EXPECT_EQ(linear.meanDisturbance[at], result->interpolation->meanDisturbance);
    settings.targetLength = (std::int64_t{1} << 31) - 1; // the longest that distances have; four times as much has too many
    EXPECT_EQ((*sweepLengths(*engine, *analysis(), nullptr, 4))->lengths.back(), settings.targetLength);
}
