// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/hugging_face_config.h"

#include "core/angle/position_set.h"
#include "core/model/class_defaults.h"
#include "core/model/field_reader.h"
#include "core/model/layer_use.h"
#include "core/model/layered_classes.h"
#include "core/model/other_encodings.h"
#include "core/model/rotated_part.h"
#include "core/rope/mrope.h"
#include "core/rope/position_method.h"
#include "core/rope/rope_types.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <utility>

namespace rotascope {
namespace {

using Json = nlohmann::json;

// Bounded before anything is allocated from it; no model's head has more than some thousand components.
constexpr int largestHeadDim = 65536;
constexpr std::size_t longestRopeName = 1024; // it stands in each RoPE, and in the places of its fields

template <class T> std::optional<T> firstOf(std::optional<T> a, std::optional<T> b)
{
    return a ? a : b;
}

// Also one that only other engines than Transformers know: what it means to whom is not decided here.
Expected<std::string> ropeTypeOf(FieldReader& scaling)
{
    std::string type = firstOf(scaling.string("rope_type"), scaling.string("type")).value_or("default");
    // Names that Transformers itself translates: "su" was LongRoPE's first name; M-RoPE is a default RoPE with sections.
    if (type == "su") {
        type = "longrope";
    } else if (type == "mrope") {
        type = "default";
    }
    const auto isOneOf = [&type](const auto& types) { return std::ranges::find(types, type) != types.end(); };
    if (!isOneOf(transformersRopeTypes) && !isOneOf(otherRopeTypes) && findPositionMethod(type) == nullptr) {
        return inputError(scaling.where() + ": "
            + Sentence::of("rope_type \"{1}\" is not known; expected one of {2}", type, namesOf(transformersRopeTypes)));
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
        .alpha = scaling.numberWithin("alpha", 0.0, most),
        .queryScaleBeta = scaling.numberWithin("llama_4_scaling_beta", 0.0, most),
        .shortFactor = scaling.factors("short_factor", least, most),
        .longFactor = scaling.factors("long_factor", least, most)};
}

// What one RoPE of a file is, besides the fields on top that all of them share.
struct RopePart {
    std::string name;
    const Json* scaling; // its own object
    std::string where; // of that object
    std::optional<double> ropeTheta = {}; // beside the object, or the class's own
    std::string thetaName = "rope_theta"; // of that
    std::optional<double> partialRotaryFactor = {}; // the same
    bool readsTop = true; // else the part of a head stands within the object alone
    bool hasNoMagnitude = false; // unless the object states an attention factor
};

// A value, and what the file calls it.
template <class T> struct Named {
    T value;
    std::string name;
};

constexpr std::size_t mostDimensionsInAll = 131'072; // of all RoPEs; a model has some hundreds

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
        std::size_t dimensions = 0;
        for (const RopePart& part : parts) {
            Expected<RopeConfig> rope = ropeOf(part, /*isOneOfSeveral=*/parts.size() > 1);
            if (!rope) {
                return tl::unexpected(rope.error());
            }
            dimensions += rope->dimensions();
            if (dimensions > mostDimensionsInAll) {
                return inputError(m_top.where() + ": "
                    + Sentence::of("has {1} RoPEs with more than {2} dimensions in all; expected one for each kind of layer",
                        std::to_string(parts.size()), std::to_string(mostDimensionsInAll)));
            }
            result.ropes.push_back({part.name, std::move(*rope), {}});
        }
        return assignLayers(result).map([&] { return std::move(result); });
    }

private:
    // Says in `found` where they stand.
    std::vector<RopePart> ropeParts(HuggingFaceRopes& found)
    {
        static const Json none = Json::object();
        // New form: everything in rope_parameters. Old form: rope_scaling, with rope_theta beside it.
        // Where a file has both, Transformers 5 takes rope_scaling whole, unless that is empty.
        const Json* const older = readsRopeScaling(m_top.string("model_type").value_or("")) ? m_top.object("rope_scaling") : nullptr;
        const bool isOlder = (older != nullptr && !older->empty()) || !m_top.has("rope_parameters");
        found.field = isOlder ? "rope_scaling" : "rope_parameters";
        const Json* object = isOlder ? older : m_top.object("rope_parameters");
        if (isOlder && (older == nullptr || older->empty()) && !m_defaults->ropeParameters.empty()) {
            found.ofClass = std::make_shared<const Json>(Json::parse(m_defaults->ropeParameters));
            m_ofClass = found.ofClass;
            object = m_ofClass.get();
        }
        const Json& scaling = object != nullptr ? *object : none;
        const std::string where = m_top.where() + ": " + found.field;
        std::vector<RopePart> parts;
        for (const auto& [name, member] : scaling.items()) {
            if (name.size() > longestRopeName && member.is_object()) {
                m_top.fail(Sentence::of("{1} has a name of {2} bytes; expected at most {3}", found.field, std::to_string(name.size()),
                    std::to_string(longestRopeName)));
            } else if (member.is_object()) { // null is a layer type without a RoPE
                std::string place = where;
                place.append(": ").append(name);
                parts.push_back({.name = name, .scaling = &member, .where = std::move(place)});
            }
        }
        found.isNested = !parts.empty() && !found.ofClass;
        const std::span<const LayerRope> kinds = kindsOfLayers();
        if (!parts.empty()) {
            addKinds(parts, kinds);
            return parts;
        }
        if (m_top.isList("rope_theta")) {
            return partsByLayers(scaling, where);
        }
        if (kinds.empty()) {
            return {{.name = "main", .scaling = &scaling, .where = where}};
        }
        for (const LayerRope& kind : kinds) {
            parts.push_back(partOf(kind, kind.isScaled ? &scaling : &none, kind.isScaled ? where : m_top.where()));
        }
        return parts;
    }

