// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/llama_flags.h"

#include "core/exchange/checked_table.h"
#include "core/exchange/gguf/rope_flags.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/table_columns.h"
#include "core/files/escape.h"
#include "core/files/text.h"
#include "core/lint/engine_versions.h"
#include "core/scaling/method.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rotascope {
namespace {

constexpr std::string_view firstLines = "#!/bin/sh\n# -*- llama-flags -*-\n"; // what tells it from other scripts
constexpr std::string_view tableLine
    = "\n# The table, and what the GGUF file itself has of it (its base, the factors of its tensor, their magnitude):\n";
constexpr std::string_view flagsLine = "\n  --rope-scaling ";

// Whole numbers without an exponent, which a person compares with what llama.cpp prints.
std::string flagText(double value)
{
    constexpr double mostDigits = 1e15;
    return value == std::floor(value) && value < mostDigits ? std::to_string(static_cast<std::int64_t>(value)) : exactText(value);
}

std::string listText(const std::vector<double>& values)
{
    std::string text;
    for (const double value : values) {
        text += (text.empty() ? "" : " ") + exactText(value);
    }
    return text;
}

std::string tableComments(const ExportDocument& document, const FileRope& file)
{
    return std::string(tableLine) + "# base: " + exactText(file.ropeTheta) + "\n# tensor: " + listText(file.factors)
        + "\n# magnitude: " + exactText(file.magnitude) + "\n# factors: " + listText(document.written().factors) + "\n\n";
}

std::string flagsText(const RopeFlags& flags)
{
    const std::string_view type = flags.isYarn ? "yarn" : flags.scale == 1.0 ? "none" : "linear";
    std::string text = std::string(flagsLine.substr(1)) + std::string(type) + " --rope-scale " + flagText(flags.scale)
        + " --rope-freq-base " + flagText(flags.ropeTheta) + " --yarn-ext-factor " + (flags.isYarn ? "1" : "0");
    if (flags.isYarn) {
        text += " --yarn-orig-ctx " + std::to_string(flags.originalContext) + " --yarn-beta-fast " + flagText(flags.betaFast)
            + " --yarn-beta-slow " + flagText(flags.betaSlow);
    }
    return text + (flags.attentionFactor == 1.0 ? "" : " --yarn-attn-factor " + flagText(flags.attentionFactor)) + "\n";
}

// Why KoboldCpp, whose --ropeconfig is a scale and a base, cannot be told of it; empty if it can.
Sentence whyNotKobold(const RopeConfig& model, const RopeFlags& flags)
{
    if (flags.isYarn || model.ropeType == "yarn") {
        return flags.isYarn ? Sentence::of("its --ropeconfig knows no yarn")
                            : Sentence::of("the file states yarn, which its --ropeconfig leaves on");
    }
    return flags.attentionFactor == 1.0 ? Sentence() : Sentence::of("its --ropeconfig knows no attention factor");
}

// The file that is analysed, if it is one.
std::string modelWord(const Source& source)
{
    return llamaFlagsNameTheModel(source) ? shellWord(source.origin) : "MODEL.gguf";
}

// What llama.cpp's names of architectures are made of: no shell takes it for anything else.
bool isOfAName(char letter)
{
    constexpr std::string_view marks = "-_.";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
        || marks.find(letter) != std::string_view::npos;
}

// llama-server and llama-cli give a text no more positions than the model was trained with, by the file or by a yarn that the file does not
// state (server-context.cpp, llama-context.cpp). Empty where that is enough.
Sentence whatCapsTheContext(const ExportDocument& document, const RopeFlags& flags)
{
    const RopeConfig& model = document.rope();
    const std::int64_t target = document.analysis->settings.targetLength;
    const bool isFilesOwn = model.ropeType == "yarn" && model.scaling.factor == flags.scale;
    const double served = flags.isYarn && !isFilesOwn ? static_cast<double>(flags.originalContext) * flags.scale
                                                      : static_cast<double>(model.trainedLength().value_or(target));
    if (static_cast<double>(target) <= std::ceil(served)) {
        return {};
    }
    const std::string& architecture = document.analysis->source->architecture;
    const bool isKnown = !architecture.empty() && std::ranges::all_of(architecture, isOfAName);
    const std::string option
        = "--override-kv " + (isKnown ? architecture : "ARCHITECTURE") + ".context_length=int:" + std::to_string(target);
    return isKnown
        ? Sentence::of("llama-server and llama-cli serve no more than {1} positions unless {2} is added", shortText(served), option)
        : Sentence::of("llama-server and llama-cli serve no more than {1} positions unless {2} is added, with the file's "
                       "general.architecture in the place of ARCHITECTURE",
            shortText(served), option);
}

std::string commandFor(const ExportDocument& document, const FileRope& file, const RopeFlags& flags)
{
    const Source& source = *document.analysis->source;
    const std::string model = modelWord(source);
    const std::string context = std::to_string(document.analysis->settings.targetLength);
    const Sentence reason = whyNotKobold(document.rope(), flags);
    const std::string kobold = reason.empty() ? "koboldcpp --model " + model + " --contextsize " + context + " --ropeconfig "
            + flagText(1.0 / flags.scale) + " " + flagText(flags.ropeTheta)
                                              : "not possible: " + reason.english();
    std::string text = std::string(firstLines) + provenanceComments(document) + tableComments(document, file);
    text += "# llama.cpp takes flags for the layers with full attention: those with a sliding window keep what the file states.\n";
    if (const Sentence caps = whatCapsTheContext(document, flags); !caps.empty()) {
        text += "# " + caps + ".\n";
    }
    if (!llamaFlagsNameTheModel(source)) {
        text += "# Write your model's file in the place of MODEL.gguf.\n";
    }
    text += "# KoboldCpp: " + kobold + "\n";
    return text + "llama-server -m " + model + " -c " + context + " \\\n" + flagsText(flags);
}

// What the engines will do with it, in the words of lint.
LintReport lintFlags(const ExportDocument& document, const FileRope& file, const RopeFlags& flags)
{
    const Sentence what = (flags.isYarn ? "yarn, " : "")
        + Sentence::of("scale {1}, base {2}, attention magnitude {3}", shortText(flags.scale), shortText(flags.ropeTheta),
            shortText(magnitudeOf(flags, file)));
    const Sentence reason = whyNotKobold(document.rope(), flags);
    LintReport report{.file = "the export", .summary = what, .engines = {}, .findings = {}};
    report.engines.push_back({"llama.cpp", Outcome::Applied, what, readFrom::llamaCpp, "read"});
    report.engines.push_back({"KoboldCpp", reason.empty() ? Outcome::Applied : Outcome::Refused, reason.empty() ? what : reason,
        Sentence::label(readFrom::others), "read"});
    if (const Sentence caps = whatCapsTheContext(document, flags); !caps.empty()) {
        report.findings.push_back({Severity::Warning, "context-capped", "-c", caps, Sentence::of("add it to the command")});
    }
    return report;
}

// Of several RoPEs flags reach one.
Expected<void> checkIsReached(const Source& source)
{
    if (source.ropeNames.size() < 2 || source.ropeName == "full_attention") {
        return {};
    }
    return inputError(Sentence::of(
        "the model has {1} RoPEs, and flags are for the layers with full attention alone; expected that one: --rope full_attention",
        std::to_string(source.ropeNames.size())));
}

// The methods whose tables flags can say here, each by its label; empty: none. Only those that need no more than the model and the two
// lengths are tried, which are quick; extrapolation needs no flags.
Sentence methodsThatFlagsSay(const ExportDocument& document, const FileRope& file)
{
    const AnalysisSettings& settings = document.analysis->settings;
    const Source& source = *document.analysis->source;
    const MethodInput input{.rope = source.rope, .pretrainingLength = settings.pretrainingLength, .targetLength = settings.targetLength};
    Sentence names;
    for (const Method* method : methods()) {
        const bool isQuick = !method->onRequest && !method->needsTable && !method->usesSelection;
        if (!isQuick || method->choiceForAll == Choice::Extrapolation) {
            continue;
        }
        const Expected<RopeFlags> flags = method->make(input).and_then([&](const ScalingTable& table) {
            return ropeFlagsFor(document.rope(), source.onModel(table), file, settings.pretrainingLength, settings.targetLength);
        });
        if (flags) {
            const Sentence name = Sentence::label(method->label);
            names = names.empty() ? name : Sentence::of("{1}, {2}", names, name);
        }
    }
    return names;
}

// The reason, and what the user can do instead.
Error withAWayOut(const Error& error, const ExportDocument& document, const FileRope& file)
{
    const Sentence methods = methodsThatFlagsSay(document, file);
    return methods.empty() ? error
                           : Error{error.kind, Sentence::of("{1}. Flags can say the tables of these methods: {2}", error.message, methods)};
}

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    const Source& source = *document.analysis->source;
    const AnalysisSettings& settings = document.analysis->settings;
    return checkIsReached(source)
        .and_then([&] { return fileRopeOf(document.rope(), settings.targetLength); })
        .and_then([&](const FileRope& file) {
            return ropeFlagsFor(document.rope(), document.written(), file, settings.pretrainingLength, settings.targetLength)
                .map([&](const RopeFlags& flags) {
                    return PreparedExport::ofText(commandFor(document, file, flags), lintFlags(document, file, flags));
                })
                .map_error([&](const Error& error) { return withAWayOut(error, document, file); });
        })
        .map_error([&](const Error& error) {
            return Error{error.kind, source.origin + ": " + Sentence::of("the table cannot be said in flags: {1}", error.message)};
        });
}

