// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/opening_indicator.h"

#include "ui/base/form.h"
#include "ui/jobs/pace_text.h"
#include "ui/workspace/source_loader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace rotascope {

OpeningIndicator::OpeningIndicator(SourceLoader* loader, QWidget* parent)
    : QWidget(parent), m_step(makeLabel({}, this)), m_bar(new QProgressBar(this))
{
    m_step->setObjectName(QStringLiteral("progressStep"));
    m_bar->setMaximumWidth(220);
    m_bar->setFormat(tr("%p %"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_step);
    layout->addWidget(m_bar);
    hide();
    connect(loader, &SourceLoader::busyChanged, this, &OpeningIndicator::begin);
    connect(loader, &SourceLoader::progressed, this, &OpeningIndicator::showProgress);
}

void OpeningIndicator::begin(bool busy)
{
    showProgress({});
    setVisible(busy);
}

// When all rows are counted the recorded angles follow, which take an unknown time.
void OpeningIndicator::showProgress(const JobProgress& progress)
{
    constexpr int steps = 1000; // there may be more rows than an int holds
    const double share = progress.share().value_or(1.0);
    const bool isOpen = progress.share() == 1.0;
    const QString pace = paceText(progress, ProgressUnit::Rows);
    m_step->setText(isOpen ? tr("counting angles") : pace.isEmpty() ? tr("opening") : tr("opening, %1").arg(pace));
    m_bar->setRange(0, share < 1.0 ? steps : 0); // 0 ... 0 shows that it is busy
    if (share < 1.0) {
        m_bar->setValue(static_cast<int>(steps * share));
    }
}

} // namespace rotascope
