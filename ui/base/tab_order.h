// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;
class QWidget;

namespace rotascope {

/// Tab goes through the panel as its layouts go, also through what is added later; else it would go in the order in which widgets were
/// made.
void keepTabOrder(QWidget* panel);
/// Lets Tab pass the first button of every dialog: Qt 6.4 then comes to the box that the buttons stand in, which hands the focus back to
/// that button. `parent`: of what watches for dialogs.
void freeButtonBoxes(QObject* parent);
/// What Tab comes to first in the panel; null: nothing there takes keys now.
QWidget* firstTabStop(const QWidget& panel);
/// What keys are for in the panel: where the focus was there last, else the first plot or table that Tab comes to, else what it comes to
/// first; null: nothing there takes keys now.
QWidget* mainTabStop(const QWidget& panel);

} // namespace rotascope
