// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/errors_view.h"

#include "core/report/view_csv.h"
#include "ui/base/angle_unit.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/jobs/pace_text.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/legend_bar.h"
#include "ui/views/figure_caption.h"
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
#include <numbers>

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

double valueOf(Curve curve, const LiveErrors& live, std::size_t dimension)
{
    const AngleErrors& errors = live.errors()->ofDimensions;
    switch (curve) {
    case Float32:
        return float32Rounding(live.rope().invFreq[dimension], live.largestPosition(dimension));
    case Bfloat16:
        return bfloat16Rounding;
    case Largest:
        return errors.largest(dimension);
    case Quantile99:
        return errors.quantile(dimension, 0.99);
    case Median:
        return errors.quantile(dimension, 0.5);
    case RootMeanSquare:
    case CurveCount:
        break;
    }
    return errors.rootMeanSquare(dimension);
}

} // namespace

ErrorsView::ErrorsView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(new LiveErrors(workspace, this)), m_title(new SteadyLabel(this)),
      m_unit(new QComboBox(this)), m_legend(new LegendBar(this)), m_chart(new StepChart(this)), m_state(new SteadyLabel(this)),
      m_button(new QPushButton(this))
{
    m_title->setText(tr("Recorded minus ideal angle of each dimension"));
    for (const AngleUnit unit : allAngleUnits) {
        m_unit->addItem(nameOf(unit));
    }
    m_chart->setAccessibleName(m_title->text());
    m_chart->setReadout([this](int row) { return readout(Dimension::of(row)); });
    m_state->setObjectName(QStringLiteral("errorsState"));
    refreshLegend();

    auto* line = new QHBoxLayout;
    line->addWidget(m_state, 1);
    line->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_unit, tr("Unit of the angle")));
    layout->addWidget(m_legend);
    layout->addWidget(m_chart, 1);
    layout->addLayout(line);
    layout->setSpacing(4);

    connect(m_unit, &QComboBox::activated, workspace,
        [workspace](int index) { workspace->setAngleUnit(allAngleUnits.at(static_cast<std::size_t>(index))); });
    connect(m_chart, &StepChart::clicked, workspace, [workspace](int row) { workspace->setCurrentDimension(Dimension::of(row)); });
    connect(m_legend, &LegendBar::toggled, this, [this](int entry, bool on) {
        if (!m_chart->curves().empty()) {
            m_chart->setCurveVisible(entry, on);
        }
    });
    connect(m_button, &QPushButton::clicked, m_live, [this] { m_live->isMeasuring() ? m_live->stop() : m_live->start(); });
    connect(m_live, &LiveErrors::changed, this, &ErrorsView::refresh);
    connect(m_live, &LiveErrors::progressed, this, &ErrorsView::showProgress);
    connect(workspace, &Workspace::angleUnitChanged, this, &ErrorsView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this,
        [this] { m_chart->setMarkedInterval(m_live->errors() ? m_workspace->currentDimension().row() : -1); });
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

std::vector<StepCurve> ErrorsView::curves() const
{
    std::vector<StepCurve> curves;
    const double unit = infoOf(m_workspace->angleUnit()).turn / (2 * std::numbers::pi);
    for (int i = 0; m_live->errors() && i < CurveCount; ++i) {
        const auto which = static_cast<Curve>(i);
        StepCurve& curve = curves.emplace_back();
        curve.name = nameOf(which);
        curve.color = colorOf(which, isDark(palette()));
        curve.mark = markOf(which);
        curve.width = which == Largest ? 3.0 : 2.0;
        curve.filled = which == Float32;
        curve.visible = m_legend->isOn(i);
        for (std::size_t d = 0; d < m_live->errors()->ofDimensions.dimensions(); ++d) {
            curve.values.push_back(valueOf(which, *m_live, d) * unit);
        }
    }
    return curves;
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
    m_unit->setCurrentIndex(static_cast<int>(m_workspace->angleUnit()));
    refreshAxes();
    m_chart->setCurves(curves());
    m_chart->setMarkedInterval(m_live->errors() ? m_workspace->currentDimension().row() : -1);
    m_button->setVisible(isOffered && !m_live->errors());
    m_button->setText(m_live->isMeasuring() ? tr("Stop") : tr("Measure"));
    m_state->setText(m_live->errors() ? verdict() : QString());
    update(); // and so looked at
}

