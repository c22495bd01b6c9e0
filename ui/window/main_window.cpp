// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/engine/engine_registry.h"
#include "ui/base/message_bar.h"
#include "ui/base/plain_messages.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"
#include "ui/commands/command_actions.h"
#include "ui/commands/recent_files.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/panels/source_panel.h"
#include "ui/views/distribution_view.h"
#include "ui/window/docks.h"
#include "ui/window/engine_menu.h"
#include "ui/window/engine_search.h"
#include "ui/window/menus.h"
#include "ui/window/status_bar.h"
#include "ui/workspace/source_loader.h"
#include "ui/workspace/table_loader.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QTimer>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

namespace rotascope {

MainWindow::MainWindow(std::shared_ptr<Engine> engine, QWidget* parent)
    : QMainWindow(parent), m_workspace(new Workspace(engine, this)), m_loader(new SourceLoader(std::move(engine), this)),
      m_tables(new TableLoader(m_workspace, this)), m_messages(new MessageBar),
      m_engineSearch(new EngineSearch(EngineRegistry::instance(), this))
{
    new PlainMessages(this);
    resize(1600, 1000); // before the docks: their sizes are shares of it
    setCentralWidget(makeCenter());
    setAcceptDrops(true);
    m_docks = std::make_unique<Docks>(*this, m_workspace);
    m_commands = new CommandActions(m_workspace, makeServices(), this);
    auto* engines = new EngineMenu(EngineRegistry::instance(), this);
    fillMenuBar(*menuBar(), *m_commands, *m_docks, engines);
    setStatusBar(new StatusBar(m_workspace, m_loader, engines));
    m_docks->takeAsFirstLayout();

    connect(engines, &EngineMenu::engineChosen, m_workspace, &Workspace::setEngine);
    connect(engines, &EngineMenu::engineChosen, m_loader, &SourceLoader::setEngine);
    connect(m_engineSearch, &EngineSearch::ended, engines, &EngineMenu::refresh);
    connectPanel(*findChild<SourcePanel*>());
    connectMessages();
    connect(m_loader, &SourceLoader::loaded, this, &MainWindow::adopt);
    connect(m_loader, &SourceLoader::switched, m_workspace, &Workspace::switchTo);
    connect(m_workspace, &Workspace::sourceChanged, this, &MainWindow::showTitle);
    showTitle();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeCenter()
{
    auto* center = new QWidget;
    auto* layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(new DistributionView(m_workspace), 1);
    return center;
}

WindowServices MainWindow::makeServices()
{
    return {.window = this,
        .openFile = [this](const QString& file) { openFile(file); },
        .openTable = [this](const QString& file) { openTable(file); },
        .resetLayout = [this] { resetLayout(); },
        .showMessage = [this](const QString& message) { m_messages->showMessage(message); }};
}

void MainWindow::connectPanel(SourcePanel& panel)
{
    connect(&panel, &SourcePanel::openRequested, m_commands->action("open"), &QAction::trigger);
    connect(&panel, &SourcePanel::tableRequested, m_commands->action("table"), &QAction::trigger);
    connect(&panel, &SourcePanel::presetRequested, this, [this](const QString& modelId) { openPreset(modelId); });
    connect(&panel, &SourcePanel::ropeRequested, this, &MainWindow::showRope);
    connect(&panel, &SourcePanel::startRequested, this, [this](StartingPoint start) {
        const Source& source = *m_workspace->source();
        if (start != source.start() && !m_workspace->switchBackTo(source.ropeName, start)) {
            m_loader->loadStart(m_workspace->source(), start);
        }
    });
}

void MainWindow::connectMessages()
{
    connect(m_loader, &SourceLoader::failed, this, [this](const Error& error) {
        m_messages->showMessage(visible(error.message));
        emit openFailed(error);
    });
    connect(m_workspace, &Workspace::failed, m_messages, &MessageBar::showMessage);
    connect(m_workspace, &Workspace::noticed, m_messages, &MessageBar::showMessage);
    connect(m_workspace->undoStack(), &QUndoStack::indexChanged, m_messages, &QWidget::hide);
}

void MainWindow::openFile(const QString& file, const QString& ropeName, std::optional<std::int64_t> targetLength)
{
    m_loader->loadFile(QFileInfo(file).absoluteFilePath(), ropeName, targetLength);
}

void MainWindow::showRope(const QString& ropeName)
{
    if (ropeName.toStdString() != m_workspace->source()->ropeName && !m_workspace->switchBackTo(ropeName.toStdString())) {
        m_loader->loadRope(QString::fromStdString(m_workspace->source()->origin), ropeName);
    }
}

void MainWindow::openPreset(const QString& modelId, std::optional<std::int64_t> targetLength)
{
    m_loader->loadPreset(modelId, targetLength);
}

void MainWindow::openTable(const QString& file)
{
    m_tables->load(file);
}

void MainWindow::adopt(const std::shared_ptr<const Analysis>& first, const std::shared_ptr<const LintReport>& report)
{
    m_messages->hide();
    if (const QString message = std::exchange(m_startMessage, {}); !message.isEmpty()) {
        m_messages->showMessage(message);
    }
    m_workspace->adopt(first, report);
    if (m_docks->areKept() && first->source->kind != SourceKind::Preset) {
        rememberRecentFile(QString::fromStdString(first->source->origin));
    }
}

void MainWindow::resetLayout()
{
    m_docks->reset();
}

void MainWindow::keepLayout()
{
    m_startMessage = userSettingsProblem(); // Qt tells of damage only who reads first
    m_docks->keep();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    QTimer::singleShot(0, m_engineSearch, &EngineSearch::begin); // not before the window is there
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_docks->save();
    for (ExportDialog* dialog : findChildren<ExportDialog*>()) {
        dialog->done(QDialog::Rejected); // also while it writes, which ends with it; left alone it would keep the program running
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    openFile(event->mimeData()->urls().constFirst().toLocalFile());
}

void MainWindow::showTitle()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    const QString origin = source ? QString::fromStdString(source->origin) : QString();
    const QString name = source && source->kind != SourceKind::Preset ? QFileInfo(origin).fileName() : origin;
    setWindowTitle(name.isEmpty() ? tr("Rotascope") : tr("%1 - Rotascope").arg(visible(name)));
}

} // namespace rotascope
