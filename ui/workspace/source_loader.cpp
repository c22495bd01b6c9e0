// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_loader.h"

#include "core/analysis/starting_point.h"
#include "core/files/random_access_file.h"
#include "core/lint/lint.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <utility>

namespace rotascope {

namespace {

template <class Run> OpenProgress progressOf(const Run& run)
{
    return [&run](std::int64_t done, std::int64_t total) {
        run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
    };
}

Expected<OpenedSource> openSourceOf(const Session& session, const std::filesystem::path& file, const SessionRope& rope,
    const std::stop_token& stop, const OpenProgress& progress)
{
    const auto opened = session.kind == SourceKind::Preset ? openPreset(session.origin).map([](const SourcePointer& source) {
        return OpenedSource{source, nullptr};
    })
                                                           : openFile(file, rope.name, stop, progress);
    return opened.and_then([&](const OpenedSource& found) {
        return startingFrom(found.source, rope.start).map([&](const SourcePointer& source) { return OpenedSource{source, found.file}; });
    });
}

// A session's settings are not those that a user has just chosen: what is wrong with them is the file's fault.
Error ofSession(const Error& error, const std::filesystem::path& file, std::size_t rope)
{
    return error.kind == ErrorKind::Usage
        ? Error{ErrorKind::Input, file.string() + ": ropes[" + std::to_string(rope) + "]: " + error.message}
        : error;
}

} // namespace

SourceLoader::SourceLoader(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)),
      m_job({
                .finished =
                    [this](const Expected<First>& result) {
                        if (result && result->session) {
                            emit restored(result->session, QString::fromStdString(result->sessionFile.string()));
                        } else if (result && result->isSameModel) {
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
    request([engine = m_engine, path = std::filesystem::path(file.toStdString()), opener = openerOf(file, ropeName), targetLength](
                const Job<First>::Run& run) {
        constexpr std::size_t headBytes = 4096;
        return isSession(headOf(path, headBytes)) ? restore(*engine, path, targetLength, run)
                                                  : open(*engine, opener, targetLength, false, run);
    });
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

void SourceLoader::load(Open opener, std::optional<std::int64_t> targetLength, bool isSameModel)
{
    request([engine = m_engine, opener = std::move(opener), targetLength, isSameModel](
                const Job<First>::Run& run) { return open(*engine, opener, targetLength, isSameModel, run); });
}

void SourceLoader::request(Work work)
{
    cancel();
    m_job.request(std::move(work), {ErrorKind::Input, tr("the source could not be opened").toStdString()});
}

Expected<SourceLoader::First> SourceLoader::open(
    Engine& engine, const Open& open, std::optional<std::int64_t> targetLength, bool isSameModel, const Job<First>::Run& run)
{
    return open(run.stop(), progressOf(run)).and_then([&](const Opened& opened) {
        AnalysisSettings settings = defaultSettings(*opened.source);
        settings.targetLength = targetLength.value_or(settings.targetLength);
        return analyze(engine, opened.source, settings, nullptr, run.stop()).map([&](const std::shared_ptr<const Analysis>& first) {
            return First{.analysis = first, .report = opened.report, .isSameModel = isSameModel};
        });
    });
}

Expected<SourceLoader::First> SourceLoader::restore(
    Engine& engine, const std::filesystem::path& file, std::optional<std::int64_t> targetLength, const Job<First>::Run& run)
{
    RestoredSession restored;
    const Expected<Session> session = readSession(file);
    const Expected<std::filesystem::path> sourceFile = session.and_then([&](const Session& read) -> Expected<std::filesystem::path> {
        return read.kind == SourceKind::Preset ? std::filesystem::path() : findSource(read, file);
    });
    if (!sourceFile) {
        return tl::unexpected(sourceFile.error());
    }
    restored.session = *session;
    restored.note = whatChanged(*session, *sourceFile);
    for (std::size_t i = 0; i < session->ropes.size(); ++i) {
        const SessionRope& rope = session->ropes[i];
        const Expected<OpenedSource> opened = openSourceOf(*session, *sourceFile, rope, run.stop(), progressOf(run));
        const auto analysis = opened.and_then([&](const OpenedSource& found) {
            AnalysisSettings settings = rope.settings;
            settings.targetLength = i == session->shown ? targetLength.value_or(settings.targetLength) : settings.targetLength;
            return analyze(engine, found.source, settings, nullptr, run.stop());
        });
        if (!analysis) {
            return tl::unexpected(ofSession(analysis.error(), file, i));
        }
        restored.ropes.push_back(*analysis);
        if (i == session->shown && opened->file) { // of the file: the same for all
            restored.report = std::make_shared<const LintReport>(lint(*opened->file));
        }
    }
    const auto shown = restored.ropes.begin() + static_cast<std::ptrdiff_t>(session->shown);
    std::rotate(shown, shown + 1, restored.ropes.end());
    First first;
    first.session = std::make_shared<const RestoredSession>(std::move(restored));
    first.sessionFile = file;
    return first;
}

} // namespace rotascope
