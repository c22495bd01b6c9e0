// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// The portable recipe in the older form of Hugging Face configurations (Transformers 4, mlx-lm, ExLlamaV3): the object
/// `rope_scaling`, with rope_theta, partial_rotary_factor and original_max_position_embeddings beside it on top. Merged into a config.json,
/// everything else there stays as it is, to the byte; a newer `rope_parameters` is replaced.
/// rope_scaling has `rope_type` alone, under which ExLlamaV2 does not read lists; a file that states `type` as well it would refuse. Where
/// the file to merge into is of a model whose engine wants `type` (Phi-3 in mlx-lm) and states it, it is `type` alone, which ExLlamaV2
/// reads.
extern const ExportFormat transformersLegacyFormat;

} // namespace rotascope
