// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_part.h"

#include "core/analysis/chosen_sequences.h"
#include "core/angle/fine_histograms.h"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace rotascope {
namespace {

// The list of runs has at most 64 MiB.
constexpr std::size_t mostRuns = std::size_t{1} << 22;
// From so many angles on it pays to count finely, so that another number of intervals needs no reading.
constexpr std::int64_t manyAngles = std::int64_t{1} << 20;

// A number from 0 on with nothing around it.
std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

// Either side may be missing.
std::optional<std::pair<std::int64_t, std::int64_t>> rangeIn(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        return {};
    }
    const std::string_view from = trimmed(text.substr(0, colon));
    const std::string_view to = trimmed(text.substr(colon + 1));
    const auto first = from.empty() ? std::int64_t{0} : numberIn(from);
    const auto end = to.empty() ? TokenChoice::toTheEnd : numberIn(to);
    return first && end && *first < *end ? std::optional(std::pair(*first, *end)) : std::nullopt;
}

std::optional<SequenceRange> sequencesIn(std::string_view text)
{
    const std::size_t dash = text.find('-');
    const auto first = numberIn(trimmed(text.substr(0, dash)));
    const auto last = dash == std::string_view::npos ? first : numberIn(trimmed(text.substr(dash + 1)));
    return first && last && *first <= *last ? std::optional(SequenceRange{*first, *last}) : std::nullopt;
}

// Ascending; what touches or overlaps becomes one.
std::vector<SequenceRange> inOrder(std::vector<SequenceRange> ranges)
{
    std::ranges::sort(ranges, {}, &SequenceRange::first);
    std::vector<SequenceRange> merged;
    for (const SequenceRange& range : ranges) {
        if (!merged.empty() && range.first - 1 <= merged.back().last) {
            merged.back().last = std::max(merged.back().last, range.last);
        } else {
            merged.push_back(range);
        }
    }
    return merged;
}

// How many rows are read at a time, with all of their angles.
std::int64_t rowsAtATime(const RecordedRows& rows)
{
    constexpr std::int64_t most = 65536;
    const std::int64_t values = static_cast<std::int64_t>(rows.dimensions()) + rows.axes() + 1;
    return std::clamp<std::int64_t>(RecordedRows::mostValues / values, 1, most);
}

// The angles of some rows.
class AnglesOfRuns final : public RecordedAngles {
public:
    AnglesOfRuns(std::shared_ptr<const RecordedRows> rows, std::vector<RowRun> runs, std::int64_t count)
        : m_rows(std::move(rows)), m_runs(std::move(runs)), m_count(count)
    {
    }

    [[nodiscard]] std::size_t dimensions() const override { return m_rows->dimensions(); }
    [[nodiscard]] std::int64_t rows() const override { return m_count; }
    [[nodiscard]] bool isCounted(std::uint32_t intervals) const override { return fine() != nullptr && followsFromFine(intervals); }
    [[nodiscard]] bool wantsFineCounts(std::uint32_t intervals) const override
    {
        constexpr std::size_t mostFine = std::size_t{1} << 24; // counters: 128 MiB
        return followsFromFine(intervals) && dimensions() * fineIntervals <= mostFine
            && m_count >= manyAngles / static_cast<std::int64_t>(dimensions());
    }
    void keep(const AngleHistograms& counted) const override
    {
        const std::lock_guard lock(m_mutex);
        m_fine = std::make_shared<const AngleHistograms>(counted);
    }

    Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const override
    {
        return readEach(stop, [&](const RowValues& values) { return take({values.angles, 0, dimensions()}); });
    }

    Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& stop) const override
    {
        if (const auto known = fine(); known && followsFromFine(intervals)) {
            return coarsened(*known, intervals);
        }
        AngleCounter counter(dimensions(), intervals);
        const auto count = [&](const RowValues& values) -> Expected<void> {
            const std::size_t counted = counter.add(values.angles);
            if (counted < static_cast<std::size_t>(values.range.rows)) {
                return inputError(m_rows->name() + ": "
                    + Sentence::of("row {1} has a value that is no angle; expected angles in [0, 2 pi), in rad",
                        values.range.firstRow + static_cast<std::int64_t>(counted)));
            }
            return {};
        };
        return readEach(stop, count).map([&] {
            AngleHistograms histograms(dimensions(), intervals);
            counter.addTo(histograms);
            return histograms;
        });
    }

