// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/distribution_view.h"

#include "core/analysis/reason.h"
#include "core/analysis/summary.h"
#include "core/angle/angle_histogram.h"
#include "core/angle/position_set.h"
#include "core/report/view_csv.h"
#include "ui/base/angle_unit.h"
#include "ui/base/colours.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/legend_bar.h"
#include "ui/plots/rings/ring_chart.h"
#include "ui/views/chart_cursors.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/plot_roles.h"
#include "ui/views/result_mark.h"
#include "ui/views/title_line.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

// Curves and legend entries, in the order in which they are painted: what is chosen lies, wider, under what it was chosen from.
constexpr std::array roles = {PlotRole::Before, PlotRole::Chosen, PlotRole::Extrapolation, PlotRole::Interpolation};
constexpr int unseenEntry = roles.size();
constexpr int firstBeside = unseenEntry + 1;

std::vector<std::uint64_t> roleCounts(PlotRole role, const Analysis& analysis, Dimension dimension)
{
    if (role != PlotRole::Before) {
        return countsAfter(analysis, tableOf(role, analysis), dimension);
    }
    const std::span<const std::uint64_t> counts = analysis.before->counts(dimension);
    return {counts.begin(), counts.end()};
}

std::vector<std::uint64_t> countsOf(const TableBeside& beside, const Analysis& analysis, Dimension dimension)
{
    if (!beside.other) {
        return countsAfter(analysis, *beside.result, dimension);
    }
    const std::span<const std::uint64_t> counts = beside.other->before->counts(dimension);
    return {counts.begin(), counts.end()};
}

std::vector<double> frequenciesOf(const CountView& counts)
{
    std::vector<double> frequencies(counts.counts.size());
    for (std::size_t k = 0; k < frequencies.size(); ++k) {
        frequencies[k] = counts.frequency(k);
    }
    return frequencies;
}

// The curve of an entry other than that of the unseen intervals.
int curveOf(int entry)
{
    return entry < unseenEntry ? entry : entry - 1;
}

QToolButton* makeRingButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("rings"));
    button->setText(DistributionView::tr("Rings"));
    button->setCheckable(true);
    button->setToolTip(DistributionView::tr("Shows the same curves as rings around the circle"));
    return button;
}

// A curve that grows with the context.
struct FillingCurve {
    std::size_t index = 0;
    Turn turn; ///< a position, with the table's factor
};

// The curves with what a context of this length has, as shares of what L′ has: at L′ they are as they were.
std::vector<StepCurve> filledTo(
    std::int64_t length, const std::vector<FillingCurve>& filling, const AnalysisSettings& settings, std::vector<StepCurve> curves)
{
    std::vector<std::uint64_t> counts(settings.intervals);
    const auto total = static_cast<double>(settings.anglesAfter());
    for (const FillingCurve& one : filling) {
        countAngles(one.turn, PositionSet::of(settings.counting, length), counts);
        std::ranges::transform(
            counts, curves.at(one.index).values.begin(), [total](std::uint64_t count) { return static_cast<double>(count) / total; });
    }
    return curves;
}

QColor unseenColor(const QPalette& palette)
{
    return withAlpha(palette.color(QPalette::WindowText), 0.25);
}

} // namespace

