// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// The most groups, datasets, types, links and attributes that are listed.
inline constexpr std::size_t mostStructureItems = 20'000;
/// Groups deeper than this are not looked into.
inline constexpr std::uint32_t deepestStructure = 64;
/// Names and values are cut to so many bytes.
inline constexpr std::size_t longestStructureText = 256;

enum class ItemKind : std::uint8_t { Group, Dataset, NamedType, Link, Attribute };

/// A group, a dataset, a type that has a name, a link to elsewhere, or an attribute of one of them.
struct StructureItem {
    std::uint32_t depth = 0; ///< below the root group, which has 0
    ItemKind kind = ItemKind::Group;
    std::string name = {}; ///< "/" for the root group; whatever bytes the file has
    std::string type = {}; ///< of a dataset, named type or attribute: "float32", "int64, big-endian", "text"
    std::optional<std::vector<std::uint64_t>> shape = {}; ///< of a dataset or attribute; empty: one value. None: it has no values
    std::string storage = {}; ///< of a dataset: "in chunks", "in one piece", "in its header", "in other files", "parts of other datasets"
    std::vector<std::uint64_t> chunk = {}; ///< shape of a chunk
    std::vector<std::string> filters = {}; ///< in the order in which they were applied: "shuffle", "gzip 4"
    std::optional<std::uint64_t> storedBytes = {}; ///< that the values of a dataset take in the file
    std::string value = {}; ///< of an attribute, where it is one text or some numbers
    std::string note
        = {}; ///< where a link leads, which object this is another name of, or why something is not known; empty: nothing to say

    friend bool operator==(const StructureItem&, const StructureItem&) = default;
};

/// What an HDF5 file consists of.
struct FileStructure {
    std::string file; ///< as the user named it
    std::uint64_t bytes = 0;
    std::vector<StructureItem> items; ///< the root group first; behind each its attributes, then what is in it, both by name
    std::vector<Sentence> leftOut; ///< a sentence for each kind of thing that is in the file and not in the list

    friend bool operator==(const FileStructure&, const FileStructure&) = default;
};

/// Whether a file begins as HDF5 files do. The rest is not looked at.
bool isHdf5File(const std::filesystem::path& file);

/// Lists what is in any HDF5 file; no values of datasets are read. Files are not trusted: HDF5 looks at it in a child process alone, within
/// the bounds above, and nothing outside the file is opened. ErrorKind::Input for a file that is missing, no HDF5 file or damaged.
Expected<FileStructure> readStructure(const std::filesystem::path& file);

/// The path of each item, as "/ropes/main/angles"; that of an attribute is its object's.
std::vector<std::string> pathsOf(const FileStructure& structure);

} // namespace rotascope
