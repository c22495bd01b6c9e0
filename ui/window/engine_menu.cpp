// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/engine_menu.h"

#include "core/engine/engine_registry.h"
#include "ui/base/text.h"
#include "ui/dialogs/engine_choices.h"

#include <QActionGroup>

namespace rotascope {

EngineMenu::EngineMenu(const EngineRegistry& registry, QWidget* parent) : QMenu(tr("En&gine"), parent), m_registry(registry)
{
    setToolTipsVisible(true);
    auto* group = new QActionGroup(this);
    for (const EngineChoice& choice : engineChoices(registry)) {
        addEngine(choice, group);
    }
    actions().front()->setChecked(true);
    connect(this, &QMenu::aboutToShow, this, &EngineMenu::refresh);
    refresh();
}

QAction* EngineMenu::addEngine(const EngineChoice& choice, QActionGroup* group)
{
    QAction* action = addAction(choice.text);
    action->setObjectName(choice.name);
    action->setCheckable(true);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, name = choice.name] {
        // Waits for nothing: one that is still looked for is disabled.
        if (const Expected<std::shared_ptr<Engine>> engine = m_registry.find(name.toStdString())) {
            m_wanted.clear();
            emit engineChosen(*engine, name);
        }
    });
    return action;
}

void EngineMenu::choose(const QString& name)
{
    m_wanted = name;
    refresh();
}

void EngineMenu::refresh()
{
    for (const EngineChoice& choice : engineChoices(m_registry)) {
        auto* action = findChild<QAction*>(choice.name);
        action->setText(choice.text);
        action->setToolTip(asToolTip(choice.toolTip));
        action->setEnabled(choice.works);
        if (choice.works && choice.name == m_wanted && !action->isChecked()) {
            action->trigger();
        }
    }
}

} // namespace rotascope
