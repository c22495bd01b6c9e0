// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour_guide.h"

#include "ui/tours/tour_card.h"
#include "ui/tours/tour_frame.h"
#include "ui/tours/tour_list.h"

#include <QAction>
#include <QMainWindow>
#include <QToolBar>
#include <utility>

namespace rotascope {

TourGuide::TourGuide(Tour tour, WindowStage::Parts parts, QObject* parent)
    : QObject(parent), m_stage(std::move(parts)), m_runner(std::move(tour), m_stage), m_card(new TourCard(&m_runner, &m_stage))
{
    QMainWindow& window = m_stage.window();
    auto* bar = new QToolBar(tr("Tour"), &window);
    bar->setObjectName(QStringLiteral("tourBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->toggleViewAction()->setVisible(false); // who closes it would be left without a way on
    bar->addWidget(m_card);
    window.addToolBar(Qt::TopToolBarArea, bar);
    auto* frame = new TourFrame(&window, [this] { return m_stage.placeOf(m_runner.step().target); });
    connect(&m_runner, &TourRunner::changed, frame, &TourFrame::follow);
    connect(m_card, &TourCard::leaveRequested, this, &TourGuide::left, Qt::QueuedConnection); // when the click is over
    connect(
        &m_runner, &TourRunner::ended, this,
        [this] {
            m_isOver = true;
            emit left();
        },
        Qt::QueuedConnection);
}

void TourGuide::begin(std::size_t step)
{
    m_runner.begin(step);
    m_card->focusNext();
}

void TourGuide::keepPlace() const
{
    keepPlaceInTour(m_runner.tour(), m_isOver ? 0 : m_runner.index());
}

} // namespace rotascope
