// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/scaling/scaling_table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a model did under tables: the scores format, version 1 (docs/scores-format.md).
namespace rotascope {

/// Names a table by its numbers: 16 hexadecimal digits, a digest (FNV-1a, 64 bits) of the factors and then the attention factor, each as
/// float64, little-endian.
std::string tableId(const ScalingTable& table);

/// No factor of the format is larger; a frozen dimension's, infinite, is written as this.
inline constexpr double largestScoredFactor = 1e12;

struct ScoredTable {
    std::string name; ///< for people
    ScalingTable table;

    friend bool operator==(const ScoredTable&, const ScoredTable&) = default;
};

/// One number that a model got.
struct Score {
    std::size_t table = 0; ///< place in ScoreSet::tables
    std::int64_t length = 0; ///< tokens of a prompt or text, > 0
    std::int64_t steps = 0; ///< of fine-tuning under the table
    std::string task; ///< e.g. "passkey"
    std::string metric; ///< e.g. "exact_match"
    double value = 0.0;
    std::optional<double> standardError = {};
    std::size_t count = 0; ///< of prompts or texts; 0: not told
    bool higherIsBetter = true;

    friend bool operator==(const Score&, const Score&) = default;
};

/// The scores of one model.
struct ScoreSet {
    std::string program; ///< that measured
    std::string model;
    std::int64_t pretrainingLength = 0; ///< L, positions
    std::vector<double> invFreq; ///< shape [D], rad per position: what tables divide
    std::vector<ScoredTable> tables; ///< different ones, each with D factors
    std::vector<Score> scores;

    friend bool operator==(const ScoreSet&, const ScoreSet&) = default;
};

/// Whether a file that begins like this is one of scores.
bool isScores(std::string_view head);

/// Reads a file of scores, which is not trusted. `where` begins messages, which name the member.
Expected<ScoreSet> parseScores(std::string_view json, const std::string& where);

/// The first set, and what another one has besides, of the same frequencies: tables by their numbers, and scores of a task, metric, length
/// and steps that its table lacks. Tables of the first keep their places.
ScoreSet merged(ScoreSet set, const ScoreSet& more);

/// The text of such a file; read back it is the same set.
std::string toJson(const ScoreSet& set);

} // namespace rotascope
