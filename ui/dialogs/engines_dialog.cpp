// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engines_dialog.h"

#include "core/engine/engine_registry.h"
#include "ui/base/form.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {
namespace {

QString stateOf(const EngineEntry& engine)
{
    if (engine.unavailable.empty()) {
        return EnginesDialog::tr("works: %1").arg(visible(engine.info.device));
    }
    return (engine.isPending ? EnginesDialog::tr("is being looked for: %1") : EnginesDialog::tr("not available: %1"))
        .arg(translated(engine.unavailable));
}

} // namespace

EnginesDialog::EnginesDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Engines"));
    setManualPage(this, QStringLiteral("engines"));
    auto* layout = new QVBoxLayout(this);
    auto* intro = makeLabel(tr("Engines count angles and compute disturbances. All give the same results, to the bit."));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const EngineEntry& engine : EngineRegistry::instance().entriesSoFar()) {
        auto* state = makeLabel();
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
    showStates();
    connect(&m_look, &QTimer::timeout, this, &EnginesDialog::showStates);
    m_look.start(100);
}

void EnginesDialog::showStates()
{
    if (EngineRegistry::instance().isLoaded()) {
        m_look.stop();
    }
    for (const EngineEntry& engine : EngineRegistry::instance().entriesSoFar()) {
        QString text = stateOf(engine);
        if (!engine.chosenModule.empty()) {
            text += tr("\nchosen by %1: %2").arg(QLatin1String(cudaModuleVariable), visible(engine.chosenModule));
        }
        findChild<QLabel*>(QString::fromStdString(engine.info.name))->setText(text);
    }
}

} // namespace rotascope
