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
    const auto [height, isNew] = m_heights.try_emplace(width, 0);
    if (isNew) {
        height->second = expectedHeight(width);
    }
    height->second = std::max(height->second, known->second);
    return height->second;
}

void SteadyLabel::expect(const QStringList& texts)
{
    m_expected = texts;
    m_heights.clear();
    updateGeometry();
}

int SteadyLabel::expectedHeight(int width) const
{
    QLabel one; // in its place: this one's text must not change while it is measured
    one.setFont(font());
    one.setTextFormat(textFormat());
    one.setWordWrap(true);
    one.setMargin(margin());
    one.setContentsMargins(contentsMargins());
    int height = 0;
    for (const QString& text : m_expected) {
        one.setText(text);
        height = std::max(height, one.heightForWidth(width));
    }
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
