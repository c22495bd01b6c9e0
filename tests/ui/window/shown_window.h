// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/ui_test.h"
#include "ui/window/main_window.h"

namespace rotascope::uitest {

/// The program's window, in front; null if it does not get there.
inline std::unique_ptr<MainWindow> shownWindow()
{
    auto window = std::make_unique<MainWindow>(makeCpuEngine());
    window->show();
    window->activateWindow(); // an X display without a window manager leaves that to the window
    return QTest::qWaitForWindowActive(window.get()) ? std::move(window) : nullptr;
}

} // namespace rotascope::uitest
