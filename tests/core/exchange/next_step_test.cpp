// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/next_step.h"

#include "core/exchange/configs/python_snippet.h"
#include "core/exchange/configs/transformers_legacy.h"
#include "core/exchange/configs/vllm_command.h"
#include "core/exchange/tables/json_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
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

// Of a preset.
ExportDocument documentFor(std::int64_t targetLength, const std::string& file = {}, const std::string& modelId = "meta-llama/Llama-2-7b-hf")
{
    auto source = std::make_shared<Source>();
    source->kind = file.empty() ? SourceKind::Preset : SourceKind::ConfigFile;
    source->origin = file.empty() ? modelId : file;
    source->rope.modelId = modelId;
    auto analysis = std::make_shared<Analysis>();
    analysis->source = source;
    analysis->settings.targetLength = targetLength;
    return {.analysis = analysis, .table = nullptr, .method = "yarn"};
}

std::string command(std::string_view engine, const std::filesystem::path& file, std::int64_t targetLength, const ModelFile* into = nullptr)
{
    return commandFor(targetOf(engine), file, documentFor(targetLength), into);
}

} // namespace

TEST(NextStep, EveryTargetIsNamedAndReadsAFormat)
{
    std::set<std::string_view> engines;
    for (const ExportTarget& target : exportTargets()) {
        EXPECT_TRUE(engines.insert(target.engine).second) << target.engine;
        EXPECT_TRUE(findExportFormat(target.format->name)) << target.engine;
        EXPECT_FALSE(command(target.engine, "file", 16384).empty()) << target.engine;
        EXPECT_TRUE(target.place.empty() || target.place.ends_with('.')) << target.place;
    }
}

TEST(NextStep, IsTheCommandOfTheReadme)
{
    EXPECT_EQ(command("llama.cpp", "model-16k.gguf", 16384), "llama-cli -m 'model-16k.gguf' -c 16384");
    EXPECT_EQ(command("vLLM", "/some where/serve.sh", 16384), "sh '/some where/serve.sh'");
    EXPECT_EQ(command("Transformers, in memory", "/x/scaling_16k.py", 16384), "from scaling_16k import apply_table; apply_table(model)");
    EXPECT_THAT(command("Transformers, in memory", "a-b.py", 1), HasSubstr("import_module(\"a-b\")"));
    const ModelFile into{.name = "/models/Llama-2/config.json", .found = {}, .content = {}};
    EXPECT_EQ(command("SGLang", "config.json", 16384, &into),
        "python -m sglang.launch_server --model-path '/models/Llama-2' --context-length 16384");
    EXPECT_EQ(command("Transformers 5", "config.json", 16384, &into), R"(AutoModelForCausalLM.from_pretrained("/models/Llama-2"))");
    EXPECT_THAT(command("SGLang", "config.json", 16384), HasSubstr("--model-path 'MODEL'"));
}

// Merged into nothing a configuration has no model_type: in the place of the model's own no engine could load it.
TEST(NextStep, AFragmentDoesNotReplaceTheModelsFile)
{
    const ModelFile into{.name = "/models/Llama-2/config.json", .found = {}, .content = {}};
    const ExportDocument document = documentFor(16384);
    for (const char* engine : {"Transformers 5", "Transformers 4", "SGLang", "mlx-lm"}) {
        const ExportTarget& target = targetOf(engine);
        EXPECT_THAT(placeOf(target, document, nullptr).english(),
            testing::AllOf(testing::StartsWith("Add these members to the model's config.json, in the place of its rope_scaling or"),
                HasSubstr("\"Merge into a copy of\": then the whole file is written."), Not(HasSubstr("keep that"))))
            << engine;
        EXPECT_EQ(placeOf(target, document, &into), "Put it in the place of the model's own config.json; keep that.") << engine;
    }
    Source source = *document.analysis->source;
    source.section = "text_config";
    Analysis analysis = *document.analysis;
    analysis.source = std::make_shared<const Source>(source);
    const ExportDocument ofPart = {.analysis = std::make_shared<const Analysis>(analysis), .table = nullptr, .method = "yarn"};
    EXPECT_THAT(placeOf(targetOf("SGLang"), ofPart, nullptr).english(), HasSubstr("to text_config in the model's config.json"));
    for (const char* engine : {"vLLM", "llama.cpp", "Transformers, in memory"}) { // each a whole file
        EXPECT_EQ(placeOf(targetOf(engine), document, nullptr), std::string(targetOf(engine).place)) << engine;
    }
}

