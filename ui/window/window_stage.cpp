// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_stage.h"

#include "core/tour/tour.h"
#include "ui/manual/manual.h"
#include "ui/tours/tour_card.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/window/view_table.h"
#include "ui/workspace/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QStyle>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

// Nothing of the tour's own card, and no button of a dialog, which may ask for a file or write one.
bool isUsable(const QWidget& control, const QWidget& window)
{
    const bool isButton = qobject_cast<const QAbstractButton*>(&control) != nullptr;
    const QWidget* at = &control;
    while (at != &window && qobject_cast<const TourCard*>(at) == nullptr && (!isButton || qobject_cast<const QDialog*>(at) == nullptr)) {
        at = at->parentWidget();
    }
    return at == &window;
}

QDockWidget* dockOf(const QMainWindow& window, const QString& id)
{
    const bool isKnown = std::ranges::any_of(views(), [&](const View& view) { return id == QLatin1String(view.id); });
    return isKnown ? window.findChild<QDockWidget*>(id) : nullptr;
}

} // namespace

WindowStage::WindowStage(Parts parts) : m_parts(std::move(parts))
{
    m_parts.window.findChild<DistributionView*>()->keepReason();
}

QWidget* WindowStage::view(const QString& id) const
{
    if (id == QStringLiteral("distribution")) {
        return m_parts.window.findChild<DistributionView*>();
    }
    return dockOf(m_parts.window, id);
}

void WindowStage::showView(const QString& id)
{
    giveRoom(id); // while the height is known of what is seen there now
    if (QDockWidget* const dock = dockOf(m_parts.window, id)) {
        dock->show();
        dock->raise();
    }
}

// A view below the distribution gets the larger part of their height, and gives it back when that is what a step is about.
void WindowStage::giveRoom(const QString& view) const
{
    QMainWindow& window = m_parts.window;
    const auto isBelow = [&](QDockWidget* dock) { return window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea && !dock->isFloating(); };
    const QList<QDockWidget*> docks = window.findChildren<QDockWidget*>();
    const auto seen = std::ranges::find_if(docks, [&](QDockWidget* dock) { return isBelow(dock) && !dock->visibleRegion().isEmpty(); });
    QDockWidget* const wanted = dockOf(window, view);
    const bool isCentre = view == QStringLiteral("distribution");
    if (seen == docks.end() || (!isCentre && (wanted == nullptr || !isBelow(wanted)))) {
        return;
    }
    const auto& distribution = *window.findChild<DistributionView*>();
    const QWidget& centre = *window.centralWidget();
    const int below = (*seen)->height();
    const int whole = below + centre.height();
    const int least = distribution.wholeHeight() + centre.height() - distribution.height();
    const int height = isCentre ? std::min(below, whole / 2) : std::min(std::max(below, whole * 2 / 3), whole - least);
    if (height != below) {
        window.resizeDocks({*seen}, {height}, Qt::Vertical);
    }
}

void WindowStage::reveal(const TourTarget& target)
{
    showView(target.dimension ? QStringLiteral("dimensions") : QString::fromStdString(target.view));
    QWidget* const widget
        = target.control.empty() ? nullptr : control(QString::fromStdString(target.view), QString::fromStdString(target.control));
    for (QWidget* parent = widget; parent != nullptr; parent = parent->parentWidget()) {
        if (auto* const dock = qobject_cast<QDockWidget*>(parent)) {
            showView(dock->objectName());
        }
        if (auto* const area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(widget);
        }
    }
}

bool WindowStage::isSeen(const QString& id) const
{
    const QWidget* const found = view(id);
    return found != nullptr && found->isVisible() && !found->visibleRegion().isEmpty();
}

QWidget* WindowStage::control(const QString& view, const QString& name) const
{
    const QWidget* const where = view.isEmpty() ? &m_parts.window : this->view(view);
    const QList<QWidget*> found = where == nullptr ? QList<QWidget*>() : where->findChildren<QWidget*>(name);
    const auto one = std::ranges::find_if(found, [this](const QWidget* widget) { return isUsable(*widget, m_parts.window); });
    return one == found.end() ? nullptr : *one;
}

QAction* WindowStage::command(const QString& id) const
{
    return m_parts.window.findChild<QAction*>(id + QStringLiteral("Action"));
}

QRect WindowStage::rectOf(const QWidget* widget, const QRect& part) const
{
    const bool isSeen
        = widget != nullptr && widget->window() == &m_parts.window && widget->isVisible() && !widget->visibleRegion().isEmpty();
    return isSeen ? QRect(widget->mapTo(&m_parts.window, part.topLeft()), part.size()) : QRect();
}

// The menu in the bar that has the command.
QRect WindowStage::menuOf(const QString& command) const
{
    const QAction* const wanted = this->command(command);
    QMenuBar* const bar = m_parts.window.menuBar();
    for (QAction* const menu : bar->actions()) {
        if (wanted != nullptr && menu->menu() != nullptr && menu->menu()->actions().contains(wanted)) {
            return rectOf(bar, bar->actionGeometry(menu));
        }
    }
    return {};
}

QRect WindowStage::placeOf(const TourTarget& target) const
{
    if (target.dimension) {
        const auto* const table = m_parts.window.findChild<DimensionTable*>();
        if (m_parts.workspace.analysis() == nullptr || *target.dimension >= m_parts.workspace.analysis()->dimensions()) {
            return {};
        }
        const QRect cell = table->visualRect(table->indexOf(Dimension(*target.dimension), 0));
        const QRect row(0, cell.top(), table->viewport()->width(), cell.height());
        return table->viewport()->rect().contains(row) ? rectOf(table->viewport(), row) : QRect();
    }
    if (!target.command.empty()) {
        return menuOf(QString::fromStdString(target.command));
    }
    const QString id = QString::fromStdString(target.view);
    const QWidget* const found = target.control.empty() ? view(id) : control(id, QString::fromStdString(target.control));
    return found == nullptr ? QRect() : rectOf(found, found->rect());
}

bool WindowStage::hasManual(const QString& place) const
{
    const ManualPage* const page = Manual::instance().page(place.section(QLatin1Char('#'), 0, 0));
    const QString section = place.section(QLatin1Char('#'), 1);
    return page != nullptr && (section.isEmpty() || page->section(section) != nullptr);
}

QList<QDialog*> WindowStage::openDialogs() const
{
    QList<QDialog*> dialogs = m_parts.window.findChildren<QDialog*>();
    dialogs.removeIf([](const QDialog* dialog) { return !dialog->isVisible(); });
    return dialogs;
}

// Below the card, and no higher than what is left of the window there, if that is enough for it.
void WindowStage::placeDialogs()
{
    const auto* const card = m_parts.window.findChild<TourCard*>();
    if (card == nullptr) {
        return;
    }
    const int top = card->mapTo(&m_parts.window, QPoint(0, card->height())).y();
    for (QDialog* const dialog : openDialogs()) {
        const int room = m_parts.window.height() - top - dialog->style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, dialog);
        dialog->resize(dialog->width(), std::max(std::min(dialog->height(), room), dialog->minimumSizeHint().height()));
        dialog->move(m_parts.window.mapToGlobal(QPoint((m_parts.window.width() - dialog->width()) / 2, top)));
    }
}

void WindowStage::closeDialogs()
{
    for (QDialog* const dialog : openDialogs()) {
        dialog->reject();
    }
}

} // namespace rotascope
