// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/errors_view.h"

#include "ui/base/angle_unit.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/jobs/pace_text.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/legend_bar.h"
#include "ui/views/errors_verdict.h"
#include "ui/views/figure_caption.h"
#include "ui/views/legend_room.h"
#include "ui/views/title_line.h"
#include "ui/workspace/live_errors.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <iterator>
#include <numbers>
#include <utility>

namespace rotascope {
namespace {

// Curves and legend entries, in the order in which they are painted.
enum Curve { Float32, Bfloat16, Largest, Quantile99, Median, RootMeanSquare, CurveCount };

QString nameOf(Curve curve)
{
    const std::array names = {ErrorsView::tr("float32 rounds"), ErrorsView::tr("bfloat16 rounds"), ErrorsView::tr("largest"),
        ErrorsView::tr("99 % are below"), ErrorsView::tr("half are below"), ErrorsView::tr("root mean square")};
    return names.at(curve);
}

QString explanationOf(Curve curve)
{
    const std::array texts = {ErrorsView::tr("The most that a model is off that computes in float32"),
        ErrorsView::tr("The most that an angle is off whose cosine and sine were rounded to bfloat16"),
        ErrorsView::tr("The greatest error"), QString(), QString(), QString()};
    return texts.at(curve);
}

Mark markOf(Curve curve)
{
    constexpr std::array shapes = {Mark::Shape::None, Mark::Shape::Diamond, Mark::Shape::TriangleDown, Mark::Shape::Triangle,
        Mark::Shape::Circle, Mark::Shape::Square};
    return {shapes.at(curve)};
}

QColor colorOf(Curve curve, bool onDark)
{
    switch (curve) {
    case Float32:
        return colorOf(PlotRole::Before, onDark);
    case Bfloat16:
        return onDark ? QColor(0xf0, 0xe4, 0x42) : QColor(0x8a, 0x6a, 0x00);
    case Largest:
        return colorOf(PlotRole::Interpolation, onDark);
    case Quantile99:
        return colorOf(PlotRole::Extrapolation, onDark);
    case Median:
        return colorOf(PlotRole::Chosen, onDark);
    case RootMeanSquare:
    case CurveCount:
        break;
    }
    return onDark ? QColor(0xc8, 0xb4, 0xff) : QColor(0x5f, 0x3d, 0xc4);
}

QList<LegendItem> legendItems(bool onDark)
{
    QList<LegendItem> items;
    for (int i = 0; i < CurveCount; ++i) {
        const auto curve = static_cast<Curve>(i);
        items.push_back({nameOf(curve), colorOf(curve, onDark), explanationOf(curve), true, markOf(curve)});
    }
    return items;
}

double valueOf(Curve curve, const AngleErrors& errors, std::size_t at, double float32)
{
    switch (curve) {
    case Float32:
        return float32;
    case Bfloat16:
        return bfloat16Rounding;
    case Largest:
        return errors.largest(at);
    case Quantile99:
        return errors.quantile(at, 0.99);
    case Median:
        return errors.quantile(at, 0.5);
    case RootMeanSquare:
    case CurveCount:
        break;
    }
    return errors.rootMeanSquare(at);
}

// A box that its texts do not make wide.
QComboBox* makeBox(const QStringList& texts, const QString& explanation, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->addItems(texts);
    box->setToolTip(explanation);
    setSpokenName(box, explanation);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

ErrorsView::ErrorsView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(new LiveErrors(workspace, this)), m_title(new SteadyLabel(this)),
      m_unit(new QComboBox(this)), m_alongBox(makeBox({tr("Each dimension"), tr("By position")},
                                       tr("What the errors are shown of: each dimension, or the positions of the current one"), this)),
      m_against(makeBox({tr("Model's table"), tr("Current table")}, tr("The frequencies that recorded angles are measured against"), this)),
      m_legend(new LegendBar(this)), m_chart(new StepChart(this)), m_state(new SteadyLabel(this)), m_button(new QPushButton(this))
{
    for (const AngleUnit unit : allAngleUnits) {
        m_unit->addItem(nameOf(unit));
    }
    m_chart->setReadout([this](int step) { return readout(step); });
    m_state->setObjectName(QStringLiteral("errorsState"));
    refreshLegend();

    QHBoxLayout* choices = makeTitleLine(m_title, m_unit, tr("Unit of the angle")); // all in one line: the chart needs the height
    choices->insertWidget(1, m_alongBox, 1);
    choices->insertWidget(2, m_against, 1);
    auto* line = new QHBoxLayout;
    line->addWidget(m_state, 1);
    line->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(m_legend);
    new LegendRoom(this, m_legend);
    layout->addWidget(m_chart, 1);
    layout->addLayout(line);
    layout->setSpacing(4);

    connect(m_unit, &QComboBox::activated, workspace,
        [workspace](int index) { workspace->setAngleUnit(allAngleUnits.at(static_cast<std::size_t>(index))); });
    connect(m_alongBox, &QComboBox::activated, this, [this](int index) { setAlong(static_cast<Along>(index)); });
    connect(m_against, &QComboBox::activated, this, &ErrorsView::setAgainst);
    connect(m_chart, &StepChart::clicked, workspace, [this](int step) {
        if (m_along == Along::Dimensions) {
            m_workspace->setCurrentDimension(Dimension::of(step));
        }
    });
    connect(m_legend, &LegendBar::toggled, this, [this](int entry, bool on) {
        if (!m_chart->curves().empty()) {
            m_chart->setCurveVisible(entry, on);
        }
    });
    connect(m_button, &QPushButton::clicked, m_live, [this] { m_live->isMeasuring() ? m_live->stop() : m_live->start(); });
    connect(m_live, &LiveErrors::changed, this, &ErrorsView::refresh);
    connect(m_live, &LiveErrors::progressed, this, &ErrorsView::showProgress);
    connect(workspace, &Workspace::angleUnitChanged, this, &ErrorsView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, [this] { m_along == Along::Positions ? refresh() : refreshMark(); });
    refresh();
}

void ErrorsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshLegend();
        refresh();
    }
}

// What is painted is looked at: a dock behind another's tab is not.
void ErrorsView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(m_live, &LiveErrors::look, Qt::QueuedConnection);
}

