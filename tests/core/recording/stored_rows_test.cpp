// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a recording read at random: the same as when the whole is read at once, whatever the layout.
#include "core/angle/angle_errors.h"
#include "core/recording/recording_reader.h"

#include "tests/core/recording/recording_fixture.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

namespace rotascope {
namespace {

using test::FileBuilder;
using test::sampleDimensions;
using test::sampleRows;
using test::Storage;

using test::Change;
constexpr auto rowCount = static_cast<std::int64_t>(sampleRows);

class StoredRowsTest : public testing::Test {
protected:
    std::filesystem::path make(const Change& change = {}) { return test::makeSample(m_folder / "sample.h5", change); }

    std::shared_ptr<const RecordedRows> rowsOf(const Change& change = {})
    {
        const auto reader = RecordingReader::open(make(change));
        EXPECT_TRUE(reader.has_value()) << (reader ? "" : reader.error().message);
        return reader ? (*reader)->recordedRows(0) : nullptr;
    }

    static std::string failureOf(const RecordedRows& rows, const RowRange& range)
    {
        const auto values = rows.read(range, {});
        return values ? "no failure" : values.error().message;
    }

    test::TemporaryFolder m_folder;
};

// Every rectangle with corners at and beside the borders of chunks of 64 x 4.
void expectTheValuesOfTheWhole(const RecordedRows& rows, const std::string& which)
{
    const std::vector<float> angles = test::sampleAngles();
    const std::vector<std::int64_t> positions = test::samplePositions();
    for (const std::int64_t first : {0, 1, 63, 64, 127, 200, 299}) {
        for (const std::int64_t count : {0, 1, 2, 65, 300}) {
            for (const std::size_t column : {0U, 3U, 4U, 5U}) {
                for (const std::size_t columns : {0U, 1U, 2U, 6U}) {
                    if (first + count > rowCount || column + columns > sampleDimensions) {
                        continue;
                    }
                    const RowRange range{first, count, column, columns};
                    const auto values = rows.read(range, {});
                    ASSERT_TRUE(values.has_value()) << which << ": " << values.error().message;
                    ASSERT_EQ(values->range, range);
                    ASSERT_EQ(values->positions, std::vector<std::int64_t>(positions.begin() + first, positions.begin() + first + count))
                        << which;
                    std::vector<float> expected;
                    for (std::int64_t row = first; row < first + count; ++row) {
                        const auto begin
                            = angles.begin() + row * static_cast<std::int64_t>(sampleDimensions) + static_cast<std::int64_t>(column);
                        expected.insert(expected.end(), begin, begin + static_cast<std::int64_t>(columns));
                    }
                    ASSERT_EQ(values->angles, expected) << which << ", rows from " << first << ", dimensions from " << column;
                }
            }
        }
    }
}

TEST_F(StoredRowsTest, everyLayoutGivesTheValuesOfTheWhole)
{
    const auto compact = [](hid_t properties) { H5Pset_layout(properties, H5D_COMPACT); };
    const std::vector<Storage> storages
        = {{H5T_IEEE_F32LE, {}, {}}, {H5T_IEEE_F32BE, {}, {}}, {H5T_IEEE_F32LE, {}, compact}, {H5T_IEEE_F32LE, {64, 4}, {}},
            {H5T_IEEE_F32BE, {64, 4}, test::shuffleAndDeflate}, {H5T_IEEE_F32LE, {7, 6}, test::shuffleAndDeflate},
            {H5T_IEEE_F32LE, {1, 6}, {}}, {H5T_IEEE_F32LE, {300, 1}, test::shuffleAndDeflate}};
    for (std::size_t i = 0; i < storages.size(); ++i) {
        const auto rows = rowsOf([&](const FileBuilder& file) {
            file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, test::sampleAngles(), storages[i]);
            file.dataset("/positions", {sampleRows}, test::samplePositions(),
                i % 2 == 0 ? Storage{H5T_STD_I64LE, {}, {}} : Storage{H5T_STD_I64BE, {77}, test::shuffleAndDeflate});
        });
        ASSERT_TRUE(rows) << i;
        EXPECT_EQ(rows->rows(), rowCount);
        EXPECT_EQ(rows->axes(), 1);
        EXPECT_EQ(rows->dimensions(), sampleDimensions);
        expectTheValuesOfTheWhole(*rows, "layout " + std::to_string(i));
    }
}

TEST_F(StoredRowsTest, eachRowHasThePositionsOfAllAxes)
{
    std::vector<std::int64_t> positions;
    for (std::int64_t row = 0; row < rowCount; ++row) {
        positions.insert(positions.end(), {row, 1000 + row, 2000 + row});
    }
    const auto rows = rowsOf([&](const FileBuilder& file) {
        file.dataset("/positions", {sampleRows, 3}, positions, {H5T_STD_I64LE, {50, 2}, test::shuffleAndDeflate});
    });
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->axes(), 3);
    EXPECT_EQ(rows->read({99, 2, 0, 0}, {})->positions, (std::vector<std::int64_t>{99, 1099, 2099, 100, 1100, 2100}));
}

