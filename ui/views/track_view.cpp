// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/track_view.h"

#include "core/analysis/summary.h"
#include "core/angle/recorded_angle.h"
#include "core/report/view_csv.h"
#include "ui/base/angle_unit.h"
#include "ui/base/colours.h"
#include "ui/base/flow_layout.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/jobs/pace_text.h"
#include "ui/manual/help.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/legend_bar.h"
#include "ui/plots/track/track_plot.h"
#include "ui/views/figure_caption.h"
#include "ui/views/title_line.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <numbers>
#include <utility>

namespace rotascope {
namespace {

constexpr std::int64_t mostParts = 1024; // of the data of a figure

enum Choice { CurrentAlone, FourSpread, FourMostDisturbed, FourAroundCurrent, SixteenSpread };
enum Bars { Whole, Selected };

QList<LegendItem> legendItems(bool onDark)
{
    return {{TrackView::tr("Whole recording"), colorOf(PlotRole::Before, onDark), {}, true},
        {TrackView::tr("Selected"), colorOf(PlotRole::Chosen, onDark), {}, true}};
}

std::vector<double> sharesOf(const DirectionCounts& counts)
{
    const double total = std::max(1.0, static_cast<double>(totalOf(counts)));
    std::vector<double> shares;
    std::ranges::transform(counts, std::back_inserter(shares), [total](std::uint64_t count) { return static_cast<double>(count) / total; });
    return shares;
}

// As TrackContent wants them.
std::vector<float> columnsOf(const TrackPicture& picture, std::size_t dimension, const PlaceRange& range, int columns)
{
    std::vector<float> shares;
    shares.reserve(static_cast<std::size_t>(columns) * trackDirections);
    for (int column = 0; column < columns; ++column) {
        const std::optional<DirectionCounts> counts = picture.counts(dimension, range.part(column, columns));
        if (!counts) {
            return {};
        }
        const auto total = static_cast<float>(totalOf(*counts));
        for (const std::uint64_t count : *counts) {
            shares.push_back(total > 0.0F ? static_cast<float>(count) / total : -1.0F);
        }
    }
    return shares;
}

std::vector<float> turnsOf(std::span<const float> angles)
{
    constexpr auto turn = static_cast<float>(2 * std::numbers::pi);
    std::vector<float> turns;
    std::ranges::transform(
        angles, std::back_inserter(turns), [](float angle) { return isAngle(angle) ? std::min(angle / turn, 1.0F) : -1.0F; });
    return turns;
}

PlaceRange rangeOf(const PlaceSpan& span)
{
    return {span.first, span.end};
}

} // namespace

TrackView::TrackView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(new LiveTrack(workspace, this)), m_title(new SteadyLabel(this)),
      m_unit(new QComboBox(this)), m_choice(new QComboBox(this)), m_along(new QComboBox(this)), m_select(new QToolButton(this)),
      m_all(new QToolButton(this)), m_plot(new TrackPlot(this)), m_beside(new QWidget(this)), m_legend(new LegendBar(m_beside)),
      m_bars(new StepChart(m_beside)), m_state(new SteadyLabel(this)), m_button(new QPushButton(this))
{
    for (const AngleUnit unit : allAngleUnits) {
        m_unit->addItem(nameOf(unit));
    }
    m_plot->setAccessibleName(tr("Recorded angles along the recording"));
    m_plot->setReadout([this](int lane, std::int64_t place) { return readout(lane, place); });
    m_bars->setAccessibleName(tr("Directions of the selected range and of the whole recording"));
    m_bars->setScale({.title = tr("share of the angles"), .logarithmic = false, .unit = 0.01, .suffix = QStringLiteral(" %")});
    m_bars->setReadout([this](int direction) { return barReadout(direction); });
    m_legend->setItems(legendItems(isDark(palette())));
    m_state->setObjectName(QStringLiteral("trackState"));
    setTerm(m_state, "direction");

    auto* column = new QVBoxLayout(m_beside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_legend);
    column->addWidget(m_bars, 1);
    m_beside->hide();
    auto* plots = new QHBoxLayout;
    plots->addWidget(m_plot, 5);
    plots->addWidget(m_beside, 3);
    auto* line = new QHBoxLayout;
    line->addWidget(m_state, 1);
    line->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_unit, tr("Unit of the angle")));
    layout->addWidget(makeControls());
    layout->addLayout(plots, 1);
    layout->addLayout(line);
    layout->setSpacing(4);

    connectControls();
    showSource();
}

