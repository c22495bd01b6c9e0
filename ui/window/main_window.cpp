// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/analysis/summary.h"
#include "core/engine/engine_registry.h"
#include "core/hdf5/file_structure.h"
#include "core/source/open_source.h"
#include "ui/base/field_keys.h"
#include "ui/base/file_places.h"
#include "ui/base/focus_ring.h"
#include "ui/base/legible_style.h"
#include "ui/base/message_bar.h"
#include "ui/base/plain_messages.h"
#include "ui/base/preferences.h"
#include "ui/base/tab_order.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"
#include "ui/base/wheel_guard.h"
#include "ui/commands/command_actions.h"
#include "ui/commands/recent_files.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/score_run_dialog.h"
#include "ui/manual/help.h"
#include "ui/panels/other_group.h"
#include "ui/panels/source_panel.h"
#include "ui/tours/tour_list.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/views/laboratory_view.h"
#include "ui/views/method_comparison.h"
#include "ui/views/samples_view.h"
#include "ui/views/scores_view.h"
#include "ui/window/docks.h"
#include "ui/window/drop_target.h"
#include "ui/window/engine_menu.h"
#include "ui/window/engine_search.h"
#include "ui/window/figure_menu.h"
#include "ui/window/file_follower.h"
#include "ui/window/loss_guard.h"
#include "ui/window/menus.h"
#include "ui/window/preferences_link.h"
#include "ui/window/presentation.h"
#include "ui/window/scene_director.h"
#include "ui/window/session_conflict.h"
#include "ui/window/settings_change.h"
#include "ui/window/start_screen.h"
#include "ui/window/status_bar.h"
#include "ui/window/structure_dialog.h"
#include "ui/window/tour_guide.h"
#include "ui/window/tour_menu.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/score_files.h"
#include "ui/workspace/score_run.h"
#include "ui/workspace/session_keeper.h"
#include "ui/workspace/source_loader.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/table_settings.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QChildEvent>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

// Before the first widget asks its style for an icon.
QWidget* withLegibleStyle(QWidget* parent)
{
    useLegibleStyle();
    return parent;
}

// The middle of the window. Its least height always has room for a message: else one that comes would move the splitter, and leave it there
// when it goes.
class Center final : public QWidget {
public:
    explicit Center(const MessageBar* messages) : m_messages(messages) { }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = layout()->totalMinimumSize();
        const int shown = m_messages->isVisibleTo(this) ? m_messages->minimumSizeHint().height() : 0;
        return {least.width(), least.height() - shown + m_messages->usualHeight()};
    }

private:
    const MessageBar* m_messages; // a child
};

} // namespace

