// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/hugging_face_config.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

using Json = nlohmann::json;

// A config.json is a few kB; tokenizer files that people open by mistake are some MB.
constexpr std::uintmax_t largestConfig = 64U << 20U;

constexpr std::array knownRopeTypes = {"default", "linear", "dynamic", "yarn", "longrope", "llama3", "proportional"};

// Reads typed fields of one configuration and remembers the first that is wrong.
class FieldReader {
public:
    FieldReader(const Json& object, std::string where) : m_object(object), m_where(std::move(where)) { }

    template <class T> std::optional<T> number(const char* field)
    {
        const auto found = m_object.find(field);
        if (found == m_object.end() || found->is_null()) {
            return {};
        }
        if (!fits<T>(*found)) {
            fail(std::string(field) + " is " + shortened(*found) + "; expected " + (std::is_integral_v<T> ? "a whole number" : "a number"));
            return {};
        }
        return found->get<T>();
    }

    std::optional<std::string> string(const char* field)
    {
        const auto found = m_object.find(field);
        if (found == m_object.end() || found->is_null()) {
            return {};
        }
        if (!found->is_string()) {
            fail(std::string(field) + " is " + shortened(*found) + "; expected a string");
            return {};
        }
        return found->get<std::string>();
    }

    /// A member object; an empty one where it is missing or null.
    Json object(const char* field)
    {
        const auto found = m_object.find(field);
        if (found == m_object.end() || found->is_null()) {
            return Json::object();
        }
        if (!found->is_object()) {
            fail(std::string(field) + " is " + shortened(*found) + "; expected an object");
            return Json::object();
        }
        return *found;
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    template <class T> static bool fits(const Json& value)
    {
        if constexpr (std::is_floating_point_v<T>) {
            return value.is_number();
        } else if (value.is_number_unsigned()) {
            return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<T>::max());
        } else {
            return value.is_number_integer() && value.get<std::int64_t>() >= std::numeric_limits<T>::min();
        }
    }

    static std::string shortened(const Json& value)
    {
        const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
        return text.size() <= 40 ? text : text.substr(0, 40) + "...";
    }

    void fail(const std::string& what)
    {
        if (!m_error) {
            m_error = Error{ErrorKind::Input, m_where + ": " + what};
        }
    }

    const Json& m_object;
    std::string m_where;
    std::optional<Error> m_error;
};

template <class T> std::optional<T> firstOf(std::optional<T> a, std::optional<T> b)
{
    return a ? a : b;
}

Expected<std::string> ropeTypeOf(FieldReader& scaling, const std::string& where)
{
    std::string type = firstOf(scaling.string("rope_type"), scaling.string("type")).value_or("default");
    // Names that Transformers itself translates: "su" was LongRoPE's first name; M-RoPE is a default RoPE with sections.
    if (type == "su") {
        type = "longrope";
    } else if (type == "mrope") {
        type = "default";
    }
    if (std::ranges::find(knownRopeTypes, type) == knownRopeTypes.end()) {
        std::string known;
        for (const char* name : knownRopeTypes) {
            known += known.empty() ? name : std::string(", ") + name;
        }
        return inputError(where + ": rope_type \"" + type + "\" is not known; expected one of " + known);
    }
    return type;
}

} // namespace

Expected<RopeConfig> parseHuggingFaceConfig(std::string_view text, const std::string& where)
{
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded() || !json.is_object()) {
        return inputError(where + ": not a JSON object; expected a Hugging Face config.json");
    }
    FieldReader top(json, where);
    // New form: everything in rope_parameters. Old form: rope_scaling, with rope_theta beside it.
    const bool newForm = json.contains("rope_parameters") && !json["rope_parameters"].is_null();
    const char* const scalingName = newForm ? "rope_parameters" : "rope_scaling";
    const Json scalingObject = top.object(scalingName);
    if (std::ranges::any_of(scalingObject, [](const Json& member) { return member.is_object(); })) {
        return inputError(where + ": rope_parameters holds one RoPE for each layer type; expected a configuration with a single RoPE");
    }
    FieldReader scaling(scalingObject, where + ": " + scalingName);

    RopeConfig rope;
    rope.modelId = top.string("_name_or_path").value_or("");
    rope.ropeTheta
        = firstOf(scaling.number<double>("rope_theta"), firstOf(top.number<double>("rope_theta"), top.number<double>("rotary_emb_base")));
    const std::optional<int> headDim = top.number<int>("head_dim");
    const std::optional<int> hiddenSize = top.number<int>("hidden_size");
    const std::optional<int> heads = top.number<int>("num_attention_heads");
    const double partial = firstOf(scaling.number<double>("partial_rotary_factor"),
        firstOf(top.number<double>("partial_rotary_factor"), top.number<double>("rotary_pct")))
                               .value_or(1.0);
    rope.maxPositionEmbeddings = top.number<std::int64_t>("max_position_embeddings");
    rope.originalMaxPositionEmbeddings = firstOf(scaling.number<std::int64_t>("original_max_position_embeddings"),
        firstOf(top.number<std::int64_t>("original_max_position_embeddings"), rope.maxPositionEmbeddings));
    rope.attentionFactor = scaling.number<double>("attention_factor").value_or(1.0);
    const Expected<std::string> type = ropeTypeOf(scaling, where);
    for (const FieldReader* reader : {&top, &scaling}) {
        if (reader->error()) {
            return tl::unexpected(*reader->error());
        }
    }
    if (!type) {
        return tl::unexpected(type.error());
    }
    rope.ropeType = *type;
    if (!rope.ropeTheta) {
        return inputError(
            where + ": rope_theta is missing; expected a model with rotary position embeddings (rope_theta on top or in rope_parameters)");
    }
    if (!rope.originalMaxPositionEmbeddings) {
        return inputError(where + ": max_position_embeddings is missing; expected the number of positions");
    }
    if (headDim) {
        rope.headDim = *headDim;
    } else if (hiddenSize && heads && *heads > 0) {
        rope.headDim = *hiddenSize / *heads;
    } else {
        return inputError(where + ": head_dim is missing; expected head_dim, or hidden_size and num_attention_heads");
    }
    if (!(partial > 0.0 && partial <= 1.0)) {
        return inputError(where + ": partial_rotary_factor is " + std::to_string(partial) + "; expected more than 0, at most 1");
    }
    // Bounded before anything is allocated from it; no model's head has more than some thousand components.
    if (rope.headDim < 1 || rope.headDim > 65536) {
        return inputError(where + ": head_dim is " + std::to_string(rope.headDim) + "; expected 1 to 65536 components");
    }
    rope.rotaryDim = rotaryDimOf(rope.headDim, partial);
    rope.invFreq = standardInvFreq(*rope.ropeTheta, std::max(rope.rotaryDim, 0));
    return validate(rope, where).map([&] { return rope; });
}

Expected<RopeConfig> readHuggingFaceConfig(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return inputError(file.string() + ": no such file; expected a Hugging Face config.json");
    }
    if (!std::filesystem::is_regular_file(file, error)) {
        return inputError(file.string() + ": not a regular file; expected a Hugging Face config.json");
    }
    if (std::filesystem::file_size(file, error) > largestConfig) {
        return inputError(file.string() + ": larger than 64 MiB; expected a Hugging Face config.json");
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return inputError(file.string() + ": cannot be opened for reading; check its permissions");
    }
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return parseHuggingFaceConfig(text, file.string());
}

} // namespace rotascope
