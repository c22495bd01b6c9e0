// SPDX-License-Identifier: GPL-3.0-or-later
// Each function is one engine, as its sources read. Every sentence is for a person who wants to know what the model will do there.
#include "core/lint/engine_readings.h"

#include "core/lint/engine_versions.h"
#include "core/model/layered_classes.h"
#include "core/rope/rope_types.h"
#include "core/scaling/own_frequencies.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

constexpr double sameMagnitude = 1e-6; // relative; configurations round theirs

struct Reading {
    Outcome outcome;
    Sentence what;
};

bool differ(double a, double b)
{
    return std::abs(a - b) > sameMagnitude * std::abs(b);
}

bool hasUnequalLists(const StatedRope& stated)
{
    return stated.rope.scaling.shortFactor != stated.rope.scaling.longFactor;
}

Reading applied(const StatedRope& stated)
{
    if (stated.rope.ropeType == "default") {
        return {Outcome::Applied, Sentence::of("unscaled")};
    }
    const double softmax = softmaxFactorOf(stated.rope);
    return {Outcome::Applied,
        Sentence::of("{1}, attention magnitude {2}", stated.rope.ropeType, shortText(stated.magnitude()))
            + (softmax == 1.0 ? Sentence() : Sentence::of(", and the softmax's scale x {1}", shortText(softmax)))};
}

// An engine that has its own magnitude for yarn, whatever is stated of it.
Reading yarnWithMagnitude(const StatedRope& stated, double magnitude, const Sentence& why)
{
    if (!differ(magnitude, stated.magnitude())) {
        return applied(stated);
    }
    return {Outcome::Differently,
        Sentence::of("{1}: attention magnitude {2} (Transformers: {3})", why, shortText(magnitude), shortText(stated.magnitude()))};
}

// Types that Transformers 5.23 knows and 4.57.6 (its CONFIG_MAPPING) does not: it refuses the model, whatever its RoPE. Text models alone.
bool isNewerThanTransformers4(const std::string& modelType)
{
    constexpr std::array<std::string_view, 53> types = {"afmoe", "axk1", "axk2", "bailing_hybrid", "beam", "cohere2_moe", "cohere_compass",
        "cwm", "deepseek_v32", "deepseek_v4", "diffusion_gemma", "dots3_note", "embedding_gemma2", "eurobert", "exaone_moe", "gemma4",
        "gemma4_text", "gemma4_unified", "glm46v", "glm4_moe_lite", "glm5_next", "glm_moe_dsa", "granite_swa", "granitemoe_swa",
        "hunyuan_vl", "hy_v3", "hy_v4", "internlm3", "jais2", "kimi_linear", "laguna", "lfm2_moe", "lfm3", "mellum", "mimo_v2_flash",
        "minicpm3", "minimax_m2", "minimax_m3_vl", "ministral3", "mistral4", "mistral_large4", "nanochat", "nemotron_h", "neomme",
        "nomic_bert", "olmo_hybrid", "qwen4_exp", "qwen3_5_text", "solar_open", "step3p5", "t5gemma2", "youtu", "zaya"};
    const auto isKnown = [&types](std::string_view type) { return std::ranges::find(types, type) != types.end(); };
    return isKnown(modelType) || (modelType.ends_with("_text") && isKnown(std::string_view(modelType).substr(0, modelType.size() - 5)))
        || modelType.starts_with("qwen3_5");
}

// Model types whose code in mlx-lm 0.32.2 (mlx_lm/models) reads rope_parameters.
bool readsNewFormInMlx(const std::string& modelType)
{
    constexpr std::array<std::string_view, 14> types = {"exaone_moe", "gemma4_text", "glm_moe_dsa", "granitemoehybrid", "laguna", "lfm2",
        "lfm2_moe", "mellum", "minimax_m3_vl", "ministral3", "mistral4", "olmo_hybrid", "qwen3", "qwen3_5_text"};
    return std::ranges::find(types, modelType) != types.end();
}

