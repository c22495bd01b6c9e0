// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/file_structure.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// "group", "dataset", "type", "link", "attribute".
std::string_view nameOf(ItemKind kind);
/// "4096 x 64".
std::string extentsText(const std::vector<std::uint64_t>& extents);
/// "64 x 2", "one value", "no values"; empty for an item that cannot have values.
std::string shapeText(const StructureItem& item);
/// "in chunks of 4096 x 64", "in one piece".
std::string storageText(const StructureItem& item);
/// Of an attribute: a text in quotes, or numbers.
std::string valueText(const StructureItem& item);
/// How a dataset is stored, what an attribute holds, and what else there is to say of an item.
std::string detailsText(const StructureItem& item);
/// One line of the outline, indented by its depth: `    angles: dataset, float32, 4096 x 64, in chunks of 4096 x 64, gzip 4, 812345 bytes`.
std::string lineOf(const StructureItem& item);
/// The whole outline: a line for each item, each with its end.
std::string outlineOf(const FileStructure& structure);

} // namespace rotascope
