// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <vector>

namespace rotascope {

/// The least of 1, 2 and 5 times a power of ten that is not below `least` > 0.
double roundStep(double least);

/// "10⁻³"; "1" for exponent 0.
QString powerOfTen(int exponent);

/// What a value axis has to show.
struct ValueExtent {
    double least = 0.0; ///< of the values above 0; no matter if there are none
    double greatest = 0.0;
    bool hasZeros = false;

    void add(double value);
};

/// The scale of a value axis: from 0 (or, if logarithmic, from a power of ten) to a round value above all that is visible.
struct ValueScale {
    bool logarithmic = false;
    double low = 0.0; ///< scaled
    double high = 1.0;
    double step = 1.0; ///< between ticks, scaled
    bool clamps = false; ///< whether a value lies at or below the floor

    /// `room`: how many ticks there is room for; `unit`: what a linear axis is labelled in multiples of.
    static ValueScale fit(const ValueExtent& extent, bool logarithmic, double room, double unit = 1.0);
    /// Whether a value lies at or below the floor of a logarithmic axis, so that it is drawn there.
    [[nodiscard]] bool isClamped(double value) const;
    /// On the axis: the value itself, or its logarithm.
    [[nodiscard]] double scaled(double value) const;
};

/// A label at a place along an axis.
struct Tick {
    double at; ///< pixels from the left or top of the widget
    QString label;
    bool isImportant = false; ///< labelled before all others, which may then find no room
};

/// The ticks of a value axis that fills `area`; `suffix` follows each label of a linear one.
std::vector<Tick> valueTicks(const ValueScale& scale, const QRectF& area, double unit = 1.0, const QString& suffix = {});

} // namespace rotascope
