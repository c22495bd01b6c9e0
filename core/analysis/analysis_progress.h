// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>

namespace rotascope {

/// Called when an analysis has done `done` of its `total` steps, on the thread that called analyze(). A step counts or compares about one
/// table.
using AnalysisProgress = std::function<void(std::size_t done, std::size_t total)>;

/// analyze(), with progress.
Expected<std::shared_ptr<const Analysis>> analyze(Engine& engine, const std::shared_ptr<const Source>& source,
    const AnalysisSettings& settings, const std::shared_ptr<const Analysis>& previous, const std::stop_token& stop,
    const AnalysisProgress& progress);

} // namespace rotascope
