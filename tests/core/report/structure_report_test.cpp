// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/structure_json.h"
#include "core/report/structure_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace rotascope;

namespace {

FileStructure someFile()
{
    return {.file = "any.h5",
        .bytes = 5000,
        .items = {{.depth = 0, .kind = ItemKind::Group, .name = "/"},
            {.depth = 1, .kind = ItemKind::Attribute, .name = "title", .type = "text", .shape = {{}}, .value = "a\nb"},
            {.depth = 1, .kind = ItemKind::Attribute, .name = "numbers", .type = "int32", .shape = {{2}}, .value = "1, 2"},
            {.depth = 1,
                .kind = ItemKind::Dataset,
                .name = "data",
                .type = "float32",
                .shape = {{4096, 64}},
                .storage = "in chunks",
                .chunk = {512, 64},
                .filters = {"shuffle", "gzip 4"},
                .storedBytes = 1234},
            {.depth = 1, .kind = ItemKind::Group, .name = "inner"},
            {.depth = 2, .kind = ItemKind::Attribute, .name = "none", .type = "float64"},
            {.depth = 2, .kind = ItemKind::NamedType, .name = "t", .type = "uint16"},
            {.depth = 2, .kind = ItemKind::Link, .name = "l", .note = "leads to /data; it is not followed"},
            {.depth = 1, .kind = ItemKind::Dataset, .name = "virtual", .type = "int64", .storage = "parts of other datasets"}},
        .leftOut = {"Groups deeper than 64 are not looked into."}};
}

} // namespace

TEST(StructureText, IsAnOutline)
{
    EXPECT_EQ(outlineOf(someFile()),
        "/: group\n"
        "  title: attribute, text, one value, \"a\\nb\"\n"
        "  numbers: attribute, int32, 2, 1, 2\n"
        "  data: dataset, float32, 4096 x 64, in chunks of 512 x 64, shuffle, gzip 4, 1234 bytes\n"
        "  inner: group\n"
        "    none: attribute, float64, no values\n"
        "    t: type, uint16\n"
        "    l: link, leads to /data; it is not followed\n"
        "  virtual: dataset, int64, parts of other datasets\n");
}

TEST(StructureJson, HasEveryItemWithItsPath)
{
    std::ostringstream out;
    printJson(out, someFile());
    const auto expected = nlohmann::ordered_json::parse(R"({"file": "any.h5", "bytes": 5000,
        "left_out": ["Groups deeper than 64 are not looked into."],
        "items": [{"path": "/", "kind": "group", "note": null},
            {"path": "/", "kind": "attribute", "name": "title", "value": "a\nb", "type": "text", "shape": [], "note": null},
            {"path": "/", "kind": "attribute", "name": "numbers", "value": "1, 2", "type": "int32", "shape": [2], "note": null},
            {"path": "/data", "kind": "dataset", "type": "float32", "shape": [4096, 64], "storage": "in chunks", "chunk": [512, 64],
                "filters": ["shuffle", "gzip 4"], "stored_bytes": 1234, "note": null},
            {"path": "/inner", "kind": "group", "note": null},
            {"path": "/inner", "kind": "attribute", "name": "none", "value": null, "type": "float64", "shape": null, "note": null},
            {"path": "/inner/t", "kind": "type", "type": "uint16", "note": null},
            {"path": "/inner/l", "kind": "link", "note": "leads to /data; it is not followed"},
            {"path": "/virtual", "kind": "dataset", "type": "int64", "shape": null, "storage": "parts of other datasets", "chunk": null,
                "filters": [], "stored_bytes": null, "note": null}]})");
    EXPECT_EQ(nlohmann::ordered_json::parse(out.str()), expected);
}
