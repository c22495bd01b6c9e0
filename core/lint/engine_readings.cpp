// SPDX-License-Identifier: GPL-3.0-or-later
// Each function is one engine, as its sources read. Every sentence is for a person who wants to know what the model will do there.
#include "core/lint/engine_readings.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

constexpr double sameMagnitude = 1e-6; // relative; configurations round theirs

struct Reading {
    Outcome outcome;
    std::string what;
};

bool differ(double a, double b)
{
    return std::abs(a - b) > sameMagnitude * std::abs(b);
}

bool hasUnequalLists(const StatedRope& stated)
{
    return stated.rope.scaling.shortFactor != stated.rope.scaling.longFactor;
}

std::string magnitudeText(double magnitude)
{
    return "attention magnitude " + shortText(magnitude);
}

Reading applied(const StatedRope& stated)
{
    if (stated.rope.ropeType == "default") {
        return {Outcome::Applied, "unscaled"};
    }
    return {Outcome::Applied, stated.rope.ropeType + ", " + magnitudeText(stated.magnitude())};
}

// Engines that derive the magnitude of longrope from max / original, whatever attention_factor says.
Reading ratioMagnitude(const StatedRope& stated, std::string lists, double magnitude)
{
    const bool other = differ(magnitude, stated.magnitude());
    const std::string what = std::move(lists) + ", " + magnitudeText(magnitude)
        + (other ? " from the lengths' ratio; attention_factor is not read (Transformers: " + shortText(stated.magnitude()) + ")" : "");
    return {other ? Outcome::Differently : Outcome::Applied, what};
}

Reading noNewForm(const StatedRope& stated)
{
    const double theta = stated.rope.ropeTheta.value_or(0.0);
    const bool losesTheta = !stated.statesOnTop("rope_theta") && theta != 10000.0;
    if (stated.rope.ropeType == "default" && !losesTheta) {
        return {Outcome::Applied, "unscaled"};
    }
    return {Outcome::Ignored,
        "rope_parameters is not read: unscaled" + (losesTheta ? ", and with its default rope_theta in place of " + shortText(theta) : "")};
}

// Multi-head latent attention: vLLM's and SGLang's DeepSeek code, which most such models run in, calls any scaling deepseek_yarn.
// MiniCPM3 has code of its own.
bool isDeepSeekAttention(const StatedRope& stated)
{
    return stated.rope.isLatentAttention && stated.rope.modelType != "minicpm3";
}

// Models whose pairs are neighbouring components. The longrope of vLLM and SGLang turns component i with i + d/2: it stops at some of
// them, and turns the wrong pairs of others.
bool turnsNeighbours(const StatedRope& stated)
{
    constexpr std::array<std::string_view, 7> types = {"cohere", "cohere2", "ernie4_5", "ernie4_5_moe", "glm", "glm4", "gptj"};
    return std::ranges::find(types, stated.rope.modelType) != types.end();
}

bool isUnreadForm(const StatedRope& stated)
{
    return !stated.hasLegacyForm && stated.top->contains("rope_parameters");
}

Reading transformers5(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (const std::string reason = type == "longrope" ? whyNoTable(stated.rope.modelType) : ""; !reason.empty()) {
        return {Outcome::Refused, reason};
    }
    if (stated.writtenType() == "su" && !stated.states("original_max_position_embeddings")) {
        return {Outcome::Refused, "for the type su it needs original_max_position_embeddings beside the lists"};
    }
    if (type == "longrope" && (stated.rope.scaling.longFactor.empty() || stated.rope.scaling.shortFactor.empty())) {
        return {Outcome::Refused, "longrope needs short_factor and long_factor"};
    }
    if (type == "longrope"
        && (stated.rope.scaling.longFactor.size() != stated.rope.dimensions()
            || stated.rope.scaling.shortFactor.size() != stated.rope.dimensions())) {
        return {Outcome::Refused, "it warns of the lists' length, then fails when the model runs"};
    }
    Reading reading = applied(stated);
    if (type == "longrope" && hasUnequalLists(stated)) {
        reading.what
            += "; short_factor up to " + shortText(stated.originalLength()) + " positions, long_factor beyond, switched while it runs";
    } else if (type == "dynamic") {
        reading.what += "; no effect up to " + shortText(stated.length()) + " positions, then more with every longer sequence";
    }
    return reading;
}