    // The kinds of layers that have a RoPE each, though the file may state them on top or leave them to its class.
    std::span<const LayerRope> kindsOfLayers()
    {
        const std::span<const LayerRope> ofClass = layerRopesOf(m_top.string("model_type").value_or(""));
        if (!ofClass.empty()) {
            return ofClass;
        }
        const auto tells = [this](const TellingField& telling) { return m_top.has(telling.field); };
        const std::span<const TellingField> fields = fieldsThatTell();
        const auto found = std::ranges::find_if(fields, tells);
        return found == fields.end() ? std::span<const LayerRope>() : found->ropes;
    }

    RopePart partOf(const LayerRope& kind, const Json* scaling, const std::string& where)
    {
        RopePart part{.name = std::string(kind.name), .scaling = scaling, .where = where, .hasNoMagnitude = kind.hasNoMagnitude};
        part.readsTop = kind.thetaField != nullptr;
        const bool isStated = kind.thetaField != nullptr && !m_top.isList(kind.thetaField); // a list is for layers, not for kinds
        const std::optional<double> stated = isStated ? m_top.number<double>(kind.thetaField) : std::nullopt;
        part.ropeTheta = firstOf(stated, std::optional(kind.ropeTheta));
        part.thetaName = kind.thetaField != nullptr ? kind.thetaField : part.thetaName;
        if (kind.partialRotaryFactor != 1.0) {
            part.partialRotaryFactor = kind.partialRotaryFactor;
        }
        return part;
    }

    // What a class with several RoPEs adds to objects for each layer type: what they leave out, and those that are missing.
    void addKinds(std::vector<RopePart>& parts, std::span<const LayerRope> kinds)
    {
        static const Json none = Json::object();
        for (const LayerRope& kind : kinds) {
            RopePart ofClass = partOf(kind, &none, m_top.where());
            const auto found = std::ranges::find(parts, ofClass.name, &RopePart::name);
            if (found == parts.end()) {
                parts.push_back(std::move(ofClass));
            } else {
                found->ropeTheta = ofClass.ropeTheta;
                found->thetaName = ofClass.thetaName;
                found->partialRotaryFactor = ofClass.partialRotaryFactor;
                found->readsTop = ofClass.readsTop;
            }
        }
    }

