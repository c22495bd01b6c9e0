// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/disturbance_view.h"

#include "core/analysis/summary.h"
#include "core/report/view_csv.h"
#include "ui/base/colours.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/legend_bar.h"
#include "ui/views/chart_cursors.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/legend_room.h"
#include "ui/views/plot_roles.h"
#include "ui/views/result_mark.h"
#include "ui/views/title_line.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

// Curves and legend entries, in the order in which they are painted.
constexpr std::array roles = {PlotRole::Chosen, PlotRole::Extrapolation, PlotRole::Interpolation};
constexpr int firstBeside = roles.size();

std::vector<double> finiteOnly(std::vector<double> values)
{
    std::ranges::replace_if(
        values, [](double value) { return !std::isfinite(value); }, 0.0);
    return values;
}

} // namespace

DisturbanceView::DisturbanceView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_title(new SteadyLabel(this)), m_scale(new QComboBox(this)), m_legend(new LegendBar(this)),
      m_chart(new StepChart(this))
{
    m_scale->addItems({tr("linear"), tr("logarithmic")});
    m_chart->setPlaceholder(tr("Open a recording or choose a model to see how an extension disturbs it."));
    m_chart->setAccessibleName(tr("Disturbance of each dimension"));
    m_chart->setReadout([this](int row) { return readout(Dimension::of(row)); });
    m_chart->setCursorReadout([this](const StepChart::Cursors& at) { return readoutOf(*m_chart, at); });
    refreshLegend();

    auto* layout = new QVBoxLayout(this);
    QHBoxLayout* titleLine = makeTitleLine(m_title, m_scale, tr("Scale of the disturbance axis"));
    titleLine->insertWidget(1, makeCursorButton(m_chart));
    layout->addLayout(titleLine);
    layout->addWidget(m_legend);
    new LegendRoom(this, m_legend);
    layout->addWidget(m_chart, 1);
    layout->setSpacing(4);

    connect(m_scale, &QComboBox::currentIndexChanged, this, &DisturbanceView::refreshScale);
    connect(m_chart, &StepChart::clicked, workspace, [workspace](int row) { workspace->setCurrentDimension(Dimension::of(row)); });
    connect(m_legend, &LegendBar::toggled, this, &DisturbanceView::toggle);
    connect(workspace, &Workspace::analysisChanged, this, &DisturbanceView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, &DisturbanceView::markCurrent);
    connect(workspace, &Workspace::shownMethodChanged, this, [this] {
        refreshLegend();
        refresh();
    });
    markResults(workspace, m_chart);
    refresh();
}

void DisturbanceView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshLegend();
        refresh();
    }
}

void DisturbanceView::toggle(int entry, bool on)
{
    if (const auto beside = static_cast<std::size_t>(std::max(0, entry - firstBeside)); entry >= firstBeside && beside < m_beside.size()) {
        noteHidden(m_hidden, m_beside[beside], !on);
    }
    if (!m_chart->curves().empty()) {
        m_chart->setCurveVisible(entry, on && isRevealed(static_cast<std::size_t>(entry)));
    }
}

// The entries of other tables come and go; what is switched off stays so.
void DisturbanceView::refreshLegend()
{
    m_beside = tablesAndSourceBeside(*m_workspace, isDark(palette()));
    QList<LegendItem> items = legendItems(roles, palette());
    for (int i = 0; i < std::min(static_cast<int>(items.size()), m_legend->count()); ++i) {
        items[i].on = m_legend->isOn(i);
    }
    for (const TableBeside& table : m_beside) {
        items.push_back(legendItem(table));
        items.back().on = !m_hidden.contains(table.key);
    }
    m_legend->setItems(items);
}

void DisturbanceView::refresh()
{
    std::vector<TableBeside> beside = tablesAndSourceBeside(*m_workspace, isDark(palette()));
    if (m_legend->count() == 0 || !haveSameEntries(beside, m_beside)) {
        refreshLegend();
    } else {
        m_beside = std::move(beside); // the same tables with other counts
    }
    const auto& analysis = m_workspace->analysis();
    std::vector<StepCurve> curves;
    if (analysis) {
        m_title->setText(tr("Disturbance of each %1, L = %2 to L′ = %3")
                             .arg(channelNoun(*analysis->source), countText(analysis->settings.pretrainingLength),
                                 countText(analysis->settings.targetLength)));
        const auto dimensions = static_cast<double>(analysis->dimensions());
        m_chart->setAxis({.low = -0.5, // so that the ticks stand under the middle of the steps
            .high = dimensions - 0.5,
            .title = channelAxis(*analysis->source),
            .unit = 1.0,
            .suffix = {},
            .steps = {1, 2, 4, 8, 16, 32, 64},
            .leastStep = 1.0});
        for (std::size_t i = 0; i < roles.size(); ++i) {
            StepCurve& curve = curves.emplace_back();
            curve.name = nameOf(roles[i]);
            curve.color = colorOf(roles[i], palette());
            curve.mark = markOf(roles[i]);
            curve.width = roles[i] == PlotRole::Chosen ? 4.0 : 2.0;
            curve.filled = roles[i] == PlotRole::Chosen;
            curve.visible = m_legend->isOn(static_cast<int>(i)) && isRevealed(i);
            curve.values = finiteOnly(tableOf(roles[i], *analysis).disturbance);
        }
        for (const TableBeside& table : m_beside) {
            StepCurve& curve = curves.emplace_back();
            curve.name = table.name;
            curve.color = table.color;
            curve.mark = table.mark;
            curve.dashed = table.isPinned;
            curve.width = 2.0;
            curve.visible = !m_hidden.contains(table.key) && isRevealed(roles.size());
            curve.values = finiteOnly(table.disturbance());
        }
    } else {
        m_title->setText(tr("Disturbance of each dimension"));
    }
    m_chart->setCurves(std::move(curves));
    refreshScale();
    markCurrent();
}

