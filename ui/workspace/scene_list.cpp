// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/scene_list.h"

#include "ui/workspace/workspace.h"

#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>
#include <utility>

namespace rotascope {

// Undo brings the scene back as it was, to where it was.
class SceneList::Step : public QUndoCommand {
public:
    Step(SceneList& scenes, Change change, const QString& text, bool isTyped)
        : QUndoCommand(text), m_scenes(scenes), m_change(std::move(change)), m_isTyped(isTyped)
    {
    }

    void undo() override { m_scenes.apply(m_change.to, m_change.from, m_change.before); }
    void redo() override { m_scenes.apply(m_change.from, m_change.to, m_change.after); }
    [[nodiscard]] int id() const override { return m_isTyped ? typedSteps : -1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Step*>(other);
        if (next->m_change.from != m_change.from) {
            return false;
        }
        m_change.after = next->m_change.after;
        setObsolete(m_change.after == m_change.before);
        return true;
    }

private:
    static constexpr int typedSteps = -2; // steps of the settings have ids from 0 on

    SceneList& m_scenes;
    Change m_change;
    bool m_isTyped;
};

SceneList::SceneList(Workspace* workspace) : QObject(workspace), m_workspace(workspace)
{
    connect(this, &SceneList::changed, workspace, &Workspace::modifiedChanged);
}

SceneList& SceneList::of(const Workspace& workspace)
{
    return *workspace.findChild<SceneList*>(QString(), Qt::FindDirectChildrenOnly);
}

void SceneList::make(Change change, const QString& text, bool isTyped)
{
    m_workspace->undoStack()->push(new Step(*this, std::move(change), text, isTyped)); // which does it
}

// The scene that stood at `from` stands at `to` from now on, or is gone.
void SceneList::apply(int from, int to, const SessionScene& scene)
{
    const bool staysThere = from == to;
    if (staysThere) {
        m_scenes.at(static_cast<std::size_t>(from)) = scene;
    } else if (from >= 0) {
        m_scenes.erase(m_scenes.begin() + from);
    }
    if (!staysThere && to >= 0) {
        m_scenes.insert(m_scenes.begin() + to, scene);
    }
    const int current = to >= 0 ? to : from < m_current || m_current == count() ? m_current - 1 : m_current;
    const bool isAnother = std::exchange(m_current, current) != current;
    emit changed();
    if (isAnother || !staysThere) {
        emit currentChanged();
    }
}

void SceneList::add(SessionScene scene)
{
    if (m_scenes.size() < mostScenes) {
        make({.to = m_current < 0 ? count() : m_current + 1, .after = std::move(scene)}, tr("add scene"));
    }
}

void SceneList::replace(int index, SessionScene scene)
{
    if (const SessionScene& old = m_scenes.at(static_cast<std::size_t>(index)); old != scene) {
        make({index, index, old, std::move(scene)}, tr("change scene"));
    }
}

void SceneList::type(int index, SessionScene scene)
{
    if (const SessionScene& old = m_scenes.at(static_cast<std::size_t>(index)); old != scene) {
        make({index, index, old, std::move(scene)}, tr("note of scene"), true);
    }
}

void SceneList::remove(int index)
{
    make({.from = index, .before = m_scenes.at(static_cast<std::size_t>(index))}, tr("remove scene"));
}

void SceneList::move(int from, int to)
{
    if (to < 0 || to >= count() || from == to) {
        return;
    }
    const SessionScene& moved = m_scenes.at(static_cast<std::size_t>(from));
    make({from, to, moved, moved}, tr("move scene"));
}

void SceneList::set(std::vector<SessionScene> scenes)
{
    if (scenes == m_scenes && m_current < 0) {
        return;
    }
    m_scenes = std::move(scenes);
    m_current = -1;
    emit changed();
    emit currentChanged();
}

void SceneList::show(int index)
{
    if (index < 0 || index >= count()) {
        return;
    }
    setCurrent(index);
    emit shown(index);
}

void SceneList::step(int by)
{
    if (m_scenes.empty()) {
        return;
    }
    // From where no scene is shown, on goes to the first and back to the last.
    const int next = m_current < 0 ? (by > 0 ? 0 : count() - 1) : std::clamp(m_current + by, 0, count() - 1);
    show(next);
}

void SceneList::setCurrent(int index)
{
    if (std::exchange(m_current, index) != index) {
        emit currentChanged();
    }
}

void SceneList::markSaved(const std::vector<SessionScene>& scenes)
{
    m_saved = scenes;
}

} // namespace rotascope
