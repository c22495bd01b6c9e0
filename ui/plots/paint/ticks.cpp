// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/ticks.h"

#include "ui/base/number_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rotascope {
namespace {

constexpr int maxDecades = 8; // of a logarithmic axis: what is smaller does not matter beside the largest

} // namespace

double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= least * (1.0 - 1e-9)) {
            return step * power;
        }
    }
    return 10.0 * power;
}

QString powerOfTen(int exponent)
{
    if (exponent == 0) {
        return QStringLiteral("1");
    }
    static const QString superscripts = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("10⁻") : QStringLiteral("10");
    for (const QChar digit : QString::number(std::abs(exponent))) {
        text += superscripts[digit.digitValue()];
    }
    return text;
}

void ValueExtent::add(double value)
{
    if (value > 0.0) {
        least = greatest > 0.0 ? std::min(least, value) : value;
        greatest = std::max(greatest, value);
    } else {
        hasZeros = true;
    }
}

ValueScale ValueScale::fit(const ValueExtent& extent, bool logarithmic, double room, double unit)
{
    const bool hasValues = extent.greatest > 0.0;
    ValueScale scale;
    scale.logarithmic = logarithmic;
    if (logarithmic) {
        scale.high = hasValues ? std::ceil(std::log10(extent.greatest) + 1e-9) : 0.0;
        scale.low = std::max(scale.high - maxDecades, hasValues ? std::floor(std::log10(extent.least)) : -1.0);
        scale.low = std::min(scale.low, scale.high - 1.0);
        scale.step = std::max(1.0, std::ceil((scale.high - scale.low) / room));
        scale.clamps = extent.hasZeros || (hasValues && scale.isClamped(extent.least));
    } else {
        const double top = hasValues ? extent.greatest * 1.02 : unit;
        scale.step = roundStep(top / unit / room) * unit;
        scale.high = std::ceil(top / scale.step) * scale.step;
    }
    return scale;
}

bool ValueScale::isClamped(double value) const
{
    return logarithmic && !(value > std::pow(10.0, low));
}

double ValueScale::scaled(double value) const
{
    if (!logarithmic) {
        return std::max(value, 0.0);
    }
    return isClamped(value) ? low : std::log10(value);
}

std::vector<Tick> valueTicks(const ValueScale& scale, const QRectF& area, double unit, const QString& suffix)
{
    std::vector<Tick> ticks;
    for (int n = 0; scale.low + n * scale.step <= scale.high + 0.01 * scale.step; ++n) {
        const double value = scale.low + n * scale.step;
        QString label = scale.logarithmic ? powerOfTen(static_cast<int>(std::lround(value))) : digitsText(value / unit, 4) + suffix;
        if (n == 0 && scale.clamps) {
            label.prepend(QStringLiteral("≤ "));
        }
        ticks.push_back({area.top() + (scale.high - value) / (scale.high - scale.low) * area.height(), label});
    }
    return ticks;
}

} // namespace rotascope
