// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/color_maps.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rotascope {
namespace {

class MapTexts {
    Q_DECLARE_TR_FUNCTIONS(MapColors)
};

} // namespace

std::vector<QColor> pointsOf(MapColors colors)
{
    switch (colors) {
    case MapColors::Cividis:
        return {QColor(0x00, 0x22, 0x4e), QColor(0x12, 0x35, 0x70), QColor(0x3c, 0x4a, 0x6c), QColor(0x57, 0x5d, 0x6d),
            QColor(0x70, 0x71, 0x73), QColor(0x8a, 0x86, 0x78), QColor(0xa5, 0x9c, 0x74), QColor(0xc2, 0xb3, 0x69),
            QColor(0xe1, 0xcc, 0x55), QColor(0xfe, 0xe8, 0x38)};
    case MapColors::Grey:
        return {QColor(0x14, 0x14, 0x14), QColor(0xf2, 0xf2, 0xf2)};
    case MapColors::Viridis:
        break;
    }
    return {QColor(0x44, 0x01, 0x54), QColor(0x48, 0x28, 0x78), QColor(0x3e, 0x4a, 0x89), QColor(0x31, 0x68, 0x8e),
        QColor(0x26, 0x82, 0x8e), QColor(0x1f, 0x9e, 0x89), QColor(0x35, 0xb7, 0x79), QColor(0x6e, 0xce, 0x58), QColor(0xb5, 0xde, 0x2b),
        QColor(0xfd, 0xe7, 0x25)};
}

QRgb colorBetween(const std::vector<QColor>& points, double position)
{
    const double at = position * static_cast<double>(points.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(at), points.size() - 2);
    const double share = at - static_cast<double>(first);
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    const QColor& a = points[first];
    const QColor& b = points[first + 1];
    return qRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

QString nameOf(MapColors colors)
{
    switch (colors) {
    case MapColors::Cividis:
        return MapTexts::tr("Cividis: blue to yellow, nearly the same to all eyes");
    case MapColors::Grey:
        return MapTexts::tr("Grey: black to white");
    case MapColors::Viridis:
        break;
    }
    return MapTexts::tr("Viridis: violet to yellow");
}

} // namespace rotascope