// Engines that derive the magnitude of longrope from max / original, whatever attention_factor says.
// One list is taken where the other is meant, too: the frequencies differ at some lengths.
Reading ratioMagnitude(const StatedRope& stated, const Sentence& lists, double magnitude)
{
    const bool other = differ(magnitude, stated.magnitude());
    const Sentence what = other
        ? Sentence::of("{1}, attention magnitude {2} from the lengths' ratio; attention_factor is not read (Transformers: {3})", lists,
            shortText(magnitude), shortText(stated.magnitude()))
        : Sentence::of("{1}, attention magnitude {2}", lists, shortText(magnitude));
    return {other || hasUnequalLists(stated) ? Outcome::Differently : Outcome::Applied, what};
}

Reading noNewForm(const StatedRope& stated)
{
    const double theta = stated.rope.ropeTheta.value_or(0.0);
    const bool losesTheta = !stated.statesOnTop("rope_theta") && theta != 10000.0;
    if (stated.rope.ropeType == "default" && !losesTheta) {
        return {Outcome::Applied, Sentence::of("unscaled")};
    }
    return {Outcome::Ignored,
        losesTheta
            ? Sentence::of("rope_parameters is not read: unscaled, and with its default rope_theta in place of {1}", shortText(theta))
            : Sentence::of("rope_parameters is not read: unscaled")};
}

// Multi-head latent attention: vLLM's and SGLang's DeepSeek code, which most such models run in, calls any scaling deepseek_yarn.
// MiniCPM3 has code of its own.
bool isDeepSeekAttention(const StatedRope& stated)
{
    return stated.rope.isLatentAttention && stated.rope.modelType != "minicpm3";
}

// Models whose pairs are neighbouring components, read in vLLM 0.33 and SGLang 0.5.9. The longrope of both turns component i with i + d/2:
// it stops at some of them, and turns the wrong pairs of others.
bool turnsNeighbours(const StatedRope& stated)
{
    constexpr std::array<std::string_view, 7> types = {"cohere", "cohere2", "ernie4_5", "ernie4_5_moe", "glm", "glm4", "gptj"};
    const auto isInterleaved = stated.top->find("rotary_emb_interleaved"); // nomic_bert
    return std::ranges::find(types, stated.rope.modelType) != types.end() || (isInterleaved != stated.top->end() && *isInterleaved == true);
}

bool isUnreadForm(const StatedRope& stated)
{
    return !stated.hasLegacyForm && stated.top->contains("rope_parameters");
}

Reading transformers5(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (stated.statesNullType()) {
        return {Outcome::Refused, Sentence::of("the type is null, which it stops at (KeyError: None)")};
    }
    if (stated.rope.modelType == "nomic_bert" && stated.statesOnTop("rotary_emb_base") && stated.rope.ropeTheta != 1000.0) {
        return {
            Outcome::Differently, "its class does not read rotary_emb_base: base 1000; with trust_remote_code the model's own code does"};
    }
    if (const Sentence reason = type == "longrope" ? whyNoTable(stated.rope.modelType) : Sentence(); !reason.empty()) {
        return {Outcome::Refused, reason};
    }
    if (type != "default" && !stated.isNested && needsObjectForEach(stated.rope.modelType)) {
        return {Outcome::Refused,
            Sentence::of("its class stops at a scaling that is not in rope_parameters for each kind of layers (KeyError)")};
    }
    if (stated.writtenType() == "su" && !stated.states("original_max_position_embeddings")) {
        return {Outcome::Refused, Sentence::of("for the type su it needs original_max_position_embeddings beside the lists")};
    }
    if (type == "longrope" && (stated.rope.scaling.longFactor.empty() || stated.rope.scaling.shortFactor.empty())) {
        return {Outcome::Refused, Sentence::of("longrope needs short_factor and long_factor")};
    }
    if (type == "longrope"
        && (stated.rope.scaling.longFactor.size() != stated.rope.dimensions()
            || stated.rope.scaling.shortFactor.size() != stated.rope.dimensions())) {
        return {Outcome::Refused, Sentence::of("it refuses to load lists of another length than d/2")};
    }
    Reading reading = applied(stated);
    if (type == "longrope" && hasUnequalLists(stated)) {
        reading.what += Sentence::of(
            "; short_factor up to {1} positions, long_factor beyond, switched while it runs", shortText(stated.originalLength()));
    } else if (type == "dynamic") {
        reading.what += Sentence::of("; no effect up to {1} positions, then more with every longer sequence", shortText(stated.length()));
    }
    return reading;
}

