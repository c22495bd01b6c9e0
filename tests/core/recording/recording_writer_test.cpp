// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/recording_writer.h"

#include "core/angle/turn.h"
#include "core/recording/recording_reader.h"
#include "tests/core/recording/recording_fixture.h"

#include <cmath>
#include <csignal>
#include <fstream>
#include <numbers>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rotascope {
namespace {

RopeConfig sampleRope(int rotaryDim = 40)
{
    RopeConfig rope;
    rope.modelId = "some/model";
    rope.ropeTheta = 10000.0;
    rope.headDim = 64;
    rope.rotaryDim = rotaryDim;
    rope.originalMaxPositionEmbeddings = 2048;
    rope.maxPositionEmbeddings = 8192;
    rope.ropeType = "yarn";
    rope.attentionFactor = 1.5;
    rope.invFreq = standardInvFreq(10000.0, rotaryDim);
    return rope;
}

// Angles as they are to be written, [length, D].
std::vector<float> exactAngles(const RopeConfig& rope, std::int64_t length)
{
    std::vector<float> angles;
    for (std::int64_t position = 0; position < length; ++position) {
        for (const double frequency : rope.invFreq) {
            const std::uint64_t phase = phaseAt(turnOf(frequency), static_cast<std::uint64_t>(position));
            const auto angle = static_cast<float>(static_cast<double>(phase) / 18446744073709551616.0 * (2 * std::numbers::pi));
            angles.push_back(angle >= static_cast<float>(2 * std::numbers::pi) ? 0.0F : angle);
        }
    }
    return angles;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

class RecordingWriterTest : public testing::Test {
protected:
    std::size_t filesInFolder() const
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(m_folder.path()), {}));
    }

    test::TemporaryFolder m_folder;
};

TEST_F(RecordingWriterTest, roundTrips)
{
    const std::int64_t length = 20000; // two chunks of rows, three of columns
    const RopeConfig rope = sampleRope();
    const std::filesystem::path file = m_folder / "ideal.h5";
    ASSERT_TRUE(writeRecording({rope, length, true, "2024-01-02T03:04:05Z"}, file).has_value());
    EXPECT_EQ(filesInFolder(), 1U);

    const auto opened = RecordingReader::open(file);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    const RecordingInfo& info = (*opened)->info();
    EXPECT_EQ(info.producer, "rotascope");
    EXPECT_EQ(info.modelId, rope.modelId);
    EXPECT_EQ(info.created, "2024-01-02T03:04:05Z");
    EXPECT_EQ(info.tokens, length);
    EXPECT_EQ(info.axes, 1);
    EXPECT_EQ(info.sequenceOffsets, (std::vector<std::int64_t>{0, length}));
    ASSERT_EQ(info.ropes.size(), 1U);
    const RopeConfig& read = info.ropes[0].rope;
    EXPECT_EQ(info.ropes[0].name, "main");
    EXPECT_EQ(read.ropeTheta, rope.ropeTheta);
    EXPECT_EQ(read.headDim, rope.headDim);
    EXPECT_EQ(read.rotaryDim, rope.rotaryDim);
    EXPECT_EQ(read.originalMaxPositionEmbeddings, rope.originalMaxPositionEmbeddings);
    EXPECT_EQ(read.maxPositionEmbeddings, rope.maxPositionEmbeddings);
    EXPECT_EQ(read.ropeType, rope.ropeType);
    EXPECT_EQ(read.attentionFactor, rope.attentionFactor);
    EXPECT_EQ(read.invFreq, rope.invFreq);

    const auto sets = (*opened)->countPositions();
    ASSERT_TRUE(sets.has_value()) << sets.error().message;
    EXPECT_EQ(sets->at(0), PositionSet::counted(std::vector<std::uint64_t>(static_cast<std::size_t>(length), 1)));

    AngleHistograms expected(rope.dimensions(), 360);
    addRecordedAngles(exactAngles(rope, length), expected);
    const auto histograms = (*opened)->angleHistograms(0, 360);
    ASSERT_TRUE(histograms.has_value()) << histograms.error().message;
    EXPECT_EQ(*histograms, expected);
}

TEST_F(RecordingWriterTest, theShortestRecording)
{
    RopeConfig rope = sampleRope(2);
    rope.ropeTheta.reset();
    rope.originalMaxPositionEmbeddings.reset();
    rope.headDim = 0;
    const std::filesystem::path file = m_folder / "one.h5";
    ASSERT_TRUE(writeRecording({rope, 1, true, ""}, file).has_value());
    EXPECT_LT(std::filesystem::file_size(file), 32768U);
    const auto opened = RecordingReader::open(file);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    EXPECT_EQ((*opened)->info().tokens, 1);
    EXPECT_EQ((*opened)->info().created.size(), std::string("2024-01-02T03:04:05Z").size());
    EXPECT_FALSE((*opened)->info().ropes[0].rope.ropeTheta);
    EXPECT_EQ((*opened)->info().ropes[0].rope.headDim, 2);
    EXPECT_TRUE((*opened)->angleHistograms(0, 8).has_value());
}

TEST_F(RecordingWriterTest, positionsHaveAsManyAxesAsTheRopeAsksFor)
{
    RopeConfig rope = sampleRope(6);
    rope.axis = {0, 1, 2};
    const std::filesystem::path file = m_folder / "axes.h5";
    ASSERT_TRUE(writeRecording({rope, 70000, false, ""}, file).has_value());
    const auto opened = RecordingReader::open(file);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    EXPECT_EQ((*opened)->info().axes, 3);
    EXPECT_EQ((*opened)->info().ropes[0].rope.axis, rope.axis);
    EXPECT_FALSE((*opened)->info().ropes[0].hasAngles);
    const PositionSet all = PositionSet::counted(std::vector<std::uint64_t>(70000, 1));
    EXPECT_EQ(*(*opened)->countPositions(), (std::vector<PositionSet>{all, all, all}));
}

