// SPDX-License-Identifier: GPL-3.0-or-later
// The traps of a GGUF model in llama.cpp.
#include "core/lint/lint.h"
#include "core/lint/stated_rope.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// Beside factorTensorsOf(): architectures whose loader asks for factors, but which use them for some layers alone, or not at all.
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
    if (model.ropeFreqs && (type == "linear" || type == "yarn")) {
        findings.push_back({Severity::Warning, "scaled-twice", place,
            type + " and the tensor " + std::string(ropeFreqsTensor) + " are both applied", "keep one of them"});
    }
}

EngineReading llamaCpp(const GgufRope& model, const std::vector<Finding>& findings)
{
    const std::string& type = model.scalingType;
    const auto has = [&](std::string_view rule) { return std::ranges::find(findings, rule, &Finding::rule) != findings.end(); };
    EngineReading reading{"llama.cpp", Outcome::Applied, {}};
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
                                                                : type;
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
    checkTensors(model, report.findings);
    checkLongrope(model, report.findings);
    checkScaling(model, report.findings);
    std::ranges::stable_sort(report.findings, {}, &Finding::severity);
    report.engines.push_back(llamaCpp(model, report.findings));
    return report;
}

} // namespace rotascope
