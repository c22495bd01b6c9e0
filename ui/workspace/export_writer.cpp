// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/export_writer.h"

#include <filesystem>
#include <utility>

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

void ExportWriter::start(PreparedExport prepared, const QString& file)
{
    const std::filesystem::path path = file.toStdString();
    m_job.request(
        [prepared = std::move(prepared), path](const Job<std::monostate>::Run& run) {
            const ExportRun exportRun{run.stop(), [&run](std::uint64_t done, std::uint64_t total) { run.progress(done, total); }};
            return prepared.writeTo(path, exportRun).map([] { return std::monostate(); });
        },
        {ErrorKind::Output, tr("%1: cannot be written").arg(file).toStdString()});
}

} // namespace rotascope
