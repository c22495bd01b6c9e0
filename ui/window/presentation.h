// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <QSet>
#include <QString>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

class QKeyEvent;
class QMainWindow;
class QScrollBar;

namespace rotascope {

class Docks;
class KeptPlace;
class PresentationLayer;
class SceneDirector;
class SceneList;
class Workspace;

/// The window as a speaker shows it: full screen, with large letters, one view at a time. Page Down and Page Up, which remote controls
/// send, go through the curves of a view, then through the scenes; where there are no scenes, the view that was used last is shown. Escape
/// ends it, and everything is as it was.
class Presentation : public QObject {
    Q_OBJECT

public:
    /// All of them outlive it.
    Presentation(QMainWindow& window, Docks& docks, Workspace* workspace, SceneDirector& director);
    ~Presentation() override;

    [[nodiscard]] bool isRunning() const { return m_layer != nullptr; }
    void start();
    void end();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What it changes.
    struct Before {
        Qt::WindowStates state;
        QRect geometry;
        QFont font;
        std::size_t dimension = 0;
        std::map<KeptPlace*, QString> places;
        QWidget* view = nullptr; ///< the one that was used last
        QPointer<QWidget> focus;
        QSet<QWidget*> barsShown;
        std::vector<std::pair<QPointer<QScrollBar>, int>> scrolled; ///< where each one stands
    };

    [[nodiscard]] static bool takesKey(const QKeyEvent& event);
    void press(const QKeyEvent& event);
    void explain(const QKeyEvent& event);
    void on();
    void back();
    void showOnly(QWidget* view); ///< null: none
    void scrollBack();
    void follow(); ///< the scene that is shown
    void reveal(int steps);

    QMainWindow& m_window;
    Docks& m_docks;
    Workspace* m_workspace;
    SceneDirector& m_director;
    SceneList& m_scenes;
    PresentationLayer* m_layer = nullptr; ///< null: it does not run
    Before m_before;
    QWidget* m_view = nullptr; ///< the one that is shown
    QSet<QWidget*> m_revealed; ///< views whose curves were all shown once
    int m_steps = 0; ///< that are revealed of the view
};

} // namespace rotascope
