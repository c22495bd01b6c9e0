// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"

#include <filesystem>
#include <string_view>

namespace rotascope {

/// The RoPE fields of a Hugging Face config.json, read as Transformers reads them: the old form (`rope_scaling` with
/// `rope_theta` beside it) and the new one (`rope_parameters` with `rope_theta` inside), `type` or `rope_type`, head_dim or
/// hidden_size / num_attention_heads, `partial_rotary_factor` or `rotary_pct`. The result describes the *unscaled* RoPE; its
/// L is original_max_position_embeddings where the file has it, else max_position_embeddings.
/// Fails with the name of the file and the field.
Expected<RopeConfig> readHuggingFaceConfig(const std::filesystem::path& file);

/// The same from text; `where` is the name used in messages.
Expected<RopeConfig> parseHuggingFaceConfig(std::string_view text, const std::string& where);

} // namespace rotascope