DistributionView::DistributionView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_title(new SteadyLabel(this)), m_facts(new SteadyLabel(this)),
      m_shares(new SteadyLabel(this)), m_why(new SteadyLabel(this)), m_unit(new QComboBox(this)), m_legend(new LegendBar(this)),
      m_chart(new StepChart(this)), m_rings(new RingChart(this)), m_cursors(makeCursorButton(m_chart)), m_ringButton(makeRingButton(this))
{
    for (const AngleUnit unit : allAngleUnits) {
        m_unit->addItem(nameOf(unit));
    }
    m_unit->setObjectName(QStringLiteral("angleUnit"));
    m_chart->setPlaceholder(tr("Open a recording or choose a model to see its angles."));
    m_chart->setAccessibleName(tr("Angle distribution of the current dimension"));
    m_chartKeys = m_chart->accessibleDescription();
    m_ringKeys = m_rings->accessibleDescription();
    m_chart->setReadout([this](int interval) { return readout(Interval::of(interval)); });
    m_chart->setCursorReadout([this](const StepChart::Cursors& at) { return readoutOf(*m_chart, at); });
    m_rings->setAccessibleName(m_chart->accessibleName());
    m_rings->setScaleText([](double share) { return tr("longest bar: %1 of the angles").arg(percentText(share)); });
    m_rings->setReadout([this](int interval) { return readout(Interval::of(interval)); });
    m_rings->hide();
    constexpr int leastHeight = 80; // less than other charts: the lines around it stay whole
    m_chart->setMinimumHeight(leastHeight);
    m_rings->setMinimumHeight(leastHeight); // else the views below would shrink for good when they are shown

    refreshLegend();

    auto* layout = new QVBoxLayout(this);
    QHBoxLayout* titleLine = makeTitleLine(m_title, m_unit, tr("Unit of the angle"));
    titleLine->insertWidget(1, m_cursors);
    titleLine->insertWidget(2, m_ringButton);
    layout->addLayout(titleLine);
    layout->addWidget(m_facts);
    layout->addWidget(m_legend);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_rings, 1);
    layout->addWidget(m_shares);
    layout->addWidget(m_why);
    layout->setSpacing(4);
    m_facts->setTextFormat(Qt::RichText);
    m_shares->setTextFormat(Qt::RichText);
    m_shares->setObjectName(QStringLiteral("shares"));
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_why->expect({QStringLiteral("angles ").repeated(36)}); // about as long as the longest: it has its room before it is known
    m_why->setToolTip(tr("Why the dimension is disturbed: the pattern that its angles make, and how much each way changes it"));
    setTerm(m_facts, "samples");
    setTerm(m_why, "comb");
    setTerm(m_shares, "unseen");
    m_shares->setToolTip(tr("The share of the angles within L′ that fall into intervals without a single angle before the extension"));

    connect(m_unit, &QComboBox::activated, workspace,
        [workspace](int index) { workspace->setAngleUnit(allAngleUnits.at(static_cast<std::size_t>(index))); });
    connect(workspace, &Workspace::angleUnitChanged, this, &DistributionView::refreshAxis);
    connect(workspace, &Workspace::shownMethodChanged, this, [this] {
        refreshLegend();
        refreshCurves();
    });
    connect(m_ringButton, &QToolButton::toggled, this, &DistributionView::showRings);
    connect(m_legend, &LegendBar::toggled, this, &DistributionView::toggle);
    connect(workspace, &Workspace::analysisChanged, this, &DistributionView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, &DistributionView::refresh);
    connect(&Preferences::instance(), &Preferences::changed, this, &DistributionView::refreshTexts);
    markResults(workspace, m_chart);
    markResults(workspace, m_rings);
    greyWhenOld(workspace, m_facts);
    greyWhenOld(workspace, m_shares);
    greyWhenOld(workspace, m_why);
    refreshAxis();
    refresh();
}

// The entries of other tables come and go; what is switched off stays so.
void DistributionView::refreshLegend()
{
    m_beside = tablesAndSourceBeside(*m_workspace, isDark(palette()));
    QList<LegendItem> items = legendItems(roles, palette());
    items.push_back({tr("Unseen"), unseenColor(palette()),
        tr("Intervals without a single angle before the extension: what the model never saw in pre-training."), true});
    for (int i = 0; i < std::min(static_cast<int>(items.size()), m_legend->count()); ++i) {
        items[i].on = m_legend->isOn(i);
    }
    for (const TableBeside& table : m_beside) {
        items.push_back(legendItem(table));
        items.back().on = !m_hidden.contains(table.key);
    }
    m_legend->setItems(items);
}

void DistributionView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshLegend();
        refresh();
    }
}

void DistributionView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showReasonIfThereIsRoom();
}

bool DistributionView::event(QEvent* event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        showReasonIfThereIsRoom(); // a text or the legend takes another number of lines
    }
    return isDone;
}

// The reason stays as long as some of the chart does; below that the title's tool tip has it.
void DistributionView::showReasonIfThereIsRoom()
{
    m_why->setVisible(height() >= wholeHeight());
}

