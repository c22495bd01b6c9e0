// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/recording_reader.h"

#include "core/recording/counted_recording.h"
#include "core/recording/recording_writer.h"

#include "tests/core/recording/recording_fixture.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <numbers>
#include <thread>

namespace rotascope {
namespace {

using test::FileBuilder;
using test::sampleDimensions;
using test::sampleRows;
using test::Storage;

using test::Change;

class RecordingReaderTest : public testing::Test {
protected:
    // A complete recording, changed.
    std::filesystem::path make(const Change& change = {}) { return test::makeSample(m_folder / "sample.h5", change); }

    // What opening a changed recording fails with; it names the file.
    std::string openingFailsWith(const Change& change)
    {
        const std::filesystem::path path = make(change);
        const auto reader = RecordingReader::open(path);
        EXPECT_FALSE(reader.has_value());
        if (reader) {
            return {};
        }
        EXPECT_EQ(reader.error().kind, ErrorKind::Input);
        EXPECT_NE(reader.error().message.english().find(path.string()), std::string::npos) << reader.error().message;
        return reader.error().message;
    }

    static std::shared_ptr<RecordingReader> open(const std::filesystem::path& path)
    {
        auto reader = RecordingReader::open(path);
        EXPECT_TRUE(reader.has_value()) << (reader ? "" : reader.error().message);
        return reader ? *reader : nullptr;
    }

    static AngleHistograms directCount(const std::vector<float>& angles, std::size_t dimensions, std::uint32_t intervals)
    {
        AngleHistograms histograms(dimensions, intervals);
        EXPECT_EQ(addRecordedAngles(angles, histograms), angles.size() / dimensions);
        return histograms;
    }