    // Step 3.5: a base and a rotated part for each layer, the same within a layer type; `rope_scaling` is for full attention.
    std::vector<RopePart> partsByLayers(const Json& scaling, const std::string& where)
    {
        static const Json none = Json::object();
        const std::vector<double> thetas = m_top.list<double>("rope_theta", std::numeric_limits<double>::min(), 1e12);
        const std::vector<double> partials = m_top.list<double>("partial_rotary_factors", 0.0, 1.0);
        const std::vector<std::string> types = m_top.strings("layer_types");
        std::vector<RopePart> parts;
        for (std::size_t layer = 0; layer < std::min(types.size(), thetas.size()); ++layer) {
            if (std::ranges::find(parts, types[layer], &RopePart::name) == parts.end()) {
                const bool isScaled = types[layer] == "full_attention";
                parts.push_back({.name = types[layer],
                    .scaling = isScaled ? &scaling : &none,
                    .where = isScaled ? where : m_top.where(),
                    .ropeTheta = thetas[layer],
                    .thetaName = "rope_theta[" + std::to_string(layer) + "]",
                    .partialRotaryFactor = layer < partials.size() ? std::optional(partials[layer]) : std::nullopt});
            }
        }
        if (parts.empty()) {
            m_top.fail(Sentence::of("rope_theta is a list; expected layer_types, which name the kind of each layer"));
        }
        return parts;
    }

    // Which layers each RoPE is for, how far those look, and which do not rotate, where the file tells.
    Expected<void> assignLayers(HuggingFaceRopes& found)
    {
        std::vector<std::string> names;
        std::ranges::transform(found.ropes, std::back_inserter(names), &NamedRope::name);
        const LayerUse use = layerUseOf(m_top, names);
        if (m_top.error()) {
            return tl::unexpected(*m_top.error());
        }
        found.unrotatedLayers = use.unrotated;
        for (NamedRope& rope : found.ropes) {
            if (const auto layers = use.layers.find(rope.name); layers != use.layers.end()) {
                rope.layers = layers->second;
            }
            if (const auto window = use.windows.find(rope.name); window != use.windows.end()) {
                rope.rope.window = window->second;
            }
        }
        // A class makes the RoPEs of the kinds of layers that it has; where none is told by its kind, nothing is known of them.
        const auto isUnused = [&](const NamedRope& rope) { return rope.layers.empty() && (use.only.empty() || rope.name != use.only); };
        if (!std::ranges::all_of(found.ropes, isUnused)) {
            std::erase_if(found.ropes, isUnused);
        }
        return {};
    }

