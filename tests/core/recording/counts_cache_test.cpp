// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/fine_histograms.h"
#include "core/recording/counts_cache.h"
#include "core/recording/recording_writer.h"
#include "tests/core/recording/recording_fixture.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stop_token>
#include <thread>

namespace rotascope {
namespace {

namespace fs = std::filesystem;

class CountsCacheTest : public testing::Test {
protected:
    std::shared_ptr<RecordingReader> open()
    {
        auto reader = RecordingReader::open(m_recording);
        EXPECT_TRUE(reader.has_value()) << (reader ? "" : reader.error().message);
        return reader.value_or(nullptr);
    }

    // 2^17 tokens of 64 dimensions: as many values as are worth a file.
    void makeLargeRecording()
    {
        RopeConfig rope{.modelId = "some/model", .ropeTheta = 10000.0, .headDim = 128, .rotaryDim = 128};
        for (int i = 0; i < 64; ++i) {
            rope.invFreq.push_back(std::pow(10000.0, -i / 64.0));
        }
        ASSERT_TRUE(writeRecording({.rope = rope, .length = 1 << 17, .withAngles = true, .created = "2025-01-01T00:00:00Z"}, m_recording));
    }

    // As an analysis does it.
    static AngleHistograms count(const RecordedAngles& angles, std::uint32_t intervals)
    {
        if (angles.isCounted(intervals) || !angles.wantsFineCounts(intervals)) {
            return angles.histograms(intervals, {}).value();
        }
        const AngleHistograms fine = angles.histograms(fineIntervals, {}).value();
        angles.keep(fine);
        return coarsened(fine, intervals);
    }

    [[nodiscard]] fs::path onlyFile() const
    {
        fs::path found;
        for (const auto& entry : fs::directory_iterator(m_cache->folder())) {
            EXPECT_TRUE(found.empty());
            found = entry.path();
        }
        return found;
    }

