// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engines_dialog.h"

#include "core/disturbance/engine_registry.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {

EnginesDialog::EnginesDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Engines"));
    auto* layout = new QVBoxLayout(this);
    auto* intro = new QLabel(tr("Engines count angles and compute disturbances. All give the same counts, to the bit."));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto* form = new QFormLayout;
    for (const EngineEntry& engine : EngineRegistry::instance().entries()) {
        auto* state = new QLabel(engine.unavailable.empty() ? tr("works: %1").arg(QString::fromStdString(engine.info.device))
                                                            : tr("not available: %1").arg(QString::fromStdString(engine.unavailable)));
        state->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form->addRow(QStringLiteral("<b>%1</b>").arg(QString::fromStdString(engine.info.name)), state);
    }
    layout->addLayout(form);
    layout->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

} // namespace rotascope
