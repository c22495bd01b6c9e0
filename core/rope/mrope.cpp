// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/mrope.h"

#include <cstddef>
#include <numeric>

namespace rotascope {

std::vector<int> mropeAxes(std::span<const int> sections, MropeLayout layout)
{
    std::vector<int> axes(static_cast<std::size_t>(std::accumulate(sections.begin(), sections.end(), 0)), 0);
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const int index = static_cast<int>(i);
        switch (layout) {
        case MropeLayout::Contiguous:
            axes[i] = index < sections[0] ? 0 : index < sections[0] + sections[1] ? 1 : 2;
            break;
        case MropeLayout::Interleaved:
            if (const int axis = index % 3; axis > 0 && index < 3 * sections[static_cast<std::size_t>(axis)]) {
                axes[i] = axis;
            }
            break;
        case MropeLayout::Ernie:
            axes[i] = index < sections[0] + sections[1] ? 1 + index % 2 : 0;
            break;
        }
    }
    return axes;
}

} // namespace rotascope
