// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/computing_indicator.h"

#include "ui/base/form.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace rotascope {

ComputingIndicator::ComputingIndicator(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_step(makeLabel({}, this)), m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("computing"));
    m_step->setObjectName(QStringLiteral("computingStep"));
    m_bar->setMaximumWidth(160);
    m_bar->setTextVisible(false);
    auto* cancel = new QToolButton(this);
    cancel->setObjectName(QStringLiteral("cancelComputing"));
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Stops, and goes back to the settings of the result that is shown"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_step);
    layout->addWidget(m_bar);
    layout->addWidget(cancel);
    hide();
    connect(cancel, &QToolButton::clicked, workspace, &Workspace::cancelComputing);
    connect(workspace, &Workspace::resultStateChanged, this, &ComputingIndicator::refresh);
    connect(workspace, &Workspace::progressed, this, &ComputingIndicator::showProgress);
}

void ComputingIndicator::refresh()
{
    const bool isComputing = m_workspace->resultState() == ResultState::Computing;
    if (isComputing && isHidden()) {
        showProgress({});
    }
    setVisible(isComputing);
}

void ComputingIndicator::showProgress(const JobProgress& progress)
{
    const bool isKnown = progress.total.has_value();
    m_step->setText(isKnown ? tr("Computing… table %1 of %2").arg(progress.done + 1).arg(*progress.total) : tr("Computing…"));
    m_bar->setRange(0, static_cast<int>(progress.total.value_or(0))); // 0 ... 0 shows that it is busy
    m_bar->setValue(static_cast<int>(progress.done));
}

} // namespace rotascope
