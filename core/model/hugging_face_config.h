// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoding/encoding.h"
#include "core/error.h"
#include "core/rope/rope_config.h"

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// One RoPE of a model. "main" where the model has one; else the layer type that it is for: "full_attention",
/// "sliding_attention", ...
struct NamedRope {
    std::string name;
    RopeConfig rope;
    std::vector<int> layers = {}; ///< 0-based, rising: those that use it; empty: all, or the file does not tell
    Encoding encoding = {}; ///< a model without a RoPE has one of these, "main", and `rope` holds its channels
};

/// The RoPEs of a Hugging Face config.json.
struct HuggingFaceRopes {
    std::vector<NamedRope> ropes; ///< at least one
    std::string section; ///< where in the file the language model is described: empty (on top), "text_config", ...
    std::string field; ///< the one of "rope_parameters" and "rope_scaling" that counts, whether or not it is there
    bool isNested = false; ///< whether that has an object for each RoPE, under its name
    std::shared_ptr<const nlohmann::json> ofClass
        = nullptr; ///< what the model's class puts in its place, where the file states none; else null
    bool isMistralParams = false; ///< whether it is not a config.json but Mistral's params.json
    std::vector<int> unrotatedLayers = {}; ///< 0-based, rising: those that have no RoPE; empty: none, or the file does not tell

    /// The index of the RoPE that is meant when none is named: "full_attention", else "main", else the first.
    [[nodiscard]] std::size_t mainRope() const;
};

/// The names on the way to a section: "thinker_config.text_config" has two, the empty one none.
std::vector<std::string> namesOfSection(std::string_view section);

/// The RoPE fields of a config.json (or of Mistral's params.json, in its own names), read as Transformers reads them. Each result describes
/// the *unscaled* RoPE; what the file states about its scaling is in RopeConfig::ropeType and RopeConfig::scaling.
///
/// * Forms: the old one (`rope_scaling` with `rope_theta` or `rotary_emb_base` beside it; it comes first where a file has both), the new
/// one (`rope_parameters` with
///   `rope_theta` inside), the new one nested by layer type; Gemma 3's `rope_local_base_freq` and ModernBERT's
///   `global_rope_theta`/`local_rope_theta` are two RoPEs. Multimodal models: inside `text_config` (or `llm_config`,
///   `language_config`, `thinker_config.text_config`), unless the top states a RoPE itself.
/// * `rope_type` or `type`; "su" is longrope, "mrope" default.
/// * Missing fields are the defaults of the `model_type` where that is known (core/model/class_defaults.h): files of the first Llamas state
///   no rope_theta, those of multimodal models leave out whatever is the default. That may be a scaled RoPE (gpt_oss), or one for each kind
///   of layers (Gemma 4).
/// * head_dim: `qk_rope_head_dim` (multi-head latent attention: the part of the head that is rotated), `head_dim`,
///   hidden_size / num_attention_heads (whole-number division). `global_head_dim` for full-attention layers (Gemma 4).
/// * d: int(head_dim * factor) with `partial_rotary_factor` (in the RoPE, else on top), `rotary_pct` or `rope_pct`; or `rotary_dim`.
///   rope_type "proportional" has d = head_dim, and frequencies of 0.
/// * L: `original_max_position_embeddings` on top, else in the RoPE's own object, else `max_position_embeddings` (or
///   `n_positions`, `seq_length`).
/// * Of the kinds of layers that `rope_parameters` names, those that the model has.
/// * nomic_bert in its own form (`rotary_emb_base`): L is `max_trained_positions` (2048), `rotary_emb_fraction` of a head turns (0 where it
///   is missing: no RoPE), and a `rotary_scaling_factor` is a dynamic NTK
/// that
///   begins there, as in the code that such models bring along.
/// * `mrope_section` becomes RopeConfig::axis, the window of layers that slide RopeConfig::window (core/model/layer_use.h).
///
/// Models with another position encoding (core/model/other_encodings.h) have that in place of a RoPE.
///
/// Fails with `where`, the name of the file, and the field: values of a wrong type or out of range, a head_dim over 65536. `config` is an
/// object.
Expected<HuggingFaceRopes> huggingFaceRopesOf(const nlohmann::json& config, const std::string& where);

} // namespace rotascope
