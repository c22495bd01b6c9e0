// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_format.h"

#include "core/analysis/starting_point.h"
#include "core/exchange/configs/python_snippet.h"
#include "core/exchange/configs/transformers_config.h"
#include "core/exchange/configs/transformers_legacy.h"
#include "core/exchange/configs/vllm_command.h"
#include "core/exchange/gguf/gguf_model.h"
#include "core/exchange/gguf/gguf_rope.h"
#include "core/exchange/gguf/llama_flags.h"
#include "core/exchange/tables/csv_table.h"
#include "core/exchange/tables/hdf5_table.h"
#include "core/exchange/tables/json_table.h"
#include "core/exchange/tables/npy_table.h"
#include "core/files/escape.h"
#include "core/files/input_file.h"
#include "core/files/output_file.h"
#include "core/files/text.h"
#include "core/lint/format_names.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace rotascope {
namespace {

// In the order of the command line's help and of the window's list.
constexpr std::array formats = {&csvFormat, &jsonFormat, &npyFormat, &hdf5Format, &transformersFormat, &transformersLegacyFormat,
    &llamaFlagsFormat, &vllmFormat, &pythonFormat, &ggufFormat, &ggufRopeFormat};

// A name from outside must not break out of its line, and every format has to hold it.
std::string provenanceText(const std::string& text)
{
    constexpr std::size_t mostBytes = 1000; // every format reads back more, also where each byte is escaped once again
    std::string result = visibleText(text);
    if (result.size() > mostBytes) {
        std::size_t end = mostBytes;
        while ((static_cast<unsigned char>(result[end]) & 0xc0U) == 0x80U) { // within a character
            --end;
        }
        result.resize(end);
        result += "…";
    }
    return result;
}

std::string selectionText(const SelectionRule& rule)
{
    if (const auto* threshold = std::get_if<Threshold>(&rule)) {
        return "threshold t = " + exactText(threshold->t)
            + (threshold->nearWeight > 0.0 ? " + " + exactText(threshold->nearWeight) + " near" : "");
    }
    return "interpolated components = " + std::to_string(std::get<InterpolatedComponents>(rule).count);
}

// Null: none of ours.
const Method* methodOf(const ExportDocument& document)
{
    const auto method = findMethod(document.method.substr(0, document.method.find(',')));
    return method ? *method : nullptr;
}

bool usesSelection(const ExportDocument& document)
{
    const Method* method = methodOf(document);
    return method != nullptr && method->usesSelection;
}

// What the method found itself. Under another name than what is given: restored, it would no longer be found.
void addFound(std::vector<std::pair<std::string, std::string>>& provenance, const ExportDocument& document)
{
    const Method* method = methodOf(document);
    if (method == nullptr) {
        return;
    }
    const Analysis& analysis = *document.analysis;
    const AnalysisSettings& settings = analysis.settings;
    const bool isChosen = document.table == analysis.chosen && analysis.automatic; // which choices by hand may have changed
    const ScalingTable& table = isChosen ? analysis.automatic->table : document.table->table;
    const MethodParameters found = foundParameters(*method, analysis.source->rope, settings.pretrainingLength, table);
    if (found.band && !settings.parameters.band) {
        provenance.emplace_back("found_band", textOf(*found.band));
    }
    if (found.clipped && !settings.parameters.clipped) {
        provenance.emplace_back("found_clipped", std::to_string(*found.clipped));
    }
}

// Of a part of a recording: which tokens "before" is counted from.
void addPart(std::vector<std::pair<std::string, std::string>>& provenance, const std::string& prefix, const AnalysisSettings& settings)
{
    if (const RecordedPart* part = settings.countedPart()) {
        provenance.emplace_back(prefix + "positions", part->choice.hasPositions() ? positionsText(part->choice) : "all");
        provenance.emplace_back(prefix + "sequences", part->choice.sequences.empty() ? "all" : sequencesText(part->choice));
    }
}

// Neither what is copied nor what is analysed is replaced by an export of it.
Expected<void> checkTarget(const Analysis& analysis, const ModelFile* into, const std::filesystem::path& target)
{
    const std::optional<OtherSource>& other = analysis.settings.other;
    return checkIsAnother(target, into != nullptr ? std::filesystem::path(into->name) : std::filesystem::path(),
        Sentence::marked("the model's file that is copied, and stays as it is"))
        .and_then([&] { return checkIsNotAnalysed(*analysis.source, target); })
        .and_then([&] { return other ? checkIsNotAnalysed(*other->source, target) : Expected<void>(); });
}

// What is merged was read some time ago: changes that someone made since would be lost, or not fit what is copied.
Expected<void> checkIsAsRead(const ModelFile& into)
{
    if (const GgufFile* gguf = into.gguf()) {
        return gguf->file->checkIsAsOpened();
    }
    const auto now = readInputFile(into.name, "the model's config.json");
    return !now || *now == into.config()->text // one that is gone is not replaced
        ? Expected<void>()
        : inputError(
            into.name + ": " + Sentence::of("was changed after it was opened; expected a file that stays as it is: open it again"));
}

} // namespace