    Expected<RopeConfig> ropeOf(const RopePart& part, bool isOneOfSeveral)
    {
        FieldReader scaling(*part.scaling, part.where);
        const Expected<std::string> type = ropeTypeOf(scaling);
        RopeConfig rope;
        rope.modelId = m_top.string("_name_or_path").value_or("");
        rope.modelType = m_top.string("model_type").value_or("");
        rope.isLatentAttention = isLatentAttention();
        const Named<std::optional<double>> theta = thetaOf(part, scaling);
        rope.ropeTheta = theta.value;
        RopeFieldNames names{.ropeTheta = theta.name};
        assignLengths(rope, scaling, isOneOfSeveral, names);
        rope.scaling = scalingParametersOf(scaling);
        if (part.hasNoMagnitude && type && *type == "yarn" && !rope.scaling.attentionFactor) {
            rope.scaling.attentionFactor = 1.0;
        }
        rope.attentionFactor = rope.scaling.attentionFactor.value_or(1.0);
        applyNomicsFields(rope);
        const Expected<Named<int>> headDim = headDimOf(part.name);
        std::optional<int> rotaryDim = m_top.number<int>("rotary_dim", largestHeadDim);
        if (ignoresRotaryDim(rope.modelType)) {
            rotaryDim = {};
        }
        std::optional<double> partial = firstOf(scaling.number<double>("partial_rotary_factor"),
            firstOf(part.readsTop ? partialOnTop() : std::nullopt, part.partialRotaryFactor));
        if (type && *type == "default" && ignoresPartialRotaryFactor(rope.modelType)) {
            partial = {};
        }
        if (isNomicsForm(rope.modelType) && headDim) {
            partial = nomicsPart(headDim->value);
        }
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
        if (rope.ropeType == "default") {
            rope.ropeType = *type;
        }
        if (const std::optional<Sentence> other = otherPositions()) {
            return inputError(m_top.where() + ": " + *other);
        }
        if (m_top.boolean("alibi").value_or(false)) {
            return inputError(m_top.where() + ": " + Sentence::of("alibi is true; expected a model with rotary position embeddings"));
        }
        if (!rope.ropeTheta) {
            return inputError(m_top.where() + ": "
                + Sentence::of(
                    "rope_theta is missing; expected a model with rotary position embeddings (rope_theta on top or in rope_parameters)"));
        }
        if (!rope.originalMaxPositionEmbeddings) {
            return inputError(m_top.where() + ": " + Sentence::of("max_position_embeddings is missing; expected the number of positions"));
        }
        if (!headDim) {
            return tl::unexpected(headDim.error());
        }
        rope.headDim = headDim->value;
        names.headDim = headDim->name;
        if (partial && !(*partial > 0.0 && *partial <= 1.0)) {
            return inputError(m_top.where() + ": "
                + Sentence::of("partial_rotary_factor is {1}; expected more than 0, at most 1", Json(*partial).dump()));
        }
        return assignFrequencies(rope, partial, rotaryDim, names)
            .and_then([&] { return assignAxes(rope, sections, interleaved); })
            .map([&] { return rope; });
    }

    void assignLengths(RopeConfig& rope, FieldReader& scaling, bool isOneOfSeveral, RopeFieldNames& names)
    {
        const std::initializer_list<const char*> lengths = {"max_position_embeddings", "n_positions", "seq_length", "max_seq_len"};
        constexpr const char* original = "original_max_position_embeddings";
        const std::optional<std::int64_t> known = knownOf(m_defaults->maxPositionEmbeddings);
        rope.maxPositionEmbeddings = firstOf(m_top.number<std::int64_t>(lengths, maxContextLength),
            firstOf(known, m_top.number<std::int64_t>("model_max_length", maxContextLength)));
        const bool isLast = !known && !m_top.has(m_top.nameOf(lengths)) && m_top.has("model_max_length");
        names.maxPositionEmbeddings = isLast ? "model_max_length" : m_top.nameOf(lengths);
        // As Transformers: the field on top (Phi-3) comes first, except where RoPEs are nested.
        const auto ownLength = scaling.number<std::int64_t>(original, maxContextLength);
        const auto topLength = firstOf(m_top.number<std::int64_t>(original, maxContextLength), phi3OriginalLength(scaling));
        rope.originalMaxPositionEmbeddings
            = firstOf(isOneOfSeveral ? firstOf(ownLength, topLength) : firstOf(topLength, ownLength), rope.maxPositionEmbeddings);
        const bool isOwn = ownLength && (isOneOfSeveral || !topLength);
        names.originalMaxPositionEmbeddings = isOwn ? inside(scaling, original) : topLength ? original : names.maxPositionEmbeddings;
    }

    // The name of a field of the scaling, as seen from the top.
    std::string inside(const FieldReader& scaling, const char* field) const
    {
        const std::size_t begin = std::min(m_top.where().size(), scaling.where().size());
        const std::string place = scaling.where().substr(std::min(begin + 2, scaling.where().size()));
        return place.empty() ? field : place + ": " + field;
    }