TEST_F(StoredRowsTest, whatWasNotRecordedIsEmpty)
{
    const auto anglesAlone = rowsOf([](const FileBuilder& file) { file.remove("/positions"); });
    ASSERT_TRUE(anglesAlone);
    EXPECT_EQ(anglesAlone->axes(), 0);
    EXPECT_EQ(anglesAlone->rows(), rowCount);
    EXPECT_TRUE(anglesAlone->read({10, 5, 0, 2}, {})->positions.empty());
    EXPECT_EQ(anglesAlone->read({10, 5, 0, 2}, {})->angles.size(), 10U);
    const auto positionsAlone = rowsOf([](const FileBuilder& file) { file.remove("/ropes/main/angles"); });
    ASSERT_TRUE(positionsAlone);
    EXPECT_EQ(positionsAlone->dimensions(), 0U);
    EXPECT_EQ(positionsAlone->read({10, 1, 0, 0}, {})->positions, (std::vector<std::int64_t>{10}));
    EXPECT_NE(failureOf(*positionsAlone, {0, 1, 0, 1}).find("expected some of 300 rows and 0 dimensions"), std::string::npos);
}

TEST_F(StoredRowsTest, sequencesAreThoseOfTheOffsets)
{
    const auto rows = rowsOf([](const FileBuilder& file) {
        file.dataset<std::int64_t>("/sequence_offsets", {5}, {0, 100, 100, 299, 300}, {H5T_STD_I64LE, {}, {}});
    });
    ASSERT_TRUE(rows);
    const auto offsets = rows->sequenceOffsets();
    EXPECT_EQ(sequenceOf(offsets, 0), 0);
    EXPECT_EQ(sequenceOf(offsets, 99), 0);
    EXPECT_EQ(sequenceOf(offsets, 100), 2); // sequence 1 has no rows
    EXPECT_EQ(sequenceOf(offsets, 298), 2);
    EXPECT_EQ(sequenceOf(offsets, 299), 3);
    EXPECT_EQ(sequenceOf({}, 5), std::nullopt);
}

TEST_F(StoredRowsTest, refusesWhatLiesOutside)
{
    const auto rows = rowsOf();
    ASSERT_TRUE(rows);
    for (const RowRange& range : {RowRange{-1, 1, 0, 1}, RowRange{300, 1, 0, 1}, RowRange{0, 301, 0, 1}, RowRange{0, -1, 0, 1},
             RowRange{0, 1, 7, 0}, RowRange{0, 1, 5, 2}, RowRange{INT64_MAX, INT64_MAX, 0, 1}, RowRange{0, 1, SIZE_MAX, SIZE_MAX}}) {
        EXPECT_NE(failureOf(*rows, range).find("expected some of 300 rows and 6 dimensions"), std::string::npos) << range.firstRow;
    }
    EXPECT_EQ(rows->read({0, 301, 0, 1}, {}).error().kind, ErrorKind::Usage);
}