// What lint says of this export is what the format is said to work with.
TEST(NextStep, NamesTheEnginesThatApplyTheTable)
{
    const auto exported = [](const ExportFormat& format, std::vector<EngineReading> engines) {
        return readersOf(format,
            std::make_unique<PreparedExport>(
                PreparedExport::ofText("{}", LintReport{.file = {}, .summary = {}, .engines = std::move(engines), .findings = {}}))
                .get())
            .english();
    };
    const std::vector<EngineReading> readings = {{"Transformers 4", Outcome::Applied, {}}, {"vLLM", Outcome::Refused, {}},
        {"mlx-lm", Outcome::Differently, {}}, {"ExLlamaV2", Outcome::Ignored, {}}, {"ExLlamaV3", Outcome::Applied, {}}};
    EXPECT_EQ(exported(transformersLegacyFormat, readings), "Transformers 4, ExLlamaV3; differently, see below: mlx-lm");
    EXPECT_EQ(exported(transformersLegacyFormat, {readings[0], readings[3]}), "Transformers 4");
    EXPECT_EQ(exported(transformersLegacyFormat, {readings[2]}), "mlx-lm (differently: see below)");
    EXPECT_EQ(readersOf(transformersLegacyFormat, nullptr), std::string(transformersLegacyFormat.readBy));
    EXPECT_EQ(exported(vllmFormat, readings), "vLLM");
}

// What is known stands there; of the rest it is said what to write.
TEST(NextStep, SaysWhatToFillIn)
{
    const ModelFile into{.name = "/models/Llama-2/config.json", .found = {}, .content = {}};
    const ExportDocument ofPreset = documentFor(16384);
    const ExportDocument ofConfig = documentFor(16384, "/my/model/config.json", "");
    const ExportDocument ofGguf = documentFor(16384, "/my/model.gguf", "");
    const auto left = [](std::string_view engine, const ExportDocument& document, const ModelFile* merged = nullptr) {
        return toFillIn(targetOf(engine), document, merged).english();
    };
    const char* folder = "In the place of MODEL write the folder that the model is in.";
    EXPECT_EQ(left("SGLang", ofPreset), folder);
    EXPECT_EQ(left("SGLang", ofPreset, &into), "");
    EXPECT_EQ(left("Transformers 5", ofGguf), folder);
    EXPECT_EQ(left("mlx-lm", ofConfig), "");
    EXPECT_THAT(commandFor(targetOf("mlx-lm"), "config.json", ofConfig, nullptr), HasSubstr("--model '/my/model'"));
    EXPECT_EQ(left("vLLM", ofPreset), "");
    EXPECT_EQ(left("vLLM", ofConfig), "In the file, write the model's name or folder in the place of MODEL.");
    EXPECT_EQ(left("llama.cpp, KoboldCpp: the file as it is", ofGguf), "");
    EXPECT_EQ(
        left("llama.cpp, KoboldCpp: the file as it is", ofPreset), "In the file, write your model's GGUF file in the place of MODEL.gguf.");
    EXPECT_EQ(left("llama.cpp", ofPreset), "");
    EXPECT_EQ(left("Transformers, in memory", ofPreset), "");
}

// Names from outside are words of a shell and texts of Python, never more.
TEST(NextStep, QuotesNames)
{
    EXPECT_EQ(command("vLLM", "it's; rm -r x.sh", 1), R"(sh 'it'\''s; rm -r x.sh')");
    EXPECT_EQ(command("vLLM", "-x.sh", 1), "sh './-x.sh'");
    const ModelFile into{.name = "/a\")b/config.json", .found = {}, .content = {}};
    EXPECT_THAT(command("Transformers 5", "config.json", 1, &into), HasSubstr(R"("/a\")b")"));
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
