// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/second_readings.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <gtest/gtest.h>

using namespace rotascope;

namespace {

std::shared_ptr<const Analysis> analysisAt(std::int64_t targetLength)
{
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    settings.targetLength = targetLength;
    return *analyze(*makeCpuEngine(), source, settings);
}

} // namespace

// LLaMA-2: a wavelength of 4,080 positions is dimension 45's, one of 8,380 that of dimension 50.
TEST(SecondReadings, AreThoseOfTheTable)
{
    const auto analysis = analysisAt(8192);
    const SecondReadings kept = secondReadings(*analysis, *analysis->extrapolation);
    EXPECT_EQ(kept.neverTurning, 14U) << "dimensions 50 to 63";
    EXPECT_EQ(kept.reach, 1707);
    EXPECT_EQ(kept.greatest, analysis->extrapolation->disturbance[kept.greatestAt]);
    for (const double disturbance : analysis->extrapolation->disturbance) {
        EXPECT_LE(disturbance, kept.greatest);
    }
    const SecondReadings squeezed = secondReadings(*analysis, *analysis->interpolation);
    EXPECT_EQ(squeezed.neverTurning, 18U) << "as before: dimensions 46 to 63";
    EXPECT_EQ(squeezed.reach, 2 * 1707 - 1) << "half of the angles";
    EXPECT_GT(kept.unseenShare, squeezed.unseenShare);
}

TEST(SecondReadings, ReachEndsAtTheTargetLength)
{
    const auto analysis = analysisAt(4096);
    EXPECT_EQ(secondReadings(*analysis, *analysis->extrapolation).reach, 1707);
    AnalysisSettings settings = analysis->settings;
    settings.pretrainingLength = 1000;
    settings.targetLength = 1700;
    const auto shorter = *analyze(*makeCpuEngine(), analysis->source, settings);
    EXPECT_EQ(secondReadings(*shorter, *shorter->extrapolation).reach, std::nullopt);
}