void DistributionView::keepReason()
{
    m_leastChart = 6.5;
    showReasonIfThereIsRoom();
}

int DistributionView::wholeHeight() const
{
    const QWidget& chart = m_rings->isVisibleTo(this) ? static_cast<QWidget&>(*m_rings) : *m_chart;
    const int reason = m_why->isVisibleTo(this) ? 0 : m_why->heightForWidth(contentsRect().width()) + layout()->spacing();
    const int others = layout()->heightForWidth(width()) - layout()->itemAt(layout()->indexOf(&chart))->sizeHint().height() + reason;
    return others + static_cast<int>(std::ceil(m_leastChart * fontMetrics().lineSpacing()));
}

void DistributionView::refresh()
{
    std::vector<TableBeside> beside = tablesAndSourceBeside(*m_workspace, isDark(palette()));
    if (!haveSameEntries(beside, m_beside)) {
        refreshLegend();
    } else {
        m_beside = std::move(beside); // the same tables with other counts
    }
    refreshTexts();
    refreshAxis();
    refreshCurves();
    refreshBands();
}

void DistributionView::refreshTexts()
{
    const auto& analysis = m_workspace->analysis();
    const Dimension dimension = m_workspace->currentDimension();
    if (!analysis || dimension >= analysis->dimensions()) {
        m_title->setText(tr("Angle distribution"));
        m_facts->setText(QStringLiteral(" ")); // keeps its line
        m_shares->setText(QStringLiteral(" "));
        tellReason({});
        return;
    }
    const AnalysisSettings& settings = analysis->settings;
    const double wavelength = analysis->source->wavelength(dimension);
    m_title->setText(analysis->source->encoding.rotates()
            ? tr("Dimension %1 · wavelength %2 positions · %3 turns within L = %4")
                  .arg(dimension.row())
                  .arg(steadyText(wavelength))
                  .arg(steadyText(analysis->turnsInPretraining(dimension)))
                  .arg(countText(settings.pretrainingLength))
            : tr("%1 · L = %2").arg(channelText(*analysis->source, dimension), countText(settings.pretrainingLength)));
    const QString sampleText = tr("%1 samples per interval").arg(steadyText(samplesPerInterval(*analysis->source, settings)));
    const QString few = translated(fewSamplesNote(*analysis->source, settings));
    const QString warning = warningColor(palette()).name();
    m_facts->setText(
        tr("Before: %1 · b = %2 intervals · %3")
            .arg(translated(beforeText(settings)))
            .arg(countText(settings.intervals))
            .arg(few.isEmpty() ? sampleText : QStringLiteral("<span style=\"color:%1\">⚠ %2</span>").arg(warning, sampleText)));
    m_facts->setToolTip(few);
    m_shares->setText(shares());
    tellReason(onOneLine(translated(whyDisturbed(*analysis, dimension))));
}

// Below the chart, and where it can be read when it has no room there: in the title's tool tip, and with what the charts are said to be.
void DistributionView::tellReason(const QString& reason)
{
    m_why->setText(reason);
    m_title->setToolTip(asToolTip(reason));
    m_chart->setAccessibleDescription((reason + QLatin1Char(' ') + m_chartKeys).trimmed());
    m_rings->setAccessibleDescription((reason + QLatin1Char(' ') + m_ringKeys).trimmed());
}

QString DistributionView::shares() const
{
    const Analysis& analysis = *m_workspace->analysis();
    const Dimension dimension = m_workspace->currentDimension();
    const auto part = [&](PlotRole role, const TableAnalysis& table) {
        return QStringLiteral("<span style=\"color:%1\">■</span> %2 %3")
            .arg(colorOf(role, palette()).name(), nameOf(role), onOneLine(percentText(table.outOfDistributionShare[dimension])));
    };
    const Choice choice = choiceOf(analysis.chosen->table.factors[dimension], analysis.settings.scale());
    const QString factor = factorText(analysis.chosen->table.factors[dimension]);
    const QString chosen = choice == Choice::Custom ? tr(" (factor %1)").arg(factor) : QString();
    const QString pattern = analysis.source->encoding.rotates() ? tr("Unseen angles:&nbsp; %1 &nbsp; %2 &nbsp; %3%4")
                                                                : tr("Never seen:&nbsp; %1 &nbsp; %2 &nbsp; %3%4");
    return pattern.arg(part(PlotRole::Extrapolation, *analysis.extrapolation), part(PlotRole::Interpolation, *analysis.interpolation),
        part(PlotRole::Chosen, *analysis.chosen), chosen);
}

