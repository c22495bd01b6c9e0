// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace rotascope {

/// The part of an axis of equal intervals that is visible, in intervals, fractional.
class VisiblePart {
public:
    /// Everything.
    explicit VisiblePart(std::int64_t intervals = 0);

    [[nodiscard]] double begin() const { return m_begin; }
    [[nodiscard]] double span() const { return m_span; }
    [[nodiscard]] double end() const { return m_begin + m_span; }
    [[nodiscard]] bool isZoomed() const { return m_span < m_all; }

    /// What would go beyond the axis is moved back into it.
    void show(double begin, double span);
    /// Shows `factor` times as much; `around` keeps its place.
    void zoom(double factor, double around);
    /// Moves no further than it must for this interval to be visible.
    void reveal(int interval);

private:
    [[nodiscard]] double allowed(double span) const;

    double m_all; ///< at least 1
    double m_begin = 0.0;
    double m_span;
};

} // namespace rotascope
