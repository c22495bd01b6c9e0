// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/language_model.h"

#include "core/evaluation/safetensors.h"
#include "core/files/input_file.h"
#include "core/files/json.h"
#include "core/files/text.h"
#include "core/rope/rope_config.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace rotascope {
namespace {

// Members of a config.json, each within limits; the first that is not ends the reading.
class ConfigReader {
public:
    ConfigReader(const nlohmann::json& config, std::string where) : m_config(config), m_where(std::move(where)) { }

    std::size_t size(const char* name, std::size_t most, std::optional<std::size_t> otherwise = std::nullopt)
    {
        const nlohmann::json* const value = find(name);
        if (value == nullptr && otherwise) {
            return *otherwise;
        }
        if (value == nullptr || !value->is_number_unsigned() || value->get<std::size_t>() < 1 || value->get<std::size_t>() > most) {
            refuse(name, Sentence::of("a whole number from 1 to {1}", std::to_string(most)));
            return 1;
        }
        return value->get<std::size_t>();
    }
    double real(const char* name, double least, double most, double otherwise)
    {
        const nlohmann::json* const value = find(name);
        if (value != nullptr && !(value->is_number() && value->get<double>() >= least && value->get<double>() <= most)) {
            refuse(name, Sentence::of("a number from {1} to {2}", exactText(least), exactText(most)));
        }
        return value == nullptr || !value->is_number() ? otherwise : value->get<double>();
    }
    // A member that has this value, or is not there.
    void expect(const char* name, const nlohmann::json& expected)
    {
        if (const nlohmann::json* const value = find(name); value != nullptr && *value != expected) {
            refuse(name, expected.dump());
        }
    }
    bool flag(const char* name, bool otherwise)
    {
        const nlohmann::json* const value = find(name);
        if (value != nullptr && !value->is_boolean()) {
            refuse(name, Sentence::of("true or false"));
        }
        return value == nullptr || !value->is_boolean() ? otherwise : value->get<bool>();
    }
    void refuse(const std::string& name, const Sentence& expected)
    {
        if (m_problem.empty()) {
            m_problem = m_where + ": " + Sentence::of("{1} is not what the laboratory can compute; expected {2}", name, expected);
        }
    }
    [[nodiscard]] const Sentence& problem() const { return m_problem; }

private:
    [[nodiscard]] const nlohmann::json* find(const char* name) const
    {
        const auto found = m_config.is_object() ? m_config.find(name) : m_config.end();
        return !m_config.is_object() || found == m_config.end() || found->is_null() ? nullptr : &*found;
    }

    const nlohmann::json& m_config;
    std::string m_where;
    Sentence m_problem;
};

// rows: shape [width, depth], as a Linear of torch has them.
PanelMatrix panelsOf(std::span<const float> rows, std::size_t width, std::size_t depth)
{
    PanelMatrix matrix{std::vector<float>(filledUp(width) * depth), depth, filledUp(width) / panelWidth};
    for (std::size_t column = 0; column < width; ++column) {
        float* const panel = matrix.values.data() + column / panelWidth * depth * panelWidth + column % panelWidth;
        for (std::size_t i = 0; i < depth; ++i) {
            panel[i * panelWidth] = rows[column * depth + i];
        }
    }
    return matrix;
}

// Takes tensors out of the file; the first that is not as expected ends the reading.
class WeightReader {
public:
    explicit WeightReader(const SafetensorsFile& file) : m_file(file) { }

