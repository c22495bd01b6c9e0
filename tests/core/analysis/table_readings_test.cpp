// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/table_readings.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace rotascope;

namespace {

std::shared_ptr<const Analysis> analysisOf(const AnalysisSettings& settings, const std::shared_ptr<const Analysis>& previous = nullptr)
{
    static const auto source = llama2Source();
    return *analyze(*makeCpuEngine(), source, settings, previous);
}

AnalysisSettings usualSettings()
{
    AnalysisSettings settings = defaultSettings(*llama2Source());
    settings.targetLength = 8192;
    return settings;
}

void expectSame(const SecondReadings& a, const SecondReadings& b)
{
    EXPECT_EQ(a.unseenShare, b.unseenShare);
    EXPECT_EQ(a.greatest, b.greatest);
    EXPECT_EQ(a.greatestAt, b.greatestAt);
    EXPECT_EQ(a.neverTurning, b.neverTurning);
    EXPECT_EQ(a.reach, b.reach);
    EXPECT_EQ(a.nearFar.near, b.nearFar.near);
    EXPECT_EQ(a.nearFar.far, b.nearFar.far);
    EXPECT_EQ(a.near, b.near);
    EXPECT_EQ(a.far, b.far);
}

} // namespace

TEST(TableReadings, AreThoseOfEachTable)
{
    const auto analysis = analysisOf(usualSettings());
    const auto readings = *readTables(analysis);
    const auto withTable = std::ranges::count_if(analysis->methods, [](const MethodAnalysis& method) { return method.result != nullptr; });
    ASSERT_EQ(readings->tables.size(), static_cast<std::size_t>(withTable) + 1);
    expectSame(readings->tables.front().readings, secondReadings(*analysis, *analysis->chosen));
    for (const MethodAnalysis& method : analysis->methods) {
        const auto found = std::ranges::find(readings->tables, method.method->name, &TableReading::method);
        ASSERT_EQ(found != readings->tables.end(), method.result != nullptr) << method.method->name;
        if (method.result) {
            expectSame(found->readings, secondReadings(*analysis, *method.result));
            EXPECT_EQ(found->meanDisturbance, method.result->meanDisturbance);
        }
    }
}

// What is taken over is what would be computed: after another choice, another measure, other weights and another length.
TEST(TableReadings, AreTheSameAfterAChange)
{
    const AnalysisSettings first = usualSettings();
    auto analysis = analysisOf(first);
    auto readings = *readTables(analysis);
    std::vector<AnalysisSettings> changes(4, first);
    changes[0].overrides.resize(64);
    changes[0].overrides[6] = Override{Choice::Custom, 1.5};
    changes[1].counting.counting = Counting::Distances;
    changes[2].weights = {std::string(ownWeights), std::vector<double>(64, 1.0)};
    changes[2].weights.values.front() = 3.0;
    changes[3].targetLength = 16384;
    for (const AnalysisSettings& change : changes) {
        analysis = analysisOf(change, analysis);
        readings = *readTables(analysis, readings);
        const auto anew = *readTables(analysis);
        ASSERT_EQ(readings->tables.size(), anew->tables.size());
        for (std::size_t i = 0; i < anew->tables.size(); ++i) {
            expectSame(readings->tables[i].readings, anew->tables[i].readings);
        }
    }
}

TEST(TableReadings, StopWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto readings = readTables(analysisOf(usualSettings()), nullptr, stop.get_token());
    ASSERT_FALSE(readings);
    EXPECT_EQ(readings.error().kind, ErrorKind::Stopped);
}
