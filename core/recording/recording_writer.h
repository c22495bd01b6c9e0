// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/recording/counted_recording.h"
#include "core/rope/rope_config.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rotascope {

/// What `rotascope-cli generate` writes: the positions 0 ... length-1 as one sequence, one RoPE named "main".
struct IdealRecording {
    RopeConfig rope;
    std::int64_t length = 0; ///< 1 ... maxDensePosition + 1
    bool withAngles = false; ///< whether the exact angles, rounded to float32, are written too
    std::string created; ///< ISO 8601; empty: now
};

/// Writes a recording (docs/recording-format.md, version 1), beside the target and then renamed: a target that exists is either replaced
/// whole or left as it was. Fails with ErrorKind::Output and the name of the file; with ErrorKind::Usage for a length out of range and with
/// ErrorKind::Input for a RoPE that validate() refuses. `positions` gets as many axes as `rope.axis` asks for, all alike.
Expected<void> writeRecording(const IdealRecording& recording, const std::filesystem::path& file);

/// Writes a recording of counts (version 2) in the same way. The same counts give the same bytes.
Expected<void> writeCounts(const CountedRecording& recording, const std::filesystem::path& file);

} // namespace rotascope
