// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/curves_view.h"

#include "core/report/view_csv.h"
#include "core/rope/critical_dimension.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/plots/charts/line_chart.h"
#include "ui/views/caption_room.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/legend_room.h"
#include "ui/views/method_style.h"
#include "ui/views/plot_roles.h"
#include "ui/views/result_mark.h"
#include "ui/views/tables_beside.h"
#include "ui/views/title_line.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

constexpr std::array figureIds = {"factors", "wavelengths", "decay"};
constexpr std::size_t decaySamples = 600; // about one a pixel

bool showTheSameDecay(const Analysis& a, const Analysis& b)
{
    return a.source == b.source && a.settings.targetLength == b.settings.targetLength && a.chosen->table == b.chosen->table;
}

std::vector<double> wavelengthsOf(const RopeConfig& rope, const ScalingTable* table)
{
    std::vector<double> wavelengths;
    for (std::size_t i = 0; i < rope.dimensions(); ++i) {
        wavelengths.push_back(rope.wavelength(i) * (table != nullptr ? table->factors[i] : 1.0));
    }
    return wavelengths;
}

} // namespace

CurvesView::CurvesView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_title(new SteadyLabel(this)), m_choice(new QComboBox(this)), m_legend(new LegendBar(this)),
      m_chart(new LineChart(this)), m_caption(makeLabel({}, this))
{
    m_choice->setObjectName(QStringLiteral("curves"));
    m_choice->addItems({tr("factor"), tr("wavelength"), tr("decay")});
    m_chart->setPlaceholder(tr("Open a recording or choose a model to see its curves."));
    m_chart->setReadout([this](int point) { return readout(point); });
    m_caption->setWordWrap(true);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setFont(tickFont(*this));

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_choice, tr("What the curves are of")));
    layout->addWidget(m_legend);
    new LegendRoom(this, m_legend);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_caption);
    new CaptionRoom(m_chart, m_caption); // the title's tool tip has it as well
    layout->setSpacing(4);

    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) { setKind(static_cast<Kind>(index)); });
    connect(m_legend, &LegendBar::toggled, this, &CurvesView::toggle);
    connect(m_chart, &LineChart::clicked, this, &CurvesView::choosePoint);
    connect(workspace, &Workspace::analysisChanged, this, &CurvesView::refresh);
    connect(workspace, &Workspace::shownMethodChanged, this, &CurvesView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, &CurvesView::refreshMarks);
    markResults(workspace, m_chart);
    refreshTexts();
    refresh();
}

void CurvesView::setKind(Kind kind)
{
    m_choice->setCurrentIndex(static_cast<int>(kind));
    if (m_kind != kind) {
        m_kind = kind;
        refreshTexts();
        refresh();
    }
}

void CurvesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

// What is painted is looked at.
void CurvesView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (m_isOld) {
        QMetaObject::invokeMethod(this, &CurvesView::refreshCurves, Qt::QueuedConnection);
    }
}

// The decay takes some time: not while it stands behind another's tab.
void CurvesView::refresh()
{
    m_isOld = true;
    if (m_kind != Kind::Decay || !visibleRegion().isEmpty()) {
        refreshCurves();
    }
}

void CurvesView::refreshCurves()
{
    if (!m_isOld || m_workspace == nullptr || !m_workspace->analysis()) {
        return;
    }
    m_isOld = false;
    m_lines = linesOf(isDark(palette()));
    m_chart->setPlaceholder(placeholder());
    refreshLegend();
    std::vector<LineCurve> curves;
    for (std::size_t i = m_lines.size(); i-- > 0;) {
        curves.push_back({.name = m_lines[i].name,
            .color = m_lines[i].color,
            .width = m_lines[i].width,
            .visible = m_items[static_cast<qsizetype>(i)].on,
            .values = m_lines[i].values,
            .dashed = m_lines[i].isDashed,
            .mark = m_lines[i].mark});
    }
    const bool isDecay = m_kind == Kind::Decay;
    m_chart->setScale(isDecay         ? LineScale::Linear
            : m_kind == Kind::Factors ? LineScale::PowersOfTwo
                                      : LineScale::Logarithmic,
        isDecay ? PlaceScale::PowersOfTwo : PlaceScale::WholeNumbers);
    m_chart->setCurves(hasCurves() ? places() : std::vector<double>(), std::move(curves));
    refreshTexts();
    refreshMarks();
}

