// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <span>

namespace rotascope {

/// A point on a circle. `turns`: counter-clockwise from the right.
QPointF onCircle(const QPointF& centre, double radius, double turns);

/// Bars around a circle, as one shape: bar k fills its share of the circle from `from[k]` to `to[k]`, distances from the centre in pixels.
/// `from` has as many values as `to`, or one for all.
QPainterPath ringPath(const QPointF& centre, std::span<const double> from, std::span<const double> to);

} // namespace rotascope
