// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/presets.h"

#include "core/model/hugging_face_config.h"
#include "model/presets_json.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <vector>

namespace rotascope {
namespace {

std::vector<Preset> readPresets()
{
    std::vector<Preset> result;
    // The text is part of the program and checked by a test, so it is read without error handling.
    const nlohmann::json file = nlohmann::json::parse(presetsJson);
    for (const nlohmann::json& model : file["models"]) {
        Preset preset;
        // The fields are those of a config.json.
        const HuggingFaceRopes found = *huggingFaceRopesOf(model, model["id"]);
        preset.rope = found.ropes[found.mainRope()].rope;
        preset.encoding = found.ropes[found.mainRope()].encoding;
        preset.rope.modelId = model["id"];
        preset.family = model["family"];
        preset.source = model["source"];
        preset.confidence = model["confidence"];
        preset.notes = model.value("notes", "");
        result.push_back(std::move(preset));
    }
    return result;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::string_view withoutOwner(std::string_view modelId)
{
    return modelId.substr(modelId.find('/') + 1);
}

} // namespace

std::span<const Preset> presets()
{
    static const std::vector<Preset> all = readPresets();
    return all;
}

Expected<Preset> findPreset(std::string_view modelId)
{
    for (const Preset& preset : presets()) {
        if (preset.rope.modelId == modelId) {
            return preset;
        }
    }
    for (const Preset& preset : presets()) {
        if (lowered(withoutOwner(preset.rope.modelId)) == lowered(withoutOwner(modelId))) {
            return preset;
        }
    }
    return usageError(Sentence::of(
        "model \"{1}\" is not among the presets; expected an id that `rotascope-cli models` lists, or the model's own config.json",
        std::string(modelId)));
}

} // namespace rotascope
