// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/source.h"

namespace rotascope {

std::string_view nameOf(BeforeKind kind)
{
    switch (kind) {
    case BeforeKind::RecordedAngles:
        return "recorded angles";
    case BeforeKind::RecordedPositions:
        return "recorded positions";
    case BeforeKind::UniformPositions:
        break;
    }
    return "positions 0 … L-1";
}

bool offers(const Source& source, BeforeKind kind)
{
    switch (kind) {
    case BeforeKind::RecordedAngles:
        return source.recordedAngles != nullptr;
    case BeforeKind::RecordedPositions:
        return !source.recordedPositions.empty();
    case BeforeKind::UniformPositions:
        break;
    }
    return true;
}

BeforeKind bestBefore(const Source& source)
{
    for (const BeforeKind kind : {BeforeKind::RecordedAngles, BeforeKind::RecordedPositions}) {
        if (offers(source, kind)) {
            return kind;
        }
    }
    return BeforeKind::UniformPositions;
}

} // namespace rotascope
