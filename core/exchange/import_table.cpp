// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_format.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/csv_table.h"
#include "core/exchange/tables/factor_list.h"
#include "core/files/random_access_file.h"

#include <algorithm>
#include <string>

namespace rotascope {
namespace {

constexpr std::size_t headBytes = 16384; // behind all that a table may say of how it was made

// Told by what the file is, not by how it is named. What no format recognises is read as a CSV table: the message then says what is wrong
// with its first line.
const ExportFormat& formatOf(std::string_view head)
{
    const auto found = std::ranges::find_if(exportFormats(), [head](const ExportFormat* format) { return format->recognises(head); });
    return found == exportFormats().end() ? csvFormat : **found;
}

} // namespace

Expected<ImportedTable> readScalingTable(const std::filesystem::path& file)
{
    const std::string head = headOf(file, headBytes);
    return looksLikeFactorList(head) ? readAndParse(file, parseFactorList) : formatOf(head).read(file);
}

} // namespace rotascope
