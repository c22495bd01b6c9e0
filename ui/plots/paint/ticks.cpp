// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/ticks.h"

#include "ui/base/colours.h"

#include <QLocale>
#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rotascope {
namespace {

constexpr int maxDecades = 8; // of a logarithmic axis: what is smaller does not matter beside the largest
constexpr int gap = 6; // logical pixels between things

} // namespace

double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= least * (1.0 - 1e-9)) {
            return step * power;
        }
    }
    return 10.0 * power;
}

QString powerOfTen(int exponent)
{
    if (exponent == 0) {
        return QStringLiteral("1");
    }
    static const QString superscripts = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("10⁻") : QStringLiteral("10");
    for (const QChar digit : QString::number(std::abs(exponent))) {
        text += superscripts[digit.digitValue()];
    }
    return text;
}

void ValueExtent::add(double value)
{
    if (value > 0.0) {
        least = greatest > 0.0 ? std::min(least, value) : value;
        greatest = std::max(greatest, value);
    } else {
        hasZeros = true;
    }
}

ValueScale ValueScale::fit(const ValueExtent& extent, bool logarithmic, double room, double unit)
{
    const bool hasValues = extent.greatest > 0.0;
    ValueScale scale;
    scale.logarithmic = logarithmic;
    if (logarithmic) {
        scale.high = hasValues ? std::ceil(std::log10(extent.greatest) + 1e-9) : 0.0;
        scale.low = std::max(scale.high - maxDecades, hasValues ? std::floor(std::log10(extent.least)) : -1.0);
        scale.low = std::min(scale.low, scale.high - 1.0);
        scale.step = std::max(1.0, std::ceil((scale.high - scale.low) / room));
        scale.clamps = extent.hasZeros || (hasValues && scale.isClamped(extent.least));
    } else {
        const double top = hasValues ? extent.greatest * 1.02 : unit;
        scale.step = roundStep(top / unit / room) * unit;
        scale.high = std::ceil(top / scale.step) * scale.step;
    }
    return scale;
}

bool ValueScale::isClamped(double value) const
{
    return logarithmic && !(value > std::pow(10.0, low));
}

double ValueScale::scaled(double value) const
{
    if (!logarithmic) {
        return std::max(value, 0.0);
    }
    return isClamped(value) ? low : std::log10(value);
}

std::vector<Tick> valueTicks(const ValueScale& scale, const QRectF& area, double unit, const QString& suffix)
{
    std::vector<Tick> ticks;
    for (int n = 0; scale.low + n * scale.step <= scale.high + 0.01 * scale.step; ++n) {
        const double value = scale.low + n * scale.step;
        QString label
            = scale.logarithmic ? powerOfTen(static_cast<int>(std::lround(value))) : QLocale().toString(value / unit, 'g', 4) + suffix;
        if (n == 0 && scale.clamps) {
            label.prepend(QStringLiteral("≤ "));
        }
        ticks.push_back({area.top() + (scale.high - value) / (scale.high - scale.low) * area.height(), label});
    }
    return ticks;
}

void paintAxes(QPainter& painter, const QRectF& area, const QWidget& widget, const std::vector<Tick>& xTicks, const QString& xTitle,
    const std::vector<Tick>& yTicks, const QString& yTitle)
{
    const QFontMetrics metrics(tickFont(widget));
    const QFontMetrics titleMetrics(widget.font());
    const QColor line = withAlpha(widget.palette().color(QPalette::WindowText), 0.35);
    const QColor text = widget.palette().color(QPalette::WindowText);
    painter.setFont(tickFont(widget));
    for (const Tick& tick : xTicks) {
        painter.setPen(line);
        painter.drawLine(QPointF(tick.at, area.bottom()), QPointF(tick.at, area.bottom() + 3));
        painter.setPen(text);
        painter.drawText(QRectF(tick.at - 60, area.bottom() + gap, 120, metrics.height()), Qt::AlignCenter, tick.label);
    }
    for (const Tick& tick : yTicks) {
        painter.setPen(line);
        painter.drawLine(QPointF(area.left() - 3, tick.at), QPointF(area.left(), tick.at));
        painter.setPen(text);
        painter.drawText(
            QRectF(0, tick.at - metrics.height(), area.left() - gap, 2 * metrics.height()), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.setFont(widget.font());
    painter.setPen(text);
    const double titleHeight = titleMetrics.height();
    painter.drawText(QRectF(area.left(), widget.height() - titleHeight - gap / 2.0, area.width(), titleHeight), Qt::AlignCenter, xTitle);
    painter.rotate(-90);
    // A title that is longer than the plot is high may use the margins as well.
    const bool fits = titleMetrics.horizontalAdvance(yTitle) <= area.height();
    const QRectF title(fits ? -area.bottom() : -widget.height(), gap, fits ? area.height() : widget.height(), titleHeight);
    painter.drawText(title, Qt::AlignCenter, titleMetrics.elidedText(yTitle, Qt::ElideRight, static_cast<int>(title.width())));
    painter.rotate(90);
}

} // namespace rotascope
