// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"

#include "core/files/input_file.h"
#include "core/files/json.h"

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

bool isGgufFile(const std::filesystem::path& file)
{
    std::array<char, gguf::magic.size()> head{};
    std::error_code error;
    return std::filesystem::is_regular_file(file, error) && std::ifstream(file, std::ios::binary).read(head.data(), head.size())
        && gguf::looksLikeGguf({head.data(), head.size()});
}

Expected<nlohmann::json> parseConfig(std::string_view text, const std::string& where)
{
    auto json = parseJson(text);
    if (json && json->is_object()) {
        return std::move(*json);
    }
    return inputError(where + ": " + whyNoObject("a Hugging Face config.json", json ? std::string() : json.error()));
}

Expected<ModelFilePointer> readConfig(const std::filesystem::path& file, std::string_view expected)
{
    return readInputFile(file, expected).and_then([&](std::string text) { return modelFileOfConfig(std::move(text), file.string()); });
}

} // namespace

nlohmann::ordered_json ConfigFile::inOrder() const
{
    return parseOrderedJson(text).value_or(nlohmann::ordered_json::object());
}

Expected<ModelFilePointer> modelFileOfConfig(std::string text, const std::string& name)
{
    Expected<nlohmann::json> json = parseConfig(text, name);
    if (!json) {
        return tl::unexpected(json.error());
    }
    return huggingFaceRopesOf(*json, name).map([&](HuggingFaceRopes found) -> ModelFilePointer {
        ConfigFile config{std::move(text), std::make_shared<const nlohmann::json>(std::move(*json))};
        return std::make_shared<const ModelFile>(ModelFile{name, std::move(found), std::move(config)});
    });
}

Expected<ModelFilePointer> openConfigFile(const std::filesystem::path& file)
{
    return readConfig(file, "the model's config.json");
}

Expected<ModelFilePointer> openGgufFile(const std::filesystem::path& file)
{
    Expected<MappedFile> mapped = MappedFile::open(file, "a GGUF model");
    if (!mapped) {
        return tl::unexpected(mapped.error());
    }
    return gguf::Header::parse(mapped->bytes(), file.string()).and_then([&](gguf::Header header) {
        return parseGgufRope(header, file.string()).map([&](GgufRope rope) -> ModelFilePointer {
            HuggingFaceRopes single{.ropes = {{.name = "main", .rope = rope.rope}}, .section = {}, .field = {}, .isNested = false};
            // Moving the mapping keeps its bytes, which the header looks at, where they are.
            GgufFile model{std::move(*mapped), std::move(header), std::move(rope)};
            return std::make_shared<const ModelFile>(ModelFile{file.string(), std::move(single), std::move(model)});
        });
    });
}

Expected<ModelFilePointer> openModelFile(const std::filesystem::path& file)
{
    return isGgufFile(file) ? openGgufFile(file) : readConfig(file, "a model's config.json or a GGUF model");
}

} // namespace rotascope
