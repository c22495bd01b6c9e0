// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/open_source.h"

#include "core/analysis/usage_weights.h"
#include "core/angle/recorded_rows.h"
#include "core/recording/recording_writer.h"
#include "tests/core/gguf/gguf_builder.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
namespace fs = std::filesystem;
using testing::HasSubstr;

namespace {

class OpenSource : public testing::Test {
protected:
    OpenSource()
    {
        std::string pattern = (fs::temp_directory_path() / "rotascope-source-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    ~OpenSource() override { fs::remove_all(folder); }

    fs::path folder;
};

} // namespace

TEST_F(OpenSource, Preset)
{
    const auto source = openPreset("Llama-2-7b-hf");
    ASSERT_TRUE(source);
    EXPECT_EQ((*source)->kind, SourceKind::Preset);
    EXPECT_EQ((*source)->origin, "meta-llama/Llama-2-7b-hf");
    EXPECT_TRUE((*source)->recordedPositions.empty());
}

TEST_F(OpenSource, TellsRecordingsAndConfigurationsApartByTheirContent)
{
    const RopeConfig rope = (*openPreset("Llama-2-7b-hf"))->rope;
    ASSERT_TRUE(writeRecording({.rope = rope, .length = 300, .withAngles = true, .created = {}}, folder / "run.recording"));
    const auto recording = openFile(folder / "run.recording");
    ASSERT_TRUE(recording) << recording.error().message;
    EXPECT_EQ(recording->source->kind, SourceKind::Recording);
    EXPECT_EQ(recording->source->ropeName, "main");
    ASSERT_EQ(recording->source->recordedPositions.size(), 1U);
    EXPECT_EQ(recording->source->recordedPositions[0].total(), 300U);
    ASSERT_TRUE(recording->source->recordedAngles);
    EXPECT_EQ(recording->source->recordedAngles->histograms(360, {})->total(0), 300U);
    ASSERT_TRUE(recording->source->recordedRows);
    EXPECT_EQ(recording->source->recordedRows->rows(), 300);

    std::ofstream(folder / "settings") << R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128})";
    const auto config = openFile(folder / "settings");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->source->kind, SourceKind::ConfigFile);
    EXPECT_EQ(recording->file, nullptr);
    ASSERT_NE(config->file, nullptr);
    EXPECT_NE(config->file->config(), nullptr);
}

TEST_F(OpenSource, ReadsDistancesAndUsageOfARecording)
{
    const RopeConfig rope = (*openPreset("Llama-2-7b-hf"))->rope;
    ASSERT_TRUE(writeRecording({.rope = rope, .length = 3, .withAngles = false, .created = {}}, folder / "values.h5"));
    auto counted = *countRecording(**RecordingReader::open(folder / "values.h5"), {}, {});
    counted.ropes[0].layers = {0, 1};
    counted.ropes[0].usage.assign(std::size_t{2} * 3 * 64, 1.0); // layers, heads, dimensions
    counted.ropes[0].usage[64 + 5] = 2.5;
    counted.ropes[0].usageTokens = 3;
    ASSERT_TRUE(writeCounts(counted, folder / "counts.h5"));
    for (const char* name : {"values.h5", "counts.h5"}) {
        const auto recording = openFile(folder / name);
        ASSERT_TRUE(recording) << recording.error().message;
        ASSERT_TRUE(recording->source->recordedDistances);
        EXPECT_EQ(*recording->source->recordedDistances({}), PositionSet::counted({3, 2, 1})) << name;
    }
    EXPECT_TRUE(openFile(folder / "values.h5")->source->usage.empty());
    const auto recorded = openFile(folder / "counts.h5");
    const Source& source = *recorded->source;
    ASSERT_EQ(source.usage.size(), 2 * 64U);
    EXPECT_THAT(source.usageLayers, testing::ElementsAre(0, 1));
    EXPECT_EQ(source.usage[5], 4.5);
    EXPECT_EQ(source.usage[6], 3.0);
    EXPECT_EQ(usageWeightsOf(source, "")->values[5], 7.5);
    EXPECT_EQ(usageWeightsOf(source, "1")->values[5], 3.0);
}

