// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/exchange/export_format.h"
#include "core/scaling/scaling_table.h"

#include <map>
#include <string>
#include <string_view>

namespace rotascope {

/// Comma-separated values: lines `# name: value` say how the table was made, then one header line, then one line a dimension:
///     dimension,inv_freq,wavelength,factor,extended_inv_freq,disturbance_extrapolation,disturbance_interpolation,disturbance,choice
/// Numbers read back as the same doubles.
extern const ExportFormat csvFormat;

/// Those first lines, for other tables of the same analysis.
std::string csvProvenance(const ExportDocument& document);

/// What is read back from such a file.
struct CsvTable {
    ScalingTable table;
    std::vector<double> disturbance; ///< shape [D]
    std::map<std::string, std::string> provenance; ///< the `#` lines
};

/// Reads what csvFormat wrote. `where` is the file's name in messages, which name the line and the column.
Expected<CsvTable> parseCsvTable(std::string_view text, const std::string& where);

} // namespace rotascope
