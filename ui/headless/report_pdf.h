// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

namespace rotascope {

/// A figure in a report.
struct ReportFigure {
    QString heading = {}; ///< plain text, as `text`; empty: none
    Figure figure;
    QString text = {}; ///< below it; its lines are kept
    bool onNewPage = false;
    QByteArray svg = {}; ///< the figure, drawn for HTML; empty: not yet
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

/// A report on A4 pages, numbered; figures are drawn with lines and letters, not as images. Page by page, so that whoever has others to
/// serve can do so between two.
class PdfReport {
public:
    /// `content` outlives it.
    explicit PdfReport(const ReportContent& content);
    PdfReport(const PdfReport&) = delete;
    PdfReport& operator=(const PdfReport&) = delete;
    ~PdfReport();

    [[nodiscard]] int pageCount() const;
    /// As often as there are pages.
    void drawNextPage();
    /// The file, once all pages are drawn.
    [[nodiscard]] QByteArray bytes();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// All of it at once.
QByteArray reportPdf(const ReportContent& content);

} // namespace rotascope
