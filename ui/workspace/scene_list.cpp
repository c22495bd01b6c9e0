// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/scene_list.h"

#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace rotascope {

SceneList::SceneList(Workspace* workspace) : QObject(workspace)
{
    connect(this, &SceneList::changed, workspace, &Workspace::modifiedChanged);
}

SceneList& SceneList::of(const Workspace& workspace)
{
    return *workspace.findChild<SceneList*>(QString(), Qt::FindDirectChildrenOnly);
}

void SceneList::add(SessionScene scene)
{
    if (m_scenes.size() >= mostScenes) {
        return;
    }
    const int at = m_current < 0 ? count() : m_current + 1;
    m_scenes.insert(m_scenes.begin() + at, std::move(scene));
    m_current = at;
    emit changed();
    emit currentChanged();
}

void SceneList::replace(int index, SessionScene scene)
{
    SessionScene& old = m_scenes.at(static_cast<std::size_t>(index));
    if (old != scene) {
        old = std::move(scene);
        emit changed();
    }
}

void SceneList::remove(int index)
{
    m_scenes.erase(m_scenes.begin() + index);
    m_current = index < m_current || m_current == count() ? m_current - 1 : m_current;
    emit changed();
    emit currentChanged();
}

void SceneList::move(int from, int to)
{
    if (to < 0 || to >= count() || from == to) {
        return;
    }
    SessionScene moved = std::move(m_scenes.at(static_cast<std::size_t>(from)));
    m_scenes.erase(m_scenes.begin() + from);
    m_scenes.insert(m_scenes.begin() + to, std::move(moved));
    m_current = to;
    emit changed();
    emit currentChanged();
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
