// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "core/analysis/starting_point.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/workspace/live_analysis.h"
#include "ui/workspace/scene_list.h"

#include <QTimer>
#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <ranges>
#include <utility>

namespace rotascope {

// Steps of a spin box or a wheel that follow each other this closely are one change to the user.
constexpr std::chrono::seconds oneGesture{1};
// Results that come sooner are not announced.
constexpr std::chrono::milliseconds moment{120};

namespace {

// Pinned tables and a second source are no part of a table that is exported.
bool haveOtherTables(const AnalysisSettings& a, const AnalysisSettings& b)
{
    AnalysisSettings other = b;
    other.pins = a.pins;
    other.other = a.other;
    return a != other;
}

} // namespace

// Settings are a small value (some kB): keeping them whole, before and after, is simpler than any difference.
class Workspace::EditCommand : public QUndoCommand {
public:
    EditCommand(Workspace& workspace, AnalysisSettings after, const QString& text, int mergeId)
        : QUndoCommand(text), m_workspace(workspace), m_before(workspace.settings()), m_after(std::move(after)), m_mergeId(mergeId),
          m_gesture(workspace.m_gesture)
    {
    }

    [[nodiscard]] const AnalysisSettings& before() const { return m_before; }
    void undo() override { m_workspace.apply(m_before); }
    void redo() override { m_workspace.apply(m_after); }
    [[nodiscard]] int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const EditCommand*>(other);
        const bool isLate = m_gesture == 0 && next->m_time - m_time > oneGesture;
        if (isLate || m_gesture != next->m_gesture) {
            return false;
        }
        m_after = next->m_after;
        m_time = next->m_time;
        setText(next->text());
        setObsolete(m_after == m_before); // dragged back to where it began
        return true;
    }

private:
    Workspace& m_workspace;
    AnalysisSettings m_before;
    AnalysisSettings m_after;
    int m_mergeId;
    int m_gesture; ///< that it belongs to; 0: none
    std::chrono::steady_clock::time_point m_time = std::chrono::steady_clock::now();
};

// The stack is one for all RoPEs of a model: a step is undone where it was done, because the switch before it is undone after it. Results
// are kept once for each RoPE, by the workspace: a command has what they are made from.
class Workspace::SwitchCommand : public QUndoCommand {
public:
    SwitchCommand(Workspace& workspace, Place to, const QString& text)
        : QUndoCommand(text), m_workspace(workspace), m_from(workspace.m_place), m_to(std::move(to))
    {
    }

    void undo() override
    {
        m_to = m_workspace.m_place;
        m_workspace.showPlace(m_from);
    }
    void redo() override
    {
        m_from = m_workspace.m_place;
        m_workspace.showPlace(m_to);
    }

private:
    Workspace& m_workspace;
    Place m_from;
    Place m_to;
};

Workspace::Workspace(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)), m_moment(new QTimer(this)), m_undoStack(new QUndoStack(this)),
      m_live(new LiveAnalysis(m_engine, this))
{
    new SceneList(this);
    m_moment->setSingleShot(true);
    m_moment->setInterval(moment);
    connect(m_moment, &QTimer::timeout, this, &Workspace::resultStateChanged);
    connect(this, &Workspace::settingsChanged, this, &Workspace::modifiedChanged);
    const auto askForTheNext = [this] {
        if (m_isWaiting) {
            request();
        }
    };
    connect(m_live, &LiveAnalysis::finished, this, askForTheNext);
    connect(m_live, &LiveAnalysis::failed, this, askForTheNext);
    connect(m_live, &LiveAnalysis::finished, this, &Workspace::show);
    connect(m_live, &LiveAnalysis::failed, this, &Workspace::fail);
    connect(m_live, &LiveAnalysis::progressed, this, &Workspace::progressed);
}

Workspace::~Workspace()
{
    m_undoStack->disconnect(); // it tells of its end as well, and who listens may ask this workspace
}

// Nothing of the source that is open has a meaning for the next one.
void Workspace::forget()
{
    m_kept.clear();
    m_tableFiles.clear();
    m_undoStack->clear();
    m_savedNotes.clear();
    m_notes.clear();
    SceneList& scenes = SceneList::of(*this);
    scenes.markSaved({});
    scenes.set({});
    emit notesChanged();
}

void Workspace::setNotes(const QString& notes)
{
    if (notes != m_notes) {
        m_notes = notes;
        emit notesChanged();
        emit modifiedChanged();
    }
}

void Workspace::adopt(const std::shared_ptr<const Analysis>& analysis, std::shared_ptr<const LintReport> report)
{
    m_lintReport = std::move(report);
    forget();
    showView({{analysis->source, analysis->settings, analysis->settings}, analysis});
}

