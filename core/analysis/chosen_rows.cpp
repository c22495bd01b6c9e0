// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chosen_rows.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rotascope {
namespace {

constexpr unsigned leastBlockBits = 12;
constexpr std::int64_t mostBlocks = std::int64_t{1} << 20; // 8 MiB of counts

std::int64_t positionsAtATime(const RecordedRows& rows)
{
    return std::min<std::int64_t>(65536, RecordedRows::mostValues / (rows.axes() + 1));
}

// The same rows as runs.
std::vector<RowRun> runsOf(const std::vector<std::int64_t>& rows)
{
    std::vector<RowRun> runs;
    for (const std::int64_t row : rows) {
        if (!runs.empty() && runs.back().first + runs.back().rows == row) {
            ++runs.back().rows;
        } else {
            runs.push_back({row, 1});
        }
    }
    return runs;
}

} // namespace

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

Sentence noTokenAtAll(const TokenChoice& choice)
{
    return Sentence::of("has no token with {1}; its sequences have none", textOf(choice));
}

Sentence noTokenWith(const TokenChoice& choice, std::int64_t leastPosition, std::int64_t greatestPosition)
{
    return greatestPosition < leastPosition
        ? noTokenAtAll(choice)
        : Sentence::of("has no token with {1}; expected some of the positions {2} to {3}", textOf(choice), leastPosition, greatestPosition);
}

ChosenRows::ChosenRows(std::shared_ptr<const RecordedRows> rows, TokenChoice choice, std::vector<RowRun> runs)
    : m_rows(std::move(rows)), m_choice(std::move(choice)), m_runs(std::move(runs)), m_before{0}
{
    std::erase_if(m_runs, [](const RowRun& run) { return run.rows == 0; });
    for (const RowRun& run : m_runs) {
        m_before.push_back(m_before.back() + run.rows);
    }
    for (m_blockBits = leastBlockBits; candidates() >> m_blockBits >= mostBlocks; ++m_blockBits) { }
}

Expected<std::shared_ptr<const ChosenRows>> ChosenRows::find(
    const Source& source, const TokenChoice& choice, const std::stop_token& stop, const RowProgress& progress)
{
    if (choice.hasPositions() && source.recordedRows->axes() == 0) {
        return usageError(source.origin + ": " + Sentence::of("has angles without positions; expected sequences alone"));
    }
    Expected<std::vector<RowRun>> runs = runsOfSequences(source, choice);
    if (!runs) {
        return tl::unexpected(runs.error());
    }
    const std::shared_ptr<ChosenRows> chosen(new ChosenRows(source.recordedRows, choice, std::move(*runs)));
    return chosen->countBlocks(source, stop, progress).map([&] { return std::shared_ptr<const ChosenRows>(chosen); });
}

Expected<void> ChosenRows::countBlocks(const Source& source, const std::stop_token& stop, const RowProgress& progress)
{
    if (!m_choice.hasPositions()) {
        m_left = {candidates()};
        return candidates() > 0 ? Expected<void>() : usageError(source.origin + ": " + noTokenAtAll(m_choice));
    }
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t greatest = std::numeric_limits<std::int64_t>::min();
    m_left.assign(blockOf(candidates() + beginOf(1) - 1) + 1, 0); // first of each block alone, one place behind it
    const auto axes = static_cast<std::size_t>(m_rows->axes());
    const auto take = [&](std::int64_t firstCandidate, std::int64_t /*firstRow*/, const RowValues& values) -> Expected<void> {
        for (std::int64_t i = 0; i < values.range.rows; ++i) {
            const std::int64_t position = values.positions[static_cast<std::size_t>(i) * axes];
            least = std::min(least, position);
            greatest = std::max(greatest, position);
            m_left[blockOf(firstCandidate + i) + 1] += leaves(position) ? 1 : 0;
        }
        if (progress) {
            progress(firstCandidate + values.range.rows, candidates());
        }
        return {};
    };
    return forPositions(0, candidates(), take, stop).and_then([&]() -> Expected<void> {
        for (std::size_t block = 1; block < m_left.size(); ++block) {
            m_left[block] += m_left[block - 1];
        }
        return count() > 0 ? Expected<void>() : usageError(source.origin + ": " + noTokenWith(m_choice, least, greatest));
    });
}

bool ChosenRows::leaves(std::int64_t position) const
{
    return position >= m_choice.firstPosition && position < m_choice.endPosition;
}

std::int64_t ChosenRows::endOf(std::size_t block) const
{
    return std::min(beginOf(block + 1), candidates());
}

// Of the first candidate at `row` or behind it.
std::int64_t ChosenRows::candidateFrom(std::int64_t row) const
{
    const auto next = std::ranges::upper_bound(m_runs, row, {}, &RowRun::first);
    if (next == m_runs.begin()) {
        return 0;
    }
    const auto index = static_cast<std::size_t>(next - m_runs.begin()) - 1;
    return m_before[index] + std::min(row - m_runs[index].first, m_runs[index].rows);
}

std::int64_t ChosenRows::rowOf(std::int64_t candidate) const
{
    const auto index = static_cast<std::size_t>(std::ranges::upper_bound(m_before, candidate) - m_before.begin()) - 1;
    return m_runs[index].first + candidate - m_before[index];
}

Expected<void> ChosenRows::forPositions(
    std::int64_t firstCandidate, std::int64_t endCandidate, const TakePositions& take, const std::stop_token& stop) const
{
    const std::int64_t most = positionsAtATime(*m_rows);
    for (std::int64_t candidate = firstCandidate; candidate < endCandidate;) {
        const auto run = static_cast<std::size_t>(std::ranges::upper_bound(m_before, candidate) - m_before.begin()) - 1;
        const std::int64_t count = std::min({most, endCandidate - candidate, m_before[run + 1] - candidate});
        const std::int64_t row = rowOf(candidate);
        const Expected<RowValues> values = m_rows->read({row, count, 0, 0}, stop);
        if (!values) {
            return tl::unexpected(values.error());
        }
        if (Expected<void> taken = take(candidate, row, *values); !taken) {
            return taken;
        }
        candidate += count;
    }
    return {};
}

