// SPDX-License-Identifier: GPL-3.0-or-later
// The traps of a GGUF model in llama.cpp.
#include "core/lint/engine_versions.h"
#include "core/lint/format_names.h"
#include "core/lint/lint.h"
#include "core/lint/stated_rope.h"
#include "core/scaling/llama3_ramp.h"
#include "core/scaling/own_frequencies.h"
#include "core/scaling/transformers_scaling.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// Beside factorTensorsOf(), from the same sources (llama-cpp-python 0.3.36, src/models): architectures whose loader asks for factors, but
// which use them for some layers alone, or not at all.
constexpr std::array usedForSomeLayers = {"dflash", "eagle3", "gemma4", "gemma4-assistant", "granitehybrid", "granite_swa", "step35"};
constexpr std::array askedForButUnused = {"cogvlm", "falcon-h1", "llada", "pangu-embedded"};
constexpr std::array knownTypes = {"", "none", "linear", "yarn", "longrope"};

Sentence typeText(const GgufRope& model)
{
    return model.scalingType.empty() ? Sentence::of("not stated") : Sentence(model.scalingType);
}

// Which factors the loader makes room for; others are tensors that nobody asked for, which it refuses.
void checkTensors(const GgufRope& model, std::vector<Finding>& findings)
{
    std::vector<std::string_view> taken = factorTensorsOf(model.architecture);
    // Its loader asks for the lists in place of rope_freqs when the type says longrope.
    if (model.scalingType == "longrope" && !taken.empty()) {
        taken = {ropeFactorsLongTensor, ropeFactorsShortTensor};
    }
    const std::array<std::pair<std::string_view, bool>, 3> tensors = {{{ropeFreqsTensor, model.ropeFreqs.has_value()},
        {ropeFactorsLongTensor, model.ropeFactorsLong.has_value()}, {ropeFactorsShortTensor, model.ropeFactorsShort.has_value()}}};
    const auto isOneOf
        = [&](const auto& architectures) { return std::ranges::find(architectures, model.architecture) != architectures.end(); };
    for (const auto& [name, isThere] : tensors) {
        if (isThere && isOneOf(askedForButUnused)) {
            findings.push_back({Severity::Error, "tensor-unused", std::string(name),
                Sentence::of(
                    "llama.cpp loads it for the architecture {1} but does not use it: the model runs unscaled", model.architecture),
                Sentence::of("remove it")});
        } else if (isThere && !isOneOf(usedForSomeLayers) && std::ranges::find(taken, name) == taken.end()) {
            findings.push_back({Severity::Error, "tensor-not-taken", std::string(name),
                Sentence::of("the architecture {1} with rope.scaling.type {2} does not ask for this tensor: llama.cpp refuses the model "
                             "(\"wrong number of tensors\") or ignores it",
                    model.architecture, typeText(model)),
                taken.empty() ? Sentence::of("remove it; this architecture takes no factors")
                              : Sentence::of("use {1}", std::string(taken.front()))});
        }
    }
}

void checkLongrope(const GgufRope& model, std::vector<Finding>& findings)
{
    if (model.scalingType == "longrope" && !model.ropeFactorsLong && !model.ropeFactorsShort) {
        findings.push_back({Severity::Error, "lists-dropped", model.architecture + ".rope.scaling.type",
            Sentence::of("it is longrope, but there are no factors: the conversion has dropped the table, and the model runs unscaled"),
            Sentence::of("remove the type and export the table into a copy of the model, in the format {1}", formatName::gguf.both())});
    }
    if (model.ropeFactorsLong && model.ropeFactorsShort && *model.ropeFactorsLong != *model.ropeFactorsShort) {
        const auto length = model.rope.originalMaxPositionEmbeddings.value_or(0);
        findings.push_back({Severity::Warning, "unequal-lists", std::string(ropeFactorsLongTensor),
            Sentence::of("the long and the short factors differ: the long ones are for every sequence if the context is over {1}, else the "
                         "short ones",
                std::to_string(length)),
            Sentence::of("choose the context for the texts that come")});
    }
    if (model.ropeFactorsLong.has_value() != model.ropeFactorsShort.has_value()) {
        findings.push_back({Severity::Error, "missing-list", std::string(ropeFactorsLongTensor),
            Sentence::of("only one of the long and the short factors is there"), Sentence::of("write both")});
    }
}