void Workspace::adopt(const std::vector<std::shared_ptr<const Analysis>>& ropes, std::shared_ptr<const LintReport> report)
{
    m_lintReport = std::move(report);
    forget();
    const auto asItWasLeft = [](const std::shared_ptr<const Analysis>& analysis) {
        return View{{analysis->source, analysis->settings, defaultSettings(*analysis->source)}, analysis};
    };
    std::ranges::transform(ropes.begin(), ropes.end() - 1, std::back_inserter(m_kept), asItWasLeft);
    showView(asItWasLeft(ropes.back()));
}

void Workspace::renew(View& view, const std::shared_ptr<const Analysis>& analysis)
{
    const Source& from = *view.place.source;
    const Source& to = *analysis->source;
    view.place.settings = carriedOver(view.place.settings, from, to);
    view.place.first = carriedOver(view.place.first, from, to);
    for (std::optional<AnalysisSettings>* kept : {&view.place.exported, &view.place.inFile}) {
        if (*kept) {
            *kept = carriedOver(**kept, from, to);
        }
    }
    view.place.source = analysis->source;
    view.analysis = analysis;
}

// One that was shown first while its file was read again keeps what it has.
void Workspace::renew(const std::vector<std::shared_ptr<const Analysis>>& ropes, std::shared_ptr<const LintReport> report)
{
    m_lintReport = std::move(report);
    View shown{m_place, m_analysis};
    for (const std::shared_ptr<const Analysis>& analysis : ropes) {
        const Source& source = *analysis->source;
        if (source.ropeName == m_place.source->ropeName && source.start() == m_place.source->start()) {
            renew(shown, analysis);
        } else if (const auto found = keptOf(source); found != m_kept.end()) {
            renew(*found, analysis);
        }
    }
    showView(shown);
}

std::vector<Workspace::RopeState> Workspace::ropes() const
{
    std::vector<RopeState> states;
    for (const View& kept : m_kept) {
        states.push_back({kept.place.source, kept.place.settings});
    }
    states.push_back({m_place.source, m_place.settings});
    return states;
}

void Workspace::switchTo(std::shared_ptr<const Analysis> analysis)
{
    const Place to{analysis->source, analysis->settings, analysis->settings};
    keep({to, std::move(analysis)});
    switchFromHere(to);
}

bool Workspace::switchBackTo(const std::string& ropeName, std::optional<StartingPoint> start)
{
    const auto found = std::ranges::find_if(m_kept.rbegin(), m_kept.rend(), [&](const View& kept) {
        const Source& source = *kept.place.source;
        return source.ropeName == ropeName && (!start || source.start() == *start);
    });
    if (found == m_kept.rend()) {
        return false;
    }
    switchFromHere(Place(found->place));
    return true;
}

void Workspace::switchFromHere(const Place& to)
{
    const Source& source = *to.source;
    const QString text = source.ropeName == m_place.source->ropeName ? tr("start from %1").arg(translatedLabel(nameOfStart(source.start())))
                                                                     : tr("RoPE %1").arg(visible(source.ropeName));
    m_undoStack->push(new SwitchCommand(*this, to, text));
}

std::vector<std::shared_ptr<const Analysis>> Workspace::otherRopes() const
{
    std::vector<std::shared_ptr<const Analysis>> others;
    for (auto at = m_kept.rbegin(); at != m_kept.rend(); ++at) { // NOLINT(modernize-loop-convert): clang 14 has no reverse_view
        const View& kept = *at;
        const auto isOf
            = [&](const std::shared_ptr<const Analysis>& other) { return other->source->ropeName == kept.place.source->ropeName; };
        const bool isCounted = kept.analysis->settings == kept.place.settings;
        if (!isOf(m_analysis) && std::ranges::none_of(others, isOf) && haveOtherTables(kept.place.settings, kept.place.first)
            && isCounted) {
            others.push_back(kept.analysis);
        }
    }
    return others;
}

bool Workspace::isTableLost(const Place& place)
{
    return place.settings.dimensionsSetByHand() > 0 && (!place.exported || haveOtherTables(place.settings, *place.exported));
}

bool Workspace::arePinsLost(const Place& place)
{
    return place.settings.pins != place.savedPins;
}

// Pinned tables count by themselves.
bool Workspace::areSettingsLost(const Place& place)
{
    if (!place.inFile) {
        return false;
    }
    AnalysisSettings inFile = *place.inFile;
    inFile.pins = place.settings.pins;
    return place.settings != inFile;
}

Workspace::Work Workspace::toLose() const
{
    Work work{.notes = m_notes != m_savedNotes};
    const auto add = [&](const Place& place) {
        work.dimensions += isTableLost(place) ? place.settings.dimensionsSetByHand() : 0;
        work.pins += arePinsLost(place) ? static_cast<int>(place.settings.pins.size()) : 0;
        work.settings = work.settings || areSettingsLost(place);
    };
    add(m_place);
    for (const View& kept : m_kept) {
        add(kept.place);
    }
    return work;
}

