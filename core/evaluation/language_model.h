// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/evaluation/forward_loops.h"
#include "core/evaluation/vocabulary.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// The sizes of a Llama of Hugging Face Transformers.
struct ModelShape {
    std::size_t words = 0;
    std::size_t hidden = 0;
    std::size_t layers = 0;
    std::size_t heads = 0; ///< of queries
    std::size_t keyHeads = 0; ///< divides heads
    std::size_t headDim = 0; ///< components of a head, all of which are rotated
    std::size_t mlp = 0;
    std::size_t trainedLength = 0; ///< L: max_position_embeddings, positions
    double ropeTheta = 0.0;
    float normEpsilon = 0.0F;
    bool sharesEmbeddings = true; ///< tie_word_embeddings: the output's matrix is that of the embeddings

    [[nodiscard]] std::size_t dimensions() const { return headDim / 2; }
};

/// Reads a config.json; an error where it is no plain Llama (own scaling, biases, another activation), or a size is out of range.
Expected<ModelShape> parseModelShape(std::string_view json, const std::string& where);

/// The next multiple: what rows are filled up to with zeros, so that loops need not look at their ends.
constexpr std::size_t filledUp(std::size_t size, std::size_t multiple = panelWidth)
{
    return (size + multiple - 1) / multiple * multiple;
}

/// A matrix that vectors are multiplied with, in panels of 16 columns: float32, shape [panels, depth, 16], the last one filled with zeros.
struct PanelMatrix {
    std::vector<float> values;
    std::size_t depth = 0;
    std::size_t panels = 0;
};

struct ModelLayer {
    std::vector<float> attentionNorm; ///< shape [hidden], filled up to a multiple of 16 with zeros
    std::vector<float> mlpNorm; ///< the same
    PanelMatrix query; ///< hidden × heads · headDim
    PanelMatrix key; ///< hidden × keyHeads · headDim
    PanelMatrix value; ///< the same
    PanelMatrix output; ///< heads · headDim × hidden
    PanelMatrix gate; ///< hidden × mlp
    PanelMatrix up; ///< the same
    PanelMatrix down; ///< mlp × hidden
};

/// A small language model in memory: weights in float32 in the order in which the forward pass reads them.
struct LanguageModel {
    /// Reads a folder with config.json, model.safetensors and vocabulary.json. None of them is trusted; weights have at most 64 MiB.
    static Expected<std::shared_ptr<const LanguageModel>> read(const std::filesystem::path& folder);

    ModelShape shape;
    Vocabulary vocabulary;
    std::vector<double> invFreq; ///< shape [dimensions], rad per position
    std::vector<float> embeddings; ///< shape [words, hidden filled up to a multiple of 16]
    std::vector<ModelLayer> layers;
    std::vector<float> norm; ///< before the output
    PanelMatrix output; ///< hidden × words
};

using LanguageModelPointer = std::shared_ptr<const LanguageModel>;

} // namespace rotascope
