// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disturbance/analysis.h"
#include "core/error.h"

#include <optional>
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
};

/// How a table was made, so that the analysis can be repeated from an export: name and value, in a fixed order.
std::vector<std::pair<std::string, std::string>> provenanceOf(const ExportDocument& document);

/// The document for the table of `analysis.chosen`.
ExportDocument documentOfChosen(const std::shared_ptr<const Analysis>& analysis);
/// The document for the table of a compared method; fails if the analysis has none.
Expected<ExportDocument> documentOfMethod(const std::shared_ptr<const Analysis>& analysis, std::string_view method);

/// A file that an engine, a program or a person reads.
struct ExportFormat {
    std::string_view name; ///< on the command line
    std::string_view label; ///< in the window
    std::string_view suffix; ///< of the file, with the dot
    std::string_view description; ///< who reads it, one sentence
    bool mergesIntoFile; ///< whether it can be merged into an existing file
    /// The whole text. `into`: the text of the file to merge into and its name for messages; only if mergesIntoFile.
    struct Into {
        std::string text;
        std::string name;
    };
    Expected<std::string> (*write)(const ExportDocument& document, const std::optional<Into>& into);
};

/// All formats.
std::span<const ExportFormat* const> exportFormats();
/// The format with this name; the error lists the names.
Expected<const ExportFormat*> findExportFormat(std::string_view name);

/// The shortest decimal text that reads back as the same double ("nan", "inf" for those).
std::string exactText(double value);

} // namespace rotascope
