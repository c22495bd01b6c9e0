// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_loader.h"

#include <exception>

namespace rotascope {

SourceLoader::SourceLoader(std::shared_ptr<Engine> engine, QObject* parent) : QObject(parent), m_engine(std::move(engine)) { }

SourceLoader::~SourceLoader() = default;

void SourceLoader::loadFile(const QString& file, const QString& ropeName, std::optional<std::int64_t> targetLength)
{
    load([path = std::filesystem::path(file.toStdString()), rope = ropeName.toStdString()](
             const std::stop_token& stop, const OpenProgress& progress) { return openFile(path, rope, stop, progress); },
        targetLength);
}

void SourceLoader::loadPreset(const QString& modelId, std::optional<std::int64_t> targetLength)
{
    load([id = modelId.toStdString()](const std::stop_token&, const OpenProgress&) { return openPreset(id); }, targetLength);
}

void SourceLoader::load(Open open, std::optional<std::int64_t> targetLength)
{
    cancel();
    const std::uint64_t generation = m_generation;
    setBusy(true);
    std::erase_if(m_workers, [](const Worker& worker) { return worker.ended->load(); });
    Worker& worker = m_workers.emplace_back();
    worker.thread = std::jthread(
        [this, generation, engine = m_engine, open = std::move(open), targetLength, ended = worker.ended](const std::stop_token& stop) {
            const OpenProgress progress = [this, generation](std::int64_t done, std::int64_t total) {
                QMetaObject::invokeMethod(this, [this, generation, done, total] {
                    if (generation == m_generation) {
                        emit progressed(done, total);
                    }
                });
            };
            const First result = openAndAnalyze(*engine, open, targetLength, stop, progress);
            QMetaObject::invokeMethod(this, [this, generation, result] { deliver(generation, result); });
            *ended = true;
        });
}

SourceLoader::First SourceLoader::openAndAnalyze(
    Engine& engine, const Open& open, std::optional<std::int64_t> targetLength, const std::stop_token& stop, const OpenProgress& progress)
try {
    return open(stop, progress).and_then([&](const SourcePointer& source) {
        AnalysisSettings settings = defaultSettings(*source);
        settings.targetLength = targetLength.value_or(settings.targetLength);
        return analyze(engine, source, settings, nullptr, stop);
    });
} catch (const std::exception& error) { // out of memory, above all: no exception leaves a thread
    return inputError(std::string("the source could not be opened: ") + error.what());
}

void SourceLoader::cancel()
{
    ++m_generation;
    if (!m_workers.empty()) {
        m_workers.back().thread.request_stop();
    }
    setBusy(false);
}

void SourceLoader::deliver(std::uint64_t generation, const First& result)
{
    if (generation != m_generation) {
        return;
    }
    setBusy(false);
    if (result) {
        emit loaded(*result);
    } else {
        emit failed(result.error());
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
