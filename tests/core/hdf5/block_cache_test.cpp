// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/block_cache.h"

#include "tests/core/recording/recording_fixture.h"

#include <fstream>
#include <span>

namespace rotascope::hdf5 {
namespace {

// What is kept stays within its bound, the least recently used block goes first, and a block larger than the bound is kept alone.
TEST(BlockCacheTest, isBounded)
{
    const test::TemporaryFolder folder;
    const std::filesystem::path path = folder / "numbers";
    std::ofstream stream(path, std::ios::binary);
    for (std::int32_t i = 0; i < 100; ++i) {
        stream.write(reinterpret_cast<const char*>(&i), sizeof(i));
    }
    stream.close();
    DatasetLayout layout;
    layout.where = "numbers";
    layout.rows = 100;
    layout.valueBytes = 4;
    layout.blockRows = 10;
    auto file = RandomAccessFile::open(path, "numbers");
    ASSERT_TRUE(file.has_value());
    const StoredDataset dataset(std::make_shared<const RandomAccessFile>(std::move(*file)), layout);
    BlockCache cache(100); // two blocks of 40 bytes
    std::vector<std::int32_t> values(100);
    ASSERT_TRUE(cache.read(dataset, {0, 100, 0, 1}, std::as_writable_bytes(std::span(values)), {}).has_value());
    for (std::int32_t i = 0; i < 100; ++i) {
        EXPECT_EQ(values[static_cast<std::size_t>(i)], i);
    }
    EXPECT_EQ(cache.bytes(), 80U);
    EXPECT_EQ(cache.blocksRead(), 10U);
    const auto readsFor = [&](std::int64_t row) {
        const std::uint64_t before = cache.blocksRead();
        EXPECT_TRUE(cache.read(dataset, {row, 1, 0, 1}, std::as_writable_bytes(std::span(values).first(1)), {}).has_value());
        EXPECT_EQ(values[0], row);
        return cache.blocksRead() - before;
    };
    EXPECT_EQ(readsFor(85), 0U); // blocks 8 and 9 are kept
    EXPECT_EQ(readsFor(5), 1U); // in place of 9, which was not used since
    EXPECT_EQ(readsFor(81), 0U);
    EXPECT_EQ(readsFor(99), 1U);
    // The memory of a block that was dropped is taken by the next one; what is in it is only that one's.
    for (std::int64_t row = 0; row < 1000; ++row) {
        readsFor(row * 37 % 100);
    }
    EXPECT_EQ(cache.bytes(), 80U);
    BlockCache tiny(1);
    ASSERT_TRUE(tiny.read(dataset, {0, 30, 0, 1}, std::as_writable_bytes(std::span(values).first(30)), {}).has_value());
    EXPECT_EQ(tiny.bytes(), 40U);
    EXPECT_EQ(tiny.blocksRead(), 3U);
}

} // namespace
} // namespace rotascope::hdf5
