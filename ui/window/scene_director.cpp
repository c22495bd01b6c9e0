// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/scene_director.h"

#include "core/error.h"
#include "ui/base/file_places.h"
#include "ui/base/text.h"
#include "ui/commands/save_name.h"
#include "ui/headless/handout_writer.h"
#include "ui/panels/scenes_panel.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/curves_view.h"
#include "ui/views/distribution_view.h"
#include "ui/views/kept_place.h"
#include "ui/window/figure_menu.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QProgressDialog>
#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace rotascope {
namespace {

constexpr std::chrono::milliseconds betweenLooks{30};

} // namespace

SceneDirector::SceneDirector(QMainWindow& window, Workspace* workspace, std::function<void(const QString&)> say)
    : QObject(&window), m_window(window), m_workspace(workspace), m_scenes(SceneList::of(*workspace)), m_say(std::move(say)),
      m_used(window.findChild<DistributionView*>()), m_writer(new HandoutWriter(this))
{
    connect(&m_scenes, &SceneList::shown, this, [this](int index) { show(m_scenes.scenes()[static_cast<std::size_t>(index)]); });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) { noteUse(now); });
    m_look.setInterval(betweenLooks);
    connect(&m_look, &QTimer::timeout, this, &SceneDirector::look);
    connect(m_writer, &HandoutWriter::progressed, this, [this](int drawn, int total) {
        if (m_progress != nullptr) {
            m_progress->setMaximum(m_scenes.count() + total);
            m_progress->setValue(m_scenes.count() + drawn);
        }
    });
    connect(m_writer, &HandoutWriter::written, this, [this] {
        endHandout({});
        noteSaved(&m_window, m_file);
    });
    connect(m_writer, &HandoutWriter::failed, this,
        [this](const Error& error) { endHandout(error.kind == ErrorKind::Stopped ? QString() : translated(error.message)); });
    auto* panel = window.findChild<ScenesPanel*>();
    std::vector<std::pair<QString, QString>> views;
    for (const FigureSource* figure : figures()) {
        const auto* curves = dynamic_cast<const CurvesView*>(figure);
        if (curves == nullptr) {
            views.emplace_back(figure->figureId(), figure->figureName());
        } else {
            views.emplace_back(QStringLiteral("factors"), tr("Curves: factors"));
            views.emplace_back(QStringLiteral("wavelengths"), tr("Curves: wavelengths"));
            views.emplace_back(QStringLiteral("decay"), tr("Curves: decay"));
        }
    }
    panel->setViews(views);
    connect(panel, &ScenesPanel::addRequested, this, &SceneDirector::add);
    connect(panel, &ScenesPanel::updateRequested, this, &SceneDirector::update);
}

std::vector<FigureSource*> SceneDirector::figures() const
{
    return figuresOf(m_window);
}

FigureSource* SceneDirector::figureOf(const std::string& view) const
{
    const QString id = fromUtf8(view);
    const bool isCurves = CurvesView::kindOf(id).has_value();
    for (FigureSource* figure : figures()) {
        if (isCurves ? dynamic_cast<CurvesView*>(figure) != nullptr : figure->figureId() == id) {
            return figure;
        }
    }
    return nullptr;
}

// The table of dimensions is used to choose what another view shows, so it does not count.
void SceneDirector::noteUse(const QObject* widget)
{
    for (const QObject* at = widget; at != nullptr; at = at->parent()) {
        const auto all = figures();
        const auto found = std::ranges::find_if(all, [&](FigureSource* figure) { return dynamic_cast<QWidget*>(figure) == at; });
        if (found != all.end() && (*found)->figureId() != QStringLiteral("dimensions")) {
            m_used = *found;
            return;
        }
    }
}

SessionScene SceneDirector::seenNow() const
{
    const auto* widget = dynamic_cast<const QWidget*>(m_used);
    const bool isSeen = widget != nullptr && widget->isVisible() && !widget->visibleRegion().isEmpty();
    const FigureSource* figure = isSeen ? m_used : m_window.findChild<DistributionView*>();
    const Dimension dimension = m_workspace->currentDimension();
    SessionScene scene{.name = tr("%1 · dimension %2").arg(figure->figureName()).arg(dimension.row()).toStdString(),
        .note = {},
        .view = figure->figureId().toStdString(),
        .dimension = dimension,
        .state = {}};
    if (const auto* kept = dynamic_cast<const KeptPlace*>(figure); kept != nullptr && !kept->place().isEmpty()) {
        scene.state[scene.view] = kept->place().toStdString();
    }
    return scene;
}

QWidget* SceneDirector::usedView() const
{
    return dynamic_cast<QWidget*>(m_used);
}

void SceneDirector::setUsedView(QWidget* view)
{
    m_used = dynamic_cast<FigureSource*>(view);
}

