// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/landscape_view.h"

#include "core/analysis/summary.h"
#include "core/report/view_csv.h"
#include "core/scaling/factor_grid.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/plots/legend_bar.h"
#include "ui/plots/paint/ticks.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/legend_room.h"
#include "ui/views/method_style.h"
#include "ui/views/result_mark.h"
#include "ui/workspace/live_landscape.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {
namespace {

// A dragged point's steps are merged; of each dimension for itself, so that Left and Right in two rows are two steps.
constexpr int firstMoveStep = 1000;

// The map is dark to bright in every palette; bright lines with a dark edge stand out from all of it.
constexpr bool onDark = true;
constexpr QColor minimumColor(0xff, 0xff, 0xff);
const Mark minimumMark{Mark::Shape::Diamond};

// Extrapolation is the left edge of the map: a line there would say nothing.
bool isDrawn(const MethodAnalysis& method)
{
    return method.result && method.method->choiceForAll != Choice::Extrapolation;
}

// 1 and s always, between them what is round.
std::vector<double> tickFactors(double scale)
{
    std::vector<double> factors;
    const int decades = static_cast<int>(std::floor(std::log10(scale)));
    for (int decade = 0; decade <= decades; ++decade) {
        const double power = std::pow(10.0, decade);
        for (const double step : {1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
            if (step * power < 1.5 * scale && step * power != scale) {
                factors.push_back(step * power);
            }
        }
    }
    return factors;
}

// Logarithmic, from the least to the greatest disturbance; but what is smaller than the greatest by more than `maxDecades` plays no
// part in the mean, and its colours would be missing where it matters.
HeatmapScale scaleOf(const Landscape& landscape)
{
    constexpr double maxDecades = 6.0;
    ValueExtent extent;
    for (const double value : landscape.disturbance) {
        if (std::isfinite(value)) {
            extent.add(value);
        }
    }
    HeatmapScale scale{HeatmapScale::Map::Sequential, -1.0, 0.0, {}};
    if (extent.greatest > 0.0) {
        scale.high = std::log10(extent.greatest);
        const double least = std::max(std::floor(std::log10(extent.least)), std::floor(scale.high) - maxDecades);
        scale.low = std::min(least, std::floor(scale.high - 1.0)); // a power of ten: it has a label
    }
    const bool clamps = extent.greatest > 0.0 && std::log10(extent.least) < scale.low;
    const int lowest = static_cast<int>(std::lround(scale.low)); // it is whole
    for (int exponent = lowest; exponent <= scale.high; ++exponent) {
        QString label = powerOfTen(exponent);
        if (exponent == lowest && (clamps || extent.hasZeros)) {
            label = (extent.hasZeros ? LandscapeView::tr("≤ %1 (0 and less too)") : LandscapeView::tr("≤ %1")).arg(label);
        }
        scale.ticks.push_back({static_cast<double>(exponent), label});
    }
    return scale;
}

// 0 and what rounding has brought below it have no logarithm, and infinity has no place: they are shown as the end of the scale
// that is theirs.
double scaled(double value, const HeatmapScale& scale)
{
    return value > 0.0 ? std::clamp(std::log10(value), scale.low, scale.high) : scale.low;
}

// Labels of factors up to `greatest`: all are written out, or all from a thousand on are powers of ten.
QString factorLabel(double factor, double greatest, int digits)
{
    if (greatest < 1e4 || factor < 1e3) {
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        return locale.toString(factor, 'g', std::max(digits, 4));
    }
    int exponent = static_cast<int>(std::floor(std::log10(factor)));
    const double unit = std::pow(10.0, digits - 1);
    double mantissa = std::round(factor / std::pow(10.0, exponent) * unit) / unit;
    if (mantissa >= 10.0) {
        mantissa /= 10.0;
        ++exponent;
    }
    return mantissa == 1.0 ? powerOfTen(exponent) : QStringLiteral("%1·%2").arg(digitsText(mantissa, digits), powerOfTen(exponent));
}

} // namespace

LandscapeView::LandscapeView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(new LiveLandscape(
                                                   workspace, [this] { return isSeen(); }, this)),
      m_legend(new LegendBar(this)), m_map(new Heatmap(this)), m_takeMinimum(new QPushButton(tr("Use &minimum"), this)),
      m_takeAll(new QPushButton(tr("Use &all minima"), this)), m_gap(makeLabel({}, this))
{
    m_map->setTitle(tr("Disturbance by factor"));
    m_map->setReadout(ReadoutStyle::Box, [this](int row, int column) { return readout(Dimension::of(row), column); });
    m_takeMinimum->setObjectName(QStringLiteral("takeMinimum"));
    m_takeMinimum->setToolTip(tr("Sets the selected dimensions to the factor that disturbs them least"));
    m_takeAll->setObjectName(QStringLiteral("takeAll"));
    m_takeAll->setToolTip(tr("Sets every dimension to the factor that disturbs it least"));
    m_gap->setObjectName(QStringLiteral("gap"));
    setTerm(m_gap, "optimality-gap");

    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_takeMinimum);
    bottom->addWidget(m_takeAll);
    bottom->addStretch(1);
    bottom->addWidget(m_gap);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_legend);
    new LegendRoom(this, m_legend);
    layout->addWidget(m_map, 1);
    layout->addLayout(bottom);
    layout->setSpacing(4);

    connect(m_legend, &LegendBar::toggled, this, &LandscapeView::toggle);
    connect(m_map, &Heatmap::rowClicked, workspace, [workspace](int row) { workspace->setCurrentDimension(Dimension::of(row)); });
    connect(m_map, &Heatmap::pointGrabbed, workspace, &Workspace::beginGesture);
    connect(m_map, &Heatmap::pointMoved, this, [this](int row, double column) { move(Dimension::of(row), column); });
    connect(m_map, &Heatmap::pointStepped, this, [this](int row, int columns) { step(Dimension::of(row), columns); });
    connect(m_map, &Heatmap::pointReleased, workspace, &Workspace::endGesture);
    connect(m_takeMinimum, &QPushButton::clicked, this, &LandscapeView::takeSelected);
    connect(m_takeAll, &QPushButton::clicked, this, &LandscapeView::takeAll);
    connect(m_live, &LiveLandscape::changed, this, &LandscapeView::refreshLandscape);
    connect(workspace, &Workspace::analysisChanged, this, &LandscapeView::refreshTables);
    connect(workspace, &Workspace::currentDimensionChanged, this, &LandscapeView::markCurrent);
    connect(workspace, &Workspace::shownMethodChanged, this, &LandscapeView::lendShown);
    connect(workspace, &Workspace::resultStateChanged, this, &LandscapeView::mark);
    refreshLandscape();
}

