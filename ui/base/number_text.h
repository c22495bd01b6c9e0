// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <optional>

namespace rotascope {

/// The number that a user typed, in the user's own notation or in that of programs ("1e-3"); none if it is not one.
inline std::optional<double> numberOf(const QString& text)
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

/// Three digits or so, and always as many, so that nothing jumps while values change.
inline QString rounded(const QLocale& locale, double value)
{
    if (!(value >= 0.1 && value < 1e6)) {
        return locale.toString(value, 'g', value < 1.0 ? 2 : 4);
    }
    return locale.toString(value, 'f', value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

} // namespace rotascope
