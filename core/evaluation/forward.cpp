// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/forward.h"

#include "core/evaluation/forward_loops.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

// Rows that go through a layer together: what they need fits the caches.
constexpr std::size_t blockRows = 4 * rowBlock;

const ForwardLoops& loopsOf(InstructionSet set)
{
#ifdef ROTASCOPE_WIDE_VECTORS
    switch (set) {
    case InstructionSet::Avx512:
        return avx512::forwardLoops;
    case InstructionSet::Avx2:
        return avx2::forwardLoops;
    case InstructionSet::Baseline:
        break;
    }
#else
    static_cast<void>(set);
#endif
    return baseline::forwardLoops;
}

Product productOf(const float* left, std::size_t leftStride, const PanelMatrix& right, float* result, std::size_t resultStride,
    std::size_t rows, bool adds = false)
{
    return {left, leftStride, right.values.data(), right.depth * panelWidth, result, resultStride, rows, right.depth, right.panels, adds};
}

// Turns the pairs (i, i + D) of a head: x cos - y sin, y cos + x sin.
void rotate(float* head, const RotaryAngles& angles, std::size_t position)
{
    const float* const cosine = angles.cosine.data() + position * angles.dimensions;
    const float* const sine = angles.sine.data() + position * angles.dimensions;
    float* const other = head + angles.dimensions;
    for (std::size_t i = 0; i < angles.dimensions; ++i) {
        const float x = head[i];
        const float y = other[i];
        head[i] = x * cosine[i] - y * sine[i];
        other[i] = y * cosine[i] + x * sine[i];
    }
}

} // namespace

RotaryAngles rotaryAngles(std::span<const double> invFreq, const ScalingTable& table, std::size_t positions)
{
    RotaryAngles angles{positions, invFreq.size(), {}, {}};
    angles.cosine.reserve(positions * invFreq.size());
    angles.sine.reserve(positions * invFreq.size());
    const std::vector<double> extended = extendedInvFreq(invFreq, table);
    const auto factor = static_cast<float>(table.attentionFactor);
    for (std::size_t position = 0; position < positions; ++position) {
        for (const double frequency : extended) {
            const double angle = static_cast<float>(position) * static_cast<float>(frequency); // rounded before it is widened
            angles.cosine.push_back(static_cast<float>(std::cos(angle)) * factor);
            angles.sine.push_back(static_cast<float>(std::sin(angle)) * factor);
        }
    }
    return angles;
}

struct ForwardPass::Place {
    const ModelLayer& layer;
    std::size_t number;
    std::size_t from; // the first row that is computed; of the others only keys and values
    const RotaryAngles& angles;
    AttentionRows* attention;
};

ForwardPass::ForwardPass(LanguageModelPointer model, InstructionSet set)
    : m_model(std::move(model)), m_loops(loopsOf(set)), m_hiddenStride(filledUp(m_model->shape.hidden)),
      m_queryStride(filledUp(m_model->shape.heads * m_model->shape.headDim))
{
    const ModelShape& shape = m_model->shape;
    m_normalized.resize(blockRows * m_hiddenStride);
    m_projected.resize(blockRows * filledUp(shape.keyHeads * shape.headDim));
    m_mixed.resize(blockRows * filledUp(shape.headDim));
    m_heads.resize(blockRows * m_queryStride);
    m_gate.resize(blockRows * filledUp(shape.mlp));
    m_up.resize(blockRows * filledUp(shape.mlp));
}

// Blocks may begin at any row and reach beyond the last one: there is room for one more. What stands there is computed and never read.
void ForwardPass::prepare(std::size_t tokens)
{
    const ModelShape& shape = m_model->shape;
    m_tokens = tokens;
    m_filled = filledUp(tokens + blockRows);
    m_hidden.assign(m_filled * m_hiddenStride, 0.0F);
    m_queries.assign(m_filled * m_queryStride, 0.0F);
    m_keys.assign(shape.keyHeads * m_filled * shape.headDim, 0.0F);
    m_values.assign(shape.keyHeads * m_filled * filledUp(shape.headDim), 0.0F);
    m_scores.assign(blockRows * m_filled, 0.0F);
}

