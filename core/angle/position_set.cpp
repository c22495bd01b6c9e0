// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/position_set.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <functional>
#include <numeric>
#include <utility>

namespace rotascope {
namespace {

// More unseen positions than these end a run: then another one takes less memory.
constexpr std::int64_t mostUnseenInRun = 8;
// So many pages become one piece, if that covers them.
constexpr std::size_t manyPages = std::size_t{1} << 16;
// Of positions beyond maxDensePosition, some 200 MB.
constexpr std::size_t mostPages = std::size_t{1} << 20;

} // namespace

// Takes positions that occur, ascending, and keeps them as runs.
class PositionSet::Builder {
public:
    void add(std::int64_t position, std::uint64_t times)
    {
        const std::int64_t unseen = position - m_set.m_end;
        if (m_set.m_runs.empty() || unseen > mostUnseenInRun) {
            m_set.m_runs.push_back({position, m_set.m_multiplicity.size()});
        } else {
            m_set.m_multiplicity.insert(m_set.m_multiplicity.end(), static_cast<std::size_t>(unseen), 0);
        }
        m_set.m_multiplicity.push_back(times);
        m_set.m_end = position + 1;
        m_set.m_total += times;
    }

    PositionSet take()
    {
        m_set.m_multiplicity.shrink_to_fit();
        if (isWorthRuns(m_set.m_end, m_set.m_multiplicity.size(), m_set.m_runs.size())) {
            return std::move(m_set);
        }
        PositionCounts multiplicity(static_cast<std::size_t>(m_set.m_end));
        for (std::size_t i = 0; i < m_set.m_runs.size(); ++i) {
            const CountedRun run = m_set.run(i);
            std::ranges::copy(run.multiplicity, multiplicity.begin() + run.first);
        }
        m_set.m_multiplicity = std::move(multiplicity);
        m_set.m_runs.clear();
        return std::move(m_set);
    }

private:
    PositionSet m_set;
};

PositionSet PositionSet::uniform(std::int64_t length)
{
    PositionSet set;
    set.m_end = length;
    set.m_total = static_cast<std::uint64_t>(length);
    return set;
}

PositionSet PositionSet::of(const CountingMeasure& measure, std::int64_t length)
{
    const CountedRange range = measure.over(length);
    PositionSet set;
    set.m_end = static_cast<std::int64_t>(range.end);
    set.m_first = range.first;
    set.m_total = range.total();
    return set;
}

PositionSet PositionSet::counted(const std::vector<std::uint64_t>& multiplicity)
{
    return of(PositionCounts(multiplicity.begin(), multiplicity.end()));
}

PositionSet PositionSet::of(PositionCounts multiplicity)
{
    while (!multiplicity.empty() && multiplicity.back() == 0) {
        multiplicity.pop_back();
    }
    std::size_t stored = 0;
    std::size_t runs = 0;
    std::int64_t next = 0;
    for (std::size_t position = 0; position < multiplicity.size(); ++position) {
        if (multiplicity[position] > 0) {
            const std::int64_t unseen = static_cast<std::int64_t>(position) - next;
            const bool begins = runs == 0 || unseen > mostUnseenInRun;
            runs += begins ? 1 : 0;
            stored += 1 + (begins ? 0 : static_cast<std::size_t>(unseen));
            next = static_cast<std::int64_t>(position) + 1;
        }
    }
    if (isWorthRuns(next, stored, runs)) {
        Builder builder;
        for (std::size_t position = 0; position < multiplicity.size(); ++position) {
            if (multiplicity[position] > 0) {
                builder.add(static_cast<std::int64_t>(position), multiplicity[position]);
            }
        }
        return builder.take();
    }
    PositionSet set;
    set.m_end = static_cast<std::int64_t>(multiplicity.size());
    set.m_total = std::accumulate(multiplicity.begin(), multiplicity.end(), std::uint64_t{0});
    set.m_multiplicity = std::move(multiplicity);
    return set;
}

// Small sets are never worth it.
bool PositionSet::isWorthRuns(std::int64_t end, std::size_t stored, std::size_t runs)
{
    constexpr std::int64_t leastEnd = 65536;
    const auto inRuns = static_cast<std::int64_t>(stored + runs * sizeof(Run) / sizeof(std::uint64_t));
    return end > maxDensePosition + 1 || (end >= leastEnd && inRuns < end / 4);
}

CountedRun PositionSet::run(std::size_t index) const
{
    if (!isScattered()) {
        return {0, m_multiplicity};
    }
    const std::size_t begin = m_runs[index].begin;
    const std::size_t end = index + 1 < m_runs.size() ? m_runs[index + 1].begin : m_multiplicity.size();
    return {m_runs[index].first, std::span(m_multiplicity).subspan(begin, end - begin)};
}

void PositionSet::copyTo(std::int64_t first, std::span<std::uint64_t> multiplicity) const
{
    std::ranges::fill(multiplicity, 0);
    const std::int64_t end = first + static_cast<std::int64_t>(multiplicity.size());
    const auto behind = std::ranges::upper_bound(m_runs, first, {}, &Run::first) - m_runs.begin();
    for (auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - 1, 0)); i < runs() && run(i).first < end; ++i) {
        const CountedRun source = run(i);
        const std::int64_t from = std::max(first, source.first);
        const std::int64_t to = std::min(end, source.end());
        if (from < to) {
            std::ranges::copy(
                source.multiplicity.subspan(static_cast<std::size_t>(from - source.first), static_cast<std::size_t>(to - from)),
                multiplicity.begin() + (from - first));
        }
    }
}