Reading transformers4(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (isNewerThanTransformers4(stated.rope.modelType)) {
        return {Outcome::Refused, Sentence::of("4.57.6 does not know the model type {1}", stated.rope.modelType)};
    }
    if (stated.isNested || isUnreadForm(stated)) {
        return noNewForm(stated);
    }
    if (type == "proportional") {
        return {Outcome::Refused, Sentence::of("the rope_type proportional came with version 5")};
    }
    const std::string& model = stated.rope.modelType;
    if (type != "default" && (model == "phi3" || model == "phi4_multimodal")
        && (!stated.states("type") || stated.parameters->size() != 3)) {
        return {Outcome::Refused, Sentence::of("its Phi-3 takes type, short_factor and long_factor, and nothing else beside them")};
    }
    if (type != "default" && (model == "olmo" || model == "olmo2") && (!stated.states("type") || stated.parameters->size() != 2)) {
        return {Outcome::Refused, Sentence::of("its OLMo takes type and factor, and nothing else beside them")};
    }
    if (type == "yarn" && stated.states("original_max_position_embeddings") && stated.rope.scaling.factor
        && differ(*stated.rope.scaling.factor, stated.ratio())) {
        return {Outcome::Differently,
            Sentence::of("some versions take max / original = {1} in place of the factor", shortText(stated.ratio()))};
    }
    if (type == "longrope" && !stated.statesOnTop("original_max_position_embeddings")) {
        return stated.states("factor")
            ? Reading{Outcome::Differently,
                Sentence::of(
                    "original_max_position_embeddings is read on top only: long_factor beyond {1} positions", shortText(stated.length()))}
            : Reading{Outcome::Refused, Sentence::of("it needs original_max_position_embeddings on top, or a factor")};
    }
    Reading reading = transformers5(stated);
    if (type == "llama3" && reading.outcome == Outcome::Applied) {
        reading.what += Sentence::of("; versions before 4.43 refuse it");
    }
    return reading;
}

// What vLLM serves unless it is told otherwise: the stated length, not the scaled one.
Sentence servedText(const StatedRope& stated)
{
    const std::optional<double> scaled = stated.unservedLength();
    return scaled ? Sentence::of("; it serves max_position_embeddings = {1} positions (max_model_len), not {2}", shortText(stated.length()),
               shortText(*scaled))
                  : Sentence();
}

