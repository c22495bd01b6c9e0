// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/language_model.h"
#include "core/files/input_file.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

namespace rotascope::test {

inline const std::filesystem::path labFolder = std::filesystem::path(ROTASCOPE_SOURCE_DIR) / "resources/lab";
inline const std::filesystem::path labData = std::filesystem::path(ROTASCOPE_SOURCE_DIR) / "tests/data/laboratory";

/// The shipped models by their names, and "grouped".
inline LanguageModelPointer labModel(const std::string& name)
{
    auto model = LanguageModel::read((name == "grouped" ? labData : labFolder) / name);
    EXPECT_TRUE(model) << model.error().message;
    return model.value_or(nullptr);
}

inline nlohmann::json labJson(const std::string& name)
{
    return nlohmann::json::parse(readInputFile(labData / name, "golden data").value());
}

} // namespace rotascope::test
