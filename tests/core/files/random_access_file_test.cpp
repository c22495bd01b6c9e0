// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/random_access_file.h"

#include "core/files/input_file.h"

#include <array>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <span>
#include <sys/stat.h>

using namespace rotascope;
namespace fs = std::filesystem;
using testing::HasSubstr;

namespace {

class RandomAccessFileTest : public testing::Test {
protected:
    RandomAccessFileTest()
    {
        std::string pattern = (fs::temp_directory_path() / "rotascope-read-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        std::ofstream(folder / "a.txt") << "0123456789";
    }
    ~RandomAccessFileTest() override { fs::remove_all(folder); }

    fs::path folder;
};

} // namespace

TEST_F(RandomAccessFileTest, ReadsAtAnyPlaceAndNotBeyondTheEnd)
{
    const auto file = RandomAccessFile::open(folder / "a.txt", "digits");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->size(), 10);
    EXPECT_EQ(file->read(3, 4), "3456");
    EXPECT_EQ(file->read(10, 0), "");
    EXPECT_THAT(file->read(7, 4).error().message, HasSubstr("a.txt: cannot be read: it"));
    EXPECT_THAT(file->read(~std::uint64_t{0}, 4).error().message, HasSubstr("a.txt: cannot be read: it is too short"));
    std::array<char, 6> bytes{};
    EXPECT_EQ(file->readSome(7, std::as_writable_bytes(std::span(bytes))), 3);
}

// A file that is mapped would end the program here.
TEST_F(RandomAccessFileTest, SaysThatAFileBecameShorter)
{
    const auto file = RandomAccessFile::open(folder / "a.txt", "digits");
    ASSERT_TRUE(file && file->isAsOpened());
    fs::resize_file(folder / "a.txt", 5);
    const auto read = file->read(3, 4);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::Input);
    EXPECT_THAT(read.error().message, HasSubstr("a.txt: cannot be read: it became shorter while it was read"));
    EXPECT_FALSE(file->isAsOpened());
}

TEST_F(RandomAccessFileTest, RefusesWhatIsNoRegularFileWithoutWaiting)
{
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_THAT(
        readInputFile(folder / "pipe", "digits").error().message, HasSubstr("pipe: is a pipe, not a regular file; expected digits"));
    EXPECT_THAT(readInputFile(folder, "digits").error().message, HasSubstr("is a folder, not a regular file"));
    EXPECT_THAT(readInputFile("/dev/zero", "digits").error().message, HasSubstr("/dev/zero: is a device, not a regular file"));
    EXPECT_THAT(readInputFile(folder / "none", "digits").error().message, HasSubstr("none: no such file; expected digits"));
    EXPECT_EQ(headOf(folder / "pipe", 4), "");
    EXPECT_EQ(headOf(folder / "a.txt", 4), "0123");
    EXPECT_EQ(headOf(folder / "a.txt", 40), "0123456789");
}
