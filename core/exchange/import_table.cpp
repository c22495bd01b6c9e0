// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/usage_weights.h"
#include "core/exchange/export_format.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/csv_table.h"
#include "core/exchange/tables/factor_list.h"
#include "core/files/random_access_file.h"
#include "core/files/text.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope {
namespace {

constexpr std::size_t headBytes = 16384; // behind all that a table may say of how it was made

// Told by what the file is, not by how it is named. What no format recognises is read as a CSV table: the message then says what is wrong
// with its first line.
const ExportFormat& formatOf(std::string_view head)
{
    const auto found = std::ranges::find_if(exportFormats(), [head](const ExportFormat* format) { return format->recognises(head); });
    return found == exportFormats().end() ? csvFormat : **found;
}

std::string_view textIn(const Provenance& provenance, const char* name)
{
    const auto found = provenance.find(name);
    return found == provenance.end() ? std::string_view() : std::string_view(found->second);
}

// A file that says what was before and no measure was made when there were only positions.
void takeMeasure(const Provenance& provenance, AnalysisSettings& settings, const Source& source)
{
    const std::string_view measure = textIn(provenance, "measure");
    if (measure.empty() && !textIn(provenance, "before").empty()) {
        settings.counting = {};
        settings.farWeight.reset();
    }
    if (const auto weight = numberOf(textIn(provenance, "far_weight"));
        measure == "near-far" && weight && *weight >= 0.0 && *weight <= maxFarWeight) {
        settings.farWeight = weight; // of the measure near-far; any other takes it away again
    }
    const std::int64_t window = wholeNumberIn(textIn(provenance, "window"), 0, maxContextLength).value_or(0);
    if (const BeforeKind before = settings.before; offersMeasure(source, measure)) {
        settings = withMeasure(settings, measure, window, source).value_or(settings);
        settings.before = settings.counting.counting == Counting::Positions && !settings.farWeight ? before : settings.before;
    }
    const std::string_view weights = textIn(provenance, "weights");
    if (weights == equalWeights) {
        settings.weights = {};
    } else if (areOfUsage(weights)) {
        settings.weights = usageWeightsOf(source, layersOfUsage(weights)).value_or(settings.weights);
    }
}

void takeParameters(const Provenance& provenance, AnalysisSettings& settings, const Source& source)
{
    MethodParameters found;
    if (const Expected<DimensionRange> band = dimensionRangeOf(textIn(provenance, "band"))) {
        found.band = *band;
    }
    if (const auto clipped = wholeNumberIn(textIn(provenance, "clipped"), 0, maxContextLength)) {
        found.clipped = static_cast<std::size_t>(*clipped);
    }
    if (validate(found, source.rope.dimensions())) {
        settings.parameters = found;
    }
}

} // namespace

Expected<ImportedTable> readScalingTable(const std::filesystem::path& file)
{
    const std::string head = headOf(file, headBytes);
    return looksLikeFactorList(head) ? readAndParse(file, parseFactorList) : formatOf(head).read(file);
}

AnalysisSettings withSettingsOf(const Provenance& provenance, AnalysisSettings settings, const Source& source)
{
    const auto textOf = [&](const char* name) { return textIn(provenance, name); };
    const auto wholeOf = [&](const char* name, std::int64_t least, std::int64_t most, std::int64_t otherwise) {
        return wholeNumberIn(textOf(name), least, most).value_or(otherwise);
    };
    settings.pretrainingLength = wholeOf("pretraining_length", 1, maxContextLength, settings.pretrainingLength);
    settings.targetLength = wholeOf("target_length", 1, maxContextLength, settings.targetLength);
    settings.intervals = static_cast<std::uint32_t>(wholeOf("bins", minIntervals, maxIntervals, settings.intervals));
    settings.divergence = findDivergence(textOf("divergence")).value_or(settings.divergence);
    settings.epsilon = numberOf(textOf("epsilon")).value_or(settings.epsilon);
    const auto* const before = std::ranges::find(allBeforeKinds, textOf("before"), machineNameOf);
    if (before != allBeforeKinds.end() && offers(source, *before)) {
        settings.before = *before;
    }
    takeParameters(provenance, settings, source);
    takeMeasure(provenance, settings, source);
    return settings;
}

} // namespace rotascope
