// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/instruction_set.h"
#include "core/evaluation/language_model.h"
#include "core/scaling/scaling_table.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace rotascope {

struct ForwardLoops;

/// Cosine and sine of every angle under a table, times its attention factor. As Transformers computes them: frequencies and the products
/// with positions are rounded to float32.
struct RotaryAngles {
    std::size_t positions = 0;
    std::size_t dimensions = 0;
    std::vector<float> cosine; ///< shape [positions, dimensions]
    std::vector<float> sine; ///< the same
};

/// table.factors has a factor for each of the dimensions.
RotaryAngles rotaryAngles(std::span<const double> invFreq, const ScalingTable& table, std::size_t positions);

/// Where the last tokens of a text look: attention weights, row-major, shape [layers, heads, rows, tokens]. A row sums to 1.
struct AttentionRows {
    std::size_t rows = 0; ///< of the last tokens
    std::size_t tokens = 0;
    std::vector<float> weights;
};

/// Runs a model over one text after the other: a causal Llama, all in float32. It keeps its memory from text to text; one for each thread.
class ForwardPass {
public:
    explicit ForwardPass(LanguageModelPointer model, InstructionSet set = instructionSet());

    /// The logits of the last `last` tokens, row-major, shape [last, words]. Of the last layer only these are computed, beside keys and
    /// values. They are within 1e-3 of those of Transformers. Empty if it was stopped. 1 <= last <= tokens <= angles.positions; each token
    /// is below the number of words. `attention`, if there, takes in the last `attention->rows` <= last rows.
    [[nodiscard]] std::optional<std::vector<float>> logits(std::span<const Token> tokens, const RotaryAngles& angles, std::size_t last,
        const std::stop_token& stop = {}, AttentionRows* attention = nullptr);

private:
    struct Place; // of a layer in the pass
    void prepare(std::size_t tokens);
    void makeKeys(const Place& place, std::size_t first);
    void attend(const Place& place, std::size_t first);
    void keepWeights(const Place& place, std::size_t row, std::size_t head, const float* weights, float sum) const;
    void finishBlock(const ModelLayer& layer, std::size_t first);
    [[nodiscard]] std::vector<float> outputOf(std::size_t from);
    [[nodiscard]] float* hidden(std::size_t row) { return m_hidden.data() + row * m_hiddenStride; }

    LanguageModelPointer m_model;
    const ForwardLoops& m_loops;
    std::size_t m_hiddenStride;
    std::size_t m_queryStride;
    std::size_t m_tokens = 0;
    std::size_t m_filled = 0; // tokens, filled up
    std::vector<float> m_hidden; // [tokens, hidden]
    std::vector<float> m_queries; // [tokens, heads · headDim]
    std::vector<float> m_keys; // [keyHeads, tokens / 16, headDim, 16]
    std::vector<float> m_values; // [keyHeads, headDim / 16, tokens, 16]
    // For a block of rows:
    std::vector<float> m_normalized;
    std::vector<float> m_projected; // keys or values
    std::vector<float> m_scores;
    std::vector<float> m_mixed; // of one head
    std::vector<float> m_heads;
    std::vector<float> m_gate;
    std::vector<float> m_up;
};

} // namespace rotascope
