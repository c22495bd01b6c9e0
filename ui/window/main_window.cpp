// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/engine/engine_registry.h"
#include "core/exchange/export_format.h"
#include "ui/base/message_bar.h"
#include "ui/dialogs/engines_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/panels/source_panel.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/window/docks.h"
#include "ui/window/engine_menu.h"
#include "ui/window/status_bar.h"
#include "ui/workspace/source_loader.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

namespace rotascope {
namespace {

constexpr int recentFiles = 8;

QString recentKey()
{
    return QStringLiteral("recentFiles");
}

} // namespace

MainWindow::MainWindow(std::shared_ptr<Engine> engine, QWidget* parent)
    : QMainWindow(parent), m_workspace(new Workspace(engine, this)), m_loader(new SourceLoader(std::move(engine), this)),
      m_messages(new MessageBar)
{
    auto* center = new QWidget;
    auto* layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(new DistributionView(m_workspace), 1);
    setCentralWidget(center);
    setAcceptDrops(true);

    resize(1600, 1000); // before the docks: their sizes are shares of it
    m_docks = std::make_unique<Docks>(*this, m_workspace);
    m_table = findChild<DimensionTable*>();
    connectPanel(*findChild<SourcePanel*>());
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeEngineMenu();
    makeHelpMenu();
    setStatusBar(new StatusBar(m_workspace, m_loader, m_engineMenu));
    m_docks->takeAsFirstLayout();

    connect(m_loader, &SourceLoader::loaded, this, &MainWindow::adopt);
    connect(m_loader, &SourceLoader::failed, this, [this](const Error& error) {
        m_messages->showMessage(QString::fromStdString(error.message));
        emit openFailed(error);
    });
    connect(m_workspace, &Workspace::failed, m_messages, &MessageBar::showMessage);
    connect(m_workspace, &Workspace::noticed, m_messages, &MessageBar::showMessage);
    connect(m_workspace, &Workspace::sourceChanged, this, &MainWindow::showTitle);
    connect(m_workspace->undoStack(), &QUndoStack::indexChanged, m_messages, &QWidget::hide);
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectPanel(SourcePanel& panel)
{
    connect(&panel, &SourcePanel::openRequested, this, &MainWindow::askForFile);
    connect(&panel, &SourcePanel::tableRequested, this, &MainWindow::askForTable);
    connect(&panel, &SourcePanel::presetRequested, this, [this](const QString& modelId) { openPreset(modelId); });
    connect(&panel, &SourcePanel::ropeRequested, this,
        [this](const QString& rope) { openFile(QString::fromStdString(m_workspace->source()->origin), rope); });
}

void MainWindow::makeFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::askForFile);
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    menu->addSeparator();
    QAction* tableAction = menu->addAction(tr("Open scaling &table…"), this, &MainWindow::askForTable);
    tableAction->setObjectName(QStringLiteral("tableAction"));
    tableAction->setEnabled(false);
    QAction* exportAction
        = menu->addAction(tr("&Export scaling table…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &MainWindow::showExportDialog);
    exportAction->setObjectName(QStringLiteral("exportAction"));
    exportAction->setEnabled(false);
    for (QAction* action : {tableAction, exportAction}) {
        connect(m_workspace, &Workspace::analysisChanged, action, [action] { action->setEnabled(true); });
    }
    menu->addAction(tr("Save &picture of the window…"), this, &MainWindow::savePicture);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::makeEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = m_workspace->undoStack()->createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_workspace->undoStack()->createRedoAction(this, tr("&Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    menu->addActions({undo, redo});
    menu->addSeparator();
    // The plain keys belong to the table alone, where they do not get in the way of typing: they are told here, not bound.
    menu->addAction(tr("Selected dimensions: &extrapolation\tE"), this, [this] { m_table->applyToSelection(ChoiceAction::Extrapolate); });
    menu->addAction(tr("Selected dimensions: &interpolation\tI"), this, [this] { m_table->applyToSelection(ChoiceAction::Interpolate); });
    menu->addAction(tr("Selected dimensions: &automatic\tA"), this, [this] { m_table->applyToSelection(ChoiceAction::Automatic); });
    menu->addAction(tr("Selected dimensions: &flip\tSpace"), this, [this] { m_table->flipSelection(); });
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    menu->setToolTipsVisible(true);
    menu->addActions(m_docks->toggleActions());
    menu->addSeparator();
    menu->addAction(tr("Reset &layout"), this, &MainWindow::resetLayout);
}

void MainWindow::makeEngineMenu()
{
    m_engineMenu = new EngineMenu(EngineRegistry::instance(), this);
    menuBar()->addMenu(m_engineMenu);
    connect(m_engineMenu, &EngineMenu::engineChosen, m_workspace, &Workspace::setEngine);
    connect(m_engineMenu, &EngineMenu::engineChosen, m_loader, &SourceLoader::setEngine);
}

void MainWindow::makeHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&Engines…"), this, [this] { EnginesDialog(this).exec(); });
    menu->addAction(tr("&About Rotascope"), this, [this] {
        QMessageBox::about(this, tr("About Rotascope"),
            tr("<p><b>Rotascope %1</b></p>"
               "<p>Shows how an extension of a RoPE model's context disturbs the distribution of each dimension's rotary angles, and lets "
               "you choose "
               "interpolation or extrapolation for each.</p>"
               "<p>The method: <i>Extending Context Window of Large Language Models from a Distributional Perspective</i>, EMNLP 2024.</p>"
               "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                .arg(QStringLiteral(ROTASCOPE_VERSION)));
    });
    menu->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainWindow::openFile(const QString& file, const QString& ropeName, std::optional<std::int64_t> targetLength)
{
    m_loader->loadFile(QFileInfo(file).absoluteFilePath(), ropeName, targetLength);
}

void MainWindow::openPreset(const QString& modelId, std::optional<std::int64_t> targetLength)
{
    m_loader->loadPreset(modelId, targetLength);
}

void MainWindow::openTable(const QString& file)
{
    if (!m_workspace->source()) {
        m_messages->showMessage(tr("%1: open the model that the table is for first").arg(file));
        return;
    }
    const Expected<ImportedTable> read = readScalingTable(file.toStdString());
    const Expected<void> fits = read ? checkIsFor(*read, *m_workspace->source()) : Expected<void>();
    if (!read || !fits) {
        m_messages->showMessage(
            read ? tr("%1: %2").arg(file, QString::fromStdString(fits.error().message)) : QString::fromStdString(read.error().message));
        return;
    }
    AnalysisSettings settings = m_workspace->settings();
    settings.customTable = read->table;
    settings.method = methodOfOwnTable().name;
    settings.overrides.clear();
    m_workspace->edit(settings, tr("table %1").arg(QFileInfo(file).fileName()));
}

void MainWindow::adopt(const std::shared_ptr<const Analysis>& first)
{
    m_messages->hide();
    m_workspace->adopt(first);
    if (first->source->kind != SourceKind::Preset) {
        rememberRecent(QString::fromStdString(first->source->origin));
    }
}

void MainWindow::resetLayout()
{
    m_docks->reset();
}

void MainWindow::keepLayout()
{
    m_docks->keep();
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

void MainWindow::askForFile()
{
    const QString file
        = QFileDialog::getOpenFileName(this, tr("Open"), {}, tr("Recordings and models (*.h5 *.hdf5 *.json *.gguf);;All files (*)"));
    if (!file.isEmpty()) {
        openFile(file);
    }
}

void MainWindow::askForTable()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a scaling table"), {},
        tr("Exported tables and factor lists (*.csv *.json *.npy *.h5 *.gguf *.sh *.py *.txt);;All files (*)"));
    if (!file.isEmpty()) {
        openTable(file);
    }
}

void MainWindow::showExportDialog()
{
    if (const std::shared_ptr<const Analysis>& analysis = m_workspace->analysis()) {
        auto* dialog = new ExportDialog(documentOfChosen(analysis), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void MainWindow::savePicture()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save picture"), QStringLiteral("rotascope.png"), tr("PNG (*.png)"));
    if (!file.isEmpty() && !grab().save(file, "PNG")) {
        m_messages->showMessage(tr("%1: cannot be written; expected a file in a writable folder").arg(file));
    }
}

void MainWindow::rememberRecent(const QString& file) const
{
    if (!m_docks->areKept()) {
        return;
    }
    QSettings settings;
    QStringList files = settings.value(recentKey()).toStringList();
    files.removeAll(file);
    files.prepend(file);
    settings.setValue(recentKey(), QStringList(files.mid(0, recentFiles)));
}

void MainWindow::fillRecentMenu(QMenu* menu)
{
    menu->clear();
    for (const QString& file : QSettings().value(recentKey()).toStringList()) {
        menu->addAction(file, this, [this, file] { openFile(file); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("none yet"))->setEnabled(false);
    }
}

void MainWindow::showTitle()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    const QString origin = source ? QString::fromStdString(source->origin) : QString();
    const QString name = source && source->kind != SourceKind::Preset ? QFileInfo(origin).fileName() : origin;
    setWindowTitle(name.isEmpty() ? tr("Rotascope") : tr("%1 - Rotascope").arg(name));
}

} // namespace rotascope
