// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/charts/step_curve.h"

#include "ui/base/colours.h"
#include "ui/plots/charts/visible_part.h"
#include "ui/plots/paint/ticks.h"
#include "ui/plots/paint/tint_image.h"

#include <QSize>
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rotascope {
namespace {

// Where a pixel column begins, in intervals.
double intervalOf(std::size_t column, const VisiblePart& part, int width)
{
    return part.begin() + static_cast<double>(column) * part.span() / width;
}

} // namespace

// Where steps are only a few pixels wide, full lines would run together to a block: they become thinner and lighter.
QPen stepPen(const StepCurve& curve, const VisiblePart& part, double plotWidth)
{
    const double stepWidth = plotWidth / part.span();
    const double width = std::min(curve.width, std::max(1.0, std::floor(stepWidth / 3.0)));
    QPen pen(withAlpha(curve.color, std::clamp(stepWidth / 5.0, 0.55, 1.0)), width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (curve.dashed) {
        pen.setDashPattern({4.0, 3.0});
    }
    return pen;
}

QList<QPointF> stepOutline(const std::vector<double>& values, const VisiblePart& part, int pixels, const ValueScale& scale)
{
    const int first = std::max(0, static_cast<int>(std::floor(part.begin())));
    const int last = std::min(static_cast<int>(values.size()), static_cast<int>(std::ceil(part.end())));
    const auto value = [&](int k) { return scale.scaled(values[static_cast<std::size_t>(k)]); };
    QList<QPointF> points;
    if (last - first <= pixels) {
        points.reserve(2 * static_cast<qsizetype>(last - first));
        for (int k = first; k < last; ++k) {
            // Not beyond what is visible: not every file cuts it off.
            points << QPointF(std::max<double>(k, part.begin()), value(k)) << QPointF(std::min<double>(k + 1, part.end()), value(k));
        }
        return points;
    }
    points.reserve(2 * static_cast<qsizetype>(pixels));
    for (int column = 0; column < pixels; ++column) {
        const int from = std::max(first, static_cast<int>(part.begin() + column * part.span() / pixels));
        const int to = std::clamp(static_cast<int>(part.begin() + (column + 1) * part.span() / pixels), from + 1, last);
        const auto [low, high] = std::minmax_element(values.begin() + from, values.begin() + to);
        const double x = part.begin() + (column + 0.5) * part.span() / pixels;
        const bool rising = points.isEmpty() || points.back().y() <= scale.scaled(*low);
        points << QPointF(x, scale.scaled(rising ? *low : *high)) << QPointF(x, scale.scaled(rising ? *high : *low));
    }
    return points;
}

TintLayer bandTint(std::span<const StepBand> bands, int intervals, const VisiblePart& part, const QSize& pixels, const QColor& color)
{
    std::vector<bool> shaded(static_cast<std::size_t>(intervals), false);
    for (const StepBand& band : bands) {
        const int first = std::clamp(band.first, 0, intervals);
        const int last = std::clamp(band.first + band.count, first, intervals);
        std::fill(shaded.begin() + first, shaded.begin() + last, true);
    }
    TintLayer layer{color, std::vector<int>(static_cast<std::size_t>(pixels.width()))};
    for (std::size_t column = 0; column < layer.tops.size(); ++column) {
        const double middle = intervalOf(column, part, pixels.width()) + 0.5 * part.span() / pixels.width();
        const auto k = static_cast<std::size_t>(std::clamp(middle, 0.0, intervals - 1.0));
        layer.tops[column] = shaded[k] ? 0 : pixels.height();
    }
    return layer;
}

TintLayer curveTint(
    const std::vector<double>& values, const VisiblePart& part, const QSize& pixels, const ValueScale& scale, const QColor& color)
{
    const auto intervals = static_cast<std::ptrdiff_t>(values.size());
    TintLayer layer{color, std::vector<int>(static_cast<std::size_t>(pixels.width()))};
    for (std::size_t column = 0; column < layer.tops.size(); ++column) {
        const double begin = std::clamp(intervalOf(column, part, pixels.width()), 0.0, static_cast<double>(intervals) - 1.0);
        const auto from = static_cast<std::ptrdiff_t>(begin);
        const auto to = std::clamp(static_cast<std::ptrdiff_t>(intervalOf(column + 1, part, pixels.width())), from + 1, intervals);
        const double value = scale.scaled(*std::max_element(values.begin() + from, values.begin() + to));
        layer.tops[column] = static_cast<int>(std::lround(pixels.height() * (scale.high - value) / (scale.high - scale.low)));
    }
    return layer;
}

} // namespace rotascope