    test::TemporaryFolder m_folder;
};

void expectContains(const std::string& text, const std::string& part)
{
    EXPECT_NE(text.find(part), std::string::npos) << text << "\n  does not contain: " << part;
}

TEST_F(RecordingReaderTest, readsEveryAttribute)
{
    const auto reader = open(make());
    ASSERT_TRUE(reader);
    const RecordingInfo& info = reader->info();
    EXPECT_EQ(info.producer, "a test");
    EXPECT_EQ(info.modelId, "some/módel");
    EXPECT_EQ(info.created, "2024-05-06T07:08:09Z");
    EXPECT_EQ(info.tokens, 300);
    EXPECT_EQ(info.axes, 1);
    EXPECT_EQ(info.sequenceOffsets, (std::vector<std::int64_t>{0, 100, 200, 300}));
    ASSERT_EQ(info.ropes.size(), 1U);
    const RecordedRope& main = info.ropes[0];
    EXPECT_EQ(main.name, "main");
    EXPECT_TRUE(main.hasAngles);
    EXPECT_EQ(main.layers, (std::vector<std::int32_t>{0, 2, 4}));
    EXPECT_EQ(main.rope.modelId, "some/módel");
    EXPECT_EQ(main.rope.ropeTheta, 10000.0);
    EXPECT_EQ(main.rope.headDim, 16);
    EXPECT_EQ(main.rope.rotaryDim, 12);
    EXPECT_EQ(main.rope.originalMaxPositionEmbeddings, 100);
    EXPECT_EQ(main.rope.maxPositionEmbeddings, 400);
    EXPECT_EQ(main.rope.ropeType, "yarn");
    EXPECT_EQ(main.rope.attentionFactor, 1.25);
    EXPECT_EQ(main.rope.invFreq, test::sampleFrequencies());
    EXPECT_TRUE(main.rope.axis.empty());
}

// One chunk, so that one thread reads all of it.
TEST_F(RecordingReaderTest, tellsWhatIsCountedSoFar)
{
    const std::filesystem::path file = m_folder / "long.h5";
    RopeConfig rope{.modelId = "some/model", .headDim = 4, .rotaryDim = 4, .invFreq = {1.0, 0.1}};
    ASSERT_TRUE(writeRecording({.rope = rope, .length = 16384, .withAngles = true, .created = {}}, file));
    const auto reader = open(file);
    std::vector<AngleHistograms> told;
    const auto soFar = [&](const AngleHistograms& some) { told.push_back(some); };
    const AngleHistograms all = reader->angleHistograms(0, 90, {}, {}, {}, soFar).value();
    EXPECT_EQ(all, reader->angleHistograms(0, 90).value());
    ASSERT_FALSE(told.empty());
    EXPECT_LE(told.size(), 50U);
    for (const AngleHistograms& some : told) {
        ASSERT_EQ(some.intervals(), CountingWatch::intervals);
        for (std::size_t dimension = 0; dimension < 2; ++dimension) {
            EXPECT_GT(some.total(dimension), 0U);
            EXPECT_TRUE(std::ranges::equal(some.counts(dimension), all.counts(dimension), std::less_equal<>()));
        }
    }
    told.clear();
    ASSERT_TRUE(reader->angleHistograms(0, 361, {}, {}, {}, soFar));
    EXPECT_TRUE(told.empty()) << "361 intervals do not tell 90";
}

TEST_F(RecordingReaderTest, optionalMembersHaveDefaults)
{
    const auto reader = open(make([](const FileBuilder& file) {
        for (const char* name : {"producer", "model_id", "created"}) {
            file.removeAttribute("/", name);
        }
        for (const char* name :
            {"rope_theta", "original_max_position_embeddings", "max_position_embeddings", "rope_type", "attention_factor", "layers"}) {
            file.removeAttribute("/ropes/main", name);
        }
        file.remove("/sequence_offsets");
        file.remove("/ropes/main/angles");
    }));
    ASSERT_TRUE(reader);
    const RecordedRope& main = reader->info().ropes.at(0);
    EXPECT_FALSE(main.rope.ropeTheta);
    EXPECT_FALSE(main.rope.originalMaxPositionEmbeddings);
    EXPECT_EQ(main.rope.ropeType, "default");
    EXPECT_EQ(main.rope.attentionFactor, 1.0);
    EXPECT_FALSE(main.hasAngles);
    EXPECT_TRUE(reader->info().sequenceOffsets.empty());
    EXPECT_EQ(reader->recordedAngles(0), nullptr);
    EXPECT_FALSE(reader->angleHistograms(0, 8));
}

TEST_F(RecordingReaderTest, countsPositions)
{
    const auto sets = open(make())->countPositions();
    ASSERT_TRUE(sets.has_value());
    EXPECT_EQ(*sets, std::vector<PositionSet>{PositionSet::counted(std::vector<std::uint64_t>(100, 3))});
}

TEST_F(RecordingReaderTest, countsEachPositionAxis)
{
    std::vector<std::int64_t> positions; // [300, 3]
    for (std::int64_t row = 0; row < 300; ++row) {
        positions.insert(positions.end(), {row, row / 2, 7});
    }
    for (const Storage& storage : {Storage{H5T_STD_I64LE, {}, {}}, Storage{H5T_STD_I64LE, {64, 3}, test::shuffleAndDeflate},
             Storage{H5T_STD_I64LE, {50, 2}, test::shuffleAndDeflate}}) {
        const auto reader = open(make([&](const FileBuilder& file) {
            file.dataset("/positions", {sampleRows, 3}, positions, storage);
            file.dataset<std::int32_t>("/ropes/main/axis", {sampleDimensions}, {0, 1, 2, 0, 1, 2}, {H5T_STD_I32LE, {}, {}});
        }));
        ASSERT_TRUE(reader);
        EXPECT_EQ(reader->info().axes, 3);
        EXPECT_EQ(reader->info().ropes.at(0).rope.axis, (std::vector<int>{0, 1, 2, 0, 1, 2}));
        const auto sets = reader->countPositions();
        ASSERT_TRUE(sets.has_value());
        ASSERT_EQ(sets->size(), 3U);
        EXPECT_EQ(sets->at(0), PositionSet::counted(std::vector<std::uint64_t>(300, 1)));
        EXPECT_EQ(sets->at(1), PositionSet::counted(std::vector<std::uint64_t>(150, 2)));
        EXPECT_EQ(sets->at(2).run(0).multiplicity[7], 300U);
    }
}

TEST_F(RecordingReaderTest, everyLayoutAndByteOrderGivesTheSameCounts)
{
    const auto deflateOnly = [](hid_t properties) { H5Pset_deflate(properties, 6); };
    const auto shuffleOnly = [](hid_t properties) { H5Pset_shuffle(properties); };
    const auto compact = [](hid_t properties) { H5Pset_layout(properties, H5D_COMPACT); };
    const AngleHistograms expected = directCount(test::sampleAngles(), sampleDimensions, 360);
    const std::vector<Storage> storages = {{H5T_IEEE_F32LE, {}, {}}, {H5T_IEEE_F32BE, {}, {}}, {H5T_IEEE_F32LE, {}, compact},
        {H5T_IEEE_F32LE, {64, 4}, {}}, {H5T_IEEE_F32BE, {64, 4}, {}}, {H5T_IEEE_F32LE, {64, 4}, test::shuffleAndDeflate},
        {H5T_IEEE_F32BE, {64, 4}, test::shuffleAndDeflate}, {H5T_IEEE_F32LE, {7, 6}, deflateOnly}, {H5T_IEEE_F32LE, {300, 1}, shuffleOnly},
        {H5T_IEEE_F32LE, {1, 6}, test::shuffleAndDeflate}};
    for (std::size_t i = 0; i < storages.size(); ++i) {
        const auto reader = open(make([&](const FileBuilder& file) {
            file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, test::sampleAngles(), storages[i]);
        }));
        ASSERT_TRUE(reader) << i;
        const auto histograms = reader->angleHistograms(0, 360);
        ASSERT_TRUE(histograms.has_value()) << i << ": " << histograms.error().message;
        EXPECT_EQ(*histograms, expected) << i;
    }
}

TEST_F(RecordingReaderTest, positionsInEveryByteOrder)
{
    for (const Storage& storage : {Storage{H5T_STD_I64BE, {}, {}}, Storage{H5T_STD_I64BE, {77}, test::shuffleAndDeflate}}) {
        const auto sets = open(make([&](const FileBuilder& file) {
            file.dataset("/positions", {sampleRows}, test::samplePositions(), storage);
        }))->countPositions();
        ASSERT_TRUE(sets.has_value());
        EXPECT_EQ(sets->at(0), PositionSet::counted(std::vector<std::uint64_t>(100, 3)));
    }
}

TEST_F(RecordingReaderTest, recordedAnglesKeepTheFileOpen)
{
    const std::shared_ptr<const RecordedAngles> angles = open(make())->recordedAngles(0);
    ASSERT_TRUE(angles);
    const auto histograms = angles->histograms(16, {});
    ASSERT_TRUE(histograms.has_value());
    EXPECT_EQ(*histograms, directCount(test::sampleAngles(), sampleDimensions, 16));
}

TEST_F(RecordingReaderTest, whatANewerHdf5WroteIsExplained)
{
    const std::filesystem::path path = make();
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(8); // the version of the superblock
    file.put(9);
    file.close();
    const auto reader = RecordingReader::open(path);
    ASSERT_FALSE(reader);
    expectContains(reader.error().message, ": cannot be opened: it is damaged, or a newer HDF5 wrote it; h5repack --high=1 FILE COPY");
}

// A small file may hold compressed RoPEs whose frequencies would take gigabytes.
TEST_F(RecordingReaderTest, ropesWithAMillionDimensionsAreRefused)
{
    const std::string message = openingFailsWith([](const FileBuilder& file) {
        for (int i = 0; i < 17; ++i) {
            const std::string group = "/ropes/r" + std::to_string(i);
            file.group(group);
            file.integer(group, "head_dim", 131072);
            file.integer(group, "rotary_dim", 131072);
            file.dataset<double>(group + "/inv_freq", {65536}, std::vector<double>(65536, 1.0), {H5T_IEEE_F64LE, {}, {}});
        }
    });
    expectContains(message, "has more than 1048576 dimensions");
}

TEST_F(RecordingReaderTest, ropesAreSortedAndUnknownMembersIgnored)
{
    const auto reader = open(make([](const FileBuilder& file) {
        H5Lmove(file.id(), "/ropes/main", file.id(), "/ropes/local", H5P_DEFAULT, H5P_DEFAULT);
        file.group("/ropes/global");
        file.integer("/ropes/global", "head_dim", 4);
        file.integer("/ropes/global", "rotary_dim", 4);
        file.integer("/ropes/global", "something", 4);
        file.dataset<double>("/ropes/global/inv_freq", {2}, {1.0, 0.5}, {H5T_IEEE_F64LE, {}, {}});
        file.dataset<double>("/ropes/notes", {1}, {1.0}, {H5T_IEEE_F64LE, {}, {}});
        file.group("/extra");
    }));
    ASSERT_TRUE(reader);
    ASSERT_EQ(reader->info().ropes.size(), 2U);
    EXPECT_EQ(reader->info().ropes[0].name, "global");
    EXPECT_EQ(reader->info().ropes[1].name, "local");
    EXPECT_EQ(*reader->angleHistograms(1, 360), directCount(test::sampleAngles(), sampleDimensions, 360));
}

TEST_F(RecordingReaderTest, positionsMayBeMissingWhereAnglesAreThere)
{
    const auto reader = open(make([](const FileBuilder& file) { file.remove("/positions"); }));
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->info().tokens, 300);
    EXPECT_EQ(reader->info().axes, 0);
    const auto sets = reader->countPositions();
    ASSERT_FALSE(sets.has_value());
    expectContains(sets.error().message, "/positions: is missing");
}

