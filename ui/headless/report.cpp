// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headless/report.h"

#include "ui/base/text.h"
#include "ui/headless/report_file.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/workspace/scene_list.h"

namespace rotascope {
namespace {

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

Expected<ReportContent> contentOf(Headless& headless)
{
    const auto& analysis = headless.workspace().analysis();
    ReportContent content = reportOf(analysis);
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
            content.figures.push_back({.figure = std::move(*figure)});
        }
    }
    return content;
}

// What a scene names and there is none of is passed over, as in the window.
Expected<ReportContent> handoutOf(Headless& headless, const SourceRequest& source)
{
    const auto& analysis = headless.workspace().analysis();
    const std::vector<SessionScene>& scenes = SceneList::of(headless.workspace()).scenes();
    if (scenes.empty()) {
        return usageError((source.file.isEmpty() ? source.modelId : source.file).toStdString()
            + ": has no scenes; expected a session with some, which the window's panel Scenes makes");
    }
    ReportContent content = reportOf(analysis);
    for (const SessionScene& scene : scenes) {
        const QString view = fromUtf8(scene.view);
        if (!headless.offers(view)) {
            continue;
        }
        const bool isThere = scene.dimension < analysis->dimensions();
        const auto state = scene.state.find(scene.view);
        Expected<Figure> figure
            = headless.chooseDimension(isThere ? std::optional(static_cast<std::int64_t>(scene.dimension)) : std::nullopt).and_then([&] {
                  return headless.figureOf(view, {}, state == scene.state.end() ? QString() : fromUtf8(state->second));
              });
        if (!figure) {
            return tl::unexpected(figure.error());
        }
        addScene(content, scene, std::move(*figure));
    }
    return content;
}

} // namespace

// The kind of file is checked before anything is computed.
Expected<void> writeReport(
    std::shared_ptr<Engine> engine, const SourceRequest& source, std::optional<std::int64_t> dimension, const QString& output)
{
    Headless headless(std::move(engine));
    return headless.open(source)
        .and_then([&] { return checkReportFile(*headless.workspace().source(), output); })
        .and_then([&] { return headless.chooseDimension(dimension); })
        .and_then([&] { return contentOf(headless); })
        .and_then([&](const ReportContent& content) { return writeReportFile(content, *headless.workspace().source(), output); });
}

Expected<void> writeHandout(std::shared_ptr<Engine> engine, const SourceRequest& source, const QString& output)
{
    Headless headless(std::move(engine));
    return headless.open(source)
        .and_then([&] { return checkReportFile(*headless.workspace().source(), output); })
        .and_then([&] { return handoutOf(headless, source); })
        .and_then([&](const ReportContent& content) { return writeReportFile(content, *headless.workspace().source(), output); });
}

} // namespace rotascope