void ErrorsView::refreshLegend()
{
    QList<LegendItem> items = legendItems(isDark(palette()));
    for (int i = 0; i < std::min(static_cast<int>(items.size()), m_legend->count()); ++i) {
        items[i].on = m_legend->isOn(i);
    }
    m_legend->setItems(items);
}

void ErrorsView::setAlong(Along along)
{
    m_along = along;
    if (along == Along::Positions) {
        m_live->tellPositionsApart();
    }
    m_alongBox->setCurrentIndex(static_cast<int>(along));
    refresh();
}

void ErrorsView::setAgainst(int index)
{
    m_against->setCurrentIndex(index);
    m_live->setAgainst(static_cast<ErrorsAgainst>(index));
}

QString ErrorsView::place() const
{
    QStringList words;
    if (m_along == Along::Positions) {
        words << QStringLiteral("positions");
    }
    if (m_live->against() == ErrorsAgainst::CurrentTable) {
        words << QStringLiteral("table");
    }
    return words.join(QLatin1Char(' '));
}

void ErrorsView::goToPlace(const QString& place)
{
    const QStringList words = place.split(QLatin1Char(' '));
    setAgainst(static_cast<int>(words.contains(QStringLiteral("table")) ? ErrorsAgainst::CurrentTable : ErrorsAgainst::Model));
    setAlong(words.contains(QStringLiteral("positions")) ? Along::Positions : Along::Dimensions);
}

std::size_t ErrorsView::currentDimension() const
{
    const std::size_t count = m_live->frequencies().size();
    return count == 0 ? 0 : std::min<std::size_t>(m_workspace->currentDimension(), count - 1);
}

// The dimension that is shown by position; none: all dimensions are shown.
std::optional<Dimension> ErrorsView::byPosition() const
{
    return m_along == Along::Positions ? std::optional(Dimension(currentDimension())) : std::nullopt;
}

ErrorsReport ErrorsView::report() const
{
    std::vector<std::int64_t> positions;
    for (std::size_t d = 0; d < m_live->frequencies().size(); ++d) {
        positions.push_back(m_live->largestPosition(d));
    }
    return {m_live->errors(), m_live->against() == ErrorsAgainst::Model ? "model" : "table", m_live->frequencies(), std::move(positions)};
}

std::vector<StepCurve> ErrorsView::curves() const
{
    std::vector<StepCurve> curves;
    const double unit = infoOf(m_workspace->angleUnit()).turn / (2 * std::numbers::pi);
    const std::vector<ErrorStep> all = errorSteps(report(), byPosition());
    for (int i = 0; !all.empty() && i < CurveCount; ++i) {
        const auto which = static_cast<Curve>(i);
        StepCurve& curve = curves.emplace_back();
        curve.name = nameOf(which);
        curve.color = colorOf(which, isDark(palette()));
        curve.mark = markOf(which);
        curve.width = which == Largest ? 3.0 : 2.0;
        curve.filled = which == Float32;
        curve.visible = m_legend->isOn(i);
        std::ranges::transform(all, std::back_inserter(curve.values),
            [&](const ErrorStep& step) { return valueOf(which, *step.errors, step.at, step.float32) * unit; });
    }
    return curves;
}

QString ErrorsView::title() const
{
    return m_along == Along::Dimensions ? tr("Recorded minus ideal angle of each dimension")
                                        : tr("Recorded minus ideal angle of dimension %1 by position").arg(currentDimension());
}

