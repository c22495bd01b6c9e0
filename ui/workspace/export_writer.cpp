// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/export_writer.h"

#include <chrono>
#include <exception>
#include <filesystem>
#include <string>

namespace rotascope {
namespace {

constexpr std::chrono::milliseconds betweenLooks{100};

// Out of memory, above all: no exception leaves a thread.
Expected<void> guardedWrite(const ExportFormat& format, const ExportDocument& document, const std::optional<ExportFormat::Into>& into,
    const std::filesystem::path& file, const ExportRun& run)
try {
    return writeExport(format, document, into, file, run);
} catch (const std::exception& error) {
    return outputError(file.string() + ": cannot be written: " + error.what());
}

} // namespace

ExportWriter::ExportWriter(QObject* parent) : QObject(parent)
{
    m_look.setInterval(betweenLooks);
    connect(&m_look, &QTimer::timeout, this,
        [this] { emit progressed(static_cast<qint64>(m_done.load()), static_cast<qint64>(m_total.load())); });
}

ExportWriter::~ExportWriter() = default;

void ExportWriter::start(
    const ExportFormat& format, const ExportDocument& document, const std::optional<ExportFormat::Into>& into, const QString& file)
{
    m_busy = true;
    m_done = 0;
    m_total = 0;
    m_look.start();
    m_thread = std::jthread([this, &format, document, into, path = std::filesystem::path(file.toStdString())](const std::stop_token& stop) {
        const ExportRun run{stop, [this](std::uint64_t done, std::uint64_t total) {
                                m_total = total;
                                m_done = done;
                            }};
        QMetaObject::invokeMethod(
            this, [this, result = guardedWrite(format, document, into, path, run)] { end(result); }, Qt::QueuedConnection);
    });
}

void ExportWriter::end(const Expected<void>& result)
{
    m_look.stop();
    m_busy = false;
    if (result) {
        emit written();
    } else {
        emit failed(result.error());
    }
}

} // namespace rotascope
