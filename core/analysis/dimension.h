// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace rotascope {

/// An index of its own kind. It indexes vectors as it is, and compares as the number that it is. Nothing becomes one unless that is asked
/// for, so that a row of a table, a dimension and an interval are not mistaken for each other. The window counts rows in int: of() and
/// row() are the only way there and back.
template <class Kind> class Index {
public:
    constexpr Index() = default;
    explicit constexpr Index(std::size_t index) : m_index(index) { }
    /// Of a row or a column; a negative one is beyond the end of everything.
    static constexpr Index of(int row) { return Index(static_cast<std::size_t>(row)); }

    constexpr operator std::size_t() const { return m_index; } // NOLINT(google-explicit-constructor): that is what it is for
    [[nodiscard]] constexpr int row() const { return static_cast<int>(m_index); }

private:
    std::size_t m_index = 0;
};

/// A rotary pair, 0 ... D-1.
using Dimension = Index<struct DimensionKind>;
/// One of the b equal parts of the circle, 0 ... b-1.
using Interval = Index<struct IntervalKind>;

} // namespace rotascope
