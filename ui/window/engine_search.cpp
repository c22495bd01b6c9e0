// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/engine_search.h"

#include "core/engine/engine_registry.h"

#include <utility>

namespace rotascope {

EngineSearch::EngineSearch(const EngineRegistry& registry, QObject* parent)
    : QObject(parent), m_registry(registry), m_job({.finished = [this](const Expected<bool>&) { emit ended(); }})
{
}

void EngineSearch::begin()
{
    if (std::exchange(m_hasBegun, true)) {
        return;
    }
    m_job.request([&registry = m_registry](const Job<bool>::Run&) -> Expected<bool> {
        registry.load();
        return true;
    });
}

} // namespace rotascope
