// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/engine_indicator.h"

#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/workspace/workspace.h"

namespace rotascope {

EngineIndicator::EngineIndicator(Workspace* workspace, QWidget* parent)
    : QToolButton(parent), m_workspace(workspace), m_engine(workspace->engine())
{
    setAutoRaise(true);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setText(tr("Engine"));
    connect(workspace, &Workspace::analysisChanged, this, &EngineIndicator::refresh);
}

void EngineIndicator::refresh()
{
    const Analysis& analysis = *m_workspace->analysis();
    if (m_engine != m_workspace->engine()) {
        m_engine = m_workspace->engine();
        m_times.clear();
        m_computed = {};
    }
    // Where nothing had to be counted, "auto" is what was asked, not what computed.
    if (analysis.engine.name != "auto" || m_computed.name.empty()) {
        m_computed = analysis.engine;
    }
    m_times.add(analysis.milliseconds);
    const auto milliseconds = [](double value) { return fixedText(value, value < 100.0 ? 2 : 0); };
    m_latest
        = tr("%1 (%2) · %3 ms").arg(visible(m_computed.name).toUpper(), visible(m_computed.device), milliseconds(analysis.milliseconds));
    m_lately = tr(" · median %1, 95 % ≤ %2 ms").arg(milliseconds(m_times.quantile(0.5)), milliseconds(m_times.quantile(0.95)));
    showText();
    setToolTip(tr("Time of the last recomputation; median and 95th percentile of the last %1.\n%2\nClick to choose the engine.")
                   .arg(m_times.count())
                   .arg(tr("Dimensions recounted for this result: %1.").arg(analysis.countedDimensions)));
}

void EngineIndicator::showText()
{
    setText((m_isBrief ? m_latest : m_latest + m_lately) + QStringLiteral("  ")); // the spaces are the arrow's
}

void EngineIndicator::setBrief(bool brief)
{
    if (brief != m_isBrief && !m_latest.isEmpty()) {
        m_isBrief = brief;
        showText();
    }
}

int EngineIndicator::wholeWidth() const
{
    return sizeHint().width() + (m_isBrief ? fontMetrics().horizontalAdvance(m_lately) : 0);
}

} // namespace rotascope
