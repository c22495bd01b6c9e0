// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presentation.h"

#include "ui/base/text.h"
#include "ui/commands/command_table.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/kept_place.h"
#include "ui/views/revealing.h"
#include "ui/window/docks.h"
#include "ui/window/figure_menu.h"
#include "ui/window/presentation_layer.h"
#include "ui/window/scene_director.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/workspace.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStatusBar>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

constexpr double letters = 1.6; // times as large as usual: read from the last row

QDockWidget* dockAround(QWidget* view)
{
    while (view != nullptr && qobject_cast<QDockWidget*>(view) == nullptr) {
        view = view->parentWidget();
    }
    return qobject_cast<QDockWidget*>(view);
}

bool isTyping()
{
    const QWidget* focus = QApplication::focusWidget();
    return qobject_cast<const QLineEdit*>(focus) != nullptr || qobject_cast<const QAbstractSpinBox*>(focus) != nullptr
        || qobject_cast<const QComboBox*>(focus) != nullptr;
}

} // namespace

Presentation::Presentation(QMainWindow& window, Docks& docks, Workspace* workspace, SceneDirector& director)
    : QObject(&window), m_window(window), m_docks(docks), m_workspace(workspace), m_director(director), m_scenes(SceneList::of(*workspace))
{
    // After the director, which shows the scene itself.
    connect(&m_scenes, &SceneList::shown, this, &Presentation::follow);
    connect(workspace, &Workspace::sourceChanged, this, &Presentation::end);
}

Presentation::~Presentation() = default;

void Presentation::start()
{
    if (isRunning() || !m_workspace->analysis()) {
        return;
    }
    m_before = {.state = m_window.windowState(),
        .geometry = m_window.geometry(),
        .font = m_window.testAttribute(Qt::WA_SetFont) ? m_window.font() : QFont(),
        .dimension = m_workspace->currentDimension(),
        .places = {},
        .view = m_director.usedView(),
        .focus = QApplication::focusWidget(),
        .barsShown = {},
        .scrolled = {}};
    for (QScrollBar* bar : m_window.findChildren<QScrollBar*>()) {
        m_before.scrolled.emplace_back(bar, bar->value());
    }
    for (FigureSource* figure : figuresOf(m_window)) {
        if (auto* kept = dynamic_cast<KeptPlace*>(figure)) {
            m_before.places[kept] = kept->place();
        }
    }
    for (QWidget* bar : std::initializer_list<QWidget*>{m_window.menuBar(), m_window.statusBar()}) {
        if (!bar->isHidden()) {
            m_before.barsShown.insert(bar);
            bar->hide();
        }
    }
    m_docks.setShown(false);
    m_layer = new PresentationLayer(&m_window);
    m_layer->setHint(tr("Page Down: on · Page Up: back · P: pointer · D: draw · C: clear · B: black · Esc: end"));
    QFont large = m_window.font();
    large.setPointSizeF(letters * large.pointSizeF());
    m_window.setFont(large);
    m_window.showFullScreen();
    m_revealed.clear();
    m_view = nullptr;
    qApp->installEventFilter(this);
    if (m_scenes.count() > 0) {
        m_scenes.show(std::max(0, m_scenes.current()));
    } else {
        m_director.setUsedView(m_before.view); // the focus left what was hidden, for other views
        follow();
    }
}

void Presentation::end()
{
    if (!isRunning()) {
        return;
    }
    qApp->removeEventFilter(this);
    m_layer->setHint({});
    delete std::exchange(m_layer, nullptr);
    showOnly(nullptr);
    m_window.setFont(m_before.font);
    m_window.centralWidget()->show();
    m_docks.setShown(true);
    for (QWidget* bar : std::as_const(m_before.barsShown)) {
        bar->show();
    }
    m_window.setWindowState(m_before.state);
    if ((m_before.state & (Qt::WindowMaximized | Qt::WindowFullScreen)) == 0) {
        m_window.setGeometry(m_before.geometry); // not every desktop does it itself
    }
    const auto& analysis = m_workspace->analysis();
    if (analysis && m_before.dimension < analysis->dimensions()) {
        m_workspace->setCurrentDimension(Dimension(m_before.dimension));
    }
    for (const auto& [view, place] : m_before.places) {
        view->goToPlace(place);
    }
    m_director.setUsedView(m_before.view);
    if (m_before.focus != nullptr) {
        m_before.focus->setFocus();
    }
    scrollBack();
}