TEST_F(RecordingReaderTest, stopsAndReportsProgress)
{
    const auto reader = open(make([](const FileBuilder& file) {
        file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, test::sampleAngles(), {H5T_IEEE_F32LE, {10, 6}, {}});
    }));
    ASSERT_TRUE(reader);
    std::int64_t last = -1;
    ASSERT_TRUE(reader->angleHistograms(0, 8, {}, [&](std::int64_t done, std::int64_t total) {
        EXPECT_GE(done, last);
        EXPECT_EQ(total, 300);
        last = done;
    }));
    EXPECT_EQ(last, 300);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(reader->countPositions(stop.get_token()).error().kind, ErrorKind::Stopped);
    EXPECT_EQ(reader->angleHistograms(0, 8, stop.get_token()).error().kind, ErrorKind::Stopped);
    // Asked to stop on the way: another thread may have finished all by then.
    std::stop_source later;
    const auto stopped = reader->angleHistograms(0, 8, later.get_token(), [&later](std::int64_t, std::int64_t) { later.request_stop(); });
    EXPECT_TRUE(stopped || stopped.error().kind == ErrorKind::Stopped);
}

TEST_F(RecordingReaderTest, severalThreadsMayAsk)
{
    const auto reader = open(make());
    const AngleHistograms expected = directCount(test::sampleAngles(), sampleDimensions, 90);
    std::vector<std::jthread> threads(4);
    for (std::jthread& thread : threads) {
        thread = std::jthread([&] {
            for (int k = 0; k < 10; ++k) {
                EXPECT_EQ(*reader->angleHistograms(0, 90), expected);
                EXPECT_TRUE(reader->countPositions().has_value());
            }
        });
    }
}

