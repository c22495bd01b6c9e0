// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"

#include "core/analysis/reason.h"
#include "core/analysis/second_readings.h"
#include "core/analysis/summary.h"
#include "core/files/escape.h"
#include "core/files/text_stream.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <numbers>

namespace rotascope::cli {
namespace {

template <class T> std::string orDash(const std::optional<T>& value)
{
    TextStream text;
    if (value) {
        text << std::setprecision(12) << *value;
    }
    return value ? text.str() : "-";
}

// "0-4, 6, 8-11"
std::string layerText(std::span<const int> layers)
{
    std::string text;
    for (std::size_t first = 0; first < layers.size();) {
        std::size_t last = first;
        while (last + 1 < layers.size() && layers[last + 1] == layers[last] + 1) {
            ++last;
        }
        text += (text.empty() ? "" : ", ") + std::to_string(layers[first]) + (last > first ? "-" + std::to_string(layers[last]) : "");
        first = last + 1;
    }
    return text;
}

std::string windowText(const RopeConfig& rope)
{
    return rope.window ? ", sliding window of " + std::to_string(*rope.window) + " positions" : "";
}

// How far a mean lies below (or above) that of linear interpolation, e.g. "-72.1 %".
std::string againstLinear(const TableSummary& summary)
{
    if (!summary.ratioToLinear) {
        return "-";
    }
    TextStream text;
    text << std::showpos << std::fixed << std::setprecision(1) << 100 * (*summary.ratioToLinear - 1) << " %";
    return text.str();
}

void writeReadings(std::ostream& out, const SecondReadings& readings)
{
    out << std::setw(8) << fixed(100 * readings.unseenShare, 2) << " %" << std::setw(10) << fixed(readings.greatest, 5) << std::setw(5)
        << static_cast<std::size_t>(readings.greatestAt);
    if (!readings.isOfAngles) {
        out << "\n";
        return;
    }
    out << std::setw(9) << readings.neverTurning << std::setw(8) << orDash(readings.reach) << std::setw(9) << fixed(readings.near, 5)
        << std::setw(9) << fixed(readings.far, 5) << "\n";
}

void writeMethods(std::ostream& out, const Analysis& analysis)
{
    out << "\n"
        << std::left << std::setw(16) << "method" << std::right << std::setw(12) << "mean e-3" << std::setw(14) << "vs linear"
        << std::setw(12) << (analysis.source->encoding.rotates() ? "components" : "channels") << std::setw(10) << "unseen" << std::setw(10)
        << "greatest" << std::setw(5) << "at";
    if (analysis.source->encoding.rotates()) {
        out << std::setw(9) << "no turn" << std::setw(8) << "reach" << std::setw(9) << "near" << std::setw(9) << "far";
    }
    out << "\n";
    for (const MethodAnalysis& method : analysis.methods) {
        out << std::left << std::setw(16) << method.method->name << std::right;
        if (method.result) {
            TableSummary summary = summaryOf(analysis, *method.result);
            if (summary.interpolatedComponents && !analysis.source->encoding.rotates()) {
                *summary.interpolatedComponents /= 2; // a channel is no pair
            }
            out << std::setw(12) << fixed(1e3 * summary.meanDisturbance, 3) << " " << std::setw(13) << againstLinear(summary)
                << std::setw(12) << orDash(summary.interpolatedComponents);
            writeReadings(out, secondReadings(analysis, *method.result));
        } else {
            out << "  " << visibleText(method.unavailable.english()) << "\n";
        }
    }
}

// Heads, rows, buckets.
void writeChannels(std::ostream& out, const Analysis& analysis)
{
    const bool hasSlopes = analysis.source->encoding.kind == EncodingKind::Alibi;
    out << "\n"
        << std::setw(9) << (hasSlopes ? "head" : "channel") << std::setw(16) << (hasSlopes ? "slope" : "quantity") << std::setw(16)
        << nameOf(Choice::Extrapolation) << std::setw(16) << nameOf(Choice::Interpolation) << "  choice\n";
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        out << std::setw(9) << i << std::setw(16)
            << (hasSlopes                                                   ? shortText(analysis.source->rope.invFreq[i])
                       : analysis.source->encoding.kind == EncodingKind::T5 ? "bucket"
                                                                            : "row")
            << std::setw(16) << fixed(analysis.extrapolation->disturbance[i], 8) << std::setw(16)
            << fixed(analysis.interpolation->disturbance[i], 8) << "  " << nameOf(analysis.selected[i]) << "\n";
    }
}

void writeDimensions(std::ostream& out, const Analysis& analysis)
{
    out << "\n"
        << std::setw(9) << "dimension" << std::setw(16) << "wavelength" << std::setw(14) << "turns in L" << std::setw(16)
        << nameOf(Choice::Extrapolation) << std::setw(16) << nameOf(Choice::Interpolation) << "  choice\n";
    for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
        out << std::setw(9) << i << std::setw(16) << fixed(analysis.source->wavelength(i), 2) << std::setw(14)
            << fixed(analysis.turnsInPretraining(Dimension(i)), 3) << std::setw(16) << fixed(analysis.extrapolation->disturbance[i], 8)
            << std::setw(16) << fixed(analysis.interpolation->disturbance[i], 8) << "  " << nameOf(analysis.selected[i]) << "\n";
    }
}

