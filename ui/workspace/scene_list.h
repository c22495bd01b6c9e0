// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QObject>
#include <QString>
#include <vector>

namespace rotascope {

class Workspace;

/// The scenes of what is open, as a session keeps them: the points of a talk, and which of them is shown. Each workspace has one list. It
/// is empty with another source. Each change but set() is a step of the workspace's undo stack; what is typed into one scene is one step.
class SceneList : public QObject {
    Q_OBJECT

public:
    /// The workspace makes it.
    explicit SceneList(Workspace* workspace);
    static SceneList& of(const Workspace& workspace);

    [[nodiscard]] const std::vector<SessionScene>& scenes() const { return m_scenes; }
    [[nodiscard]] int count() const { return static_cast<int>(m_scenes.size()); }
    /// Behind the one that is shown, or at the end; it is the one that is shown then. Not where there are mostScenes.
    void add(SessionScene scene);
    void replace(int index, SessionScene scene);
    /// The same, while it is being typed.
    void type(int index, SessionScene scene);
    void remove(int index);
    /// Moves one up or down.
    void move(int from, int to);
    /// All of them, as from a file; none is shown.
    void set(std::vector<SessionScene> scenes);

    /// -1: none.
    [[nodiscard]] int current() const { return m_current; }
    /// Who shows scenes follows shown().
    void show(int index);
    /// The next or the one before; at the ends it stays.
    void step(int by);

    /// These are in a session's file.
    void markSaved(const std::vector<SessionScene>& scenes);
    [[nodiscard]] bool isModified() const { return m_scenes != m_saved; }

signals:
    void changed();
    /// To be shown now; also again.
    void shown(int index);
    /// Another one is current, or none.
    void currentChanged();

private:
    class Step;
    /// One scene, before and after a change, and where it stood.
    struct Change {
        int from = -1; ///< -1: it was not there
        int to = -1; ///< -1: it is not there any more
        SessionScene before = {};
        SessionScene after = {};
    };

    void make(Change change, const QString& text, bool isTyped = false);
    void apply(int from, int to, const SessionScene& scene);
    void setCurrent(int index);

    std::vector<SessionScene> m_scenes;
    std::vector<SessionScene> m_saved;
    int m_current = -1;
    Workspace* m_workspace;
};

} // namespace rotascope