Reading transformers4(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (stated.isNested || isUnreadForm(stated)) {
        return noNewForm(stated);
    }
    if (type == "proportional") {
        return {Outcome::Refused, "the rope_type proportional came with version 5"};
    }
    const std::string& model = stated.rope.modelType;
    if (type != "default" && (model == "phi3" || model == "phi4_multimodal")
        && (!stated.states("type") || stated.parameters->size() != 3)) {
        return {Outcome::Refused, "its Phi-3 takes type, short_factor and long_factor, and nothing else beside them"};
    }
    if (type != "default" && (model == "olmo" || model == "olmo2") && (!stated.states("type") || stated.parameters->size() != 2)) {
        return {Outcome::Refused, "its OLMo takes type and factor, and nothing else beside them"};
    }
    if (type == "yarn" && stated.states("original_max_position_embeddings") && stated.rope.scaling.factor
        && differ(*stated.rope.scaling.factor, stated.ratio())) {
        return {Outcome::Differently, "some versions take max / original = " + shortText(stated.ratio()) + " in place of the factor"};
    }
    if (type == "longrope" && !stated.statesOnTop("original_max_position_embeddings")) {
        return stated.states("factor") ? Reading{Outcome::Differently,
                   "original_max_position_embeddings is read on top only: long_factor beyond " + shortText(stated.length()) + " positions"}
                                       : Reading{Outcome::Refused, "it needs original_max_position_embeddings on top, or a factor"};
    }
    return transformers5(stated);
}

Reading vllm(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (type == "dynamic") {
        return {Outcome::Differently,
            stated.states("alpha") ? "not dynamic: NTK with alpha, at every length"
                                   : "not dynamic: NTK for the full length, at every length"};
    }
    if (type == "longrope" && isDeepSeekAttention(stated)) {
        return {Outcome::Ignored, "its code for latent attention takes every scaling for yarn and does not read the lists"};
    }
    if (type == "longrope" && stated.states("mrope_section")) {
        return {Outcome::Refused, "its longrope does not take positions of several axes"};
    }
    if (type == "longrope" && turnsNeighbours(stated)) {
        return {Outcome::Refused, "its longrope turns the halves of a head against each other, and this model neighbouring components"};
    }
    if (type == "longrope" && !stated.states("original_max_position_embeddings")
        && !stated.statesOnTop("original_max_position_embeddings")) {
        return {Outcome::Refused, "longrope needs original_max_position_embeddings"};
    }
    if (type == "yarn" && !isDeepSeekAttention(stated) && (stated.states("attention_factor") || stated.states("mscale"))) {
        return {Outcome::Differently, "versions before mid-2026 read attn_factor alone, so that attention_factor and mscale are dropped"};
    }
    if (type == "yarn" && !stated.states("original_max_position_embeddings") && !stated.statesOnTop("original_max_position_embeddings")) {
        return {Outcome::Refused, "yarn needs original_max_position_embeddings"};
    }
    if (type == "longrope") {
        const char* const key = stated.ratio() > 1.0 ? "long_mscale" : "short_mscale"; // goes with the list that is taken
        const nlohmann::json magnitude = stated.states(key) ? (*stated.parameters)[key] : nlohmann::json();
        return ratioMagnitude(stated,
            hasUnequalLists(stated) ? "long_factor for all sequences if max_model_len is over " + shortText(stated.originalLength())
                                    : "the table",
            magnitude.is_number() ? magnitude.get<double>() : stated.magnitudeOfRatio());
    }
    if (type == "proportional") {
        return {Outcome::Differently, "newer versions alone, and without factor"};
    }
    return applied(stated);
}

