// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/opening_indicator.h"

#include "core/angle/angle_histogram.h"
#include "ui/base/form.h"
#include "ui/jobs/pace_text.h"
#include "ui/window/counting_preview.h"
#include "ui/workspace/source_loader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace rotascope {

OpeningIndicator::OpeningIndicator(SourceLoader* loader, QWidget* parent)
    : QWidget(parent), m_step(makeLabel({}, this)), m_preview(new CountingPreview(this)), m_bar(new QProgressBar(this))
{
    m_step->setObjectName(QStringLiteral("progressStep"));
    m_bar->setMaximumWidth(220);
    m_bar->setFormat(tr("%p %"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_step);
    layout->addWidget(m_preview);
    layout->addWidget(m_bar);
    m_preview->hide();
    hide();
    connect(loader, &SourceLoader::busyChanged, this, &OpeningIndicator::begin);
    connect(loader, &SourceLoader::progressed, this, &OpeningIndicator::showProgress);
    connect(loader, &SourceLoader::counted, this, [this](const std::shared_ptr<const AngleHistograms>& soFar) {
        m_preview->setCounts(*soFar, m_share);
        m_preview->show();
    });
}

void OpeningIndicator::begin(bool busy)
{
    showProgress({});
    m_preview->hide();
    m_preview->clear();
    setVisible(busy);
}

// When all rows are counted the analysis follows, or angles whose intervals do not follow from fine ones, which take an unknown time.
void OpeningIndicator::showProgress(const JobProgress& progress)
{
    constexpr int steps = 1000; // there may be more rows than an int holds
    const double share = progress.share().value_or(1.0);
    m_share = progress.share().value_or(0.0);
    const bool isOpen = progress.share() == 1.0;
    const QString pace = paceText(progress, ProgressUnit::Rows);
    m_step->setText(isOpen ? tr("counting angles") : pace.isEmpty() ? tr("opening") : tr("opening, %1").arg(pace));
    m_bar->setRange(0, share < 1.0 ? steps : 0); // 0 ... 0 shows that it is busy
    if (share < 1.0) {
        m_bar->setValue(static_cast<int>(steps * share));
    }
}

} // namespace rotascope
