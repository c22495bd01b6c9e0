// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/length_sweep_view.h"

#include "core/analysis/summary.h"
#include "core/report/view_csv.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/plots/charts/line_chart.h"
#include "ui/plots/legend_bar.h"
#include "ui/views/caption_room.h"
#include "ui/views/figure_caption.h"
#include "ui/views/legend_room.h"
#include "ui/views/method_style.h"
#include "ui/views/result_mark.h"
#include "ui/views/title_line.h"
#include "ui/workspace/live_sweep.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace rotascope {

LengthSweepView::LengthSweepView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(new LiveSweep(
                                                   workspace, [this] { return isSeen(); }, this)),
      m_title(new SteadyLabel(this)), m_scale(new QComboBox(this)), m_legend(new LegendBar(this)), m_chart(new LineChart(this)),
      m_caption(makeLabel({}, this))
{
    m_title->setText(tr("Mean disturbance at every context length"));
    m_scale->addItems({tr("linear"), tr("logarithmic")});
    m_chart->setAccessibleName(m_title->text());
    m_chart->setReadout([this](int point) { return readout(point); });
    m_caption->setText(tr("Each table is the one made for L′. Up to L it is compared with the unextended model at the same length, "
                          "beyond L with what the model saw in pre-training."));
    m_title->setToolTip(m_caption->text());
    m_caption->setWordWrap(true);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setFont(tickFont(*this));

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_scale, tr("Scale of the disturbance axis")));
    layout->addWidget(m_legend);
    new LegendRoom(this, m_legend);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_caption);
    new CaptionRoom(m_chart, m_caption); // the title's tool tip has it as well
    layout->setSpacing(4);

    connect(m_scale, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_chart->setScale(index == 1 ? LineScale::Logarithmic : LineScale::Linear); });
    connect(m_legend, &LegendBar::toggled, this, &LengthSweepView::toggle);
    connect(m_live, &LiveSweep::changed, this, &LengthSweepView::refresh);
    connect(workspace, &Workspace::shownMethodChanged, this, &LengthSweepView::refresh);
    connect(workspace, &Workspace::resultStateChanged, this, &LengthSweepView::mark);
    m_scale->setCurrentIndex(1); // a few positions hardly fill the intervals: on a linear scale short lengths hide all others
    refresh();
}

void LengthSweepView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (int i = 0; i < m_names.size(); ++i) {
            m_legend->setColor(i, colorOf(m_live->sweep()->curves[static_cast<std::size_t>(i)]));
        }
        refresh();
    }
}

// A dock behind another's tab counts as visible; it is only moved out of sight.
bool LengthSweepView::isSeen() const
{
    return isVisible() && !visibleRegion().isEmpty();
}

// What is painted is looked at.
void LengthSweepView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(m_live, &LiveSweep::look, Qt::QueuedConnection);
}

void LengthSweepView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_live->lookAway();
}

void LengthSweepView::refresh()
{
    const std::shared_ptr<const LengthSweep>& sweep = m_live->sweep();
    mark();
    if (!sweep) {
        return;
    }
    refreshLegend();
    lendShown();
    std::vector<double> places(sweep->lengths.begin(), sweep->lengths.end());
    std::vector<LineCurve> curves;
    // The current table is painted last, over the method that it follows: curve i is legend entry curves - 1 - i.
    for (std::size_t i = sweep->curves.size(); i-- > 0;) {
        LineCurve& curve = curves.emplace_back();
        curve.name = nameOf(sweep->curves[i]);
        curve.color = colorOf(sweep->curves[i]);
        curve.mark = markOfMethod(sweep->curves[i].name);
        curve.width = i == 0 ? 3.0 : 1.5;
        curve.visible = m_legend->isOn(static_cast<int>(i));
        curve.values = sweep->curves[i].meanDisturbance;
        std::ranges::replace_if(
            curve.values, [](double value) { return !std::isfinite(value); }, 0.0);
    }
    m_chart->setCurves(std::move(places), std::move(curves));
    m_chart->setTitles(tr("context length (positions)"), translated(measureLabel(sweep->settings)));
    refreshMarkers();
}

void LengthSweepView::mark()
{
    const Freshness freshness = freshnessOf(*m_workspace);
    const bool isMissing = m_live->sweep() && !m_live->isFinal();
    m_chart->setFreshness(freshness == Freshness::Current && isMissing ? Freshness::Updating : freshness);
    m_chart->setPlaceholder(
        beforeFirstResult(*m_workspace, tr("Open a recording or choose a model to see what its extension costs at every length.")));
}

