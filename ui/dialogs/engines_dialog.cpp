// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engines_dialog.h"

#include "core/engine/engine_registry.h"
#include "ui/base/form.h"
#include "ui/base/text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {

EnginesDialog::EnginesDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Engines"));
    auto* layout = new QVBoxLayout(this);
    auto* intro = makeLabel(tr("Engines count angles and compute disturbances. All give the same results, to the bit."));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const EngineEntry& engine : EngineRegistry::instance().entries()) {
        QString text = engine.unavailable.empty() ? tr("works: %1").arg(visible(engine.info.device))
                                                  : tr("not available: %1").arg(visible(engine.unavailable));
        if (!engine.chosenModule.empty()) {
            text += tr("\nchosen by %1: %2").arg(QLatin1String(cudaModuleVariable), visible(engine.chosenModule));
        }
        auto* state = makeLabel(text);
        state->setObjectName(QString::fromStdString(engine.info.name));
        state->setTextInteractionFlags(Qt::TextSelectableByMouse);
        state->setWordWrap(true);
        state->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        auto* name = makeLabel(visible(engine.info.name).toUpper());
        QFont bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        form->addRow(name, state);
    }
    layout->addLayout(form);
    layout->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(520);
}

} // namespace rotascope
