// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_part.h"

#include "core/analysis/analysis.h"
#include "core/analysis/summary.h"
#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"
#include "tests/core/analysis/rows_in_memory.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numbers>
#include <rapidcheck/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

std::string errorOf(const Source& source, const TokenChoice& choice)
{
    const auto part = countPart(source, choice);
    EXPECT_TRUE(part || part.error().kind == ErrorKind::Usage);
    return part ? "" : part.error().message.english();
}

} // namespace

TEST(TokenChoice, IsReadAndWritten)
{
    const auto textsOf = [](const char* positions, const char* sequences) {
        const auto choice = tokenChoiceOf(positions, sequences);
        EXPECT_TRUE(choice) << choice.error().message;
        return positionsText(*choice) + "|" + sequencesText(*choice) + "|" + textOf(*choice);
    };
    EXPECT_EQ(textsOf("", ""), "||all positions");
    EXPECT_EQ(textsOf("0:", " "), "||all positions");
    EXPECT_EQ(textsOf("0:4096", ""), "0:4096||positions 0 to 4095");
    EXPECT_EQ(textsOf(":4096", ""), "0:4096||positions 0 to 4095");
    EXPECT_EQ(textsOf(" 8 : ", ""), "8:||positions from 8 on");
    EXPECT_EQ(textsOf("", "0"), "|0|sequence 0");
    EXPECT_EQ(textsOf("1:2", "5, 2 - 4,0"), "1:2|0,2-5|positions 1 to 1, sequences 0,2-5");
    EXPECT_EQ(textsOf("", "1-3,2-7,9"), "|1-7,9|sequences 1-7,9");
}

TEST(TokenChoice, RefusesWhatIsNone)
{
    for (const char* positions : {"4096", ":", "a:b", "5:5", "6:5", "-1:5", "1:2:3", "1:1e3", "99999999999999999999:"}) {
        if (const auto choice = tokenChoiceOf(positions, ""); std::string_view(positions) == ":") {
            EXPECT_TRUE(choice && choice->isAll());
        } else {
            ASSERT_FALSE(choice) << positions;
            EXPECT_THAT(choice.error().message, HasSubstr("; expected FROM:TO"));
        }
    }
    for (const char* sequences : {",", "0,", "a", "3-2", "-1", "1--2", "1 2", "99999999999999999999"}) {
        const auto choice = tokenChoiceOf("", sequences);
        ASSERT_FALSE(choice) << sequences;
        EXPECT_THAT(choice.error().message, HasSubstr("; expected numbers from 0 on"));
    }
}

RC_GTEST_PROP(RecordedPart, CountsWhatCountingOneByOneCounts, ())
{
    const auto axes = *rc::gen::inRange(1, 3);
    const auto rowCount = *rc::gen::inRange<std::size_t>(1, 60);
    const auto positions
        = *rc::gen::container<std::vector<std::int64_t>>(rowCount * static_cast<std::size_t>(axes), rc::gen::inRange<std::int64_t>(0, 20));
    std::vector<std::int64_t> offsets
        = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, static_cast<std::int64_t>(rowCount)));
    offsets.push_back(0);
    offsets.push_back(static_cast<std::int64_t>(rowCount));
    std::ranges::sort(offsets);
    const auto rows = std::make_shared<const RowsInMemory>(positions, offsets, axes);
    TokenChoice choice;
    choice.firstPosition = *rc::gen::inRange<std::int64_t>(0, 20);
    choice.endPosition = *rc::gen::element(TokenChoice::toTheEnd, choice.firstPosition + *rc::gen::inRange<std::int64_t>(1, 20));
    const auto sequences = static_cast<std::int64_t>(offsets.size()) - 1;
    for (std::int64_t first = 0; first < sequences; first += *rc::gen::inRange<std::int64_t>(2, 5)) {
        if (*rc::gen::arbitrary<bool>()) {
            choice.sequences.push_back({first, std::min(sequences - 1, first + *rc::gen::inRange<std::int64_t>(0, 1))});
        }
    }

    std::vector<std::vector<std::uint64_t>> counts(static_cast<std::size_t>(axes), std::vector<std::uint64_t>(20));
    std::vector<float> angles;
    for (std::int64_t row = 0; row < rows->rows(); ++row) {
        if (isIn(choice, rows->position(row), sequenceOf(offsets, row))) {
            for (int axis = 0; axis < axes; ++axis) {
                ++counts[static_cast<std::size_t>(axis)][static_cast<std::size_t>(rows->position(row, axis))];
            }
            for (std::size_t i = 0; i < mostDimensions; ++i) {
                angles.push_back(rows->angle(row, i));
            }
        }
    }
    const auto part = countPart(*sourceOf(rows), choice);
    RC_ASSERT(part.has_value() == !angles.empty());
    if (!part) {
        return;
    }
    RC_ASSERT((*part)->tokens == static_cast<std::int64_t>(angles.size() / mostDimensions));
    RC_ASSERT((*part)->angles->rows() == (*part)->tokens);
    for (std::size_t axis = 0; axis < counts.size(); ++axis) {
        RC_ASSERT((*part)->positions[axis] == PositionSet::counted(counts[axis]));
    }
    for (const std::uint32_t intervals : {7U, 360U}) {
        AngleHistograms direct(mostDimensions, intervals);
        RC_ASSERT(addRecordedAngles(angles, direct) == angles.size() / mostDimensions);
        RC_ASSERT(*(*part)->angles->histograms(intervals, {}) == direct);
    }
}

