// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/fine_histograms.h"
#include "core/recording/recording_reader.h"
#include "tests/core/recording/recording_fixture.h"

#include <limits>
#include <string>
#include <vector>

namespace rotascope {
namespace {

using test::FileBuilder;
using test::sampleDimensions;
using test::sampleRows;

using test::Change;

constexpr hsize_t layers = 3;
constexpr hsize_t heads = 2;

AngleHistograms countsOfSample(std::uint32_t intervals)
{
    AngleHistograms histograms(sampleDimensions, intervals);
    addRecordedAngles(test::sampleAngles(), histograms);
    return histograms;
}

std::vector<std::int64_t> fineCountsOfSample()
{
    const AngleHistograms fine = countsOfSample(fineIntervals);
    std::vector<std::int64_t> values;
    for (std::size_t dimension = 0; dimension < sampleDimensions; ++dimension) {
        const auto counts = fine.counts(dimension);
        values.insert(values.end(), counts.begin(), counts.end());
    }
    return values;
}

std::vector<double> usageOfSample()
{
    std::vector<double> usage(layers * heads * sampleDimensions);
    for (std::size_t i = 0; i < usage.size(); ++i) {
        usage[i] = 0.5 * static_cast<double>(i);
    }
    return usage;
}

// Three sequences of the positions 0 ... 99.
std::vector<std::int64_t> distancesOfSample()
{
    std::vector<std::int64_t> pairs(100);
    for (std::size_t distance = 0; distance < pairs.size(); ++distance) {
        pairs[distance] = 3 * (100 - static_cast<std::int64_t>(distance));
    }
    return pairs;
}

void dataset(const FileBuilder& file, const std::string& path, const std::vector<hsize_t>& extents, const std::vector<std::int64_t>& values,
    const std::vector<hsize_t>& chunk = {})
{
    file.dataset(path, extents, values, {H5T_STD_I64LE, chunk, {}});
    file.integer(path, "tokens", sampleRows);
}

void addUsage(
    const FileBuilder& file, const std::vector<hsize_t>& extents, const std::vector<double>& values, const std::vector<hsize_t>& chunk = {})
{
    file.dataset("/ropes/main/usage", extents, values, {H5T_IEEE_F64BE, chunk, {}});
    file.integer("/ropes/main/usage", "tokens", sampleRows);
}

void addCounts(const FileBuilder& file)
{
    file.integer("/", "version", 2);
    dataset(file, "/position_counts", {1, 100}, std::vector<std::int64_t>(100, 3));
    dataset(file, "/distance_counts", {100}, distancesOfSample());
    dataset(file, "/ropes/main/angle_counts", {sampleDimensions, fineIntervals}, fineCountsOfSample(), {4, 6300});
    addUsage(file, {layers, heads, sampleDimensions}, usageOfSample());
}

class StoredCountsTest : public testing::Test {
protected:
    // The sample, counted, without values unless they are wanted, and changed.
    std::filesystem::path make(bool hasValues, const Change& change = {})
    {
        std::filesystem::path path = m_folder / "counts.h5";
        const FileBuilder file(path);
        test::fillSample(file);
        addCounts(file);
        if (!hasValues) {
            for (const char* member : {"/positions", "/sequence_offsets", "/ropes/main/angles"}) {
                file.remove(member);
            }
        }
        if (change) {
            change(file);
        }
        return path;
    }

    // What opening or reading all counts fails with.
    std::string failure(const Change& change)
    {
        const auto read = RecordingReader::open(make(false, change)).and_then([](const std::shared_ptr<RecordingReader>& reader) {
            return reader->countPositions()
                .and_then([&](const auto&) { return reader->countDistances(); })
                .and_then([&](const auto&) { return reader->angleHistograms(0, 360); })
                .and_then([&](const auto&) { return reader->usage(0); });
        });
        return read ? std::string() : read.error().message.english().substr((m_folder / "counts.h5").string().size());
    }

