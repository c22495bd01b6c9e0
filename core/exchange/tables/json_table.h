// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// One JSON object of the schema "rotascope-table/1":
///     {"schema", "provenance": {name: text}, "attention_factor", "dimensions": [{"index", "inv_freq", "wavelength", "factor",
///      "extended_inv_freq", "disturbance_extrapolation", "disturbance_interpolation", "disturbance", "choice"}]}
/// Numbers read back as the same doubles; an infinite wavelength is null.
extern const ExportFormat jsonFormat;

/// Reads such a text. `where` begins messages, which name the dimension.
Expected<ImportedTable> parseJsonTable(std::string_view text, const std::string& where);

} // namespace rotascope