TEST(RecordedPart, OfAllTokensIsTheWhole)
{
    const auto rows = std::make_shared<const RowsInMemory>(std::vector<std::int64_t>{0, 1, 2, 0, 1}, std::vector<std::int64_t>{0, 3, 5});
    const auto whole = *countPart(*sourceOf(rows), {});
    EXPECT_EQ(whole->tokens, 5);
    EXPECT_EQ(whole->positions[0], PositionSet::counted({2, 2, 1}));
    const auto second = *countPart(*sourceOf(rows), *tokenChoiceOf("", "1"));
    EXPECT_EQ(second->positions[0], PositionSet::counted({1, 1}));
    EXPECT_EQ((*countPart(*sourceOf(rows), *tokenChoiceOf("2:", "")))->tokens, 1);
}

TEST(RecordedPart, SaysWhatThereIs)
{
    const std::vector<std::int64_t> positions = {4, 5, 6, 4, 5};
    const auto source = sourceOf(std::make_shared<const RowsInMemory>(positions, std::vector<std::int64_t>{0, 3, 3, 5}));
    EXPECT_THAT(errorOf(*source, *tokenChoiceOf("7:", "")),
        HasSubstr("run.h5: has no token with positions from 7 on; expected some of the positions 4 to 6"));
    EXPECT_THAT(errorOf(*source, *tokenChoiceOf("6:9", "2")), HasSubstr("expected some of the positions 4 to 5"));
    EXPECT_THAT(errorOf(*source, *tokenChoiceOf("", "1")), HasSubstr("has no token with sequence 1; its sequences have none"));
    EXPECT_THAT(errorOf(*source, *tokenChoiceOf("", "1-3")), HasSubstr("has no sequence 3; expected 0 to 2"));
    EXPECT_THAT(errorOf(*source, *tokenChoiceOf("", "7")), HasSubstr("has no sequence 7; expected 0 to 2"));
    const auto inOne = sourceOf(std::make_shared<const RowsInMemory>(positions, std::vector<std::int64_t>{}));
    EXPECT_THAT(errorOf(*inOne, *tokenChoiceOf("", "0")), HasSubstr("does not say where its sequences begin"));
    EXPECT_EQ((*countPart(*inOne, *tokenChoiceOf("5:6", "")))->tokens, 2);
    const auto withoutPositions = sourceOf(std::make_shared<const RowsInMemory>(positions, std::vector<std::int64_t>{0, 3, 5}, 0));
    EXPECT_THAT(errorOf(*withoutPositions, *tokenChoiceOf("5:6", "")), HasSubstr("has angles without positions; expected sequences alone"));
    EXPECT_EQ((*countPart(*withoutPositions, *tokenChoiceOf("", "1")))->angles->histograms(360, {})->total(0), 2U);
    EXPECT_TRUE((*countPart(*withoutPositions, *tokenChoiceOf("", "1")))->positions.empty());
    EXPECT_THAT(errorOf(*sourceOf(nullptr), {}), HasSubstr("has counts alone, which do not tell its tokens apart"));
    EXPECT_THAT(errorOf(*llama2Source(), {}), HasSubstr("is not a recording"));
}