void LengthSweepView::refreshLegend()
{
    QStringList names;
    QList<LegendItem> items;
    for (const SweepCurve& curve : m_live->sweep()->curves) {
        names << nameOf(curve);
        const qsizetype before = m_names.indexOf(names.back());
        items.push_back({names.back(), colorOf(curve), {},
            before < 0 ? isDrawnAtOnce(curve.name) : m_legend->isOn(static_cast<int>(before)), markOfMethod(curve.name)});
    }
    if (names != m_names) {
        m_legend->setItems(items);
        m_names = names;
    }
}

// The curve of the method that is shown is drawn as long as it is.
void LengthSweepView::lendShown()
{
    const std::string& shown = m_workspace->shownMethod();
    const auto isShown = [&](const SweepCurve& curve) { return !shown.empty() && curve.name == shown; };
    const auto& curves = m_live->sweep()->curves;
    const auto found = std::ranges::find_if(curves, isShown);
    m_legend->lend(found == curves.end() ? -1 : static_cast<int>(found - curves.begin()));
}

void LengthSweepView::refreshMarkers()
{
    const AnalysisSettings& settings = m_live->sweep()->settings;
    const auto place = [](std::int64_t length) { return static_cast<double>(length); };
    if (settings.targetLength == settings.pretrainingLength) {
        m_chart->setMarkers({{place(settings.targetLength), tr("L = L′ = %1").arg(countText(settings.targetLength))}});
    } else {
        m_chart->setMarkers({{place(settings.pretrainingLength), tr("L = %1").arg(countText(settings.pretrainingLength))},
            {place(settings.targetLength), tr("L′ = %1").arg(countText(settings.targetLength))}});
    }
}

void LengthSweepView::toggle(int entry, bool on)
{
    const int curve = static_cast<int>(m_chart->curves().size()) - 1 - entry;
    if (curve >= 0) {
        m_chart->setCurveVisible(curve, on);
    }
}

QString LengthSweepView::nameOf(const SweepCurve& curve)
{
    if (curve.name.empty()) {
        return tr("Current table");
    }
    const Expected<const Method*> method = findMethod(curve.name);
    return method ? translatedLabel((*method)->label) : QString::fromStdString(curve.name);
}

QColor LengthSweepView::colorOf(const SweepCurve& curve) const
{
    return colorOfMethod(curve.name, isDark(palette()));
}

QString LengthSweepView::figureName() const
{
    return tr("Length sweep");
}

bool LengthSweepView::isSettled() const
{
    return hasSettled(*m_workspace) && m_live->isFinal();
}

Figure LengthSweepView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    const std::shared_ptr<const LengthSweep>& sweep = m_live->sweep();
    const std::shared_ptr<LineChart> chart = m_chart->forFigure();
    QList<LegendItem> legend;
    const int last = static_cast<int>(sweep->curves.size()) - 1;
    for (int entry = 0; entry <= last; ++entry) {
        const SweepCurve& curve = sweep->curves[static_cast<std::size_t>(entry)];
        legend.push_back({nameOf(curve), colorOfMethod(curve.name, false), {}, m_legend->isOn(entry), markOfMethod(curve.name)});
        chart->setCurveColor(last - entry, legend.back().color);
    }
    return {.title = m_title->text(),
        .legend = legend,
        .plots = {chart},
        .note = m_caption->text(),
        .provenance = provenanceCaption(analysis),
        .data = [analysis, sweep] { return sweepCsv(*sweep, analysis); }};
}

Readout LengthSweepView::readout(int point) const
{
    const LengthSweep& sweep = *m_live->sweep();
    const auto k = static_cast<std::size_t>(point);
    Readout result;
    result.title = tr("%1 positions").arg(countText(sweep.lengths[k]));
    for (std::size_t i = 0; i < sweep.curves.size(); ++i) {
        if (m_legend->isOn(static_cast<int>(i))) {
            result.lines.push_back({colorOf(sweep.curves[i]), nameOf(sweep.curves[i]), disturbanceText(sweep.curves[i].meanDisturbance[k]),
                {}, markOfMethod(sweep.curves[i].name)});
        }
    }
    return result;
}

} // namespace rotascope
