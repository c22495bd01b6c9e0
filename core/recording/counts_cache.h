// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/position_set.h"
#include "core/angle/recorded_angles.h"
#include "core/recording/counted_recording.h"
#include "core/recording/recording_reader.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Counts of large recordings, kept in files between runs, so that a recording is read once. Each file is a recording of counts; its name
/// is made of the path, size and time of what it is of, and of a digest of its content (core/files/file_fingerprint.h), so that a recording
/// that was changed finds none. Whatever is wrong with a file, it is thrown away; a cache that cannot be written keeps nothing. So it never
/// fails: it only saves time.
class CountsCache {
public:
    static constexpr std::uint64_t usualBytes = std::uint64_t{256} << 20;
    /// Of its files, and of no others: what else lies in a folder that the user named is left alone.
    static constexpr std::string_view suffix = ".rotascope-counts";

    /// In this folder, which is made when it is needed.
    explicit CountsCache(std::filesystem::path folder, std::uint64_t mostBytes = usualBytes);

    /// What the user wants, where ROTASCOPE_CACHE does not say otherwise.
    struct Wish {
        std::filesystem::path folder = {}; ///< counts go into rotascope/counts within it; empty: XDG_CACHE_HOME, or ~/.cache
        std::uint64_t mostBytes = usualBytes; ///< 0: nothing is kept
    };
    /// From now on. With fewer bytes than before, what is too much is removed at once. Call it from one thread at a time.
    static void setWish(const Wish& wish);
    /// The user's: ROTASCOPE_CACHE, or rotascope/counts within the wished folder. None if ROTASCOPE_CACHE is "none", nothing shall be kept,
    /// or there is no such folder.
    static std::shared_ptr<const CountsCache> ofUser();
    /// Where ofUser() keeps counts, or would; empty: nowhere.
    static std::filesystem::path folderOfUser();

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    /// A name for the counts of this recording; empty where its file cannot be read.
    [[nodiscard]] static std::string keyOf(const std::filesystem::path& recording);

    [[nodiscard]] std::optional<CountedRecording> find(const std::string& key) const;
    /// Then removes what was not used for longest, until at most mostBytes are left.
    void keep(const std::string& key, const CountedRecording& counts) const;

    struct Size {
        std::uint64_t files = 0;
        std::uint64_t bytes = 0;
    };
    [[nodiscard]] Size size() const;
    void clear() const;

private:
    [[nodiscard]] std::filesystem::path fileOf(const std::string& key) const { return m_folder / (key + std::string(suffix)); }
    void makeRoom() const;

    std::filesystem::path m_folder;
    std::uint64_t m_mostBytes;
};

/// The angles of ropes[ropeIndex], whose counts are kept in memory and, of large recordings, in the cache (which may be null). Null if none
/// were recorded or counted.
std::shared_ptr<const RecordedAngles> cachedAngles(
    const std::shared_ptr<RecordingReader>& reader, std::size_t ropeIndex, std::shared_ptr<const CountsCache> cache);

/// reader.countPositions(), in the same way.
Expected<std::vector<PositionSet>> cachedPositions(
    const RecordingReader& reader, const CountsCache* cache, const std::stop_token& stop, const ReadProgress& progress);

} // namespace rotascope