// The curve of the method that is shown is drawn as long as it is. Entries that stay the same keep the focus.
void CurvesView::refreshLegend()
{
    QList<LegendItem> items;
    for (const Line& line : m_lines) {
        const auto switched = m_switched.find(line.key);
        const bool isShown = !line.key.empty() && line.key == m_workspace->shownMethod();
        items.push_back({line.name, line.color, line.explanation,
            isShown || (switched != m_switched.end() ? switched->second : line.isDrawnAtOnce), line.mark});
    }
    const auto isSame = [](const LegendItem& a, const LegendItem& b) { return a.name == b.name && a.color == b.color && a.on == b.on; };
    if (!std::ranges::equal(items, m_items, isSame)) {
        m_legend->setItems(items);
        m_items = items;
    }
}

void CurvesView::refreshTexts()
{
    const std::array titles
        = {tr("Factor fᵢ of every dimension"), tr("Wavelength of every dimension"), tr("Decay B(m) = Σ cos(m θᵢ/fᵢ) with the distance m")};
    const std::array captions = {tr("What every table divides the frequency of a dimension by: 1 extrapolates, s = L′/L interpolates."),
        tr("The positions that one turn takes. Above L, a dimension made no whole turn in pre-training."),
        tr("How much closer a similar key is to a query than any other key, at this distance. From the reach on, where B is first "
           "negative, it "
           "no longer is.")};
    const auto which = static_cast<std::size_t>(m_kind);
    m_title->setText(titles.at(which));
    m_chart->setAccessibleName(titles.at(which));
    m_caption->setText(captions.at(which));
    m_title->setToolTip(m_caption->text());
    const std::array values = {tr("factor"), tr("wavelength (positions)"), tr("B(m)")};
    const auto& analysis = m_workspace->analysis();
    const QString channels = analysis ? channelAxis(*analysis->source) : QString();
    m_chart->setTitles(m_kind == Kind::Decay ? tr("distance m (positions)") : channels, values.at(which));
}

// Wavelengths and decay are of angles; a single factor makes no curve.
bool CurvesView::hasCurves() const
{
    const Analysis& analysis = *m_workspace->analysis();
    return m_kind == Kind::Factors ? analysis.dimensions() > 1 : analysis.source->encoding.rotates();
}

QString CurvesView::placeholder() const
{
    const auto& analysis = m_workspace->analysis();
    if (!analysis || hasCurves()) {
        return tr("Open a recording or choose a model to see its curves.");
    }
    const QString encoding = translatedLabel(nameOfEncoding(analysis->source->encoding.kind));
    return m_kind == Kind::Factors ? tr("%1: all heads and layers share one factor, which makes no curve.").arg(encoding)
                                   : tr("%1: nothing turns, so there is no wavelength and no decay.").arg(encoding);
}

