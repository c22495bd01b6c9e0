// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// A NumPy file (format version 1.0) with one record, a 0-dimensional structured array whose members are whole columns:
///     table = numpy.load("table.npy"); table["factor"] is float64 [D]; json.loads(table["provenance"].item())
/// Members, in this order: index int64 [D]; inv_freq, wavelength, factor, extended_inv_freq, disturbance_extrapolation,
/// disturbance_interpolation, disturbance float64 [D]; choice str [D]; attention_factor float64; provenance bytes, one JSON object.
/// One record rather than D of them, so that NumPy itself hands out how the table was made: a NumPy file has no other place for it.
extern const ExportFormat npyFormat;

/// Reads such a file; NumPy may have saved it again. `where` begins messages.
Expected<ImportedTable> parseNpyTable(std::string_view bytes, const std::string& where);

} // namespace rotascope