// A dock behind another's tab counts as visible; it is only moved out of sight.
bool LandscapeView::isSeen() const
{
    return isVisible() && !visibleRegion().isEmpty();
}

// What is painted is looked at.
void LandscapeView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(m_live, &LiveLandscape::look, Qt::QueuedConnection);
}

void LandscapeView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_live->lookAway();
}

bool LandscapeView::showsSource() const
{
    return m_live->landscape() && m_workspace->analysis() && m_live->landscape()->source == m_workspace->analysis()->source;
}

void LandscapeView::refreshLandscape()
{
    const std::shared_ptr<const Landscape> landscape = showsSource() ? m_live->landscape() : nullptr;
    if (landscape != m_shown) {
        m_shown = landscape;
        if (m_shown) {
            refreshAxis();
            refreshCells();
        } else {
            m_map->setCells(0, 0, {});
        }
    }
    refreshTables();
}

void LandscapeView::refreshCells()
{
    const HeatmapScale colors = scaleOf(*m_shown);
    std::vector<float> cells;
    cells.reserve(m_shown->dimensions() * m_axis.size());
    for (std::size_t i = 0; i < m_shown->dimensions(); ++i) {
        for (const std::size_t k : m_factorOfColumn) {
            cells.push_back(static_cast<float>(scaled(m_shown->at(Dimension(i), k), colors)));
        }
    }
    m_map->setScale(colors);
    m_map->setCells(static_cast<int>(m_shown->dimensions()), static_cast<int>(m_axis.size()), std::move(cells));
}

