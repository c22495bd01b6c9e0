// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tours/tour_runner.h"

#include "core/analysis/analysis.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/commands/choice_commands.h"
#include "ui/commands/command_table.h"
#include "ui/tours/tour_stage.h"
#include "ui/tours/tour_state.h"
#include "ui/workspace/workspace.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QSpinBox>
#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {
namespace {

using Kind = TourAction::Kind;

// Between two looks at whether an action is over: short enough for a test, long enough for the window to paint.
constexpr int pace = 15; // ms
constexpr int mostWaits = 1000; // of pace, for a control that cannot be used yet
// A look costs next to nothing, and needs no signal from each thing that a state may name.
constexpr int betweenLooks = 100; // ms

// One that waits for the user would leave the tour's own steps.
bool canBeShown(const QString& id)
{
    return std::ranges::any_of(
        commands(), [&](const Command& command) { return id == QLatin1String(command.id) && !command.waitsForUser; });
}

// One that stays pressed is pressed once; one that is not offered has nothing left to do.
void pressOnce(QAbstractButton& button)
{
    if (!button.isChecked() && !button.isHidden()) {
        button.click();
    }
}

// None: all.
QList<Dimension> dimensionsOf(const TourAction& action, std::size_t count)
{
    QList<Dimension> result;
    for (std::size_t i = 0; i < (action.dimensions.empty() ? count : action.dimensions.size()); ++i) {
        result << Dimension(action.dimensions.empty() ? i : action.dimensions[i]);
    }
    return result;
}

} // namespace

TourRunner::TourRunner(Tour tour, TourStage& stage, QObject* parent) : QObject(parent), m_tour(std::move(tour)), m_stage(stage)
{
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &TourRunner::goOn);
    m_looking.setInterval(betweenLooks);
    connect(&m_looking, &QTimer::timeout, this, &TourRunner::look);
}

void TourRunner::begin(std::size_t step)
{
    m_goal = std::min(step, m_tour.steps.size() - 1);
    m_before.clear();
    m_isBegun = false;
    m_index = 0;
    m_isDone = false;
    m_isShown = false;
    m_looking.start();
    run(m_tour.begin);
}

void TourRunner::next()
{
    if (m_isShowing) {
        m_goesOn = m_isBegun;
    } else if (const bool stays = hidesSomething(); (stays || !m_isDone) && m_obstacle.isEmpty()) {
        m_goesOn = !stays;
        run(step().show);
    } else if (!isAtRest()) { // the next step begins with its result
        m_goesOn = true;
        run({});
    } else if (isLast()) {
        emit ended();
    } else {
        enterStep(m_index + 1);
    }
}

// What the last step shows would be gone with the window, and an answer with the step.
bool TourRunner::hidesSomething() const
{
    return !isRevealed() && (!step().answer.isEmpty() || (isLast() && !step().show.empty()));
}

void TourRunner::showMe()
{
    if (!m_isShowing) {
        m_goesOn = false;
        run(step().show);
    }
}

void TourRunner::back()
{
    if (isFirst() || !m_isBegun) {
        return;
    }
    m_pace.stop();
    m_isShowing = false;
    const Before before = m_before[m_index - 1];
    m_goal = 0;
    Workspace& workspace = m_stage.workspace();
    if (before.analysis && (before.analysis != workspace.analysis() || before.analysis->settings != workspace.settings())) {
        workspace.adopt(before.analysis, workspace.lintReport());
    }
    if (before.analysis) {
        workspace.setCurrentDimension(Dimension(before.dimension));
    }
    enterStep(m_index - 1);
}

void TourRunner::enterStep(std::size_t index)
{
    m_stage.closeDialogs();
    m_index = index;
    m_goesOn = false;
    m_obstacle.clear();
    const Workspace& workspace = m_stage.workspace();
    m_before.resize(index);
    m_before.push_back({workspace.analysis(), workspace.currentDimension()});
    m_isDone = step().expect.isEmpty();
    m_isShown = false;
    if (!step().expect.view) { // else it is for the user to find
        m_stage.reveal(step().target);
    }
    look();
    emit changed();
}