TEST_F(RecordingReaderTest, refusesImpossibleRequests)
{
    const auto reader = open(make());
    EXPECT_EQ(reader->angleHistograms(1, 360).error().kind, ErrorKind::Usage);
    EXPECT_EQ(reader->angleHistograms(0, 1).error().kind, ErrorKind::Usage);
    EXPECT_EQ(reader->angleHistograms(0, maxIntervals + 1).error().kind, ErrorKind::Usage);
    EXPECT_EQ(reader->recordedAngles(1), nullptr);
}

TEST_F(RecordingReaderTest, refusesWhatIsNoRecording)
{
    const auto messageOf = [](const std::filesystem::path& path) { return RecordingReader::open(path).error().message; };
    expectContains(messageOf(m_folder / "missing.h5"), "no such file");
    expectContains(messageOf(m_folder.path()), "is a folder");
    std::ofstream(m_folder / "empty.h5").close();
    expectContains(messageOf(m_folder / "empty.h5"), "is empty");
    std::ofstream(m_folder / "text.h5") << "no HDF5 at all";
    expectContains(messageOf(m_folder / "text.h5"), "is not an HDF5 file");
    expectContains(messageOf("/dev/null"), "is a device, not a regular file");
    const std::filesystem::path path = make();
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    expectContains(messageOf(path), "it is cut off: it has");
}

TEST_F(RecordingReaderTest, refusesOtherFormatsAndVersions)
{
    expectContains(openingFailsWith([](const auto& file) { file.removeAttribute("/", "format"); }), "expected \"rotascope-recording\"");
    expectContains(openingFailsWith([](const auto& file) { file.variableText("/", "format", "other"); }), "is \"other\"");
    expectContains(openingFailsWith([](const auto& file) { file.integer("/", "format", 1); }), "is not a text");
    expectContains(openingFailsWith([](const auto& file) { file.variableText("/", "model_id", "\xff\xfe"); }), "UTF-8");
    expectContains(openingFailsWith([](const auto& file) { file.fixedText("/", "model_id", "\xc0\xaf"); }), "UTF-8");
    expectContains(openingFailsWith([](const auto& file) { file.variableText("/", "model_id", std::string(5000, 'a')); }), "at most 4096");
    expectContains(openingFailsWith([](const auto& file) { file.fixedText("/", "model_id", std::string(5000, 'a')); }), "at most 4096");
    expectContains(openingFailsWith([](const auto& file) { file.removeAttribute("/", "version"); }), "\"version\" is missing");
    expectContains(openingFailsWith([](const auto& file) { file.integer("/", "version", 0); }), "\"version\" is 0");
    expectContains(openingFailsWith([](const auto& file) { file.variableText("/", "version", "1"); }), "expected one integer");
    const std::string newer = openingFailsWith([](const auto& file) { file.integer("/", "version", 3); });
    expectContains(newer, "has version 3");
    expectContains(newer, "reads versions up to 2");
}

