// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_file.h"

#include <string>

// What is read from the text of a config.json.
namespace rotascope::test {

inline Expected<HuggingFaceRopes> parseHuggingFaceRopes(const std::string& text, const std::string& name)
{
    return modelFileOfConfig(text, name).map([](const ModelFilePointer& file) { return file->found; });
}

/// The main RoPE alone.
inline Expected<RopeConfig> parseHuggingFaceConfig(const std::string& text, const std::string& name)
{
    return parseHuggingFaceRopes(text, name).map([](const HuggingFaceRopes& found) { return found.ropes[found.mainRope()].rope; });
}

} // namespace rotascope::test
