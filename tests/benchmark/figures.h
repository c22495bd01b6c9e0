// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <vector>

/// Prints the median, the 95th percentile and the largest of some times in milliseconds.
inline void printFigures(const char* what, std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    const auto at
        = [&](double share) { return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1) + 0.5)]; };
    std::printf("%-52s median %8.2f ms   95 %% within %8.2f ms   largest %8.2f ms   (n = %zu)\n", what, at(0.5), at(0.95),
        milliseconds.back(), milliseconds.size());
}