// One RoPE at a time: the text of all RoPEs would take many times the memory of their numbers.
std::string frequenciesReport(const RopeList& list, const RopeFrequencies& one, std::optional<std::int64_t> length)
{
    TextStream out;
    out << "\nRoPE \"" << visibleText(one.name) << "\", rope_type " << visibleText(one.rope.ropeType) << ", base "
        << orDash(one.rope.ropeTheta);
    if (!one.layers.empty()) {
        out << ", layers " << layerText(one.layers);
    }
    out << windowText(one.rope);
    const std::int64_t of = length.value_or(one.rope.trainedLength().value_or(0));
    out << "\noriginal length " << orDash(one.rope.originalMaxPositionEmbeddings) << ", trained length " << orDash(one.rope.trainedLength())
        << "; "
        << (list.isRecorded ? "as it was recorded, whatever the length"
                            : "for a sequence of " + (of > 0 ? std::to_string(of) : "any number of") + " positions")
        << ":\n"
        << "attention factor " << shortText(one.own.attentionFactor) << ", softmax factor "
        << (one.own.softmaxFactor ? shortText(*one.own.softmaxFactor) : "not recorded") << "\n\n"
        << std::setw(9) << "dimension" << std::setw(18) << "inv_freq" << std::setw(14) << "factor" << std::setw(16) << "wavelength"
        << "\n";
    for (std::size_t i = 0; i < one.own.invFreq.size(); ++i) {
        const double frequency = one.own.invFreq[i];
        out << std::setw(9) << i << std::setw(18) << std::setprecision(9) << frequency << std::setw(14)
            << (one.own.factors.empty()                 ? "-"
                       : std::isinf(one.own.factors[i]) ? "frozen"
                                                        : shortText(one.own.factors[i]))
            << std::setw(16) << (frequency > 0.0 ? shortText(2 * std::numbers::pi / frequency) : "-") << "\n";
    }
    return out.str();
}

// Why the table disturbs those dimensions that it disturbs most.
void writeReasons(std::ostream& out, const Analysis& analysis)
{
    constexpr std::size_t most = 3;
    out << "\nmost disturbed by " << analysis.settings.method << "\n";
    const std::vector<Dimension> dimensions = byDisturbance(analysis);
    for (std::size_t i = 0; i < std::min(most, dimensions.size()); ++i) {
        out << std::setw(9) << dimensions[i].row() << "  " << fixed(analysis.chosen->disturbance[dimensions[i]], 8) << "  "
            << whyDisturbed(analysis, dimensions[i]) << "\n";
    }
}

} // namespace

std::string fixed(double value, int digits)
{
    TextStream text;
    text << std::fixed << std::setprecision(digits) << value;
    return text.str();
}

std::string enginesReport(std::span<const EngineEntry> engines)
{
    TextStream out;
    for (const EngineEntry& engine : engines) {
        out << std::left << std::setw(8) << visibleText(engine.info.name)
            << visibleText(engine.unavailable.empty() ? engine.info.device : "not available: " + engine.unavailable.english()) << "\n";
        if (!engine.chosenModule.empty()) {
            out << std::setw(8) << ""
                << "chosen by " << cudaModuleVariable << ": " << visibleText(engine.chosenModule) << "\n";
        }
    }
    return out.str();
}

std::string modelsReport(std::span<const Preset> presets)
{
    std::size_t width = 0;
    for (const Preset& preset : presets) {
        width = std::max(width, preset.rope.modelId.size());
    }
    TextStream out;
    out << std::left << std::setw(static_cast<int>(width)) << "id" << std::right << std::setw(14) << "rope_theta" << std::setw(12)
        << "rotary_dim" << std::setw(10) << "L" << std::setw(10) << "max"
        << "  rope_type\n";
    for (const Preset& preset : presets) {
        const RopeConfig& rope = preset.rope;
        out << std::left << std::setw(static_cast<int>(width)) << rope.modelId << std::right << std::setw(14) << orDash(rope.ropeTheta)
            << std::setw(12) << (preset.encoding.rotates() ? std::to_string(rope.rotaryDim) : "-") << std::setw(10)
            << orDash(rope.originalMaxPositionEmbeddings) << std::setw(10) << orDash(rope.maxPositionEmbeddings) << "  "
            << (preset.encoding.kind == EncodingKind::Rope ? std::string_view(rope.ropeType) : machineNameOfEncoding(preset.encoding.kind))
            << "\n";
    }
    return out.str();
}

