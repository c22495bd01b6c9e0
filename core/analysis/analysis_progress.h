// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>

namespace rotascope {

/// How many of its steps an analysis has done, of how many; a step counts or compares about one table. Called from the calling thread.
using AnalysisProgress = std::function<void(std::size_t done, std::size_t total)>;

/// analyze(), for those who show how far it is.
Expected<std::shared_ptr<const Analysis>> analyze(Engine& engine, const std::shared_ptr<const Source>& source,
    const AnalysisSettings& settings, const std::shared_ptr<const Analysis>& previous, const std::stop_token& stop,
    const AnalysisProgress& progress);

} // namespace rotascope
