// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/position_set.h"
#include "core/angle/recorded_angles.h"
#include "core/rope/rope_config.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Where a source comes from.
enum class SourceKind : std::uint8_t { Preset, ConfigFile, Recording };

/// What is analysed: one RoPE, and what is known of the angles it made in pre-training. Immutable and shared.
struct Source {
    SourceKind kind = SourceKind::Preset;
    std::string origin; ///< the model id of a preset, else the file
    RopeConfig rope;

    // Of a file:
    std::string ropeName; ///< which of its RoPEs: the group in /ropes of a recording, the layer type in a config.json
    std::vector<std::string> ropeNames; ///< all of them
    std::string section; ///< where a config.json describes the language model: empty (on top), "text_config", ...

    // Of a recording only:
    std::vector<PositionSet> recordedPositions; ///< one set for each position axis; empty if none were recorded
    std::shared_ptr<const RecordedAngles> recordedAngles; ///< null if none were recorded
};

/// What the distribution before the extension is counted from.
enum class BeforeKind : std::uint8_t {
    RecordedAngles, ///< the angles that the model applied
    RecordedPositions, ///< exact angles of the positions that the model saw
    UniformPositions ///< exact angles of the positions 0 ... L-1
};

/// The closest to the model first.
inline constexpr std::array allBeforeKinds{BeforeKind::RecordedAngles, BeforeKind::RecordedPositions, BeforeKind::UniformPositions};

/// For people: "recorded angles", "recorded positions", "positions 0 … L-1".
std::string_view nameOf(BeforeKind kind);
/// For programs, as the command line takes it and JSON and exports hold it: "recorded-angles", "recorded-positions", "positions".
std::string_view machineNameOf(BeforeKind kind);

/// The closest to the model that the source has: recorded angles, else recorded positions, else uniform positions.
BeforeKind bestBefore(const Source& source);
/// Whether the source can give this.
bool offers(const Source& source, BeforeKind kind);

} // namespace rotascope
