// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/input_file.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

namespace rotascope::test {

inline const std::filesystem::path labFolder = std::filesystem::path(ROTASCOPE_SOURCE_DIR) / "resources/lab";
inline const std::filesystem::path labData = std::filesystem::path(ROTASCOPE_SOURCE_DIR) / "tests/data/laboratory";

inline nlohmann::json labJson(const std::string& name)
{
    return nlohmann::json::parse(readInputFile(labData / name, "golden data").value());
}

} // namespace rotascope::test
