// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a recording of any size, as fast as the disk: make_large_recording FILE SEQUENCES
// Each sequence has the positions 0 ... 4095 and the ideal angles of LLaMA-2, so whatever is counted in the file is what is counted in one
// sequence, SEQUENCES times. 20,480 sequences are 20 GiB of angles, in one piece.
#include "core/angle/angle_errors.h"
#include "core/rope/rope_config.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <hdf5.h>
#include <numbers>
#include <string>
#include <vector>

using namespace rotascope;

namespace {

constexpr hsize_t sequenceLength = 4096;
constexpr hsize_t dimensions = 64;

void text(hid_t object, const char* name, const std::string& value)
{
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, value.size() + 1);
    const hid_t space = H5Screate(H5S_SCALAR);
    const hid_t made = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(made, type, value.c_str());
    H5Aclose(made);
    H5Sclose(space);
    H5Tclose(type);
}

void number(hid_t object, const char* name, hid_t type, const void* value)
{
    const hid_t space = H5Screate(H5S_SCALAR);
    const hid_t made = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(made, type, value);
    H5Aclose(made);
    H5Sclose(space);
}

// The same values again and again, `times` times, below each other; false if they cannot be written.
template <class T> bool repeated(hid_t file, const char* path, hid_t type, int rank, const std::vector<T>& values, std::uint64_t times)
{
    const std::array<hsize_t, 2> part = {values.size() / (rank == 2 ? dimensions : 1), dimensions};
    const std::array<hsize_t, 2> whole = {part[0] * times, dimensions};
    const hid_t space = H5Screate_simple(rank, whole.data(), nullptr);
    const hid_t made = H5Dcreate2(file, path, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const hid_t memory = H5Screate_simple(rank, part.data(), nullptr);
    bool isWritten = made >= 0;
    for (std::uint64_t k = 0; isWritten && k < times; ++k) {
        const std::array<hsize_t, 2> start = {k * part[0], 0};
        H5Sselect_hyperslab(space, H5S_SELECT_SET, start.data(), nullptr, part.data(), nullptr);
        isWritten = H5Dwrite(made, type, memory, space, H5P_DEFAULT, values.data()) >= 0;
    }
    H5Sclose(memory);
    H5Dclose(made);
    H5Sclose(space);
    return isWritten;
}

bool write(const char* path, std::uint64_t sequences)
{
    const hid_t file = H5Fcreate(path, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    if (file < 0) {
        return false;
    }
    const std::vector<double> frequencies = standardInvFreq(10000.0, 2 * dimensions);
    std::vector<std::int64_t> positions;
    std::vector<float> angles;
    for (hsize_t position = 0; position < sequenceLength; ++position) {
        positions.push_back(static_cast<std::int64_t>(position));
        for (const double frequency : frequencies) {
            const double turns = idealTurns(turnOf(frequency), static_cast<std::int64_t>(position));
            angles.push_back(static_cast<float>((turns < 0 ? turns + 1 : turns) * 2 * std::numbers::pi));
        }
    }
    std::vector<std::int64_t> offsets;
    for (std::uint64_t k = 0; k <= sequences; ++k) {
        offsets.push_back(static_cast<std::int64_t>(k * sequenceLength));
    }
    const std::int64_t version = 1;
    const std::int64_t headDim = 2 * dimensions;
    const std::int64_t length = sequenceLength;
    const double base = 10000.0;
    text(file, "format", "rotascope-recording");
    number(file, "version", H5T_NATIVE_INT64, &version);
    text(file, "producer", "make_large_recording");
    text(file, "model_id", "meta-llama/Llama-2-7b-hf");
    const hid_t ropes = H5Gcreate2(file, "/ropes", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const hid_t rope = H5Gcreate2(file, "/ropes/main", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    number(rope, "rope_theta", H5T_NATIVE_DOUBLE, &base);
    number(rope, "head_dim", H5T_NATIVE_INT64, &headDim);
    number(rope, "rotary_dim", H5T_NATIVE_INT64, &headDim);
    number(rope, "original_max_position_embeddings", H5T_NATIVE_INT64, &length);
    H5Gclose(rope);
    H5Gclose(ropes);
    bool isWritten = repeated(file, "/ropes/main/inv_freq", H5T_NATIVE_DOUBLE, 1, frequencies, 1);
    isWritten = isWritten && repeated(file, "/sequence_offsets", H5T_NATIVE_INT64, 1, offsets, 1);
    isWritten = isWritten && repeated(file, "/positions", H5T_NATIVE_INT64, 1, positions, sequences);
    isWritten = isWritten && repeated(file, "/ropes/main/angles", H5T_NATIVE_FLOAT, 2, angles, sequences);
    return H5Fclose(file) >= 0 && isWritten;
}

} // namespace

int main(int argc, char** argv)
{
    const long long sequences = argc == 3 ? std::atoll(argv[2]) : 0;
    if (sequences < 1) {
        std::fprintf(stderr, "usage: make_large_recording FILE SEQUENCES (20480 are 20 GiB)\n");
        return 2;
    }
    if (!write(argv[1], static_cast<std::uint64_t>(sequences))) {
        std::fprintf(stderr, "%s cannot be written\n", argv[1]);
        return 1;
    }
    return 0;
}
