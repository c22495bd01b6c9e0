// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/dimension.h"
#include "core/analysis/landscape.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rotascope {

// What is proved of an analysis's tables. A mean disturbance is Σ w_i D_i / Σ w_i, and no D_i depends on another dimension's factor, so
// that the least sum is the sum of the least terms. docs/method.md, section 13, has the proof, and what it does not prove.

/// One dimension: its least term of the two factors 1 and s, and of a grid.
struct DimensionProof {
    Choice least = Choice::Extrapolation; ///< extrapolation between equals
    double term = 0.0; ///< its disturbance, not weighted
    double margin = 0.0; ///< by how much the other of the two is worse; >= 0
    double gridFactor = 1.0; ///< the best factor of the grid
    double gridTerm = 0.0; ///< its disturbance: at most `term`
};

/// One table against the least.
struct TableProof {
    std::string method;
    double sum = 0.0; ///< Σ w_i D_i; equal to leastSum to the bit where every dimension has its least term
    bool hasTwoValues = false; ///< all of its factors are 1 or s
    std::vector<Dimension> otherwise; ///< dimensions whose term is not the least of the two
};

/// The rule's choice under another b or ε.
struct ChoiceAt {
    double value = 0.0; ///< b or ε
    int interpolatedComponents = 0; ///< two a dimension
    std::vector<Dimension> changed; ///< dimensions that choose otherwise than in the analysis

    /// How many are interpolated, as readers count them: components of rotary pairs, but whole heads or channels.
    [[nodiscard]] int interpolated(const Encoding& encoding) const { return interpolatedComponents / (encoding.rotates() ? 1 : 2); }
};

struct Certificate {
    std::vector<DimensionProof> dimensions; ///< shape [D]
    double weightSum = 0.0; ///< Σ w_i; a sum divided by it is a mean
    double leastSum = 0.0; ///< of all 2^D tables of the factors 1 and s
    std::vector<double> grid; ///< shape [K], ascending; 1 and s are among them
    double gridSum = 0.0; ///< no table whose factors are all in the grid has less
    std::vector<TableProof> tables; ///< of the compared methods that have a table
    std::vector<ChoiceAt> byIntervals; ///< ascending, the analysis's own among them; empty where b plays no part
    std::vector<ChoiceAt> byEpsilon; ///< the same of ε
    EngineRun run;
    double milliseconds = 0.0;
};

/// By how much the better of extrapolation and interpolation disturbs a dimension less than the other: DimensionProof::margin, which needs
/// no certificate.
double marginOf(const Analysis& analysis, Dimension dimension);

/// What is proved of a table of the analysis, or of another one with the same landscape. `method`: its name; empty: the current table.
TableProof proofOf(const Certificate& certificate, const Analysis& analysis, const TableAnalysis& table, std::string method = {});

/// Whether both have the same certificate: the table that is chosen plays no part in it.
bool haveSameCertificate(const Analysis& a, const Analysis& b);

/// 3 <= factorCount <= maxLandscapeFactors. Computes a landscape and some ten small analyses.
Expected<std::shared_ptr<const Certificate>> certify(Engine& engine, const Analysis& analysis,
    std::size_t factorCount = landscapeFactorCount, const std::stop_token& stop = {}, const Progress& progress = {});

} // namespace rotascope