    PanelMatrix matrix(const std::string& name, std::size_t width, std::size_t depth)
    {
        const std::vector<float> rows = floats(name, std::array{width, depth});
        return m_error ? PanelMatrix{} : panelsOf(rows, width, depth);
    }
    std::vector<float> list(const std::string& name, std::size_t size)
    {
        std::vector<float> values = floats(name, std::array{size});
        values.resize(filledUp(size));
        return values;
    }
    std::vector<float> floats(const std::string& name, std::span<const std::size_t> shape)
    {
        if (m_error) {
            return {};
        }
        auto values = m_file.floats(name, shape);
        if (!values) {
            m_error = values.error();
            return {};
        }
        return std::move(*values);
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    const SafetensorsFile& m_file;
    std::optional<Error> m_error;
};

ModelLayer readLayer(WeightReader& weights, const ModelShape& shape, std::size_t number)
{
    const std::string prefix = "model.layers." + std::to_string(number) + ".";
    const std::size_t queries = shape.heads * shape.headDim;
    const std::size_t keys = shape.keyHeads * shape.headDim;
    return {
        weights.list(prefix + "input_layernorm.weight", shape.hidden),
        weights.list(prefix + "post_attention_layernorm.weight", shape.hidden),
        weights.matrix(prefix + "self_attn.q_proj.weight", queries, shape.hidden),
        weights.matrix(prefix + "self_attn.k_proj.weight", keys, shape.hidden),
        weights.matrix(prefix + "self_attn.v_proj.weight", keys, shape.hidden),
        weights.matrix(prefix + "self_attn.o_proj.weight", shape.hidden, queries),
        weights.matrix(prefix + "mlp.gate_proj.weight", shape.mlp, shape.hidden),
        weights.matrix(prefix + "mlp.up_proj.weight", shape.mlp, shape.hidden),
        weights.matrix(prefix + "mlp.down_proj.weight", shape.hidden, shape.mlp),
    };
}

Expected<LanguageModelPointer> assemble(const ModelShape& shape, const Vocabulary& vocabulary, const SafetensorsFile& file)
{
    WeightReader weights(file);
    const std::array tableShape = {shape.words, shape.hidden};
    const std::vector<float> table = weights.floats("model.embed_tokens.weight", tableShape);
    LanguageModel model{shape, vocabulary, standardInvFreq(shape.ropeTheta, static_cast<int>(shape.headDim)), {}, {}, {}, {}};
    for (std::size_t i = 0; i < shape.layers && !weights.error(); ++i) {
        model.layers.push_back(readLayer(weights, shape, i));
    }
    model.norm = weights.list("model.norm.weight", shape.hidden);
    const std::vector<float> own = shape.sharesEmbeddings ? std::vector<float>() : weights.floats("lm_head.weight", tableShape);
    if (weights.error()) {
        return tl::unexpected(*weights.error());
    }
    model.output = panelsOf(shape.sharesEmbeddings ? table : own, shape.words, shape.hidden);
    model.embeddings.resize(shape.words * filledUp(shape.hidden));
    for (std::size_t i = 0; i < table.size(); ++i) {
        model.embeddings[i / shape.hidden * filledUp(shape.hidden) + i % shape.hidden] = table[i];
    }
    return std::make_shared<const LanguageModel>(std::move(model));
}

} // namespace

Expected<ModelShape> parseModelShape(std::string_view json, const std::string& where)
{
    const auto config = parseJson(json);
    if (!config || !config->is_object()) {
        return inputError(where + ": " + whyNoObject(Sentence::of("the model's config.json"), config ? std::string() : config.error()));
    }
    constexpr std::size_t mostSize = 8192;
    constexpr std::size_t mostLayers = 64;
    constexpr std::size_t mostHeadDim = 256;
    constexpr std::size_t mostLength = 65536;
    constexpr double largestBase = 1e12;
    ConfigReader reader(*config, where);
    reader.expect("model_type", "llama");
    reader.expect("hidden_act", "silu");
    reader.expect("attention_bias", false);
    reader.expect("mlp_bias", false);
    reader.expect("rope_scaling", nullptr);
    const auto rope = config->find("rope_parameters");
    ConfigReader ropeReader(rope == config->end() ? *config : *rope, where);
    ropeReader.expect("rope_type", "default");
    ropeReader.expect("partial_rotary_factor", 1.0);
    ModelShape shape;
    shape.words = reader.size("vocab_size", mostLength);
    shape.hidden = reader.size("hidden_size", mostSize);
    shape.layers = reader.size("num_hidden_layers", mostLayers);
    shape.heads = reader.size("num_attention_heads", mostHeadDim);
    shape.keyHeads = reader.size("num_key_value_heads", mostHeadDim, shape.heads);
    shape.headDim = reader.size("head_dim", mostHeadDim, std::max<std::size_t>(1, shape.hidden / shape.heads));
    shape.mlp = reader.size("intermediate_size", mostSize);
    shape.trainedLength = reader.size("max_position_embeddings", mostLength);
    shape.ropeTheta = ropeReader.real("rope_theta", 1.0 + 1e-6, largestBase, 1e4);
    shape.normEpsilon = static_cast<float>(reader.real("rms_norm_eps", 0.0, 1.0, 1e-6));
    shape.sharesEmbeddings = reader.flag("tie_word_embeddings", false);
    if (shape.heads % shape.keyHeads != 0) {
        reader.refuse("num_key_value_heads", Sentence::of("a divisor of num_attention_heads"));
    }
    if (shape.headDim % 2 != 0) {
        reader.refuse("head_dim", Sentence::of("an even number"));
    }
    for (const Sentence& problem : {reader.problem(), ropeReader.problem()}) {
        if (!problem.empty()) {
            return inputError(problem);
        }
    }
    return shape;
}

Expected<LanguageModelPointer> LanguageModel::read(const std::filesystem::path& folder)
{
    const std::filesystem::path config = folder / "config.json";
    const std::filesystem::path words = folder / "vocabulary.json";
    return readInputFile(config, Sentence::marked("the model's config.json")).and_then([&](const std::string& configText) {
        return parseModelShape(configText, config.string()).and_then([&](const ModelShape& stated) {
            return readInputFile(words, Sentence::marked("the model's vocabulary.json")).and_then([&](const std::string& wordsText) {
                return Vocabulary::parse(wordsText, words.string())
                    .and_then([&](const Vocabulary& known) -> Expected<LanguageModelPointer> {
                        if (known.size() != stated.words) {
                            return inputError(words.string() + ": "
                                + Sentence::of("it has {1} words; expected {2}, vocab_size in config.json", known.size(), stated.words));
                        }
                        return SafetensorsFile::read(folder / "model.safetensors").and_then([&](const SafetensorsFile& file) {
                            return assemble(stated, known, file);
                        });
                    });
            });
        });
    });
}

} // namespace rotascope
