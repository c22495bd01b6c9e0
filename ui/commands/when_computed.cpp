// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/when_computed.h"

#include "ui/workspace/workspace.h"

#include <QObject>

namespace rotascope {

void whenComputed(const CommandContext& context, const QString& message, void (*run)(const CommandContext&))
{
    Workspace& workspace = context.workspace;
    const QString name = QStringLiteral("waitingCommand");
    delete workspace.findChild<QObject*>(name, Qt::FindDirectChildrenOnly);
    if (!workspace.isBusy()) {
        run(context);
        return;
    }
    auto* waiting = new QObject(&workspace);
    waiting->setObjectName(name);
    context.window.showMessage(message);
    QObject::connect(&workspace, &Workspace::resultStateChanged, waiting,
        [&workspace, window = context.window, waiting, run, wanted = workspace.settings()] {
            if (workspace.isBusy() && workspace.settings() == wanted) {
                return;
            }
            waiting->disconnect();
            QObject::disconnect(&workspace, nullptr, waiting, nullptr);
            waiting->deleteLater();
            if (workspace.resultState() != ResultState::Failed) { // a failure has a message already
                window.hideMessage();
            }
            if (!workspace.isBusy() && workspace.analysis()->settings == wanted && workspace.settings() == wanted) {
                run({workspace, window});
            }
        });
}

} // namespace rotascope