TEST_F(StoredRowsTest, aFileThatWasChangedIsAnErrorEvenForWhatIsKept)
{
    const auto rows = rowsOf();
    ASSERT_TRUE(rows);
    ASSERT_TRUE(rows->read({0, 10, 0, 6}, {}).has_value());
    std::ofstream(m_folder / "sample.h5", std::ios::app) << "more";
    EXPECT_NE(failureOf(*rows, {0, 10, 0, 6}).find("sample.h5"), std::string::npos);
    EXPECT_NE(failureOf(*rows, {0, 10, 0, 6}).find("changed"), std::string::npos);
}

TEST_F(StoredRowsTest, aDamagedChunkSpoilsItsOwnRowsAlone)
{
    const auto rows = rowsOf([](const FileBuilder& file) {
        file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, test::sampleAngles(),
            {H5T_IEEE_F32LE, {100, 3}, test::shuffleAndDeflate});
        const hid_t dataset = H5Dopen2(file.id(), "/ropes/main/angles", H5P_DEFAULT);
        const std::vector<hsize_t> offset = {100, 3};
        const std::vector<unsigned char> stored = {1, 2, 3};
        H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, offset.data(), stored.size(), stored.data());
        H5Dclose(dataset);
    });
    ASSERT_TRUE(rows);
    EXPECT_TRUE(rows->read({0, 100, 0, 6}, {}).has_value());
    EXPECT_TRUE(rows->read({100, 100, 0, 3}, {}).has_value());
    EXPECT_NE(failureOf(*rows, {199, 1, 2, 2}).find("rows 100 to 199, columns 3 to 5 cannot be uncompressed"), std::string::npos);
    EXPECT_TRUE(rows->read({200, 100, 0, 6}, {}).has_value());
}

TEST_F(StoredRowsTest, stopsBetweenBlocks)
{
    const auto rows = rowsOf();
    ASSERT_TRUE(rows);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(rows->read({0, 10, 0, 6}, stop.get_token()).error().kind, ErrorKind::Stopped);
}

TEST_F(StoredRowsTest, findsTheNextRowOfAPosition)
{
    const auto rows = rowsOf(); // positions 0 ... 99, three times
    ASSERT_TRUE(rows);
    const auto find = [&](std::int64_t position, std::int64_t after) { return findPosition(*rows, position, after, {}).value(); };
    EXPECT_EQ(find(42, 0), 42);
    EXPECT_EQ(find(42, 41), 42);
    EXPECT_EQ(find(42, 42), 142);
    EXPECT_EQ(find(42, 242), 42); // from the beginning
    EXPECT_EQ(find(0, 299), 0);
    EXPECT_EQ(find(100, 0), std::nullopt);
    const auto once = rowsOf([](const FileBuilder& file) {
        std::vector<std::int64_t> positions(sampleRows, 1);
        positions[7] = 5;
        file.dataset("/positions", {sampleRows}, positions, {H5T_STD_I64LE, {}, {}});
    });
    EXPECT_EQ(findPosition(*once, 5, 7, {}).value(), 7); // the row itself, last
}

TEST_F(StoredRowsTest, severalThreadsMayRead)
{
    const auto rows = rowsOf([](const FileBuilder& file) {
        file.dataset(
            "/ropes/main/angles", {sampleRows, sampleDimensions}, test::sampleAngles(), {H5T_IEEE_F32LE, {10, 2}, test::shuffleAndDeflate});
    });
    ASSERT_TRUE(rows);
    const std::vector<float> whole = test::sampleAngles();
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                for (std::int64_t first = i; first + 20 <= rowCount; first += 7) {
                    const auto values = rows->read({first, 20, 0, 6}, {});
                    const auto begin = whole.begin() + first * 6;
                    wrong += values && std::equal(values->angles.begin(), values->angles.end(), begin, begin + 120) ? 0 : 1;
                }
            });
        }
    }
    EXPECT_EQ(wrong, 0);
}