void LandscapeView::refreshAxis()
{
    const double scale = m_shown->settings.scale();
    m_axis = factorGrid(scale, LiveLandscape::fullFactors);
    m_factorOfColumn.resize(m_axis.size());
    std::size_t k = 0; // both axes ascend
    for (std::size_t column = 0; column < m_axis.size(); ++column) {
        const auto away = [&](std::size_t index) { return std::abs(std::log(m_shown->factors[index] / m_axis[column])); };
        while (k + 1 < m_shown->factors.size() && away(k + 1) <= away(k)) {
            ++k;
        }
        m_factorOfColumn[column] = k;
    }
    std::vector<HeatmapTick> ticks = {{columnOf(1.0), QStringLiteral("1"), true}};
    if (scale > 1.0) {
        ticks.push_back({columnOf(scale), tr("s = %1").arg(factorLabel(scale, m_axis.back(), 4)), true});
    }
    for (const double factor : tickFactors(scale)) {
        ticks.push_back({columnOf(factor), factorLabel(factor, m_axis.back(), 3)});
    }
    const Source& source = *m_workspace->analysis()->source;
    m_map->setAxis(source.encoding.rotates() ? tr("factor (divides the frequency)") : tr("factor"), ticks, channelNoun(source));
}

// The lines belong to the newest analysis, whatever landscape is shown.
void LandscapeView::refreshTables()
{
    if (m_shown && !showsSource()) {
        refreshLandscape();
        return;
    }
    const bool isCurrent = m_live->isCurrent();
    mark();
    refreshGap();
    if (!m_shown) {
        return;
    }
    const Analysis& analysis = *m_workspace->analysis();
    std::vector<std::string> methods;
    std::vector<HeatmapCurve> curves;
    for (const MethodAnalysis& method : analysis.methods) {
        if (isDrawn(method)) {
            methods.emplace_back(method.method->name);
            curves.push_back({translatedLabel(method.method->label), colorOfMethod(method.method->name, onDark), 1.5, true,
                columnsOf(method.result->table), markOfMethod(method.method->name)});
        }
    }
    refreshLegend(methods);
    lendShown();
    curves.push_back({tr("Minimum"), minimumColor, 0.0, true, columnsOf(m_shown->bestTable()), minimumMark});
    curves.push_back({tr("Current table"), colorOfMethod({}, onDark), 2.5, true, columnsOf(analysis.chosen->table), markOfMethod({})});
    for (std::size_t i = 0; i < curves.size(); ++i) {
        curves[i].visible = !m_off.contains(static_cast<int>(i));
    }
    const int current = static_cast<int>(curves.size()) - 1;
    m_map->setCurves(std::move(curves));
    m_map->setMovableCurve(isCurrent ? current : -1, {columnOf(1.0), columnOf(analysis.settings.scale())});
    markCurrent();
}

void LandscapeView::mark()
{
    const Freshness freshness = freshnessOf(*m_workspace);
    const bool isMissing = m_workspace->analysis() && !m_live->isFinal();
    m_map->setFreshness(freshness == Freshness::Current && isMissing ? Freshness::Updating : freshness);
}

