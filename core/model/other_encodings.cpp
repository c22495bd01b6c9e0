// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/other_encodings.h"

#include "core/angle/position_set.h"
#include "core/model/field_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>

namespace rotascope {
namespace {

using Json = nlohmann::json;

constexpr int mostHeads = 4096;
constexpr int mostComponents = 65536;

// A model type with a table of rows: how many there are if the file does not say, and how many of them are of no position.
struct LearnedClass {
    std::string_view modelType;
    std::int64_t rows;
    std::int64_t otherRows = 0;
};

constexpr std::array<LearnedClass, 14> learnedClasses = {{{"gpt2", 1024}, {"gpt_bigcode", 1024}, {"openai-gpt", 512}, {"gpt_neo", 2048},
    {"opt", 2048}, {"bart", 1024}, {"bert", 512}, {"distilbert", 512}, {"electra", 512}, {"albert", 512}, {"biogpt", 1024},
    {"roberta", 514, 2}, {"xlm-roberta", 514, 2}, {"camembert", 514, 2}}};

// The fields of a model without a RoPE.
class OtherEncodingReader {
public:
    OtherEncodingReader(const Json& config, const std::string& where) : m_fields(config, where)
    {
        m_type = m_fields.string("model_type").value_or("");
        m_stated = m_fields.string("position_embedding_type").value_or("");
    }

    Expected<std::optional<EncodedPositions>> read()
    {
        std::optional<EncodedPositions> found = positions();
        for (const std::optional<Error>& error : {m_fields.error(), m_inner}) {
            if (error) {
                return tl::unexpected(*error);
            }
        }
        if (found) {
            found->rope.modelType = m_type;
        }
        return found;
    }

private:
    std::optional<EncodedPositions> positions()
    {
        const auto* const learned = std::ranges::find(learnedClasses, m_type, &LearnedClass::modelType);
        if (learned != learnedClasses.end() && (m_stated.empty() || m_stated == "absolute")) {
            return rowsOf(*learned);
        }
        if (hasAlibi()) {
            return slopes();
        }
        if (isOneOf({"t5", "mt5", "umt5", "switch_transformers"})) {
            return buckets();
        }
        return isOneOf({"marian", "pegasus"}) ? sines() : std::nullopt;
    }

    [[nodiscard]] bool isOneOf(std::initializer_list<std::string_view> types) const
    {
        return std::ranges::find(types, m_type) != types.end();
    }

    bool hasAlibi()
    {
        if (m_type == "mpt") {
            const Json* const attention = m_fields.object("attn_config");
            const auto alibi = attention != nullptr ? attention->find("alibi") : Json::const_iterator();
            return attention == nullptr || alibi == attention->end() || *alibi == true;
        }
        const bool isFalcon = isOneOf({"falcon", "RefinedWeb", "RefinedWebModel"});
        return m_type == "bloom" || m_stated == "alibi" || (isFalcon && m_fields.boolean("alibi").value_or(false));
    }

    std::optional<std::int64_t> length() { return m_fields.number<std::int64_t>(lengths, maxContextLength); }

    // `otherRows`: how many of them are of no position.
    void setLengths(EncodedPositions& found, std::optional<std::int64_t> length, std::int64_t otherRows = 0)
    {
        if (length && *length <= otherRows) {
            m_fields.fail(Sentence::of(
                "{1} is {2}; expected {3} or more", m_fields.nameOf(lengths), std::to_string(*length), std::to_string(otherRows + 1)));
        }
        found.rope.maxPositionEmbeddings = length ? std::optional(*length - otherRows) : std::nullopt;
        found.rope.originalMaxPositionEmbeddings = found.rope.maxPositionEmbeddings;
    }

    EncodedPositions rowsOf(const LearnedClass& learned)
    {
        EncodedPositions found = learnedPositions();
        setLengths(found, length().value_or(learned.rows), learned.otherRows);
        return found;
    }

    // How many of something there are, 1 to `most`; 0 where that is not told or wrong, which the reader remembers.
    int count(std::initializer_list<const char*> names, int most)
    {
        const std::optional<int> stated = m_fields.number<int>(names, most);
        if (!stated) {
            m_fields.fail(Sentence::of("{1} is missing; expected a whole number", m_fields.nameOf(names)));
        } else if (*stated < 1) {
            m_fields.fail(
                Sentence::of("{1} is {2}; expected 1 to {3}", m_fields.nameOf(names), std::to_string(*stated), std::to_string(most)));
        }
        return std::max(0, stated.value_or(0));
    }

    std::optional<EncodedPositions> slopes()
    {
        const int heads = count({"num_attention_heads", "n_head", "n_heads", "num_heads"}, mostHeads);
        if (heads == 0) {
            return {};
        }
        double biasMax = 8.0;
        if (const Json* const attention = m_type == "mpt" ? m_fields.object("attn_config") : nullptr) {
            FieldReader inside(*attention, m_fields.where() + ": attn_config");
            biasMax = inside.numberWithin("alibi_bias_max", 1e-3, 1e3).value_or(biasMax);
            m_inner = inside.error();
        }
        EncodedPositions found
            = alibiPositions(alibiSlopes(heads, biasMax, m_type == "mpt" ? SlopeOrder::EveryOtherFirst : SlopeOrder::PowersFirst));
        setLengths(found, length().value_or(2048));
        return found;
    }

    std::optional<EncodedPositions> buckets()
    {
        const int number = m_fields.number<int>("relative_attention_num_buckets", 65536).value_or(32);
        const std::int64_t most = m_fields.number<std::int64_t>("relative_attention_max_distance", maxContextLength).value_or(128);
        if (number < 2 || number % 2 != 0) {
            m_fields.fail(
                Sentence::of("relative_attention_num_buckets is {1}; expected an even number, 2 to 65536", std::to_string(number)));
        } else if (most <= number / 2) {
            m_fields.fail(Sentence::of("relative_attention_max_distance is {1}; expected more than half the buckets, {2}",
                std::to_string(most), std::to_string(number / 2)));
        }
        EncodedPositions found = t5Positions(static_cast<std::uint32_t>(std::max(2, number)), most);
        const std::optional<std::int64_t> stated = length();
        setLengths(found, !stated && m_type == "t5" ? std::optional<std::int64_t>(512) : stated);
        return found;
    }

    std::optional<EncodedPositions> sines()
    {
        const int components = count({"d_model", "hidden_size"}, mostComponents);
        if (components % 2 != 0) {
            m_fields.fail(Sentence::of("d_model is {1}; expected an even number of components", std::to_string(components)));
        }
        if (components < 2) {
            return {};
        }
        EncodedPositions found = sinusoidalPositions(components / 2 * 2);
        setLengths(found, length());
        return found;
    }

    static constexpr std::initializer_list<const char*> lengths = {"n_positions", "max_position_embeddings", "seq_length", "max_seq_len"};

    FieldReader m_fields;
    std::string m_type;
    std::string m_stated; // position_embedding_type
    std::optional<Error> m_inner; // of attn_config
};

} // namespace

Expected<std::optional<EncodedPositions>> otherEncodingOf(const Json& config, const std::string& where)
{
    return OtherEncodingReader(config, where).read();
}

} // namespace rotascope