PositionSet PositionSet::sumOf(const PositionSet& a, const PositionSet& b)
{
    // What occurs, one after the other.
    struct Cursor {
        const PositionSet& set;
        std::size_t run = 0;
        std::size_t index = 0;

        void skipUnseen()
        {
            while (run < set.runs() && (index == set.run(run).multiplicity.size() || set.run(run).multiplicity[index] == 0)) {
                const bool isOver = index == set.run(run).multiplicity.size();
                index = isOver ? 0 : index + 1;
                run += isOver ? 1 : 0;
            }
        }
        [[nodiscard]] std::int64_t position() const
        {
            return run < set.runs() ? set.run(run).first + static_cast<std::int64_t>(index) : maxRecordedPosition + 1;
        }
        std::uint64_t take() { return set.run(run).multiplicity[index++]; }
    };
    if (!a.isScattered() && !b.isScattered()) {
        PositionCounts sum(std::max(a.stored(), b.stored()));
        std::ranges::copy(a.m_multiplicity, sum.begin());
        std::ranges::transform(b.m_multiplicity, sum, sum.begin(), std::plus<>());
        return of(std::move(sum));
    }
    Builder builder;
    for (Cursor one{a}, other{b};;) {
        one.skipUnseen();
        other.skipUnseen();
        const std::int64_t position = std::min(one.position(), other.position());
        if (position > maxRecordedPosition) {
            return builder.take();
        }
        const std::uint64_t times = one.position() == position ? one.take() : 0;
        builder.add(position, times + (other.position() == position ? other.take() : 0));
    }
}

PositionCounter::PositionCounter(std::int64_t expected)
    : m_multiplicity(std::bit_ceil(static_cast<std::size_t>(std::clamp<std::int64_t>(expected, 1, maxDensePosition + 1))))
{
}

Expected<void> PositionCounter::add(std::span<const std::int64_t> positions)
{
    // The limits are powers of two less one: the bits of all positions together tell whether one is beyond them, negative ones among them.
    static_assert(std::has_single_bit(static_cast<std::uint64_t>(maxRecordedPosition) + 1));
    std::uint64_t bits = 0;
    for (const std::int64_t position : positions) {
        bits |= static_cast<std::uint64_t>(position);
    }
    if (bits > static_cast<std::uint64_t>(maxRecordedPosition)) {
        const auto bad
            = std::ranges::find_if(positions, [](std::int64_t position) { return position < 0 || position > maxRecordedPosition; });
        return inputError(
            Sentence::of("row {1} is position {2}; expected 0 to {3}", m_seen + (bad - positions.begin()), *bad, maxRecordedPosition));
    }
    if (bits < m_multiplicity.size()) {
        for (const std::int64_t position : positions) {
            ++m_multiplicity[static_cast<std::size_t>(position)];
        }
    } else {
        for (const std::int64_t position : positions) {
            const auto index = static_cast<std::size_t>(position);
            Page* const page = index < m_multiplicity.size() ? nullptr : pageOf(position);
            if (page != nullptr) {
                ++(*page)[index % page->size()];
            } else if (index < m_multiplicity.size()) { // from the start, or now that the pages have become one piece
                ++m_multiplicity[index];
            } else {
                return inputError(
                    Sentence::of("positions beyond {1} lie in more than {2} places; expected fewer, or positions that follow each other",
                        maxDensePosition, mostPages));
            }
        }
    }
    m_seen += static_cast<std::int64_t>(positions.size());
    return {};
}

PositionCounter::Page* PositionCounter::pageOf(std::int64_t position)
{
    const std::int64_t number = position >> pageBits;
    if (number != m_lastPage) {
        auto found = m_pages.find(number);
        if (found == m_pages.end() && m_pages.size() >= manyPages && m_multiplicity.size() <= static_cast<std::size_t>(maxDensePosition)) {
            makeDense();
        }
        if (found == m_pages.end() && (m_pages.size() >= mostPages || static_cast<std::size_t>(position) < m_multiplicity.size())) {
            return nullptr;
        }
        found = found != m_pages.end() ? found : m_pages.emplace(number, Page{}).first;
        m_lastPage = number;
        m_last = &found->second;
    }
    return m_last;
}

// All positions up to maxDensePosition in one piece. What is zero is not touched.
void PositionCounter::makeDense()
{
    PositionCounts dense(static_cast<std::size_t>(maxDensePosition) + 1);
    for (std::size_t position = 0; position < m_multiplicity.size(); ++position) {
        if (m_multiplicity[position] > 0) {
            dense[position] = m_multiplicity[position];
        }
    }
    std::erase_if(m_pages, [&](const auto& entry) {
        const std::int64_t first = entry.first << pageBits;
        if (first <= maxDensePosition) {
            std::ranges::copy(entry.second, dense.begin() + first);
        }
        return first <= maxDensePosition;
    });
    m_multiplicity = std::move(dense);
    m_lastPage = -1;
}

PositionSet PositionCounter::take()
{
    PositionCounts low = std::exchange(m_multiplicity, PositionCounts(1));
    const auto pages = std::exchange(m_pages, {});
    m_lastPage = -1;
    m_seen = 0;
    if (pages.empty()) {
        return PositionSet::of(std::move(low));
    }
    PositionSet::Builder builder;
    for (std::size_t position = 0; position < low.size(); ++position) {
        if (low[position] > 0) {
            builder.add(static_cast<std::int64_t>(position), low[position]);
        }
    }
    std::vector<std::int64_t> numbers;
    numbers.reserve(pages.size());
    for (const auto& entry : pages) {
        numbers.push_back(entry.first);
    }
    std::ranges::sort(numbers);
    for (const std::int64_t number : numbers) {
        const Page& page = pages.at(number);
        for (std::size_t i = 0; i < page.size(); ++i) {
            if (page[i] > 0) {
                builder.add((number << pageBits) + static_cast<std::int64_t>(i), page[i]);
            }
        }
    }
    return builder.take();
}

} // namespace rotascope