void checkScaling(const GgufRope& model, std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const std::string place = model.architecture + ".rope.scaling.type";
    if (std::ranges::find(knownTypes, type) == knownTypes.end()) {
        findings.push_back({Severity::Error, "unknown-type", place, Sentence::of("it is \"{1}\", which llama.cpp stops at", type),
            Sentence::of("none, linear, yarn or longrope")});
    }
    if (!model.rope.scaling.factors.empty() && (type == "linear" || type == "yarn") && model.rope.scaling.factor.value_or(1.0) != 1.0) {
        findings.push_back({Severity::Warning, "scaled-twice", place,
            Sentence::of("{1} and the tensor {2} are both applied: the angles are divided by the product of both", type,
                std::string(model.ropeFreqs ? ropeFreqsTensor : ropeFactorsLongTensor)),
            Sentence::of("keep it if the model is to be extended beyond the factors that it was trained with; else remove the type")});
    }
}

// What llama.cpp fills in, and what it does not read.
void checkParameters(const GgufRope& model, std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const std::string place = model.architecture + ".rope.scaling.";
    if ((type == "yarn" || type == "linear") && !model.statesFactor && model.rope.scaling.factor.value_or(1.0) == 1.0) {
        findings.push_back({Severity::Warning, "missing-factor", place + "factor",
            Sentence::of("{1} is stated without a factor: llama.cpp runs factor 1, so that nothing is scaled", type),
            Sentence::of("state the factor, or remove the type")});
    }
    if (type == "yarn" && !model.statesOriginalLength) {
        findings.push_back({Severity::Warning, "missing-original-length", place + "original_context_length",
            Sentence::of(
                "it is not stated: the ramp is made at context_length = {1}", std::to_string(model.rope.maxPositionEmbeddings.value_or(0))),
            Sentence::of("state the length of pre-training")});
    }
    std::vector<std::string> unread;
    if (model.yarnAttnFactor && model.architecture != "grok") {
        unread.emplace_back("yarn_attn_factor (only grok reads it)");
    }
    if (model.yarnLogMultiplier && !readsYarnLogMultiplier(model.architecture)) {
        unread.emplace_back("yarn_log_multiplier (deepseek2, deepseek32 and mistral3 read it)");
    }
    if (model.statesBetas && !readsYarnBetas(model.architecture)) {
        unread.emplace_back("yarn_beta_fast and yarn_beta_slow (grok and mistral3 read them; else 32 and 1)");
    }
    if (!unread.empty()) {
        findings.push_back({Severity::Warning, "unread-key", place + "yarn_*",
            Sentence::of("llama.cpp does not read for the architecture {1}: {2}", model.architecture, namesOf(unread)),
            Sentence::of("do not count on them")});
    }
}

// Linear and yarn, as llama.cpp runs them.
Sentence scalingText(const GgufRope& model)
{
    const RopeConfig& rope = model.rope;
    Sentence text = Sentence::of("{1}, factor {2}", model.scalingType, shortText(rope.scaling.factor.value_or(1.0)));
    if (model.scalingType == "yarn") {
        text += Sentence::of(", ramp at {1}", std::to_string(rope.originalMaxPositionEmbeddings.value_or(0)));
    }
    return text;
}

// All that is stated of the magnitude together.
Sentence magnitudeText(const GgufRope& model)
{
    RopeConfig rope = model.rope;
    rope.scaling.factor = rope.scaling.factor.value_or(1.0);
    const auto own = transformersScaling(rope, rope.trainedLength().value_or(1));
    const double magnitude = own ? own->attentionFactor : rope.attentionFactor;
    const double softmax = softmaxFactorOf(rope);
    const bool isByMultiplier = model.yarnLogMultiplier && readsYarnLogMultiplier(model.architecture);
    Sentence text;
    if (magnitude != 1.0 || model.scalingType == "yarn") {
        text += Sentence::of(", attention magnitude {1}", shortText(magnitude));
    }
    if (isByMultiplier) {
        text += Sentence::of(" by yarn_log_multiplier {1}", shortText(*model.yarnLogMultiplier));
    }
    return softmax == 1.0 ? text : text + Sentence::of(", and the softmax's scale x {1}", shortText(softmax));
}

