// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/error.h"
#include "core/session/session.h"
#include "ui/headless/report_pdf.h"
#include "ui/plots/figure/figure.h"

#include <QString>
#include <memory>

namespace rotascope {

/// A report that has what is analysed and a summary, and still no figures.
ReportContent reportOf(const std::shared_ptr<const Analysis>& analysis);

/// Adds a scene: its name, the figure of its view, and its note, on a page of its own.
void addScene(ReportContent& content, const SessionScene& scene, Figure figure);

/// Fails where the name ends in neither .pdf nor .html, and where the file would take the place of the source.
Expected<void> checkReportFile(const Source& source, const QString& file);

/// Whether the name ends in .pdf.
bool isPdf(const QString& file);

/// Draws a figure as HTML has it, if it is not drawn yet.
void drawForHtml(ReportFigure& figure);
/// One file, with its pictures.
QByteArray reportHtml(const ReportContent& content);

/// Writes it as PDF (A4) or as HTML (one file, with its pictures), by the name's end.
Expected<void> writeReportFile(const ReportContent& content, const Source& source, const QString& file);

} // namespace rotascope