void CurvesView::refreshMarks()
{
    const auto& analysis = m_workspace->analysis();
    if (!analysis || m_isOld) {
        return;
    }
    if (!hasCurves()) {
        m_chart->setMarkers({});
        m_chart->setLevels({});
        m_chart->setMarkedPoint(-1);
        return;
    }
    const auto asPlace = [](auto count) { return static_cast<double>(count); };
    const AnalysisSettings& settings = analysis->settings;
    std::vector<LineMarker> markers;
    std::vector<LineLevel> levels;
    if (m_kind == Kind::Wavelengths) {
        levels.push_back({asPlace(settings.pretrainingLength), tr("L = %1").arg(countText(settings.pretrainingLength))});
        if (settings.targetLength != settings.pretrainingLength) {
            levels.push_back({asPlace(settings.targetLength), tr("L′ = %1").arg(countText(settings.targetLength))});
        }
        const std::size_t critical = criticalDimension(analysis->source->rope.invFreq, settings.pretrainingLength);
        if (critical / 2 < analysis->dimensions()) {
            markers.push_back({asPlace(critical / 2), tr("critical dimension %1 (pair %2)").arg(critical).arg(critical / 2)});
        }
    } else if (m_kind == Kind::Decay) {
        const DecayCurves& curves = decay();
        if (curves.reachBefore && curves.reachBefore == curves.reachChosen) {
            markers.push_back({asPlace(*curves.reachBefore), tr("reach %1").arg(countText(*curves.reachBefore))});
        } else {
            if (curves.reachBefore) {
                markers.push_back({asPlace(*curves.reachBefore), tr("reach before %1").arg(countText(*curves.reachBefore))});
            }
            if (curves.reachChosen) {
                markers.push_back({asPlace(*curves.reachChosen), tr("chosen %1").arg(countText(*curves.reachChosen))});
            }
        }
        std::ranges::sort(markers, {}, &LineMarker::x);
    }
    m_chart->setMarkers(std::move(markers));
    m_chart->setLevels(std::move(levels));
    m_chart->setMarkedPoint(m_kind == Kind::Decay ? -1 : m_workspace->currentDimension().row());
}

void CurvesView::toggle(int entry, bool on)
{
    m_switched[m_lines.at(static_cast<std::size_t>(entry)).key] = on;
    m_items[entry].on = on;
    m_chart->setCurveVisible(static_cast<int>(m_lines.size()) - 1 - entry, on);
}

void CurvesView::choosePoint(int point)
{
    if (m_kind != Kind::Decay) {
        m_workspace->setCurrentDimension(Dimension::of(point));
    }
}

// ---- What is drawn

std::vector<CurvesView::Line> CurvesView::linesOf(bool onDark) const
{
    if (!hasCurves()) {
        return {};
    }
    return m_kind == Kind::Factors ? factorLines(onDark) : m_kind == Kind::Wavelengths ? wavelengthLines(onDark) : decayLines(onDark);
}

std::vector<CurvesView::Line> CurvesView::factorLines(bool onDark) const
{
    const Analysis& analysis = *m_workspace->analysis();
    std::vector<Line> lines = {{.key = {},
        .name = tr("Current table"),
        .explanation = {},
        .color = colorOfMethod({}, onDark),
        .mark = markOfMethod({}),
        .width = 3.0,
        .values = analysis.chosen->table.factors}};
    for (const MethodAnalysis& method : analysis.methods) {
        if (method.result) {
            lines.push_back({.key = std::string(method.method->name),
                .name = translatedLabel(method.method->label),
                .explanation = translatedLabel(method.method->description),
                .color = colorOfMethod(method.method->name, onDark),
                .mark = markOfMethod(method.method->name),
                .isDrawnAtOnce = rotascope::isDrawnAtOnce(method.method->name),
                .values = method.result->table.factors});
        }
    }
    for (const TableBeside& table : tablesBeside(*m_workspace, onDark)) {
        if (table.isPinned) {
            lines.push_back({.key = table.key,
                .name = table.name,
                .explanation = table.explanation,
                .color = table.color,
                .mark = table.mark,
                .isDashed = true,
                .values = table.result->table.factors});
        }
    }
    return lines;
}

std::vector<CurvesView::Line> CurvesView::wavelengthLines(bool onDark) const
{
    const Analysis& analysis = *m_workspace->analysis();
    const RopeConfig& rope = analysis.source->rope;
    std::vector<Line> lines = {{.key = {},
                                   .name = nameOf(PlotRole::Chosen),
                                   .explanation = {},
                                   .color = colorOf(PlotRole::Chosen, onDark),
                                   .mark = markOf(PlotRole::Chosen),
                                   .width = 3.0,
                                   .values = wavelengthsOf(rope, &analysis.chosen->table)},
        {.key = "before",
            .name = nameOf(PlotRole::Before),
            .explanation = {},
            .color = colorOf(PlotRole::Before, onDark),
            .values = wavelengthsOf(rope, nullptr)}};
    for (const TableBeside& table : tablesBeside(*m_workspace, onDark)) {
        lines.push_back({.key = table.key,
            .name = table.name,
            .explanation = table.explanation,
            .color = table.color,
            .mark = table.mark,
            .isDashed = table.isPinned,
            .values = wavelengthsOf(rope, &table.result->table)});
    }
    return lines;
}

