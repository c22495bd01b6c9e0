// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <functional>
#include <memory>

class QLabel;
class QProgressBar;

namespace rotascope {

class DimensionTable;
class DistributionView;
class Engine;
class MessageBar;
class SourceLoader;
class Workspace;

/// The window: the distribution of the current dimension in the middle, around it docks for the source, the table of
/// dimensions, the disturbance of all of them, and the overview.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(std::shared_ptr<Engine> engine, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] DimensionTable& dimensionTable() { return *m_table; }
    [[nodiscard]] DistributionView& distributionView() { return *m_distribution; }
    [[nodiscard]] MessageBar& messageBar() { return *m_messages; }

    /// Opens a recording or a config.json; what was open stays until the file turned out to be good.
    void openFile(const QString& file, const QString& ropeName = {});
    void openPreset(const QString& modelId);
    /// A target length to use for the source that is opened next, instead of its default.
    void setTargetLengthForNext(qint64 targetLength) { m_nextTargetLength = targetLength; }
    /// Docks as they were when the window was first shown.
    void resetLayout();
    /// Takes the window's geometry and docks from, and keeps them in, the user's settings.
    void keepLayout();

signals:
    /// A file could not be opened.
    void openFailed(const QString& message);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void makeDocks();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void makeStatusBar();
    void askForFile();
    void showExportDialog();
    void savePicture();
    void rememberRecent(const QString& file) const;
    void fillRecentMenu(QMenu* menu);
    void setSource(const std::shared_ptr<const struct Source>& source);
    void showStatus();
    void showTitle();

    Workspace* m_workspace;
    SourceLoader* m_loader;
    MessageBar* m_messages;
    DistributionView* m_distribution;
    DimensionTable* m_table;
    QLabel* m_meanStatus;
    QLabel* m_engineStatus;
    QProgressBar* m_progress;
    QList<QDockWidget*> m_docks;
    QByteArray m_initialState;
    bool m_keepsLayout = false;
    qint64 m_nextTargetLength = 0;
};

} // namespace rotascope