bool Workspace::isModified() const
{
    const Work work = toLose();
    return work.dimensions > 0 || work.pins > 0 || work.notes || work.settings || SceneList::of(*this).isModified();
}

void Workspace::markExported(const Analysis& analysis)
{
    if (analysis.source == m_place.source) {
        m_place.exported = analysis.settings;
    }
    for (View& kept : m_kept) {
        if (analysis.source == kept.place.source) {
            kept.place.exported = analysis.settings;
        }
    }
    emit modifiedChanged();
}

void Workspace::markSaved(const std::vector<RopeState>& saved, const QString& notes, bool isInFile)
{
    m_savedNotes = notes;
    const auto mark = [&](Place& place) {
        const auto found = std::ranges::find(saved, place.source, &RopeState::source);
        if (found != saved.end()) {
            place.exported = found->settings;
            place.savedPins = found->settings.pins;
            if (isInFile) {
                place.inFile = found->settings;
            }
        }
    };
    mark(m_place);
    for (View& kept : m_kept) {
        mark(kept.place);
    }
    emit modifiedChanged();
}

std::vector<Workspace::View>::iterator Workspace::keptOf(const Source& source)
{
    return std::ranges::find_if(m_kept,
        [&](const View& kept) { return kept.place.source->ropeName == source.ropeName && kept.place.source->start() == source.start(); });
}

void Workspace::keep(const View& view)
{
    if (const auto found = keptOf(*view.place.source); found != m_kept.end()) {
        m_kept.erase(found);
    }
    m_kept.push_back(view);
}

// Every place but the one that is shown is kept.
void Workspace::showPlace(const Place& place)
{
    keep({m_place, m_analysis});
    const auto found = keptOf(*place.source);
    View view{place, found->analysis};
    view.place.source = found->place.source; // it may have been read again
    view.place.exported = found->place.exported; // an undo does not take back an export
    view.place.savedPins = found->place.savedPins;
    view.place.inFile = found->place.inFile;
    m_kept.erase(found);
    showView(view);
}

void Workspace::showView(const View& view)
{
    stopComputing(); // a result for the old source is no longer wanted
    m_gesture = 0;
    m_place = view.place;
    m_noticed.clear();
    const Dimension last(m_place.source->rope.dimensions() - 1);
    m_selectedDimensions.removeIf([last](Dimension dimension) { return dimension > last; });
    if (m_currentDimension > last) {
        m_currentDimension = last;
        m_selectedDimensions = {last};
    }
    show(view.analysis);
    emit sourceChanged();
    emit settingsChanged();
    emit currentDimensionChanged(m_currentDimension);
    if (m_place.settings != m_analysis->settings) {
        request(); // it was left before it was counted
    }
}

void Workspace::edit(const AnalysisSettings& settings, const QString& text, int mergeId)
{
    if (!m_place.source || settings == m_place.settings) {
        return;
    }
    if (const Expected<void> valid = validate(settings, *m_place.source); !valid) {
        refuse(translated(valid.error().message));
        return;
    }
    m_undoStack->push(new EditCommand(*this, settings, text, mergeId));
}

void Workspace::refuse(const QString& message)
{
    emit failed(message);
    emit settingsChanged(); // so that the control that asked shows again what holds
}

void Workspace::beginGesture()
{
    m_gesture = ++m_gestures;
}

void Workspace::endGesture()
{
    m_gesture = 0;
    if (m_isWaiting) {
        request();
    }
}

AnalysisSettings Workspace::settingsForEachDimension() const
{
    AnalysisSettings settings = m_place.settings;
    if (m_place.source && settings.overrides.empty()) {
        settings.overrides.resize(m_place.source->rope.dimensions());
    }
    return settings;
}

void Workspace::replaceOverride(AnalysisSettings& settings, Dimension dimension, const std::optional<Override>& override)
{
    if (dimension < settings.overrides.size()) {
        settings.overrides[dimension] = override;
    }
}

void Workspace::setOverride(const QList<Dimension>& dimensions, const std::optional<Override>& override)
{
    AnalysisSettings settings = settingsForEachDimension();
    for (const Dimension dimension : dimensions) {
        replaceOverride(settings, dimension, override);
    }
    const QString choice = !override         ? tr("automatic")
        : override->choice == Choice::Custom ? tr("factor %1").arg(digitsText(override->factor, 6))
                                             : translatedLabel(nameOf(override->choice));
    edit(settings,
        dimensions.size() == 1 ? tr("dimension %1: %2").arg(dimensions.front().row()).arg(choice)
                               : tr("%n dimensions: %1", nullptr, static_cast<int>(dimensions.size())).arg(choice));
}