// What lies in blocks of others is not read: here it is damaged.
TEST_F(StoredRowsTest, scansOnlyWhatIsStoredWithTheDimensionsAskedFor)
{
    const auto rows = rowsOf([](const FileBuilder& file) {
        std::vector<float> angles = test::sampleAngles();
        angles[5 * sampleDimensions + 1] = -1.0F;
        file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, angles, {H5T_IEEE_F32LE, {64, 2}, test::shuffleAndDeflate});
    });
    ASSERT_TRUE(rows);
    for (const bool withPositions : {true, false}) {
        std::vector<int> seen(sampleRows * sampleDimensions);
        const auto take = [&](unsigned thread, const RowTile& tile) -> Expected<void> {
            EXPECT_EQ(thread, 0U);
            EXPECT_EQ(tile.positions.size(), withPositions ? static_cast<std::size_t>(tile.range.rows) : 0U);
            for (std::size_t i = 0; i < tile.angles.size(); ++i) {
                const std::size_t row = static_cast<std::size_t>(tile.range.firstRow) + i / tile.range.dimensions;
                const std::size_t index = row * sampleDimensions + tile.range.firstDimension + i % tile.range.dimensions;
                EXPECT_EQ(tile.angles[i], test::sampleAngles()[index]);
                ++seen[index];
            }
            return {};
        };
        std::int64_t done = 0;
        const auto progress = [&](std::int64_t now, std::int64_t total) {
            EXPECT_GE(now, done);
            EXPECT_EQ(total, rowCount);
            done = now;
        };
        ASSERT_TRUE(rows->scan({.threads = 1, .dimensions = {3, 5}, .withPositions = withPositions}, take, {}, progress).has_value());
        EXPECT_EQ(done, rowCount);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            EXPECT_EQ(seen[i], i % sampleDimensions < 2 ? 0 : 1) << i;
        }
    }
}

TEST_F(StoredRowsTest, anglesAloneAreScannedWithoutPositions)
{
    const auto rows = rowsOf([](const FileBuilder& file) { file.remove("/positions"); });
    ASSERT_TRUE(rows);
    std::size_t taken = 0;
    const auto take = [&](unsigned, const RowTile& tile) -> Expected<void> {
        taken += tile.angles.size();
        return {};
    };
    EXPECT_FALSE(rows->scan({}, take, {}, {}).has_value());
    EXPECT_TRUE(rows->scan({.withPositions = false}, take, {}, {}).has_value());
    EXPECT_EQ(taken, sampleRows * sampleDimensions);
}

std::vector<Turn> turnsOf(const std::vector<double>& frequencies)
{
    std::vector<Turn> turns;
    std::ranges::transform(frequencies, std::back_inserter(turns), [](double frequency) { return turnOf(frequency); });
    return turns;
}

void expectSame(const AngleErrors& measured, std::size_t i, const AngleErrors& expected, std::size_t j)
{
    EXPECT_EQ(measured.total(i), expected.total(j));
    EXPECT_EQ(measured.largest(i), expected.largest(j));
    EXPECT_EQ(measured.quantile(i, 0.5), expected.quantile(j, 0.5));
    EXPECT_NEAR(measured.rootMeanSquare(i), expected.rootMeanSquare(j), 1e-12);
}

