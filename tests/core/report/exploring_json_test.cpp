// SPDX-License-Identifier: GPL-3.0-or-later
// The reports of landscapes and length sweeps hold core's own numbers, to the bit.
#include "core/engine/cpu_engine.h"
#include "core/report/certificate_json.h"
#include "core/report/comparison_json.h"
#include "core/report/landscape_json.h"
#include "core/report/sweep_json.h"
#include "tests/core/analysis/llama2_source.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;

namespace {

class ExploringJson : public testing::Test {
protected:
    static std::vector<std::string> keysOf(const nlohmann::ordered_json& json)
    {
        std::vector<std::string> keys;
        for (const auto& [key, value] : json.items()) {
            keys.push_back(key);
        }
        return keys;
    }

    std::unique_ptr<Engine> engine = makeCpuEngine();
    std::shared_ptr<const Source> source = llama2Source();
    std::shared_ptr<const Analysis> analysis = *analyze(*engine, source, defaultSettings(*source));
};

} // namespace

TEST_F(ExploringJson, OfALandscape)
{
    const auto landscape = *computeLandscape(*engine, *analysis, 16);
    const auto json = nlohmann::ordered_json::parse(toJson(*landscape, *analysis));
    EXPECT_EQ(keysOf(json),
        (std::vector<std::string>{"schema", "source", "pretraining_length", "target_length", "measure", "far_weight", "window", "band",
            "clipped", "weights", "bins", "samples_per_interval", "notes", "divergence", "epsilon", "engine", "factors", "methods",
            "minimum", "dimensions"}));
    EXPECT_EQ(json["schema"], "rotascope-landscape/1");
    EXPECT_EQ(json["engine"]["name"], "cpu");
    EXPECT_EQ(json["factors"].get<std::vector<double>>(), landscape->factors);
    EXPECT_EQ(json["methods"]["linear"]["mean_disturbance"], analysis->interpolation->meanDisturbance);
    EXPECT_EQ(json["methods"]["linear"]["optimality_gap"], landscape->optimalityGap(*analysis->interpolation));
    EXPECT_TRUE(json["methods"]["longrope"].contains("unavailable"));
    EXPECT_EQ(json["minimum"]["factors"].get<std::vector<double>>(), landscape->bestTable().factors);
    EXPECT_EQ(json["minimum"]["mean_disturbance"], landscape->meanOfMinima());
    ASSERT_EQ(json["dimensions"].size(), 64U);
    for (std::size_t i = 0; i < 64; ++i) {
        const auto& dimension = json["dimensions"][i];
        EXPECT_EQ(dimension["index"], i);
        ASSERT_EQ(dimension["disturbance"].size(), 16U);
        EXPECT_EQ(dimension["disturbance"][0], analysis->extrapolation->disturbance[i]);
        EXPECT_EQ(dimension["minimum"]["disturbance"], landscape->at(Dimension(i), landscape->minimum[i]));
        EXPECT_EQ(dimension["minimum"]["factor"], landscape->factors[landscape->minimum[i]]);
    }
}

TEST_F(ExploringJson, OfALengthSweep)
{
    const auto sweep = *sweepLengths(*engine, *analysis, nullptr, 6);
    const auto json = nlohmann::ordered_json::parse(toJson(*sweep, *analysis));
    EXPECT_EQ(json["schema"], "rotascope-sweep/1");
    EXPECT_EQ(json["engine"]["name"], "cpu");
    EXPECT_EQ(json["lengths"].get<std::vector<std::int64_t>>(), sweep->lengths);
    EXPECT_EQ(json["methods"].size(), analysis->methods.size());
    EXPECT_TRUE(json["methods"]["longrope"].contains("unavailable"));
    const auto& linear = json["methods"]["linear"];
    EXPECT_EQ(keysOf(linear), (std::vector<std::string>{"factors", "mean_disturbance", "disturbance"}));
    EXPECT_EQ(linear["factors"].get<std::vector<double>>(), std::vector<double>(64, 2.0));
    ASSERT_EQ(linear["disturbance"].size(), sweep->lengths.size());
    for (const SweepCurve& curve : sweep->curves) {
        if (!curve.name.empty()) {
            const auto& written = json["methods"][curve.name];
            EXPECT_EQ(written["mean_disturbance"].get<std::vector<double>>(), curve.meanDisturbance) << curve.name;
            EXPECT_EQ(written["disturbance"][1][63], curve.disturbance[64 + 63]) << curve.name;
        }
    }
}

