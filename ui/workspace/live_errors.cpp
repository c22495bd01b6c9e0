// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_errors.h"

#include "core/angle/recorded_rows.h"
#include "ui/base/text.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace rotascope {

bool hasErrors(const Source& source)
{
    return source.recordedRows && source.recordedRows->axes() > 0 && source.recordedRows->dimensions() > 0;
}

LiveErrors::LiveErrors(Workspace* workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_job({
                                                   .finished = [this](const auto& errors) { finish(errors); },
                                                   .progressed = [this](const JobProgress& progress) { emit progressed(progress); },
                                               })
{
    connect(workspace, &Workspace::sourceChanged, this, &LiveErrors::showSource);
    connect(workspace, &Workspace::analysisChanged, this, &LiveErrors::showFrequencies);
    connect(workspace, &QObject::destroyed, this, [this] {
        m_job.cancel();
        m_wasAsked = true;
    });
    m_source = workspace->source();
    showFrequencies();
}

void LiveErrors::showSource()
{
    const bool isSame = m_source && m_workspace->source() && m_source->recordedRows == m_workspace->source()->recordedRows;
    m_source = m_workspace->source();
    if (!isSame) { // not another starting point of the same angles
        forget();
    }
    showFrequencies();
}

void LiveErrors::setAgainst(ErrorsAgainst against)
{
    if (against != m_against) {
        m_against = against;
        forget();
        showFrequencies();
    }
}

void LiveErrors::tellPositionsApart()
{
    if (!std::exchange(m_byPosition, true)) {
        forget();
    }
}

// The newest result may be of the source before, or of another start.
bool LiveErrors::hasTable() const
{
    const auto& analysis = m_workspace->analysis();
    return analysis && analysis->source->recordedRows == m_source->recordedRows;
}

void LiveErrors::showFrequencies()
{
    std::vector<double> frequencies;
    std::vector<Turn> turns;
    const bool isTable = m_against == ErrorsAgainst::CurrentTable;
    if (isOffered() && (!isTable || hasTable())) {
        const std::vector<double>& own = isTable ? m_workspace->analysis()->source->rope.invFreq : m_source->modelRope().invFreq;
        for (std::size_t d = 0; d < own.size(); ++d) {
            const double factor = isTable ? m_workspace->analysis()->chosen->table.factors[d] : 1.0;
            frequencies.push_back(own[d] / factor);
            turns.push_back(turnOf(own[d], factor));
        }
    }
    if (turns != m_turns) {
        m_frequencies = std::move(frequencies);
        m_turns = std::move(turns);
        forget();
    }
}

void LiveErrors::forget()
{
    m_job.cancel();
    m_errors = nullptr;
    m_wasAsked = false;
    emit changed();
}

void LiveErrors::look()
{
    if (isOffered() && !m_wasAsked && !m_turns.empty()) {
        start();
    }
}

void LiveErrors::start()
{
    m_wasAsked = true;
    const IdealAngles ideal{m_turns, m_source->modelRope().axis};
    m_job.request([rows = m_source->recordedRows, ideal, spans = spans()](const auto& run) {
        return measureErrors(*rows, ideal, spans, run.stop(), [&run](std::int64_t done, std::int64_t total) {
            run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
        });
    });
    emit changed();
}

void LiveErrors::stop()
{
    m_job.cancel();
    emit changed();
}

void LiveErrors::finish(const Expected<std::shared_ptr<const MeasuredErrors>>& errors)
{
    if (errors) {
        m_errors = *errors;
    } else if (m_workspace != nullptr) {
        m_workspace->report(translated(errors.error().message));
    }
    emit changed();
}

// The same for all axes of positions.
PositionSpans LiveErrors::spans() const
{
    if (!m_byPosition) {
        return {};
    }
    std::int64_t largest = 0;
    for (std::size_t d = 0; d < m_turns.size(); ++d) {
        largest = std::max(largest, largestPosition(d));
    }
    return PositionSpans::of(largest + 1, m_turns.size());
}

std::int64_t LiveErrors::largestPosition(std::size_t dimension) const
{
    const std::vector<int>& axes = m_source->modelRope().axis;
    const std::size_t axis = axes.empty() ? 0 : static_cast<std::size_t>(axes[dimension]);
    return axis < m_source->recordedPositions.size() ? std::max<std::int64_t>(m_source->recordedPositions[axis].end() - 1, 0) : 0;
}

} // namespace rotascope
