// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/engine_menu.h"

#include "core/engine/engine_registry.h"
#include "ui/base/text.h"

#include <QActionGroup>

namespace rotascope {

EngineMenu::EngineMenu(const EngineRegistry& registry, QWidget* parent) : QMenu(tr("En&gine"), parent), m_registry(registry)
{
    setToolTipsVisible(true);
    auto* group = new QActionGroup(this);
    QAction* automatic = addEngine(QStringLiteral("auto"), tr("&Automatic"), group);
    automatic->setToolTip(tr("Each request goes to the engine that is expected to answer first"));
    automatic->setChecked(true);
    for (const EngineEntry& entry : registry.entriesSoFar()) {
        const QString name = QString::fromStdString(entry.info.name);
        addEngine(name, name.toUpper(), group);
    }
    connect(this, &QMenu::aboutToShow, this, &EngineMenu::refresh);
    refresh();
}

QAction* EngineMenu::addEngine(const QString& name, const QString& text, QActionGroup* group)
{
    QAction* action = addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, name] {
        // Waits for nothing: one that is still looked for is disabled.
        if (const Expected<std::shared_ptr<Engine>> engine = m_registry.find(name.toStdString())) {
            emit engineChosen(*engine);
        }
    });
    return action;
}

void EngineMenu::refresh()
{
    for (const EngineEntry& entry : m_registry.entriesSoFar()) {
        const QString name = QString::fromStdString(entry.info.name);
        auto* action = findChild<QAction*>(name);
        const bool works = entry.unavailable.empty();
        const QString state = works ? visible(entry.info.device) : entry.isPending ? tr("is being looked for") : tr("not available");
        action->setText(tr("%1: %2").arg(name.toUpper(), state));
        action->setToolTip(works ? tr("All requests go to this engine") : asToolTip(visible(entry.unavailable)));
        action->setEnabled(works);
    }
}

} // namespace rotascope
