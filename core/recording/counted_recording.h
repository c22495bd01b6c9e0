// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"
#include "core/angle/position_set.h"
#include "core/error.h"
#include "core/recording/recording_reader.h"
#include "core/rope/rope_config.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

/// A RoPE of a recording, with the counts of its angles.
struct CountedRope {
    std::string name;
    RopeConfig rope;
    std::vector<std::int32_t> layers;
    std::optional<AngleHistograms> angles; ///< of fineIntervals
    std::int64_t usageTokens = 0; ///< that the usage is of
    std::vector<double> usage; ///< sums over tokens, row-major [layers, heads, D]; empty if not recorded
};

/// A recording whose values are counted: its size does not depend on how many tokens it has (docs/recording-format.md, Counts).
struct CountedRecording {
    std::string modelId;
    std::string created; ///< ISO 8601; of several recordings the latest
    std::vector<PositionSet> positions; ///< one for each axis; empty if not recorded
    std::vector<std::uint64_t> distances; ///< pairs of a query and a key, by distance; empty if not known
    std::int64_t distanceTokens = 0; ///< that the distances are of
    std::vector<CountedRope> ropes; ///< sorted by name
};

/// Counts all that a recording has, or takes the counts that it has. The shares of several processes add up to it; distances and usage are
/// those of part 0.
Expected<CountedRecording> countRecording(
    const RecordingReader& reader, const std::stop_token& stop, const ReadProgress& progress, Share share = {});

/// The sum of counted recordings of the same model, the same for any order of them.
class CountsSum {
public:
    /// Adds the recording in the file `name`. Fails with ErrorKind::Input where it is of another model or RoPE than the first.
    Expected<void> add(CountedRecording recording, const std::string& name);

    /// The sum, once; at least one was added. Counts that not all of them have are left out, and named in `notes`.
    CountedRecording take(std::vector<std::string>& notes);

private:
    void addPositions(CountedRecording& recording);
    void addRope(std::size_t index, CountedRope& rope);

    CountedRecording m_sum;
    std::string m_first;
    std::size_t m_recordings = 0;
    std::size_t m_withPositions = 0;
    std::size_t m_withDistances = 0;
    std::vector<std::size_t> m_withAngles; // one for each RoPE
    std::vector<std::vector<std::vector<double>>>
        m_usage; // of each RoPE, of each recording: added at the end, in the order of their values
};

} // namespace rotascope
