// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/counts_cache.h"

#include "core/angle/fine_histograms.h"
#include "core/digest.h"
#include "core/files/file_fingerprint.h"
#include "core/files/random_access_file.h"
#include "core/files/text.h"
#include "core/recording/recording_writer.h"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <tuple>
#include <utility>

namespace rotascope {
namespace {

namespace fs = std::filesystem;

// From so many values on, reading takes long enough to be worth a file: 32 MiB of angles.
constexpr std::int64_t manyValues = std::int64_t{1} << 23;
std::mutex wishMutex;
CountsCache::Wish userWish;

constexpr std::size_t mostDimensions = maxCountedIntervals / fineIntervals;

CountsCache::Wish wish()
{
    const std::lock_guard lock(wishMutex);
    return userWish;
}

fs::path userFolder()
{
    const auto variable = [](const char* name) {
        const char* const value = std::getenv(name);
        return fs::path(value != nullptr ? value : "");
    };
    if (const fs::path chosen = variable("ROTASCOPE_CACHE"); !chosen.empty()) {
        return chosen == "none" ? fs::path() : chosen;
    }
    if (const fs::path wished = wish().folder; wished.is_absolute()) {
        return wished / "rotascope" / "counts"; // never among the user's own files
    }
    if (const fs::path cache = variable("XDG_CACHE_HOME"); cache.is_absolute()) {
        return cache / "rotascope" / "counts";
    }
    const fs::path home = variable("HOME");
    return home.is_absolute() ? home / ".cache" / "rotascope" / "counts" : fs::path();
}

struct CachedFile {
    fs::path path;
    fs::file_time_type used;
    std::uint64_t bytes = 0;
};

std::vector<CachedFile> filesIn(const fs::path& folder)
{
    std::vector<CachedFile> files;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed); !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
        std::error_code gone;
        if (entry->path().extension() == CountsCache::suffix && entry->is_regular_file(gone)) {
            files.push_back({entry->path(), entry->last_write_time(gone), entry->file_size(gone)});
        }
        if (gone) {
            files.pop_back();
        }
    }
    return files;
}

class CachedAngles final : public RecordedAngles {
public:
    CachedAngles(std::shared_ptr<RecordingReader> reader, std::size_t ropeIndex, std::shared_ptr<const CountsCache> cache)
        : m_reader(std::move(reader)), m_angles(m_reader->recordedAngles(ropeIndex)), m_ropeIndex(ropeIndex), m_cache(std::move(cache))
    {
        if (isLarge() && m_cache && !m_angles->isCounted(fineIntervals)) {
            m_key = CountsCache::keyOf(m_reader->file());
            m_key += m_key.empty() ? "" : "-" + std::to_string(ropeIndex);
            takeFromCache();
        }
    }

    [[nodiscard]] std::size_t dimensions() const override { return m_angles->dimensions(); }
    [[nodiscard]] std::int64_t rows() const override { return m_angles->rows(); }
    [[nodiscard]] bool isCounted(std::uint32_t intervals) const override
    {
        const std::lock_guard lock(m_mutex);
        return m_angles->isCounted(intervals) || (m_fine && followsFromFine(intervals));
    }
    [[nodiscard]] bool wantsFineCounts(std::uint32_t intervals) const override { return isLarge() && followsFromFine(intervals); }

    void keep(const AngleHistograms& fine) const override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_fine = std::make_shared<const AngleHistograms>(fine);
        }
        if (!m_key.empty()) {
            m_cache->keep(m_key, recordingOf(fine));
        }
    }

    Expected<void> countAhead(const std::stop_token& stop, const CountingWatch& watch) const override
    {
        return m_reader->angleHistograms(m_ropeIndex, fineIntervals, stop, watch.progress, {}, watch.soFar)
            .map([this](const AngleHistograms& fine) { keep(fine); });
    }

    Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const override { return m_angles->read(take, stop); }
    Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& stop) const override
    {
        std::shared_ptr<const AngleHistograms> fine;
        {
            const std::lock_guard lock(m_mutex);
            fine = m_fine;
        }
        return fine && followsFromFine(intervals) ? coarsened(*fine, intervals) : m_angles->histograms(intervals, stop);
    }

private:
    [[nodiscard]] bool isLarge() const
    {
        return dimensions() <= mostDimensions && rows() >= manyValues / static_cast<std::int64_t>(dimensions());
    }

    [[nodiscard]] CountedRecording recordingOf(const AngleHistograms& fine) const
    {
        const RecordedRope& rope = m_reader->info().ropes[m_ropeIndex];
        CountedRecording recording{.modelId = m_reader->info().modelId,
            .created = m_reader->info().created,
            .positions = {},
            .distances = {},
            .distanceTokens = 0,
            .ropes = {}};
        recording.ropes.push_back({.name = rope.name, .rope = rope.rope, .layers = {}, .angles = fine, .usageTokens = 0, .usage = {}});
        return recording;
    }

    void takeFromCache()
    {
        std::optional<CountedRecording> found = m_cache->find(m_key);
        if (found && found->ropes.size() == 1 && found->ropes[0].angles && found->ropes[0].angles->dimensions() == dimensions()) {
            m_fine = std::make_shared<const AngleHistograms>(std::move(*found->ropes[0].angles));
        }
    }

    std::shared_ptr<RecordingReader> m_reader;
    std::shared_ptr<const RecordedAngles> m_angles;
    std::size_t m_ropeIndex;
    std::shared_ptr<const CountsCache> m_cache;
    std::string m_key; // empty: not kept in files
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const AngleHistograms> m_fine;
};

} // namespace

