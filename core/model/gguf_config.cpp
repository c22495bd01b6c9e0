// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gguf_config.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {
namespace {

constexpr double defaultRopeTheta = 10000.0; // of llama.cpp
constexpr std::int64_t largestHeadDim = 65536;

// Reads values of one architecture and remembers the first that is wrong.
class FieldReader {
public:
    FieldReader(const gguf::Header& header, std::string architecture) : m_header(header), m_architecture(std::move(architecture)) { }

    std::optional<std::int64_t> integer(const std::string& name) { return keep(m_header.integer(m_architecture + "." + name)); }
    std::optional<double> real(const std::string& name) { return keep(m_header.real(m_architecture + "." + name)); }
    std::optional<std::string> text(const std::string& name) { return keep(m_header.text(m_architecture + "." + name)); }
    std::optional<std::vector<float>> tensor(std::string_view name) { return keep(m_header.floatTensor(name)); }
    /// Whether it is one number; some architectures have a list, one for each layer.
    [[nodiscard]] bool isList(const std::string& name) const
    {
        const gguf::KeyValue* const found = m_header.find(m_architecture + "." + name);
        return found != nullptr && found->type == gguf::ValueType::Array;
    }
    [[nodiscard]] bool isFalse(const std::string& name) const
    {
        const gguf::KeyValue* const found = m_header.find(m_architecture + "." + name);
        return found != nullptr && found->type == gguf::ValueType::Bool && found->value.front() == '\0';
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    template <class T> std::optional<T> keep(const Expected<std::optional<T>>& value)
    {
        if (!value) {
            m_error = m_error ? m_error : value.error();
            return std::nullopt;
        }
        return *value;
    }

    const gguf::Header& m_header;
    std::string m_architecture;
    std::optional<Error> m_error;
};

std::optional<std::int64_t> headDimOf(FieldReader& fields)
{
    if (const auto keyLength = fields.integer("attention.key_length")) {
        return keyLength;
    }
    if (fields.isList("attention.head_count")) {
        return std::nullopt;
    }
    const auto embedding = fields.integer("embedding_length");
    const auto heads = fields.integer("attention.head_count");
    return embedding && heads && *heads > 0 ? std::optional(*embedding / *heads) : std::nullopt;
}

// Architectures of llama.cpp that know their positions in another way, or have none.
constexpr std::array withoutRope
    = {"bert", "bloom", "gpt2", "jina-bert-v2", "mamba", "mamba2", "mpt", "refact", "rwkv6", "rwkv7", "starcoder", "t5", "t5encoder"};

std::vector<double> listOf(const std::optional<std::vector<float>>& factors)
{
    return factors ? std::vector<double>(factors->begin(), factors->end()) : std::vector<double>();
}

// What the file states of its own scaling, under the names of Hugging Face configurations. attn_factor is attention_factor for the two
// lists alone: YaRN's magnitude is multiplied by it.
ScalingParameters scalingParametersOf(FieldReader& fields, double factor, const GgufRope& model)
{
    ScalingParameters parameters;
    parameters.factor = factor != 0.0 ? std::optional(factor) : std::nullopt; // 0 is llama.cpp's word for none
    parameters.betaFast = fields.real("rope.scaling.yarn_beta_fast");
    parameters.betaSlow = fields.real("rope.scaling.yarn_beta_slow");
    parameters.longFactor = listOf(model.ropeFactorsLong);
    parameters.shortFactor = listOf(model.ropeFactorsShort);
    parameters.factors = listOf(model.ropeFreqs);
    // llama.cpp's converter writes 1e30 for a dimension that never turns (Gemma 4).
    constexpr double leastOfFrozen = 1e20;
    std::ranges::replace_if(
        parameters.factors, [](double value) { return value >= leastOfFrozen; }, std::numeric_limits<double>::infinity());
    parameters.attentionFactor = model.ropeFactorsLong ? fields.real("rope.scaling.attn_factor") : std::nullopt;
    return parameters;
}

Expected<void> checkScaling(const ScalingParameters& scaling, const std::string& place)
{
    constexpr double most = 1e9; // as for a config.json
    const std::array<std::pair<const char*, std::optional<double>>, 4> numbers = {{{"factor", scaling.factor},
        {"yarn_beta_fast", scaling.betaFast}, {"yarn_beta_slow", scaling.betaSlow}, {"attn_factor", scaling.attentionFactor}}};
    for (const auto& [name, value] : numbers) {
        if (value && !(*value >= 0.0 && *value <= most)) {
            return inputError(place + ".rope.scaling." + name + " is " + std::to_string(*value) + "; expected 0 to 1e9");
        }
    }
    return {};
}

Expected<void> checkFactors(
    const std::optional<std::vector<float>>& factors, std::string_view name, std::size_t dimensions, const std::string& where)
{
    if (!factors) {
        return {};
    }
    if (factors->size() != dimensions) {
        return inputError(where + ": tensor " + std::string(name) + " has " + std::to_string(factors->size()) + " factors; expected "
            + std::to_string(dimensions) + ", half of rope.dimension_count");
    }
    const auto wrong = std::ranges::find_if(*factors, [](float factor) { return !std::isfinite(factor) || factor <= 0.0F; });
    if (wrong != factors->end()) {
        return inputError(where + ": tensor " + std::string(name) + ": the factor of dimension " + std::to_string(wrong - factors->begin())
            + " is " + std::to_string(*wrong) + "; expected a number greater than 0");
    }
    return {};
}

} // namespace

std::vector<std::string_view> factorTensorsOf(std::string_view architecture)
{
    if (std::ranges::find(ropeFreqsArchitectures, architecture) != ropeFreqsArchitectures.end()) {
        return {ropeFreqsTensor};
    }
    if (std::ranges::find(ropeFactorsArchitectures, architecture) != ropeFactorsArchitectures.end()) {
        return {ropeFactorsLongTensor, ropeFactorsShortTensor};
    }
    return {};
}

Expected<GgufRope> parseGgufRope(const gguf::Header& header, const std::string& where)
{
    const auto architecture = header.text("general.architecture");
    const auto name = header.text("general.name");
    if (!architecture || !name) {
        return tl::unexpected(!architecture ? architecture.error() : name.error());
    }
    if (!*architecture) {
        return inputError(where + ": general.architecture is missing; expected a GGUF model");
    }
    GgufRope result;
    result.architecture = **architecture;
    FieldReader fields(header, result.architecture);
    RopeConfig& rope = result.rope;
    rope.modelId = name->value_or("");
    rope.ropeTheta = fields.real("rope.freq_base").value_or(defaultRopeTheta);
    rope.maxPositionEmbeddings = fields.integer("context_length");
    rope.originalMaxPositionEmbeddings = fields.integer("rope.scaling.original_context_length");
    result.statesOriginalLength = rope.originalMaxPositionEmbeddings.has_value();
    if (!rope.originalMaxPositionEmbeddings) {
        rope.originalMaxPositionEmbeddings = rope.maxPositionEmbeddings;
    }
    result.yarnAttnFactor = fields.real("rope.scaling.yarn_attn_factor");
    result.yarnLogMultiplier = fields.real("rope.scaling.yarn_log_multiplier");
    result.slidingWindow = fields.isList("attention.sliding_window") ? std::nullopt : fields.integer("attention.sliding_window");
    result.slidingTheta = fields.real("rope.freq_base_swa");
    rope.attentionFactor = fields.real("rope.scaling.attn_factor").value_or(1.0);
    const auto headDim = headDimOf(fields);
    const auto rotaryDim = fields.integer("rope.dimension_count");
    result.ropeFreqs = fields.tensor(ropeFreqsTensor);
    result.ropeFactorsLong = fields.tensor(ropeFactorsLongTensor);
    result.ropeFactorsShort = fields.tensor(ropeFactorsShortTensor);
    const auto type = fields.text("rope.scaling.type");
    const auto statedFactor = fields.real("rope.scaling.factor");
    const double factor = (statedFactor ? statedFactor : fields.real("rope.scale_linear")).value_or(0.0); // the older name
    rope.scaling = scalingParametersOf(fields, factor, result);
    if (fields.error()) {
        return tl::unexpected(*fields.error());
    }
    result.scalingType = type ? *type : factor != 0.0 && factor != 1.0 ? "linear" : "";
    rope.ropeType = result.scalingType == "none" ? "default"
        : !result.scalingType.empty()            ? result.scalingType
        : !rope.scaling.longFactor.empty()       ? "longrope"
        : result.ropeFreqs                       ? "rope_freqs"
                                                 : "default";
    const std::string place = where + ": " + result.architecture;
    if (std::ranges::find(withoutRope, result.architecture) != withoutRope.end()) {
        return inputError(where + ": the architecture " + result.architecture + " has no rotary position embeddings");
    }
    // Granite's code uses this key, which is about something else by its name, as the switch of its RoPE.
    if (result.architecture.starts_with("granite") && fields.isFalse("rope.scaling.finetuned")) {
        return inputError(place
            + ".rope.scaling.finetuned is false, so that llama.cpp does not rotate at all; expected a model with rotary "
              "position embeddings");
    }
    if (!rope.maxPositionEmbeddings) {
        return inputError(place + ".context_length is missing; expected the number of positions");
    }
    if (!rotaryDim && !headDim) {
        return inputError(place + ".rope.dimension_count is missing; expected a model with rotary position embeddings");
    }
    // Bounded before anything is allocated from them.
    for (const std::int64_t components :
        {headDim.value_or(*(rotaryDim ? rotaryDim : headDim)), rotaryDim.value_or(*(headDim ? headDim : rotaryDim))}) {
        if (components < 1 || components > largestHeadDim) {
            return inputError(
                place + ": a head of " + std::to_string(components) + " components; expected 1 to " + std::to_string(largestHeadDim));
        }
    }
    rope.rotaryDim = static_cast<int>(rotaryDim ? *rotaryDim : *headDim);
    rope.headDim = static_cast<int>(headDim ? *headDim : *rotaryDim);
    rope.invFreq = standardInvFreq(*rope.ropeTheta, rope.rotaryDim);
    return validate(rope, where)
        .and_then([&] { return checkScaling(rope.scaling, place); })
        .and_then([&] { return checkFactors(result.ropeFreqs, ropeFreqsTensor, rope.dimensions(), where); })
        .and_then([&] { return checkFactors(result.ropeFactorsLong, ropeFactorsLongTensor, rope.dimensions(), where); })
        .and_then([&] { return checkFactors(result.ropeFactorsShort, ropeFactorsShortTensor, rope.dimensions(), where); })
        .map([&] { return result; });
}

} // namespace rotascope
