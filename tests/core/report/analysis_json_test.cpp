// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_json.h"

#include "core/analysis/summary.h"
#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;

TEST(AnalysisJson, HoldsWhatTheSchemaSays)
{
    const auto source = llama2Source();
    const auto analysis = *analyze(*makeCpuEngine(), source, defaultSettings(*source));
    const auto json = nlohmann::json::parse(toJson(*analysis));
    for (const char* key : {"schema", "source", "pretraining_length", "target_length", "measure", "window", "weights", "bins",
             "samples_per_interval", "notes", "divergence", "epsilon", "engine", "methods", "dimensions"}) {
        EXPECT_TRUE(json.contains(key)) << key;
    }
    for (const auto& [name, method] : json["methods"].items()) {
        if (name == "longrope") {
            EXPECT_TRUE(method.contains("unavailable"));
            continue;
        }
        for (const char* key : {"mean_disturbance", "interpolated_components", "factors", "inv_freq", "inv_freq_float32",
                 "attention_factor", "disturbance", "near", "far", "mean_near", "mean_far", "far_error"}) {
            EXPECT_TRUE(method.contains(key)) << name << " " << key;
        }
        EXPECT_EQ(method["factors"].size(), 64U);
    }
    for (const char* key : {"index", "wavelength", "turns_in_pretraining", "extrapolation", "interpolation", "choice"}) {
        EXPECT_TRUE(json["dimensions"][5].contains(key)) << key;
    }
    EXPECT_EQ(json["methods"]["linear"]["disturbance"].get<std::vector<double>>(), analysis->methods[1].result->disturbance)
        << "to the bit";
}

TEST(AnalysisJson, HasTheNotesThatPeopleGet)
{
    const auto source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
    const auto notes = [&] { return nlohmann::json::parse(toJson(**analyze(*makeCpuEngine(), source, settings)))["notes"]; };
    EXPECT_EQ(notes(), nlohmann::json::array());
    settings.intervals = 4096; // of as many positions
    EXPECT_EQ(notes(), nlohmann::json::array({fewSamplesNote(*source, settings)}));
}

TEST(AnalysisJson, WhatIsNotANumberIsNull)
{
    Source source = *llama2Source();
    source.rope.invFreq[63] = 0.0;
    source.rope.ropeTheta.reset();
    source.origin = "not utf-8: \xff";
    const auto shared = std::make_shared<const Source>(source);
    const auto json = nlohmann::json::parse(toJson(**analyze(*makeCpuEngine(), shared, defaultSettings(source))));
    EXPECT_TRUE(json["dimensions"][63]["wavelength"].is_null());
    EXPECT_TRUE(json["source"]["rope_theta"].is_null());
    EXPECT_TRUE(json["methods"]["yarn"].contains("unavailable"));
}

TEST(AnalysisJson, InterpolatedComponentsAreNullWhereOtherFactorsStand)
{
    const auto source = llama2Source();
    const auto json = nlohmann::json::parse(toJson(**analyze(*makeCpuEngine(), source, defaultSettings(*source))));
    for (const char* name : {"ntk", "yarn", "llama3"}) {
        EXPECT_TRUE(json["methods"][name]["interpolated_components"].is_null()) << name;
    }
    EXPECT_EQ(json["methods"]["distributional"]["interpolated_components"], 92);
}