TEST_F(RecordingWriterTest, theSameRecordingIsTheSameFile)
{
    const IdealRecording recording = {sampleRope(), 100, true, "2024-01-02T03:04:05Z"};
    ASSERT_TRUE(writeRecording(recording, m_folder / "a.h5").has_value());
    ASSERT_TRUE(writeRecording(recording, m_folder / "b.h5").has_value());
    EXPECT_EQ(contentOf(m_folder / "a.h5"), contentOf(m_folder / "b.h5"));
}

TEST_F(RecordingWriterTest, replacesAFile)
{
    const std::filesystem::path file = m_folder / "old.h5";
    std::ofstream(file) << "old";
    std::filesystem::create_symlink(file, m_folder / "link.h5");
    ASSERT_TRUE(writeRecording({sampleRope(), 10, false, ""}, m_folder / "link.h5").has_value());
    EXPECT_TRUE(std::filesystem::is_symlink(m_folder / "link.h5"));
    EXPECT_TRUE(RecordingReader::open(file).has_value());
    EXPECT_EQ(filesInFolder(), 2U);
}

// A pipe or a device would be destroyed by the rename.
TEST_F(RecordingWriterTest, leavesAloneWhatIsNoRegularFile)
{
    const std::filesystem::path pipe = m_folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::filesystem::create_symlink("pipe", m_folder / "link");
    for (const char* name : {"pipe", "link"}) {
        const auto written = writeRecording({sampleRope(), 10, false, ""}, m_folder / name);
        ASSERT_FALSE(written.has_value());
        EXPECT_EQ(written.error().kind, ErrorKind::Output);
        EXPECT_NE(written.error().message.english().find("not a regular file"), std::string::npos) << written.error().message;
    }
    EXPECT_TRUE(std::filesystem::is_fifo(pipe));
    EXPECT_EQ(filesInFolder(), 2U);
}

TEST_F(RecordingWriterTest, keepsThePermissionsAndFollowsALinkToNothing)
{
    const std::filesystem::path file = m_folder / "private.h5";
    std::ofstream(file) << "old";
    ASSERT_EQ(::chmod(file.c_str(), 0600), 0);
    ASSERT_TRUE(writeRecording({sampleRope(), 10, false, ""}, file).has_value());
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::filesystem::create_symlink("new.h5", m_folder / "link.h5");
    ASSERT_TRUE(writeRecording({sampleRope(), 10, false, ""}, m_folder / "link.h5").has_value());
    EXPECT_TRUE(std::filesystem::is_symlink(m_folder / "link.h5"));
    EXPECT_TRUE(RecordingReader::open(m_folder / "new.h5").has_value());
}

TEST_F(RecordingWriterTest, refusesWhatCannotBeRecorded)
{
    const std::filesystem::path file = m_folder / "kept.h5";
    std::ofstream(file) << "old";
    for (const std::int64_t length : {std::int64_t{0}, std::int64_t{-1}, maxDensePosition + 2}) {
        EXPECT_EQ(writeRecording({sampleRope(), length, false, ""}, file).error().kind, ErrorKind::Usage);
    }
    RopeConfig broken = sampleRope();
    broken.invFreq.pop_back();
    EXPECT_FALSE(writeRecording({broken, 10, false, ""}, file).has_value());
    EXPECT_EQ(contentOf(file), "old");
    EXPECT_EQ(filesInFolder(), 1U);
}

// As on a disk that is full: HDF5 itself crashes, or forgets the failure, when a write fails while it flushes or closes.
TEST_F(RecordingWriterTest, aWriteThatFailsKeepsTheOldFile)
{
    const std::filesystem::path file = m_folder / "kept.h5";
    std::ofstream(file) << "old";
    for (const rlim_t most : {0U, 10U, 100U, 500U, 1000U, 2000U, 3000U, 5000U, 8000U, 12000U}) {
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{most, most};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto written = writeRecording({sampleRope(), 3000, true, ""}, file);
            const bool isRight = !written && written.error().kind == ErrorKind::Output
                && written.error().message.english().find("kept.h5: cannot be written: File too large") != std::string::npos;
            ::_exit(isRight ? 0 : 1);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0) << "at most " << most << " bytes";
        EXPECT_EQ(contentOf(file), "old");
        EXPECT_EQ(filesInFolder(), 1U);
    }
}

TEST_F(RecordingWriterTest, namesATargetThatCannotBeWritten)
{
    const auto failureAt = [](const std::filesystem::path& file) {
        const auto written = writeRecording({sampleRope(), 10, true, ""}, file);
        EXPECT_FALSE(written.has_value());
        EXPECT_EQ(written.error().kind, ErrorKind::Output);
        EXPECT_NE(written.error().message.english().find(file.string()), std::string::npos) << written.error().message;
    };
    failureAt(m_folder.path());
    failureAt(m_folder / "missing/folder/file.h5");
    failureAt("");
    if (::geteuid() != 0) { // nothing is unwritable for the superuser
        const std::filesystem::path folder = m_folder / "locked";
        std::filesystem::create_directory(folder);
        ::chmod(folder.c_str(), 0500);
        failureAt(folder / "file.h5");
        ::chmod(folder.c_str(), 0700);
    }
}

} // namespace
} // namespace rotascope
