// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/rope_flags.h"

#include "core/exchange/gguf/gguf_model.h"
#include "core/lint/format_names.h"
#include "core/scaling/method.h"
#include "core/scaling/own_frequencies.h"
#include "core/scaling/transformers_scaling.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace rotascope {
namespace {

constexpr double precision = 1e-6; // relative; float32 has 6e-8, and a base is raised to a power

bool isSame(double a, double b)
{
    return std::abs(a - b) <= precision * std::abs(b);
}

// Model types whose lists llama.cpp's converter writes.
bool keepsLists(std::string_view modelType)
{
    constexpr std::array<std::string_view, 4> types = {"", "minicpm3", "phi3", "phimoe"}; // "": the lists stand in a GGUF file
    return std::ranges::find(types, modelType) != types.end();
}

bool hasTensor(const RopeConfig& model)
{
    return (model.ropeType == "llama3" && isTrainedScaling(model)) || (model.ropeType == "longrope" && keepsLists(model.modelType));
}

// The factors that the flags must give, as those of the tensor are applied beside them: shape [D], 0 where the tensor freezes the
// dimension.
Expected<std::vector<double>> factorsForFlags(const RopeConfig& model, const ScalingTable& written, const FileRope& file)
{
    const std::vector<double> standard = standardInvFreq(file.ropeTheta, file.rotaryDim);
    std::vector<double> factors(standard.size(), 0.0);
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (model.invFreq[i] != 0.0 && !isSame(model.invFreq[i], standard[i])) {
            return inputError(Sentence::of("inv_freq[{1}] is not rope_theta^(-2i/d), from which llama.cpp starts", std::to_string(i)));
        }
        const bool isFrozen = model.invFreq[i] == 0.0 || std::isinf(written.factors[i]);
        if (isFrozen != std::isinf(file.factors[i])) {
            return inputError(isFrozen ? Sentence::of("dimension {1} is frozen in the table, and not in the file", std::to_string(i))
                                       : Sentence::of("dimension {1} is frozen in the file alone", std::to_string(i)));
        }
        if (!isFrozen) {
            factors[i] = written.factors[i] / file.factors[i];
        }
    }
    return factors;
}

// One scale and one base: factor_i = scale (base / theta)^(2i/d).
RopeFlags scaleAndBase(const std::vector<double>& factors, const FileRope& file)
{
    RopeFlags flags{.scale = factors.front() > 0.0 ? factors.front() : 1.0, .ropeTheta = file.ropeTheta};
    const auto last = std::ranges::find_if(factors.rbegin(), factors.rend(), [](double factor) { return factor > 0.0; });
    const auto index = static_cast<double>(factors.rend() - last - 1);
    if (index > 0.0 && !isSame(*last, flags.scale)) {
        flags.ropeTheta *= std::pow(*last / flags.scale, file.rotaryDim / (2.0 * index));
    }
    return flags;
}

// With the largest factor as the scale, which all but a ramp without an end have.
std::vector<RopeFlags> yarnsToTry(const RopeConfig& model, double scale, double theta, std::int64_t pretrainingLength)
{
    std::vector<RopeFlags> candidates;
    for (const std::int64_t length : {pretrainingLength, model.originalMaxPositionEmbeddings.value_or(pretrainingLength)}) {
        RopeFlags flags{.isYarn = true, .scale = scale, .ropeTheta = theta, .originalContext = length};
        candidates.push_back(flags);
        flags.betaFast = nonZeroOr(model.scaling.betaFast, flags.betaFast);
        flags.betaSlow = nonZeroOr(model.scaling.betaSlow, flags.betaSlow);
        candidates.push_back(flags);
    }
    return candidates;
}

std::vector<RopeFlags> flagsToTry(const RopeConfig& model, const std::vector<double>& factors, const FileRope& file,
    std::int64_t pretrainingLength, std::int64_t targetLength)
{
    std::vector<RopeFlags> candidates = {scaleAndBase(factors, file)};
    if (model.ropeType == "longrope") {
        return candidates; // which of its lists is used hangs on the flag that yarn needs
    }
    const double ratio = static_cast<double>(targetLength) / static_cast<double>(pretrainingLength);
    for (const double scale : {std::ranges::max(factors), ratio, model.scaling.factor.value_or(ratio)}) {
        std::ranges::move(yarnsToTry(model, scale, file.ropeTheta, pretrainingLength), std::back_inserter(candidates));
    }
    return candidates;
}

