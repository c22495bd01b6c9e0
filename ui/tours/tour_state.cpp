// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tours/tour_state.h"

#include "core/analysis/analysis.h"
#include "core/tour/tour.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/tours/tour_stage.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

class TourStates {
    Q_DECLARE_TR_FUNCTIONS(TourStates)
};

QString settingThatDiffers(const TourState& state, const Workspace& workspace)
{
    const AnalysisSettings& settings = workspace.settings();
    if (state.source && *state.source != workspace.source()->origin) {
        return TourStates::tr("The source is %1, not %2.").arg(visible(workspace.source()->origin), visible(*state.source));
    }
    if (state.targetLength && *state.targetLength != settings.targetLength) {
        return TourStates::tr("The target length is %1, not %2.").arg(countText(settings.targetLength), countText(*state.targetLength));
    }
    if (state.method && *state.method != settings.method) {
        return TourStates::tr("The method is %1, not %2.").arg(visible(settings.method), visible(*state.method));
    }
    if (state.dimension && *state.dimension != workspace.currentDimension()) {
        return TourStates::tr("The current dimension is %1, not %2.").arg(workspace.currentDimension().row()).arg(*state.dimension);
    }
    const int byHand = settings.dimensionsSetByHand();
    if (state.byHand && *state.byHand != (byHand > 0)) {
        return *state.byHand ? TourStates::tr("No dimension is set by hand.")
                             : TourStates::tr("Dimensions are set by hand: %1.").arg(byHand);
    }
    if (state.pins && settings.pins.size() < *state.pins) {
        return TourStates::tr("Tables are pinned: %1, fewer than %2.").arg(settings.pins.size()).arg(*state.pins);
    }
    return {};
}

} // namespace

QString whatDiffers(const TourState& state, TourStage& stage)
{
    const Workspace& workspace = stage.workspace();
    const bool needsSource
        = state.source || state.targetLength || state.method || state.dimension || state.byHand || state.pins || state.meanBelow;
    if (needsSource && !workspace.source()) {
        return TourStates::tr("No model is open.");
    }
    if (needsSource) {
        if (QString differs = settingThatDiffers(state, workspace); !differs.isEmpty()) {
            return differs;
        }
    }
    if (state.meanBelow) {
        if (workspace.resultState() != ResultState::Current || workspace.analysis()->settings != workspace.settings()) {
            return TourStates::tr("There is no result yet for what is set.");
        }
        const double mean = workspace.analysis()->chosen->meanDisturbance;
        if (!(mean < *state.meanBelow)) {
            return TourStates::tr("The mean disturbance is %1, not below %2.")
                .arg(disturbanceText(mean), disturbanceText(*state.meanBelow));
        }
    }
    if (const QString view = QString::fromStdString(state.view.value_or("")); !view.isEmpty() && !stage.isSeen(view)) {
        return TourStates::tr("The view %1 cannot be seen.").arg(visible(view));
    }
    return {};
}

} // namespace rotascope
