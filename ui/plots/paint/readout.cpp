// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/readout.h"

#include "ui/base/colours.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr int gap = 6; // logical pixels between things

} // namespace

QString toolTipText(const Readout& readout)
{
    QString text = QStringLiteral("<b>%1</b>").arg(readout.title.toHtmlEscaped());
    for (const Readout::Line& line : readout.lines) {
        text += QStringLiteral("<br>%1: %2 %3").arg(line.name.toHtmlEscaped(), line.value.toHtmlEscaped(), line.detail.toHtmlEscaped());
    }
    return text;
}

void paintReadout(QPainter& painter, const Readout& readout, const QPointF& cursor, const QWidget& widget)
{
    const QFontMetrics metrics(widget.font());
    QFont bold = widget.font();
    bold.setBold(true);
    constexpr int padding = 8;
    constexpr int swatch = 10;
    int names = 0;
    int values = 0;
    int details = 0;
    for (const Readout::Line& line : readout.lines) {
        names = std::max(names, metrics.horizontalAdvance(line.name));
        values = std::max(values, metrics.horizontalAdvance(line.value));
        details = std::max(details, metrics.horizontalAdvance(line.detail));
    }
    const int columns = swatch + gap + names + 2 * gap + values + (details > 0 ? 2 * gap + details : 0);
    const int width = std::max(QFontMetrics(bold).horizontalAdvance(readout.title), columns) + 2 * padding;
    const int lineHeight = metrics.height() + 2;
    const int height = lineHeight * static_cast<int>(readout.lines.size() + 1) + 2 * padding - 2;

    // Beside the cursor, on the side that has room.
    double x = cursor.x() + 2 * padding;
    if (x + width > widget.width()) {
        x = cursor.x() - 2 * padding - width;
    }
    const double y = std::clamp(cursor.y() - height / 2.0, 1.0, std::max(1.0, widget.height() - height - 2.0));
    const QRectF box = QRectF(std::round(std::max(0.0, x)), std::round(y), width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(withAlpha(widget.palette().color(QPalette::ToolTipText), 0.4));
    painter.setBrush(widget.palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(box.translated(0.5, 0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);

    painter.setPen(widget.palette().color(QPalette::ToolTipText));
    painter.setFont(bold);
    QRectF line(box.left() + padding, box.top() + padding, width - 2 * padding, metrics.height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, readout.title);
    painter.setFont(widget.font());
    for (const Readout::Line& entry : readout.lines) {
        line.translate(0, lineHeight);
        const QRectF square(line.left(), std::round(line.center().y() - swatch / 2.0), swatch, swatch);
        if (entry.mark.shape == Mark::Shape::None) {
            painter.fillRect(square, withAlpha(widget.palette().color(QPalette::ToolTipText), 0.35)); // an edge for bright colours
            painter.fillRect(square.adjusted(1, 1, -1, -1), entry.color);
        } else {
            paintCurveMark(painter, square.center(), entry.mark, entry.color, widget.palette().color(QPalette::ToolTipBase));
        }
        painter.drawText(line.adjusted(swatch + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        painter.drawText(line.adjusted(0, 0, details > 0 ? -(2 * gap + details) : 0, 0), Qt::AlignRight | Qt::AlignVCenter, entry.value);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, entry.detail);
    }
}

} // namespace rotascope
