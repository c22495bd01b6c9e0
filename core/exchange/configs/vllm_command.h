// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// A shell script: how the table was made, as comments, and the command that serves the model with it, where --hf-overrides is
/// the portable recipe as JSON, quoted for a POSIX shell. Nothing has to be written into the model's folder.
/// The recipe stands there twice, as `rope_parameters` and as `rope_scaling`, because vLLM replaces the one by the other where
/// an older Transformers is installed; so does original_max_position_embeddings. The attention magnitude is short_mscale and
/// long_mscale: vLLM does not read attention_factor.
extern const ExportFormat vllmFormat;

/// Reads the table from such a script. `where` begins messages.
Expected<ImportedTable> parseVllmCommand(std::string_view text, const std::string& where);

/// Whether its command names the model: what the source calls it is a name that a shell takes as it is. Else it says MODEL.
bool vllmCommandNamesTheModel(const ExportDocument& document);

} // namespace rotascope