    // Hunyuan calls it dynamic, but a stated alpha stretches the base once and for all, whatever the length.
    static void applyAlpha(RopeConfig& rope, RopeFieldNames& names)
    {
        const double alpha = rope.scaling.alpha.value_or(0.0);
        if (rope.ropeType == "dynamic" && alpha > 0.0 && rope.modelType.starts_with("hunyuan") && rope.ropeTheta && rope.rotaryDim > 2) {
            const double d = rope.rotaryDim;
            rope.ropeTheta = *rope.ropeTheta * std::pow(alpha, d / (d - 2));
            names.ropeTheta += " * alpha^(d/(d-2))";
            rope.ropeType = "default";
        }
    }

    // Without that field: Transformers' own form.
    bool isNomicsForm(std::string_view modelType) { return modelType == "nomic_bert" && m_top.has("rotary_emb_base"); }

    // nomic_bert, as the code beside its files computes it (modeling_hf_nomic_bert.py): dynamic NTK from the length on that it was trained
    // with, not from that which the file allows.
    void applyNomicsFields(RopeConfig& rope)
    {
        if (!isNomicsForm(rope.modelType)) {
            return;
        }
        const std::int64_t trained = m_top.number<std::int64_t>("max_trained_positions").value_or(2048);
        rope.originalMaxPositionEmbeddings = trained;
        const std::optional<double> factor = m_top.numberWithin("rotary_scaling_factor", 0.0, 1e9);
        if (factor.value_or(0.0) > 0.0) { // 0 counts as missing, like null
            rope.ropeType = "dynamic";
            rope.scaling.factor = factor;
            rope.scaling.growsBeyond = trained;
        }
    }

    // That code turns head_dim * rotary_emb_fraction components, none where the field is missing, and stops at an odd number or a part of
    // one.
    std::optional<double> nomicsPart(int headDim)
    {
        const double fraction = m_top.numberWithin("rotary_emb_fraction", 0.0, 1.0).value_or(0.0);
        const double turned = headDim * fraction;
        if (turned <= 0.0) {
            m_top.fail(Sentence::of(
                "rotary_emb_fraction is 0 or missing, so that no layer rotates; expected a model with rotary position embeddings"));
        } else if (turned != 2 * std::floor(turned / 2)) {
            m_top.fail(Sentence::of(
                "rotary_emb_fraction is {1}, which is {2} of the {3} components of a head; expected a whole, even number of them",
                Json(fraction).dump(), Json(turned).dump(), std::to_string(headDim)));
        }
        return fraction;
    }

    // What says that the model has no RoPE; none if nothing does. Granite's hybrid class has one only where it is asked for.
    std::optional<Sentence> otherPositions()
    {
        const std::optional<std::string> type = m_top.string("position_embedding_type");
        if (type && *type != "rope" && *type != "rotary") {
            return Sentence::of(
                "position_embedding_type is \"{1}\", so that no layer rotates; expected a model with rotary position embeddings", *type);
        }
        if (!type && m_top.string("model_type") == "granitemoehybrid") {
            return Sentence::of(
                "position_embedding_type is missing, so that no layer rotates; expected a model with rotary position embeddings");
        }
        return {};
    }

    // The class of Phi-3 has 4096 on top where the file has nothing; Transformers does not look there for the type "su".
    std::optional<std::int64_t> phi3OriginalLength(FieldReader& scaling)
    {
        const std::string type = firstOf(scaling.string("rope_type"), scaling.string("type")).value_or("default");
        const bool needsIt = type == "longrope" || type == "yarn" || type == "llama3";
        return needsIt && m_top.string("model_type") == "phi3" ? std::optional<std::int64_t>(4096) : std::nullopt;
    }

    // Its classes have names of their own, and do not read the usual ones.
    bool isNeoX() { return m_top.string("model_type").value_or("").starts_with("gpt_neox"); }

    std::optional<double> partialOnTop()
    {
        return isNeoX() ? m_top.number<double>("rotary_pct")
                        : m_top.number<double>({"rotary_pct", "partial_rotary_factor", "rope_pct", "rotary_emb_fraction"});
    }