MainWindow::MainWindow(std::shared_ptr<Engine> engine, QWidget* parent)
    : QMainWindow(withLegibleStyle(parent)), m_workspace(new Workspace(engine, this)), m_loader(new SourceLoader(std::move(engine), this)),
      m_tables(new TableLoader(m_workspace, this)), m_sessions(new SessionKeeper(
                                                        m_workspace, [this] { return viewState(); }, this)),
      m_messages(new MessageBar), m_follower(new FileFollower(m_workspace, m_loader, m_tables, m_messages, this)),
      m_engineSearch(new EngineSearch(EngineRegistry::instance(), this)), m_help(new Help(this))
{
    new PlainMessages(this);
    new WheelGuard(this);
    new FieldKeys(this);
    new FocusRing(this);
    freeButtonBoxes(this);
    resize(1600, 1000); // before the docks: their sizes are shares of it
    setCentralWidget(makeCenter());
    new DropTarget(
        this, [this](const QString& file, const QWidget& place) { takeDropped(file, place); },
        [this](const QString& message) { m_messages->showMessage(message); });
    m_docks = std::make_unique<Docks>(*this, m_workspace);
    m_commands = new CommandActions(m_workspace, makeServices(), this);
    new FigureMenu(*this, m_workspace, makeServices());
    m_scenes = new SceneDirector(*this, m_workspace, [this](const QString& message) { m_messages->showMessage(message); });
    m_presentation = new Presentation(*this, *m_docks, m_workspace, *m_scenes);
    auto* engines = new EngineMenu(EngineRegistry::instance(), this);
    fillMenuBar(*menuBar(), *m_commands, *m_docks, engines);
    m_guard = new LossGuard(
        m_workspace, this,
        [this] {
            m_commands->action("save")->trigger();
            return m_sessions->isSaving();
        },
        [this] { m_commands->action("export")->trigger(); });
    m_guard->nameSettings([this] {
        QStringList changes;
        for (const Workspace::RopeState& now : m_workspace->ropes()) {
            const auto before = std::ranges::find(m_sessions->inFile(), now.source, &Workspace::RopeState::source);
            if (before != m_sessions->inFile().end()) {
                changes << changesBetween(before->settings, now.settings);
            }
        }
        changes.removeDuplicates();
        return changes;
    });
    m_guard->askAlso([this] {
        const QString name = visible(QFileInfo(m_sessions->file()).fileName());
        return m_sessions->isFileOther() ? tr("what %1 had before another program changed it").arg(name) : QString();
    });
    m_conflict = new SessionConflict(m_sessions, m_messages, this,
        {.saveAs = [this] { m_commands->action("saveAs")->trigger(); },
            .reload = [this] { openFile(m_sessions->file()); },
            .stay = [this] { m_guard->saveFailed(); }});
    setStatusBar(new StatusBar(m_workspace, m_loader, engines));
    addStartScreen();

    connect(engines, &EngineMenu::engineChosen, m_workspace, &Workspace::setEngine);
    connect(engines, &EngineMenu::engineChosen, m_loader, &SourceLoader::setEngine);
    connect(m_engineSearch, &EngineSearch::ended, engines, &EngineMenu::refresh);
    connectPanel(*findChild<SourcePanel*>());
    connectMessages();
    connect(findChild<LaboratoryView*>(), &LaboratoryView::openRequested, this, [this](const QString& file) { openFile(file); });
    connect(findChild<ScoresView*>(), &ScoresView::openRequested, this, [this](const QString& file) { openFile(file); });
    connect(findChild<ScoresView*>(), &ScoresView::scoringRequested, m_commands->action("score"), &QAction::trigger);
    connect(&ScoreRun::of(*m_workspace), &ScoreRun::scored, this, &MainWindow::showScores);
    connect(&ScoreRun::of(*m_workspace), &ScoreRun::failed, m_messages, &MessageBar::showMessage);
    connect(m_loader, &SourceLoader::scoresLoaded, this, &MainWindow::showScores);
    connect(m_loader, &SourceLoader::loaded, this, &MainWindow::askAndAdopt);
    connect(m_loader, &SourceLoader::restored, this, &MainWindow::askAndRestore);
    connect(m_loader, &SourceLoader::switched, m_workspace, &Workspace::switchTo);
    connect(m_loader, &SourceLoader::otherLoaded, this, [this](const OtherSource& other) {
        AnalysisSettings settings = m_workspace->settings();
        settings.other = other;
        m_workspace->edit(settings, tr("compare with %1").arg(nameWithRope(*other.source)));
    });
    connect(m_loader, &SourceLoader::partLoaded, this,
        [this](const std::shared_ptr<const Source>& source, const std::shared_ptr<const RecordedPart>& part) {
            AnalysisSettings settings = m_workspace->settings();
            settings.part = part;
            if (source == m_workspace->source()) { // else another RoPE is shown by now
                m_workspace->edit(settings, tr("count %1").arg(translated(textOf(part->choice))));
            }
        });
    connect(m_workspace, &Workspace::sourceChanged, this, &MainWindow::showTitle);
    connect(m_workspace, &Workspace::modifiedChanged, this, [this] { showModified(); });
    connect(m_sessions, &SessionKeeper::fileChanged, this, &MainWindow::showModified);
    showTitle();
    findChild<DimensionTable*>()->setFocus();
}

