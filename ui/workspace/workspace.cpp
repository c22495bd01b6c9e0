// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "ui/workspace/live_analysis.h"

#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>
#include <chrono>

namespace rotascope {

// Steps of a spin box or a wheel that follow each other this closely are one change to the user.
constexpr std::chrono::seconds oneGesture{1};

// Settings are a small value (some kB): keeping them whole, before and after, is simpler than any difference.
class Workspace::EditCommand : public QUndoCommand {
public:
    EditCommand(Workspace& workspace, AnalysisSettings after, const QString& text, int mergeId)
        : QUndoCommand(text), m_workspace(workspace), m_before(workspace.settings()), m_after(std::move(after)), m_mergeId(mergeId)
    {
    }

    void undo() override { m_workspace.apply(m_before); }
    void redo() override { m_workspace.apply(m_after); }
    [[nodiscard]] int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const EditCommand*>(other);
        if (next->m_time - m_time > oneGesture) {
            return false;
        }
        m_after = next->m_after;
        m_time = next->m_time;
        return true;
    }

private:
    Workspace& m_workspace;
    AnalysisSettings m_before;
    AnalysisSettings m_after;
    int m_mergeId;
    std::chrono::steady_clock::time_point m_time = std::chrono::steady_clock::now();
};

Workspace::Workspace(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_undoStack(new QUndoStack(this)), m_live(new LiveAnalysis(std::move(engine), this))
{
    connect(m_live, &LiveAnalysis::finished, this, [this](const std::shared_ptr<const Analysis>& analysis) {
        m_analysis = analysis;
        emit analysisChanged();
    });
    connect(m_live, &LiveAnalysis::failed, this, &Workspace::failed);
}

Workspace::~Workspace() = default;

void Workspace::adopt(std::shared_ptr<const Analysis> analysis)
{
    m_live->cancel(); // a result for the old source is no longer wanted
    m_source = analysis->source;
    m_settings = analysis->settings;
    m_analysis = std::move(analysis);
    m_undoStack->clear();
    m_currentDimension = std::clamp(m_currentDimension, 0, static_cast<int>(m_source->rope.dimensions()) - 1);
    emit analysisChanged();
    emit sourceChanged();
    emit settingsChanged();
    emit currentDimensionChanged(m_currentDimension);
}

void Workspace::edit(const AnalysisSettings& settings, const QString& text, int mergeId)
{
    if (!m_source || settings == m_settings) {
        return;
    }
    if (const Expected<void> valid = validate(settings, *m_source); !valid) {
        refuse(QString::fromStdString(valid.error().message));
        return;
    }
    m_undoStack->push(new EditCommand(*this, settings, text, mergeId));
}

void Workspace::refuse(const QString& message)
{
    emit failed(message);
    emit settingsChanged(); // so that the control that asked shows again what holds
}

void Workspace::setOverride(const QList<int>& dimensions, const std::optional<Override>& override)
{
    AnalysisSettings settings = m_settings;
    for (const int dimension : dimensions) {
        settings.overrides.at(static_cast<std::size_t>(dimension)) = override;
    }
    const QString choice = !override                ? tr("automatic")
        : override->choice == Choice::Extrapolation ? tr("extrapolation")
        : override->choice == Choice::Interpolation ? tr("interpolation")
                                                    : tr("factor %1").arg(override->factor);
    edit(settings,
        dimensions.size() == 1 ? tr("dimension %1: %2").arg(dimensions.front()).arg(choice)
                               : tr("%n dimensions: %1", nullptr, static_cast<int>(dimensions.size())).arg(choice));
}

bool Workspace::isBusy() const
{
    return m_live->isBusy();
}

void Workspace::setCurrentDimension(int dimension)
{
    if (m_source && dimension != m_currentDimension && dimension >= 0 && dimension < static_cast<int>(m_source->rope.dimensions())) {
        m_currentDimension = dimension;
        emit currentDimensionChanged(dimension);
    }
}

void Workspace::apply(const AnalysisSettings& settings)
{
    m_settings = settings;
    emit settingsChanged();
    m_live->request(m_source, m_settings);
}

} // namespace rotascope
