// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QFormLayout;
class QLabel;
class QWidget;

namespace rotascope {

/// A label that shows its text as it is: no file's word is markup. Every label of the window is one, or a SteadyLabel.
QLabel* makeLabel(const QString& text = {}, QWidget* parent = nullptr);

/// A label for what is said beside a control: smaller and paler than it, and as many lines as it takes.
QLabel* makeHint();

/// Names a control that has no label of its own, for those who are read to. It needs its parent before: the name of a box is what is chosen
/// in it, and what it is for stands on a label (Qt, for AT-SPI), so that it gets one that is hidden.
void setSpokenName(QWidget* control, const QString& name);
/// A form whose fields are as wide as there is room.
QFormLayout* makeForm(QWidget* parent);

/// Whether an entry of a box can be chosen.
void setItemEnabled(QComboBox* box, int index, bool enabled);

/// Keeps the longest entry of a box from widening a narrow panel.
void keepNarrow(QComboBox* box);

} // namespace rotascope
