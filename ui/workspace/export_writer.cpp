// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/export_writer.h"

#include <filesystem>

namespace rotascope {

ExportWriter::ExportWriter(QObject* parent)
    : QObject(parent), m_job({
                           .finished =
                               [this](const Expected<std::monostate>& result) {
                                   if (result) {
                                       emit written();
                                   } else {
                                       emit failed(result.error());
                                   }
                               },
                           .progressed = [this](const JobProgress& progress) { emit progressed(progress); },
                       })
{
}

void ExportWriter::start(
    const ExportFormat& format, const ExportDocument& document, const std::optional<ExportFormat::Into>& into, const QString& file)
{
    const std::filesystem::path path = file.toStdString();
    m_job.request(
        [&format, document, into, path](const Job<std::monostate>::Run& run) {
            const ExportRun exportRun{run.stop(), [&run](std::uint64_t done, std::uint64_t total) { run.progress(done, total); }};
            return writeExport(format, document, into, path, exportRun).map([] { return std::monostate(); });
        },
        {ErrorKind::Output, path.string() + ": cannot be written"});
}

} // namespace rotascope
