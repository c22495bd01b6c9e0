// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QAction;
class QWidget;

namespace rotascope {

class Workspace;
struct TourTarget;

/// The window that a tour goes through, as far as a tour has to know it.
class TourStage {
public:
    virtual ~TourStage() = default;

    [[nodiscard]] virtual Workspace& workspace() = 0;
    /// Whether a source is being opened.
    [[nodiscard]] virtual bool isOpening() const = 0;
    virtual void openPreset(const QString& modelId) = 0;
    /// The view with this id; null: there is none.
    [[nodiscard]] virtual QWidget* view(const QString& id) const = 0;
    /// Brings it to the front, and gives it the larger part of the height that it shares with others.
    virtual void showView(const QString& id) = 0;
    /// Lets what a step points to be seen, where that is in the window.
    virtual void reveal(const TourTarget& target) = 0;
    /// Whether it can be seen, all of it or a part.
    [[nodiscard]] virtual bool isSeen(const QString& id) const = 0;
    /// A field or a button, in this view, or anywhere where that is empty; of a dialog a field alone; null: there is none.
    [[nodiscard]] virtual QWidget* control(const QString& view, const QString& name) const = 0;
    /// The command with this id; null: there is none.
    [[nodiscard]] virtual QAction* command(const QString& id) const = 0;
    /// Where a target is, in the window; empty where it cannot be seen.
    [[nodiscard]] virtual QRect placeOf(const TourTarget& target) const = 0;
    /// Whether the manual has this page and section: "clock#reading".
    [[nodiscard]] virtual bool hasManual(const QString& place) const = 0;
    virtual void showManual(const QString& place) = 0;
    /// Moves dialogs that commands have opened to where what the tour says can be read.
    virtual void placeDialogs() = 0;
    /// Closes them.
    virtual void closeDialogs() = 0;

protected:
    TourStage() = default;
    TourStage(const TourStage&) = default;
    TourStage& operator=(const TourStage&) = default;
};

} // namespace rotascope
