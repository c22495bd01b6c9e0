// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/number_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rotascope {
namespace {

QString infinity()
{
    return QStringLiteral("∞");
}

} // namespace

QString digitsText(double value, int digits)
{
    return QLocale().toString(value, 'g', digits);
}

QString fixedText(double value, int decimals)
{
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : infinity();
}

QString steadyText(double value)
{
    if (!std::isfinite(value)) {
        return infinity();
    }
    if (value < 0.1 || value >= 1e6) {
        return digitsText(value, value < 1.0 ? 2 : 4);
    }
    return fixedText(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

QString significantText(double value, int digits)
{
    if (value == 0.0 || !std::isfinite(value)) {
        return value == 0.0 ? QStringLiteral("0") : infinity();
    }
    const int integerDigits = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    return integerDigits >= -2 && integerDigits <= 6 ? fixedText(value, std::max(0, digits - integerDigits)) : digitsText(value, digits);
}

QString exactText(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString disturbanceColumnText(double value)
{
    return value != 0.0 && std::abs(value) < 1e-4 ? QLocale().toString(value, 'e', 2) : fixedText(value, 5);
}

QString changeText(double ratio)
{
    if (ratio >= 1e6) {
        return QStringLiteral("> 10⁶ ×");
    }
    if (ratio >= 100.0) { // per cents of that size say nothing, and need room
        return fixedText(ratio, 0) + QStringLiteral(" ×");
    }
    const long long change = std::llround(100.0 * (ratio - 1.0));
    const QString sign = change < 0 ? QStringLiteral("−") : change > 0 ? QStringLiteral("+") : QString();
    return sign + countText(std::abs(change)) + QStringLiteral(" %");
}

QString percentText(double share)
{
    return (share == 0.0 ? QStringLiteral("0") : steadyText(100.0 * share)) + QStringLiteral(" %");
}

QString countText(qlonglong count)
{
    return QLocale().toString(count);
}

std::optional<double> numberOf(const QString& text)
{
    for (const QLocale& locale : {QLocale(), QLocale::c()}) {
        bool isNumber = false;
        const double value = locale.toDouble(text.trimmed(), &isNumber);
        if (isNumber) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace rotascope