Reading vllm(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (type == "dynamic") {
        return stated.states("alpha") ? Reading{Outcome::Differently, Sentence::of("not dynamic: NTK with alpha, at every length")}
            : stated.states("max_trained_positions")
            ? Reading{Outcome::Differently, Sentence::of("not dynamic: NTK for the full length, at every length")}
            : Reading{Outcome::Ignored,
                Sentence::of("0.33 without max_trained_positions multiplies the base by 1: unscaled, and no position beyond {1}",
                    shortText(stated.length()))};
    }
    if (type == "longrope" && isDeepSeekAttention(stated)) {
        return {Outcome::Ignored, Sentence::of("its code for latent attention takes every scaling for yarn and does not read the lists")};
    }
    if (type == "longrope" && stated.states("mrope_section")) {
        return {Outcome::Refused, Sentence::of("its longrope does not take positions of several axes")};
    }
    if (type == "longrope" && turnsNeighbours(stated)) {
        return {Outcome::Refused,
            Sentence::of("its longrope turns the halves of a head against each other, and this model neighbouring components")};
    }
    if (type == "longrope" && !stated.states("original_max_position_embeddings")
        && !stated.statesOnTop("original_max_position_embeddings")) {
        return {Outcome::Refused, Sentence::of("longrope needs original_max_position_embeddings")};
    }
    if (type == "yarn" && !stated.states("original_max_position_embeddings") && !stated.statesOnTop("original_max_position_embeddings")) {
        return {Outcome::Refused, Sentence::of("yarn needs original_max_position_embeddings")};
    }
    if (type == "longrope") {
        const char* const key = stated.ratio() > 1.0 ? "long_mscale" : "short_mscale"; // goes with the list that is taken
        const nlohmann::json magnitude = stated.states(key) ? (*stated.parameters)[key] : nlohmann::json();
        return ratioMagnitude(stated,
            hasUnequalLists(stated)
                ? Sentence::of("long_factor for all sequences if max_model_len is over {1}", shortText(stated.originalLength()))
                : Sentence::of("the table"),
            magnitude.is_number() ? magnitude.get<double>() : stated.magnitudeOfRatio());
    }
    if (type == "proportional") {
        return {Outcome::Differently, Sentence::of("newer versions alone, and without factor")};
    }
    Reading reading = applied(stated);
    if (type == "yarn" && !isDeepSeekAttention(stated) && differ(stated.defaultMagnitude(), stated.magnitude())) {
        reading.what += Sentence::of("; versions before 0.33 (September 2026) have {1}", shortText(stated.defaultMagnitude()));
    }
    if (type == "yarn" || type == "linear") {
        reading.what += servedText(stated);
    }
    return reading;
}

// What SGLang serves (get_context_length): the scaled length, unless the file states the one before or the type is llama3.
Sentence servedBySglang(const StatedRope& stated)
{
    const double factor = stated.rope.scaling.factor.value_or(1.0);
    const bool isMultiplied = !stated.isNested && stated.rope.ropeType != "llama3" && !stated.states("original_max_position_embeddings");
    if (isMultiplied && factor > 1.0) {
        return Sentence::of("; it serves factor x max_position_embeddings = {1} positions", shortText(factor * stated.length()));
    }
    const std::optional<double> scaled = stated.unservedLength();
    return scaled
        ? Sentence::of("; it serves max_position_embeddings = {1} positions, not {2}", shortText(stated.length()), shortText(*scaled))
        : Sentence();
}

Reading sglang(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (stated.writtenType() == "su") {
        return {Outcome::Refused, Sentence::of("it does not know the rope_type su")};
    }
    if (type == "dynamic" && !stated.states("alpha")) {
        return {Outcome::Differently,
            Sentence::of("not dynamic: NTK for factor x max_position_embeddings = {1} positions, at every length",
                shortText(stated.rope.scaling.factor.value_or(1.0) * stated.length()))};
    }
    if (type == "linear") {
        Reading reading = applied(stated);
        reading.what += servedBySglang(stated);
        return reading;
    }
    if (type == "yarn") {
        RopeConfig withoutFactor = stated.rope;
        withoutFactor.scaling.attentionFactor = {};
        StatedRope read = stated;
        read.rope = withoutFactor;
        Reading reading
            = yarnWithMagnitude(stated, read.magnitude(), Sentence::of("attention_factor is not read; attn_factor and mscale are"));
        reading.what += servedBySglang(stated);
        return reading;
    }
    Reading reading = vllm(stated);
    const bool runs = reading.outcome == Outcome::Applied || reading.outcome == Outcome::Differently;
    if (type == "longrope" && runs && hasUnequalLists(stated)) {
        reading.outcome = Outcome::Differently;
        reading.what = Sentence::of(
            "long_factor for a whole batch as soon as one of its sequences is longer than {1}", shortText(stated.originalLength()));
    }
    return reading;
}