QWidget* TrackView::makeControls()
{
    m_choice->addItems(
        {tr("current dimension"), tr("4 evenly spread"), tr("4 most disturbed"), tr("4 around current"), tr("16 evenly spread")});
    m_choice->setObjectName(QStringLiteral("trackDimensions"));
    m_choice->setToolTip(tr("Which dimensions are shown"));
    m_along->setObjectName(QStringLiteral("trackAlong"));
    m_along->setToolTip(
        tr("Along the rows of the recording, in their order, or along the positions: all rows of the same position together"));
    m_select->setText(tr("Select range"));
    m_select->setCheckable(true);
    m_select->setObjectName(QStringLiteral("trackSelect"));
    m_select->setToolTip(tr("While this is on, dragging selects a range, whose distribution is shown beside that of the whole recording. "
                            "Shift and dragging does the same at any time; Esc drops the range"));
    m_all->setText(tr("Show all"));
    m_all->setObjectName(QStringLiteral("trackAll"));
    m_all->setToolTip(tr("Shows the whole recording again (Home)"));
    auto* controls = new QWidget(this);
    auto* flow = new FlowLayout(controls); // it must not set the least width of the window
    flow->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_choice, m_along, m_select, m_all}) {
        widget->setMinimumHeight(m_choice->sizeHint().height());
        flow->addWidget(widget);
    }
    setSpokenName(m_choice, m_choice->toolTip());
    setSpokenName(m_along, tr("Along what they are shown"));
    return controls;
}

void TrackView::connectControls()
{
    connect(m_unit, &QComboBox::activated, m_workspace,
        [workspace = m_workspace](int index) { workspace->setAngleUnit(allAngleUnits.at(static_cast<std::size_t>(index))); });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TrackView::refreshTrack);
    connect(m_along, &QComboBox::currentIndexChanged, this, [this] {
        refreshTrack();
        m_plot->forget(); // its places are others
    });
    connect(m_select, &QToolButton::toggled, m_plot, &TrackPlot::setSelecting);
    connect(m_all, &QToolButton::clicked, m_plot, &TrackPlot::showAll);
    connect(m_plot, &TrackPlot::visibleChanged, this, &TrackView::lookAtVisible);
    connect(m_plot, &TrackPlot::selectionChanged, this, &TrackView::refreshRange);
    connect(m_plot, &TrackPlot::laneClicked, this,
        [this](int lane) { m_workspace->setCurrentDimension(Dimension(m_live->shown().dimensions.at(static_cast<std::size_t>(lane)))); });
    connect(m_legend, &LegendBar::toggled, this, [this](int entry, bool on) {
        if (!m_bars->curves().empty()) {
            m_bars->setCurveVisible(entry, on);
        }
    });
    connect(m_button, &QPushButton::clicked, m_live, [this] { m_live->isMeasuring() ? m_live->stop() : m_live->start(); });
    connect(m_live, &LiveTrack::changed, this, &TrackView::refreshContent);
    connect(m_live, &LiveTrack::valuesChanged, this, &TrackView::refreshContent);
    connect(m_live, &LiveTrack::rangeChanged, this, &TrackView::refreshTexts);
    connect(m_live, &LiveTrack::progressed, this, &TrackView::showProgress);
    connect(m_workspace, &Workspace::sourceChanged, this, &TrackView::showSource);
    connect(m_workspace, &Workspace::angleUnitChanged, this, &TrackView::refreshAxes);
    connect(m_workspace, &Workspace::currentDimensionChanged, this, &TrackView::refreshTrack);
    connect(m_workspace, &Workspace::analysisChanged, this, [this] {
        if (m_choice->currentIndex() == FourMostDisturbed) {
            refreshTrack();
        }
    });
}

// ---- What is shown

