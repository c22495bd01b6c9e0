// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "core/analysis/starting_point.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/workspace/live_analysis.h"

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

// Settings are a small value (some kB): keeping them whole, before and after, is simpler than any difference.
class Workspace::EditCommand : public QUndoCommand {
public:
    EditCommand(Workspace& workspace, AnalysisSettings after, const QString& text, int mergeId)
        : QUndoCommand(text), m_workspace(workspace), m_before(workspace.settings()), m_after(std::move(after)), m_mergeId(mergeId),
          m_gesture(workspace.m_gesture)
    {
    }

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

// The stack is one for all RoPEs of a model: a step is undone where it was done, because the switch before it is undone after it.
class Workspace::SwitchCommand : public QUndoCommand {
public:
    SwitchCommand(Workspace& workspace, View to, const QString& text)
        : QUndoCommand(text), m_workspace(workspace), m_from(workspace.view()), m_to(std::move(to))
    {
    }

    void undo() override
    {
        m_to = m_workspace.view();
        m_workspace.keep(m_to);
        m_workspace.showView(m_from);
    }
    void redo() override
    {
        m_workspace.keep(m_from);
        m_workspace.showView(m_to);
    }

private:
    Workspace& m_workspace;
    View m_from;
    View m_to;
};

Workspace::Workspace(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)), m_undoStack(new QUndoStack(this)), m_live(new LiveAnalysis(m_engine, this))
{
    const auto askForTheNext = [this] {
        if (m_isWaiting) {
            request();
        }
    };
    connect(m_live, &LiveAnalysis::finished, this, askForTheNext);
    connect(m_live, &LiveAnalysis::failed, this, askForTheNext);
    connect(m_live, &LiveAnalysis::finished, this, &Workspace::show);
    connect(m_live, &LiveAnalysis::failed, this, &Workspace::failed);
}

Workspace::~Workspace()
{
    m_undoStack->disconnect(); // it tells of its end as well, and who listens may ask this workspace
}

void Workspace::adopt(std::shared_ptr<const Analysis> analysis, std::shared_ptr<const LintReport> report)
{
    m_lintReport = std::move(report);
    m_kept.clear();
    m_undoStack->clear();
    const AnalysisSettings settings = analysis->settings;
    showView({std::move(analysis), settings, settings});
}

void Workspace::adopt(const std::vector<std::shared_ptr<const Analysis>>& ropes, std::shared_ptr<const LintReport> report)
{
    m_lintReport = std::move(report);
    m_kept.clear();
    m_undoStack->clear();
    const auto asItWasLeft = [](const std::shared_ptr<const Analysis>& analysis) {
        return View{analysis, analysis->settings, defaultSettings(*analysis->source)};
    };
    std::ranges::transform(ropes.begin(), ropes.end() - 1, std::back_inserter(m_kept), asItWasLeft);
    showView(asItWasLeft(ropes.back()));
}

std::vector<Workspace::RopeState> Workspace::ropes() const
{
    std::vector<RopeState> states;
    for (const View& kept : m_kept) {
        const Source& source = *kept.analysis->source;
        if (source.ropeName != m_source->ropeName || source.start() != m_source->start()) {
            states.push_back({kept.analysis->source, kept.settings});
        }
    }
    states.push_back({m_source, m_settings});
    return states;
}

void Workspace::switchTo(std::shared_ptr<const Analysis> analysis)
{
    const Source& source = *analysis->source;
    const QString text = source.ropeName == m_source->ropeName ? tr("start from the %1").arg(fromUtf8(nameOfStart(source.start())))
                                                               : tr("RoPE %1").arg(visible(source.ropeName));
    const AnalysisSettings settings = analysis->settings;
    m_undoStack->push(new SwitchCommand(*this, {std::move(analysis), settings, settings}, text));
}