Reading mlx(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    const bool isPhi3 = stated.architecture().starts_with("Phi3");
    if ((stated.isNested || isUnreadForm(stated)) && !readsNewFormInMlx(stated.rope.modelType)) {
        return noNewForm(stated);
    }
    if (stated.writtenType() == "su" && !isPhi3) {
        return {Outcome::Refused, Sentence::of("it does not know the rope_type {1}", stated.writtenType())};
    }
    if (stated.states("type") && stated.states("rope_type") && (*stated.parameters)["type"] != (*stated.parameters)["rope_type"]) {
        return {Outcome::Differently, Sentence::of("it takes type, not rope_type")};
    }
    if (type == "yarn" && stated.rope.scaling.truncate == false) {
        return {Outcome::Differently, Sentence::of("truncate is not read: the correction range is rounded")};
    }
    if (isPhi3 && type != "default" && !stated.states("type")) {
        return {Outcome::Refused, Sentence::of("its Phi-3 needs the key type, not rope_type")};
    }
    if (type == "longrope" && !isPhi3 && !stated.states("original_max_position_embeddings")) {
        return {Outcome::Refused, Sentence::of("it needs original_max_position_embeddings within rope_scaling")};
    }
    if (type == "longrope") {
        return ratioMagnitude(stated, hasUnequalLists(stated) ? Sentence::of("long_factor at every length") : Sentence::of("the table"),
            stated.magnitudeOfRatio());
    }
    if (type == "yarn" && !stated.states("original_max_position_embeddings")) {
        return {Outcome::Differently, Sentence::of("an original length of 4096, because none is stated")};
    }
    if (type == "yarn") { // mscale and mscale_all_dim are read, each for itself
        const double factor = stated.rope.scaling.factor.value_or(1.0);
        const auto magnitude = [factor](double mscale) { return factor <= 1.0 ? 1.0 : 0.1 * mscale * std::log(factor) + 1.0; };
        return yarnWithMagnitude(stated,
            magnitude(stated.rope.scaling.mscale.value_or(1.0)) / magnitude(stated.rope.scaling.mscaleAllDim.value_or(0.0)),
            Sentence::of("attention_factor is not read"));
    }
    return applied(stated);
}

Reading exllamav2(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (stated.isNested || isUnreadForm(stated)) {
        return noNewForm(stated);
    }
    if (stated.states("type") && stated.states("rope_type")) {
        return {Outcome::Refused, Sentence::of("it stops where both type and rope_type are stated")};
    }
    if (type == "default") {
        return applied(stated);
    }
    const bool known = type == "llama3" ? stated.states("rope_type")
                                        : (type == "linear" || type == "longrope" || type == "yarn") && stated.states("type");
    if (!known) {
        return {Outcome::Ignored, Sentence::of("it reads llama3 under rope_type, and linear, longrope and yarn under type: unscaled")};
    }
    if (type == "longrope" && !stated.statesOnTop("original_max_position_embeddings")) {
        return {Outcome::Refused, Sentence::of("it needs original_max_position_embeddings on top")};
    }
    if (type == "longrope") {
        return ratioMagnitude(stated, Sentence::of("long_factor if its max_seq_len is over {1}", shortText(stated.originalLength())),
            stated.magnitudeOfRatio());
    }
    if (type == "yarn") {
        return {Outcome::Differently, Sentence::of("only where its max_seq_len is over the original length, and with that in the ramp")};
    }
    return applied(stated);
}

