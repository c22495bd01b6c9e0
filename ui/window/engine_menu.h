// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <memory>

namespace rotascope {

class Engine;
class EngineRegistry;

/// Chooses what computes: automatic, or one engine. Those that do not work, no longer do, or are still looked for, are shown, disabled,
/// with the reason.
class EngineMenu : public QMenu {
    Q_OBJECT

public:
    explicit EngineMenu(const EngineRegistry& registry, QWidget* parent = nullptr);

    /// Shows what the registry says now: a GPU may have been found, or lost.
    void refresh();

signals:
    void engineChosen(std::shared_ptr<rotascope::Engine> engine);

private:
    QAction* addEngine(const QString& name, const QString& text, QActionGroup* group);

    const EngineRegistry& m_registry;
};

} // namespace rotascope
