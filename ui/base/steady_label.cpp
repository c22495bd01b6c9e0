// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/steady_label.h"

#include <QEvent>
#include <algorithm>

namespace rotascope {

SteadyLabel::SteadyLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int SteadyLabel::heightForWidth(int width) const
{
    constexpr std::size_t widths = 100; // a window that is being resized passes many
    if (m_askedText != text() || m_ofText.size() >= widths) {
        m_askedText = text();
        m_ofText.clear();
    }
    auto known = m_ofText.find(width);
    if (known == m_ofText.end()) {
        known = m_ofText.emplace(width, QLabel::heightForWidth(width)).first;
    }
    if (m_heights.size() >= widths) {
        m_heights.clear();
    }
    int& height = m_heights[width];
    height = std::max(height, known->second);
    return height;
}

void SteadyLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        m_heights.clear();
        m_ofText.clear();
    }
    QLabel::changeEvent(event);
}

} // namespace rotascope
