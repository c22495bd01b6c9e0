// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/engines_json.h"
#include "core/report/frequencies_json.h"
#include "core/report/lint_json.h"
#include "core/report/models_json.h"
#include "core/report/recording_json.h"

#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace rotascope;
using Json = nlohmann::ordered_json;

namespace {

// Keys and their order are part of what scripts read.
void expectText(const std::string& text, const Json& expected, const std::string& end = {})
{
    EXPECT_EQ(text, expected.dump(2) + end);
}

} // namespace

TEST(EnginesJson, SaysWhyAnEngineIsNotAvailable)
{
    const std::vector<EngineEntry> engines = {{{"cpu", "8 threads"}, ""}, {{"cuda", ""}, "no driver"}};
    expectText(
        toJson(engines), Json::parse(R"([{"name": "cpu", "device": "8 threads", "available": true, "reason": "", "chosen_module": ""},
                        {"name": "cuda", "device": "", "available": false, "reason": "no driver", "chosen_module": ""}])"));
}

TEST(ModelsJson, WhatAModelDoesNotStateIsNull)
{
    const std::vector<Preset> models = {{.rope = {.modelId = "some/model", .ropeTheta = 10000.0, .headDim = 128, .rotaryDim = 64},
        .source = "its config.json",
        .confidence = "good",
        .notes = "not printed"}};
    expectText(
        toJson(models), Json::parse(R"([{"id": "some/model", "encoding": "rope", "rope_theta": 10000.0, "head_dim": 128, "rotary_dim": 64,
        "original_max_position_embeddings": null, "max_position_embeddings": null, "rope_type": "default", "source": "its config.json",
        "confidence": "good"}])"));
}

TEST(LintJson, HoldsFindingsAndEngines)
{
    const LintReport report{.file = "config.json",
        .summary = "yarn",
        .engines = {{"vLLM", Outcome::Differently, "with another factor", "0.33", "run"}},
        .findings = {{Severity::Warning, "some-rule", "rope_scaling.factor", "too large", "make it 2"}}};
    expectText(toJson(report), Json::parse(R"({"schema": "rotascope-lint/1", "file": "config.json", "summary": "yarn",
        "findings": [{"severity": "warning", "rule": "some-rule", "place": "rope_scaling.factor", "reason": "too large",
            "fix": "make it 2"}],
        "engines": [{"engine": "vLLM", "outcome": "differently", "what": "with another factor", "version": "0.33",
            "known": "run"}]})"));
}

TEST(RecordingJson, HoldsEveryRope)
{
    RecordingInfo info{.producer = "a test",
        .modelId = "some/model",
        .created = "2024-05-06T07:08:09Z",
        .tokens = 300,
        .axes = 1,
        .hasRows = true,
        .hasPositionCounts = false,
        .hasDistanceCounts = true,
        .sequenceOffsets = {},
        .ropes = {{.name = "main",
            .rope = {.ropeTheta = 10000.0, .headDim = 4, .rotaryDim = 4, .invFreq = {1.0, 0.25}},
            .layers = {0, 2},
            .hasAngles = true,
            .hasUsage = true}}};
    const auto expected = Json::parse(R"({"file": "run.h5", "producer": "a test", "model_id": "some/model",
        "created": "2024-05-06T07:08:09Z", "tokens": 300, "position_axes": 1, "values": true,
        "position_counts": false, "distance_counts": true, "sequences": null,
        "ropes": [{"name": "main", "dimensions": 2, "angles": true, "angle_counts": false, "usage": true,
            "rope_theta": 10000.0, "head_dim": 4, "rotary_dim": 4,
            "original_max_position_embeddings": null, "max_position_embeddings": null, "rope_type": "default",
            "attention_factor": 1.0, "layers": [0, 2], "inv_freq": [1.0, 0.25]}]})");
    const auto printed = [](const std::string& file, const RecordingInfo& recording) {
        std::ostringstream out;
        printJson(out, file, recording);
        return out.str();
    };
    expectText(printed("run.h5", info), expected, "\n");
    info.sequenceOffsets = {0, 100, 300};
    EXPECT_EQ(Json::parse(printed("run.h5", info))["sequences"], 2);
    EXPECT_EQ(Json::parse(printed("not utf-8: \xff", info))["file"], "not utf-8: \xef\xbf\xbd") << "what is not UTF-8 is replaced";
    info.ropes.push_back(info.ropes.front());
    info.ropes.back().name = "a line\nend";
    const std::string two = printed("run.h5", info);
    EXPECT_EQ(two, Json::parse(two).dump(2) + "\n") << "as one text would be";
    EXPECT_EQ(Json::parse(two)["ropes"][1]["name"], "a line\nend");
    info.ropes.clear();
    const std::string none = printed("run.h5", info);
    EXPECT_EQ(none, Json::parse(none).dump(2) + "\n");
}

TEST(FrequenciesJson, HoldsEveryRope)
{
    const RopeFrequencies one{.name = "main",
        .layers = {1},
        .rope = {.originalMaxPositionEmbeddings = 4096},
        .own = {.invFreq = {1.0F, 0.0F}, .factors = {2.0, std::numeric_limits<double>::infinity()}, .softmaxFactor = {}}};
    std::ostringstream out;
    printJson(out, std::vector{one, one});
    const auto rope = Json::parse(R"({"name": "main", "layers": [1], "original_length": 4096, "trained_length": 4096, "window": null,
        "inv_freq": [1.0, 0.0], "factors": [2.0, "inf"], "attention_factor": 1.0, "softmax_factor": null})");
    expectText(out.str(), {{"schema", "rotascope-frequencies/1"}, {"ropes", {rope, rope}}}, "\n");
}