// A field that has the focus reports its text when it loses it: not to a window of which half is gone.
MainWindow::~MainWindow()
{
    if (QWidget* field = focusWidget()) {
        field->clearFocus();
    }
}

QWidget* MainWindow::makeCenter()
{
    auto* center = new Center(m_messages);
    auto* layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    auto* distribution = new DistributionView(m_workspace);
    setManualPage(distribution, QStringLiteral("distribution"));
    keepTabOrder(distribution);
    layout->addWidget(distribution, 1);
    return center;
}

WindowServices MainWindow::makeServices()
{
    return {.window = this,
        .openFile = [this](const QString& file) { openFile(file); },
        .compareWithFile = [this](const QString& file) { compareWithFile(file); },
        .compareWithPreset = [this](const QString& modelId) { compareWithPreset(modelId); },
        .openTable = [this](const QString& file) { openTable(file); },
        .showStartPage = [this] { showStartPage(); },
        .sessionFile = [this] { return m_sessions->file(); },
        .saveSession = [this](const QString& file) { m_sessions->save(file); },
        .reload = [this] { m_follower->reload(); },
        .isFollowing = [this] { return m_follower->isFollowing(); },
        .setFollowing = [this](bool on) { m_follower->setFollowing(on); },
        .resetLayout = [this] { resetLayout(); },
        .goToPanel = [this](int step) { goToPanel(step); },
        .columns = [this] { return findChild<DimensionTable*>()->columnEntries(); },
        .comparisonColumns = [] { return comparisonColumnEntries(); },
        .comparisonOrders =
            [this] {
                auto* comparison = findChild<MethodComparison*>();
                return comparisonOrderEntries(
                    comparison->order(), [comparison](const ComparisonOrder& order) { comparison->setOrder(order); });
            },
        .figures = [this] { return figuresOf(*this); },
        .tours = [this] { return tourEntries(*this); },
        .addScene = [this] { m_scenes->add(); },
        .present = [this] { m_presentation->start(); },
        .exportHandout = [this] { m_scenes->askForHandout(); },
        .showMessage = [this](const QString& message) { m_messages->showMessage(message); },
        .hideMessage = [this] { m_messages->hide(); },
        .showManual = [this](const QString& place) { m_help->showManual(place); },
        .explain = [this] { m_help->explain(); }};
}

void MainWindow::addStartScreen()
{
    m_start = new StartScreen(findChild<DistributionView*>(), *m_docks, *m_commands, this);
    connect(m_start, &StartScreen::openRequested, m_commands->action("open"), &QAction::trigger);
    connect(m_start, &StartScreen::fileChosen, this, [this](const QString& file) { openFile(file); });
    connect(m_start, &StartScreen::presetChosen, this, [this](const QString& modelId) { openPreset(modelId); });
    connect(m_start, &StartScreen::tourChosen, this, &MainWindow::openTour);
    connect(m_start, &StartScreen::hidden, findChild<DimensionTable*>(), qOverload<>(&QWidget::setFocus));
}

void MainWindow::connectPanel(SourcePanel& panel)
{
    connect(&panel, &SourcePanel::openRequested, m_commands->action("open"), &QAction::trigger);
    connect(&panel, &SourcePanel::tableRequested, m_commands->action("table"), &QAction::trigger);
    connect(&panel, &SourcePanel::adviceRequested, m_commands->action("whichMethod"), &QAction::trigger);
    connect(&panel, &SourcePanel::presetRequested, this, [this](const QString& modelId) { openPreset(modelId); });
    connect(&panel, &SourcePanel::ropeRequested, this, &MainWindow::showRope);
    connect(&panel, &SourcePanel::partRequested, this, &MainWindow::countPart);
    connect(findChild<SamplesView*>(), &SamplesView::partRequested, this, &MainWindow::countPart);
    connect(&panel, &SourcePanel::closeComparisonRequested, m_commands->action("closeComparison"), &QAction::trigger);
    connect(&panel, &SourcePanel::otherRopeRequested, this, [this](const QString& ropeName) {
        compareWithFile(QString::fromStdString(m_workspace->settings().other->source->origin), ropeName);
    });
    panel.setCompareMenu(m_commands->action("compare")->menu());
    connect(&panel, &SourcePanel::startRequested, this, [this](StartingPoint start) {
        const Source& source = *m_workspace->source();
        if (start != source.start() && !m_workspace->switchBackTo(source.ropeName, start)) {
            m_openedFile.clear();
            m_loader->loadStart(m_workspace->source(), start);
        }
    });
}

