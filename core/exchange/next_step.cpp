// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/next_step.h"

#include "core/exchange/configs/python_snippet.h"
#include "core/exchange/configs/transformers_config.h"
#include "core/exchange/configs/transformers_legacy.h"
#include "core/exchange/configs/vllm_command.h"
#include "core/exchange/gguf/gguf_model.h"
#include "core/exchange/gguf/llama_flags.h"
#include "core/files/escape.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace rotascope {
namespace {

using Path = std::filesystem::path;

constexpr std::string_view inItsPlace = Sentence::marked("Put it in the place of the model's own config.json; keep that.");
constexpr std::string_view besideYourScript = Sentence::marked("Put it beside your script.");

constexpr std::string_view putTheFolder = Sentence::marked("In the place of MODEL write the folder that the model is in.");
constexpr std::string_view putTheGguf = Sentence::marked("In the file, write your model's GGUF file in the place of MODEL.gguf.");
constexpr std::string_view putTheModel = Sentence::marked("In the file, write the model's name or folder in the place of MODEL.");

// Behind a path no option can be meant.
std::string word(const Path& path)
{
    const std::string text = path.string();
    return shellWord(text.starts_with('-') ? "./" + text : text);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isPythonName(const std::string& text)
{
    return !text.empty() && !(text.front() >= '0' && text.front() <= '9')
        && std::ranges::all_of(text, [](char c) { return isLetter(c) || c == '_'; });
}

std::string fromPretrained(const Path&, const Path& folder, std::int64_t)
{
    return "AutoModelForCausalLM.from_pretrained(" + pythonString(folder.string()) + ")";
}

std::string applyTable(const Path& file, const Path&, std::int64_t)
{
    const std::string module = file.stem().string();
    return isPythonName(module) ? "from " + module + " import apply_table; apply_table(model)"
                                : "import importlib; importlib.import_module(" + pythonString(module) + ").apply_table(model)";
}

std::string launchServer(const Path&, const Path& folder, std::int64_t length)
{
    return "python -m sglang.launch_server --model-path " + word(folder) + " --context-length " + std::to_string(length);
}

std::string generate(const Path&, const Path& folder, std::int64_t)
{
    return "mlx_lm.generate --model " + word(folder) + " --prompt 'Hello'";
}

std::string runScript(const Path& file, const Path&, std::int64_t)
{
    return "sh " + word(file);
}

std::string runModel(const Path& file, const Path&, std::int64_t length)
{
    return "llama-cli -m " + word(file) + " -c " + std::to_string(length);
}

// The model's folder: of what it is merged into, else of the configuration that is analysed; empty: nothing here knows it.
Path folderOf(const ExportDocument& document, const ModelFile* into)
{
    const Source& source = *document.analysis->source;
    const bool isConfig = source.kind == SourceKind::ConfigFile && Path(source.origin).extension() == ".json";
    if (into == nullptr && !isConfig) {
        return {};
    }
    const Path folder = Path(into != nullptr ? into->name : source.origin).parent_path();
    return folder.empty() ? Path(".") : folder;
}

bool knowsFolder(const ExportDocument& document, const ModelFile* into)
{
    return !folderOf(document, into).empty();
}

bool knowsGguf(const ExportDocument& document, const ModelFile*)
{
    return llamaFlagsNameTheModel(*document.analysis->source);
}

bool knowsRepository(const ExportDocument& document, const ModelFile*)
{
    return vllmCommandNamesTheModel(document);
}

constexpr auto shell = ExportTarget::Words::Shell;
constexpr auto python = ExportTarget::Words::Python;
constexpr ExportTarget::ToFillIn nothing = {};
constexpr ExportTarget::ToFillIn folder = {putTheFolder, knowsFolder};

const std::array targets = {
    ExportTarget{Sentence::marked("Transformers 5"), &transformersFormat, inItsPlace, python, fromPretrained, folder},
    ExportTarget{Sentence::marked("Transformers 4"), &transformersLegacyFormat, inItsPlace, python, fromPretrained, folder},
    ExportTarget{Sentence::marked("Transformers, in memory"), &pythonFormat, besideYourScript, python, applyTable, nothing},
    ExportTarget{Sentence::marked("vLLM"), &vllmFormat, "", shell, runScript, {putTheModel, knowsRepository}},
    ExportTarget{Sentence::marked("SGLang"), &transformersFormat, inItsPlace, shell, launchServer, folder},
    ExportTarget{Sentence::marked("llama.cpp"), &ggufFormat, "", shell, runModel, nothing},
    ExportTarget{Sentence::marked("llama.cpp, KoboldCpp: the file as it is"), &llamaFlagsFormat,
        Sentence::marked("It also has KoboldCpp's command, or says why there is none."), shell, runScript, {putTheGguf, knowsGguf}},
    ExportTarget{Sentence::marked("mlx-lm"), &transformersLegacyFormat, inItsPlace, shell, generate, folder},
};

std::string lengthText(std::int64_t length)
{
    constexpr std::int64_t kibi = 1024;
    return length % kibi == 0 ? std::to_string(length / kibi) + "k" : std::to_string(length);
}

} // namespace

std::span<const ExportTarget> exportTargets()
{
    return targets;
}

std::string commandFor(const ExportTarget& target, const Path& file, const ExportDocument& document, const ModelFile* into)
{
    const Path known = folderOf(document, into);
    return target.command(file, known.empty() ? Path("MODEL") : known, document.analysis->settings.targetLength);
}

Sentence placeOf(const ExportTarget& target, const ExportDocument& document, const ModelFile* into)
{
    const bool isFragment = target.format->into == IntoKind::HuggingFaceConfig && into == nullptr;
    if (!isFragment) {
        return Sentence::label(target.place);
    }
    const std::string& section = document.analysis->source->section;
    return section.empty()
        ? Sentence::of("Add these members to the model's config.json, in the place of its rope_scaling or rope_parameters. Or choose that "
                       "file under \"Merge into a copy of\": then the whole file is written.")
        : Sentence::of("Add these members to {1} in the model's config.json, in the place of its rope_scaling or rope_parameters. Or "
                       "choose that file under \"Merge into a copy of\": then the whole file is written.",
            section);
}

Sentence readersOf(const ExportFormat& format, const PreparedExport* prepared)
{
    if (format.into != IntoKind::HuggingFaceConfig || prepared == nullptr || !prepared->lint()) {
        return Sentence::label(format.readBy);
    }
    const auto enginesThat = [&](Outcome outcome) {
        std::vector<EngineReading> found;
        std::ranges::copy_if(prepared->lint()->engines, std::back_inserter(found),
            [outcome](const EngineReading& reading) { return reading.outcome == outcome; });
        return namesOf(found, &EngineReading::engine);
    };
    const std::string asStated = enginesThat(Outcome::Applied);
    const std::string differently = enginesThat(Outcome::Differently);
    return differently.empty() ? Sentence(asStated)
        : asStated.empty()     ? Sentence::of("{1} (differently: see below)", differently)
                               : Sentence::of("{1}; differently, see below: {2}", asStated, differently);
}

Sentence toFillIn(const ExportTarget& target, const ExportDocument& document, const ModelFile* into)
{
    const bool isComplete = target.toFillIn.isKnown == nullptr || target.toFillIn.isKnown(document, into);
    return isComplete ? Sentence() : Sentence::label(target.toFillIn.what);
}

std::string proposedName(const ExportFormat& format, std::string_view modelName, std::int64_t targetLength)
{
    const bool isModule = &format == &pythonFormat; // which is imported by its name
    std::string name(modelName.substr(modelName.find_last_of('/') + 1));
    name = name.substr(0, name.find(' ')); // of a preset: what it is of the model
    std::ranges::replace_if(
        name, [](char c) { return !isLetter(c) && c != '-' && c != '_' && c != '.'; }, '-');
    const std::size_t begin = name.find_first_not_of("-."); // no option, nothing hidden
    constexpr std::size_t most = 100;
    name = (begin == std::string::npos ? "scaling-table" : name.substr(begin, most)) + "-" + lengthText(targetLength);
    if (isModule) {
        std::ranges::replace_if(
            name, [](char c) { return !isLetter(c); }, '_');
        name = "scaling_" + name; // it must not begin with a digit
    }
    return name + std::string(format.suffix);
}

} // namespace rotascope
