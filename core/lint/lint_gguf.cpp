// SPDX-License-Identifier: GPL-3.0-or-later
// The traps of a GGUF model in llama.cpp.
#include "core/lint/engine_versions.h"
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

std::string typeText(const GgufRope& model)
{
    return model.scalingType.empty() ? "not stated" : model.scalingType;
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
                "llama.cpp loads it for the architecture " + model.architecture + " but does not use it: the model runs unscaled",
                "remove it"});
        } else if (isThere && !isOneOf(usedForSomeLayers) && std::ranges::find(taken, name) == taken.end()) {
            findings.push_back({Severity::Error, "tensor-not-taken", std::string(name),
                "the architecture " + model.architecture + " with rope.scaling.type " + typeText(model)
                    + " does not ask for this tensor: llama.cpp refuses the model (\"wrong number of tensors\") or ignores it",
                taken.empty() ? "remove it; this architecture takes no factors" : "use " + std::string(taken.front())});
        }
    }
}

void checkLongrope(const GgufRope& model, std::vector<Finding>& findings)
{
    if (model.scalingType == "longrope" && !model.ropeFactorsLong && !model.ropeFactorsShort) {
        findings.push_back({Severity::Error, "lists-dropped", model.architecture + ".rope.scaling.type",
            "it is longrope, but there are no factors: the conversion has dropped the table, and the model runs unscaled",
            "remove the type and write the table: rotascope-cli export --format gguf --into model.gguf"});
    }
    if (model.ropeFactorsLong && model.ropeFactorsShort && *model.ropeFactorsLong != *model.ropeFactorsShort) {
        const auto length = model.rope.originalMaxPositionEmbeddings.value_or(0);
        findings.push_back({Severity::Warning, "unequal-lists", std::string(ropeFactorsLongTensor),
            "the long and the short factors differ: the long ones are for every sequence if the context is over " + std::to_string(length)
                + ", else the short ones",
            "choose the context for the texts that come"});
    }
    if (model.ropeFactorsLong.has_value() != model.ropeFactorsShort.has_value()) {
        findings.push_back({Severity::Error, "missing-list", std::string(ropeFactorsLongTensor),
            "only one of the long and the short factors is there", "write both"});
    }
}

void checkScaling(const GgufRope& model, std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const std::string place = model.architecture + ".rope.scaling.type";
    if (std::ranges::find(knownTypes, type) == knownTypes.end()) {
        findings.push_back(
            {Severity::Error, "unknown-type", place, "it is \"" + type + "\", which llama.cpp stops at", "none, linear, yarn or longrope"});
    }
    if (!model.rope.scaling.factors.empty() && (type == "linear" || type == "yarn") && model.rope.scaling.factor.value_or(1.0) != 1.0) {
        findings.push_back({Severity::Warning, "scaled-twice", place,
            type + " and the tensor " + std::string(model.ropeFreqs ? ropeFreqsTensor : ropeFactorsLongTensor)
                + " are both applied: the angles are divided by the product of both",
            "keep it if the model is to be extended beyond the factors that it was trained with; else remove the type"});
    }
}

// What llama.cpp fills in, and what it does not read.
void checkParameters(const GgufRope& model, std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const std::string place = model.architecture + ".rope.scaling.";
    if ((type == "yarn" || type == "linear") && !model.statesFactor && model.rope.scaling.factor.value_or(1.0) == 1.0) {
        findings.push_back({Severity::Warning, "missing-factor", place + "factor",
            type + " is stated without a factor: llama.cpp runs factor 1, so that nothing is scaled",
            "state the factor, or remove the type"});
    }
    if (type == "yarn" && !model.statesOriginalLength) {
        findings.push_back({Severity::Warning, "missing-original-length", place + "original_context_length",
            "it is not stated: the ramp is made at context_length = " + std::to_string(model.rope.maxPositionEmbeddings.value_or(0)),
            "state the length of pre-training"});
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
            "llama.cpp does not read for the architecture " + model.architecture + ": " + namesOf(unread), "do not count on them"});
    }
}

// Linear and yarn, as llama.cpp runs them.
std::string scalingText(const GgufRope& model)
{
    const RopeConfig& rope = model.rope;
    std::string text = model.scalingType + ", factor " + shortText(rope.scaling.factor.value_or(1.0));
    if (model.scalingType == "yarn") {
        text += ", ramp at " + std::to_string(rope.originalMaxPositionEmbeddings.value_or(0));
    }
    return text;
}