TEST_F(RecordingReaderTest, namesWhatIsMissing)
{
    expectContains(openingFailsWith([](const auto& file) { file.remove("/ropes"); }), "/ropes: is missing");
    expectContains(openingFailsWith([](const auto& file) { file.remove("/ropes/main"); }), "/ropes: has no groups");
    expectContains(openingFailsWith([](const auto& file) { file.remove("/ropes/main/inv_freq"); }), "/ropes/main/inv_freq: is missing");
    for (const char* name : {"head_dim", "rotary_dim"}) {
        expectContains(openingFailsWith([name](const auto& file) { file.removeAttribute("/ropes/main", name); }),
            std::string("/ropes/main: attribute \"") + name + "\" is missing");
    }
    expectContains(openingFailsWith([](const auto& file) {
        file.remove("/positions");
        file.remove("/ropes/main/angles");
    }),
        "/positions: is missing");
}

TEST_F(RecordingReaderTest, refusesWrongTypesAndShapes)
{
    const std::vector<std::int64_t> positions = test::samplePositions();
    const auto fails = [&](const std::string& path, const std::vector<hsize_t>& extents, hid_t type) {
        return openingFailsWith([&](const FileBuilder& file) { file.dataset(path, extents, std::vector<double>(), {type, {}, {}}); });
    };
    for (const hid_t type : {H5T_STD_I32LE, H5T_STD_U64LE, H5T_IEEE_F64LE}) {
        expectContains(fails("/positions", {sampleRows}, type), "/positions: has another type; expected int64");
    }
    expectContains(fails("/positions", {1, 1, 300}, H5T_STD_I64LE), "has 3 dimensions; expected one or two dimensions");
    expectContains(fails("/positions", {300}, H5T_STD_I64LE), "was never written");
    expectContains(fails("/positions", {0}, H5T_STD_I64LE), "no tokens");
    expectContains(openingFailsWith([&](const FileBuilder& file) {
        file.dataset("/positions", {75, 4}, positions, {H5T_STD_I64LE, {}, {}});
    }),
        "has 4 position axes; expected 1 to 3");
    expectContains(fails("/ropes/main/inv_freq", {6}, H5T_IEEE_F32LE), "inv_freq: has another type; expected float64");
    expectContains(fails("/ropes/main/inv_freq", {6, 1}, H5T_IEEE_F64LE), "has 2 dimensions; expected one dimension");
    expectContains(fails("/ropes/main/angles", {300, 6}, H5T_IEEE_F64LE), "angles: has another type; expected float32");
    expectContains(fails("/ropes/main/angles", {300}, H5T_IEEE_F32LE), "has 1 dimensions; expected two dimensions");
    expectContains(openingFailsWith([](const FileBuilder& file) {
        file.dataset("/ropes/main/angles", {450, 4}, test::sampleAngles(), {H5T_IEEE_F32LE, {}, {}});
    }),
        "has 4 columns");
    expectContains(openingFailsWith([](const FileBuilder& file) {
        file.dataset("/ropes/main/angles", {2, 6}, std::vector<float>(12), {H5T_IEEE_F32LE, {}, {}});
    }),
        "has 2 rows; expected 300");
    expectContains(
        openingFailsWith([](const FileBuilder& file) { file.integer("/ropes/main", "rotary_dim", 14); }), "expected rotary_dim/2 = 7");
    expectContains(openingFailsWith([](const FileBuilder& file) { file.integer("/ropes/main", "head_dim", 8); }), "at most head_dim = 8");
    expectContains(openingFailsWith([](const FileBuilder& file) { file.real("/ropes/main", "rope_theta", 0.5); }), "rope_theta is 0.5");
    expectContains(
        openingFailsWith([](const FileBuilder& file) { file.real("/ropes/main", "attention_factor", -1); }), "\"attention_factor\" is -1");
    expectContains(openingFailsWith([](const FileBuilder& file) { file.integers("/ropes/main", "layers", {1, -1}); }), "value -1");
    expectContains(openingFailsWith([](const FileBuilder& file) {
        file.integers("/ropes/main", "head_dim", {16, 16});
    }),
        "expected one integer");
    expectContains(openingFailsWith([](const FileBuilder& file) {
        file.remove("/positions");
        file.group("/positions");
    }),
        "/positions: is not a dataset; expected the data themselves");
    expectContains(openingFailsWith([](const FileBuilder& file) {
        file.remove("/ropes");
        file.dataset("/ropes", {1}, std::vector<double>{1}, {H5T_IEEE_F64LE, {}, {}});
    }),
        "/ropes: is not a group");
}

