// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace rotascope::fuzz {

/// A part of HDF5's metadata in a file: bytes begin ... end-1; where it has a checksum, that stands behind them in 4 bytes.
struct Hdf5Structure {
    std::size_t begin;
    std::size_t end;
    bool hasChecksum;
};

/// The indexes of chunks and the object headers that a file has, found by their signatures.
std::vector<Hdf5Structure> hdf5Structures(std::span<const std::uint8_t> file);

/// Changes some bytes within the structures and makes their checksums right again: random damage alone hardly ever comes past them.
void damageHdf5(std::span<std::uint8_t> file, std::mt19937_64& random);

} // namespace rotascope::fuzz