void TrackView::showSource()
{
    refreshAxesChoice();
    const bool isRecording = m_workspace->source() && m_workspace->source()->kind == SourceKind::Recording;
    m_plot->setPlaceholder(m_live->isOffered() ? tr("The recording is read …")
            : isRecording ? tr("This recording has no angles, one by one. With them, this shows how they run along the recording.")
                          : tr("Open a recording to see how its angles run along the tokens."));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_choice, m_along, m_select, m_all}) {
        widget->setEnabled(m_live->isOffered());
    }
    refreshTrack();
    // A file that was read again, and has grown, is seen where it was seen before.
    const auto& source = m_workspace->source();
    const QString file = source ? QString::fromStdString(source->origin + '\n' + source->ropeName) : QString();
    if (std::exchange(m_shownFile, file) != file) {
        m_plot->forget();
    }
}

void TrackView::refreshAxesChoice()
{
    const QSignalBlocker quiet(m_along);
    const int axes = m_live->axes();
    const int kept = std::clamp(m_along->currentIndex(), 0, axes);
    m_along->clear();
    m_along->addItem(tr("along rows"));
    for (int axis = 0; axis < axes; ++axis) {
        m_along->addItem(axes > 1 ? tr("along positions %1").arg(axis) : tr("along positions"));
    }
    m_along->setCurrentIndex(kept);
}

std::optional<int> TrackView::chosenAxis() const
{
    return m_along->currentIndex() > 0 ? std::optional(m_along->currentIndex() - 1) : std::nullopt;
}

std::vector<std::size_t> TrackView::chosenDimensions() const
{
    const std::size_t all = m_workspace->source()->recordedRows->dimensions();
    const std::size_t current = std::min<std::size_t>(m_workspace->currentDimension(), all - 1);
    std::vector<std::size_t> chosen;
    const auto spread = [&](std::size_t count) {
        for (std::size_t i = 0; i < std::min(count, all); ++i) {
            chosen.push_back(count > 1 && all > 1 ? i * (all - 1) / (std::min(count, all) - 1) : 0);
        }
    };
    switch (m_choice->currentIndex()) {
    case FourSpread:
        spread(4);
        break;
    case SixteenSpread:
        spread(16);
        break;
    case FourMostDisturbed:
        if (m_workspace->analysis() && m_workspace->analysis()->dimensions() == all) {
            for (const Dimension dimension : byDisturbance(*m_workspace->analysis())) {
                chosen.push_back(dimension);
            }
            chosen.resize(std::min<std::size_t>(4, chosen.size()));
        }
        break;
    case FourAroundCurrent: {
        const std::size_t count = std::min<std::size_t>(4, all);
        const std::size_t first = std::clamp(current, count / 2, all - count + count / 2) - count / 2;
        for (std::size_t i = 0; i < count; ++i) {
            chosen.push_back(first + i);
        }
        break;
    }
    default:
        break;
    }
    if (chosen.empty()) { // or the result is of other dimensions
        chosen.push_back(current);
    }
    std::ranges::sort(chosen);
    return chosen;
}

void TrackView::refreshTrack()
{
    if (m_live->isOffered() && m_live->source() == m_workspace->source()) { // else the source is told of after its first result
        m_live->setTrack(chosenDimensions(), chosenAxis());
    }
    refreshAxes();
    refreshContent();
    refreshRange();
}

TrackContent TrackView::content() const
{
    const Track& track = m_live->shown();
    TrackContent content{.places = m_live->isOffered() ? track.places : 0, .directions = static_cast<int>(trackDirections)};
    for (const std::size_t dimension : track.dimensions) {
        const bool isAlone = track.dimensions.size() == 1; // then the title names it
        content.lanes.push_back({isAlone ? QString() : QString::number(dimension), colorOf(PlotRole::Chosen, isDark(palette()))});
    }
    const TrackPicture picture = m_live->picture();
    content.shares = [picture, dimensions = track.dimensions](int lane, const PlaceSpan& places, int columns) {
        return columnsOf(picture, dimensions[static_cast<std::size_t>(lane)], rangeOf(places), columns);
    };
    content.values = [values = picture.values, dimensions = track.dimensions](int lane, const PlaceSpan& places) {
        return values ? turnsOf(values->of(dimensions[static_cast<std::size_t>(lane)], rangeOf(places))) : std::vector<float>();
    };
    return content;
}