void MainWindow::connectMessages()
{
    connect(m_loader, &SourceLoader::failed, this, &MainWindow::tryAsTable);
    connect(m_tables, &TableLoader::failed, this, &MainWindow::sayFailed);
    connect(m_tables, &TableLoader::read, this, &MainWindow::openWithItsModel);
    connect(m_tables, &TableLoader::differs, this, [this](const QString& message, bool hasSettings) {
        if (hasSettings) {
            m_messages->offer(message, tr("Use its settings"), [this] { m_tables->useItsSettings(); });
        } else {
            m_messages->showMessage(message);
        }
    });
    connect(m_sessions, &SessionKeeper::failed, this, [this](const QString& message) {
        m_messages->showMessage(message);
        m_guard->saveFailed();
    });
    connect(m_sessions, &SessionKeeper::saved, this, [this](const QString& file) {
        rememberFile(file);
        showTitle();
        noteSaved(this, file);
    });
    connect(m_follower, &FileFollower::followingChanged, m_commands, &CommandActions::refresh);
    connect(m_follower, &FileFollower::openAsked, this, [this](const QString& file) { openFile(file); });
    connect(m_follower, &FileFollower::reloaded, this,
        [this](const QString& name) { statusBar()->showMessage(tr("Read %1 again").arg(name), 5000); });
    connect(m_workspace, &Workspace::failed, m_messages, &MessageBar::showMessage);
    connect(m_workspace, &Workspace::noticed, m_messages, &MessageBar::showMessage);
    connect(m_workspace->undoStack(), &QUndoStack::indexChanged, m_messages, [this] {
        if (!m_follower->isTelling() && !m_conflict->isTelling()) { // a step changes nothing about that
            m_messages->hide();
        }
    });
}

void MainWindow::openFile(const QString& file, const QString& ropeName, std::optional<std::int64_t> targetLength)
{
    m_follower->forget();
    m_tableToFollow.reset();
    m_tables->cancel();
    m_refusedFile.clear();
    m_openedFile = QFileInfo(file).absoluteFilePath();
    m_loader->loadFile(m_openedFile, ropeName, targetLength);
}

void MainWindow::sayFailed(const Error& error)
{
    if (!m_workspace->source()) {
        showStartPage(); // rather than empty views
    }
    const QString file = std::exchange(m_refusedFile, {});
    if (!file.isEmpty() && isHdf5File(file.toStdString())) {
        m_messages->offer(translated(error.message), tr("Show its structure"), [this, file] { (new StructureDialog(file, this))->show(); });
    } else {
        m_messages->showMessage(translated(error.message));
    }
    emit openFailed(error);
}

// A file that is not a model may be a table. If it is neither, the error is that of the model.
void MainWindow::tryAsTable(const Error& error)
{
    if (m_follower->takes(error)) {
        return;
    }
    if (const QString file = std::exchange(m_openedFile, {}); !file.isEmpty() && !m_tableToFollow) {
        m_refusedFile = file;
        m_tables->tryInstead(file, error);
    } else {
        m_tableToFollow.reset();
        sayFailed(error);
    }
}