// What is shown again is laid out a moment later, and once more where the desktop makes the window smaller only then.
void Presentation::scrollBack()
{
    constexpr int moment = 500; // ms
    auto* keeper = new QObject(this);
    for (const auto& [bar, value] : std::exchange(m_before.scrolled, {})) {
        if (bar != nullptr) {
            const auto back = [bar = bar.data(), value = value] { bar->setValue(value); };
            connect(bar, &QScrollBar::rangeChanged, keeper, back);
            back();
        }
    }
    QTimer::singleShot(moment, keeper, &QObject::deleteLater);
}

// ---- What is shown

void Presentation::follow()
{
    if (!isRunning()) {
        return;
    }
    m_layer->clear();
    showOnly(m_director.usedView());
}

// A view whose curves the listeners have seen comes whole from then on.
void Presentation::showOnly(QWidget* view)
{
    if (m_view != nullptr && m_view != view) {
        if (auto* revealing = dynamic_cast<Revealing*>(m_view)) {
            revealing->reveal(revealing->steps());
        }
        if (QDockWidget* dock = dockAround(m_view)) {
            dock->setTitleBarWidget(nullptr);
            dock->hide();
        }
    }
    const bool isNew = m_view != view;
    m_view = view;
    if (view == nullptr) {
        return;
    }
    QDockWidget* dock = dockAround(view);
    m_window.centralWidget()->setVisible(dock == nullptr); // the distribution
    if (dock != nullptr) {
        dock->setTitleBarWidget(new QWidget(dock)); // none
        dock->show();
    }
    view->setFocus();
    const auto* revealing = dynamic_cast<const Revealing*>(view);
    if (revealing != nullptr && isNew) {
        reveal(m_revealed.contains(view) ? revealing->steps() : 1);
    }
    m_layer->raise();
}

void Presentation::reveal(int steps)
{
    auto* revealing = dynamic_cast<Revealing*>(m_view);
    m_steps = steps;
    revealing->reveal(steps);
    if (steps == revealing->steps()) {
        m_revealed.insert(m_view);
    }
}

void Presentation::on()
{
    if (const auto* revealing = dynamic_cast<const Revealing*>(m_view); revealing != nullptr && m_steps < revealing->steps()) {
        reveal(m_steps + 1);
    } else {
        m_scenes.step(1);
    }
}

void Presentation::back()
{
    const bool isWhole = m_revealed.contains(m_view);
    if (dynamic_cast<const Revealing*>(m_view) != nullptr && !isWhole && m_steps > 1) {
        reveal(m_steps - 1);
    } else {
        m_scenes.step(-1);
    }
}

// ---- Keys and the mouse

// What a view itself does with a key stays, but for those of remote controls.
bool Presentation::takesKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Escape:
        return true;
    case Qt::Key_P:
    case Qt::Key_D:
    case Qt::Key_C:
    case Qt::Key_B:
    case Qt::Key_Period:
        return event.modifiers() == Qt::NoModifier && !isTyping();
    default:
        return false;
    }
}

void Presentation::press(const QKeyEvent& event)
{
    m_layer->setHint({});
    switch (event.key()) {
    case Qt::Key_PageDown:
        on();
        break;
    case Qt::Key_PageUp:
        back();
        break;
    case Qt::Key_Escape:
        end();
        break;
    case Qt::Key_P:
        m_layer->setPointing(!m_layer->isPointing());
        break;
    case Qt::Key_D:
        m_layer->setDrawing(!m_layer->isDrawing());
        break;
    case Qt::Key_C:
        m_layer->clear();
        break;
    default:
        m_layer->setBlack(!m_layer->isBlack());
        break;
    }
}

// The keys of other commands do nothing while the menus are hidden: how one gets to them.
void Presentation::explain(const QKeyEvent& event)
{
    if (const Command* command = commandOfKey(KeyScope::Window, event.keyCombination())) {
        m_layer->setHint(tr("Not in a presentation: %1 · Esc: end").arg(withoutKeyMark(command->text)));
    }
}

// A key comes to whatever has the focus, then to what holds that. Dialogs that are open over the window keep theirs.
bool Presentation::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (widget == nullptr || widget->window() != &m_window || QApplication::activePopupWidget() != nullptr) {
        return QObject::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (takesKey(*static_cast<QKeyEvent*>(event))) {
            event->accept(); // it comes as a key, not as a command
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (takesKey(*static_cast<QKeyEvent*>(event))) {
            press(*static_cast<QKeyEvent*>(event));
            return true;
        }
        if (watched == &m_window) { // no view takes it
            explain(*static_cast<QKeyEvent*>(event));
        }
        break;
    case QEvent::MouseMove:
        m_layer->pointAt(m_window.mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition()));
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
