// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/angle_unit.h"

#include "ui/base/number_text.h"

#include <QCoreApplication>
#include <numbers>

namespace rotascope {
namespace {

class UnitTexts {
    Q_DECLARE_TR_FUNCTIONS(AngleUnit)
};

} // namespace

const AngleUnitInfo& infoOf(AngleUnit unit)
{
    static const std::array<AngleUnitInfo, allAngleUnits.size()> all = {{
        {360.0, 1.0, QStringLiteral("°"), {0.5, 1, 2, 5, 10, 15, 30, 45, 60, 90, 180}},
        {2 * std::numbers::pi, std::numbers::pi, QStringLiteral("π"), {}},
        {1.0, 1.0, {}, {}},
    }};
    return all[static_cast<std::size_t>(unit)];
}

QString nameOf(AngleUnit unit)
{
    switch (unit) {
    case AngleUnit::Radians:
        return UnitTexts::tr("radians");
    case AngleUnit::Turns:
        return UnitTexts::tr("turns");
    case AngleUnit::Degrees:
        break;
    }
    return UnitTexts::tr("degrees");
}

QString angleText(double share, AngleUnit unit)
{
    const AngleUnitInfo& info = infoOf(unit);
    return digitsText(share * info.turn / info.labelUnit, 5) + info.suffix;
}

} // namespace rotascope
