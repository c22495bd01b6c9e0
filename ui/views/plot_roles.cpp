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

Mark markOf(PlotRole role)
{
    switch (role) {
    case PlotRole::Before:
        return {};
    case PlotRole::Extrapolation:
        return {Mark::Shape::Triangle};
    case PlotRole::Interpolation:
        return {Mark::Shape::TriangleDown};
    case PlotRole::Chosen:
        break;
    }
    return {Mark::Shape::Circle};
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
        items.push_back({nameOf(role), colorOf(role, palette), {}, true, markOf(role)});
    }
    return items;
}

} // namespace rotascope
