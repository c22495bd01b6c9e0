// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rotascope {

/// What the hot loops are compiled for, each from the same source. The program chooses one when it runs. Results are equal to the bit.
enum class InstructionSet : std::uint8_t {
    Baseline, ///< "baseline": what every processor of this architecture has: SSE2 on x86-64, NEON on ARM; two doubles a vector
    Avx2, ///< "avx2": AVX2 and FMA; four
    Avx512 ///< "avx512": AVX-512 F, DQ and VL; eight
};

/// Those that were compiled and that this machine has, the widest last.
std::span<const InstructionSet> instructionSets();

/// The widest of them. For tests and benchmarks the environment variable ROTASCOPE_INSTRUCTIONS names another; if the machine lacks that
/// one, the widest that it has is taken. An unknown name is ignored. Found at the first call.
InstructionSet instructionSet();

std::string_view nameOf(InstructionSet set);

} // namespace rotascope
