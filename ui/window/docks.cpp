// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/docks.h"

#include "ui/base/tab_order.h"
#include "ui/base/user_settings.h"
#include "ui/manual/help.h"
#include "ui/window/view_table.h"
#include "ui/window/whole_tabs.h"

#include <QAction>
#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QPointer>
#include <QScreen>
#include <QStyle>
#include <QTabBar>
#include <QTimer>
#include <QToolBar>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

QString geometryKey()
{
    return QStringLiteral("geometry");
}

QString docksKey()
{
    return QStringLiteral("docks");
}

} // namespace

Docks::Docks(QMainWindow& window, Workspace* workspace) : m_window(window)
{
    window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    new WholeTabs(window);
    addDocks(workspace);
    arrange(m_window.size());
}

void Docks::addDocks(Workspace* workspace)
{
    for (const View& view : views()) {
        auto* dock = new QDockWidget(view.title, &m_window);
        dock->setObjectName(QString::fromLatin1(view.id));
        dock->setWidget(view.make(workspace));
        setManualPage(dock, QString::fromLatin1(view.page));
        dock->toggleViewAction()->setToolTip(view.toolTip);
        // In front of its tabs when it comes back.
        QObject::connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool isShown) {
            if (isShown) {
                dock->raise();
                enterSoon(dock);
            }
        });
        QObject::connect(dock, &QDockWidget::topLevelChanged, dock, [dock](bool floats) {
            if (!floats) {
                dock->raise();
            }
        });
        m_docks.append(dock);
    }
}

// The usual height is that of the letters that the sizes here are made for.
double Docks::lettersScale() const
{
    constexpr double usualLine = 14.0;
    return m_window.fontMetrics().height() / usualLine;
}

// In a window that is narrow or low the chart comes first: all panels but the left one are behind each other.
bool Docks::isSmall(const QSize& size) const
{
    const double scale = lettersScale();
    return size.width() < 1480.0 * scale || size.height() < 860.0 * scale;
}

void Docks::arrange(const QSize& size)
{
    const bool isSmall = this->isSmall(size);
    for (QDockWidget* dock : m_docks) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    QDockWidget* front = nullptr; // of the lower part
    for (const View& view : views()) {
        const Qt::DockWidgetArea area = isSmall && view.area == Qt::RightDockWidgetArea ? Qt::BottomDockWidgetArea : view.area;
        const bool isBelow = area == Qt::BottomDockWidgetArea;
        QDockWidget* dock = this->dock(view.id);
        m_window.addDockWidget(area, dock);
        dock->show();
        QDockWidget* ahead = isSmall && isBelow ? front : view.tabbedWith != nullptr ? this->dock(view.tabbedWith) : nullptr;
        if (ahead != nullptr) {
            m_window.tabifyDockWidget(ahead, dock);
        }
        front = isBelow && front == nullptr ? dock : front;
    }
    for (const View& view : views()) {
        if (view.tabbedWith == nullptr) {
            dock(view.id)->raise();
        }
    }
    if (isSmall) {
        front->raise();
    }
    giveSizes(size);
}

// Of what lies below the main chart. In a small window half of it, so that its charts can be read as well, where the main chart keeps its
// room beside the texts around it.
int Docks::lowerHeight(int usual, const QSize& size) const
{
    if (!isSmall(size)) {
        return std::max(usual, size.height() / 3);
    }
    int height = size.height();
    for (const QToolBar* bar : m_window.findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        height -= bar->isHidden() ? 0 : bar->height(); // the card of a tour
    }
    constexpr int chart = 152;
    constexpr int texts = 225; // and what is around the window's views, with letters of the usual size
    constexpr int lines = 6; // of text; in some scripts they are higher than the font says
    const QFontMetrics letters = m_window.fontMetrics();
    const int line = letters.boundingRect(QRect(QPoint(), size), Qt::AlignLeft | Qt::AlignTop, views().front().title).height();
    const int beside = height - chart - static_cast<int>(texts * lettersScale()) - lines * std::max(0, line - letters.height());
    return std::max(height * 3 / 8, std::min(height / 2, beside));
}

void Docks::giveSizes(const QSize& size)
{
    for (const View& view : views()) {
        QDockWidget* dock = this->dock(view.id);
        if (view.tabbedWith != nullptr) {
            continue;
        }
        const int width = view.width != 0 ? view.width : dock->widget()->sizeHint().width();
        m_window.resizeDocks({dock}, {width}, Qt::Horizontal);
        if (view.height != 0) {
            m_window.resizeDocks({dock}, {lowerHeight(view.height, size)}, Qt::Vertical);
        }
    }
}