std::vector<std::pair<std::string, std::string>> provenanceOf(const ExportDocument& document)
{
    const Analysis& analysis = *document.analysis;
    const AnalysisSettings& settings = analysis.settings;
    std::vector<std::pair<std::string, std::string>> provenance = {
        {"program", "Rotascope " ROTASCOPE_VERSION},
        {"source", analysis.source->origin},
        {"model_id", document.rope().modelId},
        {"method", document.method},
        {"encoding", std::string(machineNameOfEncoding(analysis.source->encoding.kind))},
        {"start", std::string(machineNameOfStart(analysis.source->start()))},
        {"pretraining_length", std::to_string(settings.pretrainingLength)},
        {"target_length", std::to_string(settings.targetLength)},
        {"before", std::string(machineNameOf(settings.before))},
        {"measure", std::string(settings.measure())},
        {"weights", settings.weights.name},
        {"bins", std::to_string(settings.intervals)},
        {"divergence", settings.farWeight ? "none" : std::string(infoOf(settings.divergence).name)},
        {"epsilon", exactText(settings.epsilon)},
        {"mean_disturbance", exactText(document.table->meanDisturbance)},
        {"attention_factor", exactText(document.written().attentionFactor)},
    };
    if (!analysis.source->ropeName.empty()) {
        provenance.insert(provenance.begin() + 2, {"rope", analysis.source->ropeName});
    }
    if (usesSelection(document)) {
        provenance.emplace_back("selection", selectionText(settings.selection));
    }
    if (settings.farWeight) {
        provenance.emplace_back("far_weight", exactText(*settings.farWeight));
    }
    if (settings.parameters.band) {
        provenance.emplace_back("band", textOf(*settings.parameters.band));
    }
    if (settings.parameters.clipped) {
        provenance.emplace_back("clipped", std::to_string(*settings.parameters.clipped));
    }
    addFound(provenance, document);
    if (settings.counting.window > 0) {
        provenance.emplace_back("window", std::to_string(settings.counting.window));
    }
    addPart(provenance, "before_", settings);
    if (settings.other) {
        const AnalysisSettings other = settingsOfOther(settings);
        provenance.emplace_back("other_source", settings.other->source->origin);
        if (!settings.other->source->ropeName.empty()) {
            provenance.emplace_back("other_rope", settings.other->source->ropeName);
        }
        provenance.emplace_back("other_start", std::string(machineNameOfStart(settings.other->source->start())));
        provenance.emplace_back("other_pretraining_length", std::to_string(other.pretrainingLength));
        provenance.emplace_back("other_before", std::string(machineNameOf(other.before)));
        addPart(provenance, "other_before_", other);
    }
    for (auto& [name, value] : provenance) {
        value = provenanceText(value);
    }
    return provenance;
}

