// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headless/report.h"

#include "core/analysis/summary.h"
#include "core/exchange/export_format.h"
#include "core/files/output_file.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/headless/report_pdf.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/views/figure_caption.h"

#include <QCoreApplication>
#include <QFileInfo>

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
    const QString origin = QString::fromStdString(analysis.source->origin);
    return Report::tr("Context extension of %1")
        .arg(visible(analysis.source->kind == SourceKind::Preset ? origin : QFileInfo(origin).fileName()));
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

QString tableOf(const TablePlot& table)
{
    QString html = QStringLiteral("<table cellpadding=\"2\" width=\"100%\">\n<thead><tr>");
    for (const QString& header : table.headers()) {
        html += QStringLiteral("<th align=\"right\">%1</th>").arg(header.toHtmlEscaped());
    }
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (const TablePlot::Row& line : table.rows()) {
        html += QStringLiteral("<tr>");
        for (const QString& text : line.texts) {
            html += QStringLiteral("<td align=\"right\">%1</td>").arg(text.toHtmlEscaped());
        }
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</tbody></table>\n");
}

QByteArray htmlOf(const ReportContent& content)
{
    QString figures;
    for (const Figure& figure : content.figures) {
        QString svg = QString::fromUtf8(bytesOf(figure, FigureFormat::Svg, figure.size, 1.0));
        svg.remove(0, svg.indexOf(QLatin1String("<svg"))); // what comes before belongs to a file of its own
        figures += QStringLiteral("<figure>%1</figure>\n").arg(svg);
    }
    return QStringLiteral(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n<style>\n"
        "body { font-family: sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff; }\n"
        "table { border-collapse: collapse; }\nth, td { padding: 0.15rem 0.6rem; font-variant-numeric: tabular-nums; }\n"
        "thead th { border-bottom: 1px solid #888; }\nfigure { margin: 2rem 0; }\n"
        "svg { max-width: 100%; height: auto; }\nfooter { color: #606060; }\n"
        "</style></head>\n<body>\n<h1>%1</h1>\n%2%3<h2>%4</h2>\n%5<footer><p>%6</p></footer>\n</body></html>\n")
        .arg(content.title.toHtmlEscaped(), content.summary, figures, content.tableTitle.toHtmlEscaped(), content.table,
            content.provenance.toHtmlEscaped())
        .toUtf8();
}

Expected<ReportContent> contentOf(Headless& headless)
{
    const auto& analysis = headless.workspace().analysis();
    ReportContent content{.title = titleOf(*analysis), .summary = summaryOf(analysis), .provenance = provenanceCaption(analysis)};
    for (const QString& id : figureIds()) {
        if (!headless.offers(id)) {
            continue;
        }
        Expected<Figure> figure = headless.figureOf(id);
        if (!figure) {
            return tl::unexpected(figure.error());
        }
        if (const auto table = std::dynamic_pointer_cast<TablePlot>(figure->plots.front())) {
            content.tableTitle = figure->title;
            content.table = tableOf(*table);
        } else {
            figure->provenance.clear(); // once is enough
            content.figures.push_back(std::move(*figure));
        }
    }
    return content;
}

} // namespace

Expected<void> writeReport(
    std::shared_ptr<Engine> engine, const SourceRequest& source, std::optional<std::int64_t> dimension, const QString& output)
{
    const QString suffix = QFileInfo(output).suffix().toLower();
    const bool isPdf = suffix == QLatin1String("pdf");
    if (!isPdf && suffix != QLatin1String("html")) {
        return usageError(output.toStdString() + ": the kind of file is not known; expected a name that ends in .pdf or .html");
    }
    Headless headless(std::move(engine));
    return headless.open(source)
        .and_then([&] { return checkIsNotAnalysed(*headless.workspace().source(), output.toStdString()); })
        .and_then([&] { return headless.chooseDimension(dimension); })
        .and_then([&] { return contentOf(headless); })
        .and_then([&](const ReportContent& content) {
            const QByteArray bytes = isPdf ? reportPdf(content) : htmlOf(content);
            return writeOutputFile(output.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        });
}

} // namespace rotascope
