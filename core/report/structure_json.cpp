// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/structure_json.h"

#include "core/report/json_text.h"
#include "core/report/structure_text.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace rotascope {
namespace {

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json itemObject(const StructureItem& item, const std::string& path)
{
    Json object = {{"path", path}, {"kind", nameOf(item.kind)}};
    if (item.kind == ItemKind::Attribute) {
        object["name"] = item.name;
        object["value"] = textOrNull(item.value);
    }
    if (item.kind == ItemKind::Attribute || item.kind == ItemKind::Dataset) {
        object["type"] = textOrNull(item.type);
        object["shape"] = orNull(item.shape);
    }
    if (item.kind == ItemKind::NamedType) {
        object["type"] = textOrNull(item.type);
    }
    if (item.kind == ItemKind::Dataset) {
        object["storage"] = textOrNull(item.storage);
        object["chunk"] = item.chunk.empty() ? Json() : Json(item.chunk);
        object["filters"] = item.filters;
        object["stored_bytes"] = orNull(item.storedBytes);
    }
    object["note"] = textOrNull(item.note);
    return object;
}

} // namespace

void printJson(std::ostream& out, const FileStructure& structure)
{
    const std::vector<std::string> paths = pathsOf(structure);
    std::vector<std::size_t> indices(structure.items.size());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        indices[i] = i;
    }
    printWithList(out, {{"file", structure.file}, {"bytes", structure.bytes}, {"left_out", structure.leftOut}}, "items", indices,
        [&](std::size_t index) { return itemObject(structure.items[index], paths[index]); });
}

} // namespace rotascope
