// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_bar.h"

#include "core/analysis/summary.h"
#include "ui/base/form.h"
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

#include <QLabel>
#include <QMenu>

namespace rotascope {

StatusBar::StatusBar(Workspace* workspace, SourceLoader* loader, QMenu* engines, QWidget* parent)
    : QStatusBar(parent), m_workspace(workspace), m_mean(makeLabel())
{
    auto* engine = new EngineIndicator(workspace);
    engine->setMenu(engines);
    setManualPage(engine, QStringLiteral("engines"));
    setTerm(m_mean, "mean-disturbance");
    addWidget(m_mean, 1);
    addPermanentWidget(new OpeningIndicator(loader));
    addPermanentWidget(new ComputingIndicator(workspace));
    addPermanentWidget(engine);
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
}

} // namespace rotascope