void MainWindow::openWithItsModel(const TableFile& table)
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    const Provenance& provenance = table.table.provenance;
    const TableModel model = modelOf(provenance);
    const QString id = QString::fromStdString(rotascope::openPreset(model.source) ? model.source : model.modelId);
    const bool isOpen = source && isOfModel(provenance, *source);
    if (const QString file = isOpen ? QString() : modelFileOf(model, table.name); !file.isEmpty()) {
        openFile(file, QString::fromStdString(model.rope));
        m_tableToFollow = table;
    } else if (!isOpen && rotascope::openPreset(id.toStdString())) {
        openPreset(id);
        m_tableToFollow = table;
    } else if (source) {
        m_tables->adopt(table); // and says what it was made for, where that is another model
    } else {
        const QString name = QString::fromStdString(model.modelId.empty() ? model.source : model.modelId);
        const QString message = name.isEmpty()
            ? tr("%1: is a table that does not say for which model; expected that model to be opened first").arg(table.name)
            : tr("%1: is a table for %2, which is not found here; expected that model to be opened first").arg(table.name, name);
        sayFailed({ErrorKind::Input, message.toStdString()});
    }
}

void MainWindow::showRope(const QString& ropeName)
{
    if (ropeName.toStdString() != m_workspace->source()->ropeName && !m_workspace->switchBackTo(ropeName.toStdString())) {
        m_openedFile.clear();
        m_loader->loadRope(QString::fromStdString(m_workspace->source()->origin), ropeName);
    }
}

// What is being opened is not what is wanted any more.
void MainWindow::beginComparison()
{
    m_tableToFollow.reset();
    m_tables->cancel();
    m_refusedFile.clear();
    m_openedFile.clear();
}

// What is dropped on the second source becomes it; anywhere else a file is opened.
void MainWindow::takeDropped(const QString& file, const QWidget& place)
{
    const QWidget* at = &place;
    while (at != nullptr && qobject_cast<const OtherGroup*>(at) == nullptr) {
        at = at->parentWidget();
    }
    if (at != nullptr && m_workspace->source()) {
        compareWithFile(file);
    } else {
        openFile(file);
    }
}

void MainWindow::compareWithFile(const QString& file, const QString& ropeName)
{
    beginComparison();
    m_loader->loadOther(QFileInfo(file).absoluteFilePath(), ropeName, {m_workspace->source(), m_workspace->settings()});
}

void MainWindow::compareWithPreset(const QString& modelId)
{
    beginComparison();
    m_loader->loadOtherPreset(modelId, {m_workspace->source(), m_workspace->settings()});
}

void MainWindow::countPart(const QString& positions, const QString& sequences)
{
    const Expected<TokenChoice> choice = tokenChoiceOf(positions.toStdString(), sequences.toStdString());
    if (!choice) {
        m_workspace->refuse(translated(choice.error().message));
    } else if (choice->isAll()) {
        AnalysisSettings settings = m_workspace->settings();
        settings.part.reset();
        m_workspace->edit(settings, tr("all of the recording"));
    } else {
        beginComparison();
        m_loader->loadPart({m_workspace->source(), m_workspace->settings()}, *choice);
    }
}

void MainWindow::openPreset(const QString& modelId, std::optional<std::int64_t> targetLength)
{
    m_follower->forget();
    m_tableToFollow.reset();
    m_tables->cancel();
    m_refusedFile.clear();
    m_openedFile.clear();
    m_loader->loadPreset(modelId, targetLength);
}

void MainWindow::openLast()
{
    const std::optional<SessionKeeper::Last> last = m_sessions->takeUp();
    if (!last) {
        showStartPage();
        return;
    }
    if (last->wasLost) {
        m_startMessage = tr("Rotascope did not end as it should last time. This is your work as it was last kept.");
    }
    openFile(last->file);
}

void MainWindow::showStartPage()
{
    m_presentation->end(); // its docks are put aside as well
    m_start->show(m_workspace->source() ? nameOf(*m_workspace->source()) : QString());
    if (!m_startMessage.isEmpty()) {
        showStartMessage();
    }
}

// In a tour, another one takes its place: the user's own window opens it.
void MainWindow::openTour(const QString& file)
{
    const Expected<Tour> tour = rotascope::openTour(file);
    if (!tour) {
        m_messages->showMessage(translated(tour.error().message));
        return;
    }
    if (m_tour != nullptr) {
        m_nextTour = file;
        close();
        return;
    }
    auto* window = new MainWindow(m_workspace->engine());
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->fitTo(size());
    if (m_docks->areKept()) {
        new PreferencesLink(window->m_workspace, window->findChild<EngineMenu*>(), window);
    }
    window->takeTour(*tour, placeInTour(*tour));
    followTour(*window);
}

