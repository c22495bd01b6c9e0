// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engines_dialog.h"

#include "core/engine/engine_registry.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {

EnginesDialog::EnginesDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Engines"));
    auto* layout = new QVBoxLayout(this);
    auto* intro = new QLabel(tr("Engines count angles and compute disturbances. All give the same results, to the bit."));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const EngineEntry& engine : EngineRegistry::instance().entries()) {
        QString text = engine.unavailable.empty() ? tr("works: %1").arg(QString::fromStdString(engine.info.device))
                                                  : tr("not available: %1").arg(QString::fromStdString(engine.unavailable));
        if (!engine.chosenModule.empty()) {
            text += tr("\nchosen by %1: %2").arg(QLatin1String(cudaModuleVariable), QString::fromStdString(engine.chosenModule));
        }
        auto* state = new QLabel(text);
        state->setObjectName(QString::fromStdString(engine.info.name));
        state->setTextInteractionFlags(Qt::TextSelectableByMouse);
        state->setTextFormat(Qt::PlainText); // a reason may contain anything
        state->setWordWrap(true);
        state->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        form->addRow(QStringLiteral("<b>%1</b>").arg(QString::fromStdString(engine.info.name).toUpper()), state);
    }
    layout->addLayout(form);
    layout->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(520);
}

} // namespace rotascope
