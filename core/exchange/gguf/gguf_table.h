// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"
#include "core/gguf/gguf_header.h"

#include <string>
#include <string_view>
#include <vector>

// What both GGUF exports hold of a table: the tensor, in float32 because llama.cpp takes no other, and beside it as key-values how the
// table was made ("rotascope.NAME", text) and the factors as they are ("rotascope.factors", float64), which read back to the bit.
namespace rotascope {

inline constexpr std::string_view rotascopeKeyPrefix = "rotascope.";

/// The key-values, as stored.
std::vector<std::string> tableKeyValues(const ExportDocument& document);

/// A tensor with the factors, and its data, unpadded.
gguf::TensorInfo tableTensor(const ExportDocument& document, std::string_view name);
std::string tableTensorData(const ExportDocument& document);

/// Reads the table of a GGUF file: rotascope.factors, which must be those of its tensor; of a file that is not ours the factors
/// of the tensor rope_freqs or, where it has none, rope_factors_long.
Expected<ImportedTable> parseGgufTable(std::string_view file, const std::string& where);
Expected<ImportedTable> readGgufTable(const std::filesystem::path& file);

} // namespace rotascope
