// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/structure_text.h"

#include "core/files/escape.h"
#include "core/sentence.h"

namespace rotascope {

namespace {

// Those that are not empty, with commas.
std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() || part.empty() ? "" : ", ") + part;
    }
    return text;
}

} // namespace

std::string_view nameOf(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Group:
        return Sentence::marked("group");
    case ItemKind::Dataset:
        return Sentence::marked("dataset");
    case ItemKind::NamedType:
        return Sentence::marked("type");
    case ItemKind::Link:
        return Sentence::marked("link");
    case ItemKind::Attribute:
        break;
    }
    return Sentence::marked("attribute");
}

std::string extentsText(const std::vector<std::uint64_t>& extents)
{
    std::string text;
    for (const std::uint64_t extent : extents) {
        text += (text.empty() ? "" : " x ") + std::to_string(extent);
    }
    return text;
}

std::string shapeText(const StructureItem& item)
{
    if (item.type.empty() || item.kind == ItemKind::NamedType) {
        return {};
    }
    if (!item.shape) {
        return item.storage == "parts of other datasets" || !item.note.empty() ? "" : "no values";
    }
    return item.shape->empty() ? "one value" : extentsText(*item.shape);
}

std::string storageText(const StructureItem& item)
{
    return item.storage + (item.chunk.empty() ? "" : " of " + extentsText(item.chunk));
}

std::string valueText(const StructureItem& item)
{
    const bool isOne = item.shape && (item.shape->empty() || item.shape == std::vector<std::uint64_t>{1});
    return isOne && item.type.starts_with("text") && item.note.empty() ? "\"" + item.value + "\"" : item.value;
}

std::string detailsText(const StructureItem& item)
{
    const std::string bytes = item.storedBytes ? std::to_string(*item.storedBytes) + " bytes" : std::string();
    return joined({storageText(item), joined(item.filters), bytes, valueText(item), item.note});
}

std::string lineOf(const StructureItem& item)
{
    const std::string what = joined({std::string(nameOf(item.kind)), item.type, shapeText(item), detailsText(item)});
    return std::string(2 * std::size_t{item.depth}, ' ') + visibleText(item.name + ": " + what);
}

std::string outlineOf(const FileStructure& structure)
{
    std::string text;
    for (const StructureItem& item : structure.items) {
        text += lineOf(item) + "\n";
    }
    return text;
}

} // namespace rotascope