// What llama.cpp multiplies beside yarn, or derives from other keys, flags cannot undo.
Expected<RopeFlags> withMagnitude(RopeFlags flags, const RopeConfig& model, const ScalingTable& written, const FileRope& file)
{
    const bool hasMultiplier = model.scaling.mscaleAllDim.value_or(0.0) != 0.0;
    if (hasMultiplier && (flags.isYarn || (model.isLatentAttention && flags.scale != 1.0))) {
        return inputError(Sentence::of("the model states mscale_all_dim (yarn_log_multiplier), by which llama.cpp changes the magnitude or "
                                       "the softmax whenever there is a scale"));
    }
    if (!flags.isYarn) {
        flags.attentionFactor = isSame(written.attentionFactor, file.magnitude) ? 1.0 : written.attentionFactor / file.magnitude;
        return flags;
    }
    if (const double magnitude = magnitudeOf(flags, file); !isSame(magnitude, written.attentionFactor)) {
        return inputError(Sentence::of("the attention factor is {1}, and beside yarn llama.cpp has {2} whatever --yarn-attn-factor says",
            shortText(written.attentionFactor), shortText(magnitude)));
    }
    return flags;
}

} // namespace

Expected<FileRope> fileRopeOf(const RopeConfig& model, std::int64_t context)
{
    if (!model.ropeTheta) {
        return inputError(Sentence::of("rope_theta is not known"));
    }
    FileRope file{.ropeTheta = *model.ropeTheta,
        .rotaryDim = model.rotaryDim,
        .factors = model.scaling.factors,
        .magnitude = model.scaling.magnitude.value_or(1.0)};
    if (hasTensor(model)) {
        const Expected<ScalingTable> own = transformersScaling(model, context);
        if (!own) {
            return tl::unexpected(own.error());
        }
        file.factors = own->factors;
        file.magnitude = own->attentionFactor;
    }
    if (file.factors.empty()) {
        file.factors.assign(model.dimensions(), 1.0);
    }
    for (std::size_t i = 0; i < model.dimensions(); ++i) {
        if (model.invFreq[i] == 0.0) { // the converter writes rope_freqs for them (Gemma 4)
            file.factors[i] = std::numeric_limits<double>::infinity();
        }
    }
    return file;
}

std::vector<double> invFreqOf(const RopeFlags& flags, const FileRope& file)
{
    std::vector<double> invFreq = standardInvFreq(flags.ropeTheta, file.rotaryDim);
    std::vector<double> factors(invFreq.size(), flags.scale);
    if (flags.isYarn) {
        const RopeConfig rope{.ropeTheta = flags.ropeTheta,
            .rotaryDim = file.rotaryDim,
            .ropeType = "yarn",
            .scaling = {.betaFast = flags.betaFast, .betaSlow = flags.betaSlow},
            .invFreq = invFreq};
        const MethodInput input{
            .rope = rope, .pretrainingLength = flags.originalContext, .targetLength = flags.originalContext, .factor = flags.scale};
        factors
            = findMethod("yarn").and_then([&](const Method* yarn) { return yarn->make(input); }).value_or(ScalingTable{factors}).factors;
    }
    for (std::size_t i = 0; i < invFreq.size(); ++i) {
        invFreq[i] /= factors[i] * file.factors[i];
    }
    return invFreq;
}

double magnitudeOf(const RopeFlags& flags, const FileRope& file)
{
    const double ofType = flags.isYarn ? 1.0 + 0.1 * std::log(std::max(flags.scale, 1.0)) : flags.attentionFactor;
    return ofType * file.magnitude;
}

bool areSameFrequencies(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::ranges::equal(a, b, isSame);
}

Expected<RopeFlags> ropeFlagsFor(
    const RopeConfig& model, const ScalingTable& written, const FileRope& file, std::int64_t pretrainingLength, std::int64_t targetLength)
{
    return factorsForFlags(model, written, file).and_then([&](const std::vector<double>& factors) -> Expected<RopeFlags> {
        const std::vector<RopeFlags> candidates = flagsToTry(model, factors, file, pretrainingLength, targetLength);
        const std::vector<double> wanted = extendedInvFreq(model.invFreq, written);
        const auto found
            = std::ranges::find_if(candidates, [&](const RopeFlags& flags) { return areSameFrequencies(invFreqOf(flags, file), wanted); });
        if (found == candidates.end()) {
            return inputError(
                Sentence::of("flags can say one scale and one base for all dimensions, or yarn as llama.cpp computes it from the base, and "
                             "this table is neither; the format {1} can: it writes every factor into a copy of the model",
                    formatName::gguf.both()));
        }
        return withMagnitude(*found, model, written, file);
    });
}

} // namespace rotascope
