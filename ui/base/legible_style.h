// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rotascope {

/// Draws what can be on or off so that one sees which, on light and dark, and without its colour: boxes and circles with an outline of at
/// least three times the luminance of what is around, a bar below a button that is pressed in, and crosses of Close in the colour of texts.
/// Qt's style Fusion takes a dark outline on a dark window, and black crosses. Other styles, which the desktop chose, stay as they are.
/// Does nothing the second time.
void useLegibleStyle();

} // namespace rotascope