TEST(RecordedPart, StopsWhenAsked)
{
    const auto source = sourceOf(std::make_shared<const RowsInMemory>(std::vector<std::int64_t>{0, 1}, std::vector<std::int64_t>{}));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(countPart(*source, {}, stop.get_token()).error().kind, ErrorKind::Stopped);
    const auto part = *countPart(*source, {});
    EXPECT_EQ(part->angles->histograms(360, stop.get_token()).error().kind, ErrorKind::Stopped);
}

TEST(RecordedPart, IsWhatAnAnalysisHasBefore)
{
    const std::vector<std::int64_t> positions = {0, 1, 2, 3, 0, 1};
    const auto rows = std::make_shared<const RowsInMemory>(positions, std::vector<std::int64_t>{0, 4, 6});
    Source whole = *sourceOf(rows);
    const auto all = *countPart(whole, {});
    whole.recordedPositions = all->positions;
    whole.recordedAngles = all->angles;
    const auto source = std::make_shared<const Source>(whole);
    const auto engine = makeCpuEngine();
    AnalysisSettings settings = defaultSettings(*source);
    EXPECT_EQ(settings.before, BeforeKind::RecordedAngles);
    const auto first = *analyze(*engine, source, settings);
    EXPECT_EQ(first->before->total(0), 6U);
    settings.part = *countPart(*source, *tokenChoiceOf("", "1"));
    const auto second = *analyze(*engine, source, settings, first);
    EXPECT_EQ(second->before->total(0), 2U) << "not taken from the previous result";
    EXPECT_EQ(samplesPerInterval(*source, settings), 2.0 / settings.intervals);
    EXPECT_THAT(coverageNote(*source, settings), HasSubstr("The chosen part of the recording covers 2 of the 64 positions"));
    EXPECT_EQ(beforeText(settings), "recorded angles, sequence 1");
    settings.before = BeforeKind::RecordedPositions;
    EXPECT_EQ((*analyze(*engine, source, settings, second))->before->total(0), 2U);
    settings.before = BeforeKind::UniformPositions;
    EXPECT_EQ((*analyze(*engine, source, settings, second))->before->total(0), 64U) << "of which there are no parts";
    EXPECT_EQ(beforeText(settings), "positions 0 … L-1");

    // Two parts of one recording, against each other.
    settings.before = BeforeKind::RecordedAngles;
    settings.other = otherOf(source);
    settings.other->part = *countPart(*source, *tokenChoiceOf("", "0"));
    const auto compared = *analyze(*engine, source, settings);
    EXPECT_EQ(compared->other->before->total(0), 4U);
    EXPECT_GT(compared->other->meanDivergence, 0.0);

    settings = defaultSettings(*source);
    settings.counting = {Counting::Distances};
    settings.before = BeforeKind::RecordedPositions;
    settings.part = *countPart(*source, *tokenChoiceOf("", "1"));
    EXPECT_THAT(analyze(*engine, source, settings).error().message, HasSubstr("recorded distances are of the whole recording"));
}

// Angles that were only counted have no rows.
TEST(RecordedPart, OfARecordingThatCountedItsAngles)
{
    const auto rows = std::make_shared<const RowsInMemory>(std::vector<std::int64_t>{0, 1}, std::vector<std::int64_t>{}, 1, 0);
    Source counted = *sourceOf(rows);
    const auto other = std::make_shared<const RowsInMemory>(std::vector<std::int64_t>{0, 1}, std::vector<std::int64_t>{});
    counted.recordedAngles = (*countPart(*sourceOf(other), {}))->angles;
    const auto source = std::make_shared<const Source>(counted);
    AnalysisSettings settings = defaultSettings(*source);
    settings.part = *countPart(*source, *tokenChoiceOf("1:", ""));
    EXPECT_EQ(settings.part->angles, nullptr);
    EXPECT_THAT(analyze(*makeCpuEngine(), source, settings).error().message, HasSubstr("has its recorded angles as counts alone"));
}