Reading exllamav3(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (stated.writtenType() == "dynamic") { // Hunyuan's as well
        return {Outcome::Refused, Sentence::of("it does not know the rope_type dynamic")};
    }
    if (type == "yarn" && stated.states("original_max_position_embeddings") && stated.rope.scaling.factor
        && differ(*stated.rope.scaling.factor, stated.ratio())) {
        const Sentence what = Sentence::of("max / original = {1} in place of the factor", shortText(stated.ratio()));
        return stated.ratio() == 1.0 ? Reading{Outcome::Ignored, Sentence::of("{1}: unscaled", what)} : Reading{Outcome::Differently, what};
    }
    if (type == "yarn" && stated.rope.scaling.queryScaleBeta.value_or(0.0) != 0.0 && !stated.rope.scaling.attentionFactor) {
        return yarnWithMagnitude(stated, 1.0, Sentence::of("where llama_4_scaling_beta is stated it has no magnitude"));
    }
    if (type == "yarn" && !stated.rope.isLatentAttention && !stated.rope.scaling.attentionFactor) {
        return yarnWithMagnitude(stated, stated.defaultMagnitude(), Sentence::of("mscale and mscale_all_dim are read for DeepSeek alone"));
    }
    if (type == "longrope") {
        return ratioMagnitude(stated,
            hasUnequalLists(stated) && stated.ratio() <= 1.0 ? Sentence::of("short_factor at every length")
                                                             : Sentence::of("long_factor at every length"),
            stated.magnitudeOfRatio());
    }
    return applied(stated);
}

Reading tensorRt(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (stated.writtenType() == "su" || type == "proportional") {
        return {Outcome::Refused, Sentence::of("it does not know the rope_type {1}", stated.writtenType())};
    }
    if (type == "dynamic") {
        return stated.states("alpha") ? Reading{Outcome::Differently, Sentence::of("it reads alpha alone, the same at every length")}
                                      : Reading{Outcome::Ignored, Sentence::of("it reads alpha, not factor: unscaled")};
    }
    if (type == "yarn" && stated.rope.scaling.attentionFactor) {
        return yarnWithMagnitude(stated, stated.defaultMagnitude(), Sentence::of("attention_factor is not read"));
    }
    if (type == "longrope") {
        return ratioMagnitude(stated, Sentence::of("long_factor if its max_seq_len is over {1}", shortText(stated.originalLength())),
            stated.magnitudeOfRatio());
    }
    return applied(stated);
}

Reading onnx(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (type == "default") {
        return applied(stated);
    }
    if (stated.isNested || isUnreadForm(stated)) {
        return noNewForm(stated);
    }
    if (type == "longrope" && stated.architecture().starts_with("Phi")) {
        return stated.ratio() == 1.0
            ? Reading{Outcome::Ignored, Sentence::of("its Phi builder reads the lists only where max and original lengths differ")}
            : ratioMagnitude(stated, Sentence::of("short_factor, then long_factor"), stated.magnitudeOfRatio());
    }
    if (type == "llama3") {
        return stated.statesOnTop("original_max_position_embeddings")
            ? applied(stated)
            : Reading{
                Outcome::Differently, Sentence::of("the original length is read on top only, else it is {1}", shortText(stated.length()))};
    }
    return {Outcome::Ignored, Sentence::of("only its Phi builders read lists, and none reads {1}: unscaled", type)};
}

