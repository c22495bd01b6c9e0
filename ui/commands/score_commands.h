// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"
#include "ui/dialogs/score_run_dialog.h"

#include <QString>
#include <memory>
#include <vector>

namespace rotascope {

/// The current table, then the pinned ones that differ from it and from each other: what a model can be scored under.
std::vector<TableToScore> tablesToScore(const std::shared_ptr<const Analysis>& analysis);

/// Opens the dialog that scores a real model; there is an analysis.
void showScoreRun(const CommandContext& context);
/// Why no model can be scored; empty: one can.
QString whyNoScoreRun(const Workspace& workspace);

} // namespace rotascope