QDockWidget* Docks::dock(const char* id) const
{
    return m_window.findChild<QDockWidget*>(QString::fromLatin1(id));
}

QList<QAction*> Docks::toggleActions() const
{
    QList<QAction*> actions;
    for (const QDockWidget* dock : m_docks) {
        actions.append(dock->toggleViewAction());
    }
    return actions;
}

// Panels are taken out on the way. What had the focus gets it back, or what is then in front of it.
void Docks::reset()
{
    const bool isShown = !m_aside;
    const QPointer<QWidget> focus = m_window.focusWidget();
    if (focus != nullptr) {
        focus->clearFocus(); // else Qt hands it to whatever comes next
    }
    setShown(true);
    arrange(m_window.size());
    setShown(isShown);
    QTimer::singleShot(0, &m_window, [this, focus] { giveBack(focus); }); // places are known then
}

void Docks::giveBack(QWidget* focus) const
{
    if (focus == nullptr || m_window.focusWidget() != nullptr) {
        return;
    }
    const auto its = std::ranges::find_if(m_docks, [focus](const QDockWidget* dock) { return dock->isAncestorOf(focus); });
    const QString front = its == m_docks.end() ? QString() : titleInFrontOf(**its);
    if (its == m_docks.end() || front == (*its)->windowTitle()) {
        focus->setFocus(Qt::OtherFocusReason);
    } else {
        enter(front);
    }
}

// Of the docks that share its place with it, as their tabs have it: where they will be is not known before the window is laid out.
QString Docks::titleInFrontOf(const QDockWidget& dock) const
{
    for (const QTabBar* tabs : m_window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == dock.windowTitle() && tabs->currentIndex() >= 0) {
                return tabs->tabText(tabs->currentIndex());
            }
        }
    }
    return dock.windowTitle();
}

void Docks::enter(const QDockWidget& dock)
{
    if (QWidget* place = dock.isVisible() ? mainTabStop(dock) : nullptr) {
        if (dock.isFloating()) {
            place->activateWindow();
        }
        place->setFocus(Qt::OtherFocusReason);
    }
}

// What has just come to the front has no place yet.
void Docks::enterSoon(QDockWidget* dock)
{
    QTimer::singleShot(0, dock, [dock] { enter(*dock); });
}

void Docks::enter(const QString& title) const
{
    const auto found = std::ranges::find(m_docks, title, [](const QDockWidget* dock) { return dock->windowTitle(); });
    if (found != m_docks.end()) {
        enterSoon(*found);
    }
}

QByteArray Docks::state() const
{
    return m_aside ? *m_aside : m_window.saveState();
}

void Docks::setShown(bool areShown)
{
    if (areShown == !m_aside) {
        return;
    }
    if (areShown) {
        m_window.restoreState(*std::exchange(m_aside, std::nullopt));
    } else {
        m_aside = m_window.saveState();
    }
    for (QDockWidget* dock : m_docks) {
        if (!areShown) {
            dock->hide();
        }
        dock->toggleViewAction()->setEnabled(areShown);
    }
}

void Docks::keep()
{
    m_areKept = true;
    fitToScreen();
    m_window.restoreGeometry(userSetting(geometryKey()).toByteArray());
    m_window.restoreState(userSetting(docksKey()).toByteArray());
}

void Docks::fitTo(const QSize& size)
{
    arrange(size); // first: panels side by side need more than a small screen has
    m_window.layout()->activate();
    m_window.resize(size);
}

// With its frame, whose size is not known before the window is shown.
void Docks::fitToScreen()
{
    const QStyle& style = *m_window.style();
    const int frame = style.pixelMetric(QStyle::PM_MdiSubWindowFrameWidth, nullptr, &m_window);
    const int title = style.pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &m_window);
    const QRect room = m_window.screen()->availableGeometry().adjusted(frame, title + frame, -frame, -frame);
    fitTo(m_window.size().boundedTo(room.size()));
    m_window.move(m_window.screen()->availableGeometry().topLeft());
}

void Docks::save() const
{
    if (m_areKept) {
        keepUserSetting(geometryKey(), m_window.saveGeometry());
        keepUserSetting(docksKey(), state());
    }
}

} // namespace rotascope
