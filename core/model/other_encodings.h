// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoding/encoding.h"
#include "core/error.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace rotascope {

/// What a Hugging Face config.json says of a model that has no RoPE, read as Transformers reads it; none where it may have one.
///
/// * learned: gpt2, gpt_bigcode, openai-gpt (`n_positions`); gpt_neo, opt, bart, bert, distilbert, electra, albert, biogpt; roberta,
///   xlm-roberta, camembert, whose first two rows are of no position. With a `position_embedding_type` that is not "absolute" they are none
///   of these.
/// * ALiBi: bloom (`n_head`, `seq_length`), mpt (`attn_config` with `alibi`, which is true if it is not there), falcon and RefinedWebModel
///   where `alibi` is true; any with `position_embedding_type` "alibi". L is 2048 where the file has no length, as these were trained.
/// * T5: t5, mt5, umt5, switch_transformers: the buckets of the decoder. L is `n_positions`, of t5 512 where it is missing.
/// * sinusoidal: marian, pegasus: `d_model` components, base 10000.
///
/// `config` is an object. Fails with `where` and the field.
Expected<std::optional<EncodedPositions>> otherEncodingOf(const nlohmann::json& config, const std::string& where);

} // namespace rotascope
