// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// A Python file that applies the table to a model that Transformers has loaded, in memory: `apply_table(model)` replaces the
/// inv_freq of every rotary embedding of that size, sets its attention magnitude, and keeps it from changing either by itself.
/// How the table was made stands above it as comments.
extern const ExportFormat pythonFormat;

/// Reads the table from such a file, without running it. `where` begins messages.
Expected<ImportedTable> parsePythonSnippet(std::string_view text, const std::string& where);

} // namespace rotascope
