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

// The mantissa in the user's own notation and the exponent as programs, papers and core's sentences have it: of 1e-12, Qt's locales make
// "1E-12" in English, Japanese, Korean and German, "1×10^−12" in Swedish.
QString localText(double value, char format, int precision)
{
    if (!std::isfinite(value)) {
        return infinity();
    }
    const QLocale locale;
    QString text = locale.toString(value, format, precision);
    const qsizetype at = text.indexOf(locale.exponential());
    if (at < 0) {
        return text;
    }
    QString exponent = text.mid(at + locale.exponential().size());
    exponent.remove(locale.negativeSign()).remove(locale.positiveSign());
    const QLatin1Char sign(std::abs(value) < 1.0 ? '-' : '+');
    return text.left(at) + QLatin1Char('e') + sign + QString::number(locale.toInt(exponent)).rightJustified(2, QLatin1Char('0'));
}

// The mantissa may have the user's decimal point. "1,5e-12" is no number to Swedish, whose exponent is "×10^".
std::optional<double> numberWithExponent(QString text)
{
    const QLocale locale;
    const qsizetype at = text.indexOf(QLatin1Char('e'), 0, Qt::CaseInsensitive);
    if (at < 0) {
        return std::nullopt;
    }
    text.replace(locale.negativeSign(), QStringLiteral("-")).replace(locale.decimalPoint(), QStringLiteral("."));
    bool isNumber = false;
    const double value = QLocale::c().toDouble(text, &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace

QString digitsText(double value, int digits)
{
    return localText(value, 'g', digits);
}

QString scientificText(double value, int decimals)
{
    return localText(value, 'e', decimals);
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
    return localText(value, 'g', QLocale::FloatingPointShortest);
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
    return numberWithExponent(text.trimmed());
}

} // namespace rotascope