void DisturbanceView::refreshScale()
{
    const auto& analysis = m_workspace->analysis();
    const QString divergence = analysis ? translated(measureLabel(analysis->settings)) : QString();
    m_chart->setScale(
        {.title = analysis ? divergence : tr("disturbance"), .logarithmic = m_scale->currentIndex() == 1, .unit = 1.0, .suffix = {}});
}

void DisturbanceView::markCurrent()
{
    m_chart->setMarkedInterval(m_workspace->analysis() ? m_workspace->currentDimension().row() : -1);
}

QString DisturbanceView::figureName() const
{
    return tr("Disturbance");
}

// The tables beside come last, with the chosen one.
bool DisturbanceView::isRevealed(std::size_t curve) const
{
    constexpr std::array order = {PlotRole::Extrapolation, PlotRole::Interpolation, PlotRole::Chosen};
    static_assert(order.size() == roles.size());
    const auto step = curve < roles.size() ? std::ranges::find(order, roles[curve]) - order.begin() : steps() - 1;
    return step < m_steps;
}

void DisturbanceView::reveal(int steps)
{
    m_steps = steps;
    refresh();
}

QString DisturbanceView::place() const
{
    return zoomOf(*m_chart);
}

void DisturbanceView::goToPlace(const QString& place)
{
    zoomTo(*m_chart, place);
}

bool DisturbanceView::isSettled() const
{
    return hasSettled(*m_workspace);
}

Figure DisturbanceView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    const std::shared_ptr<StepChart> chart = m_chart->forFigure();
    QList<LegendItem> legend = legendItems(roles, figurePalette());
    QStringList means;
    const auto addMean = [&](const QString& name, double mean) { means << tr("%1 %2").arg(name, disturbanceText(mean)); };
    for (const PlotRole role : roles) {
        addMean(nameOf(role), tableOf(role, *analysis).meanDisturbance);
    }
    for (const TableBeside& table : tablesAndSourceBeside(*m_workspace, isDark(figurePalette()))) {
        legend.push_back(legendItem(table));
        addMean(table.name, table.meanDisturbance());
    }
    for (int entry = 0; entry < std::min(static_cast<int>(legend.size()), m_legend->count()); ++entry) {
        legend[entry].on = m_legend->isOn(entry);
        chart->setCurveColor(entry, legend[entry].color);
    }
    if (const auto& at = chart->cursors()) {
        chart->setCursorReadout([readout = readoutOf(*chart, *at)](const StepChart::Cursors&) { return readout; });
    }
    return {.title = m_title->text(),
        .facts = {tr("Mean: %1").arg(means.join(QStringLiteral(" · ")))},
        .legend = legend,
        .plots = {chart},
        .provenance = provenanceCaption(analysis),
        .data = [analysis] { return disturbanceCsv(analysis); }};
}

Readout DisturbanceView::readoutOf(const StepChart& chart, const StepChart::Cursors& at)
{
    return cursorReadout(chart, at, tr("A dimension %1 · B dimension %2").arg(at[0]).arg(at[1]), disturbanceText);
}

Readout DisturbanceView::readout(Dimension dimension) const
{
    const Analysis& analysis = *m_workspace->analysis();
    Readout result;
    result.title = analysis.source->encoding.rotates()
        ? tr("Dimension %1 · %2 turns in L").arg(dimension.row()).arg(steadyText(analysis.turnsInPretraining(dimension)))
        : channelText(*analysis.source, dimension);
    for (std::size_t entry = 0; entry < roles.size(); ++entry) {
        if (m_legend->isOn(static_cast<int>(entry))) {
            result.lines.push_back({colorOf(roles[entry], palette()), nameOf(roles[entry]),
                disturbanceText(tableOf(roles[entry], analysis).disturbance[dimension]), {}, markOf(roles[entry])});
        }
    }
    for (const TableBeside& table : m_beside) {
        if (!m_hidden.contains(table.key)) {
            result.lines.push_back({table.color, table.name, disturbanceText(table.disturbance()[dimension]), {}, table.mark});
        }
    }
    return result;
}

} // namespace rotascope