std::optional<std::vector<float>> ForwardPass::logits(
    std::span<const Token> tokens, const RotaryAngles& angles, std::size_t last, const std::stop_token& stop, AttentionRows* attention)
{
    prepare(tokens.size());
    for (std::size_t row = 0; row < tokens.size(); ++row) {
        std::copy_n(m_model->embeddings.data() + tokens[row] * m_hiddenStride, m_hiddenStride, hidden(row));
    }
    const ModelShape& shape = m_model->shape;
    if (attention != nullptr) {
        attention->tokens = tokens.size();
        attention->weights.assign(shape.layers * shape.heads * attention->rows * tokens.size(), 0.0F);
    }
    for (std::size_t number = 0; number < shape.layers; ++number) {
        const std::size_t from = number + 1 == shape.layers ? tokens.size() - last : 0;
        const Place place{m_model->layers[number], number, from, angles, attention};
        for (std::size_t first = 0; first < tokens.size(); first += blockRows) {
            makeKeys(place, first);
        }
        for (std::size_t first = from; first < tokens.size(); first += blockRows) {
            if (stop.stop_requested()) {
                return std::nullopt;
            }
            attend(place, first);
            finishBlock(place.layer, first);
        }
    }
    return outputOf(tokens.size() - last);
}

// Keys, values and queries of a block of rows.
void ForwardPass::makeKeys(const Place& place, std::size_t first)
{
    const ModelShape& shape = m_model->shape;
    const std::size_t rows = std::min(blockRows, m_tokens - first);
    const std::size_t computed = filledUp(rows, rowBlock);
    for (std::size_t row = 0; row < rows; ++row) {
        m_loops.normalize(hidden(first + row), place.layer.attentionNorm.data(), m_normalized.data() + row * m_hiddenStride, shape.hidden,
            m_hiddenStride, shape.normEpsilon);
    }
    const std::size_t stride = filledUp(shape.keyHeads * shape.headDim);
    m_loops.multiply(productOf(m_normalized.data(), m_hiddenStride, place.layer.key, m_projected.data(), stride, computed));
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t at = first + row;
        for (std::size_t head = 0; head < shape.keyHeads; ++head) {
            float* const key = m_projected.data() + row * stride + head * shape.headDim;
            rotate(key, place.angles, at);
            float* const panel = m_keys.data() + (head * m_filled + at / panelWidth * panelWidth) * shape.headDim + at % panelWidth;
            for (std::size_t i = 0; i < shape.headDim; ++i) {
                panel[i * panelWidth] = key[i];
            }
        }
    }
    m_loops.multiply(productOf(m_normalized.data(), m_hiddenStride, place.layer.value, m_projected.data(), stride, computed));
    const std::size_t valuePanels = filledUp(shape.headDim) / panelWidth;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < shape.keyHeads * shape.headDim; ++i) {
            const std::size_t head = i / shape.headDim;
            const std::size_t component = i % shape.headDim;
            const std::size_t panel = head * valuePanels + component / panelWidth;
            m_values[(panel * m_filled + first + row) * panelWidth + component % panelWidth] = m_projected[row * stride + i];
        }
    }
    if (first + rows <= place.from) {
        return;
    }
    m_loops.multiply(productOf(
        m_normalized.data(), m_hiddenStride, place.layer.query, m_queries.data() + first * m_queryStride, m_queryStride, computed));
    for (std::size_t row = first; row < first + rows; ++row) {
        for (std::size_t head = 0; head < shape.heads; ++head) {
            rotate(m_queries.data() + row * m_queryStride + head * shape.headDim, place.angles, row);
        }
    }
}