// What llama.cpp does in layers with a sliding window that have a RoPE of their own.
Sentence slidingText(const GgufRope& model)
{
    const RopeConfig& rope = *model.sliding;
    const std::string base = shortText(rope.ropeTheta.value_or(0.0));
    Sentence text = model.slidingTheta ? Sentence("rope.freq_base_swa " + base) : Sentence::of("base {1}", base);
    if (!model.slidingTheta && rope.ropeTheta != model.rope.ropeTheta) {
        text += Sentence::of(", which its code fills in");
    }
    return text + (rope.ropeType == "default" ? Sentence::of(", unscaled") : Sentence::of(", scaled as the others"));
}

EngineReading llamaCpp(const GgufRope& model, const std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const auto has = [&](std::string_view rule) { return std::ranges::find(findings, rule, &Finding::rule) != findings.end(); };
    EngineReading reading{"llama.cpp", Outcome::Applied, {}, readFrom::llamaCpp, "read"};
    if (has("missing-list")) {
        reading.outcome = Outcome::Refused;
        reading.what = Sentence::of("the long or the short factors are missing");
    } else if (has("tensor-not-taken") || has("unknown-type")) {
        reading.outcome = Outcome::Refused;
        reading.what
            = has("unknown-type") ? Sentence::of("the rope.scaling.type is not known") : Sentence::of("a tensor that it did not ask for");
    } else if (has("tensor-unused")) {
        reading.outcome = Outcome::Ignored;
        reading.what = Sentence::of("unscaled: it loads the factors, but this architecture does not use them");
    } else if (has("lists-dropped")) {
        reading.outcome = Outcome::Ignored;
        reading.what = Sentence::of("unscaled: the factors of longrope are not in the file");
    } else {
        reading.what = model.ropeFreqs || model.ropeFactorsLong ? Sentence::of("divides the angles by the file's factors")
            : type.empty() || type == "none"                    ? Sentence::of("unscaled")
                                                                : scalingText(model);
        if (has("scaled-twice")) {
            reading.what += Sentence::of(", and on top {1}", scalingText(model));
        }
        reading.what += magnitudeText(model);
        if (model.sliding) {
            reading.what += Sentence::of("; in layers with a sliding window {1}", slidingText(model));
        }
    }
    return reading;
}

} // namespace

LintReport lint(const GgufRope& model, const std::string& name)
{
    LintReport report{.file = name, .summary = {}, .engines = {}, .findings = {}};
    report.summary = Sentence::of("{1}, rope.scaling.type {2}, rope.freq_base {3}, {4} dimensions, context_length = {5}",
        model.architecture, typeText(model), shortText(model.rope.ropeTheta.value_or(0.0)), std::to_string(model.rope.dimensions()),
        std::to_string(model.rope.maxPositionEmbeddings.value_or(0)));
    if (!model.scalingType.empty() && model.scalingType != "none") {
        const auto& factor = model.rope.scaling.factor;
        const bool isStated = model.statesFactor || factor.value_or(1.0) != 1.0;
        report.summary += Sentence::of(", factor {1}, original_context_length {2}",
            (isStated && factor ? Sentence(shortText(*factor)) : Sentence::of("not stated")),
            (model.statesOriginalLength ? Sentence(std::to_string(model.rope.originalMaxPositionEmbeddings.value_or(0)))
                                        : Sentence::of("not stated")));
    }
    if (const auto ramp = llama3RampOf(model.rope, model.rope.scaling.factors); ramp && model.ropeFreqs) {
        report.summary += Sentence::of("; rope_freqs: {1}", textOf(*ramp));
    }
    if (model.sliding) {
        report.summary
            += Sentence::of("; layers with a sliding window of {1}: {2}", std::to_string(*model.slidingWindow), slidingText(model));
    } else if (model.slidingTheta) {
        report.summary += Sentence::of("; rope.freq_base_swa {1}", shortText(*model.slidingTheta));
    }
    checkTensors(model, report.findings);
    checkLongrope(model, report.findings);
    checkScaling(model, report.findings);
    checkParameters(model, report.findings);
    std::ranges::stable_sort(report.findings, {}, &Finding::severity);
    report.engines.push_back(llamaCpp(model, report.findings));
    return report;
}

} // namespace rotascope