private:
    template <class Take> Expected<void> readEach(const std::stop_token& stop, const Take& take) const
    {
        const std::int64_t most = rowsAtATime(*m_rows);
        for (const RowRun& run : m_runs) {
            for (std::int64_t done = 0; done < run.rows; done += most) {
                const Expected<RowValues> values = m_rows->read({run.first + done, std::min(most, run.rows - done), 0, dimensions()}, stop);
                if (!values) {
                    return tl::unexpected(values.error());
                }
                if (Expected<void> taken = take(*values); !taken) {
                    return taken;
                }
            }
        }
        return {};
    }

    [[nodiscard]] std::shared_ptr<const AngleHistograms> fine() const
    {
        const std::lock_guard lock(m_mutex);
        return m_fine;
    }

    std::shared_ptr<const RecordedRows> m_rows;
    std::vector<RowRun> m_runs;
    std::int64_t m_count;
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const AngleHistograms> m_fine;
};

// Keeps and counts the tokens that are chosen.
class ChosenTokens {
public:
    explicit ChosenTokens(const ChosenSequences& sequences)
        : m_recorded(sequences.recorded()), m_choice(sequences.choice()), m_axes(static_cast<std::size_t>(m_recorded.axes())),
          m_counters(m_axes)
    {
    }

    Expected<void> take(const RowValues& values)
    {
        for (std::int64_t row = 0; row < values.range.rows; ++row) {
            const std::span<const std::int64_t> positions
                = std::span(values.positions).subspan(static_cast<std::size_t>(row) * m_axes, m_axes);
            if (!hasPosition(m_choice, positions.front())) {
                continue;
            }
            if (Expected<void> kept = keep(values.range.firstRow + row, positions); !kept) {
                return kept;
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<RowRun> takeRuns() { return std::move(m_runs); }
    [[nodiscard]] std::int64_t kept() const { return m_kept; }
    [[nodiscard]] std::vector<PositionSet> takePositions()
    {
        std::vector<PositionSet> sets;
        for (PositionCounter& counter : m_counters) {
            sets.push_back(counter.take());
        }
        return sets;
    }

private:
    Expected<void> keep(std::int64_t row, std::span<const std::int64_t> positions)
    {
        for (std::size_t axis = 0; axis < m_axes; ++axis) {
            if (const Expected<void> counted = m_counters[axis].add(positions.subspan(axis, 1)); !counted) {
                const bool isOutside = positions[axis] < 0 || positions[axis] > maxRecordedPosition;
                return inputError(m_recorded.name() + ": "
                    + (isOutside ? Sentence::of("row {1} is position {2}; expected 0 to {3}", row, positions[axis], maxRecordedPosition)
                                 : counted.error().message));
            }
        }
        append(m_runs, row);
        if (m_runs.size() > mostRuns) {
            return usageError(m_recorded.name() + ": "
                + Sentence::of(
                    "the chosen positions are scattered over more than {1} places; expected sequences in which they follow each other",
                    mostRuns));
        }
        ++m_kept;
        return {};
    }

    const RecordedRows& m_recorded;
    const TokenChoice& m_choice;
    std::size_t m_axes;
    std::vector<PositionCounter> m_counters;
    std::vector<RowRun> m_runs;
    std::int64_t m_kept = 0;
};

std::shared_ptr<const RecordedAngles> anglesOf(const Source& source, std::vector<RowRun> runs, std::int64_t count)
{
    return source.recordedRows->dimensions() == 0 ? nullptr
                                                  : std::make_shared<const AnglesOfRuns>(source.recordedRows, std::move(runs), count);
}

Expected<std::shared_ptr<const RecordedPart>> countWithPositions(
    const Source& source, const ChosenSequences& sequences, const std::stop_token& stop, const RowProgress& progress)
{
    ChosenTokens tokens(sequences);
    const auto take = [&](std::int64_t /*firstCandidate*/, const RowValues& values) { return tokens.take(values); };
    return sequences.scanPositions(take, stop, progress).map([&]() -> std::shared_ptr<const RecordedPart> {
        auto part = std::make_shared<RecordedPart>();
        part->choice = sequences.choice();
        part->tokens = tokens.kept();
        part->positions = tokens.takePositions();
        part->angles = anglesOf(source, tokens.takeRuns(), part->tokens);
        return part;
    });
}

// Where only angles were recorded.
Expected<std::shared_ptr<const RecordedPart>> countWithoutPositions(const Source& source, const ChosenSequences& sequences)
{
    if (sequences.candidates() == 0) {
        return sequences.noTokenError();
    }
    auto part = std::make_shared<RecordedPart>();
    part->choice = sequences.choice();
    part->tokens = sequences.candidates();
    part->angles = anglesOf(source, sequences.runs(), part->tokens);
    return part;
}

} // namespace

Expected<TokenChoice> tokenChoiceOf(std::string_view positions, std::string_view sequences)
{
    TokenChoice choice;
    if (const std::string_view text = trimmed(positions); !text.empty()) {
        const auto range = rangeIn(text);
        if (!range) {
            return usageError(Sentence::of(
                R"(the positions are "{1}"; expected FROM:TO, with TO greater than FROM and not included, such as 0:4096 or 4096:)",
                std::string(text)));
        }
        std::tie(choice.firstPosition, choice.endPosition) = *range;
    }
    for (std::string_view rest = trimmed(sequences); !rest.empty();) {
        const std::size_t comma = rest.find(',');
        const auto range = sequencesIn(rest.substr(0, comma));
        const bool isLast = comma == std::string_view::npos;
        if (!range || (!isLast && trimmed(rest.substr(comma + 1)).empty())) {
            return usageError(Sentence::of(R"(the sequences are "{1}"; expected numbers from 0 on and ranges of them, such as 0,2-5)",
                std::string(trimmed(sequences))));
        }
        choice.sequences.push_back(*range);
        rest = isLast ? std::string_view() : rest.substr(comma + 1);
    }
    choice.sequences = inOrder(std::move(choice.sequences));
    return choice;
}

std::string positionsText(const TokenChoice& choice)
{
    return !choice.hasPositions() ? std::string()
                                  : std::to_string(choice.firstPosition) + ":"
            + (choice.endPosition == TokenChoice::toTheEnd ? std::string() : std::to_string(choice.endPosition));
}

std::string sequencesText(const TokenChoice& choice)
{
    std::string text;
    for (const SequenceRange& range : choice.sequences) {
        text += (text.empty() ? "" : ",") + std::to_string(range.first)
            + (range.last > range.first ? "-" + std::to_string(range.last) : std::string());
    }
    return text;
}

Sentence textOf(const TokenChoice& choice)
{
    Sentence text;
    if (choice.hasPositions()) {
        text = choice.endPosition == TokenChoice::toTheEnd
            ? Sentence::of("positions from {1} on", choice.firstPosition)
            : Sentence::of("positions {1} to {2}", choice.firstPosition, choice.endPosition - 1);
    }
    if (!choice.sequences.empty()) {
        const bool isOne = choice.sequences.size() == 1 && choice.sequences[0].first == choice.sequences[0].last;
        const Sentence sequences
            = isOne ? Sentence::of("sequence {1}", sequencesText(choice)) : Sentence::of("sequences {1}", sequencesText(choice));
        text = text.empty() ? sequences : Sentence::of("{1}, {2}", text, sequences);
    }
    return text.empty() ? Sentence::of("all positions") : text;
}

Expected<std::shared_ptr<const RecordedPart>> countPart(
    const Source& source, const TokenChoice& choice, const std::stop_token& stop, const RowProgress& progress)
{
    if (!source.recordedRows) {
        return usageError(source.origin + ": "
            + (source.kind == SourceKind::Recording
                    ? Sentence::of("has counts alone, which do not tell its tokens apart; expected no choice of positions or sequences")
                    : Sentence::of(
                        "is not a recording, which alone has tokens to choose from; expected no choice of positions or sequences")));
    }
    return ChosenSequences::of(source, choice).and_then([&](const ChosenSequences& sequences) {
        return source.recordedRows->axes() > 0 ? countWithPositions(source, sequences, stop, progress)
                                               : countWithoutPositions(source, sequences);
    });
}

} // namespace rotascope
