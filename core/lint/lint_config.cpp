// SPDX-License-Identifier: GPL-3.0-or-later
// The traps of a Hugging Face config.json, one function each.
#include "core/lint/lint_config.h"

#include "core/lint/engine_readings.h"
#include "core/lint/format_names.h"
#include "core/lint/stated_rope.h"
#include "core/model/class_defaults.h"
#include "core/model/layered_classes.h"
#include "core/rope/position_method.h"
#include "core/rope/rope_types.h"
#include "core/scaling/own_frequencies.h"
#include "core/scaling/transformers_scaling.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {
namespace {

using Json = nlohmann::json;
using Found = std::optional<Finding>;

// How far a stated factor may be from max / original before it is called another: configurations round theirs.
constexpr double sameFactor = 0.01;

Sentence listLengthReason(const StatedRope& stated, std::size_t length)
{
    const RopeConfig& rope = stated.rope;
    const bool isPartial = rope.rotaryDim != rope.headDim;
    return isPartial ? Sentence::of("{1} factors; expected d/2 = int(head_dim x partial_rotary_factor) / 2 = {2} / 2 = {3}",
               std::to_string(length), std::to_string(rope.rotaryDim), std::to_string(rope.dimensions()))
                     : Sentence::of("{1} factors; expected d/2 = head_dim / 2 = {2} / 2 = {3}", std::to_string(length),
                         std::to_string(rope.headDim), std::to_string(rope.dimensions()));
}

Found listLength(const StatedRope& stated, const char* field, const std::vector<double>& list)
{
    if (stated.rope.ropeType != "longrope" || list.size() == stated.rope.dimensions()) {
        return {};
    }
    if (list.empty()) {
        return Finding{Severity::Error, "missing-list", stated.place + "." + field,
            Sentence::of("longrope needs it and it is missing or empty"),
            Sentence::of("state {1} factors", std::to_string(stated.rope.dimensions()))};
    }
    return Finding{Severity::Error, "list-length", stated.place + "." + field, listLengthReason(stated, list.size()),
        Sentence::of("give one factor for each pair of rotated components")};
}

Found shortListLength(const StatedRope& stated)
{
    return listLength(stated, "short_factor", stated.rope.scaling.shortFactor);
}

Found longListLength(const StatedRope& stated)
{
    return listLength(stated, "long_factor", stated.rope.scaling.longFactor);
}

Found unequalLists(const StatedRope& stated)
{
    const ScalingParameters& own = stated.rope.scaling;
    if (stated.rope.ropeType != "longrope" || own.shortFactor.size() != own.longFactor.size() || own.shortFactor == own.longFactor) {
        return {};
    }
    return Finding{Severity::Warning, "unequal-lists", stated.place,
        Sentence::of("short_factor and long_factor differ: Transformers switches at {1} positions while it generates, with keys of the "
                     "other list in its cache; vLLM, ExLlama and llama.cpp take one of them for everything, as the configured length says",
            shortText(stated.originalLength())),
        Sentence::of("keep the model on one side of the switch, or state the same list twice")};
}

Found ratioMagnitude(const StatedRope& stated)
{
    const ScalingParameters& own = stated.rope.scaling;
    const bool hasLists = own.shortFactor.size() == stated.rope.dimensions() && own.longFactor.size() == stated.rope.dimensions();
    if (stated.rope.ropeType != "longrope" || !hasLists || std::abs(stated.magnitude() - stated.magnitudeOfRatio()) < 1e-6) {
        return {};
    }
    return Finding{Severity::Warning, "ratio-attention-factor", stated.place + ".attention_factor",
        Sentence::of(
            "it is {1}, but most engines derive sqrt(1 + ln(max/original) / ln(original)) = {2} from the lengths and do not read it",
            shortText(stated.magnitude()), shortText(stated.magnitudeOfRatio())),
        Sentence::of("make original_max_position_embeddings = max_position_embeddings (they then have 1), and state short_mscale and "
                     "long_mscale for vLLM and SGLang if it is to be another")};
}

Found attentionFactorName(const StatedRope& stated)
{
    if (!stated.states("attn_factor")) {
        return {};
    }
    return Finding{Severity::Warning, "attn-factor", stated.place + ".attn_factor",
        Sentence::of("Transformers reads attention_factor and passes over this one; older vLLM and SGLang read this one alone"),
        Sentence::of("state attention_factor, and attn_factor beside it only for an engine that needs it")};
}

Found missingOriginalLength(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    const bool needed = type == "yarn" || type == "longrope" || type == "llama3";
    if (!needed || stated.rope.modelType == "phi3" || stated.states("original_max_position_embeddings")
        || stated.statesOnTop("original_max_position_embeddings")) {
        return {};
    }
    return Finding{Severity::Error, "missing-original-length", stated.place + ".original_max_position_embeddings",
        Sentence::of("{1} needs the length of pre-training; Transformers takes max_position_embeddings = {2} for it, other engines 1024, "
                     "4096 or 8192, or they refuse the model",
            type, shortText(stated.length())),
        Sentence::of("state the length that the model was pre-trained with")};
}

Found factorAgainstRatio(const StatedRope& stated)
{
    const std::optional<double> factor = stated.rope.scaling.factor;
    const std::string& type = stated.rope.ropeType;
    const bool statesOriginal = stated.states("original_max_position_embeddings") || stated.statesOnTop("original_max_position_embeddings");
    if (!factor || !statesOriginal || stated.rope.isLatentAttention || (type != "yarn" && type != "longrope")
        || std::abs(*factor - stated.ratio()) <= sameFactor * stated.ratio()) {
        return {};
    }
    return Finding{Severity::Warning, "factor-against-ratio", stated.place + ".factor",
        type == "yarn"
            ? Sentence::of(
                "it is {1}, but max_position_embeddings / original_max_position_embeddings = {2}: Transformers 5 and vLLM take the "
                "factor, some versions of Transformers 4 and ExLlamaV3 the ratio",
                shortText(*factor), shortText(stated.ratio()))
            : Sentence::of(
                "it is {1}, but max_position_embeddings / original_max_position_embeddings = {2}: Transformers 5 and vLLM take the "
                "factor or the ratio, some versions of Transformers 4 and ExLlamaV3 the ratio",
                shortText(*factor), shortText(stated.ratio())),
        Sentence::of("make max_position_embeddings = factor x original_max_position_embeddings")};
}

Found missingParameter(const StatedRope& stated)
{
    const auto table = transformersScaling(stated.rope, static_cast<std::int64_t>(stated.length()));
    if (table || stated.rope.ropeType == "longrope") { // its lists have rules of their own
        return {};
    }
    if (const PositionMethod* other = findPositionMethod(stated.rope.ropeType)) {
        return Finding{Severity::Warning, "not-a-table", stated.place,
            Sentence::of(
                "{1}; what it does is not measured here, no export holds it, and engines without it refuse the type or run the model "
                "unscaled",
                notATable(*other)),
            Sentence::of("leave it out, and switch it on where the engine has it")};
    }
    if (std::ranges::find(transformersRopeTypes, stated.rope.ropeType) == transformersRopeTypes.end()) {
        return Finding{Severity::Warning, "other-type", stated.place,
            Sentence::of("{1}; some other engines know it", table.error().message),
            Sentence::of("state a type that the engine in use knows")};
    }
    return Finding{Severity::Error, "missing-parameter", stated.place, table.error().message, Sentence::of("state it")};
}

Found nullType(const StatedRope& stated)
{
    if (!stated.statesNullType()) {
        return {};
    }
    return Finding{Severity::Error, "null-type", stated.place + (stated.parameters->contains("type") ? ".type" : ".rope_type"),
        Sentence::of("it is null, which Transformers stops at (KeyError: None)"),
        Sentence::of("leave the whole object out, or state \"default\"")};
}

// Of a linear scaling nobody says what it is relative to: some files state the length before it, some that after it.
Found unknownOriginalLength(const StatedRope& stated)
{
    const std::optional<double> factor = stated.rope.scaling.factor;
    if (stated.rope.ropeType != "linear" || factor.value_or(1.0) <= 1.0 || stated.states("original_max_position_embeddings")
        || stated.statesOnTop("original_max_position_embeddings")) {
        return {};
    }
    return Finding{Severity::Note, "original-length-unknown", stated.place,
        Sentence::of("the file does not state the length of pre-training: {1}, or {2} if max_position_embeddings is the length after the "
                     "scaling by {3}",
            shortText(stated.length()), shortText(stated.length() / *factor), shortText(*factor)),
        Sentence::of("state original_max_position_embeddings, or give the length: --pretraining-length")};
}

// Whole numbers of the language model's part; these notes do not report faults in them.
std::optional<double> numberOnTop(const StatedRope& stated, const char* key)
{
    const auto found = stated.top->find(key);
    return found != stated.top->end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

// Lengths that are stated beside max_position_embeddings, and are read by few.
Found otherLength(const StatedRope& stated)
{
    const std::optional<double> tokenizers = numberOnTop(stated, "model_max_length");
    if (!tokenizers || *tokenizers <= stated.length()) {
        return {};
    }
    return Finding{Severity::Note, "model-max-length", "model_max_length",
        Sentence::of("it is {1}, longer than max_position_embeddings = {2}, which is what engines read: the model is served, and measured "
                     "here, for the latter",
            shortText(*tokenizers), shortText(stated.length())),
        Sentence::of("give the length that the model was trained with: --pretraining-length")};
}

// Positions are folded into chunks before they turn anything: what is far is never further than a chunk.
Found dualChunkAttention(const StatedRope& stated)
{
    const auto config = stated.top->find("dual_chunk_attention_config");
    if (config == stated.top->end() || !config->is_object()) {
        return {};
    }
    const auto trained = config->find("original_max_position_embeddings");
    const bool isTold = trained != config->end() && trained->is_number();
    return Finding{Severity::Note, "dual-chunk-attention", "dual_chunk_attention_config",
        isTold ? Sentence::of("the model is meant for dual chunk attention, which folds positions into chunks (it was trained with {1} "
                              "positions); engines without it turn by whole "
                              "positions up to {2}. No table of factors says what it does, so it is not measured here",
            shortText(trained->get<double>()), shortText(stated.length()))
               : Sentence::of(
                   "the model is meant for dual chunk attention, which folds positions into chunks; engines without it turn by whole "
                   "positions up to {1}. No table of factors says what it does, so it is not measured here",
                   shortText(stated.length())),
        Sentence::of("use an engine that has it (vLLM did), or the trained length")};
}

// Qwen's first models: their own code stretches the base beyond the stated length.
Found dynamicNtkInCode(const StatedRope& stated)
{
    const auto uses = stated.top->find("use_dynamic_ntk");
    if (uses == stated.top->end() || !uses->is_boolean() || !uses->get<bool>()) {
        return {};
    }
    return Finding{Severity::Note, "dynamic-ntk-in-code", "use_dynamic_ntk",
        Sentence::of("the model's own code grows the base for sequences beyond {1} positions; engines that do not run that code leave the "
                     "RoPE unscaled",
            shortText(stated.length())),
        Sentence::of("state a rope_scaling of type dynamic for those engines")};
}

// nomic_bert: its own code keeps what it has grown to.
Found nomicsDynamicNtk(const StatedRope& stated)
{
    const std::optional<std::int64_t> length = stated.rope.scaling.growsBeyond;
    if (!length) {
        return {};
    }
    return Finding{Severity::Note, "dynamic-ntk-in-code", "rotary_scaling_factor",
        Sentence::of("the model's own code (trust_remote_code) grows the base for sequences beyond max_trained_positions = {1}, and keeps "
                     "the base of the longest one for all that follow; engines that do not run that code leave the RoPE unscaled",
            std::to_string(*length)),
        Sentence::of("compare texts of one length, or load the model anew for short ones")};
}

// nomic_bert: cos and sin that change with the position (xPos), which is not a factor of a frequency.
Found nomicsPositionScale(const StatedRope& stated)
{
    if (stated.rope.modelType != "nomic_bert" || !stated.statesOnTop("rotary_emb_scale_base")) {
        return {};
    }
    return Finding{Severity::Note, "position-scale", "rotary_emb_scale_base",
        Sentence::of("the model's own code scales cos and sin by the position (xPos), which is not measured here; vLLM refuses it"),
        Sentence::of("take the angles alone from this program")};
}

Found servedLength(const StatedRope& stated)
{
    const std::optional<double> scaled = stated.unservedLength();
    if (stated.rope.ropeType != "yarn" || !scaled) {
        return {};
    }
    return Finding{Severity::Note, "served-length", "max_position_embeddings",
        Sentence::of("it is {1}: vLLM serves so many positions (max_model_len), not factor x original = {2}", shortText(stated.length()),
            shortText(*scaled)),
        Sentence::of("state max_position_embeddings = {1}, or pass --max-model-len", shortText(*scaled))};
}

Found bothTypes(const StatedRope& stated)
{
    if (!stated.states("type") || !stated.states("rope_type")) {
        return {};
    }
    const bool differ = (*stated.parameters)["type"] != (*stated.parameters)["rope_type"];
    return Finding{differ ? Severity::Error : Severity::Warning, "both-types", stated.place + ".type",
        differ ? Sentence::of(
            "both type and rope_type are stated and differ: Transformers takes rope_type, mlx-lm type; ExLlamaV2 refuses the model")
               : Sentence::of("both type and rope_type are stated; ExLlamaV2 refuses the model"),
        Sentence::of("keep rope_type (type for ExLlamaV2 and for Phi-3 in mlx-lm)")};
}

// Of the engines that know the older form alone, those that lose the scaling, or the base, by it.
std::vector<std::string_view> enginesWithoutNewForm(const StatedRope& stated)
{
    constexpr std::array<std::string_view, 3> engines = {"Transformers 4", "mlx-lm", "ExLlamaV2"};
    std::vector<std::string_view> found;
    for (const EngineReading& reading : engineReadings(stated)) {
        if (reading.outcome == Outcome::Ignored && std::ranges::find(engines, reading.engine) != engines.end()) {
            found.push_back(reading.engine);
        }
    }
    return found;
}

// What ExLlamaV2 wants to have there is not what the export writes.
Sentence fixOfNewForm(const StatedRope& stated, std::vector<std::string_view> engines)
{
    const std::string& modelType = stated.rope.modelType;
    if (stated.isNested) {
        return Sentence::of("take another engine: the older form has no place for several RoPEs");
    }
    if (needsObjectForEach(modelType) || !readsRopeScaling(modelType)) {
        return Sentence::of("take another engine: a {1} has no older form", modelType);
    }
    if (stated.rope.ropeType == "default") {
        return Sentence::of("state rope_theta beside rope_parameters, too");
    }
    const Sentence exllama
        = Sentence::of("ExLlamaV2 reads llama3 in rope_scaling under rope_type, and linear, longrope and yarn under type");
    std::erase(engines, "ExLlamaV2");
    return engines.empty()
        ? exllama
        : Sentence::of("for {1} state rope_scaling, with rope_theta beside it: export in the format {2}, in the window by "
                       "choosing the engine under \"For\". {3}",
            namesOf(engines), formatName::transformersLegacy.both(), exllama);
}

Found newFormAlone(const StatedRope& stated)
{
    if (stated.hasLegacyForm || !stated.top->contains("rope_parameters")) {
        return {};
    }
    const std::vector<std::string_view> engines = enginesWithoutNewForm(stated);
    if (engines.empty()) {
        return {};
    }
    const bool losesTheta = !stated.statesOnTop("rope_theta") && stated.rope.ropeTheta.value_or(0.0) != 10000.0;
    return Finding{Severity::Warning, "new-form-only", stated.place,
        losesTheta ? Sentence::of("not read by {1}: the model silently runs unscaled there, with a default rope_theta", namesOf(engines))
                   : Sentence::of("not read by {1}: the model silently runs unscaled there", namesOf(engines)),
        fixOfNewForm(stated, engines)};
}

Found bothForms(const StatedRope& stated)
{
    if (!stated.statesOnTop("rope_parameters") || !stated.statesOnTop("rope_scaling")
        || (*stated.top)["rope_parameters"] == (*stated.top)["rope_scaling"]) {
        return {};
    }
    return Finding{Severity::Warning, "both-forms", "rope_scaling",
        Sentence::of("rope_parameters and rope_scaling are both stated and differ: Transformers and mlx-lm take rope_scaling whole, "
                     "llama.cpp's converter rope_parameters"),
        Sentence::of("keep one of them")};
}

Found staticScaling(const StatedRope& stated)
{
    const std::string& type = stated.rope.ropeType;
    if ((type != "yarn" && type != "linear") || isTrainedScaling(stated.rope)) { // a trained one belongs to the model at every length
        return {};
    }
    return Finding{Severity::Note, "static-scaling", stated.place,
        Sentence::of("the scaling is the same at every length: short texts are disturbed as well"),
        Sentence::of("use the unscaled configuration where the texts fit in {1} positions", shortText(stated.originalLength()))};
}

Found conversionDropsLists(const StatedRope& stated)
{
    const std::string architecture = stated.architecture();
    if (stated.rope.ropeType != "longrope" || architecture.starts_with("Phi3") || architecture.starts_with("MiniCPM")) {
        return {};
    }
    return Finding{Severity::Warning, "gguf-drops-lists", stated.place,
        Sentence::of("llama.cpp's converter writes scaling.type = longrope without the factors for {1}: the table is silently dropped",
            (architecture.empty() ? Sentence::of("this architecture") : Sentence(architecture))),
        Sentence::of("convert the unscaled model and export the table into a copy of that, in the format {1}", formatName::gguf.both())};
}

Found phi3Marker(const StatedRope& stated)
{
    const auto type = stated.top->find("model_type");
    if (stated.rope.ropeType != "longrope" || type == stated.top->end() || *type != "phi3"
        || stated.statesOnTop("original_max_position_embeddings")) {
        return {};
    }
    return Finding{Severity::Warning, "phi3-original-length", "original_max_position_embeddings",
        Sentence::of("a Phi-3 without it on top gets 4096 from Transformers"), Sentence::of("state it on top as well")};
}

struct KnownKeys {
    std::string_view type;
    std::vector<std::string_view> keys;
};

Found ignoredKeys(const StatedRope& stated)
{
    static const std::vector<std::string_view> always = {"rope_type", "type", "rope_theta", "partial_rotary_factor", "mrope_section",
        "mrope_interleaved", "original_max_position_embeddings", "factor", "attn_factor", "llama_4_scaling_beta", "mscale_all_dim",
        "max_position_embeddings"};
    static const std::array<KnownKeys, 7> known = {{{"default", {}}, {"linear", {}}, {"dynamic", {"alpha", "attention_factor"}},
        {"yarn", {"attention_factor", "beta_fast", "beta_slow", "truncate", "mscale", "mscale_all_dim", "extrapolation_factor"}},
        {"longrope", {"attention_factor", "short_factor", "long_factor", "short_mscale", "long_mscale"}},
        {"llama3", {"low_freq_factor", "high_freq_factor"}}, {"proportional", {}}}};
    const auto* const own = std::ranges::find(known, std::string_view(stated.rope.ropeType), &KnownKeys::type);
    std::vector<std::string> names;
    for (const auto& [key, value] : stated.parameters->items()) {
        const bool isRead = std::ranges::find(always, key) != always.end()
            || (own != known.end() && std::ranges::find(own->keys, key) != own->keys.end());
        if (!isRead && !value.is_object()) {
            names.push_back(key);
        }
    }
    if (names.empty() || findPositionMethod(stated.rope.ropeType) != nullptr) { // whose keys are not known here
        return {};
    }
    return Finding{Severity::Warning, "ignored-key", stated.place,
        Sentence::of("rope_type {1} does not read: {2}", stated.rope.ropeType, namesOf(names)),
        Sentence::of("check the spelling and the rope_type")};
}

Found factorWithoutEffect(const StatedRope& stated)
{
    if (stated.rope.ropeType != "default" || !stated.rope.scaling.factor || *stated.rope.scaling.factor == 1.0) {
        return {};
    }
    return Finding{Severity::Warning, "factor-without-type", stated.place + ".factor",
        Sentence::of("it is {1}, but rope_type is default: the model is not scaled, while vLLM multiplies its length",
            shortText(*stated.rope.scaling.factor)),
        Sentence::of("state the rope_type that is meant")};
}

Found classDefaults(const StatedRope& stated)
{
    const auto statesAny = [&](std::initializer_list<const char*> keys) {
        return std::ranges::any_of(
            keys, [&](const char* key) { return (stated.states(key) && !stated.isOfClass) || stated.statesOnTop(key); });
    };
    const RopeConfig& rope = stated.rope;
    std::vector<std::string> fields;
    if (stated.isOfClass && rope.ropeType != "default") {
        fields.push_back("the rope_type " + rope.ropeType);
    }
    if (!statesAny({"rope_theta", "rotary_emb_base", "global_rope_theta"})) {
        fields.push_back("rope_theta = " + shortText(rope.ropeTheta.value_or(0.0)));
    }
    if (!statesAny({"max_position_embeddings", "n_positions", "seq_length"})) {
        fields.push_back("max_position_embeddings = " + shortText(stated.length()));
    }
    const bool statesSize = statesAny({"hidden_size", "n_embd"}) && statesAny({"num_attention_heads", "n_head"});
    const ClassDefaults* const defaults = classDefaultsOf(rope.modelType);
    if (!statesAny({"head_dim", "qk_rope_head_dim"}) && (!statesSize || (defaults != nullptr && defaults->headDim > 0))) {
        fields.push_back("head_dim = " + std::to_string(rope.headDim));
    }
    if (fields.empty()) {
        return {};
    }
    return Finding{Severity::Note, "class-default", "model_type",
        Sentence::of("the file leaves fields to the configuration class of {1}; Transformers takes {2}",
            (rope.modelType.empty() ? Sentence::of("the model") : Sentence(rope.modelType)), namesOf(fields)),
        Sentence::of("state them where another engine than Transformers reads the file")};
}

constexpr std::array rules = {shortListLength, longListLength, nullType, missingParameter, unknownOriginalLength, servedLength, otherLength,
    dualChunkAttention, dynamicNtkInCode, nomicsDynamicNtk, nomicsPositionScale, missingOriginalLength, bothTypes, bothForms, unequalLists,
    ratioMagnitude, factorAgainstRatio, factorWithoutEffect, attentionFactorName, phi3Marker, newFormAlone, conversionDropsLists,
    ignoredKeys, staticScaling, classDefaults};

// The names were found by the reader.
const Json& sectionOf(const Json& json, const std::string& path)
{
    const Json* section = &json;
    for (const std::string& name : namesOfSection(path)) {
        section = &section->at(name);
    }
    return *section;
}

StatedRope statedRope(const Json& top, const HuggingFaceRopes& found, const NamedRope& named)
{
    static const Json none = Json::object();
    const auto isObject = [&](const char* key) { return top.contains(key) && top[key].is_object(); };
    const Json& object = found.ofClass ? *found.ofClass : isObject(found.field.c_str()) ? top[found.field] : none;
    const bool isNamed = object.contains(named.name) && object[named.name].is_object();
    return {.top = &top,
        .parameters = isNamed ? &object[named.name]
            : found.isNested  ? &none // the class adds what the file leaves out
                              : &object,
        .place = (found.section.empty() ? "" : found.section + ".") + found.field + (found.isNested ? "." + named.name : ""),
        .hasLegacyForm = isObject("rope_scaling") && !top["rope_scaling"].empty(),
        .isNested = found.isNested || isNamed,
        .isOfClass = found.ofClass != nullptr,
        .rope = named.rope};
}

Sentence summaryOf(const StatedRope& stated)
{
    const RopeConfig& rope = stated.rope;
    Sentence text = Sentence::of("rope_type {1}, rope_theta {2}, {3} dimensions", rope.ropeType, shortText(rope.ropeTheta.value_or(0.0)),
        std::to_string(rope.dimensions()));
    text += Sentence::of(", L = {1}, max_position_embeddings = {2}", shortText(stated.originalLength()), shortText(stated.length()));
    return rope.ropeType == "default" ? text : text + Sentence::of(", attention magnitude {1}", shortText(stated.magnitude()));
}

// What an error finding says must not be contradicted by a reading.
void refuseWhatIsIncomplete(const StatedRope& stated, std::vector<EngineReading>& readings)
{
    const bool wrongLists = longListLength(stated).has_value() || shortListLength(stated).has_value();
    const Found missing = missingParameter(stated);
    if (!wrongLists && !(missing && missing->severity == Severity::Error)) {
        return;
    }
    for (EngineReading& reading : readings) {
        if (reading.outcome == Outcome::Applied || reading.outcome == Outcome::Differently) {
            reading.outcome = Outcome::Refused;
            reading.what = wrongLists ? Sentence::of("the lists do not fit the model")
                                      : Sentence::of("a parameter is missing; some versions fill in a default of their own");
        }
    }
}

} // namespace

LintReport lintConfig(const ConfigFile& config, const HuggingFaceRopes& found, const std::string& name)
{
    const Json& section = sectionOf(*config.json, found.section);
    LintReport report{.file = name, .summary = {}, .engines = {}, .findings = {}};
    for (std::size_t i = 0; i < found.ropes.size(); ++i) {
        const StatedRope stated = statedRope(section, found, found.ropes[i]);
        for (const auto rule : rules) {
            if (Found finding = rule(stated); finding && std::ranges::none_of(report.findings, [&](const Finding& other) {
                    return other.rule == finding->rule && other.place == finding->place;
                })) {
                report.findings.push_back(std::move(*finding));
            }
        }
        if (i == found.mainRope()) {
            report.summary = summaryOf(stated) + (found.ropes.size() > 1 ? " (" + found.ropes[i].name + ")" : "");
            report.engines = engineReadings(stated);
            refuseWhatIsIncomplete(stated, report.engines);
        }
    }
    std::ranges::stable_sort(report.findings, {}, &Finding::severity);
    return report;
}

} // namespace rotascope