void DistributionView::refreshCurves()
{
    const auto& analysis = m_workspace->analysis();
    const Dimension dimension = m_workspace->currentDimension();
    std::vector<StepCurve> curves;
    m_counts.clear();
    if (analysis && dimension < analysis->dimensions()) {
        for (std::size_t i = 0; i < roles.size(); ++i) {
            m_counts.push_back(roleCounts(roles[i], *analysis, dimension));
            StepCurve& curve = curves.emplace_back();
            curve.name = nameOf(roles[i]);
            curve.color = colorOf(roles[i], palette());
            curve.mark = markOf(roles[i]);
            curve.width = roles[i] == PlotRole::Chosen ? 3.0 : 1.0;
            curve.filled = roles[i] == PlotRole::Before || roles[i] == PlotRole::Chosen;
            curve.visible = m_legend->isOn(static_cast<int>(i)) && isRevealed(i);
            curve.values = frequenciesOf(countsOf(i));
        }
        for (const TableBeside& table : m_beside) {
            m_counts.push_back(rotascope::countsOf(table, *analysis, dimension));
            StepCurve& curve = curves.emplace_back();
            curve.name = table.name;
            curve.color = table.color;
            curve.mark = table.mark;
            curve.dashed = table.isPinned;
            curve.width = table.isPinned || table.other ? 2.0 : 1.0;
            curve.visible = !m_hidden.contains(table.key) && isRevealed(roles.size());
            curve.values = frequenciesOf(countsOf(m_counts.size() - 1));
        }
    }
    m_chart->setCurves(std::move(curves));
    refreshRings();
}

CountView DistributionView::countsOf(std::size_t curve) const
{
    const Analysis& analysis = *m_workspace->analysis();
    const Dimension dimension = m_workspace->currentDimension();
    const bool isBefore = curve == 0;
    const bool isOther = curve >= roles.size() && m_beside[curve - roles.size()].other;
    return {m_counts[curve],
        isBefore      ? analysis.before->total(dimension)
            : isOther ? m_beside[curve - roles.size()].other->before->total(dimension)
                      : analysis.settings.anglesAfter()};
}

void DistributionView::refreshBands()
{
    const auto& analysis = m_workspace->analysis();
    const Dimension dimension = m_workspace->currentDimension();
    std::vector<StepBand> bands;
    if (analysis && dimension < analysis->dimensions() && m_legend->isOn(unseenEntry)) {
        const auto counts = analysis->before->counts(dimension);
        for (std::size_t k = 0; k < counts.size(); ++k) {
            if (counts[k] != 0) {
                continue;
            }
            if (k > 0 && counts[k - 1] == 0) {
                ++bands.back().count;
            } else {
                bands.push_back({static_cast<int>(k), 1});
            }
        }
    }
    m_rings->setBands(bands);
    m_chart->setBands(std::move(bands));
}

void DistributionView::refreshRings()
{
    if (!m_rings->isHidden()) {
        m_rings->setCurves(m_chart->curves());
    }
}

void DistributionView::showRings(bool shown)
{
    m_chart->setVisible(!shown);
    m_rings->setVisible(shown);
    m_cursors->setEnabled(!shown); // they are the flat chart's
    refreshRings();
}

