// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/file_fingerprint.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

using namespace rotascope;
namespace fs = std::filesystem;

namespace {

class FileFingerprintTest : public testing::Test {
protected:
    FileFingerprintTest()
    {
        std::string pattern = (fs::temp_directory_path() / "rotascope-fingerprint-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    ~FileFingerprintTest() override { fs::remove_all(folder); }

    FileFingerprint of(const std::string& text) const
    {
        std::ofstream(folder / "a", std::ios::binary | std::ios::trunc) << text;
        return *RandomAccessFile::open(folder / "a", "bytes").and_then(fingerprintOf);
    }

    fs::path folder;
};

std::string changedAt(std::string text, std::size_t at)
{
    text[at] = static_cast<char>(text[at] ^ 1);
    return text;
}

} // namespace

TEST_F(FileFingerprintTest, SeesEachByteOfASmallFile)
{
    for (const std::size_t size : {0UL, 1UL, 4095UL, 4096UL, 4097UL, 20000UL}) {
        const std::string text(size, 'x');
        EXPECT_EQ(of(text), of(text));
        EXPECT_EQ(of(text).bytes, size);
        for (std::size_t at = 0; at < size; at += std::max<std::size_t>(size / 50, 1)) {
            EXPECT_NE(of(text), of(changedAt(text, at))) << size << " " << at;
        }
        EXPECT_NE(of(text), of(text + "x"));
    }
}

TEST_F(FileFingerprintTest, LooksAtBothEndsOfALargeFile)
{
    const std::string text((std::size_t{5} << 20) + 123, 'x');
    EXPECT_EQ(of(text), of(text));
    for (const std::size_t at : {std::size_t{0}, std::size_t{4095}, text.size() - 4096, text.size() - 1}) {
        EXPECT_NE(of(text), of(changedAt(text, at))) << at;
    }
}

TEST_F(FileFingerprintTest, TheStateIsThatOfTheMoment)
{
    const fs::path file = folder / "a";
    const auto write = [&](const std::string& text) { std::ofstream(file) << text; };
    write("one");
    const auto first = stateOf(file);
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(*stateOf(file), *first);
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(2));
    EXPECT_EQ(stateOf(file)->fingerprint, first->fingerprint);
    EXPECT_EQ(stateOf(file)->written, first->written + 2'000'000'000);
    write("two");
    EXPECT_NE(stateOf(file)->fingerprint, first->fingerprint);
    fs::remove(file);
    EXPECT_EQ(stateOf(file).error().kind, ErrorKind::Input);
}
