// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/turn.h"

#include <cstdint>
#include <vector>

namespace rotascope {

// What an extension does to angles, as lengths of chords of the unit circle (0 ... 2), which have no intervals. docs/method.md, section 12.

/// near looks at the offsets 1 ... nearOffsets.
inline constexpr unsigned nearOffsets = 8;

/// near: how far the extension displaces neighbours, the mean over r = 1 ... nearOffsets of |exp(i r θ) - exp(i r θ/f)|.
/// `before` is the turn of θ, `after` that of θ/f; exact to 2^-60.
double nearOf(Turn before, Turn after);

/// A far that need not be exact.
struct Far {
    double mean = 0.0; ///< 0 ... 2
    double error = 0.0; ///< the exact mean is within this of it; 0: exact but for rounding (below 1e-12)
};

/// The angles that one dimension had at the positions 0 ... L-1, to look for the nearest.
///
/// Up to mostSeenAngles of them are kept as they are. Of more, the multiples of a convergent's denominator q of the turn make q
/// progressions whose step ε (in turns) is less than 1/mostSeenAngles, for q ε' < 1 for neighbouring convergents; each is kept as an arc
/// with nothing between its steps. An angle within an arc is then said to be seen, though the nearest may be ε/2 away: a chord of at most π
/// ε.
class SeenAngles {
public:
    static constexpr std::int64_t mostSeenAngles = 16384;
    /// So many distances are visited one by one; of more, see farOf().
    static constexpr std::int64_t mostVisited = 16384;
    static constexpr std::int64_t mostProgressions = 8192;

    /// 1 <= length <= 2^40
    SeenAngles(Turn turn, std::int64_t length);

    /// far: the mean over the distances 0 ... length-1 of the chord between their angles, by `turn`, and the nearest that was seen.
    /// Exact for at most mostVisited distances and mostSeenAngles seen angles. More distances are split in the same way, into at most
    /// mostProgressions; the sum over one of step ε is the integral over its arc, whose ends reach ε/2 beyond it. The chord changes by at
    /// most 2π a turn, so that each angle contributes at most π ε/2 of error. 1 <= length <= 2^40.
    [[nodiscard]] Far farOf(Turn turn, std::int64_t length) const;

private:
    struct Arc {
        std::uint64_t first = 0; ///< phases, both seen
        std::uint64_t last = 0;
    };
    // Where a phase lies: behind the last arc that begins at or before it.
    struct Place {
        std::size_t arc;
        std::uint64_t behind; ///< from the arc's end; 0 within the arc
        std::uint64_t ahead; ///< to the next arc
    };

    void keep(Turn turn, std::uint64_t length);
    void join(Arc arc);
    void index();
    [[nodiscard]] Place placeOf(std::uint64_t phase) const;
    // The distance to the nearest seen angle, in 2^-64 turns.
    [[nodiscard]] std::uint64_t distanceOf(std::uint64_t phase) const;
    // The integral of the chord from phase 0 to this one, in turns.
    [[nodiscard]] double integralTo(std::uint64_t phase) const;
    [[nodiscard]] double sumOfVisited(Turn turn, std::int64_t length) const;

    std::vector<Arc> m_arcs; ///< ascending, apart; the first begins at phase 0
    std::vector<double> m_integral; ///< to the beginning of each arc, and once round
    std::vector<std::uint32_t> m_arcAt; ///< the last arc that begins at or before the start of each of equal parts
    unsigned m_shift = 0; ///< from a phase to its part
    double m_error = 0.0;
};

} // namespace rotascope