// Attention of a block of rows, into m_heads.
void ForwardPass::attend(const Place& place, std::size_t first)
{
    const ModelShape& shape = m_model->shape;
    const std::size_t rows = std::min(blockRows, m_tokens - first);
    const std::size_t computed = filledUp(rows, rowBlock);
    const std::size_t keys = filledUp(first + rows); // the last row's, filled up
    const std::size_t mixedStride = filledUp(shape.headDim);
    const float scale = 1.0F / std::sqrt(static_cast<float>(shape.headDim));
    for (std::size_t head = 0; head < shape.heads; ++head) {
        const std::size_t keyHead = head * shape.keyHeads / shape.heads;
        m_loops.multiply({m_queries.data() + first * m_queryStride + head * shape.headDim, m_queryStride,
            m_keys.data() + keyHead * m_filled * shape.headDim, shape.headDim * panelWidth, m_scores.data(), m_filled, computed,
            shape.headDim, keys / panelWidth, false});
        std::array<float, blockRows> sums{};
        for (std::size_t row = 0; row < rows; ++row) {
            float* const scores = m_scores.data() + row * m_filled;
            sums.at(row) = m_loops.exponentials(scores, first + row + 1, keys, scale);
            keepWeights(place, first + row, head, scores, sums.at(row));
        }
        m_loops.multiply({m_scores.data(), m_filled, m_values.data() + keyHead * m_filled * mixedStride, m_filled * panelWidth,
            m_mixed.data(), mixedStride, computed, keys, mixedStride / panelWidth, false});
        for (std::size_t row = 0; row < rows; ++row) {
            const float factor = 1.0F / sums.at(row);
            for (std::size_t i = 0; i < shape.headDim; ++i) {
                m_heads[row * m_queryStride + head * shape.headDim + i] = m_mixed[row * mixedStride + i] * factor;
            }
        }
    }
}

void ForwardPass::keepWeights(const Place& place, std::size_t row, std::size_t head, const float* weights, float sum) const
{
    if (place.attention == nullptr || row + place.attention->rows < m_tokens) {
        return;
    }
    const std::size_t kept = row + place.attention->rows - m_tokens;
    const std::size_t line = (place.number * m_model->shape.heads + head) * place.attention->rows + kept;
    float* const result = place.attention->weights.data() + line * m_tokens;
    std::transform(weights, weights + m_tokens, result, [&](float weight) { return weight / sum; });
    std::fill(result + row + 1, result + m_tokens, 0.0F);
}

// The rest of the layer for a block of rows: the heads together, and the MLP.
void ForwardPass::finishBlock(const ModelLayer& layer, std::size_t first)
{
    const ModelShape& shape = m_model->shape;
    const std::size_t rows = filledUp(std::min(blockRows, m_tokens - first), rowBlock);
    const std::size_t mlpStride = filledUp(shape.mlp);
    m_loops.multiply(productOf(m_heads.data(), m_queryStride, layer.output, hidden(first), m_hiddenStride, rows, true));
    for (std::size_t row = 0; row < rows; ++row) {
        m_loops.normalize(hidden(first + row), layer.mlpNorm.data(), m_normalized.data() + row * m_hiddenStride, shape.hidden,
            m_hiddenStride, shape.normEpsilon);
    }
    m_loops.multiply(productOf(m_normalized.data(), m_hiddenStride, layer.gate, m_gate.data(), mlpStride, rows));
    m_loops.multiply(productOf(m_normalized.data(), m_hiddenStride, layer.up, m_up.data(), mlpStride, rows));
    m_loops.activate(m_gate.data(), m_up.data(), rows * mlpStride);
    m_loops.multiply(productOf(m_gate.data(), mlpStride, layer.down, hidden(first), m_hiddenStride, rows, true));
}

// The logits of the rows from `from` on.
std::vector<float> ForwardPass::outputOf(std::size_t from)
{
    const ModelShape& shape = m_model->shape;
    const std::size_t stride = m_model->output.panels * panelWidth;
    std::vector<float> block(blockRows * stride);
    std::vector<float> logits;
    logits.reserve((m_tokens - from) * shape.words);
    for (std::size_t first = from; first < m_tokens; first += blockRows) {
        const std::size_t rows = std::min(blockRows, m_tokens - first);
        for (std::size_t row = 0; row < rows; ++row) {
            m_loops.normalize(hidden(first + row), m_model->norm.data(), m_normalized.data() + row * m_hiddenStride, shape.hidden,
                m_hiddenStride, shape.normEpsilon);
        }
        m_loops.multiply(productOf(m_normalized.data(), m_hiddenStride, m_model->output, block.data(), stride, filledUp(rows, rowBlock)));
        for (std::size_t row = 0; row < rows; ++row) {
            const auto begin = block.begin() + static_cast<std::ptrdiff_t>(row * stride);
            logits.insert(logits.end(), begin, begin + static_cast<std::ptrdiff_t>(shape.words));
        }
    }
    return logits;
}

} // namespace rotascope