CountsCache::CountsCache(fs::path folder, std::uint64_t mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) { }

std::shared_ptr<const CountsCache> CountsCache::ofUser()
{
    fs::path folder = userFolder();
    const std::uint64_t mostBytes = wish().mostBytes;
    return folder.empty() || mostBytes == 0 ? nullptr : std::make_shared<const CountsCache>(std::move(folder), mostBytes);
}

fs::path CountsCache::folderOfUser()
{
    return userFolder();
}

void CountsCache::setWish(const Wish& wish)
{
    const bool hasLessRoom = wish.mostBytes < rotascope::wish().mostBytes;
    {
        const std::lock_guard lock(wishMutex);
        userWish = wish;
    }
    if (const fs::path folder = userFolder(); hasLessRoom && !folder.empty()) {
        CountsCache(folder, wish.mostBytes).makeRoom();
    }
}

std::string CountsCache::keyOf(const fs::path& recording)
{
    std::error_code failed;
    const fs::path path = fs::canonical(recording, failed);
    const auto file = failed ? tl::unexpected(Error{}) : RandomAccessFile::open(path, "a recording");
    if (!file) {
        return {};
    }
    const auto fingerprint = fingerprintOf(*file);
    if (!fingerprint) {
        return {};
    }
    const timespec written = file->written();
    Digest place;
    place.add(path.string() + "\n" + std::to_string(fingerprint->bytes) + "\n" + std::to_string(written.tv_sec) + "."
        + std::to_string(written.tv_nsec));
    return hexText(place.value()) + "-" + hexText(fingerprint->digest);
}

std::optional<CountedRecording> CountsCache::find(const std::string& key) const
{
    const fs::path file = fileOf(key);
    std::error_code failed;
    if (!fs::exists(file, failed)) {
        return {};
    }
    Expected<CountedRecording> counted = RecordingReader::open(file).and_then(
        [](const std::shared_ptr<RecordingReader>& reader) { return countRecording(*reader, {}, {}); });
    if (!counted) {
        fs::remove(file, failed);
        return {};
    }
    fs::last_write_time(file, fs::file_time_type::clock::now(), failed); // used
    return std::move(*counted);
}

void CountsCache::keep(const std::string& key, const CountedRecording& counts) const
{
    std::error_code failed;
    if (fs::create_directories(m_folder, failed)) {
        fs::permissions(m_folder, fs::perms::owner_all, failed);
    }
    if (!failed && writeCounts(counts, fileOf(key))) {
        makeRoom();
    }
}

void CountsCache::makeRoom() const
{
    std::vector<CachedFile> files = filesIn(m_folder);
    std::ranges::sort(files, std::greater<>(), &CachedFile::used);
    std::uint64_t bytes = 0;
    for (const CachedFile& file : files) {
        bytes += file.bytes;
        if (std::error_code failed; bytes > m_mostBytes) {
            fs::remove(file.path, failed);
        }
    }
}

CountsCache::Size CountsCache::size() const
{
    Size size;
    for (const CachedFile& file : filesIn(m_folder)) {
        ++size.files;
        size.bytes += file.bytes;
    }
    return size;
}

void CountsCache::clear() const
{
    for (const CachedFile& file : filesIn(m_folder)) {
        std::error_code failed;
        fs::remove(file.path, failed);
    }
}

std::shared_ptr<const RecordedAngles> cachedAngles(
    const std::shared_ptr<RecordingReader>& reader, std::size_t ropeIndex, std::shared_ptr<const CountsCache> cache)
{
    return reader->recordedAngles(ropeIndex) ? std::make_shared<const CachedAngles>(reader, ropeIndex, std::move(cache)) : nullptr;
}

Expected<std::vector<PositionSet>> cachedPositions(
    const RecordingReader& reader, const CountsCache* cache, const std::stop_token& stop, const ReadProgress& progress)
{
    const RecordingInfo& info = reader.info();
    const bool isKept = cache != nullptr && !info.hasPositionCounts && info.tokens >= manyValues / info.axes;
    const std::string key = isKept ? CountsCache::keyOf(reader.file()) + "-positions" : std::string();
    if (isKept) {
        if (auto found = cache->find(key); found && found->positions.size() == static_cast<std::size_t>(info.axes)) {
            return std::move(found->positions);
        }
    }
    return reader.countPositions(stop, progress).map([&](std::vector<PositionSet>&& positions) {
        const auto end = positions.empty() ? 0 : std::ranges::max_element(positions, {}, &PositionSet::end)->end();
        if (isKept && end <= maxDensePosition + 1) { // a file of counts cannot hold others
            const RecordedRope& rope = info.ropes.front(); // a recording has at least one
            cache->keep(key,
                {.modelId = info.modelId,
                    .created = info.created,
                    .positions = positions,
                    .distances = {},
                    .distanceTokens = 0,
                    .ropes = {{.name = rope.name, .rope = rope.rope, .layers = {}, .angles = {}, .usageTokens = 0, .usage = {}}}});
        }
        return std::move(positions);
    });
}

} // namespace rotascope
