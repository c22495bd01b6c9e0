// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine_menu.h"

#include "core/disturbance/engine_registry.h"

#include <QActionGroup>

namespace rotascope {

EngineMenu::EngineMenu(const EngineRegistry& registry, QWidget* parent) : QMenu(tr("En&gine"), parent)
{
    setToolTipsVisible(true);
    auto* group = new QActionGroup(this);
    QAction* automatic = addEngine(registry, QStringLiteral("auto"), tr("&Automatic"), group);
    automatic->setToolTip(tr("Each request goes to the engine that is expected to answer first"));
    automatic->setChecked(true);
    for (const EngineEntry& entry : registry.entries()) {
        const QString name = QString::fromStdString(entry.info.name);
        QAction* action = addEngine(registry, name, name.toUpper(), group);
        if (entry.unavailable.empty()) {
            action->setText(tr("%1: %2").arg(action->text(), QString::fromStdString(entry.info.device)));
            action->setToolTip(tr("All requests go to this engine"));
        } else {
            action->setText(tr("%1: not available").arg(action->text()));
            action->setToolTip(QString::fromStdString(entry.unavailable));
            action->setEnabled(false);
        }
    }
}

QAction* EngineMenu::addEngine(const EngineRegistry& registry, const QString& name, const QString& text, QActionGroup* group)
{
    QAction* action = addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    group->addAction(action);
    if (const Expected<std::shared_ptr<Engine>> engine = registry.find(name.toStdString())) {
        connect(action, &QAction::triggered, this, [this, engine = *engine] { emit engineChosen(engine); });
    }
    return action;
}

} // namespace rotascope
