// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headless/report_file.h"

#include "core/analysis/summary.h"
#include "core/exchange/export_format.h"
#include "core/files/output_file.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/views/figure_caption.h"
#include "ui/workspace/source_name.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <string_view>
#include <utility>

namespace rotascope {
namespace {

class Report {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><th align=\"left\">%1</th><td>%2</td></tr>\n").arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString titleOf(const Analysis& analysis)
{
    return Report::tr("Context extension of %1").arg(nameOf(*analysis.source));
}

QString summaryOf(const std::shared_ptr<const Analysis>& analysis)
{
    const AnalysisSettings& settings = analysis->settings;
    const TableSummary summary = rotascope::summaryOf(*analysis, *analysis->chosen);
    const RopeConfig& rope = analysis->source->modelRope();
    QString html = QStringLiteral("<table cellpadding=\"3\">\n");
    html += row(Report::tr("Source"), visible(analysis->source->origin));
    if (!rope.modelId.empty()) {
        html += row(Report::tr("Model"), visible(rope.modelId));
    }
    if (analysis->source->ropeNames.size() > 1) {
        html += row(Report::tr("RoPE"), visible(analysis->source->ropeName));
    }
    html += row(Report::tr("Dimensions"), countText(analysis->dimensions()));
    html += row(Report::tr("Pre-training length L"), countText(settings.pretrainingLength));
    html += row(
        Report::tr("Target length L′"), Report::tr("%1 (s = %2)").arg(countText(settings.targetLength), factorText(settings.scale())));
    html += row(Report::tr("Method"), visible(documentOfChosen(analysis).method));
    html += row(Report::tr("Mean disturbance"),
        summary.ratioToLinear ? Report::tr("%1 (%2 that of linear interpolation)")
                                    .arg(disturbanceText(summary.meanDisturbance), ratioText(*summary.ratioToLinear))
                              : disturbanceText(summary.meanDisturbance));
    if (summary.interpolatedComponents) {
        html += row(Report::tr("Interpolated components"),
            Report::tr("%1 of %2").arg(*summary.interpolatedComponents).arg(2 * analysis->dimensions()));
    }
    if (settings.other) {
        html += row(Report::tr("Compared with"), visible(settings.other->source->origin));
        html += row(Report::tr("Mean difference"),
            Report::tr("%1 (the other way round %2)")
                .arg(disturbanceText(analysis->other->meanDivergence), disturbanceText(analysis->other->meanReverse)));
    }
    html += QStringLiteral("</table>\n");
    for (const Sentence& note : notesOf(*analysis->source, settings)) {
        html += QStringLiteral("<p>%1</p>\n").arg(translated(note).toHtmlEscaped());
    }
    return html;
}

QByteArray svgOf(const Figure& figure)
{
    QByteArray svg = bytesOf(figure, FigureFormat::Svg, figure.size, 1.0);
    return svg.remove(0, svg.indexOf("<svg")); // what comes before belongs to a file of its own
}

} // namespace

void drawForHtml(ReportFigure& figure)
{
    figure.svg = figure.svg.isEmpty() ? svgOf(figure.figure) : figure.svg;
}

QByteArray reportHtml(const ReportContent& content)
{
    QString figures;
    for (const ReportFigure& one : content.figures) {
        const QString svg = QString::fromUtf8(one.svg.isEmpty() ? svgOf(one.figure) : one.svg);
        figures += one.heading.isEmpty() ? QString() : QStringLiteral("<h2>%1</h2>\n").arg(one.heading.toHtmlEscaped());
        figures += QStringLiteral("<figure>%1</figure>\n").arg(svg);
        figures += one.text.isEmpty() ? QString() : QStringLiteral("<p class=\"note\">%1</p>\n").arg(one.text.toHtmlEscaped());
    }
    const QString table
        = content.table.isEmpty() ? QString() : QStringLiteral("<h2>%1</h2>\n%2").arg(content.tableTitle.toHtmlEscaped(), content.table);
    return QStringLiteral(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n<style>\n"
        "body { font-family: sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff; }\n"
        "table { border-collapse: collapse; }\nth, td { padding: 0.15rem 0.6rem; font-variant-numeric: tabular-nums; }\n"
        "thead th { border-bottom: 1px solid #888; }\nfigure { margin: 2rem 0; }\n"
        "svg { max-width: 100%; height: auto; }\n.note { white-space: pre-wrap; }\nfooter { color: #606060; }\n"
        "</style></head>\n<body>\n<h1>%1</h1>\n%2%3%4<footer><p>%5</p></footer>\n</body></html>\n")
        .arg(content.title.toHtmlEscaped(), content.summary, figures, table, content.provenance.toHtmlEscaped())
        .toUtf8();
}

bool isPdf(const QString& file)
{
    return QFileInfo(file).suffix().toLower() == QLatin1String("pdf");
}

ReportContent reportOf(const std::shared_ptr<const Analysis>& analysis)
{
    return {.title = titleOf(*analysis), .summary = summaryOf(analysis), .provenance = provenanceCaption(analysis)};
}

void addScene(ReportContent& content, const SessionScene& scene, Figure figure)
{
    figure.provenance.clear(); // the foot of each page has it
    content.figures.push_back(
        {.heading = visible(scene.name), .figure = std::move(figure), .text = fromUtf8(scene.note), .onNewPage = true});
}

Expected<void> checkReportFile(const Source& source, const QString& file)
{
    if (!isPdf(file) && QFileInfo(file).suffix().toLower() != QLatin1String("html")) {
        return usageError(
            file.toStdString() + ": " + Sentence::of("the kind of file is not known; expected a name that ends in .pdf or .html"));
    }
    return checkIsNotAnalysed(source, file.toStdString());
}

Expected<void> writeReportFile(const ReportContent& content, const Source& source, const QString& file)
{
    return checkReportFile(source, file).and_then([&] {
        const QByteArray bytes = isPdf(file) ? reportPdf(content) : reportHtml(content);
        return writeOutputFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    });
}

} // namespace rotascope
