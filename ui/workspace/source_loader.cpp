// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_loader.h"

#include "core/analysis/before.h"
#include "core/analysis/starting_point.h"
#include "core/evaluation/scores.h"
#include "core/files/input_file.h"
#include "core/files/random_access_file.h"
#include "core/lint/lint.h"
#include "ui/base/text.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>

namespace rotascope {

namespace {

// Before it is read: what is written while it is read is noticed later.
std::optional<FileState> knownStateOf(const std::filesystem::path& file)
{
    const Expected<FileState> state = stateOf(file);
    return state ? std::optional(*state) : std::nullopt;
}

template <class Run> OpenProgress progressOf(const Run& run)
{
    return [&run](std::int64_t done, std::int64_t total) {
        run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
    };
}

// `file`: where it is now; of a preset nowhere.
Expected<OpenedSource> openSourceOf(const SessionSource& session, const std::filesystem::path& file, const std::string& ropeName,
    StartingPoint start, const std::stop_token& stop, const OpenProgress& progress)
{
    const auto opened = session.kind == SourceKind::Preset ? openPreset(session.origin).map([](const SourcePointer& source) {
        return OpenedSource{source, nullptr};
    })
                                                           : openFile(file, ropeName, stop, progress);
    return opened.and_then([&](const OpenedSource& found) {
        return startingFrom(found.source, start).map([&](const SourcePointer& source) { return OpenedSource{source, found.file}; });
    });
}

Expected<std::filesystem::path> placeOf(const SessionSource& source, const std::filesystem::path& sessionFile)
{
    return source.kind == SourceKind::Preset ? std::filesystem::path() : findSource(source, sessionFile);
}

// Several notes as one line.
void addNote(Sentence& text, const Sentence& line)
{
    if (!text.empty() && !line.empty()) {
        text += "; ";
    }
    text += line;
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
                .finished = [this](const Expected<First>& result) { finish(result); },
                .staged = [this](const First& counting) { emit counted(counting.counted); },
                .progressed = [this](const JobProgress& progress) { emit progressed(progress); },
                .busyChanged = [this](bool busy) { emit busyChanged(busy); },
            },
          WhenBusy::LeaveBehind)
{
}

void SourceLoader::finish(const Expected<First>& result)
{
    if (!result) {
        emit failed(result.error());
        return;
    }
    if (!result->scores.file.isEmpty()) {
        emit scoresLoaded(result->scores);
        return;
    }
    if (result->other) {
        emit otherLoaded(*result->other);
        return;
    }
    if (result->part) {
        emit partLoaded(result->whole, result->part);
        return;
    }
    if (!result->isSameModel) {
        m_fileState = result->fileState;
    }
    if (result->session) {
        emit restored(result->session, QString::fromStdString(result->sessionFile.string()));
    } else if (result->reloaded) {
        emit reloaded(result->reloaded);
    } else if (result->isSameModel) {
        emit switched(result->analysis);
    } else {
        emit loaded(result->analysis, result->report);
    }
}

void SourceLoader::loadFile(const QString& file, const QString& ropeName, std::optional<std::int64_t> targetLength)
{
    request([engine = m_engine, path = std::filesystem::path(file.toStdString()), opener = openerOf(file, ropeName), targetLength](
                const Job<First>::Run& run) {
        constexpr std::size_t headBytes = 4096;
        const std::string head = headOf(path, headBytes);
        if (isSession(head)) {
            return restore(*engine, path, targetLength, run);
        }
        if (isScores(head)) {
            return readScores(path);
        }
        const std::optional<FileState> state = knownStateOf(path);
        return open(*engine, opener, targetLength, false, run).map([&](First first) {
            first.fileState = state;
            return first;
        });
    });
}

Expected<SourceLoader::First> SourceLoader::readScores(const std::filesystem::path& file)
{
    return readInputFile(file, Sentence::marked("a file of scores"))
        .and_then([&](const std::string& text) { return parseScores(text, file.string()); })
        .map([&](ScoreSet&& set) {
            First first;
            first.scores = {QString::fromStdString(file.string()), std::make_shared<const ScoreSet>(std::move(set))};
            return first;
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

void SourceLoader::loadOther(const QString& file, const QString& ropeName, const Beside& beside)
{
    const auto open = [path = std::filesystem::path(file.toStdString()), wanted = ropeName.toStdString(), like = beside.source->ropeName](
                          const std::stop_token& stop, const OpenProgress& progress) {
        return openFile(path, wanted, stop, progress)
            .and_then([&](const OpenedSource& opened) {
                const std::vector<std::string>& names = opened.source->ropeNames;
                const bool isAnother = wanted.empty() && opened.source->ropeName != like && std::ranges::count(names, like) > 0;
                return isAnother ? openFile(path, like, stop, progress) : Expected<OpenedSource>(opened);
            })
            .map(atDefault);
    };
    requestOther(open, beside);
}

void SourceLoader::loadOtherPreset(const QString& modelId, const Beside& beside)
{
    const auto open = [id = modelId.toStdString()](const std::stop_token&, const OpenProgress&) {
        return openPreset(id).map([](const SourcePointer& source) { return atDefault({source, nullptr}); });
    };
    requestOther(open, beside);
}

void SourceLoader::requestOther(Open opener, const Beside& beside)
{
    request([engine = m_engine, opener = std::move(opener), beside](const Job<First>::Run& run) {
        return opener(run.stop(), progressOf(run))
            .and_then([&](const Opened& opened) { return checkedOther(*engine, otherOf(opened.source), beside, run); })
            .map([](const OtherSource& other) {
                First first;
                first.other = other;
                return first;
            });
    });
}

// As it will be counted beside the source: a fault shows now, while all that is open stays.
Expected<OtherSource> SourceLoader::checkedOther(Engine& engine, const OtherSource& other, const Beside& beside, const Job<First>::Run& run)
{
    AnalysisSettings settings = beside.settings;
    settings.other = other;
    return validate(settings, *beside.source).and_then([&] {
        EngineRun counting{.stop = run.stop()};
        const AnalysisSettings counted = settingsOfOther(settings);
        return countWatched(*other.source, counted, run)
            .and_then([&] { return countBefore(engine, *other.source, counted, counting); })
            .map([&](const AngleHistograms&) { return other; });
    });
}

void SourceLoader::loadPart(const Beside& beside, const TokenChoice& tokens)
{
    request([engine = m_engine, beside, tokens](const Job<First>::Run& run) -> Expected<First> {
        return countPart(*beside.source, tokens, run.stop(), progressOf(run)).and_then([&](std::shared_ptr<const RecordedPart>&& part) {
            AnalysisSettings settings = beside.settings;
            settings.part = part;
            return validate(settings, *beside.source)
                .and_then([&] {
                    EngineRun counting{.stop = run.stop()};
                    return countBefore(*engine, *beside.source, settings, counting);
                })
                .map([&](const AngleHistograms&) {
                    First first;
                    first.part = part;
                    first.whole = beside.source;
                    return first;
                });
        });
    });
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
        return analyzeFirst(engine, opened.source, settings, run).map([&](const std::shared_ptr<const Analysis>& first) {
            return First{.analysis = first, .report = opened.report, .isSameModel = isSameModel};
        });
    });
}

// Shows meanwhile what of the recorded angles is counted.
Expected<void> SourceLoader::countWatched(const Source& source, const AnalysisSettings& settings, const Job<First>::Run& run)
{
    const auto soFar = [&run](const AngleHistograms& some) {
        First counting;
        counting.counted = std::make_shared<const AngleHistograms>(some);
        run.deliver(std::move(counting));
    };
    return countAhead(source, settings, run.stop(), {.progress = progressOf(run), .soFar = soFar});
}

Expected<std::shared_ptr<const Analysis>> SourceLoader::analyzeFirst(
    Engine& engine, const SourcePointer& source, const AnalysisSettings& settings, const Job<First>::Run& run)
{
    return countWatched(*source, settings, run).and_then([&] { return analyze(engine, source, settings, nullptr, run.stop()); });
}

AnalysisSettings SourceLoader::completed(Engine& engine, const SessionRope& rope, const SourcePointer& source,
    const std::filesystem::path& sessionFile, Sentence& note, const Job<First>::Run& run)
{
    AnalysisSettings settings = rope.settings;
    const auto leaveOut
        = [&](const QString& what, const Error& error) { addNote(note, what.arg(translated(error.message)).toStdString()); };
    if (!rope.tokens.isAll()) {
        const auto part = countPart(*source, rope.tokens, run.stop(), progressOf(run));
        settings.part = part.value_or(nullptr);
        if (!part) {
            leaveOut(tr("All of the recording is counted: %1"), part.error());
        }
    }
    if (rope.other) {
        const Expected<OtherSource> other = openOther(*rope.other, sessionFile, note, run).and_then([&](const OtherSource& opened) {
            return checkedOther(engine, opened, {source, settings}, run);
        });
        settings.other = other ? std::optional(*other) : std::nullopt;
        if (!other) {
            leaveOut(tr("The comparison is left out: %1"), other.error());
        }
    }
    return settings;
}

Expected<OtherSource> SourceLoader::openOther(
    const SessionOther& other, const std::filesystem::path& sessionFile, Sentence& note, const Job<First>::Run& run)
{
    return placeOf(other.source, sessionFile).and_then([&](const std::filesystem::path& file) {
        addNote(note, whatChanged(other.source, file));
        return openSourceOf(other.source, file, other.ropeName, other.start, run.stop(), progressOf(run))
            .and_then([&](const OpenedSource& opened) {
                const auto part = other.tokens.isAll() ? Expected<std::shared_ptr<const RecordedPart>>(nullptr)
                                                       : countPart(*opened.source, other.tokens, run.stop(), progressOf(run));
                return part.map([&](const std::shared_ptr<const RecordedPart>& counted) {
                    return OtherSource{opened.source, other.pretrainingLength, other.before, counted};
                });
            });
    });
}

Expected<SourceLoader::First> SourceLoader::restore(
    Engine& engine, const std::filesystem::path& file, std::optional<std::int64_t> targetLength, const Job<First>::Run& run)
{
    RestoredSession restored;
    restored.state = knownStateOf(file);
    const Expected<Session> session = readSession(file);
    const Expected<std::filesystem::path> sourceFile = session.and_then([&](const Session& read) { return placeOf(read.source, file); });
    if (!sourceFile) {
        return tl::unexpected(sourceFile.error());
    }
    const std::optional<FileState> state = sourceFile->empty() ? std::nullopt : knownStateOf(*sourceFile);
    restored.session = *session;
    restored.note = whatChanged(session->source, *sourceFile);
    for (std::size_t i = 0; i < session->ropes.size(); ++i) {
        const SessionRope& rope = session->ropes[i];
        const Expected<OpenedSource> opened
            = openSourceOf(session->source, *sourceFile, rope.name, rope.start, run.stop(), progressOf(run));
        const auto analysis = opened.and_then([&](const OpenedSource& found) {
            AnalysisSettings settings = completed(engine, rope, found.source, file, restored.note, run);
            settings.targetLength = i == session->shown ? targetLength.value_or(settings.targetLength) : settings.targetLength;
            return analyzeFirst(engine, found.source, settings, run);
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
    first.fileState = state;
    return first;
}

void SourceLoader::reload(const std::vector<Workspace::RopeState>& ropes)
{
    request([engine = m_engine, ropes](const Job<First>::Run& run) { return readAgain(*engine, ropes, run); });
}

Expected<SourceLoader::First> SourceLoader::readAgain(
    Engine& engine, const std::vector<Workspace::RopeState>& ropes, const Job<First>::Run& run)
{
    const std::filesystem::path file = ropes.back().source->origin;
    First first{.analysis = {}, .report = {}};
    first.fileState = knownStateOf(file);
    ReloadedSource reloaded;
    for (const Workspace::RopeState& rope : ropes) {
        const Source& was = *rope.source;
        const auto opened = openFile(file, was.ropeName, run.stop(), progressOf(run)).and_then([&](const OpenedSource& found) {
            return startingFrom(found.source, was.start()).map([&](const SourcePointer& source) {
                return OpenedSource{source, found.file};
            });
        });
        const auto analysis = opened.and_then([&](const OpenedSource& found) -> Expected<std::shared_ptr<const Analysis>> {
            if (found.source->rope.dimensions() != was.rope.dimensions()) {
                return inputError(tr("%1: has %2 dimensions now; expected %3 as before")
                                      .arg(QString::fromStdString(file.string()))
                                      .arg(found.source->rope.dimensions())
                                      .arg(was.rope.dimensions())
                                      .toStdString());
            }
            return analyzeFirst(engine, found.source, carriedOver(rope.settings, was, *found.source), run);
        });
        if (!analysis) {
            return tl::unexpected(analysis.error());
        }
        reloaded.ropes.push_back(*analysis);
        reloaded.report = opened->file ? std::make_shared<const LintReport>(lint(*opened->file)) : nullptr;
    }
    first.reloaded = std::make_shared<const ReloadedSource>(std::move(reloaded));
    return first;
}

} // namespace rotascope
