// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_bar.h"

#include "core/analysis/summary.h"
#include "ui/base/elided_label.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/window/computing_indicator.h"
#include "ui/window/engine_indicator.h"
#include "ui/window/opening_indicator.h"
#include "ui/workspace/source_loader.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/workspace.h"

#include <QMenu>

namespace rotascope {

StatusBar::StatusBar(Workspace* workspace, SourceLoader* loader, QMenu* engines, QWidget* parent)
    : QStatusBar(parent), m_workspace(workspace), m_mean(new ElidedLabel), m_engine(new EngineIndicator(workspace))
{
    m_engine->setMenu(engines);
    setManualPage(m_engine, QStringLiteral("engines"));
    setTerm(m_mean, "mean-disturbance");
    addWidget(m_mean, 1);
    addPermanentWidget(new OpeningIndicator(loader));
    addPermanentWidget(new ComputingIndicator(workspace));
    addPermanentWidget(m_engine);
    connect(workspace, &Workspace::analysisChanged, this, &StatusBar::showMean);
    connect(workspace, &Workspace::resultStateChanged, this, &StatusBar::showMean);
    connect(&Preferences::instance(), &Preferences::changed, this, &StatusBar::showMean);
}

void StatusBar::showMean()
{
    if (!m_workspace->analysis()) {
        return;
    }
    m_mean->setEnabled(m_workspace->resultState() != ResultState::Computing);
    if (m_workspace->resultState() == ResultState::Failed) {
        m_mean->setText(tr("No result for what is set: %1").arg(m_workspace->failure()));
        shareRoom();
        return;
    }
    const Analysis& analysis = *m_workspace->analysis();
    const auto meanText = [](double mean) { return digitsText(1e3 * mean, shownDigits() + 1); };
    QString text = tr("Mean disturbance %1 × 10⁻³ · %2")
                       .arg(meanText(analysis.chosen->meanDisturbance), translated(measureLabel(analysis.settings)));
    if (analysis.other) {
        text += tr(" · %1 differs by %2 × 10⁻³")
                    .arg(nameWithRope(*analysis.settings.other->source), meanText(analysis.other->meanDivergence));
    }
    m_mean->setText(text);
    shareRoom();
}

// The result is looked at more than how fast it came.
void StatusBar::shareRoom()
{
    const int others = m_engine->wholeWidth() + 4 * fontMetrics().averageCharWidth();
    m_engine->setBrief(m_mean->sizeHint().width() + others > width());
}

void StatusBar::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    shareRoom();
}

} // namespace rotascope