Reading llamaCpp(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    const std::string architecture = stated.architecture();
    const bool takesLists = architecture.starts_with("Phi3") || architecture.starts_with("MiniCPM");
    if (type == "longrope" && !takesLists) {
        return {Outcome::Ignored, Sentence::of("the converter writes the type without the factors: unscaled, silently")};
    }
    if (type == "longrope") {
        return ratioMagnitude(stated,
            hasUnequalLists(stated)
                ? Sentence::of("long_factor for all sequences if the context is over {1}", shortText(stated.originalLength()))
                : Sentence::of("the table"),
            stated.magnitudeOfRatio());
    }
    if (type == "dynamic" || type == "proportional") {
        return {Outcome::Ignored, Sentence::of("the converter writes nothing of {1}: unscaled", type)};
    }
    // The classes of its converter (conversion/*.py in llama-cpp-python 0.3.36) that write rope_freqs.
    constexpr std::array<std::string_view, 10> writeFactors
        = {"Apertus", "Arcee", "Deci", "Exaone", "Granite", "Llama", "Mistral", "Mllama", "Nanbeige", "SmolLM3"};
    const auto isArchitecture = [&architecture](std::string_view name) { return architecture.starts_with(name); };
    if (type == "llama3" && !architecture.empty() && std::ranges::none_of(writeFactors, isArchitecture)) {
        return {Outcome::Ignored, Sentence::of("its converter writes no rope_freqs for {1}: unscaled", architecture)};
    }
    if (type == "llama3" && !stated.statesOnTop("original_max_position_embeddings") && stated.originalLength() != 8192) {
        return {Outcome::Differently, Sentence::of("the original length is read on top only, else it is 8192")};
    }
    const ScalingParameters& own = stated.rope.scaling;
    if (type == "yarn" && own.truncate == false) {
        return {Outcome::Differently, Sentence::of("truncate is not written: the correction range is rounded")};
    }
    if (type != "yarn") {
        return applied(stated);
    }
    // Which of YaRN's parameters the converter writes and the model's code reads.
    const bool isMistral3 = stated.rope.modelType == "ministral3" || stated.rope.modelType == "mistral4";
    const bool readsMscale = stated.rope.isLatentAttention || isMistral3;
    const bool hasOtherBetas = own.betaFast.value_or(32.0) != 32.0 || own.betaSlow.value_or(1.0) != 1.0;
    if (hasOtherBetas && !isMistral3) {
        return {Outcome::Differently, Sentence::of("beta_fast and beta_slow are not written: 32 and 1")};
    }
    if (!readsMscale || own.attentionFactor) {
        return yarnWithMagnitude(stated, stated.defaultMagnitude(), Sentence::of("attention_factor and mscale have no effect there"));
    }
    return applied(stated);
}

// These read the file by themselves; the others, and llama.cpp's converter, let Transformers do it.
bool missesClassScaling(std::string_view engine, const StatedRope& stated)
{
    constexpr std::array<std::string_view, 5> readers = {"mlx-lm", "ExLlamaV2", "ExLlamaV3", "TensorRT-LLM", "ONNX Runtime GenAI"};
    return stated.isOfClass && stated.rope.ropeType != "default" && std::ranges::find(readers, engine) != readers.end();
}

Reading withoutClassScaling(std::string_view engine, const StatedRope& stated)
{
    if (engine == "mlx-lm" && stated.rope.modelType == "ministral3") {
        return {Outcome::Refused, Sentence::of("it needs rope_parameters")};
    }
    return {Outcome::Ignored, Sentence::of("it does not know the scaling that Transformers' class fills in: unscaled")};
}

// Of a type that Transformers does not know.
Reading ofOtherType(std::string_view engine, const std::string& type)
{
    const auto isOneOf = [&type](std::initializer_list<std::string_view> types) { return std::ranges::find(types, type) != types.end(); };
    const bool isYarn = isOneOf({"deepseek_yarn", "telechat3-yarn"});
    if (engine == "vLLM" && std::ranges::find(otherRopeTypes, type) != otherRopeTypes.end()) {
        return {Outcome::Differently, Sentence::of("it knows the type {1}, Transformers does not", type)};
    }
    if (engine == "SGLang" && isOneOf({"deepseek_yarn", "ntk", "mllama4"})) {
        return {Outcome::Differently, Sentence::of("it knows the type {1}, Transformers does not", type)};
    }
    if (engine == "mlx-lm" && isYarn) {
        return {Outcome::Differently, Sentence::of("as yarn; Transformers does not know the type")};
    }
    if (engine == "ExLlamaV2" || engine == "ONNX Runtime GenAI" || engine == "llama.cpp, converted") {
        return {Outcome::Ignored, Sentence::of("it does not know the type {1}: unscaled", type)};
    }
    return {Outcome::Refused, Sentence::of("it does not know the type {1}", type)};
}

