// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"
#include "core/exchange/provenance_json.h"

#include <span>
#include <string>
#include <string_view>

// The portable recipe for engines that read Hugging Face configurations: rope_type "longrope" with short_factor = long_factor =
// the table, and original_max_position_embeddings = max_position_embeddings = L′. The two are equal because most engines switch
// lists and derive the attention magnitude from their ratio.
namespace rotascope::longrope {

using Json = OrderedJson;

/// The original length that the export states: L′, so that a ratio of 1 leads no engine to a magnitude of its own and all take one list.
/// But that of the model where its code scales queries by it as well (llama_4_scaling_beta: Ministral 3).
std::int64_t originalLength(const ExportDocument& document, const RopeConfig& model);

/// The members beside rope_theta, for `model`, the RoPE that is replaced or, standing alone, the source's: rope_type, partial_rotary_factor
/// (where not all components of a head are rotated), factor, attention_factor, original_max_position_embeddings, short_factor, long_factor;
/// short_mscale and long_mscale where there is an attention factor, which vLLM and SGLang read under these names alone, and for a model of
/// type phimoe, which does not load without them.
Json parameters(const ExportDocument& document, const RopeConfig& model);

/// rope_theta of the source; an error where only its inv_freq is known, or where that is not rope_theta^(-2i/d), because a
/// configuration cannot state that.
Expected<double> ropeTheta(const ExportDocument& document);

/// Puts what `stated`, the parameters that they replace, says of other things than a scaling beside the factors: how M-RoPE's axes share
/// the dimensions, llama_4_scaling_beta, ...
void keepOtherFields(const Json& stated, Json& parameters);

/// What engines will do with a configuration. What the text does not say of the model itself, because it is not merged into one, is
/// taken from the source.
Expected<LintReport> lintText(const ExportDocument& document, bool isMerged, const std::string& text);
/// The text as an export, with that. `readers`: the engines, as lint names them, that the format is for. Fails, with the reason of the
/// first, where none of them would apply the table.
Expected<PreparedExport> preparedConfig(
    const ExportDocument& document, const ModelFilePointer& into, std::string text, std::span<const std::string_view> readers);

/// Reads the tables from a configuration, wherever in it the objects with the lists stand, or from such an object alone; provenance from
/// its "rotascope". Where several RoPEs have lists, each is a table with its name; those that Rotascope wrote come first.
Expected<ImportedTable> parse(std::string_view text, const std::string& where);
Expected<ImportedTable> read(const std::filesystem::path& file);
/// The table of a configuration for one RoPE, from what is parsed already.
Expected<ScalingTable> tableIn(const Json& config, const std::string& where);

} // namespace rotascope::longrope