// One of the two windows is always there: Qt ends the program when the last one closes.
void MainWindow::followTour(MainWindow& window)
{
    connect(&window, &MainWindow::tourLeft, this, [this](const QString& nextTour) {
        show();
        m_docks->setShown(!m_start->isShown());
        activateWindow();
        if (!nextTour.isEmpty()) {
            QMetaObject::invokeMethod(
                this, [this, nextTour] { openTour(nextTour); }, Qt::QueuedConnection);
        }
    });
    window.setGeometry(geometry());
    window.setWindowState(windowState());
    window.show();
    window.fitTo(size()); // again: the height of the card is known now
    m_help->closeManual();
    m_docks->setShown(false); // those that float would stay
    hide();
    window.activateWindow();
}

TourGuide& MainWindow::takeTour(const Tour& tour, std::size_t step)
{
    m_guard->stopAsking();
    m_tour = new TourGuide(tour,
        {*this, *m_workspace, [this] { return m_loader->isBusy(); }, [this](const QString& modelId) { openPreset(modelId); },
            [this](const QString& place) { m_help->showManual(place); }},
        this);
    connect(m_tour, &TourGuide::left, this, &QWidget::close);
    showTitle();
    m_tour->begin(step);
    return *m_tour;
}

// It is asked whether that may be lost.
void MainWindow::showWorkToLose()
{
    if (hasWorkToLose()) {
        m_start->hide();
    }
}

void MainWindow::openTable(const QString& file)
{
    m_tables->load(file);
}

// Beside what is open, whatever that is.
void MainWindow::showScores(const OpenedScores& scores)
{
    m_openedFile.clear();
    m_start->hide();
    m_messages->hide();
    ScoreFiles::of(*m_workspace).add(scores);
    rememberFile(scores.file);
    auto* dock = findChild<QDockWidget*>(QStringLiteral("scores"));
    dock->show();
    dock->raise();
    emit scoresOpened(scores.file);
}

void MainWindow::askAndAdopt(const std::shared_ptr<const Analysis>& first, const std::shared_ptr<const LintReport>& report)
{
    showWorkToLose();
    m_guard->before(tr("%1 is opened").arg(nameOf(*first->source)),
        [this, first, report, state = m_loader->fileState()] { adopt(first, report, state); });
}

void MainWindow::askAndRestore(const std::shared_ptr<const RestoredSession>& restored, const QString& file)
{
    const auto goOn = [this, restored, file, state = m_loader->fileState()] { restore(restored, file, state); };
    if (file == m_sessions->file() && !m_workspace->isModified()) { // the user has asked for what is in it now
        goOn();
        return;
    }
    showWorkToLose();
    m_guard->before(tr("%1 is opened").arg(visible(QFileInfo(file).fileName())), goOn);
}

void MainWindow::adopt(
    const std::shared_ptr<const Analysis>& first, const std::shared_ptr<const LintReport>& report, const std::optional<FileState>& state)
{
    m_start->hide();
    m_sessions->setFile({}, {});
    if (m_tour == nullptr) { // of the user's own window, which waits
        Preferences::instance().useColumnsOfSession(std::nullopt);
    }
    m_workspace->adopt(first, report);
    m_follower->watch(state);
    m_workspace->setCurrentDimension(byDisturbance(*first).front()); // what the user looks for
    if (first->source->kind != SourceKind::Preset) {
        rememberFile(QString::fromStdString(first->source->origin));
    }
    showStartMessage();
    if (const std::optional<TableFile> table = std::exchange(m_tableToFollow, std::nullopt)) {
        m_tables->adopt(*table, /*withItsSettings=*/true);
    }
    emit opened();
}

