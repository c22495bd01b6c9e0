// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/hugging_face_config.h"

#include "core/model/class_defaults.h"
#include "core/model/field_reader.h"
#include "core/rope/mrope.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace rotascope {
namespace {

using Json = nlohmann::json;

// Bounded before anything is allocated from it; no model's head has more than some thousand components.
constexpr int largestHeadDim = 65536;

constexpr std::array knownRopeTypes = {"default", "linear", "dynamic", "yarn", "longrope", "llama3", "proportional"};

template <class T> std::optional<T> firstOf(std::optional<T> a, std::optional<T> b)
{
    return a ? a : b;
}

Expected<std::string> ropeTypeOf(FieldReader& scaling)
{
    std::string type = firstOf(scaling.string("rope_type"), scaling.string("type")).value_or("default");
    // Names that Transformers itself translates: "su" was LongRoPE's first name; M-RoPE is a default RoPE with sections.
    if (type == "su") {
        type = "longrope";
    } else if (type == "mrope") {
        type = "default";
    }
    if (std::ranges::find(knownRopeTypes, type) == knownRopeTypes.end()) {
        return inputError(scaling.where() + ": rope_type \"" + type + "\" is not known; expected one of " + namesOf(knownRopeTypes));
    }
    return type;
}

ScalingParameters scalingParametersOf(FieldReader& scaling)
{
    constexpr double least = 1e-9;
    constexpr double most = 1e9;
    return {.factor = scaling.numberWithin("factor", least, most),
        .attentionFactor = scaling.numberWithin("attention_factor", 0.0, most),
        .betaFast = scaling.numberWithin("beta_fast", 0.0, most),
        .betaSlow = scaling.numberWithin("beta_slow", 0.0, most),
        .truncate = scaling.boolean("truncate"),
        .mscale = scaling.numberWithin("mscale", 0.0, most),
        .mscaleAllDim = scaling.numberWithin("mscale_all_dim", 0.0, most),
        .lowFreqFactor = scaling.numberWithin("low_freq_factor", least, most),
        .highFreqFactor = scaling.numberWithin("high_freq_factor", least, most),
        .shortFactor = scaling.list<double>("short_factor", least, most),
        .longFactor = scaling.list<double>("long_factor", least, most)};
}

// What one RoPE of a file is, besides the fields on top that all of them share.
struct RopePart {
    std::string name;
    const Json* scaling; // its own object
    std::string where; // of that object
    std::optional<double> ropeTheta; // beside the object
};

// The language model's part of a file: the fields from which each RoPE is made.
class RopeReader {
public:
    RopeReader(const Json& section, const std::string& where) : m_top(section, where)
    {
        if (const ClassDefaults* const known = classDefaultsOf(m_top.string("model_type").value_or(""))) {
            m_defaults = known;
        }
    }

    Expected<HuggingFaceRopes> ropes()
    {
        HuggingFaceRopes result;
        const std::vector<RopePart> parts = ropeParts(result);
        if (m_top.error()) {
            return tl::unexpected(*m_top.error());
        }
        for (const RopePart& part : parts) {
            Expected<RopeConfig> rope = ropeOf(part, /*isOneOfSeveral=*/parts.size() > 1);
            if (!rope) {
                return tl::unexpected(rope.error());
            }
            result.ropes.push_back({part.name, std::move(*rope)});
        }
        return result;
    }

private:
    // Says in `found` where they stand.
    std::vector<RopePart> ropeParts(HuggingFaceRopes& found)
    {
        static const Json none = Json::object();
        // New form: everything in rope_parameters. Old form: rope_scaling, with rope_theta beside it.
        // Where a file has both, Transformers 5 takes rope_scaling whole, unless that is empty.
        const Json* const older = m_top.object("rope_scaling");
        const bool isOlder = (older != nullptr && !older->empty()) || !m_top.has("rope_parameters");
        found.field = isOlder ? "rope_scaling" : "rope_parameters";
        const Json* const object = m_top.object(found.field.c_str());
        const Json& scaling = object != nullptr ? *object : none;
        const std::string where = m_top.where() + ": " + found.field;
        std::vector<RopePart> parts;
        for (const auto& [name, member] : scaling.items()) {
            if (member.is_object()) { // null is a layer type without a RoPE
                std::string place = where;
                place.append(": ").append(name);
                parts.push_back({name, &member, std::move(place), {}});
            }
        }
        if (!parts.empty()) {
            found.isNested = true;
            addLocalDefaults(parts);
            return parts;
        }
        // Before nesting, both bases on top or left to the class: Gemma 3 scales its global layers alone, ModernBERT both kinds.
        const std::optional<double> gemma = m_top.number<double>("rope_local_base_freq");
        const std::optional<double> modernBert = m_top.number<double>("local_rope_theta");
        if (const auto local = firstOf(gemma, firstOf(modernBert, knownOf(m_defaults->localRopeTheta)))) {
            const bool scalesBoth = !gemma && (modernBert || m_defaults->modelType == "modernbert");
            return {{"full_attention", &scaling, where, m_top.number<double>("global_rope_theta")},
                {"sliding_attention", scalesBoth ? &scaling : &none, scalesBoth ? where : m_top.where(), local}};
        }
        return {{"main", &scaling, where, {}}};
    }

