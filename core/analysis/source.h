// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/position_set.h"
#include "core/angle/recorded_angles.h"
#include "core/encoding/encoding.h"
#include "core/rope/rope_config.h"
#include "core/scaling/scaling_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

class RecordedRows; // core/angle/recorded_rows.h

/// Where a source comes from.
enum class SourceKind : std::uint8_t { Preset, ConfigFile, Recording };

/// What an extension starts from (core/analysis/starting_point.h).
enum class StartingPoint : std::uint8_t { Unscaled, Trained };

/// The scaling that a model was trained with.
struct TrainedScaling {
    RopeConfig model; ///< as the source states it: the unscaled RoPE, and what it states of its own scaling
    ScalingTable own; ///< shape [D]: the model's own factors; infinite where a dimension is frozen
};

/// What is analysed: one RoPE or another position encoding, and what is known of the angles it made in pre-training. Immutable and shared.
struct Source {
    SourceKind kind = SourceKind::Preset;
    std::string origin; ///< the model id of a preset, else the file
    RopeConfig rope; ///< as it is before the extension: from the trained model with its trained frequencies
    Encoding encoding; ///< what `rope` has the channels of
    std::shared_ptr<const TrainedScaling> trained; ///< what those come from; null: the extension starts from the unscaled RoPE

    /// 2π / frequency, positions; infinite where nothing turns.
    [[nodiscard]] double wavelength(std::size_t channel) const;
    [[nodiscard]] StartingPoint start() const { return trained ? StartingPoint::Trained : StartingPoint::Unscaled; }
    /// The unscaled RoPE with what the source states of its scaling, wherever the extension starts: what exports are made for.
    [[nodiscard]] const RopeConfig& modelRope() const { return trained ? trained->model : rope; }
    /// A table of this analysis as factors of the unscaled frequencies: the product with the model's own.
    [[nodiscard]] ScalingTable onModel(const ScalingTable& table) const;
    /// The other way round: a table of the unscaled frequencies as factors of those that are analysed. Where that is 1 or `scale` (s) but
    /// for rounding, it is exactly that.
    [[nodiscard]] ScalingTable fromModel(const ScalingTable& table, double scale) const;

    // Of a file:
    std::string ropeName; ///< which of its RoPEs: the group in /ropes of a recording, the layer type in a config.json
    std::vector<std::string> ropeNames; ///< all of them
    /// Whether it is for layers of a kind: the model has several, or a configuration names this one after the kind.
    [[nodiscard]] bool isForSomeLayers() const;
    std::string section; ///< where a config.json describes the language model: empty (on top), "text_config", ...
    std::string architecture; ///< of a GGUF model: general.architecture

    // Of a recording only:
    std::vector<PositionSet> recordedPositions; ///< one set for each position axis; empty if none were recorded
    std::shared_ptr<const RecordedAngles> recordedAngles; ///< null if none were recorded
    std::shared_ptr<const RecordedRows> recordedRows; ///< its values one by one; null if they were only counted
    /// Reads how often attention saw each distance within the sequences; null if the recording does not tell. From any thread.
    std::function<Expected<PositionSet>(const std::stop_token&)> recordedDistances;
    /// Shape [layers, D]: how much each layer used each dimension, over tokens and heads; empty if not recorded (usage_weights.h).
    std::vector<double> usage;
    std::vector<std::int32_t> usageLayers; ///< shape [layers]: their numbers in the model
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
