// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rotascope {

/// How a model tells positions apart. What an extension disturbs is the distribution of what attention is fed with.
enum class EncodingKind : std::uint8_t {
    Rope, ///< the angle of a rotated pair of components (arXiv 2104.09864)
    Sinusoidal, ///< the angle m θ_i of a sine and a cosine that are added to the embedding (Vaswani, arXiv 1706.03762)
    Learned, ///< the row m of a table that was trained, one for each position (GPT-2, BERT)
    Alibi, ///< the bias -slope δ that each head adds at the distance δ (arXiv 2108.12409)
    T5 ///< the bucket of the distance δ: half exact, half logarithmic (arXiv 1910.10683)
};

inline constexpr std::array allEncodingKinds
    = {EncodingKind::Sinusoidal, EncodingKind::Learned, EncodingKind::Alibi, EncodingKind::T5, EncodingKind::Rope};

/// A position encoding. Its *channels* are what an extension gives a factor each: dimensions, heads, or one for all. How fast each
/// channel moves is kept in RopeConfig::invFreq: frequencies in rad per position, slopes in bias per position, or 1 row per position.
struct Encoding {
    EncodingKind kind = EncodingKind::Rope;
    std::uint32_t buckets = 0; ///< of T5: relative_attention_num_buckets of a causal model
    std::int64_t maxDistance = 0; ///< of T5: relative_attention_max_distance, from which on all distances share the last bucket

    /// Whether its quantity is an angle. Else it is bounded, and grows with position or distance.
    [[nodiscard]] bool rotates() const { return kind == EncodingKind::Rope || kind == EncodingKind::Sinusoidal; }
    /// Whether it depends on the distance of query and key alone, and is counted by distances. RoPE may be counted either way.
    [[nodiscard]] bool isOfDistances() const { return kind == EncodingKind::Alibi || kind == EncodingKind::T5; }
    friend bool operator==(const Encoding&, const Encoding&) = default;
};

/// For people: "RoPE", "sinusoidal positions", "learned positions", "ALiBi", "T5 buckets".
std::string_view nameOfEncoding(EncodingKind kind);
/// For programs: "rope", "sinusoidal", "learned", "alibi", "t5".
std::string_view machineNameOfEncoding(EncodingKind kind);
/// The kind with this name for programs; the error lists the names.
Expected<EncodingKind> encodingNamed(std::string_view name);

/// An encoding and how its channels move. The lengths are for whoever knows them.
struct EncodedPositions {
    Encoding encoding;
    RopeConfig rope; ///< of no RoPE: its channels as `invFreq`, with rotaryDim twice as many
};

/// In which order heads get their slopes where their number is no power of two.
enum class SlopeOrder : std::uint8_t {
    PowersFirst, ///< BLOOM, Falcon: those of the power of two below, then every other one of the power above
    EveryOtherFirst ///< MPT: of the power of two above every second one, then the others, as many as there are heads
};

/// The slopes of ALiBi, shape [heads], each > 0: for H heads, a power of two, 2^(-8h/H), h = 1 ... H. `biasMax`: MPT's alibi_bias_max in
/// place of 8. heads >= 1.
std::vector<double> alibiSlopes(int heads, double biasMax = 8.0, SlopeOrder order = SlopeOrder::PowersFirst);

EncodedPositions alibiPositions(std::vector<double> slopes);
/// θ_i = base^(-2i/components) of a vector of so many components, an even number.
EncodedPositions sinusoidalPositions(int components, double base = 10000.0);
/// One channel: the row.
EncodedPositions learnedPositions();
/// One channel: the bucket, which all heads share. 2 <= buckets <= 65536, an even number; maxDistance > buckets / 2.
EncodedPositions t5Positions(std::uint32_t buckets = 32, std::int64_t maxDistance = 128);

} // namespace rotascope
