// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/prepared_export.h"

#include "core/files/output_file.h"

#include <utility>

namespace rotascope {

PreparedExport PreparedExport::ofText(std::string text, Report lint)
{
    return {std::move(text), Text(), std::move(lint)};
}

PreparedExport PreparedExport::ofBytes(std::string bytes, std::string preview)
{
    return {std::move(preview), std::move(bytes), {}};
}

PreparedExport PreparedExport::ofStream(Stream stream, std::string preview, Report lint)
{
    return {std::move(preview), std::move(stream), std::move(lint)};
}

const std::string* PreparedExport::content() const
{
    return isText() ? &m_preview : std::get_if<std::string>(&m_content);
}

Expected<void> PreparedExport::writeTo(const std::filesystem::path& file, const ExportRun& run) const
{
    if (Expected<void> checked = m_check ? m_check(file) : Expected<void>(); !checked) {
        return checked;
    }
    if (const std::string* const whole = content()) {
        return writeOutputFile(file, *whole, run.stop);
    }
    return OutputFile::create(file).and_then(
        [&](OutputFile output) { return std::get<Stream>(m_content)(output, run).and_then([&] { return output.commit(run.stop); }); });
}

} // namespace rotascope
