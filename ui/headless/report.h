// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/headless/headless.h"

#include <QString>
#include <memory>

namespace rotascope {

/// Writes one document of a source: a summary, a figure of every view, the table of all dimensions, and how it was made. `output` ends in
/// .pdf (A4) or .html (one file, with its pictures).
Expected<void> writeReport(
    std::shared_ptr<Engine> engine, const SourceRequest& source, std::optional<std::int64_t> dimension, const QString& output);
/// Writes the scenes of a session: a page for each, with its name, the figure of its view and its note. Fails where it has none.
Expected<void> writeHandout(std::shared_ptr<Engine> engine, const SourceRequest& source, const QString& output);

} // namespace rotascope
