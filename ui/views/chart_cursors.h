// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/charts/step_chart.h"

class QToolButton;

namespace rotascope {

/// A button that shows and hides the cursors A and B of a chart.
QToolButton* makeCursorButton(StepChart* chart);

/// What a chart says of the places of both: for each curve that is visible its two values and how much the second is above the first.
/// `text` writes a value that is not negative.
Readout cursorReadout(const StepChart& chart, const StepChart::Cursors& at, const QString& title, QString (*text)(double));

} // namespace rotascope
