// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/chart_cursors.h"

#include <QCoreApplication>
#include <QToolButton>
#include <cmath>

namespace rotascope {
namespace {

class ChartCursors {
    Q_DECLARE_TR_FUNCTIONS(ChartCursors)
};

} // namespace

QToolButton* makeCursorButton(StepChart* chart)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("cursors"));
    button->setText(ChartCursors::tr("A|B"));
    button->setCheckable(true);
    button->setToolTip(ChartCursors::tr("Two cursors, to compare two places: drag them, or press A and B in the chart"));
    button->setAccessibleName(ChartCursors::tr("Cursors A and B"));
    QObject::connect(button, &QToolButton::clicked, chart, [chart](bool on) { chart->showCursors(on); });
    QObject::connect(chart, &StepChart::cursorsChanged, button, [chart, button] { button->setChecked(chart->cursors().has_value()); });
    return button;
}

Readout cursorReadout(const StepChart& chart, const StepChart::Cursors& at, const QString& title, QString (*text)(double))
{
    Readout readout;
    readout.title = title;
    for (const StepCurve& curve : chart.curves()) {
        if (!curve.visible) {
            continue;
        }
        const double a = curve.values[static_cast<std::size_t>(at[0])];
        const double b = curve.values[static_cast<std::size_t>(at[1])];
        const QString sign = b > a ? QStringLiteral("+") : b < a ? QStringLiteral("−") : QString();
        readout.lines.push_back({curve.color, curve.name, ChartCursors::tr("%1 → %2").arg(text(a), text(b)),
            ChartCursors::tr("Δ %1").arg(sign + text(std::abs(b - a))), curve.mark});
    }
    return readout;
}

} // namespace rotascope
