// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <vector>

namespace rotascope {

/// How long the last computations took, milliseconds; the oldest are forgotten.
class RecentTimes {
public:
    static constexpr std::size_t capacity = 100;

    void add(double milliseconds)
    {
        m_times.push_back(milliseconds);
        if (m_times.size() > capacity) {
            m_times.pop_front();
        }
    }
    void clear() { m_times.clear(); }
    [[nodiscard]] std::size_t count() const { return m_times.size(); }
    /// The least time that this share of all, 0 ... 1, does not exceed (nearest rank); 0 if there are none.
    [[nodiscard]] double quantile(double share) const
    {
        if (m_times.empty()) {
            return 0.0;
        }
        std::vector<double> sorted(m_times.begin(), m_times.end());
        std::ranges::sort(sorted);
        const double rank = std::ceil(share * static_cast<double>(sorted.size()));
        return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
    }

private:
    std::deque<double> m_times;
};

} // namespace rotascope
