// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job.h"

#include <QObject>

namespace rotascope {

class EngineRegistry;

/// Loads the engines' modules off the GUI thread: they ask the GPU's driver, which may take seconds. Destroyed, it waits for that.
class EngineSearch : public QObject {
    Q_OBJECT

public:
    explicit EngineSearch(const EngineRegistry& registry, QObject* parent = nullptr);

    /// Begins, the first time that it is called.
    void begin();

signals:
    /// The registry now knows which engines work.
    void ended();

private:
    const EngineRegistry& m_registry;
    bool m_hasBegun = false;
    Job<bool> m_job;
};

} // namespace rotascope