    // rope_theta: in the object, on top, or the default of a model type that may leave it out.
    Named<std::optional<double>> thetaOf(const RopePart& part, FieldReader& scaling)
    {
        Named<std::optional<double>> theta{part.ropeTheta, part.thetaName};
        if (!theta.value) {
            theta.value = isNeoX() ? m_top.number<double>("rotary_emb_base") : m_top.number<double>({"rotary_emb_base", "rope_theta"});
            theta.name = isNeoX() ? "rotary_emb_base" : m_top.nameOf({"rope_theta", "rotary_emb_base"});
        }
        if (const Json* const attention = m_top.object("attn_config"); !theta.value && attention != nullptr) { // DBRX
            theta = {FieldReader(*attention, m_top.where() + ": attn_config").number<double>("rope_theta"), "attn_config: rope_theta"};
        }
        if (const std::optional<double> own = scaling.number<double>("rope_theta")) {
            theta = {own, inside(scaling, "rope_theta")};
        }
        theta.value = firstOf(theta.value, knownOf(m_defaults->ropeTheta));
        const std::optional<double> ratio = m_top.numberWithin("rope_ratio", 1e-9, 1e9); // ChatGLM, GLM-4
        if (theta.value && ratio) {
            theta = {*theta.value * *ratio, theta.name + " * rope_ratio"};
        }
        return theta;
    }

    // Gemma 4 as Transformers 5 saves it: layers that differ from head_dim state theirs.
    std::optional<Named<int>> headDimOfLayers(const std::string& ropeName)
    {
        const Json* const layers = m_top.object("per_layer_config");
        const std::vector<std::string> types = m_top.strings("layer_types");
        for (std::size_t layer = 0; layers != nullptr && layer < types.size(); ++layer) {
            for (const std::string& key : {std::to_string(layer), (layer < 10 ? "0" : "") + std::to_string(layer)}) {
                const auto found = layers->find(key);
                if (types[layer] == ropeName && found != layers->end() && found->is_object()) {
                    const std::string place = "per_layer_config: " + key;
                    const auto stated = FieldReader(*found, m_top.where() + ": " + place).number<int>("head_dim", largestHeadDim);
                    return stated ? std::optional(Named<int>{*stated, place + ": head_dim"}) : std::nullopt;
                }
            }
        }
        return {};
    }

    // What the file itself states of it, or its class.
    std::optional<Named<int>> statedHeadDim(const std::string& ropeName)
    {
        const auto named = [this](std::initializer_list<const char*> fields) -> std::optional<Named<int>> {
            const std::optional<int> value = m_top.number<int>(fields, largestHeadDim);
            return value ? std::optional(Named<int>{*value, m_top.nameOf(fields)}) : std::nullopt;
        };
        const auto rotated = isLatentAttention() ? named({"qk_rope_head_dim"}) : std::nullopt;
        const bool isFull = ropeName == "full_attention";
        const std::optional<int> ofClass = isFull && !m_top.has("per_layer_config") ? knownOf(m_defaults->fullHeadDim) : std::nullopt;
        const auto global = firstOf(isFull ? named({"global_head_dim"}) : std::nullopt,
            firstOf(headDimOfLayers(ropeName), ofClass ? std::optional(Named<int>{*ofClass, "global_head_dim"}) : std::nullopt));
        const std::optional<int> known = knownOf(m_defaults->headDim);
        return firstOf(rotated,
            firstOf(global,
                firstOf(named({"head_dim", "attention_head_dim", "kv_channels"}),
                    known ? std::optional(Named<int>{*known, "head_dim"}) : std::nullopt)));
    }

