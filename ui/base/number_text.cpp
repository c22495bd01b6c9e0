// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/number_text.h"

#include <QLocale>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace rotascope {
namespace {

std::atomic<int> digitsOfNumbers = 4;

QString infinity()
{
    return QStringLiteral("∞");
}

} // namespace

QString digitsText(double value, int digits)
{
    return std::isfinite(value) ? QLocale().toString(value, 'g', digits) : infinity();
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

QString exactText(double value)
{
    return std::isfinite(value) ? QLocale().toString(value, 'g', QLocale::FloatingPointShortest) : infinity();
}

int shownDigits()
{
    return digitsOfNumbers;
}

void setShownDigits(int digits)
{
    digitsOfNumbers = digits;
}

QString disturbanceColumnText(double value)
{
    const int decimals = shownDigits() + 2;
    const bool isShown = std::abs(value) >= 0.5 * std::pow(10.0, -decimals);
    return value == 0.0 ? QStringLiteral("0") : fixedText(isShown ? value : 0.0, decimals);
}

QString disturbanceText(double value)
{
    return digitsText(value, shownDigits());
}

QString factorText(double factor)
{
    return digitsText(factor, shownDigits());
}

QString ratioText(double ratio)
{
    const QString times = QStringLiteral(" ×");
    if (ratio >= 1e6) {
        return QStringLiteral("> 10⁶") + times;
    }
    if (ratio < 0.005) {
        return QStringLiteral("< 0.01") + times;
    }
    return fixedText(ratio, ratio < 9.995 ? 2 : ratio < 99.95 ? 1 : 0) + times;
}

QString percentText(double share)
{
    return (share == 0.0 ? QStringLiteral("0") : steadyText(100.0 * share)) + QStringLiteral(" %");
}

QString onOneLine(QString text)
{
    return text.replace(QStringLiteral(" %"), QStringLiteral("\u00a0%"));
}

QString countText(qlonglong count)
{
    return QLocale().toString(count);
}

std::optional<double> numberOf(const QString& text)
{
    if (text.trimmed() == infinity()) {
        return std::numeric_limits<double>::infinity();
    }
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
