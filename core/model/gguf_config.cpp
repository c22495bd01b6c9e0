// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gguf_config.h"

#include "core/rope/frozen.h"
#include "core/text.h"

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
    [[nodiscard]] bool has(const std::string& name) const { return m_header.find(m_architecture + "." + name) != nullptr; }
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

// The file's own keys, for messages.
RopeFieldNames fieldNamesOf(const FieldReader& fields, const std::string& architecture)
{
    const std::string prefix = architecture + ".";
    const std::string context = prefix + "context_length";
    const std::string headDim = fields.has("attention.key_length") ? prefix + "attention.key_length"
                                                                   : prefix + "embedding_length / " + prefix + "attention.head_count";
    return {.ropeTheta = prefix + "rope.freq_base",
        .headDim = headDim,
        .rotaryDim = fields.has("rope.dimension_count") ? prefix + "rope.dimension_count" : headDim,
        .originalMaxPositionEmbeddings
        = fields.has("rope.scaling.original_context_length") ? prefix + "rope.scaling.original_context_length" : context,
        .maxPositionEmbeddings = context,
        .window = prefix + "attention.sliding_window"};
}

// Architectures of llama.cpp that know their positions in another way, or have none.
constexpr std::array withoutRope
    = {"bert", "bloom", "gpt2", "jina-bert-v2", "mamba", "mamba2", "mpt", "refact", "rwkv6", "rwkv7", "starcoder", "t5", "t5encoder"};

bool isDeepSeek(std::string_view architecture)
{
    return architecture == "deepseek2" || architecture == "deepseek32";
}

// What llama.cpp does in layers with a sliding window, by architecture. step35, which turns half of its heads in the others, is not among
// them.
struct SlidingLayers {
    std::string_view architecture;
    bool hasOwnBase; // 10000, else the model's, where rope.freq_base_swa is not stated
    bool isScaled; // as the other layers
    bool looksBothWays = false; // half of the window to each side
};
constexpr std::array<SlidingLayers, 24> slidingArchitectures
    = {{{"afmoe", false, true}, {"cohere2", false, true}, {"cohere2moe", false, true}, {"dots3note", true, false},
        {"exaone-moe", false, true}, {"exaone4", false, true}, {"gemma-embedding", true, false, true}, {"gemma2", false, true},
        {"gemma3", true, false}, {"gemma3n", true, false}, {"gemma4", true, false}, {"gemma4-assistant", true, false},
        {"gpt-oss", false, true}, {"laguna", false, false}, {"llama4", false, true}, {"maple", false, true}, {"mellum", false, true},
        {"mimo2", true, false}, {"modern-bert", true, false, true}, {"muse-glimmer", false, false}, {"olmo2", false, false},
        {"plamo3", true, false}, {"smallthinker", false, true}, {"spark2_5", false, true}}};

// Of layers with a sliding window; none where there are none, or they have the RoPE of the others.
std::optional<RopeConfig> slidingRopeOf(const GgufRope& model, std::optional<std::int64_t> rotaryDim)
{
    constexpr double ownBase = 10000.0;
    const auto* const known = std::ranges::find(slidingArchitectures, model.architecture, &SlidingLayers::architecture);
    if (known == slidingArchitectures.end() || model.slidingWindow.value_or(0) <= 0) {
        return std::nullopt;
    }
    RopeConfig rope = model.rope;
    rope.ropeTheta = model.slidingTheta ? model.slidingTheta : known->hasOwnBase ? std::optional(ownBase) : rope.ropeTheta;
    rope.window = known->looksBothWays ? std::max<std::int64_t>(*model.slidingWindow / 2, 1) : *model.slidingWindow;
    if (rotaryDim && *rotaryDim >= 1 && *rotaryDim <= largestHeadDim) {
        rope.rotaryDim = static_cast<int>(*rotaryDim);
        rope.headDim = std::max(rope.headDim, rope.rotaryDim);
    }
    if (!known->isScaled) {
        rope.ropeType = "default";
        rope.scaling = {.magnitude = model.architecture == "olmo2" ? std::nullopt : rope.scaling.magnitude};
        rope.attentionFactor = rope.scaling.magnitude.value_or(1.0);
    }
    rope.invFreq = standardInvFreq(*rope.ropeTheta, rope.rotaryDim);
    const bool isSame = rope.ropeTheta == model.rope.ropeTheta && rope.rotaryDim == model.rope.rotaryDim
        && rope.ropeType == model.rope.ropeType && rope.scaling == model.rope.scaling;
    return isSame ? std::nullopt : std::optional(rope);
}

