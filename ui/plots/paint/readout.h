// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <vector>

class QPainter;
class QWidget;

namespace rotascope {

/// What is shown beside the cursor.
struct Readout {
    struct Line {
        QColor color;
        QString name;
        QString value;
        QString detail; ///< a second column; may be empty
    };
    QString title;
    std::vector<Line> lines;
};

/// Paints a read-out as a box beside `cursor`, on the side that has room within `widget`, in that widget's font and palette.
void paintReadout(QPainter& painter, const Readout& readout, const QPointF& cursor, const QWidget& widget);

} // namespace rotascope
