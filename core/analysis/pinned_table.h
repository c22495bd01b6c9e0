// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scaling/scaling_table.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace rotascope {

/// How many tables can be pinned at a time, so that each has a letter and a colour of its own.
inline constexpr std::size_t mostPins = 8;

/// A table that was set aside, to be compared with the current one under the same settings.
struct PinnedTable {
    std::size_t place = 0; ///< 0 ... mostPins-1: its letter and its colour, which stay when others are removed
    std::string name; ///< the user's own
    ScalingTable table; ///< D factors that can be set
    std::string method; ///< what its automatic dimensions followed
    int dimensionsSetByHand = 0;
    std::int64_t pretrainingLength = 0; ///< L that it was made for
    std::int64_t targetLength = 0; ///< L′ that it was made for

    /// 'A' ... 'H'
    [[nodiscard]] char letter() const { return static_cast<char>('A' + place); }
    friend bool operator==(const PinnedTable&, const PinnedTable&) = default;
};

} // namespace rotascope
