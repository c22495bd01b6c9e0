// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace rotascope {

/// The model that is taken where none is named.
inline constexpr const char* defaultLaboratoryModel = "tinykey";

/// Where the models lie that come with the programs: ../share/rotascope/lab, seen from the folder of the running program.
std::filesystem::path laboratoryFolder();

/// The folder of a model: one of those that come with the programs by its name, else any folder by its path.
std::filesystem::path laboratoryModelFolder(const std::string& nameOrFolder);

/// Whether beside this config.json lies what makes it a model that can be run: model.safetensors and vocabulary.json.
bool isLaboratoryModel(const std::filesystem::path& config);

} // namespace rotascope
