// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/track_pyramid.h"

#include "core/angle/recorded_angle.h"
#include "tests/core/angle/rows_in_memory.h"

#include <gtest/gtest.h>
#include <memory>
#include <numbers>
#include <numeric>
#include <rapidcheck/gtest.h>

using namespace rotascope;
using test::RowsInMemory;

namespace {

constexpr std::size_t dimensionCount = 5;
constexpr std::int64_t mostPosition = 40;

// Two position axes and five dimensions; angles on both sides of every edge between directions, 0 and the float32 above 2 pi included.
std::shared_ptr<RowsInMemory> anyRows(std::int64_t atMost = 300)
{
    const auto rows = *rc::gen::inRange<std::int64_t>(1, atMost);
    const auto angle = rc::gen::map(rc::gen::inRange(0, 161),
        [](int tenth) { return std::min(static_cast<float>(tenth) * static_cast<float>(2 * std::numbers::pi / 160), fullTurnAngle); });
    const auto size = static_cast<std::size_t>(rows);
    auto positions = *rc::gen::container<std::vector<std::int64_t>>(2 * size, rc::gen::inRange<std::int64_t>(0, mostPosition));
    auto angles = *rc::gen::container<std::vector<float>>(dimensionCount * size, angle);
    auto made = std::make_shared<RowsInMemory>(2, std::move(positions), dimensionCount, std::move(angles));
    made->blockRows = *rc::gen::inRange<std::int64_t>(1, 40);
    made->blockDimensions = *rc::gen::inRange<std::size_t>(1, 6);
    return made;
}

Track anyTrack(const RowsInMemory& rows)
{
    Track track;
    for (std::size_t d = 0; d < dimensionCount; ++d) {
        if (*rc::gen::arbitrary<bool>()) {
            track.dimensions.push_back(d);
        }
    }
    if (track.dimensions.empty()) {
        track.dimensions.push_back(*rc::gen::inRange<std::size_t>(0, dimensionCount));
    }
    track.axis = *rc::gen::element<std::optional<int>>(std::nullopt, 0, 1);
    track.places = track.axis ? mostPosition : rows.rows();
    return track;
}

PlaceRange anyRange(std::int64_t places)
{
    const auto first = *rc::gen::inRange<std::int64_t>(0, places + 1);
    return {first, *rc::gen::inRange<std::int64_t>(first, places + 1)};
}

// The definition, word for word.
DirectionCounts byDefinition(const RowsInMemory& rows, const Track& track, std::size_t index, const PlaceRange& range)
{
    DirectionCounts counts{};
    for (std::int64_t row = 0; row < rows.rows(); ++row) {
        const std::int64_t place = track.axis ? rows.position(row, *track.axis) : row;
        if (place >= range.first && place < range.end) {
            const double turns = static_cast<double>(rows.angle(row, track.dimensions[index])) / (2 * std::numbers::pi);
            const auto direction = static_cast<std::size_t>(turns * 16);
            ++counts[direction < 16 ? direction : 0];
        }
    }
    return counts;
}

// What measureTrack() makes, with tiles of another size.
TrackPyramid pyramidOf(const RowsInMemory& rows, const Track& track, std::size_t mostBytes)
{
    TrackPyramid pyramid(track.places, track.dimensions.size(), mostBytes);
    for (std::int64_t row = 0; row < rows.rows(); ++row) {
        for (std::size_t i = 0; i < track.dimensions.size(); ++i) {
            pyramid.add(i, track.axis ? rows.position(row, *track.axis) : row, directionOf(rows.angle(row, track.dimensions[i])));
        }
    }
    pyramid.sumUp();
    return pyramid;
}

void expectAllLevels(const RowsInMemory& rows, const Track& track, const TrackPyramid& pyramid)
{
    for (std::size_t level = 0; level < pyramid.levels(); ++level) {
        const std::int64_t places = pyramid.tilePlaces(level);
        RC_ASSERT((places & (places - 1)) == 0);
        RC_ASSERT(static_cast<std::int64_t>(pyramid.tiles(level)) == (track.places + places - 1) / places);
        for (std::size_t tile = 0; tile < pyramid.tiles(level); ++tile) {
            const auto first = static_cast<std::int64_t>(tile) * places;
            for (std::size_t i = 0; i < track.dimensions.size(); ++i) {
                const auto counts = pyramid.tile(level, i, tile);
                const DirectionCounts expected = byDefinition(rows, track, i, {first, first + places});
                RC_ASSERT(std::equal(counts.begin(), counts.end(), expected.begin(), expected.end()));
            }
        }
    }
    RC_ASSERT(pyramid.tiles(pyramid.levels() - 1) == 1);
}

} // namespace

RC_GTEST_PROP(TrackPyramid, HasTheDirectCountsAtEveryLevel, ())
{
    const auto rows = anyRows();
    const Track track = anyTrack(*rows);
    const auto measured = measureTrack(*rows, track, {});
    RC_ASSERT(measured.has_value());
    RC_ASSERT((*measured)->tilePlaces(0) == 1);
    expectAllLevels(*rows, track, **measured);
}

