// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QHBoxLayout;
class QLabel;
class QString;

namespace rotascope {

/// The line above a plot: its title, in bold, and a box to choose from; `explanation` is the box's tool tip and accessible name.
QHBoxLayout* makeTitleLine(QLabel* title, QComboBox* choice, const QString& explanation);

} // namespace rotascope
