// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// A copy of a GGUF model that llama.cpp loads with the table:
///   * the table's factors as float32 [d/2] in the tensor(s) that the architecture asks for, before all others; tensors of factors
///     that the model had are left out
///   * ARCH.context_length = L′
///   * no ARCH.rope.scaling.* and no ARCH.rope.scale_linear: with a type, llama.cpp would look for other tensors; with a factor, it
///     would divide the frequencies once more. Only rope.scaling.attn_factor is set where the table has an attention factor.
///   * how the table was made, as rotascope.*
/// All else is copied as it is, block by block: no more memory is needed than for a block and twice the header. The
/// tensors' offsets become those of the new file, without gaps, as llama.cpp wants them.
///
/// Which architectures: llama.cpp refuses a file with a tensor that it does not ask for, and some architectures ask for the tensor but
/// do not use it. So only those are taken whose loader asks and whose graph uses (read in llama.cpp, src/models, 2026):
/// rope_freqs, or rope_factors_long and rope_factors_short, which are then both the table (core/model/gguf_config.h lists them). Refused
/// with the reason are all others, models in several parts, and models that the table does not fit.
extern const ExportFormat ggufFormat;

} // namespace rotascope
