// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/mark.h"

#include <QColor>
#include <QList>
#include <QPen>
#include <QPointF>
#include <QString>
#include <span>
#include <vector>

class QSize;

namespace rotascope {

class VisiblePart;
struct TintLayer;
struct ValueScale;

/// One curve: a value for each interval, drawn as a step outline.
struct StepCurve {
    QString name;
    QColor color;
    double width = 1.0; ///< at most, logical pixels; whole numbers stay crisp
    bool filled = false; ///< with a translucent tint between curve and axis
    bool visible = true;
    std::vector<double> values; ///< shape [b], finite, >= 0
    bool dashed = false;
    Mark mark = {}; ///< here and there on the outline
};

/// Neighbouring intervals that are shaded behind the curves.
struct StepBand {
    int first = 0;
    int count = 1;
};

/// The pen for a curve on a plot of this width, logical pixels.
QPen stepPen(const StepCurve& curve, const VisiblePart& part, double plotWidth);

/// The visible steps, in intervals and on the value axis: two points an interval, or, where intervals are narrower than pixels, the
/// extent of each of `pixels` columns.
QList<QPointF> stepOutline(const std::vector<double>& values, const VisiblePart& part, int pixels, const ValueScale& scale);

/// The intervals, of `intervals` in all, that the bands cover, as a tint of the full height; what lies beyond the last is ignored.
TintLayer bandTint(std::span<const StepBand> bands, int intervals, const VisiblePart& part, const QSize& pixels, const QColor& color);

/// From a curve down to the axis.
TintLayer curveTint(
    const std::vector<double>& values, const VisiblePart& part, const QSize& pixels, const ValueScale& scale, const QColor& color);

} // namespace rotascope
