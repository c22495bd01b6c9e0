// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace rotascope {

/// A figure in a report.
struct ReportFigure {
    QString heading = {}; ///< plain text, as `text`; empty: none
    Figure figure;
    QString text = {}; ///< below it; its lines are kept
    bool onNewPage = false;
};

/// What a report says, in all kinds of files.
struct ReportContent {
    QString title; ///< plain text, as the other titles
    QString summary; ///< HTML that Qt's documents know, as the table
    std::vector<ReportFigure> figures = {};
    QString tableTitle = {};
    QString table = {}; ///< empty: none
    QString provenance;
};

/// The report on A4 pages, numbered; figures are drawn with lines and letters, not as images.
QByteArray reportPdf(const ReportContent& content);

} // namespace rotascope
