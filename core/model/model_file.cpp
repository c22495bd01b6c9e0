// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"

#include "core/files/input_file.h"
#include "core/files/json.h"

#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

// Or is meant to be: a damaged one is told as such, not as a bad config.json.
bool isGgufFile(const std::filesystem::path& file)
{
    return file.extension() == ".gguf" || gguf::looksLikeGguf(headOf(file, gguf::magic.size()));
}

Expected<nlohmann::json> parseConfig(std::string_view text, const std::string& where)
{
    auto json = parseJson(text);
    if (json && json->is_object()) {
        return std::move(*json);
    }
    return inputError(where + ": " + whyNoObject(Sentence::of("a Hugging Face config.json"), json ? std::string() : json.error()));
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
    return readConfig(file, Sentence::marked("the model's config.json"));
}

Expected<ModelFilePointer> openGgufFile(const std::filesystem::path& file)
{
    return RandomAccessFile::open(file, Sentence::marked("a GGUF model")).and_then([&](RandomAccessFile opened) {
        const auto stored = std::make_shared<const RandomAccessFile>(std::move(opened));
        return gguf::Header::read(stored).and_then([&](gguf::Header header) {
            return parseGgufRope(header, file.string()).map([&](GgufRope rope) -> ModelFilePointer {
                HuggingFaceRopes found{.ropes = {{.name = rope.sliding ? "full_attention" : "main", .rope = rope.rope}},
                    .section = {},
                    .field = {},
                    .isNested = false};
                if (rope.sliding) {
                    found.ropes.push_back({.name = "sliding_attention", .rope = *rope.sliding});
                }
                return std::make_shared<const ModelFile>(
                    ModelFile{file.string(), std::move(found), GgufFile{stored, std::move(header), std::move(rope)}});
            });
        });
    });
}

Expected<void> checkIsRope(const ModelFile& file)
{
    const Encoding& encoding = file.found.ropes[file.found.mainRope()].encoding;
    return encoding.kind == EncodingKind::Rope
        ? Expected<void>()
        : inputError(file.name + ": "
            + Sentence::of("has {1}; expected a model with rotary position embeddings", Sentence::label(nameOfEncoding(encoding.kind))));
}

Expected<ModelFilePointer> openModelFile(const std::filesystem::path& file)
{
    return isGgufFile(file) ? openGgufFile(file) : readConfig(file, Sentence::marked("a model's config.json or a GGUF model"));
}

} // namespace rotascope
