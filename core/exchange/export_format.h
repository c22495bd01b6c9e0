// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/encoding/encoding.h"
#include "core/error.h"
#include "core/exchange/prepared_export.h"
#include "core/model/model_file.h"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

/// A table to be exported, with the analysis that it comes from.
struct ExportDocument {
    std::shared_ptr<const Analysis> analysis;
    std::shared_ptr<const TableAnalysis> table; ///< one of the analysis' tables
    std::string method; ///< how the table was made, e.g. "distributional" or "distributional, 3 dimensions set by hand"
    std::vector<ExportDocument> others = {}; ///< tables for other RoPEs of the same model, for formats that hold several

    /// What is written: factors of the unscaled frequencies, also where the extension starts from the trained model.
    [[nodiscard]] ScalingTable written() const { return analysis->source->onModel(table->table); }
    /// The model's RoPE that they are for.
    [[nodiscard]] const RopeConfig& rope() const { return analysis->source->modelRope(); }
};

/// How a table was made, so that the analysis can be repeated from an export: name and value, in a fixed order. Every value is
/// visible (visibleText()) and has about 1000 bytes at most.
std::vector<std::pair<std::string, std::string>> provenanceOf(const ExportDocument& document);

/// The document for the table of `analysis.chosen`.
ExportDocument documentOfChosen(const std::shared_ptr<const Analysis>& analysis);
/// The document for the table of a compared method; fails if the analysis has none.
Expected<ExportDocument> documentOfMethod(const std::shared_ptr<const Analysis>& analysis, std::string_view method);

/// How a table was made, as it is read back: provenanceOf() the document that was exported.
using Provenance = std::map<std::string, std::string>;

/// What is read back from an export.
struct ImportedTable {
    ScalingTable table; ///< the same doubles that were exported
    Provenance provenance;
    std::vector<ImportedTable> others = {}; ///< of a file with a table for each RoPE: those of the others; "rope" names each
};

/// An existing file that a format starts from.
enum class IntoKind : std::uint8_t {
    None, ///< it makes a file of its own
    HuggingFaceConfig, ///< a config.json
    GgufModel ///< a model.gguf, which is never read whole
};

/// A file that an engine, a program or a person reads. One of them is one file in core/exchange and one line in
/// export_format.cpp; the command line and the window are made from what it says of itself.
struct ExportFormat {
    std::string_view name; ///< on the command line
    std::string_view label; ///< in the window
    std::string_view suffix; ///< of the file, with the dot
    std::string_view description; ///< what it is, one sentence
    std::string_view readBy; ///< the engines or programs that read it
    IntoKind into = IntoKind::None; ///< what it can be merged into, as a copy
    bool intoRequired = false; ///< whether it cannot be made without that
    bool holdsSeveral = false; ///< whether a file that it is merged into can have a table for each RoPE of a model
    bool onlySomeTables = false; ///< whether it refuses tables that its reader cannot be told of
    std::span<const EncodingKind> others = {}; ///< the encodings besides RoPE that its reader can be given a table for
    bool onlyToFile = false; ///< whether it is too large for memory, and so has no content() to be written elsewhere

    /// Makes the export; `into` is the file to start from, of the kind that the format takes, or null. To be called by prepare().
    Expected<PreparedExport> (*make)(const ExportDocument& document, const ModelFilePointer& into) = nullptr;
    /// Whether a file that begins like this is one of the format. Of a file that several formats recognise, the first in the list reads the
    /// table.
    bool (*recognises)(std::string_view head) = nullptr;
    /// Reads back what was written; the file is not trusted. Messages name the file and the place.
    Expected<ImportedTable> (*read)(const std::filesystem::path& file) = nullptr;

    /// Makes the export once, for whoever shows it, asks what engines will do with it and writes it. `file`: as openInto() gives it; it is
    /// not opened or parsed again. Fails where the format needs one, or takes no such file, and for whatever else is wrong with the two.
    [[nodiscard]] Expected<PreparedExport> prepare(const ExportDocument& document, const ModelFilePointer& file = {}) const;
    /// Whether it can be merged into this file.
    [[nodiscard]] bool takes(const ModelFile& file) const;
};

/// All formats.
std::span<const ExportFormat* const> exportFormats();
/// The format with this name; the error lists the names.
Expected<const ExportFormat*> findExportFormat(std::string_view name);

/// Opens the file to merge into; `file` may be empty: none, null. Fails where the format takes none, or none of its kind.
Expected<ModelFilePointer> openInto(const ExportFormat& format, const std::filesystem::path& file);

/// The table in any file that one of the formats wrote, or in a list of LongRoPE's factors, told apart by what is in the file.
Expected<ImportedTable> readScalingTable(const std::filesystem::path& file);

/// Fails where a result would take the place of the file that is analysed.
Expected<void> checkIsNotAnalysed(const Source& source, const std::filesystem::path& target);

/// Fails where the table has another number of factors than the source has dimensions, a factor that no analysis takes, or was made for
/// another RoPE than the source's, of a model with several. The message does not name the file.
Expected<void> checkIsFor(const ImportedTable& table, const Source& source);

/// The table for the source's RoPE, of a file that may have several. Fails as checkIsFor() does.
Expected<ScalingTable> tableFor(const ImportedTable& file, const Source& source);

/// These settings with those that a table was made under: lengths, intervals, divergence, epsilon, and what is before, the measure and the
/// weights, if the source offers them. Weights of the user's own are not in the file, and the present ones stay. A setting that its file
/// does not state, or states with an impossible value, stays.
AnalysisSettings withSettingsOf(const Provenance& provenance, AnalysisSettings settings, const Source& source);

/// Checks a table from outside: 1 to 65536 factors, all finite and greater than 0, a finite attention factor greater than 0.
/// `where` begins the message.
Expected<void> validate(const ScalingTable& table, const std::string& where);

} // namespace rotascope
