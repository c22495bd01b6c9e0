// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/stale_mark.h"
#include "ui/workspace/workspace.h"

namespace rotascope {

/// How the workspace's result is marked.
inline Freshness freshnessOf(const Workspace& workspace)
{
    switch (workspace.resultState()) {
    case ResultState::Computing:
        return Freshness::Updating;
    case ResultState::Failed:
        return Freshness::Outdated;
    case ResultState::Current:
        break;
    }
    return Freshness::Current;
}

/// What a view that computes when it is looked at shows before its first result; `invitation` if nothing is open.
inline QString beforeFirstResult(const Workspace& workspace, const QString& invitation)
{
    return workspace.analysis() ? computingText() : invitation;
}

/// Marks what a plot shows as old whenever it is not the result for what is set. `plot` has setFreshness().
template <class Plot> void markResults(Workspace* workspace, Plot* plot)
{
    const auto mark = [workspace, plot] { plot->setFreshness(freshnessOf(*workspace)); };
    QObject::connect(workspace, &Workspace::resultStateChanged, plot, mark);
    mark();
}

/// Greys a text about the result in the same way.
inline void greyWhenOld(Workspace* workspace, QWidget* text)
{
    const auto grey = [workspace, text] { text->setEnabled(workspace->resultState() == ResultState::Current); };
    QObject::connect(workspace, &Workspace::resultStateChanged, text, grey);
    grey();
}

} // namespace rotascope
