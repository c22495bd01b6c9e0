// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <memory>

namespace rotascope {

class Engine;

/// Goes through a tour as someone does who presses Show me and Next on every step, in a window that need not be on any screen. Fails with
/// ErrorKind::Lint at the first step that is not reached, points to what is not there, or names a page that the manual lacks; the message
/// says which step and why. What it gives is one sentence that says what was done.
Expected<QString> checkTour(std::shared_ptr<Engine> engine, const QString& file);

} // namespace rotascope
