// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/source.h"

#include <algorithm>

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

std::string_view machineNameOf(BeforeKind kind)
{
    switch (kind) {
    case BeforeKind::RecordedAngles:
        return "recorded-angles";
    case BeforeKind::RecordedPositions:
        return "recorded-positions";
    case BeforeKind::UniformPositions:
        break;
    }
    return "positions";
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
    return *std::ranges::find_if(allBeforeKinds, [&](BeforeKind kind) { return offers(source, kind); }); // the last is always there
}

} // namespace rotascope
