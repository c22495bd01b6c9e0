// SPDX-License-Identifier: GPL-3.0-or-later
// The traps of a GGUF model in llama.cpp.
#include "core/lint/lint.h"
#include "core/lint/stated_rope.h"
#include "core/scaling/llama3_ramp.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

// Beside factorTensorsOf(): architectures whose loader asks for factors, but which use them for some layers alone, or not at all.
constexpr std::array usedForSomeLayers = {"dflash", "eagle3", "gemma4", "gemma4-assistant", "granitehybrid", "granite_swa", "step35"};
constexpr std::array askedForButUnused = {"cogvlm", "falcon-h1", "llada", "pangu-embedded"};
constexpr std::array knownTypes = {"", "none", "linear", "yarn", "longrope"};

bool readsLogMultiplier(const GgufRope& model)
{
    return model.architecture == "deepseek2" || model.architecture == "mistral3";
}

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
    if (model.ropeFreqs && (type == "linear" || type == "yarn")) {
        findings.push_back({Severity::Warning, "scaled-twice", place,
            type + " and the tensor " + std::string(ropeFreqsTensor) + " are both applied", "keep one of them"});
    }
}

// What llama.cpp fills in, and what it does not read.
void checkParameters(const GgufRope& model, std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const std::string place = model.architecture + ".rope.scaling.";
    if ((type == "yarn" || type == "linear") && !model.rope.scaling.factor) {
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
    if (model.yarnLogMultiplier && !readsLogMultiplier(model)) {
        unread.emplace_back("yarn_log_multiplier (deepseek2 and mistral3 read it)");
    }
    if (!unread.empty()) {
        findings.push_back({Severity::Warning, "unread-key", place + "yarn_*",
            "llama.cpp does not read for the architecture " + model.architecture + ": " + namesOf(unread), "do not count on them"});
    }
}

// As llama.cpp runs it: 1 + 0.1 ln factor for yarn.
std::string scalingText(const GgufRope& model)
{
    const double factor = model.rope.scaling.factor.value_or(1.0);
    std::string text = model.scalingType + ", factor " + shortText(factor);
    if (model.scalingType != "yarn") {
        return text;
    }
    text += ", ramp at " + std::to_string(model.rope.originalMaxPositionEmbeddings.value_or(0));
    if (model.yarnLogMultiplier && readsLogMultiplier(model)) {
        return text + ", attention magnitude by yarn_log_multiplier " + shortText(*model.yarnLogMultiplier);
    }
    return text + ", attention magnitude " + shortText(factor > 1.0 ? 1.0 + 0.1 * std::log(factor) : 1.0);
}

EngineReading llamaCpp(const GgufRope& model, const std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const auto has = [&](std::string_view rule) { return std::ranges::find(findings, rule, &Finding::rule) != findings.end(); };
    EngineReading reading{"llama.cpp", Outcome::Applied, {}, "llama-cpp-python 0.3.36", "read"};
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
            reading.what += ", and " + type + " on top";
        }
        if (model.rope.attentionFactor != 1.0) {
            reading.what += ", attention magnitude x " + shortText(model.rope.attentionFactor);
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
        report.summary += ", factor " + (factor ? shortText(*factor) : std::string("not stated")) + ", original_context_length "
            + (model.statesOriginalLength ? std::to_string(model.rope.originalMaxPositionEmbeddings.value_or(0)) : "not stated");
    }
    if (const auto ramp = llama3RampOf(model.rope, model.rope.scaling.factors); ramp && model.ropeFreqs) {
        report.summary += "; rope_freqs: " + textOf(*ramp);
    }
    if (model.slidingWindow && model.slidingTheta) {
        report.summary += "; layers with a sliding window of " + std::to_string(*model.slidingWindow) + ": rope.freq_base_swa "
            + shortText(*model.slidingTheta);
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
