// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/output_file.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

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

TEST_F(OutputFileTest, ALibraryMayWriteToItsPath)
{
    ASSERT_TRUE(writeOutputFile(folder / "a.txt", "old"));
    auto file = OutputFile::create(folder / "a.txt");
    ASSERT_TRUE(file);
    std::ofstream(file->path(), std::ios::trunc) << "by its name";
    EXPECT_EQ(read("a.txt"), "old");
    ASSERT_TRUE(file->commit());
    EXPECT_EQ(read("a.txt"), "by its name");
    EXPECT_EQ(files(), 1);
}