Reading sglang(const StatedRope& stated)
{
    if (stated.writtenType() == "su") {
        return {Outcome::Refused, "it does not know the rope_type su"};
    }
    if (stated.rope.ropeType == "yarn") {
        return stated.states("attention_factor") ? Reading{Outcome::Differently, "attention_factor is not read; attn_factor and mscale are"}
                                                 : applied(stated);
    }
    Reading reading = vllm(stated);
    const bool runs = reading.outcome == Outcome::Applied || reading.outcome == Outcome::Differently;
    if (stated.rope.ropeType == "longrope" && runs && hasUnequalLists(stated)) {
        reading.outcome = Outcome::Differently;
        reading.what = "long_factor for a whole batch as soon as one of its sequences is longer than " + shortText(stated.originalLength());
    }
    return reading;
}

Reading mlx(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    const bool isPhi3 = stated.architecture().starts_with("Phi3");
    if (stated.isNested || isUnreadForm(stated)) {
        return noNewForm(stated);
    }
    if (type == "dynamic" || (stated.writtenType() == "su" && !isPhi3)) {
        return {Outcome::Refused, "it does not know the rope_type " + stated.writtenType()};
    }
    if (stated.states("type") && stated.states("rope_type") && (*stated.parameters)["type"] != (*stated.parameters)["rope_type"]) {
        return {Outcome::Differently, "it takes type, not rope_type"};
    }
    if (type == "yarn" && stated.rope.scaling.truncate == false) {
        return {Outcome::Differently, "truncate is not read: the correction range is rounded"};
    }
    if (isPhi3 && type != "default" && !stated.states("type")) {
        return {Outcome::Refused, "its Phi-3 needs the key type, not rope_type"};
    }
    if (type == "longrope" && !isPhi3 && !stated.states("original_max_position_embeddings")) {
        return {Outcome::Refused, "it needs original_max_position_embeddings within rope_scaling"};
    }
    if (type == "longrope") {
        return ratioMagnitude(stated, hasUnequalLists(stated) ? "long_factor at every length" : "the table", stated.magnitudeOfRatio());
    }
    if (type == "yarn" && !stated.states("original_max_position_embeddings")) {
        return {Outcome::Differently, "an original length of 4096, because none is stated"};
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
        return {Outcome::Refused, "it stops where both type and rope_type are stated"};
    }
    if (type == "default") {
        return applied(stated);
    }
    const bool known = type == "llama3" ? stated.states("rope_type")
                                        : (type == "linear" || type == "longrope" || type == "yarn") && stated.states("type");
    if (!known) {
        return {Outcome::Ignored, "it reads llama3 under rope_type, and linear, longrope and yarn under type: unscaled"};
    }
    if (type == "longrope" && !stated.statesOnTop("original_max_position_embeddings")) {
        return {Outcome::Refused, "it needs original_max_position_embeddings on top"};
    }
    if (type == "longrope") {
        return ratioMagnitude(
            stated, "long_factor if its max_seq_len is over " + shortText(stated.originalLength()), stated.magnitudeOfRatio());
    }
    if (type == "yarn") {
        return {Outcome::Differently, "only where its max_seq_len is over the original length, and with that in the ramp"};
    }
    return applied(stated);
}

Reading exllamav3(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (type == "dynamic") {
        return {Outcome::Refused, "it does not know the rope_type dynamic"};
    }
    if (type == "yarn" && stated.states("original_max_position_embeddings") && stated.rope.scaling.factor
        && differ(*stated.rope.scaling.factor, stated.ratio())) {
        return {Outcome::Differently, "max / original = " + shortText(stated.ratio()) + " in place of the factor"};
    }
    if (type == "longrope") {
        return ratioMagnitude(stated,
            hasUnequalLists(stated) && stated.ratio() <= 1.0 ? "short_factor at every length" : "long_factor at every length",
            stated.magnitudeOfRatio());
    }
    return applied(stated);
}