// As those of the other layers, but for what the file states for these.
RopeFieldNames slidingNamesOf(const FieldReader& fields, RopeFieldNames names, const std::string& architecture)
{
    if (fields.has("rope.freq_base_swa")) {
        names.ropeTheta = architecture + ".rope.freq_base_swa";
    }
    if (fields.has("rope.dimension_count_swa")) {
        names.rotaryDim = architecture + ".rope.dimension_count_swa";
    }
    return names;
}

std::vector<double> listOf(const std::optional<std::vector<float>>& factors)
{
    return factors ? std::vector<double>(factors->begin(), factors->end()) : std::vector<double>();
}

// The magnitude that yarn has with a log multiplier: 1 of all, but for mistral3 with another one than 1. Its other part is for the softmax.
void addLogMultiplier(ScalingParameters& parameters, const GgufRope& model)
{
    if (!model.yarnLogMultiplier || !readsYarnLogMultiplier(model.architecture)) {
        return;
    }
    // Converted DeepSeek models hold a tenth of what the formula takes.
    const auto stated = static_cast<float>(*model.yarnLogMultiplier);
    parameters.mscaleAllDim = isDeepSeek(model.architecture) ? stated / 0.1F : stated;
    parameters.mscale = model.architecture == "deepseek2" ? *parameters.mscaleAllDim : 1.0;
}

// The tensor's factors, where the type has none of its own: rope_freqs, else the one of the two lists that is for the model's length.
std::vector<double> factorsBesideType(const GgufRope& model)
{
    const RopeConfig& rope = model.rope;
    const bool isLong = rope.maxPositionEmbeddings.value_or(0) > rope.originalMaxPositionEmbeddings.value_or(0);
    const bool isOther = rope.ropeType == "linear" || rope.ropeType == "yarn";
    if (rope.ropeType == "longrope") {
        return {};
    }
    std::vector<double> factors = model.ropeFreqs || !isOther ? listOf(model.ropeFreqs)
        : isLong                                              ? rope.scaling.longFactor
                                                              : rope.scaling.shortFactor;
    return withFrozen(std::move(factors));
}

// What llama.cpp makes of the file, under the names of Hugging Face configurations. attn_factor multiplies whatever the magnitude is; that
// of the two lists is 1.
ScalingParameters scalingParametersOf(FieldReader& fields, double factor, const GgufRope& model)
{
    ScalingParameters parameters;
    const bool needsFactor = model.scalingType == "linear" || model.scalingType == "yarn";
    parameters.factor = factor != 0.0 ? std::optional(factor) // 0 is llama.cpp's word for none
        : needsFactor                 ? std::optional(1.0)
                                      : std::nullopt;
    if (readsYarnBetas(model.architecture)) {
        parameters.betaFast = fields.real("rope.scaling.yarn_beta_fast");
        parameters.betaSlow = fields.real("rope.scaling.yarn_beta_slow");
    }
    addLogMultiplier(parameters, model);
    parameters.longFactor = listOf(model.ropeFactorsLong);
    parameters.shortFactor = listOf(model.ropeFactorsShort);
    const std::optional<double> magnitude = fields.real("rope.scaling.attn_factor");
    if (model.ropeFactorsLong && !needsFactor) {
        parameters.attentionFactor = magnitude.value_or(1.0);
    } else {
        parameters.magnitude = magnitude;
    }
    return parameters;
}

