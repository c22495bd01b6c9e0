// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rotascope {

/// A view whose curves can be shown one after the other, as a speaker does: before, extrapolation, interpolation, chosen.
class Revealing {
public:
    virtual ~Revealing() = default;
    /// How many steps there are to everything.
    [[nodiscard]] virtual int steps() const = 0;
    /// Shows what belongs to the first so many steps, as far as the legend has it on; all others are hidden. All: as usual.
    virtual void reveal(int steps) = 0;
};

} // namespace rotascope
