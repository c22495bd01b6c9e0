// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_loader.h"

#include "core/analysis/starting_point.h"
#include "core/lint/lint.h"

#include <filesystem>
#include <utility>

namespace rotascope {

SourceLoader::SourceLoader(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)),
      m_job({
                .finished =
                    [this](const Expected<First>& result) {
                        if (result && result->isSameModel) {
                            emit switched(result->analysis);
                        } else if (result) {
                            emit loaded(result->analysis, result->report);
                        } else {
                            emit failed(result.error());
                        }
                    },
                .progressed = [this](const JobProgress& progress) { emit progressed(progress); },
                .busyChanged = [this](bool busy) { emit busyChanged(busy); },
            },
          WhenBusy::LeaveBehind)
{
}

void SourceLoader::loadFile(const QString& file, const QString& ropeName, std::optional<std::int64_t> targetLength)
{
    load(openerOf(file, ropeName), targetLength);
}

SourceLoader::Open SourceLoader::openerOf(const QString& file, const QString& ropeName)
{
    return [path = std::filesystem::path(file.toStdString()), rope = ropeName.toStdString()](
               const std::stop_token& stop, const OpenProgress& progress) { return openFile(path, rope, stop, progress).map(atDefault); };
}

void SourceLoader::loadPreset(const QString& modelId, std::optional<std::int64_t> targetLength)
{
    load(
        [id = modelId.toStdString()](const std::stop_token&, const OpenProgress&) {
            return openPreset(id).map([](const SourcePointer& source) { return atDefault({source, nullptr}); });
        },
        targetLength);
}

void SourceLoader::loadRope(const QString& file, const QString& ropeName)
{
    load(openerOf(file, ropeName), {}, /*isSameModel=*/true);
}

void SourceLoader::loadStart(const SourcePointer& source, StartingPoint start)
{
    load(
        [source, start](const std::stop_token&, const OpenProgress&) {
            return startingFrom(source, start).map([&](const SourcePointer& other) { return Opened{other, nullptr}; });
        },
        {}, /*isSameModel=*/true);
}

SourceLoader::Opened SourceLoader::atDefault(const OpenedSource& opened)
{
    return {atDefaultStart(opened.source), opened.file ? std::make_shared<const LintReport>(lint(*opened.file)) : nullptr};
}

void SourceLoader::load(Open open, std::optional<std::int64_t> targetLength, bool isSameModel)
{
    cancel();
    auto work = [engine = m_engine, open = std::move(open), targetLength, isSameModel](const Job<First>::Run& run) {
        const OpenProgress progress = [&run](std::int64_t done, std::int64_t total) {
            run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
        };
        return open(run.stop(), progress).and_then([&](const Opened& opened) {
            AnalysisSettings settings = defaultSettings(*opened.source);
            settings.targetLength = targetLength.value_or(settings.targetLength);
            return analyze(*engine, opened.source, settings, nullptr, run.stop()).map([&](const std::shared_ptr<const Analysis>& first) {
                return First{first, opened.report, isSameModel};
            });
        });
    };
    m_job.request(std::move(work), {ErrorKind::Input, "the source could not be opened"});
}

} // namespace rotascope
