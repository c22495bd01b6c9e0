// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/position_set.h"
#include "core/angle/recorded_angles.h"
#include "core/angle/recorded_rows.h"
#include "core/error.h"
#include "core/rope/rope_config.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// One group of /ropes.
struct RecordedRope {
    std::string name; ///< "main"; Gemma 3: "global", "local"
    RopeConfig rope; ///< from its attributes and inv_freq; modelId from the root's model_id
    std::vector<std::int32_t> layers; ///< layers that use it; may be empty
    bool hasAngles = false; ///< whether `angles` was recorded
    bool hasAngleCounts = false; ///< whether they were counted
    bool hasUsage = false;
    std::int64_t usageTokens = 0; ///< that the usage is of
    std::int64_t angleTokens = 0; ///< how many angles each dimension has: those that were counted, else the rows; 0 without angles
};

/// What a recording says of itself; read and checked when it is opened, before any large dataset is touched.
struct RecordingInfo {
    std::string producer; ///< may be empty
    std::string modelId; ///< may be empty
    std::string created; ///< ISO 8601; may be empty
    std::int64_t tokens
        = 0; ///< N: rows of positions (or of angles, where no positions were recorded); where only counts are there, their tokens
    int axes = 0; ///< A: position axes; 0 if no positions were recorded or counted
    bool hasRows = false; ///< positions or angles, one by one
    bool hasPositionCounts = false;
    bool hasDistanceCounts = false;
    std::vector<std::int64_t> sequenceOffsets; ///< shape [S+1]; empty if not recorded
    std::vector<RecordedRope> ropes; ///< at least one, sorted by name
};

/// The pairs of a query and a key that attention sees, by their distance.
struct DistanceCounts {
    std::int64_t tokens = 0; ///< of all sequences
    std::vector<std::uint64_t> pairs; ///< empty where they are not known
};

/// The most intervals of all dimensions together that are counted at a time: histograms of 128 MiB.
inline constexpr std::size_t maxCountedIntervals = std::size_t{1} << 24;

/// What one of several processes counts of a recording: of every `parts` blocks that are stored the one numbered `part`. Counts that the
/// recording has are part 0.
struct Share {
    std::uint64_t part = 0;
    std::uint64_t parts = 1;
};

/// Done so far and in all, in rows. Called from the reading thread.
using ReadProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// A recording (docs/recording-format.md, versions 1 and 2), open for reading. Files are not trusted: types and extents are checked
/// exactly, sizes before anything is allocated, and external links, external storage, virtual datasets and filters other than
/// shuffle and deflate are refused. HDF5 itself looks at the file in a child process alone. Every error names the file, the member and
/// what was expected. Safe to use from several threads.
class RecordingReader : public std::enable_shared_from_this<RecordingReader> {
public:
    static Expected<std::shared_ptr<RecordingReader>> open(const std::filesystem::path& file);
    ~RecordingReader();
    RecordingReader(const RecordingReader&) = delete;
    RecordingReader& operator=(const RecordingReader&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] const RecordingInfo& info() const;

    /// How often each position occurs, one set for each axis: as the file counted them, else streamed; memory bounded by
    /// maxRecordedPosition.
    Expected<std::vector<PositionSet>> countPositions(
        const std::stop_token& stop = {}, const ReadProgress& progress = {}, Share share = {}) const;

    /// Histograms of the recorded angles of ropes[ropeIndex], shape [D, intervals]: from the file's counts where they tell, else streamed
    /// in row slabs. Fails with ErrorKind::Usage for intervals that counts alone do not tell. `soFar`: CountingWatch::soFar; told at
    /// most fifty times, of large recordings, and where `intervals` are a multiple of its own.
    Expected<AngleHistograms> angleHistograms(std::size_t ropeIndex, std::uint32_t intervals, const std::stop_token& stop = {},
        const ReadProgress& progress = {}, Share share = {}, const std::function<void(const AngleHistograms&)>& soFar = {}) const;

    /// Whether angleHistograms() reads the file's counts, which takes no time to speak of.
    [[nodiscard]] bool hasCountsOf(std::size_t ropeIndex, std::uint32_t intervals) const;

    /// As the file counted them; else of its sequences, where each has the positions p, p + 1, p + 2, ... Else they are not known.
    Expected<DistanceCounts> countDistances(const std::stop_token& stop = {}) const;

    /// How much each dimension of ropes[ropeIndex] is used: sums over tokens, row-major [layers, heads, D]; empty where it was not
    /// recorded.
    Expected<std::vector<double>> usage(std::size_t ropeIndex, const std::stop_token& stop = {}) const;

    /// Hands on the angles of ropes[ropeIndex], which must have some, as RecordedAngles::read does; values are not checked.
    Expected<void> readAngles(std::size_t ropeIndex, const TakeAngles& take, const std::stop_token& stop = {}) const;

    /// The angles of ropes[ropeIndex] as an analysis asks for them; keeps the reader alive. Null if none were recorded or counted.
    [[nodiscard]] std::shared_ptr<const RecordedAngles> recordedAngles(std::size_t ropeIndex) const;

    /// The positions, and the angles of ropes[ropeIndex], one by one as views ask for them; keeps the reader alive. Null where they were
    /// only counted. 32 MiB of what was unpacked last are kept, for all RoPEs together.
    [[nodiscard]] std::shared_ptr<const RecordedRows> recordedRows(std::size_t ropeIndex) const;

private:
    RecordingReader();
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace rotascope