bool recognises(std::string_view head)
{
    return head.starts_with(firstLines);
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parseLlamaFlags);
}

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const std::size_t space = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, space));
        line.remove_prefix(std::min(space + 1, line.size()));
    }
    return words;
}

// The numbers of a comment, all greater than 0.
Expected<std::vector<double>> numbersIn(
    const std::map<std::string, std::string>& comments, const std::string& name, const std::string& where)
{
    const auto found = comments.find(name);
    if (found == comments.end()) {
        return inputError(where + ": " + Sentence::of("the comment \"# {1}:\" is missing; expected flags that Rotascope exported", name));
    }
    const bool isList = name == "factors" || name == "tensor";
    std::vector<double> numbers;
    const auto place = [&] { return where + ": " + name + (isList ? ": " + nameOfFactor(numbers.size()) : Sentence()); };
    for (const std::string_view word : wordsOf(found->second)) {
        const Expected<double> number = factorOf(word, place());
        if (!number) {
            return tl::unexpected(number.error());
        }
        numbers.push_back(*number);
    }
    return numbers;
}

// One comment's single number.
Expected<double> numberIn(const std::map<std::string, std::string>& comments, const std::string& name, const std::string& where)
{
    return numbersIn(comments, name, where).and_then([&](const std::vector<double>& numbers) {
        return numbers.size() == 1
            ? Expected<double>(numbers.front())
            : inputError(where + ": " + Sentence::of("{1} has {2} numbers; expected one", name, std::to_string(numbers.size())));
    });
}