// Of a part of one block.
Expected<std::vector<std::int64_t>> ChosenRows::candidatesLeft(
    std::int64_t firstCandidate, std::int64_t endCandidate, const std::stop_token& stop) const
{
    std::vector<std::int64_t> left;
    const std::size_t block = blockOf(firstCandidate);
    if (leftIn(block) == 0) {
        return left;
    }
    if (leftIn(block) == endOf(block) - beginOf(block)) { // all of them
        for (std::int64_t candidate = firstCandidate; candidate < endCandidate; ++candidate) {
            left.push_back(candidate);
        }
        return left;
    }
    const auto axes = static_cast<std::size_t>(m_rows->axes());
    const auto take = [&](std::int64_t first, std::int64_t /*firstRow*/, const RowValues& values) -> Expected<void> {
        for (std::int64_t i = 0; i < values.range.rows; ++i) {
            if (leaves(values.positions[static_cast<std::size_t>(i) * axes])) {
                left.push_back(first + i);
            }
        }
        return {};
    };
    return forPositions(firstCandidate, endCandidate, take, stop).map([&] { return std::move(left); });
}

Expected<std::vector<std::int64_t>> ChosenRows::rowsAt(std::int64_t first, std::int64_t count, const std::stop_token& stop) const
{
    std::vector<std::int64_t> rows;
    if (!m_choice.hasPositions()) {
        for (std::int64_t place = first; place < first + count; ++place) {
            rows.push_back(rowOf(place));
        }
        return rows;
    }
    auto block = static_cast<std::size_t>(std::ranges::upper_bound(m_left, first) - m_left.begin()) - 1;
    for (; std::ssize(rows) < count; ++block) {
        Expected<std::vector<std::int64_t>> left = candidatesLeft(beginOf(block), endOf(block), stop);
        if (!left) {
            return left;
        }
        for (std::size_t i = 0; i < left->size() && std::ssize(rows) < count; ++i) {
            if (m_left[block] + static_cast<std::int64_t>(i) >= first) {
                rows.push_back(rowOf((*left)[i]));
            }
        }
    }
    return rows;
}

Expected<std::int64_t> ChosenRows::placeFrom(std::int64_t row, const std::stop_token& stop) const
{
    const std::int64_t candidate = candidateFrom(row);
    if (!m_choice.hasPositions() || candidate == candidates()) {
        return std::min(candidate, count());
    }
    const std::size_t block = blockOf(candidate);
    return (candidate == beginOf(block) ? Expected<std::vector<std::int64_t>>() : candidatesLeft(beginOf(block), candidate, stop))
        .map([&](const std::vector<std::int64_t>& left) { return m_left[block] + std::ssize(left); });
}

Expected<ChosenValues> ChosenRows::read(const RowRange& range, const std::stop_token& stop) const
{
    ChosenValues chosen{.values = {.range = range, .positions = {}, .angles = {}}, .rows = {}};
    Expected<std::vector<std::int64_t>> rows = rowsAt(range.firstRow, range.rows, stop);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    chosen.rows = std::move(*rows);
    for (const RowRun& run : runsOf(chosen.rows)) {
        const Expected<RowValues> values = m_rows->read({run.first, run.rows, range.firstDimension, range.dimensions}, stop);
        if (!values) {
            return tl::unexpected(values.error());
        }
        chosen.values.positions.insert(chosen.values.positions.end(), values->positions.begin(), values->positions.end());
        chosen.values.angles.insert(chosen.values.angles.end(), values->angles.begin(), values->angles.end());
    }
    return chosen;
}

Expected<std::optional<std::int64_t>> ChosenRows::findPosition(
    std::int64_t position, std::int64_t after, const std::stop_token& stop, const RowProgress& progress) const
{
    if (!leaves(position) || m_rows->axes() == 0) {
        return std::nullopt;
    }
    const Expected<std::vector<std::int64_t>> begin = rowsAt(after, 1, stop);
    if (!begin) {
        return tl::unexpected(begin.error());
    }
    std::optional<std::int64_t> found; // the row
    const auto axes = static_cast<std::size_t>(m_rows->axes());
    const auto take = [&](std::int64_t /*firstCandidate*/, std::int64_t firstRow, const RowValues& values) -> Expected<void> {
        for (std::int64_t i = 0; !found && i < values.range.rows; ++i) {
            if (values.positions[static_cast<std::size_t>(i) * axes] == position) {
                found = firstRow + i;
            }
        }
        return {};
    };
    const std::int64_t start = candidateFrom(begin->front()) + 1;
    const bool hasBlocks = m_choice.hasPositions();
    for (std::int64_t looked = 0; !found && looked < candidates();) {
        const std::int64_t first = (start + looked) % candidates();
        const std::int64_t step = hasBlocks ? endOf(blockOf(first)) - first : positionsAtATime(*m_rows);
        const std::int64_t end = std::min({first + step, candidates(), first + candidates() - looked});
        if (!hasBlocks || leftIn(blockOf(first)) > 0) {
            if (Expected<void> read = forPositions(first, end, take, stop); !read) {
                return tl::unexpected(read.error());
            }
        }
        looked += end - first;
        if (progress) {
            progress(looked, candidates());
        }
    }
    return found ? placeFrom(*found, stop).map([](std::int64_t place) { return std::optional(place); })
                 : Expected<std::optional<std::int64_t>>(std::nullopt);
}

} // namespace rotascope
