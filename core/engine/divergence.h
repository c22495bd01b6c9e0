// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/instruction_set.h"
#include "core/engine/divergence_sum.h"
#include "core/error.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

inline constexpr double defaultEpsilon = 1e-12;

struct DivergenceInfo {
    Divergence divergence;
    std::string_view name; ///< on the command line
    std::string_view label; ///< in the window
    std::string_view formula; ///< P before, Q after
    bool usesEpsilon;
};

/// All divergences, the default first.
std::span<const DivergenceInfo> divergences();
const DivergenceInfo& infoOf(Divergence divergence);
/// The divergence with this name; the error lists the names.
Expected<Divergence> findDivergence(std::string_view name);

/// Angle counts of one dimension: shape [b], with their sum. A total of 0 means that there are no angles: frequencies are 0.
struct CountView {
    std::span<const std::uint64_t> counts;
    std::uint64_t total;

    [[nodiscard]] double frequency(std::size_t interval) const { return frequencyOf(counts[interval], total); }
};

/// The disturbance of one dimension (paper eq. 8 and its variants). Both views have the same number of intervals.
/// divergence_sum.h has the arithmetic, which every engine shares. `epsilon` > 0 on frequencies.
double disturbance(
    Divergence divergence, const CountView& before, const CountView& after, double epsilon, InstructionSet set = instructionSet());

/// One dimension before, to be compared with many: what they have in common is found once.
class Comparison {
public:
    /// The counts must outlive it.
    Comparison(Divergence divergence, const CountView& before, double epsilon, InstructionSet set = instructionSet());

    /// The same as disturbance(), equal to the bit.
    [[nodiscard]] double disturbance(const CountView& after) const;

private:
    Divergence m_divergence;
    CountView m_before;
    double m_epsilon;
    InstructionSet m_set;
    // Of the intervals that are not empty, where most are: as FilledIntervals, else empty.
    std::vector<double> m_frequency;
    std::vector<std::uint32_t> m_interval;
};

/// The share of the after-angles, 0 ... 1, that fall into intervals without a single angle before: out of distribution.
double outOfDistributionShare(const CountView& before, const CountView& after);

} // namespace rotascope
