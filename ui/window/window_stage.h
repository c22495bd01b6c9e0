// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tours/tour_stage.h"

#include <QList>
#include <functional>

class QDialog;
class QMainWindow;

namespace rotascope {

/// The window as a tour sees it.
class WindowStage final : public TourStage {
public:
    /// What of the window it cannot find itself.
    struct Parts {
        QMainWindow& window;
        Workspace& workspace;
        std::function<bool()> isOpening;
        std::function<void(const QString& modelId)> openPreset;
        std::function<void(const QString& place)> showManual;
    };
    explicit WindowStage(Parts parts);

    [[nodiscard]] QMainWindow& window() const { return m_parts.window; }
    [[nodiscard]] Workspace& workspace() override { return m_parts.workspace; }
    [[nodiscard]] bool isOpening() const override { return m_parts.isOpening(); }
    void openPreset(const QString& modelId) override { m_parts.openPreset(modelId); }
    [[nodiscard]] QWidget* view(const QString& id) const override;
    void showView(const QString& id) override;
    void reveal(const TourTarget& target) override;
    [[nodiscard]] bool isSeen(const QString& id) const override;
    [[nodiscard]] QWidget* control(const QString& view, const QString& name) const override;
    [[nodiscard]] QAction* command(const QString& id) const override;
    [[nodiscard]] QRect placeOf(const TourTarget& target) const override;
    [[nodiscard]] bool hasManual(const QString& place) const override;
    void showManual(const QString& place) override { m_parts.showManual(place); }
    void placeDialogs() override;
    void closeDialogs() override;

private:
    [[nodiscard]] QRect rectOf(const QWidget* widget, const QRect& part) const;
    [[nodiscard]] QList<QDialog*> openDialogs() const;
    void giveRoom(const QString& view) const;
    [[nodiscard]] QRect menuOf(const QString& command) const;

    Parts m_parts;
};

} // namespace rotascope
