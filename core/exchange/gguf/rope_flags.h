// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"
#include "core/scaling/scaling_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope {

/// What a GGUF file itself contributes to the angles, whatever flags say: llama.cpp divides by the factors of its tensor, and multiplies
/// the magnitude.
struct FileRope {
    double ropeTheta = 0.0; ///< rope.freq_base
    int rotaryDim = 0;
    std::vector<double> factors; ///< shape [D]; 1 where there is no tensor; infinite: frozen
    double magnitude = 1.0; ///< rope.scaling.attn_factor
};

/// The flags of llama.cpp that concern RoPE. They take the place of what the file states of type, factor and base.
struct RopeFlags {
    bool isYarn = false; ///< --rope-scaling: yarn, else linear, or none where the scale is 1
    double scale = 1.0; ///< --rope-scale
    double ropeTheta = 0.0; ///< --rope-freq-base
    std::int64_t originalContext = 0; ///< of yarn: --yarn-orig-ctx
    double betaFast = 32.0; ///< of yarn: --yarn-beta-fast
    double betaSlow = 1.0; ///< of yarn: --yarn-beta-slow
    /// --yarn-attn-factor: multiplies cos and sin. 1 beside yarn, where llama.cpp takes 1 + 0.1 ln scale whatever is passed.
    double attentionFactor = 1.0;
};

/// What a GGUF file of this model contributes at a context of so many positions: of a GGUF source what it states, of a configuration what
/// llama.cpp's converter makes of it (rope_freqs of llama3, the lists of Phi-3 and MiniCPM3).
Expected<FileRope> fileRopeOf(const RopeConfig& model, std::int64_t context);

/// The inverse frequencies that llama.cpp has with these flags, shape [D], rad per position, and the magnitude. Read in the sources of
/// llama-cpp-python 0.3.36: llama-context.cpp (llama_context), ggml.c (ggml_rope_yarn_corr_dims), ggml-cpu/ops.cpp (rope_yarn).
std::vector<double> invFreqOf(const RopeFlags& flags, const FileRope& file);
double magnitudeOf(const RopeFlags& flags, const FileRope& file);

/// The flags that give these frequencies and this magnitude, to the precision of float32: one scale and one base for all dimensions, or
/// yarn. Fails with the reason where no flags do. `written`: factors of the model's unscaled frequencies; the two lengths are those of the
/// analysis, for which a yarn is looked for beside the model's own.
Expected<RopeFlags> ropeFlagsFor(
    const RopeConfig& model, const ScalingTable& written, const FileRope& file, std::int64_t pretrainingLength, std::int64_t targetLength);

/// Whether both are the same to llama.cpp, which computes in float32.
bool areSameFrequencies(const std::vector<double>& a, const std::vector<double>& b);

} // namespace rotascope
