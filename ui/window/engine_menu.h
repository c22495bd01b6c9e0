// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <memory>

namespace rotascope {

class Engine;
struct EngineChoice;
class EngineRegistry;

/// Chooses what computes: automatic, or one engine. Those that do not work, no longer do, or are still looked for, are shown, disabled,
/// with the reason.
class EngineMenu : public QMenu {
    Q_OBJECT

public:
    explicit EngineMenu(const EngineRegistry& registry, QWidget* parent = nullptr);

    /// Shows what the registry says now: a GPU may have been found, or lost.
    void refresh();
    /// As if the user had chosen it, once it is known to work; one that does not changes nothing.
    void choose(const QString& name);

signals:
    void engineChosen(std::shared_ptr<rotascope::Engine> engine, const QString& name);

private:
    QAction* addEngine(const EngineChoice& choice, QActionGroup* group);

    const EngineRegistry& m_registry;
    QString m_wanted; ///< is not known yet to work; empty: none
};

} // namespace rotascope
