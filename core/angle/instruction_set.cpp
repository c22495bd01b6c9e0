// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/instruction_set.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

namespace rotascope {
namespace {

constexpr std::array all = {InstructionSet::Baseline, InstructionSet::Avx2, InstructionSet::Avx512};

std::size_t countSets()
{
#ifdef ROTASCOPE_WIDE_VECTORS
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return 3;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return 2;
    }
#endif
    return 1;
}

InstructionSet chooseSet()
{
    const std::span<const InstructionSet> sets = instructionSets();
    const char* const wanted = std::getenv("ROTASCOPE_INSTRUCTIONS");
    const auto* const found = wanted == nullptr ? all.end() : std::ranges::find(all, std::string_view(wanted), nameOf);
    return found == all.end() ? sets.back() : std::min(*found, sets.back());
}

} // namespace

std::span<const InstructionSet> instructionSets()
{
    static const std::size_t count = countSets();
    return std::span(all).first(count);
}

InstructionSet instructionSet()
{
    static const InstructionSet set = chooseSet();
    return set;
}

std::string_view nameOf(InstructionSet set)
{
    constexpr std::array<std::string_view, 3> names = {"baseline", "avx2", "avx512"};
    return names[static_cast<std::size_t>(set)];
}

} // namespace rotascope