// As stated, where llama.cpp reads it.
Expected<void> checkScaling(FieldReader& fields, const std::string& architecture, const std::string& where)
{
    constexpr double most = 1e9; // as for a config.json
    const bool readsBetas = readsYarnBetas(architecture);
    const std::array<std::pair<const char*, bool>, 6> numbers = {{{"rope.scaling.factor", true}, {"rope.scale_linear", true},
        {"rope.scaling.yarn_beta_fast", readsBetas}, {"rope.scaling.yarn_beta_slow", readsBetas}, {"rope.scaling.attn_factor", true},
        {"rope.scaling.yarn_log_multiplier", readsYarnLogMultiplier(architecture)}}};
    for (const auto& [name, isRead] : numbers) {
        const std::optional<double> value = isRead ? fields.real(name) : std::nullopt;
        if (value && !(*value >= 0.0 && *value <= most)) {
            return inputError(
                where + ": " + Sentence::of("{1}.{2} is {3}; expected 0 to {4}", architecture, name, shortText(*value), shortText(most)));
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
        return inputError(where + ": "
            + Sentence::of("tensor {1} has {2} factors; expected {3}, half of rope.dimension_count", name, std::to_string(factors->size()),
                std::to_string(dimensions)));
    }
    const auto wrong = std::ranges::find_if(*factors, [](float factor) { return !std::isfinite(factor) || factor <= 0.0F; });
    if (wrong != factors->end()) {
        return inputError(where + ": "
            + Sentence::of("tensor {1}: the factor of dimension {2} is {3}; expected a number greater than 0", name,
                std::to_string(wrong - factors->begin()), shortText(*wrong)));
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

bool readsYarnBetas(std::string_view architecture)
{
    return architecture == "grok" || architecture == "mistral3";
}

bool readsYarnLogMultiplier(std::string_view architecture)
{
    return isDeepSeek(architecture) || architecture == "mistral3";
}

Expected<GgufRope> parseGgufRope(const gguf::Header& header, const std::string& where)
{
    const auto architecture = header.text("general.architecture");
    const auto name = header.text("general.name");
    if (!architecture || !name) {
        return tl::unexpected(!architecture ? architecture.error() : name.error());
    }
    if (!*architecture) {
        return inputError(where + ": " + Sentence::of("general.architecture is missing; expected a GGUF model"));
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
    result.statesFactor = factor != 0.0;
    result.statesBetas = fields.real("rope.scaling.yarn_beta_fast") || fields.real("rope.scaling.yarn_beta_slow");
    result.scalingType = type ? *type : factor != 0.0 && factor != 1.0 ? "linear" : "";
    rope.scaling = scalingParametersOf(fields, factor, result);
    if (fields.error()) {
        return tl::unexpected(*fields.error());
    }
    const bool hasType = !result.scalingType.empty() && result.scalingType != "none"; // the tensors are used without one
    rope.ropeType = hasType                ? result.scalingType
        : !rope.scaling.longFactor.empty() ? "longrope"
        : result.ropeFreqs                 ? "rope_freqs"
                                           : "default";
    rope.scaling.factors = factorsBesideType(result);
    const std::string place = where + ": " + result.architecture;
    if (std::ranges::find(withoutRope, result.architecture) != withoutRope.end()) {
        return inputError(where + ": " + Sentence::of("the architecture {1} has no rotary position embeddings", result.architecture));
    }
    // Granite's code uses this key, which is about something else by its name, as the switch of its RoPE.
    if (result.architecture.starts_with("granite") && fields.isFalse("rope.scaling.finetuned")) {
        return inputError(Sentence::of("{1}.rope.scaling.finetuned is false, so that llama.cpp does not rotate at all; expected a model "
                                       "with rotary position embeddings",
            place));
    }
    if (!rope.maxPositionEmbeddings) {
        return inputError(Sentence::of("{1}.context_length is missing; expected the number of positions", place));
    }
    if (!rotaryDim && !headDim) {
        return inputError(Sentence::of("{1}.rope.dimension_count is missing; expected a model with rotary position embeddings", place));
    }
    // Bounded before anything is allocated from them.
    const RopeFieldNames names = fieldNamesOf(fields, result.architecture);
    for (const auto& [components, field] : {std::pair(headDim, names.headDim), std::pair(rotaryDim, names.rotaryDim)}) {
        if (components && (*components < 1 || *components > largestHeadDim)) {
            return inputError(where + ": "
                + Sentence::of(
                    "{1} is {2}; expected 1 to {3} components", field, std::to_string(*components), std::to_string(largestHeadDim)));
        }
    }
    rope.rotaryDim = static_cast<int>(rotaryDim ? *rotaryDim : *headDim);
    rope.isLatentAttention = isDeepSeek(result.architecture) && rope.scaling.mscaleAllDim.has_value();
    rope.headDim = static_cast<int>(headDim && !rope.isLatentAttention ? *headDim : rope.rotaryDim);
    rope.invFreq = standardInvFreq(*rope.ropeTheta, rope.rotaryDim);
    const auto slidingRotaryDim = fields.integer("rope.dimension_count_swa");
    if (fields.error()) {
        return tl::unexpected(*fields.error());
    }
    result.sliding = slidingRopeOf(result, slidingRotaryDim);
    return validate(rope, where, names)
        .and_then([&] {
            return result.sliding ? validate(*result.sliding, where, slidingNamesOf(fields, names, result.architecture)) : Expected<void>();
        })
        .and_then([&] { return checkScaling(fields, result.architecture, where); })
        .and_then([&] { return checkFactors(result.ropeFreqs, ropeFreqsTensor, rope.dimensions(), where); })
        .and_then([&] { return checkFactors(result.ropeFactorsLong, ropeFactorsLongTensor, rope.dimensions(), where); })
        .and_then([&] { return checkFactors(result.ropeFactorsShort, ropeFactorsShortTensor, rope.dimensions(), where); })
        .map([&] { return result; });
}

} // namespace rotascope