void ErrorsView::refreshAxes()
{
    const AngleUnit unit = m_workspace->angleUnit();
    m_chart->setAxis({.low = -0.5, // so that the ticks stand under the middle of the steps
        .high = (m_live->errors() ? static_cast<double>(m_live->errors()->ofDimensions.dimensions()) : 1.0) - 0.5,
        .title = tr("dimension (rotary pair)"),
        .unit = 1.0,
        .suffix = {},
        .steps = {1, 2, 4, 8, 16, 32, 64},
        .leastStep = 1.0});
    m_chart->setScale({.title = tr("error (%1)").arg(nameOf(unit)), .logarithmic = true, .unit = 1.0, .suffix = {}});
}

void ErrorsView::showProgress(const JobProgress& progress)
{
    const QString pace = paceText(progress, ProgressUnit::Rows);
    const QString share = percentText(progress.share().value_or(0.0));
    m_state->setText(pace.isEmpty() ? tr("Measuring, %1").arg(share) : tr("Measuring, %1, %2").arg(share, pace));
}

QString ErrorsView::verdict() const
{
    std::size_t beyondFloat = 0;
    std::size_t beyondBfloat = 0;
    std::size_t worst = 0;
    const AngleErrors& errors = m_live->errors()->ofDimensions;
    for (std::size_t d = 0; d < errors.dimensions(); ++d) {
        const double float32 = valueOf(Float32, *m_live, d);
        beyondFloat += errors.largest(d) > float32 ? 1 : 0;
        beyondBfloat += errors.largest(d) > float32 + bfloat16Rounding ? 1 : 0;
        worst = errors.largest(d) > errors.largest(worst) ? d : worst;
    }
    const QString dimensions = countText(static_cast<qlonglong>(errors.dimensions()));
    if (beyondBfloat > 0) {
        return tr("%1 of %2 dimensions are off by more than rounding cosine and sine to bfloat16 explains, dimension %3 by up to %4 rad: "
                  "positions or frequencies of little precision, or another table than the file says.")
            .arg(countText(static_cast<qlonglong>(beyondBfloat)), dimensions, countText(static_cast<qlonglong>(worst)),
                digitsText(errors.largest(worst), 2));
    }
    return beyondFloat > 0
        ? tr("%1 of %2 dimensions are off by more than float32 rounds, none by more than rounding cosine and sine to bfloat16 explains.")
              .arg(countText(static_cast<qlonglong>(beyondFloat)), dimensions)
        : tr("All angles are as exact as float32 lets them be.");
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
    std::vector<std::int64_t> positions;
    for (std::size_t d = 0; d < m_live->errors()->ofDimensions.dimensions(); ++d) {
        positions.push_back(m_live->largestPosition(d));
    }
    return {.title = m_title->text(),
        .legend = legend,
        .plots = {chart},
        .note = verdict(),
        .provenance = provenanceCaption(analysis),
        .data = [analysis, errors = m_live->errors(), rope = m_live->rope(), positions] {
            return errorsCsv(errors->ofDimensions, rope, positions, analysis);
        }};
}

Readout ErrorsView::readout(Dimension dimension) const
{
    const AngleUnitInfo& unit = infoOf(m_workspace->angleUnit());
    Readout result;
    result.title = tr("Dimension %1 · %2 angles")
                       .arg(dimension.row())
                       .arg(countText(static_cast<qlonglong>(m_live->errors()->ofDimensions.total(dimension))));
    for (int i = 0; i < CurveCount; ++i) {
        if (m_legend->isOn(i)) {
            const auto curve = static_cast<Curve>(i);
            const double value = valueOf(curve, *m_live, dimension) * unit.turn / (2 * std::numbers::pi);
            result.lines.push_back({colorOf(curve, isDark(palette())), nameOf(curve), digitsText(value, 3), {}, markOf(curve)});
        }
    }
    return result;
}

} // namespace rotascope
