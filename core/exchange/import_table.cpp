// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/python_snippet.h"
#include "core/exchange/configs/transformers_config.h"
#include "core/exchange/configs/vllm_command.h"
#include "core/exchange/gguf/gguf_rope.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/csv_table.h"
#include "core/exchange/tables/factor_list.h"
#include "core/exchange/tables/hdf5_table.h"
#include "core/exchange/tables/json_table.h"
#include "core/exchange/tables/npy_table.h"
#include "core/gguf/gguf_header.h"

#include <array>
#include <fstream>

namespace rotascope {
namespace {

constexpr std::size_t headBytes = 4096;

// Told by what the file is, not by how it is named. Where nothing fits it is a CSV table: the message then says what is wrong
// with its first line.
const ExportFormat& formatOf(std::string_view head)
{
    const auto has = [head](std::string_view text) { return head.find(text) != std::string_view::npos; };
    if (head.starts_with("\x93NUMPY")) {
        return npyFormat;
    }
    if (head.starts_with("\x89HDF")) {
        return hdf5Format;
    }
    if (gguf::looksLikeGguf(head)) {
        return ggufRopeFormat; // reads models as well
    }
    if (head.starts_with("#!")) {
        return vllmFormat;
    }
    if (has("\nimport torch\n")) {
        return pythonFormat;
    }
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin != std::string_view::npos && head[begin] == '{') {
        return has("\"rotascope-table/") ? jsonFormat : transformersFormat;
    }
    return csvFormat;
}

} // namespace

Expected<ImportedTable> readScalingTable(const std::filesystem::path& file)
{
    std::error_code error;
    std::array<char, headBytes> head{};
    if (std::filesystem::is_regular_file(file, error)) {
        std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    }
    const std::string_view begin(head.data(), head.size());
    if (looksLikeFactorList(begin)) {
        return readAndParse(file, parseFactorList);
    }
    return formatOf(begin).read(file);
}

} // namespace rotascope
