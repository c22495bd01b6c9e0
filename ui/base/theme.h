// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rotascope {

enum class Theme { System, Light, Dark };

/// Makes all windows light or dark at once, or as the desktop says.
void applyTheme(Theme theme);

} // namespace rotascope
