// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace rotascope {

/// What a report says, in all kinds of files.
struct ReportContent {
    QString title; ///< plain text, as the other titles
    QString summary; ///< HTML that Qt's documents know, as the table
    std::vector<Figure> figures = {};
    QString tableTitle = {};
    QString table = {};
    QString provenance;
};

/// The report on A4 pages, numbered; figures are drawn with lines and letters, not as images.
QByteArray reportPdf(const ReportContent& content);

} // namespace rotascope
