// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_landscape.h"

#include "ui/workspace/workspace.h"

#include <chrono>
#include <utility>

namespace rotascope {
namespace {

// A hand that moves a slider sends something new more often than this.
constexpr std::chrono::milliseconds rest{150};
// Full landscapes that come within this follow a slider by themselves (a GPU's do).
constexpr double fastMilliseconds = 40.0;

bool holdsFor(const std::shared_ptr<const Analysis>& a, const std::shared_ptr<const Analysis>& b)
{
    return a && b && haveSameLandscape(*a, *b);
}

} // namespace

LiveLandscape::LiveLandscape(Workspace* workspace, std::function<bool()> isSeen, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_isSeen(std::move(isSeen)), m_live([this](const Expected<Result>& result) { take(result); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &LiveLandscape::computeFull);
    connect(workspace, &Workspace::analysisChanged, this, &LiveLandscape::look);
    connect(workspace, &QObject::destroyed, this, &LiveLandscape::lookAway);
}

bool LiveLandscape::isCurrent() const
{
    return m_landscape && holdsFor(m_shown, m_workspace->analysis());
}

bool LiveLandscape::isFinal() const
{
    return isCurrent() && m_landscape->factors.size() == fullFactors;
}

void LiveLandscape::lookAway()
{
    m_rest.stop();
    m_live.cancel();
    m_computed.reset();
}

void LiveLandscape::look()
{
    const std::shared_ptr<const Analysis> analysis = m_workspace != nullptr ? m_workspace->analysis() : nullptr;
    if (!analysis || !m_isSeen()) {
        return;
    }
    const bool isUnderWay = m_computed || m_rest.isActive() || m_failed || isFinal();
    if (!holdsFor(m_asked, analysis) || !isUnderWay) {
        m_asked = analysis;
        m_failed = false;
        ask();
        emit changed();
    }
}

void LiveLandscape::ask()
{
    if (isFinal()) { // an undo while another was on its way
        lookAway();
        return;
    }
    m_rest.start();
    // A coarse one that runs is soon there: while a hand moves, an old landscape is better than none.
    if (!m_computed || m_computesFull || m_computed->source != m_asked->source) {
        compute(m_isFast ? fullFactors : coarseFactors);
    }
}

void LiveLandscape::compute(std::size_t factors)
{
    m_computed = m_asked;
    m_computesFull = factors == fullFactors;
    m_live.request([engine = m_workspace->engine(), analysis = m_asked, factors](
                       const std::stop_token& stop) { return computeLandscape(*engine, *analysis, factors, stop); });
}

void LiveLandscape::computeFull()
{
    if (!m_computed && !isFinal() && m_isSeen()) {
        compute(fullFactors);
    }
}

void LiveLandscape::take(const Expected<Result>& result)
{
    const std::shared_ptr<const Analysis> computed = std::exchange(m_computed, nullptr);
    if (!result && !holdsFor(computed, m_asked)) { // nobody waits for that one any more
        if (m_isSeen()) {
            compute(m_isFast ? fullFactors : coarseFactors);
        }
        return;
    }
    if (!result) {
        m_rest.stop();
        m_failed = true;
        m_workspace->report(tr("The landscape could not be computed: %1").arg(QString::fromStdString(result.error().message)));
        return;
    }
    m_landscape = *result;
    m_shown = computed;
    if (m_computesFull) {
        m_isFast = m_landscape->milliseconds <= fastMilliseconds;
    }
    m_workspace->notify(m_landscape->run.notices);
    if (!holdsFor(computed, m_asked) && m_isSeen()) {
        compute(m_isFast ? fullFactors : coarseFactors);
    } else if (!m_rest.isActive()) {
        computeFull();
    }
    emit changed();
}

} // namespace rotascope