std::string lintReport(const LintReport& report)
{
    TextStream out;
    out << visibleText(report.file) << "\n" << visibleText(report.summary.english()) << "\n\n";
    for (const Finding& finding : report.findings) {
        out << nameOf(finding.severity) << " [" << finding.rule << "] " << visibleText(finding.place) << ": "
            << visibleText(finding.reason.english()) << "\n    fix: " << visibleText(finding.fix.english()) << "\n";
    }
    out << (report.findings.empty() ? "No findings.\n\n" : "\n");
    for (const EngineReading& reading : report.engines) {
        out << std::left << std::setw(22) << reading.engine << std::setw(13) << nameOf(reading.outcome)
            << visibleText(reading.what.english()) << "  (" << reading.version << ", " << reading.known << ")\n";
    }
    return out.str();
}

std::string comparisonReport(const std::string& file, const std::string& other, std::span<const std::string> differences)
{
    TextStream out;
    out << visibleText(file) << "\n" << visibleText(other) << "\n\n";
    for (const std::string& difference : differences) {
        out << "differs  " << visibleText(difference) << "\n";
    }
    out << (differences.empty() ? "Both apply the same RoPE.\n" : "");
    return out.str();
}

std::string recordingReport(const std::string& file, const RecordingInfo& info)
{
    TextStream out;
    out << visibleText(file) << "\n"
        << "model      " << (info.modelId.empty() ? "-" : visibleText(info.modelId)) << "\n"
        << "producer   " << (info.producer.empty() ? "-" : visibleText(info.producer)) << "\n"
        << "created    " << (info.created.empty() ? "-" : visibleText(info.created)) << "\n"
        << "tokens     " << info.tokens << "\n"
        << "sequences  " << (info.sequenceOffsets.empty() ? "-" : std::to_string(info.sequenceOffsets.size() - 1)) << "\n"
        << "positions  "
        << (info.axes == 0          ? "not recorded"
                   : info.axes == 1 ? "one axis"
                                    : std::to_string(info.axes) + " axes")
        << (info.hasPositionCounts ? ", counted" : "") << "\n"
        << "distances  " << (info.hasDistanceCounts ? "counted" : "not counted") << "\n";
    for (const RecordedRope& recorded : info.ropes) {
        const RopeConfig& rope = recorded.rope;
        out << "RoPE \"" << visibleText(recorded.name) << "\": " << rope.dimensions() << " dimensions, rope_theta "
            << orDash(rope.ropeTheta) << ", rotary_dim " << rope.rotaryDim << ", L " << orDash(rope.originalMaxPositionEmbeddings)
            << ", max " << orDash(rope.maxPositionEmbeddings) << ", rope_type " << visibleText(rope.ropeType) << ", attention_factor "
            << rope.attentionFactor << ", angles "
            << (recorded.hasAngles               ? "recorded"
                       : recorded.hasAngleCounts ? "counted"
                                                 : "not recorded")
            << (recorded.hasUsage ? ", usage recorded" : "") << "\n";
    }
    return out.str();
}

void printFrequencies(std::ostream& out, const RopeList& list, std::span<const RopeFrequencies> ropes, std::optional<std::int64_t> length)
{
    out << visibleText(list.origin) << "\n";
    for (const RopeFrequencies& one : ropes) {
        out << frequenciesReport(list, one, length);
    }
    if (!list.unrotatedLayers.empty()) {
        out << "\nlayers " << layerText(list.unrotatedLayers) << " do not rotate\n";
    }
}

std::string headReport(const Analysis& analysis, const EngineInfo& engine, double milliseconds)
{
    TextStream out;
    const AnalysisSettings& settings = analysis.settings;
    out << visibleText(analysis.source->origin)
        << (analysis.source->isForSomeLayers() ? ", RoPE \"" + visibleText(analysis.source->ropeName) + "\"" : "")
        << windowText(analysis.source->rope) << "\n";
    if (!analysis.source->rope.modelId.empty() && analysis.source->rope.modelId != analysis.source->origin) {
        out << "model " << visibleText(analysis.source->rope.modelId) << "\n";
    }
    out << "L = " << settings.pretrainingLength << ", L′ = " << settings.targetLength << ", s = " << settings.scale()
        << ", b = " << settings.intervals << ", before: " << beforeText(settings) << "\n"
        << "disturbance: ";
    if (settings.farWeight) {
        out << "near + " << shortText(*settings.farWeight) << " far, chords of the unit circle, no divergence";
    } else {
        out << infoOf(settings.divergence).label;
        if (infoOf(settings.divergence).usesEpsilon) {
            out << ", epsilon " << settings.epsilon;
        }
    }
    out << (settings.weights.areEqual() ? "" : "; dimensions weighted by " + settings.weights.name);
    if (!engine.name.empty()) { // near and far ask none
        out << "; engine " << visibleText(engine.name) << " (" << visibleText(engine.device) << ")";
    }
    out << ", " << fixed(milliseconds, 1) << " ms\n";
    return out.str();
}

std::string analysisReport(const Analysis& analysis)
{
    TextStream out;
    out << headReport(analysis, analysis.engine, analysis.milliseconds);
    writeMethods(out, analysis);
    if (analysis.source->encoding.rotates()) {
        writeDimensions(out, analysis);
    } else {
        writeChannels(out, analysis);
    }
    writeReasons(out, analysis);
    return out.str();
}

} // namespace rotascope::cli