// What the command says, of which each flag is followed by its value.
Expected<RopeFlags> flagsIn(std::string_view text, const std::string& where)
{
    const std::size_t at = text.find(flagsLine);
    if (at == std::string_view::npos) {
        return inputError(where + ": "
            + Sentence::of("no {1} in a command; expected flags that Rotascope exported", flagsLine.substr(3, flagsLine.size() - 4)));
    }
    std::string_view rest = text.substr(at + 3);
    const std::vector<std::string_view> words = wordsOf(takeLine(rest));
    std::map<std::string_view, std::string_view> values;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        values.emplace(words[i], words[i + 1]);
    }
    std::optional<Error> wrong;
    const auto number = [&](std::string_view name, double least, std::optional<double> otherwise = {}) {
        constexpr double most = 1e12; // rounded, it must fit into an integer
        const auto found = values.find(name);
        const std::optional<double> value = found == values.end() ? otherwise : numberOf(found->second);
        if (value && *value > least && *value <= most) {
            return *value;
        }
        if (!wrong) {
            wrong = Error{ErrorKind::Input,
                where + ": "
                    + (found == values.end()
                            ? Sentence::of("{1} is missing; expected a number greater than {2}, at most 1e12", name, shortText(least))
                            : Sentence::of("{1} is {2}; expected a number greater than {3}, at most 1e12", name, inQuotes(found->second),
                                shortText(least)))};
        }
        return most;
    };
    RopeFlags flags{.isYarn = values["--rope-scaling"] == "yarn",
        .scale = number("--rope-scale", 0.0),
        .ropeTheta = number("--rope-freq-base", 1.0),
        .attentionFactor = number("--yarn-attn-factor", 0.0, 1.0)};
    if (flags.isYarn) {
        flags.originalContext = static_cast<std::int64_t>(number("--yarn-orig-ctx", 0.0));
        flags.betaFast = number("--yarn-beta-fast", 0.0, flags.betaFast);
        flags.betaSlow = number("--yarn-beta-slow", 0.0, flags.betaSlow);
    }
    if (!wrong && flags.isYarn && flags.originalContext < 1) {
        wrong = Error{ErrorKind::Input, where + ": " + Sentence::of("--yarn-orig-ctx is less than 1; expected a number of positions")};
    }
    return wrong ? Expected<RopeFlags>(tl::unexpected(*wrong)) : flags;
}

