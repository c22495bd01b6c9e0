// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace rotascope {

/// What a table is exported for, and what is done with the file there. README.md has the same as a table.
struct ExportTarget {
    std::string_view engine; ///< e.g. "vLLM"; marked for translation
    const ExportFormat* format; ///< that it reads
    std::string_view place; ///< a sentence: where the whole file goes, or what it is; may be empty; marked. See placeOf()
    enum class Words : std::uint8_t {
        Shell, ///< of a terminal
        Python
    } words;
    /// The command that loads or runs the model with it. `file`: the export, `folder`: of the model; both as they are.
    std::string (*command)(const std::filesystem::path& file, const std::filesystem::path& folder, std::int64_t targetLength);
    /// A name that the command, or the file, has only a word in capitals for where nothing here knows it.
    struct ToFillIn {
        std::string_view what = {}; ///< a sentence: what to write there; marked
        bool (*isKnown)(const ExportDocument& document, const ModelFile* into) = nullptr; ///< null: there is no such name
    } toFillIn = {};
};

/// Each engine, in the order of its users' number.
std::span<const ExportTarget> exportTargets();

/// The command for this file, to be copied. `into`: what it was merged into, or null. Where neither that nor the source has a folder, it is
/// called MODEL.
std::string commandFor(
    const ExportTarget& target, const std::filesystem::path& file, const ExportDocument& document, const ModelFile* into);

/// What is done with the file before the command. A configuration that was merged into nothing (`into` null) is no file for an engine: it
/// has the members that change alone, and the sentence says where they go.
Sentence placeOf(const ExportTarget& target, const ExportDocument& document, const ModelFile* into);

/// The engines or programs that read the export. Of a configuration, which many engines read, those that apply the table of this one as
/// lint says, and apart from them those that run it differently; what the format says of itself where that is not known (`prepared` null)
/// or where the file is for one program.
Sentence readersOf(const ExportFormat& format, const PreparedExport* prepared);

/// What the user has to write in the place of MODEL or MODEL.gguf in the command or the file; empty: both are complete.
Sentence toFillIn(const ExportTarget& target, const ExportDocument& document, const ModelFile* into);

/// The name of a file to write: the model's own name and L′, "Llama-2-7b-hf-16k.json". `modelName` may be empty; marked or a path, and
/// comes from outside; what a file's name should not have becomes "-".
std::string proposedName(const ExportFormat& format, std::string_view modelName, std::int64_t targetLength);

} // namespace rotascope
