// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/recorded_part.h"
#include "core/analysis/source.h"

#include <cstdint>
#include <memory>

namespace rotascope {

/// A second source beside the one that is analysed: what each of them has before the extension is compared (source_comparison.h).
struct OtherSource {
    std::shared_ptr<const Source> source; ///< not null; with as many dimensions
    std::int64_t pretrainingLength = 0; ///< its own L, positions
    BeforeKind before = BeforeKind::UniformPositions; ///< what its distribution is counted from
    std::shared_ptr<const RecordedPart> part = {}; ///< of what it recorded; null: all of it

    /// The very same source, counted alike.
    friend bool operator==(const OtherSource&, const OtherSource&) = default;
};

/// A second source as a comparison begins with it: its own L, and the closest to the model that it has.
OtherSource otherOf(std::shared_ptr<const Source> source);

} // namespace rotascope
