// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/language_model.h"

#include "tests/core/evaluation/laboratory_fixture.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace rotascope;
using namespace rotascope::test;
using testing::HasSubstr;

namespace {

nlohmann::json tinyConfig()
{
    return nlohmann::json::parse(readInputFile(labFolder / "tinykey/config.json", "config").value());
}

std::string errorOf(const nlohmann::json& config)
{
    const auto shape = parseModelShape(config.dump(), "config.json");
    EXPECT_FALSE(shape) << config;
    return shape ? "" : shape.error().message;
}

// A copy of a model's folder whose files can be changed.
class ModelFolder : public testing::Test {
protected:
    void SetUp() override
    {
        std::filesystem::remove_all(m_folder);
        std::filesystem::copy(labData / "grouped", m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    void write(const char* name, const std::string& text) const { std::ofstream(m_folder / name, std::ios::binary) << text; }
    [[nodiscard]] std::string error() const
    {
        const auto model = LanguageModel::read(m_folder);
        EXPECT_FALSE(model);
        return model ? "" : model.error().message;
    }
    [[nodiscard]] nlohmann::json config() const { return nlohmann::json::parse(readInputFile(m_folder / "config.json", "config").value()); }

    std::filesystem::path m_folder = std::filesystem::temp_directory_path() / ("rotascope-model-" + std::to_string(getpid()));
};

} // namespace

TEST(ModelShape, ReadsAConfiguration)
{
    const ModelShape shape = parseModelShape(tinyConfig().dump(), "config.json").value();
    EXPECT_EQ(shape.words, 110U);
    EXPECT_EQ(shape.hidden, 128U);
    EXPECT_EQ(shape.layers, 2U);
    EXPECT_EQ(shape.heads, 4U);
    EXPECT_EQ(shape.keyHeads, 4U);
    EXPECT_EQ(shape.headDim, 32U);
    EXPECT_EQ(shape.mlp, 256U);
    EXPECT_EQ(shape.trainedLength, 256U);
    EXPECT_EQ(shape.ropeTheta, 200.0);
    EXPECT_EQ(shape.normEpsilon, 1e-6F);
    EXPECT_TRUE(shape.sharesEmbeddings);
}

TEST(ModelShape, RefusesWhatItCannotCompute)
{
    const std::vector<std::pair<const char*, nlohmann::json>> bad = {{"model_type", "gpt2"}, {"hidden_act", "gelu"},
        {"attention_bias", true}, {"mlp_bias", true}, {"hidden_size", 0}, {"hidden_size", -1}, {"hidden_size", 1e30},
        {"hidden_size", "128"}, {"head_dim", 31}, {"head_dim", 100000}, {"num_hidden_layers", 65}, {"num_key_value_heads", 3},
        {"vocab_size", nullptr}, {"rms_norm_eps", -1}, {"tie_word_embeddings", 1}, {"rope_scaling", {{"type", "linear"}}}};
    for (const auto& [name, value] : bad) {
        nlohmann::json config = tinyConfig();
        config[name] = value;
        EXPECT_THAT(errorOf(config), HasSubstr(std::string("config.json: ") + name)) << value;
    }
    nlohmann::json config = tinyConfig();
    config["rope_parameters"] = {{"rope_type", "yarn"}, {"rope_theta", 200.0}, {"factor", 2.0}};
    EXPECT_THAT(errorOf(config), HasSubstr("rope_type is not what the laboratory can compute; expected \"default\""));
    config["rope_parameters"] = {{"rope_type", "default"}, {"rope_theta", 0.5}};
    EXPECT_THAT(errorOf(config), HasSubstr("rope_theta"));
    EXPECT_FALSE(parseModelShape("[1]", "config.json"));
    EXPECT_FALSE(parseModelShape("{", "config.json"));
}

TEST_F(ModelFolder, IsReadWhole)
{
    const auto model = LanguageModel::read(m_folder);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ((*model)->layers.size(), 3U);
    EXPECT_EQ((*model)->invFreq.size(), 4U);
}

TEST_F(ModelFolder, SaysWhichFileIsWrong)
{
    nlohmann::json other = config();
    other["intermediate_size"] = 41;
    write("config.json", other.dump());
    EXPECT_THAT(error(), HasSubstr("mlp.gate_proj.weight\" has the shape [40, 48]; expected [41, 48]"));
    other["intermediate_size"] = 40;
    other["num_hidden_layers"] = 4;
    write("config.json", other.dump());
    EXPECT_THAT(error(), HasSubstr("tensor \"model.layers.3.input_layernorm.weight\" is missing"));
    other["num_hidden_layers"] = 3;
    other["vocab_size"] = 111;
    write("config.json", other.dump());
    EXPECT_THAT(error(), HasSubstr("vocabulary.json: it has 110 words; expected 111, vocab_size in config.json"));
    other["vocab_size"] = 110;
    write("config.json", other.dump());
    std::filesystem::resize_file(m_folder / "model.safetensors", 50000);
    EXPECT_THAT(error(), HasSubstr("model.safetensors: "));
    std::filesystem::remove(m_folder / "model.safetensors");
    EXPECT_THAT(error(), HasSubstr("model.safetensors"));
    std::filesystem::remove(m_folder / "vocabulary.json");
    EXPECT_THAT(error(), HasSubstr("vocabulary.json"));
}