    // What a class with two RoPEs adds to objects for each layer type: the base of the sliding layers, and their object.
    void addLocalDefaults(std::vector<RopePart>& parts)
    {
        static const Json none = Json::object();
        if (m_defaults->localRopeTheta <= 0.0) {
            return;
        }
        const auto sliding = std::ranges::find(parts, "sliding_attention", &RopePart::name);
        if (sliding == parts.end()) {
            parts.push_back({"sliding_attention", &none, m_top.where(), m_defaults->localRopeTheta});
        } else {
            sliding->ropeTheta = m_defaults->localRopeTheta;
        }
    }

    Expected<RopeConfig> ropeOf(const RopePart& part, bool isOneOfSeveral)
    {
        FieldReader scaling(*part.scaling, part.where);
        const Expected<std::string> type = ropeTypeOf(scaling);
        RopeConfig rope;
        rope.modelId = m_top.string("_name_or_path").value_or("");
        rope.modelType = m_top.string("model_type").value_or("");
        rope.isLatentAttention = isLatentAttention();
        rope.ropeTheta = thetaOf(part, scaling);
        rope.maxPositionEmbeddings = firstOf(m_top.number<std::int64_t>({"max_position_embeddings", "n_positions", "seq_length"}),
            knownOf(m_defaults->maxPositionEmbeddings));
        // As Transformers: the field on top (Phi-3) comes first, except where RoPEs are nested.
        const auto ownLength = scaling.number<std::int64_t>("original_max_position_embeddings");
        const auto topLength = firstOf(m_top.number<std::int64_t>("original_max_position_embeddings"), phi3OriginalLength(scaling));
        rope.originalMaxPositionEmbeddings
            = firstOf(isOneOfSeveral ? firstOf(ownLength, topLength) : firstOf(topLength, ownLength), rope.maxPositionEmbeddings);
        rope.scaling = scalingParametersOf(scaling);
        rope.attentionFactor = rope.scaling.attentionFactor.value_or(1.0);
        const Expected<int> headDim = headDimOf(part.name);
        const std::optional<int> rotaryDim = m_top.number<int>("rotary_dim");
        std::optional<double> partial = firstOf(
            scaling.number<double>("partial_rotary_factor"), m_top.number<double>({"rotary_pct", "partial_rotary_factor", "rope_pct"}));
        if (!partial && !rotaryDim && m_defaults->partialRotaryFactor != 1.0) {
            partial = m_defaults->partialRotaryFactor;
        }
        const std::vector<int> sections = scaling.list<int>("mrope_section", 0, largestHeadDim / 2);
        const bool interleaved = scaling.boolean("mrope_interleaved").value_or(false);
        for (const FieldReader* reader : {&m_top, &scaling}) {
            if (reader->error()) {
                return tl::unexpected(*reader->error());
            }
        }
        if (!type) {
            return tl::unexpected(type.error());
        }
        rope.ropeType = *type;
        if (m_top.boolean("alibi").value_or(false)) {
            return inputError(m_top.where() + ": alibi is true; expected a model with rotary position embeddings");
        }
        if (!rope.ropeTheta) {
            return inputError(m_top.where()
                + ": rope_theta is missing; expected a model with rotary position embeddings (rope_theta on top or in rope_parameters)");
        }
        if (!rope.originalMaxPositionEmbeddings) {
            return inputError(m_top.where() + ": max_position_embeddings is missing; expected the number of positions");
        }
        if (!headDim) {
            return tl::unexpected(headDim.error());
        }
        rope.headDim = *headDim;
        if (partial && !(*partial > 0.0 && *partial <= 1.0)) {
            return inputError(m_top.where() + ": partial_rotary_factor is " + Json(*partial).dump() + "; expected more than 0, at most 1");
        }
        return assignFrequencies(rope, partial, rotaryDim).and_then([&] { return assignAxes(rope, sections, interleaved); }).map([&] {
            return rope;
        });
    }

