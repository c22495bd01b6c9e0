// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/file.h"
#include "core/hdf5/stored_dataset.h"

namespace rotascope::hdf5 {

/// The number types that the format has, in either byte order.
enum class NumberType : std::uint8_t { Int32, Int64, Float32, Float64 };

/// The largest chunk that is taken. With it a reader of positions stays within the memory that is promised.
inline constexpr std::size_t maxChunkBytes = std::size_t{32} << 20;

/// What a dataset has to be.
struct DatasetShape {
    NumberType type;
    int minRank = 1; ///< 1: [rows] is taken, with one column
    int maxRank = 1; ///< 2: [rows, columns] is taken; 3: also [a, b, columns], in one piece alone, as a * b rows
};

/// Opens a member that hasMember() has found, asks HDF5 where each of its chunks lies, and closes it. `where`: the file and the path, for
/// messages. To be called under a Lock, in a child process: damaged indexes of chunks crash HDF5. Opens nothing but what is in the file
/// itself; no dataset can be larger than what a file of that size can hold.
Expected<StoredDataset> openDataset(
    const InputFile& input, hid_t group, const std::string& name, const DatasetShape& shape, const std::string& where);

} // namespace rotascope::hdf5
