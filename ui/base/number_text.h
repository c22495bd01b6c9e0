// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

// How numbers are written in the window, and read: in the user's own notation, with the exponent as programs write it: "1.5e-12".
namespace rotascope {

/// At most `digits` significant digits: "27.46", "1.3e-05".
QString digitsText(double value, int digits);
/// Always with an exponent, and `decimals` decimals before it: "1.30e-05".
QString scientificText(double value, int decimals);
/// Always with `decimals` decimals: "861.58"; "∞".
QString fixedText(double value, int decimals);
/// Three digits or so, and always as many, so that nothing jumps while values change: "27.0", "0.13", "63,866"; "∞".
QString steadyText(double value);
/// As many digits as it takes to read the same number back; for an editor.
QString exactText(double value);
/// Of 0 ... 1: "50.0 %", "0 %".
QString percentText(double share);
/// The text with each number and its "%" on one line, for labels that wrap.
QString onOneLine(QString text);
/// A ratio, always as a multiple: "0.28 ×", "1.00 ×", "75.7 ×", "2,405 ×"; "< 0.01 ×" and "> 10⁶ ×" beyond.
QString ratioText(double ratio);

/// A whole number, e.g. of positions: "131,072".
QString countText(qlonglong count);
template <class Integer> QString countText(Integer count)
{
    return countText(static_cast<qlonglong>(count));
}

/// How many significant digits disturbances and factors have in sentences and beside the cursor; columns follow. Never in files.
int shownDigits();
void setShownDigits(int digits);
/// A disturbance in a column: always with two decimals more than shownDigits(), "0.012340", so that digits of the same value stand below
/// each other; "0" if there is none.
QString disturbanceColumnText(double value);
/// A disturbance in a sentence or beside the cursor.
QString disturbanceText(double value);
/// What a frequency is divided by, in a sentence or beside the cursor.
QString factorText(double factor);

/// The number that a user typed, in the user's own notation or in that of programs ("1e-3"); none if it is not one.
std::optional<double> numberOf(const QString& text);

} // namespace rotascope
