// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chosen_rows.h"

#include "tests/core/analysis/rows_in_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

// The rows of the choice, one by one.
std::vector<std::int64_t> rowsOneByOne(const RowsInMemory& rows, const TokenChoice& choice)
{
    std::vector<std::int64_t> chosen;
    for (std::int64_t row = 0; row < rows.rows(); ++row) {
        if (isIn(choice, rows.position(row), sequenceOf(rows.sequenceOffsets(), row))) {
            chosen.push_back(row);
        }
    }
    return chosen;
}

// Sequences of some length, with enough rows for several blocks.
std::shared_ptr<const RowsInMemory> manyRows(std::int64_t rows, std::int64_t length)
{
    std::vector<std::int64_t> positions;
    std::vector<std::int64_t> offsets = {0};
    for (std::int64_t row = 0; row < rows; ++row) {
        positions.push_back(row % length);
        if (positions.back() == length - 1 || row == rows - 1) {
            offsets.push_back(row + 1);
        }
    }
    return std::make_shared<const RowsInMemory>(std::move(positions), std::move(offsets));
}

} // namespace

RC_GTEST_PROP(ChosenRows, AreThoseThatLookingOneByOneFinds, ())
{
    const auto rows = manyRows(*rc::gen::inRange<std::int64_t>(1, 30'000), *rc::gen::inRange<std::int64_t>(1, 9'000));
    const auto sequences = std::ssize(rows->sequenceOffsets()) - 1;
    TokenChoice choice;
    choice.firstPosition = *rc::gen::inRange<std::int64_t>(0, 9'000);
    choice.endPosition = *rc::gen::element(TokenChoice::toTheEnd, choice.firstPosition + *rc::gen::inRange<std::int64_t>(1, 9'000));
    if (*rc::gen::arbitrary<bool>()) {
        choice.firstPosition = 0;
    }
    for (std::int64_t first = 0; first < std::min<std::int64_t>(sequences, 9); first += *rc::gen::inRange<std::int64_t>(2, 5)) {
        if (*rc::gen::arbitrary<bool>()) {
            choice.sequences.push_back({first, std::min(sequences - 1, first + *rc::gen::inRange<std::int64_t>(0, 1))});
        }
    }
    const std::vector<std::int64_t> expected = rowsOneByOne(*rows, choice);
    const auto chosen = ChosenRows::find(*sourceOf(rows), choice);
    RC_ASSERT(chosen.has_value() == !expected.empty());
    RC_ASSERT(chosen.has_value() == countPart(*sourceOf(rows), choice).has_value());
    if (!chosen) {
        return;
    }
    const ChosenRows& found = **chosen;
    RC_ASSERT(found.count() == std::ssize(expected));
    const auto first = *rc::gen::inRange<std::int64_t>(0, found.count());
    const auto count = *rc::gen::inRange<std::int64_t>(0, found.count() - first + 1);
    const auto values = found.read({first, count, 1, 2}, {});
    RC_ASSERT(values.has_value());
    RC_ASSERT(std::ssize(values->rows) == count);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        const std::int64_t row = expected[static_cast<std::size_t>(first + i)];
        RC_ASSERT(values->rows[place] == row);
        RC_ASSERT(values->values.positions[place] == rows->position(row));
        RC_ASSERT(values->values.angles[2 * place] == rows->angle(row, 1));
        RC_ASSERT(values->values.angles[2 * place + 1] == rows->angle(row, 2));
    }
    const auto row = *rc::gen::inRange<std::int64_t>(0, rows->rows() + 1);
    RC_ASSERT(*found.placeFrom(row, {}) == std::ranges::lower_bound(expected, row) - expected.begin());
    const auto position = *rc::gen::inRange<std::int64_t>(0, 9'000);
    std::optional<std::int64_t> next;
    for (std::int64_t i = 1; !next && i <= found.count(); ++i) {
        const std::int64_t place = (first + i) % found.count();
        if (rows->position(expected[static_cast<std::size_t>(place)]) == position) {
            next = place;
        }
    }
    RC_ASSERT(*found.findPosition(position, first, {}) == next);
}

TEST(ChosenRows, OfSeveralAxesGoByTheFirst)
{
    const auto rows
        = std::make_shared<const RowsInMemory>(std::vector<std::int64_t>{0, 9, 1, 8, 2, 7, 1, 6}, std::vector<std::int64_t>{0, 3, 4}, 2);
    const auto chosen = *ChosenRows::find(*sourceOf(rows), *tokenChoiceOf("1:2", ""));
    const auto values = *chosen->read({0, 2, 0, 1}, {});
    EXPECT_EQ(values.rows, (std::vector<std::int64_t>{1, 3}));
    EXPECT_EQ(values.values.positions, (std::vector<std::int64_t>{1, 8, 1, 6}));
    EXPECT_EQ(chosen->findPosition(1, 0, {}).value(), 1);
    EXPECT_EQ(chosen->findPosition(9, 0, {}).value(), std::nullopt);
}

// The same messages as where a part is counted.
TEST(ChosenRows, SayWhatThereIs)
{
    const auto source = sourceOf(std::make_shared<const RowsInMemory>(std::vector<std::int64_t>{4, 5, 6}, std::vector<std::int64_t>{0, 3}));
    const auto without
        = sourceOf(std::make_shared<const RowsInMemory>(std::vector<std::int64_t>{0, 0}, std::vector<std::int64_t>{0, 0, 2}, /*axes=*/0));
    for (const auto& [from, positions, sequences] :
        {std::tuple(source, "7:", ""), {source, "", "1"}, {without, "1:", ""}, {without, "", "0"}}) {
        const TokenChoice choice = *tokenChoiceOf(positions, sequences);
        const auto chosen = ChosenRows::find(*from, choice);
        ASSERT_FALSE(chosen);
        EXPECT_EQ(chosen.error().kind, ErrorKind::Usage);
        EXPECT_EQ(chosen.error().message.english(), countPart(*from, choice).error().message.english());
    }
    EXPECT_THAT(
        ChosenRows::find(*source, *tokenChoiceOf("7:", "")).error().message.english(), HasSubstr("expected some of the positions 4 to 6"));
}

TEST(ChosenRows, StopAndTellHowFarTheyAre)
{
    const auto source = sourceOf(manyRows(200'000, 100));
    std::stop_source stop;
    std::int64_t told = 0;
    const auto chosen = ChosenRows::find(*source, *tokenChoiceOf("5:", ""), stop.get_token(), [&](std::int64_t done, std::int64_t total) {
        EXPECT_EQ(total, 200'000);
        told = done;
        stop.request_stop();
    });
    ASSERT_FALSE(chosen);
    EXPECT_EQ(chosen.error().kind, ErrorKind::Stopped);
    EXPECT_EQ(told, 65536);
}
