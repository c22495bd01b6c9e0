// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// A shell script: how the table was made and the table itself, as comments, and the command that runs llama.cpp on the unchanged GGUF
/// model with it; for KoboldCpp a command in a comment, where its flags suffice. Made only for tables that flags say exactly
/// (ropeFlagsFor()).
extern const ExportFormat llamaFlagsFormat;

/// Reads the table from such a script. Fails where its flags say another table than its comments. `where` begins messages.
Expected<ImportedTable> parseLlamaFlags(std::string_view text, const std::string& where);

/// Whether its command names the model: that is the GGUF file that is analysed, in a place where a shell and a person see the same. Else
/// it says MODEL.gguf.
bool llamaFlagsNameTheModel(const Source& source);

} // namespace rotascope