    // The class of Phi-3 has 4096 on top where the file has nothing; Transformers does not look there for the type "su".
    std::optional<std::int64_t> phi3OriginalLength(FieldReader& scaling)
    {
        const std::string type = firstOf(scaling.string("rope_type"), scaling.string("type")).value_or("default");
        const bool needsIt = type == "longrope" || type == "yarn" || type == "llama3";
        return needsIt && m_top.string("model_type") == "phi3" ? std::optional<std::int64_t>(4096) : std::nullopt;
    }

    // rope_theta: in the object, on top, or the default of a model type that may leave it out.
    std::optional<double> thetaOf(const RopePart& part, FieldReader& scaling)
    {
        const std::optional<double> stated = firstOf(
            scaling.number<double>("rope_theta"), firstOf(part.ropeTheta, m_top.number<double>({"rotary_emb_base", "rope_theta"})));
        return firstOf(stated, knownOf(m_defaults->ropeTheta));
    }

    // Gemma 4 as Transformers 5 saves it: layers that differ from head_dim state theirs.
    std::optional<int> headDimOfLayers(const std::string& ropeName)
    {
        const Json* const layers = m_top.object("per_layer_config");
        const std::vector<std::string> types = m_top.strings("layer_types");
        for (std::size_t layer = 0; layers != nullptr && layer < types.size(); ++layer) {
            for (const std::string& key : {std::to_string(layer), (layer < 10 ? "0" : "") + std::to_string(layer)}) {
                const auto found = layers->find(key);
                if (types[layer] == ropeName && found != layers->end() && found->is_object()) {
                    return FieldReader(*found, m_top.where() + ": per_layer_config: " + key).number<int>("head_dim");
                }
            }
        }
        return {};
    }

    Expected<int> headDimOf(const std::string& ropeName)
    {
        const std::optional<int> rotated = isLatentAttention() ? m_top.number<int>("qk_rope_head_dim") : std::nullopt;
        const std::optional<int> global
            = firstOf(ropeName == "full_attention" ? m_top.number<int>("global_head_dim") : std::nullopt, headDimOfLayers(ropeName));
        const std::optional<int> stated = firstOf(rotated,
            firstOf(global, firstOf(m_top.number<int>({"head_dim", "attention_head_dim", "kv_channels"}), knownOf(m_defaults->headDim))));
        const std::optional<int> hidden = firstOf(m_top.number<int>({"hidden_size", "n_embd"}), knownOf(m_defaults->hiddenSize));
        const std::optional<int> heads = firstOf(m_top.number<int>({"num_attention_heads", "n_head"}), knownOf(m_defaults->attentionHeads));
        if (!stated && !(hidden && heads)) {
            return inputError(m_top.where() + ": head_dim is missing; expected head_dim, or hidden_size and num_attention_heads");
        }
        if (!stated && *heads < 1) {
            return inputError(m_top.where() + ": head_dim is missing and num_attention_heads is " + std::to_string(*heads)
                + "; expected head_dim, or at least 1 head");
        }
        const int headDim = stated ? *stated : *hidden / *heads;
        if (headDim < 1 || headDim > largestHeadDim) {
            return inputError(m_top.where() + (stated ? ": head_dim is " : ": hidden_size / num_attention_heads is ")
                + std::to_string(headDim) + "; expected 1 to " + std::to_string(largestHeadDim) + " components");
        }
        return headDim;
    }

    bool isLatentAttention() { return m_top.number<int>("qk_rope_head_dim").value_or(m_defaults->isLatentAttention ? 1 : 0) > 0; }