ExportDocument documentOfChosen(const std::shared_ptr<const Analysis>& analysis)
{
    const AnalysisSettings& settings = analysis->settings;
    const int byHand = settings.dimensionsSetByHand();
    std::string method = settings.method;
    if (byHand > 0) {
        method += ", " + std::to_string(byHand) + (byHand == 1 ? " dimension" : " dimensions") + " set by hand";
    }
    return {analysis, analysis->chosen, method};
}

Expected<ExportDocument> documentOfMethod(const std::shared_ptr<const Analysis>& analysis, std::string_view method)
{
    const auto found = std::ranges::find(analysis->methods, method, [](const MethodAnalysis& m) { return m.method->name; });
    if (found == analysis->methods.end()) {
        return usageError(Sentence::of("method \"{1}\" was not analysed", method));
    }
    if (!found->result) {
        return inputError(Sentence::of("method \"{1}\" has no table: {2}", method, found->unavailable));
    }
    return ExportDocument{analysis, found->result, std::string(method)};
}

std::span<const ExportFormat* const> exportFormats()
{
    return formats;
}

Expected<const ExportFormat*> findExportFormat(std::string_view name)
{
    for (const ExportFormat* format : formats) {
        if (format->name == name) {
            return format;
        }
    }
    return usageError(Sentence::of("format \"{1}\" is not known; expected one of {2}", name,
        namesOf(formats, [](const ExportFormat* format) { return format->name; })));
}

Expected<ModelFilePointer> openInto(const ExportFormat& format, const std::filesystem::path& file)
{
    if (file.empty()) {
        return nullptr;
    }
    switch (format.into) {
    case IntoKind::HuggingFaceConfig:
        return openConfigFile(file);
    case IntoKind::GgufModel:
        return openGgufFile(file);
    case IntoKind::None:
        break;
    }
    return usageError(Sentence::of("--into does not go with --format {1}: it is not merged into a file", format.name));
}

bool ExportFormat::takes(const ModelFile& file) const
{
    return into == (file.gguf() != nullptr ? IntoKind::GgufModel : IntoKind::HuggingFaceConfig) && !file.found.isMistralParams;
}

namespace {

// As advice has them: in the window's words and in the command line's.
Sentence bothNamesOf(const std::vector<const ExportFormat*>& listed)
{
    Sentence names;
    for (const ExportFormat* format : listed) {
        names += (names.empty() ? Sentence() : Sentence(", ")) + FormatName{format->name, format->label}.both();
    }
    return names;
}

// No engine has a switch for another encoding than RoPE.
Expected<void> checkIsForEncoding(const ExportFormat& format, const Source& source, const ModelFile* into)
{
    const EncodingKind kind = source.encoding.kind;
    if (kind != EncodingKind::Rope && std::ranges::find(format.others, kind) == format.others.end()) {
        std::vector<const ExportFormat*> able;
        std::ranges::copy_if(formats, std::back_inserter(able),
            [kind](const ExportFormat* one) { return std::ranges::find(one->others, kind) != one->others.end(); });
        return usageError(Sentence::of("format {1} is for a RoPE: no engine has a switch that extends {2}; expected one of {3}",
            format.name, Sentence::label(nameOfEncoding(kind)), bothNamesOf(able)));
    }
    return into != nullptr ? checkIsRope(*into) : Expected<void>();
}

} // namespace