TEST_F(RecordingReaderTest, refusesWrongOffsetsAndAxes)
{
    const auto offsets = [&](const std::vector<std::int64_t>& values) {
        return openingFailsWith([&](const FileBuilder& file) {
            file.dataset("/sequence_offsets", {values.size()}, values, {H5T_STD_I64LE, {}, {}});
        });
    };
    expectContains(offsets({1, 300}), "runs from 1 to 300");
    expectContains(offsets({0, 299}), "runs from 0 to 299; expected 0 to 300");
    expectContains(offsets({0, 200, 100, 300}), "is not ascending");
    expectContains(offsets({0}), "has 1 values");
    const auto axes = [&](const std::vector<std::int32_t>& values) {
        return openingFailsWith([&](const FileBuilder& file) {
            file.dataset("/ropes/main/axis", {values.size()}, values, {H5T_STD_I32LE, {}, {}});
        });
    };
    expectContains(axes({0, 0, 0, 0, 0, 1}), "dimension 5 follows axis 1; expected 0 to 0");
    expectContains(axes({-1, 0, 0, 0, 0, 0}), "dimension 0 follows axis -1");
    expectContains(axes({0, 0}), "has 2 values; expected one for each of the 6 dimensions");
}

TEST_F(RecordingReaderTest, refusesFrequenciesThatAreNone)
{
    for (const double bad : {std::nan(""), -0.5, std::numeric_limits<double>::infinity()}) {
        expectContains(openingFailsWith([bad](const FileBuilder& file) {
            file.dataset<double>("/ropes/main/inv_freq", {6}, {1, 1, 1, bad, 1, 1}, {H5T_IEEE_F64LE, {}, {}});
        }),
            "/ropes/main: inv_freq[3] is");
    }
}

// Within the memory of what there is; a file of counts, which has one for each position, cannot hold them.
TEST_F(RecordingReaderTest, countsPositionsThatLieFarApart)
{
    const std::filesystem::path path = make([](const FileBuilder& file) {
        std::vector<std::int64_t> positions = test::samplePositions();
        positions[7] = maxRecordedPosition;
        positions[200] = std::int64_t{1} << 30;
        file.dataset("/positions", {sampleRows}, positions, {H5T_STD_I64LE, {100}, test::shuffleAndDeflate});
    });
    const auto sets = open(path)->countPositions();
    ASSERT_TRUE(sets.has_value()) << sets.error().message;
    EXPECT_EQ(sets->at(0).total(), sampleRows);
    EXPECT_EQ(sets->at(0).end(), maxRecordedPosition + 1);
    EXPECT_LE(sets->at(0).stored(), sampleRows);
    const auto counted = countRecording(*open(path), {}, {});
    ASSERT_FALSE(counted.has_value());
    expectContains(counted.error().message.english(), "has positions up to 1099511627775; expected 0 to 16777215");
}

TEST_F(RecordingReaderTest, namesTheRowOfABadPosition)
{
    for (const std::int64_t bad : {std::int64_t{-5}, maxRecordedPosition + 1}) {
        const std::filesystem::path path = make([bad](const FileBuilder& file) {
            std::vector<std::int64_t> positions = test::samplePositions();
            positions[217] = bad;
            positions[218] = -1;
            positions[299] = -1;
            file.dataset("/positions", {sampleRows}, positions, {H5T_STD_I64LE, {100}, test::shuffleAndDeflate});
        });
        const auto sets = open(path)->countPositions();
        ASSERT_FALSE(sets.has_value());
        EXPECT_EQ(sets.error().message,
            path.string() + ": /positions: row 217 is position " + std::to_string(bad) + "; expected 0 to 1099511627775");
    }
}

TEST_F(RecordingReaderTest, namesTheRowAndTheDimensionOfABadAngle)
{
    for (const float bad : {7.5F, -0.25F, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        const std::filesystem::path path = make([bad](const FileBuilder& file) {
            std::vector<float> angles = test::sampleAngles();
            angles[150 * sampleDimensions + 5] = bad;
            angles[290 * sampleDimensions] = bad;
            file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, angles, {H5T_IEEE_F32LE, {40, 4}, {}});
        });
        const auto histograms = open(path)->angleHistograms(0, 360);
        ASSERT_FALSE(histograms.has_value());
        expectContains(histograms.error().message, path.string() + ": /ropes/main/angles: row 150, dimension 5 is ");
        expectContains(histograms.error().message, "expected an angle in [0, 2 pi)");
    }
}