// All that is stated of the magnitude together.
std::string magnitudeText(const GgufRope& model)
{
    RopeConfig rope = model.rope;
    rope.scaling.factor = rope.scaling.factor.value_or(1.0);
    const auto own = transformersScaling(rope, rope.trainedLength().value_or(1));
    const double magnitude = own ? own->attentionFactor : rope.attentionFactor;
    const double softmax = softmaxFactorOf(rope);
    const bool isByMultiplier = model.yarnLogMultiplier && readsYarnLogMultiplier(model.architecture);
    return (magnitude == 1.0 && model.scalingType != "yarn" ? "" : ", attention magnitude " + shortText(magnitude))
        + (isByMultiplier ? " by yarn_log_multiplier " + shortText(*model.yarnLogMultiplier) : "")
        + (softmax == 1.0 ? "" : ", and the softmax's scale x " + shortText(softmax));
}

// What llama.cpp does in layers with a sliding window that have a RoPE of their own.
std::string slidingText(const GgufRope& model)
{
    const RopeConfig& rope = *model.sliding;
    std::string text = (model.slidingTheta ? "rope.freq_base_swa " : "base ") + shortText(rope.ropeTheta.value_or(0.0));
    if (!model.slidingTheta && rope.ropeTheta != model.rope.ropeTheta) {
        text += ", which its code fills in";
    }
    return text + (rope.ropeType == "default" ? ", unscaled" : ", scaled as the others");
}

EngineReading llamaCpp(const GgufRope& model, const std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const auto has = [&](std::string_view rule) { return std::ranges::find(findings, rule, &Finding::rule) != findings.end(); };
    EngineReading reading{"llama.cpp", Outcome::Applied, {}, readFrom::llamaCpp, "read"};
    if (has("missing-list")) {
        reading.outcome = Outcome::Refused;
        reading.what = "the long or the short factors are missing";
    } else if (has("tensor-not-taken") || has("unknown-type")) {
        reading.outcome = Outcome::Refused;
        reading.what = has("unknown-type") ? "the rope.scaling.type is not known" : "a tensor that it did not ask for";
    } else if (has("tensor-unused")) {
        reading.outcome = Outcome::Ignored;
        reading.what = "unscaled: it loads the factors, but this architecture does not use them";
    } else if (has("lists-dropped")) {
        reading.outcome = Outcome::Ignored;
        reading.what = "unscaled: the factors of longrope are not in the file";
    } else {
        reading.what = model.ropeFreqs || model.ropeFactorsLong ? "divides the angles by the file's factors"
            : type.empty() || type == "none"                    ? "unscaled"
                                                                : scalingText(model);
        if (has("scaled-twice")) {
            reading.what += ", and on top " + scalingText(model);
        }
        reading.what += magnitudeText(model);
        if (model.sliding) {
            reading.what += "; in layers with a sliding window " + slidingText(model);
        }
    }
    return reading;
}

} // namespace

LintReport lint(const GgufRope& model, const std::string& name)
{
    LintReport report{.file = name, .summary = {}, .engines = {}, .findings = {}};
    report.summary = model.architecture + ", rope.scaling.type " + typeText(model) + ", rope.freq_base "
        + shortText(model.rope.ropeTheta.value_or(0.0)) + ", " + std::to_string(model.rope.dimensions())
        + " dimensions, context_length = " + std::to_string(model.rope.maxPositionEmbeddings.value_or(0));
    if (!model.scalingType.empty() && model.scalingType != "none") {
        const auto& factor = model.rope.scaling.factor;
        const bool isStated = model.statesFactor || factor.value_or(1.0) != 1.0;
        report.summary += ", factor " + (isStated && factor ? shortText(*factor) : std::string("not stated")) + ", original_context_length "
            + (model.statesOriginalLength ? std::to_string(model.rope.originalMaxPositionEmbeddings.value_or(0)) : "not stated");
    }
    if (const auto ramp = llama3RampOf(model.rope, model.rope.scaling.factors); ramp && model.ropeFreqs) {
        report.summary += "; rope_freqs: " + textOf(*ramp);
    }
    if (model.sliding) {
        report.summary += "; layers with a sliding window of " + std::to_string(*model.slidingWindow) + ": " + slidingText(model);
    } else if (model.slidingTheta) {
        report.summary += "; rope.freq_base_swa " + shortText(*model.slidingTheta);
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
