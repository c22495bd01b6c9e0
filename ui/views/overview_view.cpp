// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_view.h"

#include "core/report/view_csv.h"
#include "ui/base/angle_unit.h"
#include "ui/base/number_text.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/views/densities.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/result_mark.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace rotascope {
namespace {

// Beyond three times the even density it matters little how much more it is; below one, every shade does.
constexpr double greatestDensity = 3.0;
constexpr double greatestDifference = 1.0;

template <class Histograms> std::vector<float> densities(const Histograms& histograms)
{
    const std::size_t columns = histograms.intervals();
    std::vector<float> result(histograms.dimensions() * columns);
    for (std::size_t i = 0; i < histograms.dimensions(); ++i) {
        densities(histograms, i, std::span(result).subspan(i * columns, columns));
    }
    return result;
}

// Whether two results differ in nothing but the chosen factors, so that rows with the same factor look the same.
bool differInFactorsAlone(const Analysis& a, const Analysis& b)
{
    return a.before == b.before && a.settings.targetLength == b.settings.targetLength;
}

} // namespace

OverviewView::OverviewView(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
{
    auto* layout = new QHBoxLayout(this);
    layout->setSpacing(8);
    for (Heatmap*& map : m_maps) {
        map = new Heatmap(this);
        map->setReadout(ReadoutStyle::ToolTip, [this](int row, int column) { return readout(Dimension::of(row), Interval::of(column)); });
        connect(map, &Heatmap::rowClicked, workspace, [workspace](int row) { workspace->setCurrentDimension(Dimension::of(row)); });
        layout->addWidget(map, 1);
    }
    const HeatmapScale density{
        HeatmapScale::Map::Sequential, 0.0, greatestDensity, {{0.0, tr("unseen")}, {1.0, tr("even")}, {greatestDensity, tr("≥ 3 ×")}}};
    m_maps[Before]->setTitle(tr("Before"));
    m_maps[Before]->setScale(density);
    m_maps[After]->setTitle(tr("Chosen"));
    m_maps[After]->setScale(density);
    m_maps[Difference]->setTitle(tr("Difference"));
    m_maps[Difference]->setScale({HeatmapScale::Map::Diverging, -greatestDifference, greatestDifference,
        {{-greatestDifference, QStringLiteral("≤ −1")}, {0.0, QStringLiteral("0")}, {greatestDifference, QStringLiteral("≥ 1")}}});

    connect(workspace, &Workspace::analysisChanged, this, &OverviewView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, &OverviewView::markCurrent);
    connect(workspace, &Workspace::angleUnitChanged, this, [this] {
        if (m_shown) {
            refreshAxes();
        }
    });
    for (Heatmap* map : m_maps) {
        markResults(workspace, map);
    }
    refresh();
}

void OverviewView::refresh()
{
    const auto& analysis = m_workspace->analysis();
    if (!analysis) {
        return;
    }
    const std::shared_ptr<const Analysis> shown = std::exchange(m_shown, analysis);
    if (shown && differInFactorsAlone(*shown, *analysis)) {
        refreshRows(*shown);
    } else {
        refreshAxes();
        refreshAll();
    }
    markCurrent();
}

void OverviewView::refreshAll()
{
    const int rows = static_cast<int>(m_shown->dimensions());
    const int columns = static_cast<int>(m_shown->settings.intervals);
    std::vector<float> before = densities(*m_shown->before);
    std::vector<float> after = densities(m_shown->chosen->after);
    std::vector<float> difference(before.size());
    std::ranges::transform(after, before, difference.begin(), std::minus());
    m_maps[Before]->setCells(rows, columns, std::move(before));
    m_maps[After]->setCells(rows, columns, std::move(after));
    m_maps[Difference]->setCells(rows, columns, std::move(difference));
}

void OverviewView::refreshRows(const Analysis& previous)
{
    std::vector<float> before(m_shown->settings.intervals);
    std::vector<float> after(before.size());
    for (std::size_t i = 0; i < m_shown->dimensions(); ++i) {
        if (previous.chosen->table.factors[i] == m_shown->chosen->table.factors[i]) {
            continue;
        }
        densities(*m_shown->before, i, before);
        densities(m_shown->chosen->after, i, after);
        m_maps[After]->setRow(static_cast<int>(i), after);
        std::ranges::transform(after, before, before.begin(), std::minus());
        m_maps[Difference]->setRow(static_cast<int>(i), before);
    }
}

void OverviewView::refreshAxes()
{
    const Analysis& analysis = *m_workspace->analysis();
    const unsigned columns = analysis.settings.intervals;
    const EncodingKind kind = analysis.source->encoding.kind;
    const bool rotates = analysis.source->encoding.rotates();
    const QString value = rotates       ? tr("angle")
        : kind == EncodingKind::Learned ? tr("row")
        : kind == EncodingKind::T5      ? tr("bucket")
                                        : tr("bias");
    std::vector<HeatmapTick> ticks;
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        ticks.push_back({share * columns, edgeText(analysis, share * columns, m_workspace->angleUnit())});
    }
    for (Heatmap* map : m_maps) {
        map->setAxis(value, ticks, channelNoun(*analysis.source)); // short: it may have to say that it is averaged
    }
}

void OverviewView::markCurrent()
{
    for (Heatmap* map : m_maps) {
        map->setCurrentRow(m_workspace->currentDimension().row());
    }
}

QString OverviewView::figureName() const
{
    return tr("Overview");
}

bool OverviewView::isSettled() const
{
    return hasSettled(*m_workspace);
}

Figure OverviewView::figure() const
{
    const bool rotates = m_shown->source->encoding.rotates();
    const QString from = countText(m_shown->settings.pretrainingLength);
    const QString to = countText(m_shown->settings.targetLength);
    Figure figure{.title = rotates ? tr("Angle densities of all dimensions, L = %1 to L′ = %2").arg(from, to)
                                   : tr("Densities of all %1, L = %2 to L′ = %3").arg(channelsNoun(*m_shown->source), from, to),
        .note = rotates ? tr("A density of 1 is that of angles that are spread evenly over the circle. Difference: chosen minus before.")
                        : tr("A density of 1 is that of values that are spread evenly. Difference: chosen minus before."),
        .provenance = provenanceCaption(m_shown),
        .size = {1200, 560},
        .data = [analysis = m_shown] { return overviewCsv(analysis); }};
    for (const Heatmap* map : m_maps) {
        figure.plots.push_back(map->forFigure());
    }
    return figure;
}

Readout OverviewView::readout(Dimension dimension, Interval interval) const
{
    const Analysis& analysis = *m_workspace->analysis();
    const auto edge = [&](int n) { return edgeText(analysis, n, m_workspace->angleUnit()); };
    const auto density = [&](Map map) {
        const float value = m_maps[map]->cell(dimension.row(), interval.row());
        const QColor color = m_maps[map]->colorOf(static_cast<double>(value));
        return Readout::Line{
            color, map == Before ? tr("before") : tr("after"), tr("%1 × even").arg(fixedText(static_cast<double>(value), 2)), {}};
    };
    if (!analysis.source->encoding.rotates()) {
        return {tr("%1, %2 to %3").arg(channelText(*analysis.source, dimension), edge(interval.row()), edge(interval.row() + 1)),
            {density(Before), density(After)}};
    }
    const double turns = analysis.turnsInPretraining(dimension);
    return {tr("Dimension %1, %2 to %3").arg(dimension.row()).arg(edge(interval.row()), edge(interval.row() + 1)),
        {{{}, tr("turns within L"), steadyText(turns), {}}, density(Before), density(After)}};
}

} // namespace rotascope