// The comments say what the flags are to give.
bool isSaidBy(const RopeFlags& flags, const FileRope& file, const ScalingTable& table)
{
    std::vector<double> wanted = extendedInvFreq(standardInvFreq(file.ropeTheta, file.rotaryDim), table);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i] = std::isinf(file.factors[i]) ? 0.0 : wanted[i]; // whatever is written of what never turns
    }
    return areSameFrequencies(invFreqOf(flags, file), wanted) && areSameFrequencies({magnitudeOf(flags, file)}, {table.attentionFactor});
}

} // namespace

const ExportFormat llamaFlagsFormat = {
    .name = "llama-flags",
    .label = Sentence::marked("llama.cpp flags"),
    .suffix = ".sh",
    .description = Sentence::marked(
        "The command that runs llama.cpp with the table on the model as it is, and KoboldCpp's flags; only for tables that flags say."),
    .readBy = Sentence::marked("llama.cpp; KoboldCpp where one scale and one base say the table"),
    .onlySomeTables = true,
    .make = make,
    .recognises = recognises,
    .read = read,
};

bool llamaFlagsNameTheModel(const Source& source)
{
    return source.kind == SourceKind::ConfigFile && source.origin.ends_with(".gguf") && isPlainArgument(source.origin);
}

Expected<ImportedTable> parseLlamaFlags(std::string_view text, const std::string& where)
{
    const std::size_t at = text.find(tableLine);
    if (at == std::string_view::npos) {
        return inputError(where + ": " + Sentence::of("no table in comments; expected flags that Rotascope exported"));
    }
    const auto comments = parseProvenanceComments(text.substr(at + 1));
    const auto flags = flagsIn(text, where);
    const auto factors = numbersIn(comments, "factors", where);
    const auto tensor = numbersIn(comments, "tensor", where);
    const auto base = numberIn(comments, "base", where);
    const auto magnitude = numberIn(comments, "magnitude", where);
    ImportedTable result{{}, parseProvenanceComments(text)};
    const auto stated = result.provenance.find("attention_factor");
    const Expected<double> attention
        = stated == result.provenance.end() ? Expected<double>(1.0) : attentionFactorOf(stated->second, where + ": attention_factor");
    for (const auto& failed : {flags.map([](const RopeFlags&) {}), factors.map([](const auto&) {}), tensor.map([](const auto&) {}),
             base.map([](double) {}), magnitude.map([](double) {}), attention.map([](double) {})}) {
        if (!failed) {
            return tl::unexpected(failed.error());
        }
    }
    result.table = {*factors, *attention};
    const FileRope file{
        .ropeTheta = *base, .rotaryDim = static_cast<int>(2 * factors->size()), .factors = *tensor, .magnitude = *magnitude};
    return checked(std::move(result), where).and_then([&](ImportedTable table) -> Expected<ImportedTable> {
        if (!(file.ropeTheta > 1.0) || file.factors.size() != table.table.factors.size()) {
            return inputError(
                where + ": " + Sentence::of("the comments base and tensor do not fit the factors; expected them as they were exported"));
        }
        if (!isSaidBy(*flags, file, table.table)) {
            return inputError(where + ": " + Sentence::of("the flags and the factors differ: the file was changed after it was exported"));
        }
        return table;
    });
}

} // namespace rotascope
