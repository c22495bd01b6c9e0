// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"

#include <QStringList>

namespace rotascope {

/// What differs between two settings of one source, in the words of the window's steps: "target length", "method". Pinned tables and
/// dimensions set by hand are not among it.
QStringList changesBetween(const AnalysisSettings& before, const AnalysisSettings& now);

} // namespace rotascope
