// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"
#include "core/gguf/gguf_header.h"
#include "core/model/gguf_config.h"
#include "core/model/hugging_face_config.h"

#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>

namespace rotascope {

/// A model's config.json.
struct ConfigFile {
    std::string text; ///< a JSON object, as it stands in the file
    std::shared_ptr<const nlohmann::json> json; ///< the same, parsed; never null

    /// The same with its members in the order of the file, which what is merged into it keeps. Made again at each call: the JSON library
    /// looks members up one by one then, which is too slow for every file that is opened.
    [[nodiscard]] nlohmann::ordered_json inOrder() const;
};

/// A GGUF model, of which the header alone is read. Before its data are read some time after the opening, `file->isAsOpened()` must be
/// asked: the header may not belong to them any more.
struct GgufFile {
    std::shared_ptr<const RandomAccessFile> file; ///< never null
    gguf::Header header;
    GgufRope rope;
};

/// A model's file, read and parsed once: the analysis, what engines do with it (core/lint) and what is merged into it (core/exchange) take
/// this value, and nothing else opens such a file.
struct ModelFile {
    std::string name; ///< as messages name it: the file, with its path
    HuggingFaceRopes found; ///< its RoPEs; of a GGUF model "main", or "full_attention" and "sliding_attention"
    std::variant<ConfigFile, GgufFile> content;

    /// Null where it is the other kind.
    [[nodiscard]] const ConfigFile* config() const { return std::get_if<ConfigFile>(&content); }
    [[nodiscard]] const GgufFile* gguf() const { return std::get_if<GgufFile>(&content); }
};

using ModelFilePointer = std::shared_ptr<const ModelFile>;

/// Fails where its position encoding is no RoPE, for what is about RoPEs alone.
Expected<void> checkIsRope(const ModelFile& file);

/// A config.json (at most 64 MiB) or a GGUF model, told apart by what is in the file. Fails with the name of the file and the field.
Expected<ModelFilePointer> openModelFile(const std::filesystem::path& file);
/// One of the two alone.
Expected<ModelFilePointer> openConfigFile(const std::filesystem::path& file);
Expected<ModelFilePointer> openGgufFile(const std::filesystem::path& file);

/// The text of a config.json that is not a file, or not yet; `name` is the name used in messages.
Expected<ModelFilePointer> modelFileOfConfig(std::string text, const std::string& name);

} // namespace rotascope