    Expected<void> assignFrequencies(RopeConfig& rope, std::optional<double> partial, std::optional<int> rotaryDim)
    {
        if (rope.ropeType == "proportional") {
            rope.rotaryDim = rope.headDim;
            rope.invFreq = proportionalInvFreq(*rope.ropeTheta, rope.headDim, partial.value_or(1.0));
            return validate(rope, m_top.where());
        }
        // qk_rope_head_dim is already what is rotated.
        rope.rotaryDim = rope.isLatentAttention ? rope.headDim
            : partial                           ? rotaryDimOf(rope.headDim, *partial)
                                                : rotaryDim.value_or(rope.headDim);
        rope.invFreq = standardInvFreq(*rope.ropeTheta, std::clamp(rope.rotaryDim, 0, rope.headDim));
        return validate(rope, m_top.where());
    }

    Expected<void> assignAxes(RopeConfig& rope, const std::vector<int>& sections, bool interleaved)
    {
        if (sections.empty()) {
            return {};
        }
        if (sections.size() != 3) {
            return inputError(
                m_top.where() + ": mrope_section has " + std::to_string(sections.size()) + " values; expected 3 (time, height, width)");
        }
        // Which layout a model has is decided by its code; the flag came later than Qwen3-VL.
        const std::string type = m_top.string("model_type").value_or("");
        const bool isInterleaved
            = interleaved || type.starts_with("qwen3_vl") || type.starts_with("qwen3_omni") || type.starts_with("qwen3_5");
        rope.axis = mropeAxes(sections,
            type.starts_with("ernie4_5_vl") ? MropeLayout::Ernie
                : isInterleaved             ? MropeLayout::Interleaved
                                            : MropeLayout::Contiguous);
        if (rope.axis.size() != rope.dimensions()) {
            return inputError(m_top.where() + ": mrope_section adds up to " + std::to_string(rope.axis.size())
                + "; expected rotary_dim/2 = " + std::to_string(rope.dimensions()));
        }
        return {};
    }

    // A default that is none is 0.
    template <class T> static std::optional<T> knownOf(T value) { return value > T{} ? std::optional(value) : std::nullopt; }

    FieldReader m_top;
    const ClassDefaults* m_defaults = &noDefaults;
    static constexpr ClassDefaults noDefaults = {};
};

// Where the language model is described, and that place's name.
std::pair<const Json*, std::string> languageModelOf(const Json& json)
{
    const auto states = [&](const char* field) { return json.contains(field) && !json[field].is_null(); };
    const bool hasRope = states("rope_theta") || states("rope_parameters") || states("rope_scaling");
    if (hasRope && (states("head_dim") || states("hidden_size"))) {
        return {&json, ""};
    }
    for (const char* const name : {"text_config", "llm_config", "language_config", "thinker_config"}) {
        if (const auto found = json.find(name); found != json.end() && found->is_object()) {
            const auto inner = found->find("text_config");
            const bool isNested = inner != found->end() && inner->is_object();
            return {isNested ? &*inner : &*found, isNested ? std::string(name) + ".text_config" : name};
        }
    }
    return {&json, ""};
}

} // namespace

std::size_t HuggingFaceRopes::mainRope() const
{
    for (const char* const name : {"full_attention", "main"}) {
        if (const auto found = std::ranges::find(ropes, name, &NamedRope::name); found != ropes.end()) {
            return static_cast<std::size_t>(found - ropes.begin());
        }
    }
    return 0;
}

std::vector<std::string> namesOfSection(std::string_view section)
{
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < section.size();) {
        const std::size_t end = std::min(section.find('.', begin), section.size());
        names.emplace_back(section.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

Expected<HuggingFaceRopes> huggingFaceRopesOf(const Json& config, const std::string& where)
{
    const auto [section, inside] = languageModelOf(config);
    const auto name = config.find("_name_or_path");
    const std::string modelId = name != config.end() && name->is_string() ? name->get<std::string>() : std::string();
    return RopeReader(*section, inside.empty() ? where : where + ": " + inside).ropes().map([&, &place = inside](HuggingFaceRopes found) {
        found.section = place;
        for (NamedRope& rope : found.ropes) {
            rope.rope.modelId = rope.rope.modelId.empty() ? modelId : rope.rope.modelId;
        }
        return found;
    });
}

} // namespace rotascope