void TrackView::refreshContent()
{
    m_plot->setContent(content());
    const std::vector<std::size_t>& dimensions = m_live->shown().dimensions;
    const auto marked = std::ranges::find(dimensions, static_cast<std::size_t>(m_workspace->currentDimension()));
    m_plot->setMarkedLane(marked == dimensions.end() ? -1 : static_cast<int>(marked - dimensions.begin()));
    m_button->setVisible(m_live->isOffered() && !m_live->pyramid());
    m_button->setText(m_live->isMeasuring() ? tr("Stop") : tr("Read"));
    if (m_live->pyramid() && m_plot->selection().places() > 0 && !m_live->range()) {
        refreshRange();
    }
    refreshTexts();
    update(); // and so looked at
}

// Where one column of pixels has fewer rows than the smallest tile.
bool TrackView::needsValues() const
{
    const auto& pyramid = m_live->picture().pyramid;
    return alongRows() && (m_plot->wantsValues() || !pyramid || m_plot->visible().places() / m_plot->columns() < pyramid->tilePlaces(0));
}

void TrackView::lookAtVisible()
{
    if (!visibleRegion().isEmpty() && needsValues()) {
        m_live->lookAt(rangeOf(m_plot->visible()));
    }
    refreshTexts();
}

// What is painted is looked at: a dock behind another's tab is not.
void TrackView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_live->look();
            if (m_live->isOffered() && needsValues()) {
                m_live->lookAt(rangeOf(m_plot->visible()));
            }
        },
        Qt::QueuedConnection);
}

void TrackView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_legend->setItems(legendItems(isDark(palette())));
        refreshContent();
    }
}

void TrackView::showRows(std::int64_t first, std::int64_t last)
{
    m_along->setCurrentIndex(0);
    m_plot->show({first, std::min(last, m_plot->places() - 1) + 1});
}

// ---- The range

Dimension TrackView::rangeDimension() const
{
    const std::vector<std::size_t>& dimensions = m_live->shown().dimensions;
    const Dimension current = m_workspace->currentDimension();
    return std::ranges::find(dimensions, static_cast<std::size_t>(current)) != dimensions.end() || dimensions.empty()
        ? current
        : Dimension(dimensions.front());
}

void TrackView::refreshRange()
{
    m_live->count(rangeDimension(), rangeOf(m_plot->selection()));
    refreshTexts();
}

// ---- Texts

QString TrackView::title() const
{
    const std::vector<std::size_t>& dimensions = m_live->shown().dimensions;
    if (!m_live->isOffered() || dimensions.empty()) {
        return tr("Angles along the recording");
    }
    QStringList names;
    for (const std::size_t dimension : dimensions) {
        names << QString::number(dimension);
    }
    const QString which = dimensions.size() == 1 ? tr("Dimension %1").arg(names.front()) : tr("Dimensions %1").arg(names.join(tr(", ")));
    return alongRows() ? tr("%1 along the rows").arg(which) : tr("%1 along the positions").arg(which);
}

QString TrackView::visibleText() const
{
    const PlaceSpan seen = m_plot->visible();
    const QString places = alongRows() ? tr("Rows %1 … %2 of %3") : tr("Positions %1 … %2 of %3");
    QString text = places.arg(countText(seen.first), countText(std::max(seen.first, seen.end - 1)), countText(m_plot->places()));
    if (!m_plot->wantsValues() || !alongRows()) {
        const double each = static_cast<double>(seen.places()) / m_plot->columns();
        text += each >= 1.5 ? tr(" · %1 in each column of pixels").arg(steadyText(each)) : QString();
    }
    return text;
}

