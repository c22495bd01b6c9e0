// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chosen_sequences.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace rotascope {
namespace {

std::int64_t positionsAtATime(const RecordedRows& rows)
{
    return std::min<std::int64_t>(65536, RecordedRows::mostValues / (rows.axes() + 1));
}

Expected<std::vector<RowRun>> runsOfSequences(const Source& source, const TokenChoice& choice)
{
    const RecordedRows& rows = *source.recordedRows;
    if (choice.sequences.empty()) {
        return std::vector<RowRun>{{0, rows.rows()}};
    }
    const std::span<const std::int64_t> offsets = rows.sequenceOffsets();
    const auto count = static_cast<std::int64_t>(offsets.size()) - 1;
    if (offsets.empty()) {
        return usageError(
            source.origin + ": " + Sentence::of("does not say where its sequences begin; expected a range of positions alone"));
    }
    std::vector<RowRun> runs;
    for (const SequenceRange& range : choice.sequences) {
        if (range.last >= count) {
            return usageError(source.origin + ": "
                + (count == 1 ? Sentence::of("has no sequence {1}; expected 0, the only one", std::max(range.first, count))
                              : Sentence::of("has no sequence {1}; expected 0 to {2}", std::max(range.first, count), count - 1)));
        }
        const std::int64_t begin = offsets[static_cast<std::size_t>(range.first)];
        runs.push_back({begin, offsets[static_cast<std::size_t>(range.last) + 1] - begin});
    }
    return runs;
}

} // namespace

void append(std::vector<RowRun>& runs, std::int64_t row)
{
    if (!runs.empty() && runs.back().first + runs.back().rows == row) {
        ++runs.back().rows;
    } else {
        runs.push_back({row, 1});
    }
}

ChosenSequences::ChosenSequences(const Source& source, TokenChoice choice, std::vector<RowRun> runs)
    : m_recorded(source.recordedRows), m_origin(source.origin), m_choice(std::move(choice)), m_runs(std::move(runs)), m_before{0}
{
    std::erase_if(m_runs, [](const RowRun& run) { return run.rows == 0; });
    for (const RowRun& run : m_runs) {
        m_before.push_back(m_before.back() + run.rows);
    }
}

Expected<ChosenSequences> ChosenSequences::of(const Source& source, const TokenChoice& choice)
{
    if (choice.hasPositions() && source.recordedRows->axes() == 0) {
        return usageError(source.origin + ": " + Sentence::of("has angles without positions; expected sequences alone"));
    }
    return runsOfSequences(source, choice).map([&](std::vector<RowRun>&& runs) {
        return ChosenSequences(source, choice, std::move(runs));
    });
}

std::int64_t ChosenSequences::candidateFrom(std::int64_t row) const
{
    const auto next = std::ranges::upper_bound(m_runs, row, {}, &RowRun::first);
    if (next == m_runs.begin()) {
        return 0;
    }
    const auto index = static_cast<std::size_t>(next - m_runs.begin()) - 1;
    return m_before[index] + std::min(row - m_runs[index].first, m_runs[index].rows);
}

std::int64_t ChosenSequences::rowOf(std::int64_t candidate) const
{
    const auto index = static_cast<std::size_t>(std::ranges::upper_bound(m_before, candidate) - m_before.begin()) - 1;
    return m_runs[index].first + candidate - m_before[index];
}

Expected<void> ChosenSequences::readPositions(
    std::int64_t firstCandidate, std::int64_t endCandidate, const TakePositions& take, const std::stop_token& stop) const
{
    const std::int64_t most = positionsAtATime(*m_recorded);
    for (std::int64_t candidate = firstCandidate; candidate < endCandidate;) {
        const auto run = static_cast<std::size_t>(std::ranges::upper_bound(m_before, candidate) - m_before.begin()) - 1;
        const std::int64_t count = std::min({most, endCandidate - candidate, m_before[run + 1] - candidate});
        const Expected<RowValues> values = m_recorded->read({rowOf(candidate), count, 0, 0}, stop);
        if (!values) {
            return tl::unexpected(values.error());
        }
        if (Expected<void> taken = take(candidate, *values); !taken) {
            return taken;
        }
        candidate += count;
    }
    return {};
}

Expected<void> ChosenSequences::scanPositions(const TakePositions& take, const std::stop_token& stop, const RowProgress& progress) const
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t greatest = std::numeric_limits<std::int64_t>::min();
    bool isAnyLeft = false;
    const auto axes = static_cast<std::size_t>(m_recorded->axes());
    const auto look = [&](std::int64_t firstCandidate, const RowValues& values) {
        for (std::size_t i = 0; i < values.positions.size(); i += axes) {
            const std::int64_t position = values.positions[i];
            least = std::min(least, position);
            greatest = std::max(greatest, position);
            isAnyLeft = isAnyLeft || hasPosition(m_choice, position);
        }
        if (progress) {
            progress(firstCandidate + values.range.rows, candidates());
        }
        return take(firstCandidate, values);
    };
    return readPositions(0, candidates(), look, stop).and_then([&]() -> Expected<void> {
        if (isAnyLeft) {
            return {};
        }
        return greatest < least
            ? noTokenError()
            : usageError(m_origin + ": "
                + Sentence::of("has no token with {1}; expected some of the positions {2} to {3}", textOf(m_choice), least, greatest));
    });
}

tl::unexpected<Error> ChosenSequences::noTokenError() const
{
    return usageError(m_origin + ": " + Sentence::of("has no token with {1}; its sequences have none", textOf(m_choice)));
}

} // namespace rotascope
