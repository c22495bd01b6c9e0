// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/plot_roles.h"

#include <QCoreApplication>

namespace rotascope {

QString nameOf(PlotRole role)
{
    switch (role) {
    case PlotRole::Before:
        return QCoreApplication::translate("rotascope::PlotRole", "Before");
    case PlotRole::Extrapolation:
        return QCoreApplication::translate("rotascope::PlotRole", "Extrapolation");
    case PlotRole::Interpolation:
        return QCoreApplication::translate("rotascope::PlotRole", "Interpolation");
    case PlotRole::Chosen:
        break;
    }
    return QCoreApplication::translate("rotascope::PlotRole", "Chosen");
}

const TableAnalysis& tableOf(PlotRole role, const Analysis& analysis)
{
    return role == PlotRole::Extrapolation ? *analysis.extrapolation
        : role == PlotRole::Interpolation  ? *analysis.interpolation
                                           : *analysis.chosen;
}

QList<LegendItem> legendItems(std::span<const PlotRole> roles, const QPalette& palette)
{
    QList<LegendItem> items;
    for (const PlotRole role : roles) {
        items.push_back({nameOf(role), colorOf(role, palette), {}, true});
    }
    return items;
}

} // namespace rotascope