    Expected<Named<int>> headDimOf(const std::string& ropeName)
    {
        const std::initializer_list<const char*> sizes = {"hidden_size", "n_embd", "d_model"};
        const std::initializer_list<const char*> counts = {"num_attention_heads", "n_head", "n_heads"};
        const std::optional<Named<int>> stated = statedHeadDim(ropeName);
        const std::optional<int> hidden = firstOf(m_top.number<int>(sizes), knownOf(m_defaults->hiddenSize));
        const std::optional<int> heads = firstOf(m_top.number<int>(counts), knownOf(m_defaults->attentionHeads));
        if (!stated && !(hidden && heads)) {
            return inputError(
                m_top.where() + ": " + Sentence::of("head_dim is missing; expected head_dim, or hidden_size and num_attention_heads"));
        }
        const std::string countName = m_top.nameOf(counts);
        if (!stated && *heads < 1) {
            return inputError(m_top.where() + ": "
                + Sentence::of(
                    "head_dim is missing and {1} is {2}; expected head_dim, or at least 1 head", countName, std::to_string(*heads)));
        }
        const Named<int> headDim = stated ? *stated : Named<int>{*hidden / *heads, m_top.nameOf(sizes) + (" / " + countName)};
        if (headDim.value < 1 || headDim.value > largestHeadDim) {
            return inputError(m_top.where() + ": "
                + Sentence::of("{1} is {2}; expected 1 to {3} components", headDim.name, std::to_string(headDim.value),
                    std::to_string(largestHeadDim)));
        }
        return headDim;
    }

    bool isLatentAttention() { return m_top.number<int>("qk_rope_head_dim").value_or(m_defaults->isLatentAttention ? 1 : 0) > 0; }

    Expected<void> assignFrequencies(
        RopeConfig& rope, std::optional<double> partial, std::optional<int> rotaryDim, RopeFieldNames names) const
    {
        if (rope.ropeType == "proportional") {
            rope.rotaryDim = rope.headDim;
            names.rotaryDim = names.headDim;
            rope.invFreq = proportionalInvFreq(*rope.ropeTheta, rope.headDim, partial.value_or(1.0));
            return validate(rope, m_top.where(), names);
        }
        // qk_rope_head_dim is already what is rotated.
        rope.rotaryDim = rope.isLatentAttention ? rope.headDim
            : partial                           ? rotaryDimOf(rope.headDim, *partial)
                                                : rotaryDim.value_or(rope.headDim);
        names.rotaryDim = rope.isLatentAttention ? names.headDim
            : partial                            ? names.headDim + " * partial_rotary_factor"
            : rotaryDim                          ? "rotary_dim"
                                                 : names.headDim;
        if (rope.rotaryDim > 0 && rope.rotaryDim % 2 != 0) {
            const std::string odd = std::to_string(rope.rotaryDim);
            return inputError(m_top.where() + ": "
                + Sentence::of("{1} is {2}; expected an even number: of an odd one classes of Transformers make {3} frequencies as of {4} "
                               "components and turn {5} (GLM, Phi-3, GPT-NeoX), or stop (Llama, Phi, StableLM)",
                    names.rotaryDim, odd, std::to_string(rope.rotaryDim / 2 + 1), odd, std::to_string(rope.rotaryDim + 1)));
        }
        applyAlpha(rope, names);
        rope.invFreq = standardInvFreq(*rope.ropeTheta, std::clamp(rope.rotaryDim, 0, rope.headDim));
        return validate(rope, m_top.where(), names);
    }

    Expected<void> assignAxes(RopeConfig& rope, const std::vector<int>& sections, bool interleaved)
    {
        if (sections.empty()) {
            return {};
        }
        if (sections.size() != 3) {
            return inputError(m_top.where() + ": "
                + Sentence::of("mrope_section has {1} values; expected 3 (time, height, width)", std::to_string(sections.size())));
        }
        // Which layout a model has is decided by its code; the flag came later than Qwen3-VL.
        const std::string type = m_top.string("model_type").value_or("");
        const bool isInterleaved = interleaved || type.starts_with("cosmos3_edge") || type.starts_with("qwen3_vl")
            || type.starts_with("qwen3_omni") || type.starts_with("qwen3_5");
        rope.axis = mropeAxes(sections,
            type.starts_with("ernie4_5_vl") ? MropeLayout::Ernie
                : isInterleaved             ? MropeLayout::Interleaved
                                            : MropeLayout::Contiguous);
        if (rope.axis.size() != rope.dimensions()) {
            return inputError(m_top.where() + ": "
                + Sentence::of("mrope_section adds up to {1}; expected rotary_dim/2 = {2}", std::to_string(rope.axis.size()),
                    std::to_string(rope.dimensions())));
        }
        return {};
    }

