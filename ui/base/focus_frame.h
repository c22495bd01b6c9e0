// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPalette>
#include <QRectF>

namespace rotascope {

/// The sign that a widget which is painted by hand has the focus: a frame within `area`, two pixels wide, so that it is seen without its
/// colour.
inline void paintFocusFrame(QPainter& painter, const QRectF& area, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(palette.color(QPalette::Highlight), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(1, 1, -1, -1));
    painter.restore();
}

} // namespace rotascope
