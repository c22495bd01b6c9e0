// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/hdf5_structures.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

// libhdf5 exports it, its headers do not tell.
extern "C" std::uint32_t H5_checksum_lookup3(const void* key, std::size_t length, std::uint32_t initial);

namespace rotascope::fuzz {
namespace {

constexpr std::array<std::string_view, 11> signatures
    = {std::string_view("TREE\1"), "BTHD", "BTIN", "BTLF", "FAHD", "FADB", "EAHD", "EAIB", "EASB", "EADB", "OHDR"};
constexpr std::size_t treeBytes = 600; // of a B-tree of version 1, which has no checksum
constexpr std::size_t mostBytes = 2048; // of a structure in a file as small as a seed
constexpr std::size_t checksumBytes = sizeof(std::uint32_t);

std::uint32_t checksumOf(std::span<const std::uint8_t> bytes)
{
    return H5_checksum_lookup3(bytes.data(), bytes.size(), 0);
}

// Where the checksum of what begins here stands; 0: nowhere.
std::size_t endOf(std::span<const std::uint8_t> file, std::size_t begin)
{
    for (std::size_t end = begin + 8; end < begin + mostBytes && end + checksumBytes <= file.size(); ++end) {
        std::uint32_t stored = 0;
        std::memcpy(&stored, &file[end], sizeof stored);
        if (checksumOf(file.subspan(begin, end - begin)) == stored) {
            return end;
        }
    }
    return 0;
}

// Values that HDF5 takes for sizes, counts and addresses.
std::uint64_t anyValue(std::size_t fileBytes, std::size_t otherPlace, std::mt19937_64& random)
{
    const std::array<std::uint64_t, 8> values
        = {0, ~std::uint64_t{0}, random(), otherPlace, fileBytes, 1, std::uint64_t{1} << 31, std::uint64_t{1} << 40};
    return values[random() % values.size()];
}

} // namespace

std::vector<Hdf5Structure> hdf5Structures(std::span<const std::uint8_t> file)
{
    std::vector<Hdf5Structure> found;
    const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
    for (const std::string_view signature : signatures) {
        for (std::size_t begin = text.find(signature); begin != std::string_view::npos; begin = text.find(signature, begin + 4)) {
            if (signature.size() > 4) {
                found.push_back({begin, std::min(begin + treeBytes, file.size()), false});
            } else if (const std::size_t end = endOf(file, begin); end != 0) {
                found.push_back({begin, end, true});
            }
        }
    }
    return found;
}

void damageHdf5(std::span<std::uint8_t> file, std::mt19937_64& random)
{
    const std::vector<Hdf5Structure> structures = hdf5Structures(file);
    if (structures.empty()) {
        return;
    }
    for (std::uint64_t changes = 1 + random() % 3; changes > 0; --changes) {
        const Hdf5Structure& place = structures[random() % structures.size()];
        // What counts stands in front.
        const std::size_t last = random() % 3 == 0 ? place.end : std::min(place.begin + 64, place.end);
        if (last <= place.begin + 4) {
            continue;
        }
        const std::size_t at = place.begin + 4 + random() % (last - place.begin - 4);
        const std::size_t size = std::min<std::size_t>(std::size_t{1} << random() % 4, place.end - at);
        const std::uint64_t value = anyValue(file.size(), structures[random() % structures.size()].begin, random);
        std::memcpy(&file[at], &value, size);
        if (place.hasChecksum) {
            const std::uint32_t checksum = checksumOf(file.subspan(place.begin, place.end - place.begin));
            std::memcpy(&file[place.end], &checksum, checksumBytes);
        }
    }
}

} // namespace rotascope::fuzz
