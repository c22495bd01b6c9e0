// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/lint.h"

#include <QString>

class QPalette;

namespace rotascope {

/// Rich text for a text browser: the findings, each with its reason and fix, and what every engine does. What comes from a file is
/// shown as it is, never as markup.
QString lintText(const LintReport& report, const QPalette& palette);

/// "2 errors, 1 warning"; empty where there is neither and every engine does what the file states.
QString lintSummary(const LintReport& report);

} // namespace rotascope
