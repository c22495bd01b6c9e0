// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/laboratory.h"

#include <system_error>

namespace rotascope {

std::filesystem::path laboratoryFolder()
{
    std::error_code none;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", none);
    return (program.parent_path() / "../share/rotascope/lab").lexically_normal();
}

std::filesystem::path laboratoryModelFolder(const std::string& nameOrFolder)
{
    std::filesystem::path given(nameOrFolder);
    std::error_code none;
    const bool isName = given.has_filename() && !given.has_parent_path() && nameOrFolder != "." && nameOrFolder != "..";
    if (std::filesystem::path shipped = laboratoryFolder() / given; isName && std::filesystem::is_directory(shipped, none)) {
        return shipped;
    }
    return given;
}

bool isLaboratoryModel(const std::filesystem::path& config)
{
    std::error_code none;
    return config.filename() == "config.json" && std::filesystem::is_regular_file(config.parent_path() / "model.safetensors", none)
        && std::filesystem::is_regular_file(config.parent_path() / "vocabulary.json", none);
}

} // namespace rotascope
