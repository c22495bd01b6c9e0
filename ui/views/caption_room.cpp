// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/caption_room.h"

#include <QEvent>
#include <QLabel>
#include <QWidget>
#include <algorithm>

namespace rotascope {

CaptionRoom::CaptionRoom(QWidget* plot, QLabel* caption) : QObject(plot), m_plot(plot), m_caption(caption)
{
    plot->installEventFilter(this);
}

// The text comes and goes with the height that the plot has, or would have beside it, so that it does not flicker.
bool CaptionRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::Resize) {
        const int least = 12 * m_plot->fontMetrics().lineSpacing();
        const int needed = m_caption->isHidden() ? std::max(m_caption->heightForWidth(m_plot->width()), m_caption->sizeHint().height()) : 0;
        m_caption->setVisible(m_plot->height() - needed >= least);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
