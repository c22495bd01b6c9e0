// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/vllm_command.h"

#include "core/model/presets.h"
#include "tests/core/exchange/exchange_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rotascope;
using namespace rotascope::test;
using testing::AllOf;
using testing::HasSubstr;

namespace {

std::vector<std::string> wordsOf(const std::string& script)
{
    return wordsGivenTo("vllm", script);
}

} // namespace

TEST(VllmCommand, GivesTheShellTheRecipeAsOneWord)
{
    const ExportDocument document = hardDocument();
    const auto words = wordsOf(*contentFor(vllmFormat, document));
    ASSERT_EQ(words.size(), 6U);
    EXPECT_THAT(words, testing::ElementsAre("serve", "meta-llama/Llama-2-7b-hf", "--max-model-len", "28672", "--hf-overrides", testing::_));
    const auto json = nlohmann::json::parse(words[5]);
    EXPECT_EQ(json["max_position_embeddings"], 28672);
    EXPECT_EQ(json["original_max_position_embeddings"], 28672);
    EXPECT_EQ(json["rope_parameters"]["rope_type"], "longrope");
    EXPECT_EQ(json["rope_parameters"]["rope_theta"], 10000.0);
    EXPECT_EQ(json["rope_parameters"]["long_factor"].get<std::vector<double>>(), document.table->table.factors);
    EXPECT_EQ(json["rope_parameters"]["long_mscale"], document.table->table.attentionFactor) << "vLLM reads no attention_factor";
    EXPECT_EQ(json["rope_parameters"]["short_mscale"], document.table->table.attentionFactor);
    EXPECT_EQ(json["rope_scaling"], json["rope_parameters"]);
}

TEST(VllmCommand, NoModelNameCanBreakOut)
{
    Source source = *llama2Source();
    source.rope.modelId = "it's $(here); `echo`";
    EXPECT_EQ(wordsOf(*contentFor(vllmFormat, documentFor(std::make_shared<const Source>(source))))[1], "it's $(here); `echo`");
    source.rope.modelId.clear();
    EXPECT_EQ(wordsOf(*contentFor(vllmFormat, documentFor(std::make_shared<const Source>(source))))[1], "MODEL");
}

// What a preset adds to a repository's id in parentheses is no part of it.
TEST(VllmCommand, EveryPresetsCommandNamesARepository)
{
    for (const Preset& preset : presets()) {
        Source source = *llama2Source();
        source.rope.modelId = preset.rope.modelId;
        const std::string id = wordsOf(*contentFor(vllmFormat, documentFor(std::make_shared<const Source>(source))))[1];
        EXPECT_EQ(std::ranges::count(id, '/'), 1) << id;
        EXPECT_EQ(id.find_first_of(" ()"), std::string::npos) << id;
        EXPECT_TRUE(preset.rope.modelId.starts_with(id)) << id;
    }
}

TEST(VllmCommand, NoModelNameIsAnOption)
{
    Source source = *llama2Source();
    const std::string override = "\xe2\x80\xae";
    for (const std::string& name :
        {std::string("--trust-remote-code"), std::string("-h"), std::string("a\nb"), "a" + override + "b", std::string("\xff")}) {
        source.rope.modelId = name;
        const std::string command = *contentFor(vllmFormat, documentFor(std::make_shared<const Source>(source)));
        EXPECT_EQ(wordsOf(command)[1], "MODEL");
        EXPECT_THAT(command, HasSubstr("cannot be used: put the right one, or the model's folder, in the place of MODEL"));
    }
}

TEST(VllmCommand, OverridesTheLanguageModelsPartOfAMultimodalModel)
{
    Source source = *llama2Source();
    source.section = "thinker_config.text_config";
    const ExportDocument document = documentFor(std::make_shared<const Source>(source));
    const std::string command = *contentFor(vllmFormat, document);
    const auto json = nlohmann::json::parse(wordsOf(command)[5]);
    EXPECT_EQ(json.size(), 1U);
    EXPECT_EQ(json["thinker_config"]["text_config"]["max_position_embeddings"], 8192);
    EXPECT_EQ(json["thinker_config"]["text_config"]["rope_parameters"]["rope_type"], "longrope");
    const auto read = parseVllmCommand(command, "serve.sh");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->table.factors, document.table->table.factors);
}

// DeepSeek's attention takes every scaling for yarn; MiniCPM3 has code of its own.
TEST(VllmCommand, RefusesAModelWhoseCodeReadsNoLists)
{
    const auto documentOf = [](const char* preset) {
        Source source;
        source.origin = preset;
        source.rope = findPreset(preset)->rope;
        return documentFor(std::make_shared<const Source>(source));
    };
    EXPECT_TRUE(contentFor(vllmFormat, documentOf("openbmb/MiniCPM3-4B")));
    const auto text = contentFor(vllmFormat, documentOf("deepseek-ai/DeepSeek-V3"));
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message, HasSubstr("deepseek-ai/DeepSeek-V3: vLLM cannot run this model with a table: its code for latent"));
    EXPECT_FALSE(vllmFormat.prepare(documentOf("deepseek-ai/DeepSeek-V3")));
}

TEST(VllmCommand, SaysWhatIsWrong)
{
    const auto errorOf = [](const std::string& text) { return parseVllmCommand(text, "serve.sh").error().message; };
    EXPECT_THAT(errorOf("vllm serve x"), HasSubstr("serve.sh: no --hf-overrides"));
    EXPECT_THAT(errorOf("x \\\n  --hf-overrides '{\"a\": 1"), HasSubstr("serve.sh: no --hf-overrides"));
    EXPECT_THAT(errorOf("x \\\n  --hf-overrides '{\"a\": 1}'"), HasSubstr("--hf-overrides: no long_factor"));
    EXPECT_THAT(errorOf("x \\\n  --hf-overrides '{\"a\": nan}'"),
        AllOf(HasSubstr("serve.sh: --hf-overrides: not a JSON object"), HasSubstr("line 1, column 8")));
    EXPECT_THAT(errorOf("x \\\n  --hf-overrides '{\"long_factor\": [1, -2]}'"),
        HasSubstr("serve.sh: --hf-overrides: long_factor: the factor of dimension 1 is -2; expected a finite number greater than 0"));
}
