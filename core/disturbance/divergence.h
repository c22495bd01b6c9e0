// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace rotascope {

/// How two angle distributions are compared. P is before, Q after the extension; F are frequencies (count / total).
enum class Divergence : std::uint8_t {
    KullbackLeibler, ///< "kl": KL(before || after), sum P ln((P+eps)/(Q+eps)); the direction of the paper's Table 3
    ReverseKullbackLeibler, ///< "reverse-kl": KL(after || before), as the paper's eq. 8 is printed
    JensenShannon, ///< "js": mean of the two KL to (P+Q)/2, natural logarithm, 0 ... ln 2; no epsilon
    TotalVariation, ///< "tv": half of sum |P - Q|, 0 ... 1; no epsilon
    Hellinger, ///< "hellinger": sqrt(half of sum (sqrt P - sqrt Q)^2), 0 ... 1; no epsilon
    Wasserstein ///< "wasserstein": circular Wasserstein-1 (earth mover's) distance in turns, 0 ... 1/2; no epsilon
};

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

    [[nodiscard]] double frequency(std::size_t interval) const
    {
        return total == 0 ? 0.0 : static_cast<double>(counts[interval]) / static_cast<double>(total);
    }
};

/// The disturbance of one dimension (paper eq. 8 and its variants). Both views have the same number of intervals.
/// Sums are compensated, so that every engine agrees to about 1e-15 of the largest term. `epsilon` > 0 on frequencies.
double disturbance(Divergence divergence, const CountView& before, const CountView& after, double epsilon);

/// The share of the after-angles, 0 ... 1, that fall into intervals without a single angle before: out of distribution.
double outOfDistributionShare(const CountView& before, const CountView& after);

} // namespace rotascope