void DistributionView::refreshAxis()
{
    const AngleUnitInfo& unit = infoOf(m_workspace->angleUnit());
    m_unit->setCurrentIndex(static_cast<int>(m_workspace->angleUnit()));
    const auto& analysis = m_workspace->analysis();
    const bool rotates = !analysis || analysis->source->encoding.rotates();
    m_unit->setEnabled(rotates);
    m_ringButton->setEnabled(rotates);
    m_ringButton->setChecked(m_ringButton->isChecked() && rotates); // what does not turn has no circle
    m_chart->setScale({.title = rotates ? tr("share of the angles") : tr("share of what is counted"),
        .logarithmic = false,
        .unit = 0.01,
        .suffix = QStringLiteral(" %")});
    if (!rotates) {
        m_chart->setAxis({.low = 0.0, .high = axisEnd(*analysis), .title = quantityText(*analysis->source), .leastStep = 1.0});
        refreshRingLabels();
        return;
    }
    m_chart->setAxis({.low = 0.0,
        .high = unit.turn,
        .title = tr("rotary angle (%1)").arg(nameOf(m_workspace->angleUnit())),
        .unit = unit.labelUnit,
        .suffix = unit.suffix,
        .steps = unit.steps});
    refreshRingLabels();
}

void DistributionView::refreshRingLabels()
{
    const auto& analysis = m_workspace->analysis();
    constexpr int parts = 8;
    std::vector<QString> labels;
    for (int k = 0; k < parts; ++k) {
        const double share = static_cast<double>(k) / parts;
        labels.push_back(analysis ? edgeText(*analysis, share * analysis->settings.intervals, m_workspace->angleUnit())
                                  : angleText(share, m_workspace->angleUnit()));
    }
    m_rings->setLabels(std::move(labels));
}

void DistributionView::toggle(int entry, bool on)
{
    if (const auto beside = static_cast<std::size_t>(std::max(0, entry - firstBeside)); entry >= firstBeside && beside < m_beside.size()) {
        noteHidden(m_hidden, m_beside[beside], !on);
    }
    if (entry == unseenEntry) {
        refreshBands();
    } else if (const int curve = curveOf(entry); static_cast<std::size_t>(curve) < m_chart->curves().size()) {
        m_chart->setCurveVisible(curve, on && isRevealed(static_cast<std::size_t>(curve)));
        refreshRings();
    }
}

QString DistributionView::figureName() const
{
    return tr("Distribution");
}

bool DistributionView::isSettled() const
{
    return hasSettled(*m_workspace);
}

Figure DistributionView::figure() const
{
    const auto plainText = [](const QLabel& label) {
        return QTextDocumentFragment::fromHtml(label.text()).toPlainText().remove(QStringLiteral("■ ")).simplified();
    };
    const bool hasRings = !m_rings->isHidden();
    const std::shared_ptr<StepChart> chart = m_chart->forFigure();
    const std::shared_ptr<RingChart> rings = m_rings->forFigure();
    QList<LegendItem> legend = legendItems(roles, figurePalette());
    legend.push_back({tr("Unseen"), unseenColor(figurePalette()), {}, true});
    for (const TableBeside& table : tablesAndSourceBeside(*m_workspace, isDark(figurePalette()))) {
        legend.push_back(legendItem(table));
    }
    for (int entry = 0; entry < std::min(static_cast<int>(legend.size()), m_legend->count()); ++entry) {
        legend[entry].on = m_legend->isOn(entry);
        if (entry != unseenEntry) {
            chart->setCurveColor(curveOf(entry), legend[entry].color);
            if (hasRings) {
                rings->setCurveColor(curveOf(entry), legend[entry].color);
            }
        }
    }
    if (const auto& at = chart->cursors()) {
        chart->setCursorReadout([readout = readoutOf(*chart, *at)](const StepChart::Cursors&) { return readout; });
    }
    return {.title = m_title->text(),
        .facts = {plainText(*m_facts), plainText(*m_shares)},
        .legend = legend,
        .plots = {hasRings ? std::shared_ptr<FigurePlot>(rings) : std::shared_ptr<FigurePlot>(chart)},
        .provenance = provenanceCaption(m_workspace->analysis()),
        .data = [analysis = m_workspace->analysis(), dimension = m_workspace->currentDimension()] {
            return distributionCsv(analysis, dimension);
        }};
}

// The tables beside come last, with the chosen one.
bool DistributionView::isRevealed(std::size_t curve) const
{
    constexpr std::array order = {PlotRole::Before, PlotRole::Extrapolation, PlotRole::Interpolation, PlotRole::Chosen};
    static_assert(order.size() == roles.size());
    const auto step = curve < roles.size() ? std::ranges::find(order, roles[curve]) - order.begin() : steps() - 1;
    return step < m_steps;
}

