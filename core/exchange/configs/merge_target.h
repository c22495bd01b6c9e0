// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/configs/json_object_text.h"
#include "core/exchange/export_format.h"
#include "core/exchange/provenance_json.h"
#include "core/model/model_file.h"

#include <functional>
#include <string>
#include <vector>

namespace rotascope::longrope {

/// A config.json that a table is merged into, and the place in it of the RoPE that the table is for. An empty object where a format
/// stands alone.
struct MergeTarget {
    JsonObjectText file;
    std::vector<std::string> section; ///< the names on the way to the language model's part; empty: on top
    OrderedJson model = OrderedJson::object(); ///< that part; with what the model's class fills in where it states no RoPE
    std::vector<NamedRope> ropes; ///< all that the file describes; empty where a format stands alone
    std::string field; ///< the one of "rope_parameters" and "rope_scaling" that counts
    std::string ropeName; ///< which of them, e.g. "full_attention"; empty where RoPEs have no names
    bool isNested = false; ///< whether `field` has an object for each of them
    bool isMain = true; ///< whether it is the one whose length is the model's
    RopeConfig rope; ///< the one that is replaced, with a rope_theta; where a format stands alone, the source's

    /// The object that now describes the RoPE; empty where there is none.
    [[nodiscard]] OrderedJson parameters() const;
};

/// Fails where the source's frequencies cannot be stated (ropeTheta()); where the table does not fit the model: another base or another
/// number of dimensions; where the file has several RoPEs and none of the source's name; and where the target length would change another
/// RoPE as well. Without `into` it fails for a model whose table cannot stand alone.
Expected<MergeTarget> mergeTargetOf(const ExportDocument& document, const ModelFilePointer& into);

/// max_position_embeddings: L′; but a RoPE of some layers alone, beside the main one, does not shorten what the model serves.
std::int64_t servedLength(const ExportDocument& document, const MergeTarget& target);

/// The text of the file with its language model's part changed by `setRope`, and with how the table was made.
std::string mergedText(const ExportDocument& document, const MergeTarget& target, const std::function<void(JsonObjectText&)>& setRope);

/// States head_dim where the file leaves it out and the model's class has none either: Transformers fails at a longrope without it.
void stateHeadDim(JsonObjectText& model, const MergeTarget& target);

/// States the part of a head that is rotated where the file states one, though its class may not read it: a longrope always does.
void statePart(const MergeTarget& target, OrderedJson& parameters);

/// Fails where the parameters alone would not do: the model has a RoPE for each layer type, or position axes that must be stated
/// beside the factors.
Expected<void> checkIsSingle(const ExportDocument& document);

} // namespace rotascope::longrope
