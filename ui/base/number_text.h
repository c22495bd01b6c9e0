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
/// So many significant digits with the zeros that end them, for columns: "416.0" over "24.06"; "0".
QString significantText(double value, int digits);
/// As many digits as it takes to read the same number back; for an editor.
QString exactText(double value);
/// Of 0 ... 1: "50.0 %", "0 %".
QString percentText(double share);
/// How much more or less than 1 a ratio is: "−72 %", "+5 %", "0 %"; from 100 on "243 ×", from a million on "> 10⁶ ×".
QString changeText(double ratio);

/// A whole number, e.g. of positions: "131,072".
QString countText(qlonglong count);
template <class Integer> QString countText(Integer count)
{
    return countText(static_cast<qlonglong>(count));
}

/// A disturbance in a column, where they span many orders of magnitude: "0.01234", and below 1e-4 "1.23e-05".
QString disturbanceColumnText(double value);
/// A disturbance in a sentence or beside the cursor.
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
