// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/file_fingerprint.h"
#include "ui/workspace/table_loader.h"

#include <QMainWindow>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace rotascope {

struct Analysis;
class CommandActions;
class Docks;
class EngineSearch;
class Help;
class LossGuard;
struct LintReport;
class Engine;
struct RestoredSession;
class FileFollower;
class MessageBar;
struct OpenedScores;
class Presentation;
class SceneDirector;
class SessionConflict;
class SessionKeeper;
class SourceLoader;
class SourcePanel;
class StartScreen;
struct Tour;
class TourGuide;
class Workspace;
struct WindowServices;

/// The window: the distribution of the current dimension in the middle, around it a dock for each row of the table of views
/// (view_table.h); its menus are made from the table of commands (ui/commands/command_table.h).
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(std::shared_ptr<Engine> engine, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] MessageBar& messageBar() { return *m_messages; }

    /// Opens a recording, a model's file, a session, or a table and the model that it says it was made for; what was open stays until the
    /// file has turned out to be good, and the user agrees where work would be lost. `targetLength`: L′ to begin with, instead of the
    /// default.
    void openFile(const QString& file, const QString& ropeName = {}, std::optional<std::int64_t> targetLength = {});
    void openPreset(const QString& modelId, std::optional<std::int64_t> targetLength = {});
    /// What was open last, as it was left; the start page where there is nothing, where it cannot be opened, or where another window has
    /// it.
    void openLast();
    /// Shows the start page in the place of the views, until something is opened.
    void showStartPage();
    /// Makes a table that was exported, or a list of LongRoPE's factors, the current table; overrides by hand go, all as one undoable step.
    void openTable(const QString& file);
    /// Opens a tour (docs/tour-format.md) in a window of its own, in the place of this one, which comes back as it was when the tour is
    /// left.
    void openTour(const QString& file);
    /// From now on this window is a tour's: it asks for no work, because none here is the user's, and keeps nothing. `step`: where it
    /// begins.
    TourGuide& takeTour(const Tour& tour, std::size_t step = 0);
    /// All docks in the places that they have at first in a window of this size.
    void resetLayout();
    /// Makes the window as large as this, with all docks in the places that they have at first there.
    void fitTo(const QSize& size);
    /// Moves the focus so many panels on, of those that are seen; back if negative.
    void goToPanel(int step);
    /// Reads the window's geometry and docks from the user's settings and keeps them there; keeps what is open for openLast().
    /// Follows the user's preferences.
    void keepState();

signals:
    /// A source was opened: it is what the window shows.
    void opened();
    /// Scores were opened beside the source, where there is one.
    void scoresOpened(const QString& file);
    /// A source could not be opened.
    void openFailed(const rotascope::Error& error);
    /// The tour that this window is for was left. `nextTour`: the file of another one that was asked for; empty: none.
    void tourLeft(const QString& nextTour);

protected:
    void showEvent(QShowEvent* event) override;
    void childEvent(QChildEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* makeCenter();
    WindowServices makeServices();
    void addStartScreen();
    void followTour(MainWindow& window);
    void connectPanel(SourcePanel& panel);
    void connectMessages();
    void showRope(const QString& ropeName);
    void beginComparison();
    void takeDropped(const QString& file, const QWidget& place);
    void compareWithFile(const QString& file, const QString& ropeName = {});
    void compareWithPreset(const QString& modelId);
    void countPart(const QString& positions, const QString& sequences);
    void showScores(const OpenedScores& scores);
    void askAndAdopt(const std::shared_ptr<const Analysis>& first, const std::shared_ptr<const LintReport>& report);
    void adopt(const std::shared_ptr<const Analysis>& first, const std::shared_ptr<const LintReport>& report,
        const std::optional<FileState>& state);
    void askAndRestore(const std::shared_ptr<const RestoredSession>& restored, const QString& file);
    void restore(const std::shared_ptr<const RestoredSession>& restored, const QString& file, const std::optional<FileState>& state);
    [[nodiscard]] std::map<std::string, std::string> viewState() const;
    void rememberFile(const QString& file);
    void askToEndRun();
    void showStartMessage();
    void showWorkToLose();
    void showTitle();
    void showModified();
    [[nodiscard]] bool hasWorkToLose() const;
    void tryAsTable(const Error& error);
    void openWithItsModel(const TableFile& table);
    void sayFailed(const Error& error);

    Workspace* m_workspace;
    SourceLoader* m_loader;
    TableLoader* m_tables;
    SessionKeeper* m_sessions;
    QString m_openedFile; ///< the file that the loader opens; empty: it opens something else
    QString m_refusedFile; ///< the file that is tried as a table after that
    std::optional<TableFile> m_tableToFollow; ///< the table to adopt when its model is open
    QString m_startMessage; ///< shown with the first source, or with the start page
    MessageBar* m_messages;
    FileFollower* m_follower;
    CommandActions* m_commands = nullptr;
    std::unique_ptr<Docks> m_docks;
    StartScreen* m_start = nullptr;
    EngineSearch* m_engineSearch;
    LossGuard* m_guard;
    SessionConflict* m_conflict;
    Help* m_help;
    SceneDirector* m_scenes = nullptr;
    Presentation* m_presentation = nullptr;
    TourGuide* m_tour = nullptr; ///< null: this window is for the user's own work
    QString m_nextTour; ///< to be opened when this one is left
    bool m_mayClose = false; ///< whether the user has saved the work that would be lost, or discarded it
};

} // namespace rotascope
