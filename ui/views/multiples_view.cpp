// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/multiples_view.h"

#include "core/analysis/summary.h"
#include "core/report/view_csv.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/plots/multiples/small_multiples.h"
#include "ui/views/densities.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/plot_roles.h"
#include "ui/views/result_mark.h"
#include "ui/views/title_line.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace rotascope {
namespace {

// Twice the even density: beyond it matters little how much more it is, while gaps and thin places do.
constexpr double greatestDensity = 2.0;

QColor colorOfChoice(double factor, const Analysis& analysis, bool onDark)
{
    switch (choiceOf(factor, analysis.settings.scale())) {
    case Choice::Extrapolation:
        return colorOf(PlotRole::Extrapolation, onDark);
    case Choice::Interpolation:
        return colorOf(PlotRole::Interpolation, onDark);
    default:
        return colorOf(PlotRole::Chosen, onDark);
    }
}

std::vector<SmallMultiple> plotsOf(const Analysis& analysis, MultiplesView::Order order, bool onDark)
{
    std::vector<Dimension> dimensions;
    if (order == MultiplesView::ByDisturbance) {
        dimensions = byDisturbance(analysis);
    } else {
        for (std::size_t i = 0; i < analysis.dimensions(); ++i) {
            dimensions.emplace_back(i);
        }
    }
    std::vector<SmallMultiple> plots;
    plots.reserve(dimensions.size());
    for (const Dimension dimension : dimensions) {
        plots.push_back({.id = dimension.row(),
            .title = QString::number(dimension.row()),
            .color = colorOfChoice(analysis.chosen->table.factors[dimension], analysis, onDark),
            .filled = densities(*analysis.before, dimension),
            .line = densities(analysis.chosen->after, dimension)});
    }
    return plots;
}

} // namespace

MultiplesView::MultiplesView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_title(new SteadyLabel(this)), m_order(new QComboBox(this)),
      m_plots(new SmallMultiples(this))
{
    m_title->setText(tr("All dimensions: before (filled) and chosen (line)"));
    m_order->addItems({tr("by dimension"), tr("most disturbed first")});
    m_plots->setPlaceholder(tr("Open a recording or choose a model to see the distributions of all dimensions."));
    m_plots->setAccessibleName(m_title->text());
    m_plots->setReadout([this](int row) { return readout(Dimension::of(row)); });
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_order, tr("Order of the plots")));
    layout->addWidget(m_plots, 1);
    layout->setSpacing(4);
    connect(m_order, &QComboBox::currentIndexChanged, this, &MultiplesView::refresh);
    connect(m_plots, &SmallMultiples::clicked, workspace, [workspace](int row) { workspace->setCurrentDimension(Dimension::of(row)); });
    connect(workspace, &Workspace::analysisChanged, this, &MultiplesView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, [this](Dimension dimension) { m_plots->setCurrent(dimension.row()); });
    markResults(workspace, m_plots);
    m_plots->setCurrent(workspace->currentDimension().row());
}

void MultiplesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

// What is painted is looked at: a dock behind another's tab is not, and costs nothing.
void MultiplesView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (m_shown != m_workspace->analysis()) {
        fill();
    }
}

void MultiplesView::refresh()
{
    m_shown = nullptr;
    update();
}

void MultiplesView::fill()
{
    m_shown = m_workspace->analysis();
    m_title->setText(tr("All %1: before (filled) and chosen (line)").arg(channelsNoun(*m_shown->source)));
    m_plots->setPlots(plotsOf(*m_shown, static_cast<Order>(m_order->currentIndex()), isDark(palette())), greatestDensity);
}

Readout MultiplesView::readout(Dimension dimension) const
{
    const Analysis& analysis = *m_workspace->analysis();
    const bool onDark = isDark(palette());
    const auto line = [&](PlotRole role) {
        return Readout::Line{colorOf(role, onDark), nameOf(role), disturbanceText(tableOf(role, analysis).disturbance[dimension]), {}};
    };
    const QString factor = factorText(analysis.chosen->table.factors[dimension]);
    return {analysis.source->encoding.rotates() ? tr("Dimension %1 · factor %2").arg(dimension.row()).arg(factor)
                                                : tr("%1 · factor %2").arg(channelText(*analysis.source, dimension), factor),
        {line(PlotRole::Chosen), line(PlotRole::Extrapolation), line(PlotRole::Interpolation)}};
}

QString MultiplesView::figureName() const
{
    return tr("All dimensions");
}

bool MultiplesView::isSettled() const
{
    return hasSettled(*m_workspace);
}

Figure MultiplesView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    auto plots = std::make_shared<SmallMultiples>();
    plots->setPlots(plotsOf(*analysis, static_cast<Order>(m_order->currentIndex()), false), greatestDensity);
    return {.title = m_title->text(),
        .plots = {plots->forFigure()},
        .note = tr("Top of each plot: twice the density of what is spread evenly. The line has the colour of the choice."),
        .provenance = provenanceCaption(analysis),
        .size = {1200, 700},
        .data = [analysis] { return overviewCsv(analysis); }};
}

} // namespace rotascope
