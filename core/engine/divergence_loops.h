// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What divergence_loops.cpp does. That file is compiled for several instruction sets, so no functions here.

#include <cstddef>
#include <cstdint>

namespace rotascope {

struct Total {
    double value; ///< an integer below 2^63, rounded; 1 in place of 0
    double inverse; ///< 1 / value where that is exact, else 0
};

/// Two histograms of the same intervals; counts below 2^63. epsilon is not a subnormal number.
struct ComparedCounts {
    const std::uint64_t* before; ///< shape [intervals]
    Total beforeTotal;
    const std::uint64_t* after; ///< shape [intervals]
    Total afterTotal;
    std::size_t intervals;
    double epsilon;
};

/// The intervals of a histogram that are not empty. Row-major, shape [rows, divergenceLanes]: in the order in which each lane takes them;
/// lanes that have fewer end with frequency 0 of interval 0.
struct FilledIntervals {
    const double* frequency;
    const std::uint32_t* interval;
    std::size_t rows;
};

/// The sum of all terms as divergence_sum.h defines it, equal to the bit.
using SumOfTerms = double(const ComparedCounts& counts);

struct DivergenceLoops {
    SumOfTerms* kullbackLeibler;
    SumOfTerms* reverseKullbackLeibler;
    SumOfTerms* jensenShannon;
    SumOfTerms* totalVariation;
    SumOfTerms* hellinger;
    /// kullbackLeibler, for which only the intervals that are not empty before matter; counts.before is not read.
    double (*kullbackLeiblerOfFilled)(const FilledIntervals& before, const ComparedCounts& counts);
};

namespace baseline {
extern const DivergenceLoops divergenceLoops;
}
namespace avx2 {
extern const DivergenceLoops divergenceLoops;
}
namespace avx512 {
extern const DivergenceLoops divergenceLoops;
}

} // namespace rotascope