void DistributionView::reveal(int steps)
{
    m_steps = steps;
    refreshCurves();
}

QString DistributionView::place() const
{
    return m_rings->isHidden() ? zoomOf(*m_chart) : QStringLiteral("rings");
}

void DistributionView::goToPlace(const QString& place)
{
    findChild<QToolButton*>(QStringLiteral("rings"))->setChecked(place == QStringLiteral("rings"));
    zoomTo(*m_chart, place);
}

std::optional<Animation> DistributionView::animation() const
{
    const auto& analysis = m_workspace->analysis();
    const Dimension dimension = m_workspace->currentDimension();
    if (!analysis || dimension >= analysis->dimensions() || !analysis->source->encoding.rotates()) {
        return std::nullopt;
    }
    std::vector<FillingCurve> filling;
    for (std::size_t curve = 1; curve < m_counts.size(); ++curve) { // the first is Before
        const TableAnalysis* table = curve < roles.size() ? &tableOf(roles[curve], *analysis) : m_beside[curve - roles.size()].result.get();
        if (table != nullptr) {
            filling.push_back({curve, turnOf(analysis->source->rope.invFreq[dimension], table->table.factors[dimension])});
        }
    }
    const Figure now = figure();
    const auto chart = std::dynamic_pointer_cast<StepChart>(now.plots.front());
    const auto rings = std::dynamic_pointer_cast<RingChart>(now.plots.front());
    if (chart) {
        chart->showCursors(false);
        chart->keepTop();
    } else {
        rings->keepScale();
    }
    return Animation{[now, chart, rings, filling, settings = analysis->settings](double share) {
        const std::int64_t length = std::max<std::int64_t>(1, std::llround(share * static_cast<double>(settings.targetLength)));
        Figure frame = now;
        frame.facts.back() = tr("After: %1 of %2 positions").arg(countText(length), countText(settings.targetLength));
        frame.data = {};
        if (chart) {
            const std::shared_ptr<StepChart> next = chart->forFigure();
            next->setCurves(filledTo(length, filling, settings, next->curves()));
            frame.plots = {next};
        } else {
            const std::shared_ptr<RingChart> next = rings->forFigure();
            next->setCurves(filledTo(length, filling, settings, next->curves()));
            frame.plots = {next};
        }
        return frame;
    }};
}

// Of the middles of both intervals.
Readout DistributionView::readoutOf(const StepChart& chart, const StepChart::Cursors& at) const
{
    const auto angle = [&](double place) { return edgeText(*m_workspace->analysis(), place, m_workspace->angleUnit()); };
    const int distance = at[1] - at[0];
    const QString sign = distance < 0 ? QStringLiteral("−") : QString();
    return cursorReadout(
        chart, at, tr("A %1 · B %2 · Δ %3").arg(angle(at[0] + 0.5), angle(at[1] + 0.5), sign + angle(std::abs(distance))), percentText);
}

Readout DistributionView::readout(Interval interval) const
{
    const Analysis& analysis = *m_workspace->analysis();
    const Dimension dimension = m_workspace->currentDimension();
    const auto edge = [&](int n) { return edgeText(analysis, n, m_workspace->angleUnit()); };
    Readout result;
    result.title = tr("%1 to %2").arg(edge(interval.row()), edge(interval.row() + 1));
    if (analysis.before->counts(dimension)[interval] == 0) {
        result.title += tr(" · unseen before");
    }
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (m_legend->isOn(static_cast<int>(i))) {
            const CountView counts = countsOf(i);
            result.lines.push_back({colorOf(roles[i], palette()), nameOf(roles[i]), countText(counts.counts[interval]),
                percentText(counts.frequency(interval)), markOf(roles[i])});
        }
    }
    for (std::size_t i = 0; i < m_beside.size(); ++i) {
        const TableBeside& table = m_beside[i];
        if (!m_hidden.contains(table.key)) {
            const CountView counts = countsOf(roles.size() + i);
            result.lines.push_back(
                {table.color, table.name, countText(counts.counts[interval]), percentText(counts.frequency(interval)), table.mark});
        }
    }
    return result;
}

} // namespace rotascope
