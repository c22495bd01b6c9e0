// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/fine_histograms.h"
#include "core/recording/recording_writer.h"
#include "tests/core/recording/recording_fixture.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace rotascope {
namespace {

using test::FileBuilder;
using test::sampleRows;

using test::Change;

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class CountedRecordingTest : public testing::Test {
protected:
    std::filesystem::path make(const std::string& name, const Change& change = {}) { return test::makeSample(m_folder / name, change); }

    static CountedRecording count(const std::filesystem::path& file)
    {
        auto counted = RecordingReader::open(file).and_then(
            [](const std::shared_ptr<RecordingReader>& reader) { return countRecording(*reader, {}, {}); });
        EXPECT_TRUE(counted.has_value()) << (counted ? "" : counted.error().message);
        return counted.value_or(CountedRecording{});
    }

    // The sum of some files, written; its bytes.
    std::string sum(const std::vector<std::filesystem::path>& files, const std::vector<std::string>& expectedNotes = {})
    {
        CountsSum sum;
        for (const std::filesystem::path& file : files) {
            EXPECT_TRUE(sum.add(count(file), file.string()).has_value());
        }
        std::vector<std::string> notes;
        const auto written = writeCounts(sum.take(notes), m_folder / "sum.h5");
        EXPECT_TRUE(written.has_value()) << (written ? "" : written.error().message);
        EXPECT_EQ(notes, expectedNotes);
        return bytesOf(m_folder / "sum.h5");
    }

    std::string refusal(const std::filesystem::path& first, const std::filesystem::path& second)
    {
        CountsSum sum;
        EXPECT_TRUE(sum.add(count(first), "first.h5").has_value());
        const auto added = sum.add(count(second), "second.h5");
        return added ? std::string() : added.error().message.english();
    }

    test::TemporaryFolder m_folder;
};

void addUsage(const FileBuilder& file, double scale)
{
    std::vector<double> usage(std::size_t{3} * 2 * test::sampleDimensions);
    for (std::size_t i = 0; i < usage.size(); ++i) {
        usage[i] = scale * (0.1 + static_cast<double>(i));
    }
    file.integer("/", "version", 2);
    file.dataset("/ropes/main/usage", {3, 2, test::sampleDimensions}, usage, {H5T_IEEE_F64LE, {}, {}});
    file.integer("/ropes/main/usage", "tokens", sampleRows);
}

TEST_F(CountedRecordingTest, comesBackFromItsFile)
{
    const std::filesystem::path values = make("values.h5", [](const FileBuilder& file) { addUsage(file, 1); });
    const CountedRecording counted = count(values);
    ASSERT_TRUE(writeCounts(counted, m_folder / "counts.h5").has_value());
    const auto reader = RecordingReader::open(m_folder / "counts.h5");
    ASSERT_TRUE(reader.has_value()) << reader.error().message;
    EXPECT_FALSE((*reader)->info().hasRows);
    const CountedRecording again = count(m_folder / "counts.h5");
    EXPECT_EQ(again.modelId, counted.modelId);
    EXPECT_EQ(again.created, counted.created);
    EXPECT_EQ(again.positions, counted.positions);
    EXPECT_EQ(again.distances, counted.distances);
    EXPECT_EQ(again.distanceTokens, static_cast<std::int64_t>(sampleRows));
    ASSERT_EQ(again.ropes.size(), 1U);
    EXPECT_EQ(again.ropes[0].angles, counted.ropes[0].angles);
    EXPECT_EQ(again.ropes[0].usage, counted.ropes[0].usage);
    EXPECT_EQ(again.ropes[0].layers, (std::vector<std::int32_t>{0, 2, 4}));
    EXPECT_EQ(again.ropes[0].rope.invFreq, test::sampleFrequencies());
}

TEST_F(CountedRecordingTest, hasTheDistancesOfItsSequences)
{
    // Sequences of 100 positions, each without gaps.
    std::vector<std::uint64_t> expected(100);
    for (std::size_t distance = 0; distance < expected.size(); ++distance) {
        expected[distance] = 3 * (100 - distance);
    }
    EXPECT_EQ(count(make("a.h5")).distances, expected);
    // One and the same as the loop over all pairs, for lengths that differ.
    const std::vector<std::int64_t> offsets = {0, 100, 100, 150, 151, 200, 300};
    std::vector<std::int64_t> positions(sampleRows);
    std::vector<std::uint64_t> pairs(100);
    for (std::size_t s = 0; s + 1 < offsets.size(); ++s) {
        for (std::int64_t m = offsets[s]; m < offsets[s + 1]; ++m) {
            positions[static_cast<std::size_t>(m)] = 7 + m - offsets[s];
            for (std::int64_t n = offsets[s]; n <= m; ++n) {
                ++pairs[static_cast<std::size_t>(m - n)];
            }
        }
    }
    const auto packed = [&](const FileBuilder& file) {
        file.dataset("/positions", {sampleRows}, positions, {H5T_STD_I64LE, {7}, {}});
        file.dataset("/sequence_offsets", {offsets.size()}, offsets, {H5T_STD_I64LE, {}, {}});
    };
    EXPECT_EQ(count(make("b.h5", packed)).distances, pairs);
    // A gap, or no word on where sequences begin: not known.
    positions[10] = 50;
    EXPECT_TRUE(count(make("c.h5", packed)).distances.empty());
    EXPECT_TRUE(count(make("d.h5", [](const FileBuilder& file) { file.remove("/sequence_offsets"); })).distances.empty());
}

TEST_F(CountedRecordingTest, addsUpInAnyOrderToTheSameBytes)
{
    const auto later = [](const FileBuilder& file) {
        file.fixedText("/", "created", "2025-01-01T00:00:00Z");
        std::vector<float> angles = test::sampleAngles();
        std::ranges::reverse(angles);
        file.dataset("/ropes/main/angles", {sampleRows, test::sampleDimensions}, angles, {H5T_IEEE_F32LE, {}, {}});
        addUsage(file, 1.0 / 3);
    };
    const std::filesystem::path a = make("a.h5", [](const FileBuilder& file) { addUsage(file, 1e10); });
    const std::filesystem::path b = make("b.h5", later);
    const std::filesystem::path c = make("c.h5", [](const FileBuilder& file) { addUsage(file, 0.7); });
    const std::string all = sum({a, b, c});
    EXPECT_EQ(sum({c, a, b}), all);
    EXPECT_EQ(sum({b, c, a}), all);

    const CountedRecording counted = count(m_folder / "sum.h5");
    EXPECT_EQ(counted.created, "2025-01-01T00:00:00Z");
    EXPECT_EQ(counted.positions.front().total(), 3 * sampleRows);
    EXPECT_EQ(counted.distances.front(), 3 * sampleRows);
    AngleHistograms expected(test::sampleDimensions, fineIntervals);
    for (const std::filesystem::path& file : {a, b, c}) {
        const AngleHistograms one = *count(file).ropes[0].angles;
        for (std::size_t d = 0; d < expected.dimensions(); ++d) {
            std::ranges::transform(one.counts(d), expected.counts(d), expected.counts(d).begin(), std::plus<>());
            expected.setTotal(d, expected.total(d) + one.total(d));
        }
    }
    EXPECT_EQ(*counted.ropes[0].angles, expected);
}

TEST_F(CountedRecordingTest, isTheSumOfItsShares)
{
    const std::filesystem::path values = make("a.h5", [](const FileBuilder& file) {
        file.dataset("/positions", {sampleRows}, test::samplePositions(), {H5T_STD_I64LE, {13}, {}});
        file.dataset("/ropes/main/angles", {sampleRows, test::sampleDimensions}, test::sampleAngles(), {H5T_IEEE_F32LE, {7, 4}, {}});
    });
    ASSERT_TRUE(writeCounts(count(values), m_folder / "counts.h5").has_value());
    for (const std::filesystem::path& source : {values, m_folder / "counts.h5"}) {
        const CountedRecording whole = count(source);
        std::vector<std::uint64_t> positions(100);
        AngleHistograms angles(test::sampleDimensions, fineIntervals);
        for (std::uint64_t part = 0; part < 3; ++part) {
            const auto share = countRecording(**RecordingReader::open(source), {}, {}, {part, 3});
            ASSERT_TRUE(share.has_value()) << share.error().message;
            EXPECT_EQ(share->distances.empty(), part > 0);
            std::ranges::transform(share->positions[0].run(0).multiplicity, positions, positions.begin(), std::plus<>());
            for (std::size_t d = 0; d < angles.dimensions(); ++d) {
                std::ranges::transform(share->ropes[0].angles->counts(d), angles.counts(d), angles.counts(d).begin(), std::plus<>());
                angles.setTotal(d, angles.total(d) + share->ropes[0].angles->total(d));
            }
        }
        EXPECT_EQ(PositionSet::counted(positions), whole.positions[0]);
        EXPECT_EQ(angles, *whole.ropes[0].angles);
    }
}

TEST_F(CountedRecordingTest, leavesOutWhatNotAllHave)
{
    const std::filesystem::path a = make("a.h5");
    const std::filesystem::path b = make("b.h5", [](const FileBuilder& file) { file.remove("/ropes/main/angles"); });
    sum({a, b}, {"angles of RoPE \"main\" are left out: 1 of 2 recordings have none"});
    EXPECT_FALSE(count(m_folder / "sum.h5").ropes[0].angles.has_value());
    EXPECT_EQ(count(m_folder / "sum.h5").positions.front().total(), 2 * sampleRows);
}

TEST_F(CountedRecordingTest, isNotAddedToAnotherModel)
{
    const std::filesystem::path a = make("a.h5");
    EXPECT_NE(
        refusal(a, make("b.h5", [](const FileBuilder& file) { file.variableText("/", "model_id", "other"); })).find("model \"other\""),
        std::string::npos);
    EXPECT_NE(
        refusal(a, make("c.h5", [](const FileBuilder& file) { file.real("/ropes/main", "rope_theta", 500.0); })).find("other attributes"),
        std::string::npos);
    EXPECT_NE(refusal(a,
                  make("d.h5",
                      [](const FileBuilder& file) {
                          std::vector<double> frequencies = test::sampleFrequencies();
                          frequencies[3] *= 0.5;
                          file.dataset("/ropes/main/inv_freq", {frequencies.size()}, frequencies, {H5T_IEEE_F64LE, {}, {}});
                      }))
                  .find("other frequencies"),
        std::string::npos);
    EXPECT_NE(refusal(a, make("e.h5", [](const FileBuilder& file) { file.integers("/ropes/main", "layers", {1}); })).find("other layers"),
        std::string::npos);
}

// The recorder knows them of a run whose usage it records.
TEST_F(CountedRecordingTest, takesLayersFromWhoKnowsThem)
{
    const std::filesystem::path a = make("a.h5", [](const FileBuilder& file) { file.removeAttribute("/ropes/main", "layers"); });
    const std::filesystem::path b = make("b.h5");
    for (const auto& files : {std::vector{a, b}, std::vector{b, a}}) {
        sum(files, {});
        EXPECT_EQ(count(m_folder / "sum.h5").ropes[0].layers, (std::vector<std::int32_t>{0, 2, 4}));
    }
}

} // namespace
} // namespace rotascope