// The errors of a whole file, and of spans of its positions, against a loop over its values.
TEST_F(StoredRowsTest, errorsAreThoseOfTheLoop)
{
    for (const Storage& storage : {Storage{H5T_IEEE_F32LE, {}, {}}, Storage{H5T_IEEE_F32LE, {64, 4}, test::shuffleAndDeflate}}) {
        const auto rows = rowsOf([&](const FileBuilder& file) {
            file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, test::sampleAngles(), storage);
        });
        ASSERT_TRUE(rows);
        const IdealAngles ideal{turnsOf(test::sampleFrequencies())};
        const PositionSpans spans{20, 5};
        const auto measured = measureErrors(*rows, ideal, spans, {});
        ASSERT_TRUE(measured.has_value()) << measured.error().message;
        const std::vector<float> angles = test::sampleAngles();
        for (std::size_t d = 0; d < sampleDimensions; ++d) {
            AngleErrors expected(1);
            AngleErrors bySpan(sampleDimensions * spans.count); // with as many bins
            for (std::size_t row = 0; row < sampleRows; ++row) {
                const std::int64_t position = test::samplePositions()[row];
                const double error = errorTurns(angles[row * sampleDimensions + d], idealTurns(ideal.turns[d], position));
                expected.add(0, std::span(&error, 1));
                bySpan.add(spans.at(position), std::span(&error, 1));
            }
            expectSame((*measured)->ofDimensions, d, expected, 0);
            for (std::size_t span = 0; span < spans.count; ++span) {
                EXPECT_GT(bySpan.total(span), 0U);
                expectSame((*measured)->ofSpans, (*measured)->cell(d, span), bySpan, span);
            }
        }
    }
}

TEST_F(StoredRowsTest, errorsFollowTheAxisOfEachDimension)
{
    const std::vector<double> frequencies = test::sampleFrequencies();
    std::vector<std::int64_t> positions;
    std::vector<float> angles;
    for (std::int64_t row = 0; row < rowCount; ++row) {
        positions.insert(positions.end(), {row, 7 * row});
        for (std::size_t d = 0; d < sampleDimensions; ++d) {
            const double ideal = idealTurns(turnOf(frequencies[d]), d < 3 ? row : 7 * row);
            angles.push_back(static_cast<float>((ideal < 0 ? ideal + 1 : ideal) * 2 * std::numbers::pi));
        }
    }
    const auto rows = rowsOf([&](const FileBuilder& file) {
        file.dataset("/positions", {sampleRows, 2}, positions, {H5T_STD_I64LE, {}, {}});
        file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, angles, {H5T_IEEE_F32LE, {}, {}});
    });
    ASSERT_TRUE(rows);
    const std::vector<Turn> turns = turnsOf(frequencies);
    const PositionSpans halves{3 * rowCount + rowCount / 2 + 1, 2}; // of the second axis
    const auto right = measureErrors(*rows, {turns, {0, 0, 0, 1, 1, 1}}, halves, {});
    const auto wrong = measureErrors(*rows, {turns}, {}, {});
    ASSERT_TRUE(right && wrong);
    for (std::size_t d = 0; d < sampleDimensions; ++d) {
        EXPECT_LE((*right)->ofDimensions.largest(d), 0x1p-22) << d; // half the distance of neighbouring float32 below 2 pi
        EXPECT_EQ((*right)->ofSpans.total((*right)->cell(d, 1)) > 0, d >= 3) << d;
    }
    EXPECT_GT((*wrong)->ofDimensions.largest(3), 0.1);
}

TEST_F(StoredRowsTest, errorsNameTheRowOfWhatIsNoAngle)
{
    const auto rows = rowsOf([](const FileBuilder& file) {
        std::vector<float> angles = test::sampleAngles();
        angles[250 * sampleDimensions + 4] = 9.0F;
        file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, angles, {H5T_IEEE_F32LE, {64, 4}, {}});
    });
    ASSERT_TRUE(rows);
    const auto failed = measureErrors(*rows, {std::vector<Turn>(sampleDimensions)}, {}, {});
    ASSERT_FALSE(failed.has_value());
    EXPECT_NE(failed.error().message.english().find("/ropes/main/angles: row 250, dimension 4 is 9.0"), std::string::npos)
        << failed.error().message;
    const auto withoutPositions = rowsOf([](const FileBuilder& file) { file.remove("/positions"); });
    EXPECT_NE(
        measureErrors(*withoutPositions, {std::vector<Turn>(sampleDimensions)}, {}, {}).error().message.english().find("has no positions"),
        std::string::npos);
}

} // namespace
} // namespace rotascope
