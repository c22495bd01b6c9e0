// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/next_step.h"

#include "core/exchange/configs/python_snippet.h"
#include "core/exchange/tables/json_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

using namespace rotascope;
using testing::HasSubstr;

namespace {

const ExportTarget& targetOf(std::string_view engine)
{
    for (const ExportTarget& target : exportTargets()) {
        if (target.engine == engine) {
            return target;
        }
    }
    throw std::out_of_range(std::string(engine));
}

} // namespace

TEST(NextStep, EveryTargetIsNamedAndReadsAFormat)
{
    std::set<std::string_view> engines;
    for (const ExportTarget& target : exportTargets()) {
        EXPECT_TRUE(engines.insert(target.engine).second) << target.engine;
        EXPECT_TRUE(findExportFormat(target.format->name)) << target.engine;
        EXPECT_FALSE(commandFor(target, "file", nullptr, 16384).empty()) << target.engine;
        EXPECT_TRUE(target.place.empty() || target.place.ends_with('.')) << target.place;
    }
}

TEST(NextStep, IsTheCommandOfTheReadme)
{
    EXPECT_EQ(commandFor(targetOf("llama.cpp"), "model-16k.gguf", nullptr, 16384), "llama-cli -m 'model-16k.gguf' -c 16384");
    EXPECT_EQ(commandFor(targetOf("vLLM"), "/some where/serve.sh", nullptr, 16384), "sh '/some where/serve.sh'");
    EXPECT_EQ(commandFor(targetOf("Transformers, in memory"), "/x/scaling_16k.py", nullptr, 16384),
        "from scaling_16k import apply_table; apply_table(model)");
    EXPECT_THAT(commandFor(targetOf("Transformers, in memory"), "a-b.py", nullptr, 1), HasSubstr("import_module(\"a-b\")"));
    const ModelFile into{.name = "/models/Llama-2/config.json", .found = {}, .content = {}};
    EXPECT_EQ(commandFor(targetOf("SGLang"), "config.json", &into, 16384),
        "python -m sglang.launch_server --model-path '/models/Llama-2' --context-length 16384");
    EXPECT_EQ(
        commandFor(targetOf("Transformers 5"), "config.json", &into, 16384), R"(AutoModelForCausalLM.from_pretrained("/models/Llama-2"))");
    EXPECT_THAT(commandFor(targetOf("SGLang"), "config.json", nullptr, 16384), HasSubstr("--model-path 'MODEL'"));
}

// Names from outside are words of a shell and texts of Python, never more.
TEST(NextStep, QuotesNames)
{
    EXPECT_EQ(commandFor(targetOf("vLLM"), "it's; rm -r x.sh", nullptr, 1), R"(sh 'it'\''s; rm -r x.sh')");
    EXPECT_EQ(commandFor(targetOf("vLLM"), "-x.sh", nullptr, 1), "sh './-x.sh'");
    const ModelFile into{.name = "/a\")b/config.json", .found = {}, .content = {}};
    EXPECT_THAT(commandFor(targetOf("Transformers 5"), "config.json", &into, 1), HasSubstr(R"("/a\")b")"));
}

TEST(NextStep, ProposesTheModelsNameAndTheLength)
{
    EXPECT_EQ(proposedName(jsonFormat, "meta-llama/Llama-2-7b-hf", 16384), "Llama-2-7b-hf-16k.json");
    EXPECT_EQ(proposedName(jsonFormat, "microsoft/phi-4 (14B)", 20000), "phi-4-20000.json");
    EXPECT_EQ(proposedName(jsonFormat, "", 16384), "scaling-table-16k.json");
    EXPECT_EQ(proposedName(jsonFormat, "--../\n$x", 16384), "x-16k.json");
    EXPECT_EQ(proposedName(jsonFormat, "...", 16384), "scaling-table-16k.json");
    EXPECT_EQ(proposedName(pythonFormat, "meta-llama/Llama-2-7b-hf", 16384), "scaling_Llama_2_7b_hf_16k.py"); // can be imported
    EXPECT_LT(proposedName(jsonFormat, std::string(5000, 'a'), 16384).size(), 200U);
}
