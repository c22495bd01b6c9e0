// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

class QComboBox;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;
class QToolButton;

namespace rotascope {

class SceneList;
class Workspace;
struct SessionScene;

/// The scenes of what is open, as a list: a row is chosen and its scene is shown, Page Up and Page Down go from one to the next, F2
/// renames. Below it is what is said about the scene.
class ScenesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ScenesPanel(Workspace* workspace, QWidget* parent = nullptr);

    /// The views that a scene can be of: names as SessionScene::view has them, and titles.
    void setViews(const std::vector<std::pair<QString, QString>>& views);

signals:
    /// What is seen now is to become a scene.
    void addRequested();
    /// What is seen now is to replace what the current scene shows. Its name and its note stay.
    void updateRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeButtons(class QLayout& line);
    void refresh();
    void refreshCurrent();
    void rename(const QListWidgetItem& item);
    [[nodiscard]] SessionScene currentScene() const;
    void showOtherView();
    void typeNote();

    SceneList& m_scenes;
    Workspace* m_workspace;
    QListWidget* m_list;
    QComboBox* m_view;
    QPlainTextEdit* m_note;
    std::vector<QToolButton*> m_ofScene; ///< buttons that need a current scene
    QToolButton* m_add;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    bool m_isEditing = false; ///< what changes is what is typed here
};

} // namespace rotascope