// Legend entries are the curves, the current table first: entry 0 is the last curve.
void LandscapeView::refreshLegend(const std::vector<std::string>& methods)
{
    if (methods == m_methods) {
        return;
    }
    m_methods = methods;
    m_off.clear();
    QList<LegendItem> items
        = {{tr("Current table"), colorOfMethod({}, onDark), tr("Drag its points to change their factors"), true, markOfMethod({})}};
    for (const MethodAnalysis& method : m_workspace->analysis()->methods) {
        if (isDrawn(method)) {
            const bool isOn = isDrawnAtOnce(method.method->name);
            if (!isOn) {
                m_off.insert(static_cast<int>(items.size()) - 1);
            }
            items.push_back({translatedLabel(method.method->label), colorOfMethod(method.method->name, onDark),
                translatedLabel(method.method->description), isOn, markOfMethod(method.method->name)});
        }
    }
    items.push_back({tr("Minimum"), minimumColor, tr("The factor that disturbs a dimension least"), true, minimumMark});
    m_legend->setItems(items);
}

// The curve of the method that is shown is drawn as long as it is.
void LandscapeView::lendShown()
{
    const auto shown = std::ranges::find(m_methods, m_workspace->shownMethod());
    m_legend->lend(shown == m_methods.end() ? -1 : static_cast<int>(shown - m_methods.begin()) + 1);
}

void LandscapeView::toggle(int entry, bool on)
{
    const int current = static_cast<int>(m_methods.size()) + 1;
    const int curve = entry == 0 ? current : entry - 1;
    on ? static_cast<void>(m_off.remove(curve)) : static_cast<void>(m_off.insert(curve));
    if (static_cast<std::size_t>(curve) < m_map->curves().size()) {
        m_map->setCurveVisible(curve, on);
    }
}

void LandscapeView::refreshGap()
{
    m_takeMinimum->setEnabled(m_live->isFinal());
    m_takeAll->setEnabled(m_live->isFinal());
    m_gap->setToolTip(tr("How much lower the mean disturbance could be with the best of these factors, as a share of the current table's. "
                         "More factors find deeper minima, because the surface is jagged."));
    if (!m_live->isCurrent()) {
        m_gap->setText(tr("Optimality gap …"));
        return;
    }
    if (!(m_workspace->analysis()->chosen->meanDisturbance > 0.0)) {
        m_gap->setText(tr("Optimality gap –"));
        m_gap->setToolTip(tr("The gap is a share of the current table's mean disturbance, and that is not positive."));
        return;
    }
    const Landscape& landscape = *m_live->landscape();
    const double gap = landscape.optimalityGap(*m_workspace->analysis()->chosen);
    m_gap->setText(tr("Optimality gap %1 % with %2 factors").arg(fixedText(100.0 * gap, 1), countText(landscape.factors.size())));
}

void LandscapeView::markCurrent()
{
    m_map->setCurrentRow(m_workspace->currentDimension().row());
}

void LandscapeView::move(Dimension dimension, double column)
{
    const auto nearest = std::min(static_cast<std::size_t>(std::max(column, 0.0)), m_axis.size() - 1);
    setFactor(dimension, m_shown->factors[m_factorOfColumn[nearest]]); // what is shown there, to the digit: the surface is jagged
}

// To the next column of the full landscape, also while a coarse one is shown.
void LandscapeView::step(Dimension dimension, int columns)
{
    const double factor = factorOf(dimension);
    const double from = std::clamp(columnOf(factor) - 0.5, 0.0, static_cast<double>(m_axis.size() - 1));
    const double to = columns > 0 ? std::floor(from) + columns : std::ceil(from) + columns;
    const double next = m_axis[static_cast<std::size_t>(std::clamp(to, 0.0, static_cast<double>(m_axis.size() - 1)))];
    if (columns > 0 ? next > factor : next < factor) { // a factor beyond the axis does not come back by going on
        setFactor(dimension, next);
    }
}

double LandscapeView::factorOf(Dimension dimension) const
{
    const AnalysisSettings& settings = m_workspace->settings();
    const std::optional<Override> set = settings.overrideOf(dimension);
    return set ? set->factorAt(settings.scale()) : m_workspace->analysis()->chosen->table.factors[dimension];
}

void LandscapeView::setFactor(Dimension dimension, double factor)
{
    m_workspace->setFactors(
        {{dimension, factor}}, tr("dimension %1: factor %2").arg(dimension.row()).arg(factorText(factor)), firstMoveStep + dimension.row());
}

