// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "ui/headless/report_file.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <functional>
#include <vector>

class QMainWindow;
class QProgressDialog;

namespace rotascope {

class FigureSource;
class HandoutWriter;
class SceneList;
class Workspace;

/// Shows scenes in the window, and makes them from what is seen there.
class SceneDirector : public QObject {
    Q_OBJECT

public:
    /// `window` outlives it and has its views.
    SceneDirector(QMainWindow& window, Workspace* workspace, std::function<void(const QString& message)> say);

    /// Adds what is seen now: the view that was used last, its place, the current dimension.
    void add();
    /// Lets the current scene show that.
    void update();
    /// The view that was used last, or that a scene has shown.
    [[nodiscard]] QWidget* usedView() const;
    void setUsedView(QWidget* view);
    /// Goes through all scenes, as they are shown, and writes their pictures and notes as a document (.pdf, .html). Where the window was
    /// before is shown again.
    void writeHandout(const QString& file);
    /// The same, of a file that the user is asked for.
    void askForHandout();

private:
    [[nodiscard]] std::vector<FigureSource*> figures() const;
    [[nodiscard]] FigureSource* figureOf(const std::string& view) const;
    [[nodiscard]] SessionScene seenNow() const;
    void show(const SessionScene& scene);
    static void showInFront(FigureSource& figure);
    void noteUse(const QObject* widget);
    void look(); ///< whether the next picture of the handout is there
    void stopHandout();
    void endHandout(const QString& message);

    QMainWindow& m_window;
    Workspace* m_workspace;
    SceneList& m_scenes;
    std::function<void(const QString&)> m_say;
    FigureSource* m_used = nullptr; ///< the view that was used last
    // While a handout is made:
    QTimer m_look;
    HandoutWriter* m_writer;
    QPointer<QProgressDialog> m_progress;
    ReportContent m_content;
    QString m_file;
    std::size_t m_next = 0;
    SessionScene m_before;
};

} // namespace rotascope