void SceneDirector::add()
{
    if (m_workspace->analysis()) {
        m_scenes.add(seenNow());
    }
}

void SceneDirector::update()
{
    if (m_scenes.current() < 0 || !m_workspace->analysis()) {
        return;
    }
    const SessionScene& old = m_scenes.scenes()[static_cast<std::size_t>(m_scenes.current())];
    SessionScene scene = seenNow();
    scene.name = old.name;
    scene.note = old.note;
    m_scenes.replace(m_scenes.current(), std::move(scene));
}

void SceneDirector::showInFront(FigureSource& figure)
{
    for (auto* at = dynamic_cast<QWidget*>(&figure); at != nullptr; at = at->parentWidget()) {
        if (auto* dock = qobject_cast<QDockWidget*>(at)) {
            dock->show();
            dock->raise();
        }
    }
}

// What a scene names and the window has not is passed over: it may be of another program.
void SceneDirector::show(const SessionScene& scene)
{
    const auto& analysis = m_workspace->analysis();
    if (!analysis) {
        return;
    }
    if (scene.dimension < analysis->dimensions()) {
        m_workspace->setCurrentDimension(Dimension(scene.dimension));
    }
    FigureSource* figure = figureOf(scene.view);
    if (figure == nullptr) {
        return;
    }
    m_used = figure;
    if (auto* curves = dynamic_cast<CurvesView*>(figure)) {
        curves->setKind(*CurvesView::kindOf(fromUtf8(scene.view)));
    }
    showInFront(*figure);
    if (auto* kept = dynamic_cast<KeptPlace*>(figure)) {
        const auto state = scene.state.find(scene.view);
        kept->goToPlace(state == scene.state.end() ? QString() : fromUtf8(state->second));
    }
}

// ---- The handout

void SceneDirector::askForHandout()
{
    const QString pdf = tr("PDF, a page for each scene (*.pdf)");
    const QString html = tr("HTML, one file with its pictures (*.html)");
    QString chosen = pdf;
    QString file
        = askWhereToSave(&m_window, tr("Export handout"), QStringLiteral("handout.pdf"), pdf + QStringLiteral(";;") + html, &chosen);
    if (file.isEmpty()) {
        return;
    }
    if (const QString suffix = QFileInfo(file).suffix().toLower(); suffix != QStringLiteral("pdf") && suffix != QStringLiteral("html")) {
        const std::optional<QString> whole = withSuffix(file, chosen == html ? QStringLiteral("html") : QStringLiteral("pdf"), m_say);
        if (!whole) {
            return;
        }
        file = *whole;
    }
    writeHandout(file);
}

void SceneDirector::writeHandout(const QString& file)
{
    if (m_look.isActive() || m_writer->isBusy() || m_scenes.count() == 0 || !m_workspace->analysis()) {
        return;
    }
    if (const Expected<void> right = checkReportFile(*m_workspace->source(), file); !right) {
        m_say(translated(right.error().message));
        return;
    }
    m_content = reportOf(m_workspace->analysis());
    m_file = file;
    m_next = 0;
    m_before = seenNow();
    m_progress = new QProgressDialog(tr("Drawing the scenes…"), tr("Stop"), 0, 2 * m_scenes.count(), &m_window);
    m_progress->setObjectName(QStringLiteral("handoutProgress"));
    m_progress->setWindowTitle(tr("Export handout"));
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    m_progress->setMinimumDuration(0);
    connect(m_progress, &QProgressDialog::canceled, this, &SceneDirector::stopHandout);
    m_progress->show();
    show(m_scenes.scenes().front());
    m_look.start();
}

// A view computes while it is seen, so each scene is shown until its picture is there.
void SceneDirector::look()
{
    const std::vector<SessionScene>& scenes = m_scenes.scenes();
    if (m_next >= scenes.size()) {
        endHandout({});
        return;
    }
    const SessionScene& scene = scenes[m_next];
    if (const FigureSource* figure = figureOf(scene.view)) {
        const auto* widget = dynamic_cast<const QWidget*>(figure);
        if (widget->visibleRegion().isEmpty() || !figure->isSettled()) {
            return;
        }
        addScene(m_content, scene, figure->figure());
    }
    ++m_next;
    m_progress->setValue(static_cast<int>(m_next));
    if (m_next < scenes.size()) {
        show(scenes[m_next]);
        return;
    }
    m_look.stop();
    m_writer->start(std::exchange(m_content, {}), m_file);
}

void SceneDirector::stopHandout()
{
    if (m_writer->isBusy()) {
        m_writer->stop();
    } else {
        endHandout({});
    }
}

void SceneDirector::endHandout(const QString& message)
{
    m_look.stop();
    m_content = {};
    if (m_progress != nullptr) {
        m_progress->disconnect(this);
        m_progress->close();
    }
    show(m_before);
    if (!message.isEmpty()) {
        m_say(message);
    }
}

} // namespace rotascope
