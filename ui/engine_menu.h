// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <memory>

namespace rotascope {

class Engine;
class EngineRegistry;

/// Chooses what computes: automatic, or one engine. Those that do not work are shown, disabled, with the reason.
class EngineMenu : public QMenu {
    Q_OBJECT

public:
    explicit EngineMenu(const EngineRegistry& registry, QWidget* parent = nullptr);

signals:
    void engineChosen(std::shared_ptr<rotascope::Engine> engine);

private:
    QAction* addEngine(const EngineRegistry& registry, const QString& name, const QString& text, QActionGroup* group);
};

} // namespace rotascope