void ErrorsView::refresh()
{
    const bool isOffered = m_live->isOffered();
    const std::shared_ptr<const Source>& source = m_workspace->source();
    m_chart->setPlaceholder(isOffered ? tr("The recording is read …")
            : source && source->kind == SourceKind::Recording
            ? tr("This recording has no positions or no angles, one by one. With both, this shows how far the angles are from the ideal "
                 "ones.")
            : tr("Open a recording to see how far the angles that the model applied are from the ideal ones."));
    m_title->setText(byPosition() ? tr("Dimension %1: recorded minus ideal").arg(currentDimension()) : tr("Recorded minus ideal"));
    m_chart->setAccessibleName(title());
    m_unit->setCurrentIndex(static_cast<int>(m_workspace->angleUnit()));
    m_alongBox->setEnabled(isOffered);
    m_against->setEnabled(isOffered);
    refreshAxes();
    m_chart->setCurves(curves());
    refreshMark();
    m_button->setVisible(isOffered && !m_live->errors());
    m_button->setText(m_live->isMeasuring() ? tr("Stop") : tr("Measure"));
    m_state->setText(m_live->errors() ? verdict() : QString());
    update(); // and so looked at
}

void ErrorsView::refreshMark()
{
    m_chart->setMarkedInterval(m_live->errors() && m_along == Along::Dimensions ? m_workspace->currentDimension().row() : -1);
}

void ErrorsView::refreshAxes()
{
    if (m_along == Along::Dimensions) {
        m_chart->setAxis({.low = -0.5, // so that the ticks stand under the middle of the steps
            .high = (m_live->errors() ? static_cast<double>(m_live->errors()->ofDimensions.dimensions()) : 1.0) - 0.5,
            .title = tr("dimension (rotary pair)"),
            .unit = 1.0,
            .suffix = {},
            .steps = {1, 2, 4, 8, 16, 32, 64},
            .leastStep = 1.0});
    } else {
        const PositionSpans spans = m_live->errors() ? m_live->errors()->spans : PositionSpans{1, 1};
        m_chart->setAxis({.low = 0.0,
            .high = static_cast<double>(spans.width) * static_cast<double>(spans.count),
            .title = tr("position"),
            .leastStep = 1.0});
    }
    m_chart->setScale({.title = tr("error (%1)").arg(nameOf(m_workspace->angleUnit())), .logarithmic = true, .unit = 1.0, .suffix = {}});
}

void ErrorsView::showProgress(const JobProgress& progress)
{
    const QString pace = paceText(progress, ProgressUnit::Rows);
    const QString share = percentText(progress.share().value_or(0.0));
    m_state->setText(pace.isEmpty() ? tr("Measuring, %1").arg(share) : tr("Measuring, %1, %2").arg(share, pace));
}

QString ErrorsView::verdict() const
{
    return verdictOf(report(), byPosition());
}

QString ErrorsView::figureName() const
{
    return tr("Angle errors");
}

bool ErrorsView::isSettled() const
{
    return hasSettled(*m_workspace) && m_live->errors() != nullptr;
}

Figure ErrorsView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    const std::shared_ptr<StepChart> chart = m_chart->forFigure();
    QList<LegendItem> legend = legendItems(false);
    for (int entry = 0; entry < legend.size(); ++entry) {
        legend[entry].on = m_legend->isOn(entry);
        chart->setCurveColor(entry, legend[entry].color);
    }
    return {.title = title(),
        .legend = legend,
        .plots = {chart},
        .note = verdict(),
        .provenance = provenanceCaption(analysis),
        .data = [analysis, report = report(), dimension = byPosition()] {
            return dimension ? errorsByPositionCsv(report, *dimension, analysis) : errorsCsv(report, analysis);
        }};
}

Readout ErrorsView::readout(int step) const
{
    const std::vector<ErrorStep> all = errorSteps(report(), byPosition());
    if (step < 0 || static_cast<std::size_t>(step) >= all.size()) {
        return {};
    }
    const ErrorStep& shown = all[static_cast<std::size_t>(step)];
    const QString count = countText(static_cast<qlonglong>(shown.errors->total(shown.at)));
    const PositionSpans& spans = m_live->errors()->spans;
    const std::int64_t last = spans.last(static_cast<std::size_t>(step));
    const AngleUnitInfo& unit = infoOf(m_workspace->angleUnit());
    Readout result;
    result.title = m_along == Along::Dimensions
        ? tr("Dimension %1 · %2 angles").arg(step).arg(count)
        : tr("Positions %1 to %2 · %3 angles").arg(countText(last + 1 - spans.width), countText(last), count);
    for (int i = 0; i < CurveCount; ++i) {
        if (m_legend->isOn(i)) {
            const auto curve = static_cast<Curve>(i);
            const double value = valueOf(curve, *shown.errors, shown.at, shown.float32) * unit.turn / (2 * std::numbers::pi);
            result.lines.push_back({colorOf(curve, isDark(palette())), nameOf(curve), digitsText(value, 3), {}, markOf(curve)});
        }
    }
    return result;
}

} // namespace rotascope
