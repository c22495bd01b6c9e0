// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/kept_place.h"

#include "ui/plots/charts/step_chart.h"

#include <QStringList>

namespace rotascope {

QString zoomOf(const StepChart& chart)
{
    if (!chart.isZoomed()) {
        return {};
    }
    const auto [begin, end] = chart.visibleShare();
    return QStringLiteral("%1 %2").arg(begin, 0, 'g', 12).arg(end, 0, 'g', 12);
}

void zoomTo(StepChart& chart, const QString& place)
{
    const QStringList words = place.split(QLatin1Char(' '));
    bool isNumber = false;
    const double begin = words.front().toDouble(&isNumber);
    const double end = isNumber && words.size() > 1 ? words[1].toDouble(&isNumber) : 0.0;
    if (isNumber && begin >= 0.0 && begin < end && end <= 1.0) {
        chart.showShare(begin, end);
    } else {
        chart.resetZoom();
    }
}

} // namespace rotascope