TEST_F(ExploringJson, OfACertificate)
{
    const auto certificate = *certify(*engine, *analysis, 16);
    const auto json = nlohmann::ordered_json::parse(toJson(*certificate, *analysis));
    EXPECT_EQ(json["schema"], "rotascope-certificate/1");
    EXPECT_EQ(json["least"]["sum"], certificate->leastSum);
    EXPECT_EQ(json["least"]["mean_disturbance"], certificate->leastSum / 64.0);
    EXPECT_EQ(json["lower_bound"]["sum"], certificate->gridSum);
    EXPECT_EQ(json["lower_bound"]["factors"].get<std::vector<double>>(), certificate->grid);
    EXPECT_EQ(json["methods"].size(), certificate->tables.size());
    EXPECT_EQ(json["methods"]["distributional"]["above_least"], 0.0);
    EXPECT_EQ(json["methods"]["distributional"]["not_least"], nlohmann::ordered_json::array());
    EXPECT_EQ(json["methods"]["yarn"]["has_two_values"], false);
    ASSERT_EQ(json["dimensions"].size(), 64U);
    EXPECT_EQ(json["dimensions"][22]["least"], "extrapolation");
    EXPECT_EQ(json["dimensions"][22]["margin"], certificate->dimensions[22].margin);
    ASSERT_EQ(json["by_bins"].size(), certificate->byIntervals.size());
    EXPECT_EQ(json["by_bins"].back()["bins"], 720);
    EXPECT_EQ(json["by_bins"].back()["changed"].size(), certificate->byIntervals.back().changed.size());
    EXPECT_EQ(json["by_epsilon"].back()["epsilon"], 1e-4);
}

// What is no divergence does not say that it is one.
TEST_F(ExploringJson, OfNearAndFarHasNoDivergence)
{
    AnalysisSettings settings = defaultSettings(*source);
    settings.farWeight = 2.0;
    const auto judged = *analyze(*engine, source, settings);
    const auto json = nlohmann::ordered_json::parse(toJson(**computeLandscape(*engine, *judged, 4), *judged));
    EXPECT_EQ(json["measure"], "near-far");
    EXPECT_EQ(json["far_weight"], 2.0);
    EXPECT_TRUE(json["divergence"].is_null());
}

TEST_F(ExploringJson, OfTwoSources)
{
    Source still = *source;
    still.origin = "another";
    still.rope.invFreq[63] = 0.0;
    AnalysisSettings settings = defaultSettings(*source);
    settings.other = otherOf(std::make_shared<const Source>(still));
    settings.other->pretrainingLength = 2048;
    const auto compared = *analyze(*engine, source, settings);
    const auto json = nlohmann::ordered_json::parse(comparisonJson(*compared));
    EXPECT_EQ(keysOf(json),
        (std::vector<std::string>{"schema", "a", "b", "measure", "window", "weights", "bins", "divergence", "epsilon", "engine",
            "mean_divergence", "mean_reverse_divergence", "mean_unseen_share", "greatest_divergence", "dimensions"}));
    EXPECT_EQ(json["schema"], "rotascope-comparison/1");
    EXPECT_EQ(json["a"]["origin"], "meta-llama/Llama-2-7b-hf");
    EXPECT_EQ(json["b"]["origin"], "another");
    EXPECT_EQ(json["b"]["pretraining_length"], 2048);
    EXPECT_EQ(json["b"]["samples_per_interval"], 2048.0 / 360);
    EXPECT_EQ(json["b"]["notes"].size(), 1U) << "few samples";
    EXPECT_EQ(json["mean_divergence"], compared->other->meanDivergence);
    EXPECT_EQ(json["greatest_divergence"]["dimension"], compared->other->greatestAt.row());
    ASSERT_EQ(json["dimensions"].size(), 64U);
    for (std::size_t i = 0; i < 64; ++i) {
        const auto& dimension = json["dimensions"][i];
        EXPECT_EQ(dimension["divergence"], compared->other->divergence[i]);
        EXPECT_EQ(dimension["reverse_divergence"], compared->other->reverse[i]);
        EXPECT_EQ(dimension["unseen_share"], compared->other->unseenShare[i]);
        EXPECT_EQ(dimension["wavelength_a"], source->rope.wavelength(i));
    }
    EXPECT_TRUE(json["dimensions"][63]["wavelength_b"].is_null());
    EXPECT_EQ(json["dimensions"][63]["frequency_ratio"], 0.0);
}