RC_GTEST_PROP(TrackPyramid, HasThemWithLargerTilesAsWell, ())
{
    const auto rows = anyRows();
    const Track track = anyTrack(*rows);
    const auto mostBytes = *rc::gen::inRange<std::size_t>(1, 40'000);
    const TrackPyramid pyramid = pyramidOf(*rows, track, mostBytes);
    RC_ASSERT(pyramid.bytes() <= std::max(mostBytes, track.dimensions.size() * 16 * 4)); // one tile at the least
    expectAllLevels(*rows, track, pyramid);
}

RC_GTEST_PROP(TrackPyramid, NeighbouringRangesAddUp, ())
{
    const auto rows = anyRows();
    const Track track = anyTrack(*rows);
    const TrackPyramid pyramid = pyramidOf(*rows, track, *rc::gen::inRange<std::size_t>(1, 40'000));
    const PlaceRange range = anyRange(track.places);
    const auto parts = *rc::gen::inRange<std::int64_t>(1, 50);
    DirectionCounts sum{};
    for (std::int64_t k = 0; k < parts; ++k) {
        const DirectionCounts part = pyramid.beginningIn(0, range.part(k, parts));
        std::transform(sum.begin(), sum.end(), part.begin(), sum.begin(), std::plus<>());
    }
    RC_ASSERT(range.part(0, parts).first == range.first);
    RC_ASSERT(range.part(parts - 1, parts).end == range.end);
    RC_ASSERT(sum == pyramid.beginningIn(0, range));
    const PlaceRange whole = pyramid.ofWholeTiles(range);
    RC_ASSERT(pyramid.beginningIn(0, whole) == byDefinition(*rows, track, 0, whole));
}

RC_GTEST_PROP(TrackPyramid, AnyRangeOfRowsIsExact, ())
{
    const auto rows = anyRows();
    Track track = anyTrack(*rows);
    track.axis.reset();
    track.places = rows->rows();
    const TrackPyramid pyramid = pyramidOf(*rows, track, *rc::gen::inRange<std::size_t>(1, 10'000));
    const PlaceRange range = anyRange(track.places);
    const auto index = *rc::gen::inRange<std::size_t>(0, track.dimensions.size());
    const auto counts = countDirections(*rows, track, pyramid, index, range, {});
    RC_ASSERT(counts.has_value());
    RC_ASSERT(*counts == byDefinition(*rows, track, index, range));
    const std::int64_t readAgain = std::accumulate(
        rows->asked.begin(), rows->asked.end(), std::int64_t{0}, [](std::int64_t sum, const RowRange& asked) { return sum + asked.rows; });
    RC_ASSERT(readAgain < 2 * pyramid.tilePlaces(0)); // whole tiles are not
}

TEST(TrackPyramidTest, staysWithinItsMemoryWhateverTheLength)
{
    for (const std::int64_t places : {std::int64_t{1}, std::int64_t{100'000}, std::int64_t{84'000'000}, std::int64_t{5'000'000'000}}) {
        for (const std::size_t dimensions : {1U, 4U, 64U}) {
            const TrackPyramid pyramid(places, dimensions);
            EXPECT_LE(pyramid.bytes(), TrackPyramid::usualBytes);
            if (pyramid.tilePlaces(0) > 1) {
                EXPECT_GT(pyramid.bytes(), TrackPyramid::usualBytes / 4); // and uses it
            }
        }
    }
}

TEST(TrackPyramidTest, aFullTurnIsNone)
{
    EXPECT_EQ(directionOf(0.0F), 0U);
    EXPECT_EQ(directionOf(fullTurnAngle), 0U);
    EXPECT_EQ(directionOf(std::nextafter(fullTurnAngle, 0.0F)), 15U);
    EXPECT_EQ(directionOf(static_cast<float>(std::numbers::pi)), 8U);
}

TEST(TrackPyramidTest, theDifferingShareIsThatOfTheAnglesThatLieElsewhere)
{
    const DirectionCounts one{1, 1};
    EXPECT_EQ(differingShare(one, {10, 10}), 0.0);
    EXPECT_EQ(differingShare(one, {0, 0, 7}), 1.0);
    EXPECT_EQ(differingShare(one, {3, 1}), 0.25);
    EXPECT_EQ(differingShare(one, {}), 0.0);
    EXPECT_EQ(totalOf({3, 0, 1}), 4U);
}

TEST(TrackPyramidTest, saysWhereSomethingIsNoAngle)
{
    const RowsInMemory rows(1, {0, 1, 2}, 2, {0.0F, 1.0F, 2.0F, 3.0F, 4.0F, -1.0F});
    const auto measured = measureTrack(rows, {{1}, {}, 3}, {});
    ASSERT_FALSE(measured.has_value());
    EXPECT_EQ(measured.error().kind, ErrorKind::Input);
    EXPECT_NE(measured.error().message.english().find("memory: row 2, dimension 1 is -1"), std::string::npos) << measured.error().message;
    EXPECT_TRUE(measureTrack(rows, {{0}, {}, 3}, {}).has_value()); // the other one is sound
    const TrackPyramid pyramid(3, 1, 1);
    const auto counted = countDirections(rows, {{1}, {}, 3}, pyramid, 0, {1, 3}, {});
    ASSERT_FALSE(counted.has_value());
    EXPECT_NE(counted.error().message.english().find("row 2, dimension 1 is -1"), std::string::npos) << counted.error().message;
}

TEST(TrackPyramidTest, saysWhereAPositionLiesOutside)
{
    for (const std::int64_t wrong : {std::int64_t{-1}, std::int64_t{10}}) {
        const RowsInMemory rows(1, {0, wrong, 9}, 1, {0.0F, 1.0F, 2.0F});
        const auto measured = measureTrack(rows, {{0}, 0, 10}, {});
        ASSERT_FALSE(measured.has_value());
        EXPECT_EQ(measured.error().message, "memory: row 1 has position " + std::to_string(wrong) + "; expected 0 to 9");
        EXPECT_TRUE(measureTrack(rows, {{0}, {}, 3}, {}).has_value());
    }
}

TEST(TrackPyramidTest, stopsWhenAsked)
{
    const RowsInMemory rows(1, {0, 1, 2}, 1, {0.0F, 1.0F, 2.0F});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(measureTrack(rows, {{0}, {}, 3}, stop.get_token()).error().kind, ErrorKind::Stopped);
}