    test::TemporaryFolder m_folder;
    fs::path m_recording = m_folder / "run.h5";
    std::shared_ptr<const CountsCache> m_cache = std::make_shared<const CountsCache>(m_folder / "cache" / "counts");
};

TEST_F(CountsCacheTest, SavesTheReadingOfALargeRecording)
{
    makeLargeRecording();
    const AngleHistograms direct = open()->angleHistograms(0, 360).value();
    const AngleHistograms finer = open()->angleHistograms(0, 720).value();
    {
        const auto angles = cachedAngles(open(), 0, m_cache);
        EXPECT_FALSE(angles->isCounted(360));
        EXPECT_FALSE(angles->wantsFineCounts(361));
        EXPECT_EQ(count(*angles, 360), direct);
        EXPECT_TRUE(angles->isCounted(720)) << "already in memory";
        EXPECT_EQ(count(*angles, 720), finer);
        EXPECT_FALSE(angles->isCounted(361));
    }
    EXPECT_EQ(m_cache->size().files, 1U);
    const auto again = cachedAngles(open(), 0, m_cache);
    EXPECT_TRUE(again->isCounted(360)) << "in the file";
    EXPECT_EQ(count(*again, 360), direct);

    // A file that is damaged is thrown away.
    fs::resize_file(onlyFile(), 1000);
    EXPECT_FALSE(cachedAngles(open(), 0, m_cache)->isCounted(360));
    EXPECT_EQ(m_cache->size().files, 0U);
}

TEST_F(CountsCacheTest, CanBeFilledAheadWithSomebodyLookingOn)
{
    makeLargeRecording();
    const auto angles = cachedAngles(open(), 0, m_cache);
    std::vector<std::int64_t> done;
    const auto progress = [&](std::int64_t rows, std::int64_t total) {
        done.push_back(rows);
        EXPECT_EQ(total, 1 << 17);
    };
    ASSERT_TRUE(angles->countAhead({}, {.progress = progress}));
    ASSERT_FALSE(done.empty());
    EXPECT_TRUE(std::ranges::is_sorted(done));
    EXPECT_EQ(done.back(), 1 << 17);
    EXPECT_TRUE(angles->isCounted(360));
    EXPECT_EQ(count(*angles, 360), open()->angleHistograms(0, 360).value());
    EXPECT_EQ(m_cache->size().files, 1U);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(cachedAngles(open(), 0, nullptr)->countAhead(stop.get_token(), {}).error().kind, ErrorKind::Stopped);
}

TEST_F(CountsCacheTest, FindsNothingForARecordingThatWasChanged)
{
    makeLargeRecording();
    const auto angles = cachedAngles(open(), 0, m_cache);
    count(*angles, 360);
    const std::string key = CountsCache::keyOf(m_recording);
    fs::last_write_time(m_recording, fs::last_write_time(m_recording) + std::chrono::seconds(1));
    EXPECT_NE(CountsCache::keyOf(m_recording), key);
    EXPECT_FALSE(cachedAngles(open(), 0, m_cache)->isCounted(360));
    fs::rename(m_recording, m_folder / "moved.h5");
    EXPECT_NE(CountsCache::keyOf(m_folder / "moved.h5"), key);
    EXPECT_EQ(CountsCache::keyOf(m_recording), "");
}

TEST_F(CountsCacheTest, LeavesSmallRecordingsAlone)
{
    {
        const test::FileBuilder file(m_recording);
        test::fillSample(file);
    }
    const auto angles = cachedAngles(open(), 0, m_cache);
    EXPECT_FALSE(angles->wantsFineCounts(360));
    EXPECT_EQ(cachedPositions(*open(), m_cache.get(), {}, {}).value(), open()->countPositions().value());
    EXPECT_EQ(m_cache->size().files, 0U);
    EXPECT_FALSE(fs::exists(m_cache->folder()));
}

TEST_F(CountsCacheTest, RemovesWhatWasNotUsedForLongest)
{
    const CountedRecording counts{.modelId = "m",
        .created = "",
        .positions = {PositionSet::counted({1, 2, 3})},
        .distances = {},
        .distanceTokens = 0,
        .ropes = {{.name = "main",
            .rope = {.headDim = 2, .rotaryDim = 2, .invFreq = {1.0}},
            .layers = {},
            .angles = {},
            .usageTokens = 0,
            .usage = {}}}};
    m_cache->keep("first", counts);
    const CountsCache small(m_cache->folder(), 2 * m_cache->size().bytes);
    const auto age = [&](const char* key, int minutes) {
        const fs::path file = m_cache->folder() / (std::string(key) + std::string(CountsCache::suffix));
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::minutes(minutes));
    };
    m_cache->keep("second", counts);
    age("first", 3);
    age("second", 2);
    EXPECT_TRUE(small.find("first").has_value()) << "which uses it";
    small.keep("third", counts);
    EXPECT_TRUE(small.find("first").has_value());
    EXPECT_FALSE(small.find("second").has_value());
    EXPECT_TRUE(small.find("third").has_value());
    m_cache->clear();
    EXPECT_EQ(m_cache->size().files, 0U);
}

TEST_F(CountsCacheTest, ThatCannotBeWrittenKeepsNothing)
{
    std::ofstream(m_folder / "cache") << "a file where the folder should be";
    makeLargeRecording();
    const auto angles = cachedAngles(open(), 0, m_cache);
    EXPECT_EQ(count(*angles, 360), open()->angleHistograms(0, 360).value());
    EXPECT_EQ(m_cache->size().files, 0U);
    EXPECT_TRUE(angles->isCounted(720)) << "in memory";
}

TEST_F(CountsCacheTest, OfTheUserIsWhereTheyHaveCaches)
{
    const auto folderWith = [](const char* chosen, const char* cache) {
        ::setenv("ROTASCOPE_CACHE", chosen, 1);
        ::setenv("XDG_CACHE_HOME", cache, 1);
        const auto made = CountsCache::ofUser();
        ::unsetenv("ROTASCOPE_CACHE");
        ::unsetenv("XDG_CACHE_HOME");
        return made ? made->folder() : fs::path();
    };
    EXPECT_EQ(folderWith("", "/some/cache"), "/some/cache/rotascope/counts");
    EXPECT_EQ(folderWith("/elsewhere", "/some/cache"), "/elsewhere");
    EXPECT_EQ(folderWith("none", "/some/cache"), "");
    EXPECT_NE(folderWith("", "relative"), "relative/rotascope/counts") << "such a path is none";
    CountsCache::setWish({.folder = "/wished"});
    EXPECT_EQ(folderWith("", "/some/cache"), "/wished/rotascope/counts") << "apart from the user's own files";
    EXPECT_EQ(folderWith("/elsewhere", "/some/cache"), "/elsewhere");
    CountsCache::setWish({.mostBytes = 0});
    EXPECT_EQ(folderWith("", "/some/cache"), "") << "nothing shall be kept";
    CountsCache::setWish({});
    EXPECT_EQ(folderWith("", "/some/cache"), "/some/cache/rotascope/counts");
}

TEST_F(CountsCacheTest, OfTheUserShrinksAtOnce)
{
    CountsCache::setWish({.folder = m_folder.path()});
    const fs::path folder = m_folder / "rotascope" / "counts";
    fs::create_directories(folder);
    std::ofstream(folder / "recording.h5") << std::string(5000, 'x');
    std::ofstream(folder / "old.rotascope-counts") << std::string(1000, 'x');
    std::ofstream(folder / "new.rotascope-counts") << std::string(1000, 'x');
    fs::last_write_time(folder / "old.rotascope-counts", fs::file_time_type::clock::now() - std::chrono::hours(1));
    CountsCache::setWish({.folder = m_folder.path(), .mostBytes = 1500});
    EXPECT_FALSE(fs::exists(folder / "old.rotascope-counts"));
    EXPECT_TRUE(fs::exists(folder / "new.rotascope-counts"));
    CountsCache::setWish({.folder = m_folder.path(), .mostBytes = 0});
    EXPECT_FALSE(fs::exists(folder / "new.rotascope-counts"));
    EXPECT_TRUE(fs::exists(folder / "recording.h5")) << "what the user has there is not the cache's";
    CountsCache::setWish({});
}

} // namespace
} // namespace rotascope
