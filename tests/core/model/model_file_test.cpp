// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"

#include "tests/core/gguf/gguf_builder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using testing::HasSubstr;
namespace fs = std::filesystem;

namespace {

class ModelFileTest : public testing::Test {
protected:
    ModelFileTest()
    {
        std::string pattern = (fs::temp_directory_path() / "rotascope-model-XXXXXX").string();
        file = fs::path(::mkdtemp(pattern.data())) / "model";
    }
    ~ModelFileTest() override { fs::remove_all(file.parent_path()); }

    void write(const std::string& content) const { std::ofstream(file, std::ios::binary) << content; }

    fs::path file;
};

constexpr const char* config = R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128})";

} // namespace

TEST_F(ModelFileTest, IsToldByItsContent)
{
    write(config);
    const auto text = openModelFile(file);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ((*text)->name, file.string());
    ASSERT_NE((*text)->config(), nullptr);
    EXPECT_EQ((*text)->gguf(), nullptr);
    EXPECT_EQ((*text)->config()->text, config);
    EXPECT_EQ((*text)->config()->json->at("head_dim"), 128);
    EXPECT_EQ((*text)->config()->inOrder().begin().key(), "rope_theta");
    EXPECT_EQ((*text)->found.ropes.at(0).rope.headDim, 128);

    write(test::llamaModel().bytes());
    const auto gguf = openModelFile(file);
    ASSERT_TRUE(gguf) << gguf.error().message;
    ASSERT_NE((*gguf)->gguf(), nullptr);
    EXPECT_EQ((*gguf)->config(), nullptr);
    EXPECT_EQ((*gguf)->gguf()->rope.architecture, "llama");
    EXPECT_EQ(**(*gguf)->gguf()->header.text("general.architecture"), "llama");
    EXPECT_EQ((*gguf)->found.ropes.at(0).rope.rotaryDim, 128);
}

TEST_F(ModelFileTest, IsTheKindThatIsAskedFor)
{
    write(config);
    EXPECT_TRUE(openConfigFile(file));
    EXPECT_THAT(openGgufFile(file).error().message, HasSubstr("not a GGUF file"));
    write(test::llamaModel().bytes());
    EXPECT_TRUE(openGgufFile(file));
    EXPECT_THAT(openConfigFile(file).error().message, HasSubstr("not a JSON object"));
}

TEST_F(ModelFileTest, SaysWhatIsWrong)
{
    EXPECT_THAT(openModelFile(file).error().message, HasSubstr("model: no such file; expected a model's config.json or a GGUF model"));
    write("[]");
    EXPECT_THAT(openModelFile(file).error().message, HasSubstr("model: not a JSON object"));
    EXPECT_THAT(modelFileOfConfig("{", "config.json").error().message, HasSubstr("config.json: not a JSON object"));
}

TEST_F(ModelFileTest, KnowsWhetherItWasChangedSinceItWasOpened)
{
    write(test::llamaModel().bytes());
    const auto opened = openGgufFile(file);
    ASSERT_TRUE(opened);
    EXPECT_TRUE((*opened)->gguf()->file->isAsOpened());
    fs::rename(file, file.string() + ".old");
    write("another file of its name");
    EXPECT_TRUE((*opened)->gguf()->file->isAsOpened());
    fs::resize_file(file.string() + ".old", 10);
    EXPECT_FALSE((*opened)->gguf()->file->isAsOpened());
}