QString TrackView::rangeText() const
{
    const TrackRange& range = *m_live->range();
    const QString first = countText(range.range.first);
    const QString last = countText(range.range.end - 1);
    const QString angles = countText(static_cast<qlonglong>(totalOf(range.counts)));
    const QString dimension = QString::number(range.dimension);
    QString text;
    if (!alongRows()) {
        text = tr("Positions %1 … %2: %3 angles of dimension %4.").arg(first, last, angles, dimension);
    } else if (range.positions.size() == 2) {
        text = tr("Rows %1 … %2, positions %3 to %4: %5 angles of dimension %6.")
                   .arg(first, last, countText(range.positions[0]), countText(range.positions[1]), angles, dimension);
    } else {
        text = tr("Rows %1 … %2: %3 angles of dimension %4.").arg(first, last, angles, dimension);
    }
    return text + QLatin1Char(' ')
        + tr("%1 of them would have to turn elsewhere to be spread as the whole.")
              .arg(percentText(differingShare(range.counts, range.whole)));
}

void TrackView::refreshTexts()
{
    m_title->setText(title());
    const bool hasRange = m_live->range().has_value();
    m_beside->setVisible(hasRange);
    if (hasRange) {
        const bool onDark = isDark(palette());
        std::vector<StepCurve> curves(2);
        const QList<LegendItem> items = legendItems(onDark);
        for (const Bars bar : {Whole, Selected}) {
            StepCurve& curve = curves[bar];
            curve.name = items[bar].name;
            curve.color = items[bar].color;
            curve.filled = true;
            curve.width = 2.0;
            curve.visible = m_legend->isOn(bar);
            curve.values = sharesOf(bar == Whole ? m_live->range()->whole : m_live->range()->counts);
        }
        m_bars->setCurves(std::move(curves));
    }
    const bool isKnown = m_live->isOffered() && m_plot->places() > 0;
    if (!m_live->isMeasuring()) {
        m_state->setText(!isKnown ? QString() : hasRange ? rangeText() : visibleText());
    }
    m_plot->setAccessibleDescription(m_state->text());
}

void TrackView::refreshAxes()
{
    const AngleUnit unit = m_workspace->angleUnit();
    const AngleUnitInfo& info = infoOf(unit);
    m_unit->setCurrentIndex(static_cast<int>(unit));
    m_plot->setAxes({.places = alongRows() ? tr("row") : tr("position"),
        .angles = tr("rotary angle (%1)").arg(nameOf(unit)),
        .angleText = [unit](double turns) { return angleText(turns, unit); }});
    m_bars->setAxis({.low = 0.0,
        .high = info.turn,
        .title = tr("rotary angle (%1)").arg(nameOf(unit)),
        .unit = info.labelUnit,
        .suffix = info.suffix,
        .steps = info.steps});
}

void TrackView::showProgress(const JobProgress& progress)
{
    const QString pace = paceText(progress, ProgressUnit::Rows);
    const QString share = percentText(progress.share().value_or(0.0));
    m_state->setText(pace.isEmpty() ? tr("Reading, %1").arg(share) : tr("Reading, %1, %2").arg(share, pace));
}

Readout TrackView::readout(int lane, std::int64_t place) const
{
    const std::size_t dimension = m_live->shown().dimensions.at(static_cast<std::size_t>(lane));
    const AngleUnit unit = m_workspace->angleUnit();
    const TrackPicture picture = m_live->picture();
    const PlaceSpan seen = m_plot->visible();
    Readout result;
    const QString name = alongRows() ? tr("Dimension %1 · row %2") : tr("Dimension %1 · position %2");
    if (const auto values = picture.values ? picture.values->of(dimension, {place, place + 1}) : std::span<const float>();
        m_plot->wantsValues() && !values.empty()) {
        result.title = name.arg(dimension).arg(countText(place));
        const float angle = values.front();
        result.lines.push_back({colorOf(PlotRole::Chosen, isDark(palette())), tr("angle"),
            isAngle(angle) ? angleText(static_cast<double>(angle) / (2 * std::numbers::pi), unit)
                           : digitsText(static_cast<double>(angle), 6),
            {}});
        return result;
    }
    // The column of pixels that has this place.
    const int columns = m_plot->columns();
    const auto column = std::clamp<std::int64_t>((place - seen.first) * columns / std::max<std::int64_t>(1, seen.places()), 0, columns - 1);
    const PlaceRange part = rangeOf(seen).part(column, columns);
    result.title = name.arg(dimension).arg(
        part.places() > 1 ? QStringLiteral("%1 … %2").arg(countText(part.first), countText(part.end - 1)) : countText(part.first));
    const std::optional<DirectionCounts> counts = picture.counts(dimension, part);
    const std::uint64_t total = counts ? totalOf(*counts) : 0;
    std::vector<std::size_t> order(total > 0 ? trackDirections : 0);
    for (std::size_t k = 0; k < order.size(); ++k) {
        order[k] = k;
    }
    std::ranges::sort(order, {}, [&](std::size_t k) { return std::pair(total - (*counts)[k], k); });
    constexpr std::size_t mostLines = 4; // the most frequent ones
    for (std::size_t i = 0; i < std::min(order.size(), mostLines) && (*counts)[order[i]] > 0; ++i) {
        const std::size_t k = order[i];
        const double share = static_cast<double>((*counts)[k]) / static_cast<double>(total);
        const auto edge = [&](std::size_t n) { return angleText(static_cast<double>(n) / trackDirections, unit); };
        result.lines.push_back({colorOf(PlotRole::Chosen, isDark(palette())), tr("%1 to %2").arg(edge(k), edge(k + 1)),
            countText(static_cast<qlonglong>((*counts)[k])), percentText(share)});
    }
    return result;
}