TEST_F(RecordingReaderTest, takesAFullTurnThatWasRounded)
{
    std::vector<float> angles = test::sampleAngles();
    angles[3] = static_cast<float>(2 * std::numbers::pi);
    const auto reader = open(make([&](const FileBuilder& file) {
        file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, angles, {H5T_IEEE_F32LE, {}, {}});
    }));
    EXPECT_EQ(*reader->angleHistograms(0, 360), directCount(angles, sampleDimensions, 360));
}

TEST_F(RecordingReaderTest, opensNothingOutsideTheFile)
{
    const auto move = [&](const FileBuilder& file, const std::string& path) {
        const std::filesystem::path other = m_folder / "other.h5";
        const FileBuilder target(other);
        test::fillSample(target);
        file.remove(path);
        EXPECT_GE(H5Lcreate_external(other.c_str(), path.c_str(), file.id(), path.c_str(), H5P_DEFAULT, H5P_DEFAULT), 0);
    };
    for (const char* path : {"/positions", "/sequence_offsets", "/ropes", "/ropes/main", "/ropes/main/inv_freq", "/ropes/main/angles"}) {
        expectContains(openingFailsWith([&](const FileBuilder& file) { move(file, path); }), std::string(path) + ": is an external link");
    }
    expectContains(openingFailsWith([](const FileBuilder& file) {
        file.remove("/positions");
        H5Lcreate_soft("/sequence_offsets", file.id(), "/positions", H5P_DEFAULT, H5P_DEFAULT);
    }),
        "/positions: is a soft link");
    expectContains(openingFailsWith([&](const FileBuilder& file) {
        const std::string raw = (m_folder / "raw").string();
        file.dataset("/positions", {sampleRows}, test::samplePositions(),
            {H5T_STD_I64LE, {}, [raw](hid_t p) { H5Pset_external(p, raw.c_str(), 0, sampleRows * 8); }});
    }),
        "/positions: keeps its data in another file");
    expectContains(openingFailsWith([](const FileBuilder& file) {
        const hsize_t rows = sampleRows;
        const hid_t space = H5Screate_simple(1, &rows, nullptr);
        file.dataset("/positions", {sampleRows}, std::vector<std::int64_t>(),
            {H5T_STD_I64LE, {}, [space](hid_t p) { H5Pset_virtual(p, space, "other.h5", "/positions", space); }});
        H5Sclose(space);
    }),
        "/positions: is a virtual dataset");
}

TEST_F(RecordingReaderTest, refusesOtherFilters)
{
    const auto fails = [&](const std::function<void(hid_t)>& filters) {
        return openingFailsWith([&](const FileBuilder& file) {
            file.dataset("/positions", {sampleRows}, test::samplePositions(), {H5T_STD_I64LE, {100}, filters});
        });
    };
    expectContains(fails([](hid_t p) { H5Pset_fletcher32(p); }), "uses filter 3");
    expectContains(fails([](hid_t p) { H5Pset_scaleoffset(p, H5Z_SO_INT, 0); }), "uses filter 6");
    expectContains(fails([](hid_t p) { H5Pset_nbit(p); }), "uses filter 5");
    expectContains(fails([](hid_t p) {
        H5Pset_deflate(p, 1);
        H5Pset_shuffle(p);
    }),
        "uses filter 2");
}

TEST_F(RecordingReaderTest, refusesMoreThanTheFileCanHold)
{
    const auto huge = [](hid_t type, std::vector<hsize_t> chunk, std::function<void(hid_t)> adjust) {
        return Storage{type, std::move(chunk), std::move(adjust)};
    };
    expectContains(openingFailsWith([&](const FileBuilder& file) {
        file.dataset("/positions", {hsize_t{1} << 50}, std::vector<std::int64_t>(), huge(H5T_STD_I64LE, {1024}, test::shuffleAndDeflate));
    }),
        "more than the file can hold");
    expectContains(openingFailsWith([&](const FileBuilder& file) {
        file.dataset(
            "/ropes/main/angles", {hsize_t{1} << 62, 6}, std::vector<float>(), huge(H5T_IEEE_F32LE, {1024, 6}, test::shuffleAndDeflate));
    }),
        "more than the file can hold");
    expectContains(openingFailsWith([&](const FileBuilder& file) {
        const hsize_t rows = hsize_t{1} << 23;
        file.dataset("/positions", {rows}, std::vector<std::int64_t>(rows), huge(H5T_STD_I64LE, {rows}, test::shuffleAndDeflate));
    }),
        "expected chunks of at most 32 MiB");
}

