// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_view.h"

#include "ui/plots/heatmap.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLocale>

namespace rotascope {
namespace {

// Beyond three times the even density it matters little how much more it is; below one, every shade does.
constexpr double greatestDensity = 3.0;
constexpr double greatestDifference = 1.0;

// Counts relative to an even distribution, shape [D, b].
std::vector<float> densities(const AngleHistograms& histograms)
{
    std::vector<float> result;
    result.reserve(histograms.dimensions() * histograms.intervals());
    for (std::size_t i = 0; i < histograms.dimensions(); ++i) {
        const float scale
            = histograms.total(i) == 0 ? 0.0F : static_cast<float>(histograms.intervals()) / static_cast<float>(histograms.total(i));
        for (const std::uint64_t count : histograms.counts(i)) {
            result.push_back(scale * static_cast<float>(count));
        }
    }
    return result;
}

} // namespace

OverviewView::OverviewView(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
{
    auto* layout = new QHBoxLayout(this);
    layout->setSpacing(8);
    for (Heatmap*& map : m_maps) {
        map = new Heatmap(this);
        map->setReadout([this](int dimension, int interval) { return readout(dimension, interval); });
        connect(map, &Heatmap::rowClicked, workspace, &Workspace::setCurrentDimension);
        layout->addWidget(map, 1);
    }
    const HeatmapScale density{HeatmapScale::Map::Sequential, 0.0, greatestDensity,
        {{0.0, tr("0 unseen")}, {1.0, tr("1 even")}, {2.0, QStringLiteral("2")}, {greatestDensity, tr("≥ 3 dense")}}};
    m_maps[Before]->setTitle(tr("Before"));
    m_maps[Before]->setScale(density);
    m_maps[After]->setTitle(tr("After, as chosen"));
    m_maps[After]->setScale(density);
    m_maps[Difference]->setTitle(tr("Difference, after − before"));
    m_maps[Difference]->setScale({HeatmapScale::Map::Diverging, -greatestDifference, greatestDifference,
        {{-greatestDifference, QStringLiteral("≤ −1")}, {0.0, QStringLiteral("0")}, {greatestDifference, QStringLiteral("≥ 1")}}});

    connect(workspace, &Workspace::analysisChanged, this, &OverviewView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, &OverviewView::markCurrent);
    refresh();
}

void OverviewView::refresh()
{
    const auto& analysis = m_workspace->analysis();
    if (!analysis) {
        return;
    }
    refreshAxes();
    std::vector<float> before = densities(*analysis->before);
    std::vector<float> after = densities(analysis->chosen->after);
    std::vector<float> difference(before.size());
    for (std::size_t cell = 0; cell < difference.size(); ++cell) {
        difference[cell] = after[cell] - before[cell];
    }
    const int rows = static_cast<int>(analysis->dimensions());
    const int columns = static_cast<int>(analysis->settings.intervals);
    m_maps[Before]->setCells(rows, columns, std::move(before));
    m_maps[After]->setCells(rows, columns, std::move(after));
    m_maps[Difference]->setCells(rows, columns, std::move(difference));
    markCurrent();
}

void OverviewView::refreshAxes()
{
    const unsigned columns = m_workspace->analysis()->settings.intervals;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    std::vector<HeatmapTick> ticks;
    for (const int degrees : {0, 90, 180, 270, 360}) {
        ticks.push_back({degrees / 360.0 * columns, QStringLiteral("%1°").arg(degrees)});
    }
    for (Heatmap* map : m_maps) {
        map->setAxis(tr("rotary angle"), ticks, tr("dimension"));
    }
}

void OverviewView::markCurrent()
{
    for (Heatmap* map : m_maps) {
        map->setCurrentRow(m_workspace->currentDimension());
    }
}

QString OverviewView::readout(int dimension, int interval) const
{
    const auto row = static_cast<std::size_t>(dimension);
    const int columns = m_maps[Before]->columns();
    const auto degrees = [&](int edge) { return locale().toString(360.0 * edge / columns, 'g', 5); };
    const auto density = [&](Map map) { return locale().toString(static_cast<double>(m_maps[map]->cell(dimension, interval)), 'f', 2); };
    return tr("<b>Dimension %1, %2° to %3°</b><br>%4 turns within L<br>before: %5 × even<br>after: %6 × even")
        .arg(dimension)
        .arg(degrees(interval), degrees(interval + 1), locale().toString(m_workspace->analysis()->turnsInPretraining(row), 'g', 3),
            density(Before), density(After));
}

} // namespace rotascope
