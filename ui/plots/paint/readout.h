// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/mark.h"

#include <QColor>
#include <QPointF>
#include <QString>
#include <vector>

class QPainter;
class QWidget;

namespace rotascope {

/// What a plot says about the place under the cursor.
struct Readout {
    struct Line {
        QColor color;
        QString name;
        QString value;
        QString detail; ///< a second column; may be empty
        Mark mark = {}; ///< that of its curve; none: a box of its colour
    };
    QString title;
    std::vector<Line> lines;
};

/// How it is shown.
enum class ReadoutStyle {
    Box, ///< at once, painted beside the cursor
    ToolTip ///< after a moment, in a window of its own: for plots that are too narrow for a box
};

/// The read-out as the text of a tool tip.
QString toolTipText(const Readout& readout);

/// Paints a read-out as a box beside `cursor`, on the side that has room within `widget`, in that widget's font and palette.
void paintReadout(QPainter& painter, const Readout& readout, const QPointF& cursor, const QWidget& widget);

} // namespace rotascope
