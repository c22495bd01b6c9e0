// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_sweep.h"

#include "core/analysis/landscape.h"
#include "ui/workspace/workspace.h"

#include <chrono>
#include <utility>

namespace rotascope {
namespace {

// A hand that moves a slider sends something new more often than this.
constexpr std::chrono::milliseconds rest{150};

} // namespace

LiveSweep::LiveSweep(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_isSeen(std::move(isSeen)), m_live([this](const Expected<Result>& result) { take(result); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &LiveSweep::computeRest);
    connect(workspace, &Workspace::analysisChanged, this, &LiveSweep::look);
    connect(workspace, &QObject::destroyed, this, &LiveSweep::lookAway);
}

bool LiveSweep::isFinal() const
{
    return m_sweep && m_sweep == m_full && m_shown == m_workspace->analysis();
}

// A sweep depends on what a landscape depends on, and on the tables.
bool LiveSweep::isOneCurveAway() const
{
    return m_fullShown && haveSameLandscape(*m_fullShown, *m_workspace->analysis());
}

void LiveSweep::lookAway()
{
    m_rest.stop();
    m_live.cancel();
    m_computed.reset();
}

void LiveSweep::look()
{
    const std::shared_ptr<const Analysis> analysis = m_workspace != nullptr ? m_workspace->analysis() : nullptr;
    const bool isUnderWay = m_asked == analysis && (m_computed || m_rest.isActive() || m_failed);
    if (!analysis || !m_isSeen() || isFinal() || isUnderWay) {
        return;
    }
    m_asked = analysis;
    m_failed = false;
    if (isOneCurveAway()) {
        m_rest.stop();
    } else {
        m_rest.start();
    }
    // What is soon there may come: while a hand moves, an old sweep is better than none.
    const bool isSlow = m_computesFull && !isOneCurveAway();
    if (!m_computed || isSlow || m_computed->source != analysis->source) {
        compute();
    }
    emit changed();
}

void LiveSweep::compute()
{
    m_computed = m_workspace->analysis();
    m_computesFull = !m_rest.isActive();
    m_engine = m_workspace->engine();
    // Another engine's curves are not taken over: whoever chose this one wants to see it at work.
    const Result previous = m_computesFull && m_fullEngine == m_engine ? m_full : nullptr;
    m_live.request([engine = m_engine, analysis = m_computed, previous, lengths = m_computesFull ? sweepLengthCount : coarseLengths](
                       const std::stop_token& stop) { return sweepLengths(*engine, *analysis, previous, lengths, stop); });
}

void LiveSweep::computeRest()
{
    if (!m_computed && !isFinal() && m_isSeen()) {
        compute();
    }
}

void LiveSweep::take(const Expected<Result>& result)
{
    const std::shared_ptr<const Analysis> computed = std::exchange(m_computed, nullptr);
    if (!result && computed != m_asked) { // nobody waits for that one any more
        computeRest();
        return;
    }
    if (!result) {
        m_rest.stop();
        m_failed = true;
        m_workspace->report(tr("The length sweep could not be computed: %1").arg(QString::fromStdString(result.error().message)));
        return;
    }
    m_sweep = *result;
    m_shown = computed;
    if (m_computesFull) {
        m_full = m_sweep;
        m_fullShown = computed;
        m_fullEngine = m_engine;
    }
    m_workspace->notify(m_sweep->run.notices);
    if (m_shown != m_workspace->analysis() || !m_rest.isActive()) {
        computeRest();
    }
    emit changed();
}

} // namespace rotascope
