// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tour/tour.h"
#include "ui/tours/tour_runner.h"
#include "ui/window/window_stage.h"

#include <QObject>
#include <cstddef>

namespace rotascope {

class TourCard;

/// A tour in a window: the card above its views, the frame around what a step points to, and where the user left it.
class TourGuide : public QObject {
    Q_OBJECT

public:
    TourGuide(Tour tour, WindowStage::Parts parts, QObject* parent);

    void begin(std::size_t step);
    [[nodiscard]] TourRunner& runner() { return m_runner; }
    [[nodiscard]] const WindowStage& stage() const { return m_stage; }
    /// Remembers the step, so that the tour goes on there next time.
    void keepPlace() const;

signals:
    /// The user leaves it, or has finished it.
    void left();

private:
    WindowStage m_stage;
    TourRunner m_runner;
    TourCard* m_card;
    bool m_isOver = false;
};

} // namespace rotascope
