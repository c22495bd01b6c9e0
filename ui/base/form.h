// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QFormLayout;
class QLabel;
class QWidget;

namespace rotascope {

/// A label for what is said beside a control: smaller and paler than it, and as many lines as it takes.
QLabel* makeHint();

/// A form whose fields are as wide as there is room.
QFormLayout* makeForm(QWidget* parent);

/// Keeps the longest entry of a box from widening a narrow panel.
void keepNarrow(QComboBox* box);

} // namespace rotascope