Readout TrackView::barReadout(int direction) const
{
    const auto edge = [&](int n) { return angleText(static_cast<double>(n) / trackDirections, m_workspace->angleUnit()); };
    Readout result;
    result.title = tr("%1 to %2").arg(edge(direction), edge(direction + 1));
    const auto k = static_cast<std::size_t>(direction);
    const QList<LegendItem> items = legendItems(isDark(palette()));
    for (const Bars bar : {Whole, Selected}) {
        const DirectionCounts& counts = bar == Whole ? m_live->range()->whole : m_live->range()->counts;
        if (m_legend->isOn(bar)) {
            result.lines.push_back(
                {items[bar].color, items[bar].name, countText(static_cast<qlonglong>(counts[k])), percentText(sharesOf(counts)[k])});
        }
    }
    return result;
}

// ---- The figure

bool TrackView::isSettled() const
{
    const bool hasValues = !needsValues() || !m_plot->wantsValues()
        || (m_live->picture().values
            && !m_live->picture().values->of(m_live->shown().dimensions.front(), rangeOf(m_plot->visible())).empty());
    return hasSettled(*m_workspace) && m_live->isOffered() && m_live->pyramid() && hasValues
        && (m_plot->selection().places() == 0 || m_live->range());
}

Figure TrackView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    const std::shared_ptr<TrackPlot> plot = m_plot->forFigure();
    TrackContent light = content();
    for (TrackLane& lane : light.lanes) {
        lane.color = colorOf(PlotRole::Chosen, false);
    }
    plot->setContent(std::move(light));
    Figure figure{.title = m_title->text(), .plots = {plot}, .note = m_state->text(), .provenance = provenanceCaption(analysis)};
    if (m_live->range()) {
        const std::shared_ptr<StepChart> bars = m_bars->forFigure();
        figure.legend = legendItems(false);
        for (const Bars bar : {Whole, Selected}) {
            figure.legend[bar].on = m_legend->isOn(bar);
            bars->setCurveColor(bar, figure.legend[bar].color);
        }
        figure.plots.push_back(bars);
    }
    figure.data = [analysis, picture = m_live->picture(), dimensions = m_live->shown().dimensions, seen = rangeOf(m_plot->visible()),
                      place = alongRows() ? "row" : "position"] {
        const std::int64_t parts = std::min(mostParts, seen.places());
        std::vector<TrackedAngles> tracked;
        for (const std::size_t dimension : dimensions) {
            TrackedAngles& angles = tracked.emplace_back();
            angles.dimension = Dimension(dimension);
            for (std::int64_t k = 0; k < parts; ++k) {
                angles.parts.push_back(seen.part(k, parts));
                angles.counts.push_back(picture.counts(dimension, seen.part(k, parts)).value_or(DirectionCounts{}));
            }
        }
        return trackCsv(tracked, place, analysis);
    };
    return figure;
}

} // namespace rotascope
