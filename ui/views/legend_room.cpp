// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/legend_room.h"

#include "ui/plots/legend_bar.h"

#include <QEvent>
#include <QWidget>
#include <algorithm>

namespace rotascope {

LegendRoom::LegendRoom(QWidget* view, LegendBar* legend) : QObject(view), m_view(view), m_legend(legend)
{
    view->installEventFilter(this);
}

bool LegendRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::Resize) {
        constexpr int linesForEach = 8; // of the view
        m_legend->setMostRows(std::clamp(m_view->height() / m_view->fontMetrics().lineSpacing() / linesForEach, 1, 3));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