    // In ClassDefaults 0 stands for an unknown default.
    template <class T> static std::optional<T> knownOf(T value) { return value > T{} ? std::optional(value) : std::nullopt; }

    FieldReader m_top;
    const ClassDefaults* m_defaults = &noDefaults;
    std::shared_ptr<const Json> m_ofClass; // parts are of it
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

// Mistral's own params.json, which has other names for the same.
bool isMistralParams(const Json& config)
{
    return config.contains("dim") && config.contains("n_heads") && config.contains("n_layers") && !config.contains("model_type");
}

// Its names, and those of a config.json.
using FieldNames = std::pair<const char*, const char*>;
constexpr std::array<FieldNames, 4> mistralFields = {{{"dim", "hidden_size"}, {"n_heads", "num_attention_heads"},
    {"n_layers", "num_hidden_layers"}, {"max_seq_len", "max_position_embeddings"}}};
constexpr std::array<FieldNames, 2> mistralYarnFields = {{{"beta", "beta_fast"}, {"alpha", "beta_slow"}}};

void rename(Json& object, std::span<const FieldNames> names)
{
    for (const auto& [from, to] : names) {
        if (const auto found = object.find(from); found != object.end()) {
            Json value = std::move(*found);
            object.erase(from);
            object[to] = std::move(value);
        }
    }
}

// An error that speaks of a config.json, in the words of the file; in English alone.
Error inMistralWords(const Error& error)
{
    std::string text = error.message;
    const auto replace = [&text](const std::string& from, const std::string& to) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    };
    for (const auto& [theirs, ours] : mistralFields) {
        replace(ours, theirs);
    }
    for (const auto& [theirs, ours] : mistralYarnFields) {
        replace(ours, theirs);
    }
    replace("rope_scaling", "yarn");
    return {error.kind, text};
}

Json configOfMistralParams(const Json& params)
{
    Json config = params;
    rename(config, mistralFields);
    if (const auto yarn = params.find("yarn"); yarn != params.end() && yarn->is_object()) {
        Json scaling = *yarn;
        scaling["rope_type"] = "yarn";
        rename(scaling, mistralYarnFields);
        const auto apply = yarn->find("apply_scale");
        if (apply != yarn->end() && apply->is_boolean() && !apply->get<bool>()) {
            scaling["attention_factor"] = 1.0; // cos and sin are left as they are
        }
        config["rope_scaling"] = std::move(scaling);
    }
    return config;
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
    if (isMistralParams(config)) {
        return huggingFaceRopesOf(configOfMistralParams(config), where)
            .map([](HuggingFaceRopes found) {
                found.isMistralParams = true;
                return found;
            })
            .map_error(inMistralWords);
    }
    const auto [section, inside] = languageModelOf(config);
    const auto name = config.find("_name_or_path");
    const std::string modelId = name != config.end() && name->is_string() ? name->get<std::string>() : std::string();
    const std::string place = inside.empty() ? where : where + ": " + inside;
    const Expected<std::optional<EncodedPositions>> other = otherEncodingOf(*section, place);
    if (!other) {
        return tl::unexpected(other.error());
    }
    const auto read = [&, &section = section]() -> Expected<HuggingFaceRopes> {
        if (!*other) {
            return RopeReader(*section, place).ropes();
        }
        HuggingFaceRopes found;
        found.ropes.push_back({.name = "main", .rope = (*other)->rope, .layers = {}, .encoding = (*other)->encoding});
        return found;
    };
    return read().map([&, &place = inside](HuggingFaceRopes found) {
        found.section = place;
        for (NamedRope& rope : found.ropes) {
            rope.rope.modelId = rope.rope.modelId.empty() ? modelId : rope.rope.modelId;
        }
        return found;
    });
}

} // namespace rotascope