void Workspace::setFactors(const QMap<Dimension, double>& factors, const QString& text, int mergeId)
{
    AnalysisSettings settings = settingsForEachDimension();
    for (auto [dimension, factor] : factors.asKeyValueRange()) {
        replaceOverride(settings, dimension, Override::to(factor, settings.scale()));
    }
    edit(settings, text, mergeId);
}

void Workspace::setEngine(std::shared_ptr<Engine> engine)
{
    if (engine == m_engine) {
        return;
    }
    m_engine = std::move(engine);
    m_noticed.clear();
    m_live->setEngine(m_engine);
    if (m_place.source) {
        request(/*anew=*/true);
    }
}

void Workspace::notify(std::span<const Sentence> notices)
{
    QStringList fresh;
    for (const Sentence& notice : notices) {
        if (const QString message = translated(notice); !m_noticed.contains(message)) {
            m_noticed.insert(message);
            fresh << message;
        }
    }
    if (!fresh.isEmpty()) {
        emit noticed(fresh.join(QLatin1Char('\n')));
    }
}

bool Workspace::isBusy() const
{
    return m_live->isBusy();
}

ResultState Workspace::resultState() const
{
    if (isBusy()) {
        return m_moment->isActive() ? ResultState::Current : ResultState::Computing;
    }
    return m_failure.isEmpty() ? ResultState::Current : ResultState::Failed;
}

void Workspace::cancelComputing()
{
    if (!isBusy()) {
        return;
    }
    if (m_place.settings == m_analysis->settings) { // only the engine is another
        stopComputing();
        emit resultStateChanged();
        return;
    }
    const auto* newest = dynamic_cast<const EditCommand*>(m_undoStack->command(m_undoStack->index() - 1));
    if (newest != nullptr && newest->before() == m_analysis->settings) {
        m_undoStack->undo();
    } else {
        edit(m_analysis->settings, tr("back to the last result"));
    }
}

void Workspace::setShownMethod(const std::string& method)
{
    if (method != m_shownMethod) {
        m_shownMethod = method;
        emit shownMethodChanged();
    }
}

QString Workspace::tableFile() const
{
    const std::optional<ScalingTable>& own = m_place.settings.customTable;
    const auto found = std::ranges::find_if(m_tableFiles, [&](const auto& known) { return own && known.first == *own; });
    return found == m_tableFiles.end() ? QString() : found->second;
}

void Workspace::rememberTableFile(const ScalingTable& table, const QString& file)
{
    std::erase_if(m_tableFiles, [&](const auto& known) { return known.first == table; });
    m_tableFiles.emplace_back(table, file);
}

void Workspace::setAngleUnit(AngleUnit unit)
{
    if (unit != m_angleUnit) {
        m_angleUnit = unit;
        emit angleUnitChanged();
    }
}

void Workspace::setCurrentDimension(Dimension dimension)
{
    if (m_place.source && dimension != m_currentDimension && dimension < m_place.source->rope.dimensions()) {
        m_currentDimension = dimension;
        if (!m_selectedDimensions.contains(dimension)) {
            m_selectedDimensions = {dimension};
        }
        emit currentDimensionChanged(dimension);
    }
}

void Workspace::apply(const AnalysisSettings& settings)
{
    m_place.settings = settings;
    emit settingsChanged();
    if (settings == m_analysis->settings) { // back where the result that is shown was made
        stopComputing();
        emit resultStateChanged();
    } else if (m_gesture != 0 && m_live->isBusy()) {
        m_isWaiting = true;
    } else {
        request();
    }
}

void Workspace::request(bool anew)
{
    m_isWaiting = false;
    const bool wasBusy = isBusy();
    m_live->request(m_place.source, m_place.settings, anew ? nullptr : m_analysis);
    m_failure.clear();
    m_others = nullptr;
    if (!wasBusy) {
        m_moment->start();
    }
    emit resultStateChanged();
}

void Workspace::stopComputing()
{
    m_live->cancel();
    m_isWaiting = false;
    m_moment->stop();
    m_failure.clear();
    m_others = nullptr;
}

void Workspace::fail(const QString& message, std::shared_ptr<const Analysis> others)
{
    if (!isBusy()) { // else a newer one is under way already
        m_failure = message;
        m_others = std::move(others);
    }
    emit failed(message);
    emit resultStateChanged();
}

void Workspace::show(std::shared_ptr<const Analysis> analysis)
{
    m_analysis = std::move(analysis);
    isBusy() ? m_moment->start() : m_moment->stop(); // while results keep coming, as under a moving slider, nothing is announced
    emit resultStateChanged();
    emit analysisChanged();
    notify(m_analysis->notices);
}

} // namespace rotascope
