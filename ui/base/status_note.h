// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace rotascope {

/// Says for some seconds, in the status bar of the window that `from` belongs to, what was done: for what is not seen otherwise. Without
/// such a window, and without a text, nothing is said.
void noteInStatusBar(QWidget* from, const QString& text);

} // namespace rotascope
