// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/turn.h"

#include <cmath>
#include <cstdint>
#include <rapidcheck.h>

namespace rotascope::test {

/// Turns of all kinds, for properties of what counts angles.
inline rc::Gen<Turn> anyTurn()
{
    return rc::gen::oneOf(rc::gen::map(rc::gen::arbitrary<std::uint64_t>(), [](std::uint64_t value) { return Turn{value}; }),
        // Frequencies of real RoPEs, from 1 rad down to 1e-9 rad a position, and beyond a turn.
        rc::gen::map(rc::gen::inRange(-9000, 2000), [](int exponent) { return turnOf(std::pow(10.0, exponent / 1000.0)); }),
        // Fractions of a turn with small denominators: angles fall on edges exactly.
        rc::gen::map(
            rc::gen::inRange<std::uint64_t>(1, 1000), [](std::uint64_t denominator) { return Turn{~std::uint64_t{0} / denominator + 1}; }),
        rc::gen::element(Turn{0}, Turn{1}, Turn{~std::uint64_t{0}}, Turn{std::uint64_t{1} << 63}, Turn{std::uint64_t{1} << 32}));
}

} // namespace rotascope::test