// ---- Showing

void TourRunner::run(const std::vector<TourAction>& actions)
{
    m_actions.assign(actions.rbegin(), actions.rend());
    m_isShowing = true;
    m_obstacle.clear();
    m_pace.start();
    emit changed();
}

bool TourRunner::isAtRest() const
{
    return !m_stage.isOpening() && !m_stage.workspace().isBusy();
}

// An action at a time, once what the last one asked for is there.
void TourRunner::goOn()
{
    if (!isAtRest()) {
        return;
    }
    if (m_actions.empty()) {
        finishShowing();
        return;
    }
    if (waitsForControl(m_actions.back())) {
        return;
    }
    const TourAction action = std::move(m_actions.back());
    m_actions.pop_back();
    if (m_obstacle = perform(action); !m_obstacle.isEmpty()) {
        m_actions.clear();
        finishShowing();
    }
}

// Views compute what they offer after the analysis.
bool TourRunner::waitsForControl(const TourAction& action)
{
    const bool usesControl = action.kind == Kind::Press || action.kind == Kind::Choose || action.kind == Kind::Enter;
    const QWidget* const control = usesControl ? m_stage.control({}, QString::fromStdString(action.name)) : nullptr;
    const bool waits = control != nullptr && !control->isEnabled() && m_waits < mostWaits;
    m_waits = waits ? m_waits + 1 : 0;
    return waits;
}

void TourRunner::finishShowing()
{
    m_pace.stop();
    m_isShowing = false;
    if (!m_isBegun) {
        m_isBegun = true;
        const QString obstacle = m_obstacle;
        enterStep(0);
        m_obstacle = obstacle;
        m_goal = obstacle.isEmpty() ? m_goal : 0;
        goToGoal();
        return;
    }
    if (m_obstacle.isEmpty()) {
        m_obstacle = whatDiffers(step().expect, m_stage);
    }
    m_isShown = m_obstacle.isEmpty();
    m_isDone = m_isDone || m_isShown;
    m_goal = m_obstacle.isEmpty() ? m_goal : m_index;
    const bool goesOn = std::exchange(m_goesOn, false) && m_obstacle.isEmpty();
    if (goesOn && isLast()) {
        emit ended();
    } else if (goesOn) {
        enterStep(m_index + 1);
        goToGoal();
    } else {
        emit changed();
    }
}

void TourRunner::goToGoal()
{
    if (m_index < m_goal) {
        m_goesOn = true;
        run(step().show);
    }
}

void TourRunner::look()
{
    if (m_isBegun && !m_isShowing && !m_isDone && isAtRest() && whatDiffers(step().expect, m_stage).isEmpty()) {
        m_isDone = true;
        m_obstacle.clear();
        emit changed();
    }
}

// ---- What is in the window

QString TourRunner::whatIsMissing() const
{
    const TourTarget& target = step().target;
    const QString view = QString::fromStdString(target.view);
    const QString control = QString::fromStdString(target.control);
    if (!view.isEmpty() && m_stage.view(view) == nullptr) {
        return tr("There is no view %1.").arg(visible(view));
    }
    if (!control.isEmpty() && m_stage.control(view, control) == nullptr) {
        return tr("There is no control %1.").arg(visible(control));
    }
    if (const QString command = QString::fromStdString(target.command); !command.isEmpty() && m_stage.command(command) == nullptr) {
        return tr("Unknown command: %1.").arg(visible(command));
    }
    if (const QString page = QString::fromStdString(step().manual); !page.isEmpty() && !m_stage.hasManual(page)) {
        return tr("The manual has no place %1.").arg(visible(page));
    }
    if (const QString seen = QString::fromStdString(step().expect.view.value_or("")); !seen.isEmpty() && m_stage.view(seen) == nullptr) {
        return tr("There is no view %1.").arg(visible(seen));
    }
    return {};
}

