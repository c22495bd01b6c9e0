// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/error.h"
#include "core/lint/lint.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

class OutputFile;

/// A table to be exported, with the analysis that it comes from.
struct ExportDocument {
    std::shared_ptr<const Analysis> analysis;
    std::shared_ptr<const TableAnalysis> table; ///< one of the analysis' tables
    std::string method; ///< how the table was made, e.g. "distributional" or "distributional, 3 dimensions set by hand"
};

/// How a table was made, so that the analysis can be repeated from an export: name and value, in a fixed order. No value has a
/// line end.
std::vector<std::pair<std::string, std::string>> provenanceOf(const ExportDocument& document);

/// The document for the table of `analysis.chosen`.
ExportDocument documentOfChosen(const std::shared_ptr<const Analysis>& analysis);
/// The document for the table of a compared method; fails if the analysis has none.
Expected<ExportDocument> documentOfMethod(const std::shared_ptr<const Analysis>& analysis, std::string_view method);

/// What is read back from an export.
struct ImportedTable {
    ScalingTable table; ///< the same doubles that were exported
    std::map<std::string, std::string> provenance; ///< provenanceOf() the document that was exported
};

/// An existing file that a format starts from.
enum class IntoKind : std::uint8_t {
    None, ///< it makes a file of its own
    HuggingFaceConfig, ///< a config.json
    GgufModel ///< a model.gguf, which is never read whole
};

/// What a long export tells and asks while it writes.
struct ExportRun {
    std::stop_token stop; ///< ends it with ErrorKind::Stopped; the target is then as it was
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; ///< in bytes, from the calling thread; may be empty
};

/// A file that an engine, a program or a person reads. One of them is one file in core/exchange and one line in
/// export_format.cpp; the command line and the window are made from what it says of itself.
struct ExportFormat {
    /// The file to start from: its name, and its text where that is a configuration.
    struct Into {
        std::string text;
        std::string name;
    };

    std::string_view name; ///< on the command line
    std::string_view label; ///< in the window
    std::string_view suffix; ///< of the file, with the dot
    std::string_view description; ///< what it is, one sentence
    std::string_view readBy; ///< the engines or programs that read it
    IntoKind into = IntoKind::None; ///< what it can be merged into, as a copy
    bool intoRequired = false; ///< whether it cannot be made without that

    /// The whole file: text, or bytes where `describe` is set. Null where `stream` is set.
    Expected<std::string> (*write)(const ExportDocument& document, const std::optional<Into>& into) = nullptr;
    /// Of a binary format: what will be written, in words, for a person. Fails as writing would, as far as that is known before.
    Expected<std::string> (*describe)(const ExportDocument& document, const std::optional<Into>& into) = nullptr;
    /// Of a format whose files are too large for memory: writes it piece by piece.
    Expected<void> (*stream)(const ExportDocument& document, const Into& into, OutputFile& file, const ExportRun& run) = nullptr;
    /// Of a format that engines load: what they will do with it. `preview`: what previewOf() has made of the same.
    Expected<LintReport> (*lint)(const ExportDocument& document, const std::optional<Into>& into, std::string_view preview) = nullptr;
    /// Reads back what was written; the file is not trusted. Messages name the file and the place.
    Expected<ImportedTable> (*read)(const std::filesystem::path& file) = nullptr;

    [[nodiscard]] bool isBinary() const { return describe != nullptr; }
};

/// All formats.
std::span<const ExportFormat* const> exportFormats();
/// The format with this name; the error lists the names.
Expected<const ExportFormat*> findExportFormat(std::string_view name);

/// Opens the file to merge into; `file` may be empty: none. Fails where the format needs one, or takes none.
Expected<std::optional<ExportFormat::Into>> openInto(const ExportFormat& format, const std::filesystem::path& file);

/// What a person sees before the export is written: its text, or what will be written, in words.
Expected<std::string> previewOf(const ExportFormat& format, const ExportDocument& document, const std::optional<ExportFormat::Into>& into);

/// Writes the export beside the target and renames it: the target is either replaced whole or left as it was.
Expected<void> writeExport(const ExportFormat& format, const ExportDocument& document, const std::optional<ExportFormat::Into>& into,
    const std::filesystem::path& file, const ExportRun& run = {});

/// The table in any file that one of the formats wrote, or in a list of LongRoPE's factors, told apart by what is in the file.
Expected<ImportedTable> readScalingTable(const std::filesystem::path& file);

/// Fails where the table was made for another RoPE than the source's, of a model with several.
Expected<void> checkIsFor(const ImportedTable& table, const Source& source);

/// Checks a table from outside: 1 to 65536 factors, all finite and greater than 0, a finite attention factor greater than 0.
/// `where` begins the message.
Expected<void> validate(const ScalingTable& table, const std::string& where);

} // namespace rotascope
