// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_loader.h"

#include <exception>

namespace rotascope {
namespace {

Expected<SourcePointer> open(
    const std::filesystem::path& file, const std::string& ropeName, const std::stop_token& stop, const OpenProgress& progress)
{
    try {
        return ropeName.empty() ? openFile(file, stop, progress) : openRecording(file, ropeName, stop, progress);
    } catch (const std::exception& error) { // out of memory, above all: no exception leaves a thread
        return inputError(file.string() + ": could not be opened: " + error.what());
    }
}

} // namespace

SourceLoader::SourceLoader(QObject* parent) : QObject(parent) { }

SourceLoader::~SourceLoader() = default;

void SourceLoader::load(const QString& file, const QString& ropeName)
{
    cancel();
    const std::uint64_t generation = ++m_generation;
    setBusy(true);
    m_thread = std::jthread(
        [this, generation, path = std::filesystem::path(file.toStdString()), rope = ropeName.toStdString()](const std::stop_token& stop) {
            const OpenProgress progress = [this, generation](std::int64_t done, std::int64_t total) {
                QMetaObject::invokeMethod(this, [this, generation, done, total] {
                    if (generation == m_generation) {
                        emit progressed(done, total);
                    }
                });
            };
            const Expected<SourcePointer> result = open(path, rope, stop, progress);
            QMetaObject::invokeMethod(this, [this, generation, result] { deliver(generation, result); });
        });
}

void SourceLoader::cancel()
{
    ++m_generation;
    m_thread.request_stop();
    setBusy(false);
}

void SourceLoader::deliver(std::uint64_t generation, const Expected<SourcePointer>& result)
{
    if (generation != m_generation) {
        return;
    }
    setBusy(false);
    if (result) {
        emit loaded(*result);
    } else {
        emit failed(QString::fromStdString(result.error().message));
    }
}

void SourceLoader::setBusy(bool busy)
{
    if (busy != m_busy) {
        m_busy = busy;
        emit busyChanged(busy);
    }
}

} // namespace rotascope