TEST_F(RecordingReaderTest, saysWhatWasNeverWritten)
{
    const auto reader = open(make([](const FileBuilder& file) {
        file.dataset("/positions", {sampleRows}, std::vector<std::int64_t>(), {H5T_STD_I64LE, {100}, test::shuffleAndDeflate});
    }));
    const auto sets = reader->countPositions();
    ASSERT_FALSE(sets.has_value());
    expectContains(sets.error().message, "/positions: rows 0 to 99 were never written");
}

// HDF5 goes round in circles, on the stack, when it is asked where the chunks lie.
TEST_F(RecordingReaderTest, refusesAnIndexOfChunksThatContainsItself)
{
    const std::filesystem::path path = make([](const FileBuilder& file) {
        file.dataset("/positions", {sampleRows}, test::samplePositions(), {H5T_STD_I64LE, {2}, {}}); // 150 chunks: a tree of two levels
    });
    std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
    const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const std::size_t root = content.find(std::string("TREE\1\1", 6)); // a node for chunks, of level 1
    ASSERT_NE(root, std::string::npos);
    constexpr std::size_t firstChild = 24 + 24; // behind the header and the first key: 8 bytes and two offsets of 8
    stream.clear();
    for (std::size_t i = 0; i < 8; ++i) {
        stream.seekp(static_cast<std::streamoff>(root + firstChild + i)).put(static_cast<char>(root >> (8 * i)));
    }
    stream.close();
    const auto reader = RecordingReader::open(path);
    ASSERT_FALSE(reader.has_value());
    expectContains(reader.error().message, path.string());
}

TEST_F(RecordingReaderTest, refusesChunksThatAreNotWhatTheySay)
{
    // A chunk of the file, replaced as it is stored: HDF5 itself reads beyond its buffers at such.
    const auto withChunk = [&](std::uint32_t skippedFilters, const std::vector<unsigned char>& stored) {
        const auto reader = open(make([&](const FileBuilder& file) {
            file.dataset("/positions", {sampleRows}, test::samplePositions(), {H5T_STD_I64LE, {100}, test::shuffleAndDeflate});
            const hid_t dataset = H5Dopen2(file.id(), "/positions", H5P_DEFAULT);
            const hsize_t offset = 100;
            H5Dwrite_chunk(dataset, H5P_DEFAULT, skippedFilters, &offset, stored.size(), stored.data());
            H5Dclose(dataset);
        }));
        return reader->countPositions().error().message;
    };
    const std::vector<unsigned char> tenBytes = {0x78, 0x01, 0x63, 0x80, 0x01, 0x00, 0x00, 0x0a, 0x00, 0x01}; // deflate of ten zeros
    expectContains(withChunk(0, tenBytes), "rows 100 to 199 cannot be uncompressed");
    expectContains(withChunk(0, {1, 2, 3}), "rows 100 to 199 cannot be uncompressed");
    expectContains(withChunk(3, tenBytes), "rows 100 to 199 were written without their filters");
    expectContains(withChunk(0, std::vector<unsigned char>(5000, 1)), "rows 100 to 199 have a chunk of a wrong size");
}

} // namespace

// "Single writer, multiple readers": HDF5 refuses the file to whoever does not say that.
TEST(RecordingThatIsWritten, IsRead)
{
    const test::TemporaryFolder folder;
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    H5Pset_libver_bounds(access, H5F_LIBVER_LATEST, H5F_LIBVER_LATEST);
    const FileBuilder file(folder / "run.h5", access);
    H5Pclose(access);
    test::fillSample(file);
    file.dataset("/positions", {test::sampleRows}, test::samplePositions(), {H5T_STD_I64LE, {64}, {}});
    file.dataset("/ropes/main/angles", {test::sampleRows, test::sampleDimensions}, test::sampleAngles(), {H5T_IEEE_F32LE, {64, 6}, {}});
    ASSERT_GE(H5Fstart_swmr_write(file.id()), 0);
    const auto reader = RecordingReader::open(folder / "run.h5");
    ASSERT_TRUE(reader.has_value()) << reader.error().message;
    const auto values = (*reader)->recordedRows(0)->read({0, static_cast<std::int64_t>(test::sampleRows), 0, test::sampleDimensions}, {});
    ASSERT_TRUE(values.has_value()) << values.error().message;
    EXPECT_EQ(values->angles, test::sampleAngles());
    EXPECT_EQ(values->positions, test::samplePositions());
}

} // namespace rotascope
