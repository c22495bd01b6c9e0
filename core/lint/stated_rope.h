// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rope/rope_config.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// One RoPE of a configuration: what is written, beside what Transformers 5 makes of it.
struct StatedRope {
    const nlohmann::json* top; ///< the language model's section of the file
    const nlohmann::json* parameters; ///< the RoPE's own object; an empty one where there is none
    std::string place; ///< of that object, e.g. "rope_parameters.full_attention"
    bool hasLegacyForm; ///< rope_scaling is there
    bool isNested; ///< one RoPE for each layer type
    bool isOfClass; ///< `parameters` are what the configuration class of Transformers fills in: the file states none
    RopeConfig rope; ///< as Transformers 5 understands it

    [[nodiscard]] bool states(const char* key) const { return parameters->contains(key) && !(*parameters)[key].is_null(); }
    [[nodiscard]] bool statesOnTop(const char* key) const { return top->contains(key) && !(*top)[key].is_null(); }
    /// Whether the type is null, which Transformers does not take for a missing one.
    [[nodiscard]] bool statesNullType() const;
    /// "type" as it is written: "su" where the file says so.
    [[nodiscard]] std::string writtenType() const;
    /// E.g. "LlamaForCausalLM"; may be empty.
    [[nodiscard]] std::string architecture() const;
    /// L and M: original_max_position_embeddings and max_position_embeddings; 1 at least.
    [[nodiscard]] double originalLength() const;
    [[nodiscard]] double length() const;
    [[nodiscard]] double ratio() const { return length() / originalLength(); }
    /// factor x L where that is more than M, which is what engines serve: a scaling that nobody gets.
    [[nodiscard]] std::optional<double> unservedLength() const;
    /// What engines derive from the ratio: sqrt(1 + ln(M/L) / ln L), 1 at a ratio of 1 or less.
    [[nodiscard]] double magnitudeOfRatio() const;
    /// Of Transformers 5; 1 where a parameter is missing.
    [[nodiscard]] double magnitude() const;
    /// The same without what is stated of it (attention_factor, mscale): what an engine has that does not read these.
    [[nodiscard]] double defaultMagnitude() const;
};

} // namespace rotascope
