// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/output_file.h"
#include "core/files/temporary_names.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rotascope;
namespace fs = std::filesystem;
using testing::HasSubstr;

namespace {

class OutputFileTest : public testing::Test {
protected:
    OutputFileTest()
    {
        std::string pattern = (fs::temp_directory_path() / "rotascope-output-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    ~OutputFileTest() override { fs::remove_all(folder); }

    [[nodiscard]] std::string read(const std::string& name) const
    {
        std::ifstream stream(folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }
    [[nodiscard]] auto files() const { return std::distance(fs::directory_iterator(folder), fs::directory_iterator()); }

    fs::path folder;
};

} // namespace

TEST_F(OutputFileTest, WritesAndReplaces)
{
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "one"));
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "two and more"));
    EXPECT_EQ(read("a.txt"), "two and more");
    EXPECT_EQ(files(), 1) << "no temporary file stays";
}

TEST_F(OutputFileTest, KeepsThePermissionsOfWhatItReplaces)
{
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "one"));
    fs::permissions(folder / "a.txt", fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "two"));
    EXPECT_EQ(fs::status(folder / "a.txt").permissions(), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(OutputFileTest, FollowsALink)
{
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "one"));
    fs::create_symlink("a.txt", folder / "link");
    ASSERT_TRUE(writeOutputFile(folder / "link", "two"));
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(read("a.txt"), "two");
}

TEST_F(OutputFileTest, FollowsALinkToNothing)
{
    fs::create_symlink("new.txt", folder / "link");
    ASSERT_TRUE(writeOutputFile(folder / "link", "one"));
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(read("new.txt"), "one");
    fs::create_symlink("loop", folder / "loop");
    EXPECT_FALSE(writeOutputFile(folder / "loop", "one"));
}

TEST_F(OutputFileTest, FailsWithTheNameAndLeavesNothing)
{
    const auto missing = writeOutputFile(folder / "no" / "a.txt", "x");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::Output);
    EXPECT_THAT(missing.error().message, HasSubstr("no/a.txt: cannot be written: No such file or directory"));
    fs::create_directory(folder / "sub");
    EXPECT_THAT(writeOutputFile(folder / "sub", "x").error().message, HasSubstr("not a regular file"));
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFileTest, PieceByPieceIsSeenOnlyWhenComplete)
{
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "old"));
    {
        auto file = OutputFile::create(folder / "a.txt");
        ASSERT_TRUE(file && file->write("one ") && file->write("two"));
        EXPECT_EQ(read("a.txt"), "old");
        OutputFile moved = std::move(*file);
        ASSERT_TRUE(moved.commit());
    }
    EXPECT_EQ(read("a.txt"), "one two");
    {
        auto file = OutputFile::create(folder / "a.txt");
        ASSERT_TRUE(file && file->write("three"));
    }
    EXPECT_EQ(read("a.txt"), "one two") << "given up";
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFileTest, CanBeStoppedUpToItsRenaming)
{
    std::stop_source stop;
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "old", stop.get_token()));
    stop.request_stop();
    const auto stopped = writeOutputFile(folder / "a.txt", "new", stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::Stopped);
    EXPECT_EQ(read("a.txt"), "old");
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFileTest, IsWrittenAndReadAtAnyPlace)
{
    auto file = OutputFile::create(folder / "a.txt");
    ASSERT_TRUE(file && file->writeAt(4, "four") && file->writeAt(0, "on") && file->write("!"));
    EXPECT_EQ(file->size(), 9);
    std::array<std::byte, 12> bytes{};
    ASSERT_TRUE(file->readAt(0, bytes));
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()), std::string("on\0\0four!\0\0\0", 12));
    ASSERT_TRUE(file->resize(6));
    ASSERT_TRUE(file->commit());
    EXPECT_EQ(read("a.txt"), std::string("on\0\0fo", 6));
}

TEST_F(OutputFileTest, HasNoNameUntilItIsComplete)
{
    const int nameless = ::open(folder.c_str(), O_TMPFILE | O_RDWR, 0600);
    if (nameless < 0) {
        GTEST_SKIP() << "this file system has no files without a name";
    }
    ::close(nameless);
    for (const char* text : {"one", "two"}) { // a new one, and one that takes another's place
        const auto before = files();
        auto file = OutputFile::create(folder / "a.txt");
        ASSERT_TRUE(file && file->write(text));
        EXPECT_EQ(files(), before) << "nothing that a killed program could leave";
        ASSERT_TRUE(file->commit());
        EXPECT_EQ(read("a.txt"), text);
    }
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFileTest, TakesTheLongestName)
{
    const std::string name(255, 'n');
    ASSERT_TRUE(writeOutputFile(folder / name, "one"));
    ASSERT_TRUE(writeOutputFile(folder / name, "two"));
    EXPECT_EQ(read(name), "two");
    EXPECT_EQ(files(), 1);
}

// A pipe or a device would be replaced, or written to without an end.
TEST_F(OutputFileTest, RefusesWhatIsNoRegularFile)
{
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    fs::create_symlink("pipe", folder / "link");
    const auto messageOf = [](const fs::path& file) { return writeOutputFile(file, "x").error().message; };
    EXPECT_THAT(messageOf(folder / "pipe"), HasSubstr("pipe: is a pipe, not a regular file"));
    EXPECT_THAT(messageOf(folder / "link"), HasSubstr("link: is a pipe, not a regular file"));
    EXPECT_THAT(messageOf("/dev/null"), HasSubstr("/dev/null: is a device, not a regular file"));
    EXPECT_THAT(messageOf(folder), HasSubstr("is a folder, not a regular file"));
    EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
    EXPECT_EQ(files(), 2);
}

// As on a disk that is full.
TEST_F(OutputFileTest, AFailingWriteKeepsTheOldFile)
{
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "old"));
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto written = writeOutputFile(folder / "a.txt", std::string(5000, 'x'));
        ::_exit(
            !written && written.error().kind == ErrorKind::Output && written.error().message.english().ends_with("File too large") ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(read("a.txt"), "old");
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFileTest, AnInterruptedProgramRemovesItsTemporaryFiles)
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const pid_t child = ::fork();
        if (child == 0) {
            const std::string kept = takeTemporaryName(folder);
            std::ofstream(kept) << "complete";
            releaseTemporaryName(kept);
            std::ofstream(takeTemporaryName(folder)) << "one";
            std::ofstream(takeTemporaryName(folder)) << "two";
            ::raise(signal);
            ::_exit(0);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_TRUE(WIFSIGNALED(status)) << "it ends as any program";
        EXPECT_EQ(WTERMSIG(status), signal);
    }
    EXPECT_EQ(files(), 3) << "those that were released";
}

TEST_F(OutputFileTest, ASignalThatIsIgnoredStaysIgnored)
{
    const auto before = ::signal(SIGHUP, SIG_IGN);
    releaseTemporaryName(takeTemporaryName(folder));
    ::raise(SIGHUP);
    EXPECT_EQ(::signal(SIGHUP, before), SIG_IGN);
}
