// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

#include <string>
#include <string_view>
#include <vector>

// What the formats that hold the whole table have in common: its columns, and the lines that say how it was made.
namespace rotascope {

/// One number for each dimension.
struct TableColumn {
    std::string_view name;
    std::vector<double> values; ///< shape [D]
};

/// inv_freq (rad per position), wavelength (positions; may be infinite), factor, extended_inv_freq, disturbance_extrapolation,
/// disturbance_interpolation, disturbance (of the table), in this order.
std::vector<TableColumn> columnsOf(const ExportDocument& document);
/// "extrapolation", "interpolation" or "custom" for each dimension.
std::vector<std::string_view> choicesOf(const ExportDocument& document);

/// Lines "# name: value": provenance as comments of a shell and Python.
std::string provenanceComments(const ExportDocument& document);
/// Reads such lines from the beginning of a text, up to the first other line ("#!", "# -*-" and "#" alone are skipped).
std::map<std::string, std::string> parseProvenanceComments(std::string_view text);

} // namespace rotascope
