// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/file.h"
#include "core/hdf5/message.h"
#include "core/hdf5/stored_dataset.h"
#include "core/recording/recording_reader.h"

#include <optional>
#include <vector>

namespace rotascope {

/// Counts, or usage: where they lie, and of how many tokens they are.
struct CountsLayout {
    hdf5::DatasetLayout layout;
    std::int64_t tokens = 0;
};

/// What a child process finds out about a recording, with HDF5: what it says of itself, checked, and where its large datasets lie.
struct RecordingContents {
    RecordingInfo info;
    std::optional<hdf5::DatasetLayout> positions;
    std::optional<CountsLayout> positionCounts;
    std::optional<CountsLayout> distanceCounts;
    // One for each of info.ropes.
    std::vector<std::optional<hdf5::DatasetLayout>> angles;
    std::vector<std::optional<CountsLayout>> angleCounts;
    std::vector<std::optional<CountsLayout>> usage;
};

/// To be called in the child process, under a Lock.
Expected<RecordingContents> readContents(hdf5::InputFile input);

template <class Archive> void transfer(Archive& archive, RecordedRope& recorded)
{
    using hdf5::transfer;
    RopeConfig& rope = recorded.rope; // those of its members that a recording has
    transfer(archive, recorded.name);
    transfer(archive, recorded.layers);
    transfer(archive, recorded.hasAngles);
    transfer(archive, recorded.hasAngleCounts);
    transfer(archive, recorded.hasUsage);
    transfer(archive, recorded.usageTokens);
    transfer(archive, recorded.angleTokens);
    transfer(archive, rope.modelId);
    transfer(archive, rope.ropeTheta);
    transfer(archive, rope.headDim);
    transfer(archive, rope.rotaryDim);
    transfer(archive, rope.originalMaxPositionEmbeddings);
    transfer(archive, rope.maxPositionEmbeddings);
    transfer(archive, rope.ropeType);
    transfer(archive, rope.attentionFactor);
    transfer(archive, rope.invFreq);
    transfer(archive, rope.axis);
}

template <class Archive> void transfer(Archive& archive, CountsLayout& counts)
{
    using hdf5::transfer;
    transfer(archive, counts.layout);
    transfer(archive, counts.tokens);
}

template <class Archive> void transfer(Archive& archive, RecordingContents& contents)
{
    using hdf5::transfer;
    transfer(archive, contents.info.producer);
    transfer(archive, contents.info.modelId);
    transfer(archive, contents.info.created);
    transfer(archive, contents.info.tokens);
    transfer(archive, contents.info.axes);
    transfer(archive, contents.info.hasRows);
    transfer(archive, contents.info.hasPositionCounts);
    transfer(archive, contents.info.hasDistanceCounts);
    transfer(archive, contents.info.sequenceOffsets);
    transfer(archive, contents.info.ropes);
    transfer(archive, contents.positions);
    transfer(archive, contents.positionCounts);
    transfer(archive, contents.distanceCounts);
    transfer(archive, contents.angles);
    transfer(archive, contents.angleCounts);
    transfer(archive, contents.usage);
}

} // namespace rotascope
