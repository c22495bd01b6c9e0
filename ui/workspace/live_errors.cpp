// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_errors.h"

#include "core/angle/recorded_rows.h"
#include "ui/base/text.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <vector>

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
    connect(workspace, &QObject::destroyed, this, [this] {
        m_job.cancel();
        m_wasAsked = true;
    });
    m_source = workspace->source();
}

void LiveErrors::showSource()
{
    const bool isSame = m_source && m_workspace->source() && m_source->recordedRows == m_workspace->source()->recordedRows;
    m_source = m_workspace->source();
    if (isSame) { // another starting point of the same angles
        return;
    }
    m_job.cancel();
    m_errors = nullptr;
    m_wasAsked = false;
    emit changed();
}

void LiveErrors::look()
{
    if (isOffered() && !m_wasAsked) {
        start();
    }
}

void LiveErrors::start()
{
    m_wasAsked = true;
    std::vector<Turn> turns;
    std::ranges::transform(rope().invFreq, std::back_inserter(turns), [](double frequency) { return turnOf(frequency); });
    m_job.request([rows = m_source->recordedRows, turns = std::move(turns), axes = rope().axis](const auto& run) {
        return measureErrors(*rows, {turns, axes}, {}, run.stop(), [&run](std::int64_t done, std::int64_t total) {
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

std::int64_t LiveErrors::largestPosition(std::size_t dimension) const
{
    const std::size_t axis = rope().axis.empty() ? 0 : static_cast<std::size_t>(rope().axis[dimension]);
    return axis < m_source->recordedPositions.size() ? std::max<std::int64_t>(m_source->recordedPositions[axis].end() - 1, 0) : 0;
}

} // namespace rotascope