void LandscapeView::take(const QList<Dimension>& dimensions)
{
    if (!m_live->isFinal() || dimensions.isEmpty()) {
        return;
    }
    const Landscape& landscape = *m_live->landscape();
    QMap<Dimension, double> factors;
    for (const Dimension dimension : dimensions) {
        const double factor = landscape.factors[landscape.minimum[dimension]];
        if (factor != factorOf(dimension)) { // else it need not be set by hand
            factors[dimension] = factor;
        }
    }
    if (!factors.isEmpty()) {
        m_workspace->setFactors(factors,
            factors.size() == 1 ? tr("dimension %1: minimum").arg(factors.firstKey().row())
                                : tr("minima of %n dimensions", nullptr, static_cast<int>(factors.size())));
    }
}

void LandscapeView::takeSelected()
{
    take(m_workspace->selectedDimensions());
}

void LandscapeView::takeAll()
{
    QList<Dimension> all;
    for (std::size_t i = 0; m_shown && i < m_shown->dimensions(); ++i) {
        all.push_back(Dimension(i));
    }
    take(all);
}

double LandscapeView::columnOf(double factor) const
{
    const auto next = std::clamp(std::ranges::upper_bound(m_axis, factor), m_axis.begin() + 1, m_axis.end() - 1);
    const auto k = static_cast<double>(next - m_axis.begin() - 1);
    return 0.5 + k + std::log(factor / *(next - 1)) / std::log(*next / *(next - 1));
}

std::vector<double> LandscapeView::columnsOf(const ScalingTable& table) const
{
    std::vector<double> columns(table.factors.size());
    std::ranges::transform(table.factors, columns.begin(), [this](double factor) { return columnOf(factor); });
    return columns;
}

QString LandscapeView::figureName() const
{
    return tr("Landscape");
}

bool LandscapeView::isSettled() const
{
    return hasSettled(*m_workspace) && m_live->isFinal();
}

Figure LandscapeView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    const std::shared_ptr<Heatmap> map = m_map->forFigure();
    map->setTitle(translated(measureLabel(analysis->settings)));
    QList<LegendItem> legend; // the current table first
    for (const HeatmapCurve& curve : m_map->curves()) {
        legend.push_front({curve.name, curve.color, {}, curve.visible, curve.mark});
    }
    return {.title = tr("Disturbance of every %1 under every factor").arg(channelNoun(*m_workspace->analysis()->source)),
        .facts = {m_gap->text()},
        .legend = legend,
        .plots = {map},
        .provenance = provenanceCaption(analysis),
        .size = {960, 720},
        .data = [analysis, landscape = m_live->landscape()] { return landscapeCsv(*landscape, analysis); }};
}

Readout LandscapeView::readout(Dimension dimension, int column) const
{
    const std::size_t k = m_factorOfColumn[static_cast<std::size_t>(column)];
    const Landscape& landscape = *m_shown;
    const TableAnalysis& table = *m_workspace->analysis()->chosen;
    const auto at = [&](double factor) { return tr("at %1").arg(factorText(factor)); };
    const double best = landscape.at(dimension, landscape.minimum[dimension]);
    Readout result;
    result.title = tr("Dimension %1 · factor %2").arg(dimension.row()).arg(factorText(landscape.factors[k]));
    result.lines.push_back({m_map->colorOf(m_map->cell(dimension.row(), column)), tr("Disturbance"),
        disturbanceText(landscape.at(dimension, k)), QStringLiteral(" ")});
    result.lines.push_back(
        {minimumColor, tr("Minimum"), disturbanceText(best), at(landscape.factors[landscape.minimum[dimension]]), minimumMark});
    result.lines.push_back({colorOfMethod({}, onDark), tr("Current table"), disturbanceText(table.disturbance[dimension]),
        at(table.table.factors[dimension]), markOfMethod({})});
    return result;
}

} // namespace rotascope