void MainWindow::restore(const std::shared_ptr<const RestoredSession>& restored, const QString& file, const std::optional<FileState>& state)
{
    const std::map<std::string, std::string>& view = restored->session.view;
    const auto stateOf = [&](const char* name) {
        const auto found = view.find(name);
        return found == view.end() ? std::string() : found->second;
    };
    const bool isCopy = SessionKeeper::isCopy(file);
    m_start->hide();
    if (isCopy) {
        m_sessions->setFile(QString::fromStdString(stateOf("file")), SessionKeeper::stateIn(view));
    } else {
        m_sessions->setFile(file, restored->state);
    }
    m_workspace->adopt(restored->ropes, restored->report);
    m_follower->watch(state);
    m_workspace->setCurrentDimension(Dimension(restored->session.dimension));
    m_workspace->setNotes(fromUtf8(restored->session.notes));
    SceneList& scenes = SceneList::of(*m_workspace);
    scenes.set(restored->session.scenes);
    if (!isCopy || stateOf("modified") == "no") {
        scenes.markSaved(scenes.scenes());
        m_sessions->setInFile(m_workspace->ropes());
        m_workspace->markSaved(m_workspace->ropes(), m_workspace->notes(), !m_sessions->file().isEmpty());
    }
    restoreState(QByteArray::fromBase64(QByteArray::fromStdString(stateOf("layout"))));
    // What was never saved has no columns of its own: they are the user's, who may have changed them since.
    const bool hasColumns = view.contains("columns") && !m_sessions->file().isEmpty();
    Preferences::instance().useColumnsOfSession(
        hasColumns ? std::optional(columnsOf(QString::fromStdString(stateOf("columns")))) : std::nullopt);
    findChild<MethodComparison*>()->setOrder(ComparisonOrder::of(QString::fromStdString(stateOf("comparison_order"))));
    if (!isCopy) {
        rememberFile(file);
    }
    if (!restored->note.empty()) {
        m_startMessage = translated(restored->note);
    }
    showStartMessage();
    emit opened();
}

std::map<std::string, std::string> MainWindow::viewState() const
{
    return {{"layout", m_docks->state().toBase64().toStdString()}, {"modified", hasWorkToLose() ? "yes" : "no"},
        {"columns", textOf(Preferences::instance().columns()).toStdString()},
        {"comparison_order", findChild<MethodComparison*>()->order().text().toStdString()}};
}

// Puts it among the recent files.
void MainWindow::rememberFile(const QString& file)
{
    if (m_docks->areKept()) {
        rememberRecentFile(file);
    }
}

void MainWindow::showStartMessage()
{
    m_messages->hide();
    if (const QString message = std::exchange(m_startMessage, {}); !message.isEmpty()) {
        m_messages->showMessage(message);
    }
}