// A nomic_bert in its own form with rotary_scaling_factor. The code that the model brings along does what the file states; nothing else
// does. Of the other engines it is not known.
std::vector<EngineReading> nomicsReadings(const StatedRope& stated)
{
    const std::string length = std::to_string(stated.rope.scaling.growsBeyond.value_or(0));
    const Sentence own = Sentence::of("with trust_remote_code the model's own code grows the base beyond {1} positions", length);
    return {{"Transformers 5", Outcome::Ignored,
                Sentence::of("its class reads neither rotary_emb_base nor rotary_scaling_factor: unscaled, with base 1000; {1}", own),
                readFrom::transformers5, "run"},
        {"Transformers 4", Outcome::Applied, Sentence::of("{1}; it has no class of its own", own), readFrom::transformers4, "read"},
        {"vLLM", Outcome::Ignored, Sentence::of("rotary_scaling_factor is not read: unscaled, and no position beyond {1}", length),
            Sentence::of("sources of 2026"), "read"},
        {"llama.cpp, converted", Outcome::Ignored, Sentence::of("its converter writes no scaling: unscaled"), readFrom::llamaCpp, "read"}};
}

} // namespace

Sentence whyNoTable(std::string_view modelType)
{
    // Of Transformers 5.23: found when a table was merged into every model type that it saves.
    constexpr std::array<std::string_view, 3> fixed = {"codegen", "esm", "gptj"};
    constexpr std::array<std::string_view, 8> refusing = {"cosmos3_edge", "cosmos3_edge_text", "dots3_note", "dots3_note_text",
        "embedding_gemma2", "embedding_gemma2_text", "ernie4_5_vl_moe", "ernie4_5_vl_moe_text"};
    if (std::ranges::find(fixed, modelType) != fixed.end()) {
        return Sentence::of("its code makes sines and cosines of its own, whatever the configuration says");
    }
    return std::ranges::find(refusing, modelType) != refusing.end() ? Sentence::of("its code stops at the rope_type longrope") : Sentence();
}

std::vector<EngineReading> engineReadings(const StatedRope& stated)
{
    if (stated.rope.scaling.growsBeyond) {
        return nomicsReadings(stated);
    }
    const bool isOther = std::ranges::find(transformersRopeTypes, stated.rope.ropeType) == transformersRopeTypes.end();
    struct Engine {
        std::string_view name;
        std::string_view version;
        std::string_view known;
        Reading (*read)(const StatedRope&);
    };
    constexpr std::array<Engine, 10> engines = {{{"Transformers 5", readFrom::transformers5, "run", transformers5},
        {"Transformers 4", readFrom::transformers4, "run", transformers4}, {"vLLM", readFrom::vllm, "run", vllm},
        {"SGLang", readFrom::sglang, "run", sglang}, {"mlx-lm", readFrom::mlxLm, "run", mlx},
        {"ExLlamaV2", readFrom::others, "read", exllamav2}, {"ExLlamaV3", readFrom::exllamaV3, "run", exllamav3},
        {"TensorRT-LLM", readFrom::others, "read", tensorRt}, {"ONNX Runtime GenAI", readFrom::others, "read", onnx},
        {"llama.cpp, converted", readFrom::llamaCpp, "read", llamaCpp}}};
    std::vector<EngineReading> readings;
    for (const Engine& engine : engines) {
        const Reading reading = isOther               ? ofOtherType(engine.name, stated.rope.ropeType)
            : missesClassScaling(engine.name, stated) ? withoutClassScaling(engine.name, stated)
                                                      : engine.read(stated);
        const Sentence version = engine.version == readFrom::others ? Sentence::label(engine.version) : Sentence(engine.version);
        readings.push_back({engine.name, reading.outcome, reading.what, version, engine.known});
    }
    return readings;
}

} // namespace rotascope
