// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace rotascope {

class EngineRegistry;

/// What a user can let compute.
struct EngineChoice {
    QString name; ///< for EngineRegistry::find()
    QString text; ///< "&Automatic", "CPU: 2 threads", "CUDA: not available"
    QString toolTip; ///< what it means, or why it does not work
    bool works = true;
};

/// Automatic, and then each engine, as the registry knows it so far. Waits for nothing.
std::vector<EngineChoice> engineChoices(const EngineRegistry& registry);

} // namespace rotascope
