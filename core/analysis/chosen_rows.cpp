// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chosen_rows.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rotascope {
namespace {

constexpr unsigned leastBlockBits = 12;
constexpr std::int64_t mostBlocks = std::int64_t{1} << 20; // 8 MiB of counts
constexpr std::int64_t candidatesAtATime = 65536; // between two reports of progress

// The same rows as runs.
std::vector<RowRun> runsOf(const std::vector<std::int64_t>& rows)
{
    std::vector<RowRun> runs;
    for (const std::int64_t row : rows) {
        append(runs, row);
    }
    return runs;
}

} // namespace

ChosenRows::ChosenRows(ChosenSequences sequences) : m_sequences(std::move(sequences)), m_blockBits(leastBlockBits)
{
    while (candidates() >> m_blockBits >= mostBlocks) {
        ++m_blockBits;
    }
}

Expected<std::shared_ptr<const ChosenRows>> ChosenRows::find(
    const Source& source, const TokenChoice& choice, const std::stop_token& stop, const RowProgress& progress)
{
    return ChosenSequences::of(source, choice).and_then([&](ChosenSequences&& sequences) {
        const std::shared_ptr<ChosenRows> chosen(new ChosenRows(std::move(sequences)));
        return chosen->countBlocks(stop, progress).map([&] { return std::shared_ptr<const ChosenRows>(chosen); });
    });
}

Expected<void> ChosenRows::countBlocks(const std::stop_token& stop, const RowProgress& progress)
{
    if (!choice().hasPositions()) {
        m_left = {candidates()};
        return candidates() > 0 ? Expected<void>() : m_sequences.noTokenError();
    }
    m_left.assign(blockOf(candidates() + beginOf(1) - 1) + 1, 0); // first of each block alone, one place behind it
    const auto axes = static_cast<std::size_t>(m_sequences.recorded().axes());
    const auto take = [&](std::int64_t firstCandidate, const RowValues& values) -> Expected<void> {
        for (std::int64_t i = 0; i < values.range.rows; ++i) {
            const bool isLeft = hasPosition(choice(), values.positions[static_cast<std::size_t>(i) * axes]);
            m_left[blockOf(firstCandidate + i) + 1] += isLeft ? 1 : 0;
        }
        return {};
    };
    return m_sequences.scanPositions(take, stop, progress).map([&] { std::partial_sum(m_left.begin(), m_left.end(), m_left.begin()); });
}

std::int64_t ChosenRows::endOf(std::size_t block) const
{
    return std::min(beginOf(block + 1), candidates());
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
    const auto axes = static_cast<std::size_t>(m_sequences.recorded().axes());
    const auto take = [&](std::int64_t first, const RowValues& values) -> Expected<void> {
        for (std::int64_t i = 0; i < values.range.rows; ++i) {
            if (hasPosition(choice(), values.positions[static_cast<std::size_t>(i) * axes])) {
                left.push_back(first + i);
            }
        }
        return {};
    };
    return m_sequences.readPositions(firstCandidate, endCandidate, take, stop).map([&] { return std::move(left); });
}

Expected<std::vector<std::int64_t>> ChosenRows::rowsAt(std::int64_t first, std::int64_t count, const std::stop_token& stop) const
{
    std::vector<std::int64_t> rows;
    if (!choice().hasPositions()) {
        for (std::int64_t place = first; place < first + count; ++place) {
            rows.push_back(m_sequences.rowOf(place));
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
                rows.push_back(m_sequences.rowOf((*left)[i]));
            }
        }
    }
    return rows;
}

Expected<std::int64_t> ChosenRows::placeFrom(std::int64_t row, const std::stop_token& stop) const
{
    const std::int64_t candidate = m_sequences.candidateFrom(row);
    if (!choice().hasPositions() || candidate == candidates()) {
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
        const Expected<RowValues> values = m_sequences.recorded().read({run.first, run.rows, range.firstDimension, range.dimensions}, stop);
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
    if (!hasPosition(choice(), position) || m_sequences.recorded().axes() == 0) {
        return std::nullopt;
    }
    const Expected<std::vector<std::int64_t>> begin = rowsAt(after, 1, stop);
    if (!begin) {
        return tl::unexpected(begin.error());
    }
    std::optional<std::int64_t> found; // the row
    const auto axes = static_cast<std::size_t>(m_sequences.recorded().axes());
    const auto take = [&](std::int64_t /*firstCandidate*/, const RowValues& values) -> Expected<void> {
        for (std::int64_t i = 0; !found && i < values.range.rows; ++i) {
            if (values.positions[static_cast<std::size_t>(i) * axes] == position) {
                found = values.range.firstRow + i;
            }
        }
        return {};
    };
    const std::int64_t start = m_sequences.candidateFrom(begin->front()) + 1;
    const bool hasBlocks = choice().hasPositions();
    for (std::int64_t looked = 0; !found && looked < candidates();) {
        const std::int64_t first = (start + looked) % candidates();
        const std::int64_t step = hasBlocks ? endOf(blockOf(first)) - first : candidatesAtATime;
        const std::int64_t end = std::min({first + step, candidates(), first + candidates() - looked});
        if (!hasBlocks || leftIn(blockOf(first)) > 0) {
            if (Expected<void> read = m_sequences.readPositions(first, end, take, stop); !read) {
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