Reading tensorRt(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if (stated.writtenType() == "su" || type == "proportional") {
        return {Outcome::Refused, "it does not know the rope_type " + stated.writtenType()};
    }
    if (type == "dynamic") {
        return stated.states("alpha") ? Reading{Outcome::Differently, "it reads alpha alone, the same at every length"}
                                      : Reading{Outcome::Ignored, "it reads alpha, not factor: unscaled"};
    }
    if (type == "yarn" && stated.states("attention_factor")) {
        return {Outcome::Differently, "attention_factor is not read"};
    }
    if (type == "longrope") {
        return ratioMagnitude(
            stated, "long_factor if its max_seq_len is over " + shortText(stated.originalLength()), stated.magnitudeOfRatio());
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
            ? Reading{Outcome::Ignored, "its Phi builder reads the lists only where max and original lengths differ"}
            : ratioMagnitude(stated, "short_factor, then long_factor", stated.magnitudeOfRatio());
    }
    if (type == "llama3") {
        return stated.statesOnTop("original_max_position_embeddings")
            ? applied(stated)
            : Reading{Outcome::Differently, "the original length is read on top only, else it is " + shortText(stated.length())};
    }
    return {Outcome::Ignored, "only its Phi builders read lists, and none reads " + type + ": unscaled"};
}

Reading llamaCpp(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    const std::string architecture = stated.architecture();
    const bool takesLists = architecture.starts_with("Phi3") || architecture.starts_with("MiniCPM");
    if (type == "longrope" && !takesLists) {
        return {Outcome::Ignored, "the converter writes the type without the factors: unscaled, silently"};
    }
    if (type == "longrope") {
        return ratioMagnitude(stated,
            hasUnequalLists(stated) ? "long_factor for all sequences if the context is over " + shortText(stated.originalLength())
                                    : "the table",
            stated.magnitudeOfRatio());
    }
    if (type == "dynamic" || type == "proportional") {
        return {Outcome::Ignored, "the converter writes nothing of " + type + ": unscaled"};
    }
    if (type == "llama3" && !stated.statesOnTop("original_max_position_embeddings") && stated.originalLength() != 8192) {
        return {Outcome::Differently, "the original length is read on top only, else it is 8192"};
    }
    const ScalingParameters& own = stated.rope.scaling;
    if (type == "yarn" && own.truncate == false) {
        return {Outcome::Differently, "truncate is not written: the correction range is rounded"};
    }
    if (type == "yarn" && (own.attentionFactor || own.mscale || own.betaFast.value_or(32.0) != 32.0 || own.betaSlow.value_or(1.0) != 1.0)) {
        return {Outcome::Differently, "attention_factor, mscale, beta_fast and beta_slow have no effect for most architectures"};
    }
    return applied(stated);
}

} // namespace

std::string whyNoTable(std::string_view modelType)
{
    constexpr std::array<std::string_view, 3> fixed = {"codegen", "esm", "gptj"};
    constexpr std::array<std::string_view, 8> refusing = {"cosmos3_edge", "cosmos3_edge_text", "dots3_note", "dots3_note_text",
        "embedding_gemma2", "embedding_gemma2_text", "ernie4_5_vl_moe", "ernie4_5_vl_moe_text"};
    if (std::ranges::find(fixed, modelType) != fixed.end()) {
        return "its code makes sines and cosines of its own, whatever the configuration says";
    }
    return std::ranges::find(refusing, modelType) != refusing.end() ? "its code stops at the rope_type longrope" : "";
}

std::vector<EngineReading> engineReadings(const StatedRope& stated)
{
    struct Engine {
        std::string_view name;
        Reading (*read)(const StatedRope&);
    };
    constexpr std::array<Engine, 10> engines = {{{"Transformers 5", transformers5}, {"Transformers 4", transformers4}, {"vLLM", vllm},
        {"SGLang", sglang}, {"mlx-lm", mlx}, {"ExLlamaV2", exllamav2}, {"ExLlamaV3", exllamav3}, {"TensorRT-LLM", tensorRt},
        {"ONNX Runtime GenAI", onnx}, {"llama.cpp, converted", llamaCpp}}};
    std::vector<EngineReading> readings;
    for (const Engine& engine : engines) {
        const Reading reading = engine.read(stated);
        readings.push_back({engine.name, reading.outcome, reading.what});
    }
    return readings;
}

} // namespace rotascope
