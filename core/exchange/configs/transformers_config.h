// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// The portable recipe for Hugging Face configurations (`rope_parameters`, Transformers 5): rope_type "longrope" with
/// short_factor = long_factor = the table, and original_max_position_embeddings = max_position_embeddings = L′, because most
/// engines switch lists and derive the attention magnitude from the ratio of the two. Alone, the text holds only these members;
/// merged into a config.json, everything else there stays as it is, in its order, and an older `rope_scaling` is replaced.
extern const ExportFormat transformersFormat;

} // namespace rotascope