bool Workspace::switchBackTo(const std::string& ropeName, std::optional<StartingPoint> start)
{
    const auto found = std::ranges::find_if(m_kept.rbegin(), m_kept.rend(), [&](const View& kept) {
        const Source& source = *kept.analysis->source;
        return source.ropeName == ropeName && (!start || source.start() == *start);
    });
    if (found == m_kept.rend()) {
        return false;
    }
    const View to = *found;
    m_undoStack->push(new SwitchCommand(*this, to, tr("RoPE %1").arg(visible(ropeName))));
    return true;
}

std::vector<std::shared_ptr<const Analysis>> Workspace::otherRopes() const
{
    std::vector<std::shared_ptr<const Analysis>> others;
    for (const View& kept : m_kept | std::views::reverse) {
        const auto isOf
            = [&](const std::shared_ptr<const Analysis>& other) { return other->source->ropeName == kept.analysis->source->ropeName; };
        const bool isCounted = kept.analysis->settings == kept.settings;
        if (!isOf(m_analysis) && std::ranges::none_of(others, isOf) && kept.settings != kept.first && isCounted) {
            others.push_back(kept.analysis);
        }
    }
    return others;
}

void Workspace::keep(const View& view)
{
    std::erase_if(m_kept, [&](const View& kept) {
        const Source& source = *kept.analysis->source;
        return source.ropeName == view.analysis->source->ropeName && source.start() == view.analysis->source->start();
    });
    m_kept.push_back(view);
}

void Workspace::showView(const View& view)
{
    m_live->cancel(); // a result for the old source is no longer wanted
    m_isWaiting = false;
    m_gesture = 0;
    m_source = view.analysis->source;
    m_settings = view.settings;
    m_firstSettings = view.first;
    m_noticed.clear();
    const Dimension last(m_source->rope.dimensions() - 1);
    m_selectedDimensions.removeIf([last](Dimension dimension) { return dimension > last; });
    if (m_currentDimension > last) {
        m_currentDimension = last;
        m_selectedDimensions = {last};
    }
    show(view.analysis);
    emit sourceChanged();
    emit settingsChanged();
    emit currentDimensionChanged(m_currentDimension);
    if (m_settings != m_analysis->settings) {
        request(); // it was left before it was counted
    }
}

void Workspace::edit(const AnalysisSettings& settings, const QString& text, int mergeId)
{
    if (!m_source || settings == m_settings) {
        return;
    }
    if (const Expected<void> valid = validate(settings, *m_source); !valid) {
        refuse(visible(valid.error().message));
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
    AnalysisSettings settings = m_settings;
    if (m_source && settings.overrides.empty()) {
        settings.overrides.resize(m_source->rope.dimensions());
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
                                             : fromUtf8(nameOf(override->choice));
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
    if (m_source) {
        m_isWaiting = false;
        m_live->request(m_source, m_settings);
    }
}

void Workspace::notify(std::span<const std::string> notices)
{
    QStringList fresh;
    for (const std::string& notice : notices) {
        if (const QString message = visible(notice); !m_noticed.contains(message)) {
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

void Workspace::setCurrentDimension(Dimension dimension)
{
    if (m_source && dimension != m_currentDimension && dimension < m_source->rope.dimensions()) {
        m_currentDimension = dimension;
        if (!m_selectedDimensions.contains(dimension)) {
            m_selectedDimensions = {dimension};
        }
        emit currentDimensionChanged(dimension);
    }
}

void Workspace::apply(const AnalysisSettings& settings)
{
    m_settings = settings;
    emit settingsChanged();
    if (m_gesture != 0 && m_live->isBusy()) {
        m_isWaiting = true;
    } else {
        request();
    }
}

void Workspace::request()
{
    m_isWaiting = false;
    m_live->request(m_source, m_settings, m_analysis);
}

void Workspace::show(std::shared_ptr<const Analysis> analysis)
{
    m_analysis = std::move(analysis);
    emit analysisChanged();
    notify(m_analysis->notices);
}

} // namespace rotascope