Expected<PreparedExport> ExportFormat::prepare(const ExportDocument& document, const ModelFilePointer& file) const
{
    if (Expected<void> fits = checkIsForEncoding(*this, *document.analysis->source, file.get()); !fits) {
        return tl::unexpected(fits.error());
    }
    if (intoRequired && !file) {
        return usageError(Sentence::of("format {1} needs the model file to make a patched copy of (--into model.gguf)", name));
    }
    if (file && !takes(*file)) {
        return usageError(file->name + ": " + Sentence::of("format {1} is not merged into such a file", name));
    }
    if (!document.others.empty() && !(holdsSeveral && file)) {
        return usageError(holdsSeveral ? Sentence::of("format {1} alone holds one table; expected the table of one RoPE, or the format "
                                                      "{2}, merged into the model's config.json",
                              name, formatName::transformers.both())
                                       : Sentence::of("format {1} holds one table; expected the table of one RoPE, or the format "
                                                      "{2}, merged into the model's config.json",
                                           name, formatName::transformers.both()));
    }
    return make(document, file).map([&](PreparedExport prepared) {
        prepared.checkBeforeWriting([analysis = document.analysis, file](const std::filesystem::path& target) {
            return checkTarget(*analysis, file.get(), target).and_then([&] { return file ? checkIsAsRead(*file) : Expected<void>(); });
        });
        return prepared;
    });
}

Expected<void> checkIsNotAnalysed(const Source& source, const std::filesystem::path& target)
{
    return source.kind == SourceKind::Preset ? Expected<void>()
                                             : checkIsAnother(target, source.origin, Sentence::marked("the file that is analysed"));
}

Expected<void> checkIsFor(const ImportedTable& table, const Source& source)
{
    const std::vector<double>& factors = table.table.factors;
    if (factors.size() != source.rope.dimensions()) {
        return inputError(Sentence::of(
            "{1} factors; the source has {2} dimensions", std::to_string(factors.size()), std::to_string(source.rope.dimensions())));
    }
    if (const auto outside = std::ranges::find_if_not(factors, canBeSet); outside != factors.end()) {
        return inputError(Sentence::of("the factor of dimension {1} is {2}; expected {3}", std::to_string(outside - factors.begin()),
            shortText(*outside), factorRange()));
    }
    const auto rope = table.provenance.find("rope");
    if (rope == table.provenance.end() || source.ropeNames.size() < 2 || rope->second == provenanceText(source.ropeName)) {
        return {};
    }
    return inputError(Sentence::of(
        "the table was made for {1}, and the RoPE that is analysed is {2}; expected a table of its own", rope->second, source.ropeName));
}

Expected<ScalingTable> tableFor(const ImportedTable& file, const Source& source)
{
    const auto isOfRope = [rope = provenanceText(source.ropeName)](const ImportedTable& table) {
        const auto name = table.provenance.find("rope");
        return name != table.provenance.end() && name->second == rope;
    };
    const auto other = std::ranges::find_if(file.others, isOfRope);
    if (!file.others.empty() && other == file.others.end() && !isOfRope(file)) {
        const auto nameOf = [](const ImportedTable& table) { return table.provenance.at("rope"); };
        return inputError(
            Sentence::of("the tables are for {1}, {2}, and the RoPE that is analysed is {3}; expected a file with one table, or one for it",
                nameOf(file), namesOf(file.others, nameOf), (source.ropeName.empty() ? "main" : provenanceText(source.ropeName))));
    }
    const ImportedTable& own = other == file.others.end() ? file : *other;
    return checkIsFor(own, source).map([&] { return own.table; });
}

Expected<void> validate(const ScalingTable& table, const std::string& where)
{
    constexpr std::size_t mostFactors = 65536;
    if (table.factors.empty() || table.factors.size() > mostFactors) {
        return inputError(
            where + ": " + Sentence::of("{1} factors; expected 1 to 65536, one a dimension", std::to_string(table.factors.size())));
    }
    for (std::size_t i = 0; i < table.factors.size(); ++i) {
        if (!(table.factors[i] > 0.0)) { // infinite: a dimension that never turns
            return inputError(where + ": "
                + Sentence::of("the factor of dimension {1} is {2}; expected a number greater than 0", std::to_string(i),
                    exactText(table.factors[i])));
        }
    }
    if (!std::isfinite(table.attentionFactor) || table.attentionFactor <= 0.0) {
        return inputError(where + ": "
            + Sentence::of("attention_factor is {1}; expected a finite number greater than 0", exactText(table.attentionFactor)));
    }
    return {};
}

} // namespace rotascope