QString TourRunner::perform(const TourAction& action)
{
    const QString name = QString::fromStdString(action.name);
    switch (action.kind) {
    case Kind::Open:
        m_stage.openPreset(name);
        return {};
    case Kind::View:
        if (m_stage.view(name) == nullptr) {
            return tr("There is no view %1.").arg(visible(name));
        }
        m_stage.showView(name);
        return {};
    case Kind::Command:
        return runCommand(name);
    case Kind::Press:
    case Kind::Choose:
    case Kind::Enter:
        return performOnControl(action);
    default:
        return performOnWorkspace(action);
    }
}

QString TourRunner::runCommand(const QString& id)
{
    QAction* const command = m_stage.command(id);
    if (command == nullptr || command->menu() != nullptr || !canBeShown(id)) {
        return tr("The command %1 cannot be run by a tour.").arg(visible(id));
    }
    if (!command->isEnabled()) {
        return tr("The command %1 cannot be run now.").arg(visible(id));
    }
    command->trigger();
    m_stage.placeDialogs();
    return {};
}

QString TourRunner::performOnWorkspace(const TourAction& action)
{
    Workspace& workspace = m_stage.workspace();
    if (!workspace.analysis()) {
        return tr("No model is open.");
    }
    const std::size_t count = workspace.analysis()->dimensions();
    if (const auto last = std::ranges::max_element(action.dimensions); last != action.dimensions.end() && *last >= count) {
        return tr("There is no dimension %1.").arg(*last);
    }
    switch (action.kind) {
    case Kind::TargetLength: {
        AnalysisSettings settings = workspace.settings();
        settings.targetLength = static_cast<std::int64_t>(action.number);
        workspace.edit(settings, tr("target length"));
        return workspace.settings().targetLength == settings.targetLength
            ? QString()
            : tr("The target length cannot be %1 here.").arg(countText(settings.targetLength));
    }
    case Kind::Method:
        takeMethod(workspace, action.name);
        return {};
    case Kind::ShowMethod:
        workspace.setShownMethod(action.name);
        return {};
    case Kind::CurrentDimension:
        if (action.number >= static_cast<double>(count)) {
            return tr("There is no dimension %1.").arg(action.number);
        }
        workspace.setCurrentDimension(Dimension(static_cast<std::size_t>(action.number)));
        return {};
    case Kind::Extrapolate:
        choose(workspace, dimensionsOf(action, count), ChoiceAction::Extrapolate);
        return {};
    case Kind::Interpolate:
        choose(workspace, dimensionsOf(action, count), ChoiceAction::Interpolate);
        return {};
    default:
        choose(workspace, dimensionsOf(action, count), ChoiceAction::Automatic);
        return {};
    }
}

// By what a user's hand would change, so that the window notices as it does then.
QString TourRunner::performOnControl(const TourAction& action)
{
    const QString name = QString::fromStdString(action.name);
    QWidget* const control = m_stage.control({}, name);
    if (control == nullptr || !control->isEnabled()) {
        return control == nullptr ? tr("There is no control %1.").arg(visible(name))
                                  : tr("The control %1 cannot be used now.").arg(visible(name));
    }
    auto* const button = action.kind == Kind::Press ? qobject_cast<QAbstractButton*>(control) : nullptr;
    auto* const box = action.kind == Kind::Choose ? qobject_cast<QComboBox*>(control) : nullptr;
    const bool isEntry = action.kind == Kind::Enter && std::abs(action.number) <= 1e9;
    if (button != nullptr) {
        pressOnce(*button);
    } else if (const int entry = static_cast<int>(std::clamp(action.number, -1.0, 1e6));
               box != nullptr && entry >= 0 && entry < box->count()) {
        box->setCurrentIndex(entry);
        emit box->activated(entry);
    } else if (auto* const number = isEntry ? qobject_cast<QDoubleSpinBox*>(control) : nullptr) {
        number->setValue(action.number);
    } else if (auto* const whole = isEntry ? qobject_cast<QSpinBox*>(control) : nullptr) {
        whole->setValue(static_cast<int>(action.number));
    } else if (auto* const slider = isEntry ? qobject_cast<QAbstractSlider*>(control) : nullptr) {
        slider->setValue(static_cast<int>(action.number));
    } else {
        return tr("The control %1 cannot be set to that.").arg(visible(name));
    }
    return {};
}

} // namespace rotascope