// The middle and the docks that are not behind another's tab. Those without anything that takes keys are passed over.
void MainWindow::goToPanel(int step)
{
    QList<QWidget*> panels = {centralWidget()};
    for (QDockWidget* dock : findChildren<QDockWidget*>()) {
        if (!dock->visibleRegion().isEmpty()) {
            panels << dock;
        }
    }
    const QWidget* focus = QApplication::focusWidget();
    const auto here
        = std::ranges::find_if(panels, [focus](const QWidget* panel) { return focus != nullptr && panel->isAncestorOf(focus); });
    const auto count = static_cast<int>(panels.size());
    const auto current = here == panels.end() ? (step > 0 ? -1 : count) : static_cast<int>(here - panels.begin());
    for (int i = 1; i <= count; ++i) {
        QWidget* panel = panels[((current + i * step) % count + count) % count];
        if (QWidget* first = firstTabStop(*panel)) {
            panel->activateWindow(); // it may float
            first->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

// Not into panels behind another's tab, which Qt only moves out of sight.
bool MainWindow::focusNextPrevChild(bool next)
{
    const auto isSeen = [](const QWidget* widget) {
        while (widget != nullptr && qobject_cast<const QDockWidget*>(widget) == nullptr) {
            widget = widget->parentWidget();
        }
        return widget == nullptr || !widget->visibleRegion().isEmpty();
    };
    constexpr int most = 10'000; // widgets: if none is seen, it does not go round for ever
    bool moves = QMainWindow::focusNextPrevChild(next);
    for (int i = 0; moves && i < most && !isSeen(focusWidget()); ++i) {
        moves = QMainWindow::focusNextPrevChild(next);
    }
    return moves;
}

void MainWindow::resetLayout()
{
    m_docks->reset();
}

void MainWindow::fitTo(const QSize& size)
{
    m_docks->fitTo(size);
}

void MainWindow::keepState()
{
    m_startMessage = userSettingsProblem(); // Qt tells of damage only who reads first
    new PreferencesLink(m_workspace, findChild<EngineMenu*>(), this);
    m_docks->keep();
    m_sessions->keepCopies();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    QTimer::singleShot(0, m_engineSearch, &EngineSearch::begin); // not before the window is there
}

// The tabs of docks come and go as these are moved. Their names are not cut: what has no room is scrolled to.
void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    if (auto* const tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr) {
        tabs->setElideMode(Qt::ElideNone);
        tabs->setUsesScrollButtons(true);
        connect(tabs, &QTabBar::tabBarClicked, this, [this, tabs](int tab) { m_docks->enter(tabs->tabText(tab)); });
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_presentation->end(); // what is kept of the window is as it was before
    if (ScoreRun::of(*m_workspace).isAtWork()) {
        event->ignore();
        askToEndRun();
        return;
    }
    if (hasWorkToLose() && m_tour == nullptr && !std::exchange(m_mayClose, false)) {
        event->ignore();
        showWorkToLose();
        m_guard->before(tr("the window closes"), [this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_mayClose = false;
    m_docks->save();
    m_help->closeManual();
    m_sessions->end(/*keep=*/!hasWorkToLose()); // what is modified now was discarded
    for (ExportDialog* dialog : findChildren<ExportDialog*>()) {
        dialog->done(QDialog::Rejected); // also while it writes, which ends with it; left alone it would keep the program running
    }
    for (ScoreRunDialog* dialog : findChildren<ScoreRunDialog*>()) {
        dialog->done(QDialog::Rejected);
    }
    if (m_tour != nullptr) {
        m_tour->keepPlace();
        emit tourLeft(m_nextTour);
    }
    QMainWindow::closeEvent(event);
}

// A run may have gone on for hours, and ends with the window.
void MainWindow::askToEndRun()
{
    if (findChild<QMessageBox*>(QStringLiteral("endRun")) != nullptr) {
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Rotascope"),
        tr("A model is being scored: %1. Stop that before the window closes?").arg(ScoreRun::of(*m_workspace).progressText()),
        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("endRun"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("What is measured stays in the file, and the same run goes on with what is missing."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    setManualPage(question, QStringLiteral("scores"));
    auto* end = question->addButton(tr("&Stop and close"), QMessageBox::DestructiveRole);
    end->setObjectName(QStringLiteral("stopAndClose"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(end, &QPushButton::clicked, this, [this] {
        ScoreRun::of(*m_workspace).stop();
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); // when the question is gone
    });
    question->open();
}

void MainWindow::showTitle()
{
    const QString session = m_sessions->file();
    QString name = m_tour != nullptr ? textOf(m_tour->runner().tour().title)
        : !session.isEmpty()         ? visible(QFileInfo(session).completeBaseName())
        : m_workspace->source()      ? nameOf(*m_workspace->source())
                                     : QString();
    name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); // else Qt would put its mark there
    setWindowTitle(name.isEmpty() ? tr("Rotascope") : tr("%1[*] - Rotascope").arg(name));
    showModified();
}

// What is open is in no file either where another program has changed the session's.
bool MainWindow::hasWorkToLose() const
{
    return m_workspace->isModified() || m_sessions->isFileOther();
}

// Nothing in a tour is the user's work.
void MainWindow::showModified()
{
    setWindowModified(m_tour == nullptr && hasWorkToLose());
}

} // namespace rotascope
