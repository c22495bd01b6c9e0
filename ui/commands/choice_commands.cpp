// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/choice_commands.h"

#include "core/analysis/summary.h"
#include "ui/commands/command_table.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace rotascope {
namespace {

std::optional<Override> overrideFor(ChoiceAction action)
{
    switch (action) {
    case ChoiceAction::Extrapolate:
        return Override{Choice::Extrapolation, 1.0};
    case ChoiceAction::Interpolate:
        return Override{Choice::Interpolation, 1.0};
    case ChoiceAction::Automatic:
        break;
    }
    return std::nullopt;
}

} // namespace

void choose(Workspace& workspace, const QList<Dimension>& dimensions, ChoiceAction action)
{
    if (!dimensions.isEmpty()) {
        workspace.setOverride(dimensions, overrideFor(action));
    }
}

void goByDisturbance(Workspace& workspace, int step)
{
    const std::vector<Dimension> dimensions = byDisturbance(*workspace.analysis());
    const auto place = std::ranges::find(dimensions, workspace.currentDimension()) - dimensions.begin() + step;
    workspace.setCurrentDimension(dimensions[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, std::ssize(dimensions) - 1))]);
}

void flipSelected(Workspace& workspace)
{
    const QList<Dimension>& dimensions = workspace.selectedDimensions();
    if (dimensions.isEmpty() || !workspace.analysis()) {
        return;
    }
    const Dimension shown = dimensions.contains(workspace.currentDimension()) ? workspace.currentDimension() : dimensions.front();
    const Analysis& analysis = *workspace.analysis();
    const double factor = analysis.chosen->table.factors[shown];
    const bool isExtrapolated = choiceOf(factor, analysis.settings.scale()) == Choice::Extrapolation;
    choose(workspace, dimensions, isExtrapolated ? ChoiceAction::Interpolate : ChoiceAction::Extrapolate);
}

void takeMethod(Workspace& workspace, const std::string& method)
{
    AnalysisSettings settings = workspace.settings();
    settings.method = method;
    workspace.setShownMethod({}); // it is the current table from now on
    workspace.edit(settings, Commands::tr("method"));
}

void toggleShownMethod(Workspace& workspace, const std::string& method)
{
    workspace.setShownMethod(method == workspace.shownMethod() ? std::string() : method);
}

} // namespace rotascope
