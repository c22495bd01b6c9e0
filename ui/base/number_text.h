// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

// How numbers are written in the window, and read: in the user's own notation.
namespace rotascope {

/// At most so many significant digits: "27.46", "1.3e-05".
QString digitsText(double value, int digits);
/// Always so many decimals: "861.58"; "∞".
QString fixedText(double value, int decimals);
/// Three digits or so, and always as many, so that nothing jumps while values change: "27.0", "0.13", "63,866"; "∞".
QString steadyText(double value);
/// Of 0 ... 1: "50.0 %", "0 %".
QString percentText(double share);

/// A whole number, e.g. of positions: "131,072".
QString countText(qlonglong count);
template <class Integer> QString countText(Integer count)
{
    return countText(static_cast<qlonglong>(count));
}

/// A disturbance in a sentence or beside the cursor; in columns it has fixed decimals.
inline QString disturbanceText(double value)
{
    return digitsText(value, 4);
}
/// What a frequency is divided by, in a sentence or beside the cursor.
inline QString factorText(double factor)
{
    return digitsText(factor, 4);
}

/// The number that a user typed, in the user's own notation or in that of programs ("1e-3"); none if it is not one.
std::optional<double> numberOf(const QString& text);

} // namespace rotascope
