// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// The recording format: what its members are called, and what a reader takes. docs/recording-format.md is its specification.
namespace rotascope::recording_format {

// Attributes of the root.
inline constexpr const char* format = "format"; ///< text: formatName
inline constexpr const char* version = "version"; ///< integer: formatVersion
inline constexpr const char* producer = "producer"; ///< text
inline constexpr const char* modelId = "model_id"; ///< text
inline constexpr const char* created = "created"; ///< text, ISO 8601

inline constexpr const char* formatName = "rotascope-recording";
inline constexpr std::int64_t formatVersion = 2; ///< the highest that is read
inline constexpr std::int64_t versionWithoutCounts = 1; ///< written where there are neither counts nor usage

// Members of the root; N tokens, A position axes, S sequences.
inline constexpr const char* positions = "positions"; ///< int64 [N] or [N, A]
inline constexpr const char* sequenceOffsets = "sequence_offsets"; ///< int64 [S+1]
inline constexpr const char* positionCounts = "position_counts"; ///< int64 [A, P]
inline constexpr const char* distanceCounts = "distance_counts"; ///< int64 [P]
inline constexpr const char* ropes = "ropes"; ///< a group with a group for each RoPE

/// The RoPE of a recording that has only one.
inline constexpr const char* mainRope = "main";

// Members of a RoPE's group; D dimensions.
inline constexpr const char* invFreq = "inv_freq"; ///< float64 [D]
inline constexpr const char* angles = "angles"; ///< float32 [N, D]
inline constexpr const char* axis = "axis"; ///< int32 [D]
inline constexpr const char* angleCounts = "angle_counts"; ///< int64 [D, 25200]
inline constexpr const char* usage = "usage"; ///< float64 [layers, heads, D]

// Attribute of each dataset of counts, and of usage.
inline constexpr const char* tokens = "tokens"; ///< integer, required

// Attributes of a RoPE's group.
inline constexpr const char* headDim = "head_dim"; ///< integer, required
inline constexpr const char* rotaryDim = "rotary_dim"; ///< integer, required
inline constexpr const char* ropeTheta = "rope_theta"; ///< real
inline constexpr const char* originalMaxPositionEmbeddings = "original_max_position_embeddings"; ///< integer
inline constexpr const char* maxPositionEmbeddings = "max_position_embeddings"; ///< integer
inline constexpr const char* ropeType = "rope_type"; ///< text
inline constexpr const char* attentionFactor = "attention_factor"; ///< real
inline constexpr const char* layers = "layers"; ///< list of integers

// Limits. The largest positions, of values and of counts, are in core/angle/position_set.h; those of texts, lists and chunks are in
// core/hdf5.
inline constexpr int maxAxes = 3; ///< of positions: time, height, width
inline constexpr std::size_t maxDimensions = 65536; ///< D
inline constexpr std::size_t maxDimensionsInAll = std::size_t{1} << 20; ///< of all RoPEs together
inline constexpr std::int64_t maxHeadDim = std::int64_t{1} << 20; ///< head_dim and rotary_dim
inline constexpr std::int64_t maxSequenceOffsets = std::int64_t{1} << 24; ///< S + 1
inline constexpr std::int64_t maxTokens = std::int64_t{1} << 53; ///< of counts
inline constexpr std::int64_t maxHeads = 65536; ///< of usage

// Chunks as the writer makes them: read fast by slabs of rows as well as by columns.
inline constexpr std::size_t angleChunkRows = 16384;
inline constexpr std::size_t angleChunkColumns = 16;
inline constexpr std::size_t positionChunkRows = 65536;

} // namespace rotascope::recording_format
