// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/file.h"
#include "core/hdf5/message.h"
#include "core/hdf5/stored_dataset.h"
#include "core/recording/recording_reader.h"

#include <optional>
#include <vector>

namespace rotascope {

/// What a child process finds out about a recording, with HDF5: what it says of itself, checked, and where its large datasets lie.
struct RecordingContents {
    RecordingInfo info;
    std::optional<hdf5::DatasetLayout> positions;
    std::vector<std::optional<hdf5::DatasetLayout>> angles; ///< one for each of info.ropes
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

template <class Archive> void transfer(Archive& archive, RecordingContents& contents)
{
    using hdf5::transfer;
    transfer(archive, contents.info.producer);
    transfer(archive, contents.info.modelId);
    transfer(archive, contents.info.created);
    transfer(archive, contents.info.tokens);
    transfer(archive, contents.info.axes);
    transfer(archive, contents.info.sequenceOffsets);
    transfer(archive, contents.info.ropes);
    transfer(archive, contents.positions);
    transfer(archive, contents.angles);
}

} // namespace rotascope