    test::TemporaryFolder m_folder;
};

TEST_F(StoredCountsTest, aloneAreAWholeRecording)
{
    const auto reader = RecordingReader::open(make(false));
    ASSERT_TRUE(reader.has_value()) << reader.error().message;
    const RecordingInfo& info = (*reader)->info();
    EXPECT_EQ(info.tokens, static_cast<std::int64_t>(sampleRows));
    EXPECT_EQ(info.axes, 1);
    EXPECT_FALSE(info.hasRows);
    EXPECT_TRUE(info.hasPositionCounts && info.hasDistanceCounts && info.ropes[0].hasAngleCounts && info.ropes[0].hasUsage);
    EXPECT_FALSE(info.ropes[0].hasAngles);

    EXPECT_EQ((*reader)->countPositions().value(), std::vector{PositionSet::counted(std::vector<std::uint64_t>(100, 3))});
    for (const std::uint32_t intervals : {90U, 360U, 25200U}) {
        EXPECT_EQ((*reader)->angleHistograms(0, intervals).value(), countsOfSample(intervals)) << intervals;
    }
    const std::vector<std::int64_t> distances = distancesOfSample();
    EXPECT_EQ((*reader)->countDistances().value().pairs, std::vector<std::uint64_t>(distances.begin(), distances.end()));
    EXPECT_EQ((*reader)->usage(0).value(), usageOfSample());
    const auto angles = (*reader)->recordedAngles(0);
    ASSERT_NE(angles, nullptr);
    EXPECT_EQ(angles->rows(), static_cast<std::int64_t>(sampleRows));
    EXPECT_TRUE(angles->isCounted(360));
    EXPECT_FALSE(angles->isCounted(361));
}

TEST_F(StoredCountsTest, refuseIntervalsThatTheyDoNotTell)
{
    const auto reader = RecordingReader::open(make(false)).value();
    const auto counted = reader->angleHistograms(0, 361);
    ASSERT_FALSE(counted.has_value());
    EXPECT_EQ(counted.error().kind, ErrorKind::Usage);
    EXPECT_NE(counted.error().message.english().find("counted in 25200 intervals"), std::string::npos) << counted.error().message;
    const auto values = reader->readAngles(0, [](const AngleTile&) { return Expected<void>(); });
    ASSERT_FALSE(values.has_value());
    EXPECT_NE(values.error().message.english().find("no angles one by one"), std::string::npos) << values.error().message;
}

TEST_F(StoredCountsTest, besideValuesLeaveEveryNumberOfIntervals)
{
    const auto reader = RecordingReader::open(make(true)).value();
    EXPECT_TRUE(reader->info().hasRows);
    EXPECT_EQ(reader->angleHistograms(0, 361).value(), countsOfSample(361));
    EXPECT_EQ(reader->angleHistograms(0, 360).value(), countsOfSample(360));
}

TEST_F(StoredCountsTest, mayBeOfMoreTokensThanTheValues)
{
    const auto reader = RecordingReader::open(make(true, [](const FileBuilder& file) {
        dataset(file, "/position_counts", {1, 100}, std::vector<std::int64_t>(100, 9));
        file.integer("/position_counts", "tokens", 900);
    }));
    ASSERT_TRUE(reader.has_value()) << reader.error().message;
    EXPECT_EQ((*reader)->info().tokens, static_cast<std::int64_t>(sampleRows));
    EXPECT_EQ((*reader)->countPositions().value().front().total(), 900U);
}

TEST_F(StoredCountsTest, areRefusedWithoutTheirTokens)
{
    for (const std::string member : {"/position_counts", "/distance_counts", "/ropes/main/angle_counts", "/ropes/main/usage"}) {
        const std::string missing = failure([&](const FileBuilder& file) { file.removeAttribute(member, "tokens"); });
        EXPECT_EQ(missing, ": " + member + ": attribute \"tokens\" is missing; expected 1 to 9007199254740992");
        const std::string none = failure([&](const FileBuilder& file) { file.integer(member, "tokens", 0); });
        EXPECT_EQ(none, ": " + member + ": attribute \"tokens\" is 0; expected 1 to 9007199254740992");
    }
    const auto fewer
        = RecordingReader::open(make(true, [](const FileBuilder& file) { file.integer("/position_counts", "tokens", sampleRows - 1); }));
    ASSERT_FALSE(fewer.has_value());
    EXPECT_NE(fewer.error().message.english().find("is 299; expected 300 to"), std::string::npos) << fewer.error().message;
}

TEST_F(StoredCountsTest, areRefusedInOtherShapes)
{
    EXPECT_NE(failure([](const FileBuilder& file) { dataset(file, "/position_counts", {100}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { dataset(file, "/position_counts", {4, 100}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { dataset(file, "/distance_counts", {1, 100}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { dataset(file, "/ropes/main/angle_counts", {sampleDimensions, 360}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { dataset(file, "/ropes/main/angle_counts", {5, fineIntervals}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { addUsage(file, {layers * heads, sampleDimensions}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { addUsage(file, {2, heads, sampleDimensions}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { addUsage(file, {layers, heads, 5}, {}); }), "");
    EXPECT_NE(failure([](const FileBuilder& file) { addUsage(file, {layers, 0, sampleDimensions}, {}); }), "");
    EXPECT_EQ(failure([](const FileBuilder& file) {
        addUsage(file, {layers, heads, sampleDimensions}, usageOfSample(), {1, 2, sampleDimensions});
    }),
        ": /ropes/main/usage: is chunked; expected a dataset in one piece");
    EXPECT_NE(failure([](const FileBuilder& file) {
        file.dataset<double>("/position_counts", {1, 100}, {}, {H5T_IEEE_F64LE, {}, {}});
        file.integer("/position_counts", "tokens", sampleRows);
    }).find("expected int64"),
        std::string::npos);
}

TEST_F(StoredCountsTest, areRefusedWithImpossibleValues)
{
    std::vector<std::int64_t> positions(100, 3);
    positions[7] = -1;
    EXPECT_EQ(failure([&](const FileBuilder& file) {
        dataset(file, "/position_counts", {1, 100}, positions);
    }),
        ": /position_counts: row 0, column 7 is -1; expected counts from 0 on, 300 at most in all");
    positions[7] = std::numeric_limits<std::int64_t>::max();
    EXPECT_NE(failure([&](const FileBuilder& file) { dataset(file, "/position_counts", {1, 100}, positions); }), "");
    positions[7] = 2;
    EXPECT_EQ(failure([&](const FileBuilder& file) {
        dataset(file, "/position_counts", {1, 100}, positions);
    }),
        ": /position_counts: row 0 adds up to 299; expected 300, as its attribute \"tokens\" says");

    std::vector<std::int64_t> angles = fineCountsOfSample();
    angles[2 * fineIntervals + 5] += 1;
    EXPECT_EQ(failure([&](const FileBuilder& file) {
        dataset(file, "/ropes/main/angle_counts", {sampleDimensions, fineIntervals}, angles);
    }).substr(0, 38),
        ": /ropes/main/angle_counts: row 2, col");

    std::vector<std::int64_t> distances = distancesOfSample();
    distances[0] = 299;
    EXPECT_NE(failure([&](const FileBuilder& file) { dataset(file, "/distance_counts", {100}, distances); }), "");
    distances[0] = std::int64_t{1} << 62;
    EXPECT_NE(failure([&](const FileBuilder& file) { dataset(file, "/distance_counts", {100}, distances); }), "");

    for (const double bad : {-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        std::vector<double> usage = usageOfSample();
        usage[4] = bad;
        const std::string message = failure([&](const FileBuilder& file) { addUsage(file, {layers, heads, sampleDimensions}, usage); });
        EXPECT_EQ(message.substr(0, 31), ": /ropes/main/usage: value 4 is") << message;
    }
}

} // namespace
} // namespace rotascope
