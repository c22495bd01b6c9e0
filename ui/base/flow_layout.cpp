// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/flow_layout.h"

#include <algorithm>

namespace rotascope {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) { }

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        const QSize hint = item->sizeHint();
        size = {size.width() + hint.width() + (size.isEmpty() ? 0 : spacing()), std::max(size.height(), hint.height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect& area, bool moves) const
{
    QPoint at = area.topLeft();
    int lineHeight = 0;
    for (QLayoutItem* item : m_items) {
        const QSize hint = item->sizeHint();
        if (at.x() > area.left() && at.x() + hint.width() > area.left() + area.width()) {
            at = {area.left(), at.y() + lineHeight};
            lineHeight = 0;
        }
        if (moves) {
            item->setGeometry({at, QSize(std::min(hint.width(), area.width()), hint.height())});
        }
        at.rx() += hint.width() + spacing();
        lineHeight = std::max(lineHeight, hint.height());
    }
    return at.y() + lineHeight - area.top();
}

} // namespace rotascope