TEST_F(OpenSource, TakesAGgufModelAsAConfiguration)
{
    std::ofstream(folder / "model", std::ios::binary) << test::llamaModel().bytes();
    for (const auto& source : {openConfig(folder / "model"), openFile(folder / "model")}) {
        ASSERT_TRUE(source) << source.error().message;
        EXPECT_EQ(source->source->kind, SourceKind::ConfigFile);
        EXPECT_EQ(source->source->rope.rotaryDim, 128);
        EXPECT_EQ(source->source->rope.originalMaxPositionEmbeddings, 4096);
        EXPECT_THAT(source->source->ropeNames, testing::ElementsAre("main"));
    }
    EXPECT_TRUE(openFile(folder / "model", "main"));
    EXPECT_THAT(openConfig(folder / "model", "other").error().message, HasSubstr("no RoPE named \"other\"; expected one of main"));
}

TEST_F(OpenSource, OneOfSeveralRopesOfAConfiguration)
{
    std::ofstream(folder / "config.json") << R"({"max_position_embeddings": 4096, "head_dim": 128, "rope_parameters":
        {"a": {"rope_theta": 1e4}, "full_attention": {"rope_theta": 1e6}}})";
    const auto main = openFile(folder / "config.json");
    ASSERT_TRUE(main) << main.error().message;
    EXPECT_EQ(main->source->ropeName, "full_attention");
    EXPECT_THAT(main->source->ropeNames, testing::ElementsAre("a", "full_attention"));
    const auto other = openFile(folder / "config.json", "a");
    ASSERT_TRUE(other) << other.error().message;
    EXPECT_EQ(other->source->rope.ropeTheta, 1e4);
    EXPECT_THAT(openFile(folder / "config.json", "b").error().message, HasSubstr("no RoPE named \"b\"; expected one of a, full_attention"));
}

TEST_F(OpenSource, WhatIsNamedAsAGgufModelIsRefusedAsOne)
{
    std::ofstream(folder / "damaged.gguf") << "no model at all";
    const auto source = openFile(folder / "damaged.gguf");
    ASSERT_FALSE(source);
    EXPECT_THAT(source.error().message, HasSubstr("not a GGUF file"));
}

TEST_F(OpenSource, ATextNamedAsARecordingIsRefusedAsARecording)
{
    std::ofstream(folder / "run.h5") << "{}";
    const auto source = openFile(folder / "run.h5");
    ASSERT_FALSE(source);
    EXPECT_THAT(source.error().message, HasSubstr("HDF5"));
    EXPECT_THAT(openFile(folder / "missing.h5").error().message, HasSubstr("missing.h5"));
    EXPECT_THAT(openFile(folder / "missing.json").error().message, HasSubstr("no such file"));
}

TEST_F(OpenSource, AnUnknownRopeIsExplained)
{
    const auto source = openRecording(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5", "local");
    ASSERT_FALSE(source);
    EXPECT_THAT(source.error().message, HasSubstr("no RoPE named \"local\"; expected one of main"));
}

TEST_F(OpenSource, ByTheNameOfAFileOrOfAPreset)
{
    const auto preset = openNamed("Llama-2-7b-hf");
    ASSERT_TRUE(preset) << preset.error().message;
    EXPECT_EQ((*preset)->kind, SourceKind::Preset);
    EXPECT_THAT(openNamed("Llama-2-7b-hf", "main").error().message, HasSubstr("is a preset, which has a single one; expected a file"));
    const std::string sample = ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5";
    EXPECT_EQ((*openNamed(sample))->kind, SourceKind::Recording);
    EXPECT_THAT(openNamed(sample, "local").error().message, HasSubstr("no RoPE named \"local\""));
    const auto neither = openNamed((folder / "nothing").string());
    ASSERT_FALSE(neither);
    EXPECT_EQ(neither.error().kind, ErrorKind::Input);
    EXPECT_THAT(neither.error().message, HasSubstr("there is no such file, and no preset of this name; expected"));
}