std::vector<CurvesView::Line> CurvesView::decayLines(bool onDark) const
{
    return {{.key = {},
                .name = nameOf(PlotRole::Chosen),
                .explanation = {},
                .color = colorOf(PlotRole::Chosen, onDark),
                .mark = markOf(PlotRole::Chosen),
                .width = 2.0,
                .values = decay().chosen},
        {.key = "before",
            .name = nameOf(PlotRole::Before),
            .explanation = {},
            .color = colorOf(PlotRole::Before, onDark),
            .values = decay().before}};
}

std::vector<double> CurvesView::places() const
{
    if (m_kind == Kind::Decay) {
        return {decay().distances.begin(), decay().distances.end()};
    }
    std::vector<double> dimensions(m_workspace->analysis()->dimensions());
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        dimensions[i] = static_cast<double>(i);
    }
    return dimensions;
}

const DecayCurves& CurvesView::decay() const
{
    const auto& analysis = m_workspace->analysis();
    if (!m_decayOf || !showTheSameDecay(*m_decayOf, *analysis)) {
        m_decay = decayCurves(*analysis, decaySamples);
    }
    m_decayOf = analysis;
    return m_decay;
}

Readout CurvesView::readout(int point) const
{
    const auto k = static_cast<std::size_t>(point);
    Readout result;
    const double place = m_chart->places().at(k);
    result.title = m_kind == Kind::Decay ? tr("distance %1").arg(fixedText(place, 0)) : tr("dimension %1").arg(fixedText(place, 0));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        if (m_items[static_cast<qsizetype>(i)].on) {
            const double value = line.values.at(k);
            result.lines.push_back(
                {line.color, line.name, m_kind == Kind::Wavelengths ? steadyText(value) : factorText(value), {}, line.mark});
        }
    }
    return result;
}

// ---- The figure

std::optional<CurvesView::Kind> CurvesView::kindOf(const QString& figureId)
{
    const auto* const found = std::ranges::find(figureIds, figureId, [](const char* id) { return QString::fromLatin1(id); });
    return found == figureIds.end() ? std::nullopt : std::optional(static_cast<Kind>(found - figureIds.begin()));
}

QString CurvesView::figureId() const
{
    return QString::fromLatin1(figureIds.at(static_cast<std::size_t>(m_kind)));
}

bool CurvesView::isSettled() const
{
    return hasSettled(*m_workspace) && !m_isOld && hasCurves();
}

Figure CurvesView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    const std::shared_ptr<LineChart> chart = m_chart->forFigure();
    const std::vector<Line> lines = linesOf(false);
    QList<LegendItem> legend;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        legend.push_back({lines[i].name, lines[i].color, {}, m_items[static_cast<qsizetype>(i)].on, lines[i].mark});
        chart->setCurveColor(static_cast<int>(lines.size() - 1 - i), lines[i].color);
    }
    chart->setMarkedPoint(-1);
    Figure figure{
        .title = m_title->text(), .legend = legend, .plots = {chart}, .note = m_caption->text(), .provenance = provenanceCaption(analysis)};
    switch (m_kind) {
    case Kind::Factors:
        figure.data = [analysis] { return factorsCsv(analysis); };
        break;
    case Kind::Wavelengths:
        figure.data = [analysis] { return wavelengthsCsv(analysis); };
        break;
    case Kind::Decay:
        if (hasCurves()) {
            figure.data = [analysis, curves = decay()] { return decayCsv(curves, analysis); };
        }
        break;
    }
    return figure;
}

} // namespace rotascope
