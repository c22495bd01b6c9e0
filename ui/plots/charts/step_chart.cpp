// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/charts/step_chart.h"

#include "ui/base/colours.h"
#include "ui/base/number_text.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/paint/tint_image.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

StepChart::StepChart(QWidget* parent) : CachedChart(parent)
{
    setAccessibleDescription(tr("Left and right: move the cursor. Return: choose. Plus and minus: zoom. Home: show everything. "
                                "A and B: put a cursor there, to compare two places. Escape: hide both."));
    StepChart::updateMargins();
}

void StepChart::setCurves(std::vector<StepCurve> curves)
{
    const int before = intervals();
    m_curves = std::move(curves);
    reserveCurves(m_curves.size());
    if (intervals() != before) {
        resetZoom();
        setHovered(-1, std::nullopt);
        keepCursors(before);
    }
    invalidate();
}

// At the same place of the axis, where there was one before.
void StepChart::keepCursors(int before)
{
    const auto kept
        = [&](int at) { return before > 0 ? static_cast<int>((at + 0.5) * intervals() / before) : std::min(at, intervals() - 1); };
    for (std::optional<Cursors>* cursors : {&m_cursors, &m_lastCursors}) {
        if (*cursors && intervals() > 0) {
            std::ranges::transform(**cursors, (*cursors)->begin(), kept);
        }
    }
}

void StepChart::setCurveVisible(int curve, bool visible)
{
    m_curves.at(static_cast<std::size_t>(curve)).visible = visible;
    invalidate();
}

void StepChart::setCurveColor(int curve, const QColor& color)
{
    m_curves.at(static_cast<std::size_t>(curve)).color = color;
    invalidate();
}

std::shared_ptr<StepChart> StepChart::forFigure() const
{
    auto copy = std::make_shared<StepChart>();
    styleForFigure(*copy);
    copy->setCurves(m_curves);
    copy->setBands(m_bands);
    copy->setAxis(m_axis);
    copy->setScale(m_scale);
    copy->m_leastTop = m_leastTop;
    copy->m_part = m_part;
    copy->m_cursors = m_cursors;
    return copy;
}

void StepChart::setBands(std::vector<StepBand> bands)
{
    m_bands = std::move(bands);
    invalidate();
}

void StepChart::setMarkedInterval(int interval)
{
    if (interval != m_marked) {
        m_marked = interval;
        invalidate();
    }
}

void StepChart::setAxis(const StepAxis& axis)
{
    m_axis = axis;
    updateMargins();
}

void StepChart::setScale(const StepScale& scale)
{
    m_scale = scale;
    updateMargins();
}

int StepChart::intervals() const
{
    return m_curves.empty() ? 0 : static_cast<int>(m_curves.front().values.size());
}

std::pair<double, double> StepChart::visibleRange() const
{
    const double width = (m_axis.high - m_axis.low) / std::max(1, intervals());
    return {m_axis.low + m_part.begin() * width, m_axis.low + m_part.end() * width};
}

std::pair<double, double> StepChart::visibleShare() const
{
    const double all = std::max(1, intervals());
    return {m_part.begin() / all, m_part.end() / all};
}

void StepChart::showShare(double begin, double end)
{
    m_part.show(begin * intervals(), (end - begin) * intervals());
    invalidate();
}

void StepChart::resetZoom()
{
    m_part = VisiblePart(intervals());
    invalidate();
}

bool StepChart::isClamped(double value) const
{
    return values().isClamped(value);
}

QPointF StepChart::positionOf(int interval) const
{
    return {xOf(interval + 0.5), plot().center().y()};
}

// ---- The static layer

void StepChart::updateMargins()
{
    const QFontMetrics ticks(tickFont(*this));
    const int label = ticks.horizontalAdvance(m_scale.logarithmic ? QStringLiteral("≤ 10⁻¹⁰") : QStringLiteral("0.0000") + m_scale.suffix);
    const int lastLabel = ticks.horizontalAdvance(QStringLiteral("000.0") + m_axis.suffix) / 2;
    setLabelRoom(label, std::max(lastLabel, 2 * gap), gap + ticks.height() / 2);
}

ValueExtent StepChart::visibleExtent() const
{
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(m_part.begin())));
    ValueExtent extent;
    for (const StepCurve& curve : m_curves) {
        const std::size_t last = std::min(curve.values.size(), static_cast<std::size_t>(std::ceil(m_part.end())));
        for (std::size_t k = first; curve.visible && k < last; ++k) {
            extent.add(curve.values[k]);
        }
    }
    return extent;
}

void StepChart::keepTop()
{
    m_leastTop = visibleExtent().greatest;
    invalidate();
}

void StepChart::updateScene()
{
    ValueExtent extent = visibleExtent();
    if (m_leastTop > 0.0) {
        extent.add(m_leastTop);
    }
    const ValueScale scale = ValueScale::fit(extent, m_scale.logarithmic, roomForValues(), m_scale.unit);
    const int pixels = std::max(1, static_cast<int>(std::floor(plot().width())));
    std::vector<SceneCurve> scene;
    for (const StepCurve& curve : m_curves) {
        scene.push_back({stepPen(curve, m_part, plot().width()),
            curve.visible ? stepOutline(curve.values, m_part, pixels, scale) : QList<QPointF>(), curve.visible});
    }
    setScene(scene, m_part.begin(), m_part.end(), scale);
}

std::vector<Tick> StepChart::xTicks() const
{
    const auto [low, high] = visibleRange();
    const double perPixel = (high - low) / m_axis.unit / std::max(1.0, plot().width());
    const double least = perPixel * 1.8 * QFontMetrics(tickFont(*this)).horizontalAdvance(QStringLiteral("000") + m_axis.suffix);
    const auto preferred = std::ranges::find_if(m_axis.steps, [&](double step) { return step >= least; });
    const bool isPreferred = preferred != m_axis.steps.end() && (preferred != m_axis.steps.begin() || *preferred < 5.0 * least);
    const double step = std::max(m_axis.leastStep, isPreferred ? *preferred : roundStep(least));
    std::vector<Tick> ticks;
    for (double n = std::ceil(low / m_axis.unit / step - 1e-9); n * step * m_axis.unit <= high + 1e-9 * (high - low); ++n) {
        const double interval = (n * step * m_axis.unit - m_axis.low) / (m_axis.high - m_axis.low) * intervals();
        ticks.push_back({xOf(interval), axisLabel(n * step)});
    }
    return ticks;
}

// "90°"; where the unit is a symbol as "π", neither "0π" nor "1π".
QString StepChart::axisLabel(double multiple) const
{
    const bool isSymbol = m_axis.unit != 1.0;
    if (isSymbol && multiple == 1.0) {
        return m_axis.suffix;
    }
    return digitsText(multiple, 6) + (isSymbol && multiple == 0.0 ? QString() : m_axis.suffix);
}

std::vector<Tick> StepChart::yTicks() const
{
    return valueTicks(values(), plot(), m_scale.unit, m_scale.suffix);
}

void StepChart::paintBelow(QPainter& painter)
{
    paintTints(painter);
    paintMark(painter);
}

void StepChart::paintAbove(QPainter& painter)
{
    paintMarks(painter);
    paintZoomHint(painter);
    paintClampMarks(painter);
}

void StepChart::paintTints(QPainter& painter) const
{
    const QSize pixels = (plot().size() * sharpness()).toSize();
    const bool dark = isDark(palette());
    std::vector<TintLayer> layers
        = {bandTint(m_bands, intervals(), m_part, pixels, withAlpha(palette().color(QPalette::Text), dark ? 0.13 : 0.09))};
    for (const StepCurve& curve : m_curves) {
        if (curve.visible && curve.filled) {
            layers.push_back(curveTint(curve.values, m_part, pixels, values(), withAlpha(curve.color, dark ? 0.26 : 0.18)));
        }
    }
    painter.drawImage(plot(), tintImage(pixels, layers));
}

void StepChart::paintMark(QPainter& painter) const
{
    if (m_marked < 0) {
        return;
    }
    const double left = std::max(plot().left(), xOf(m_marked));
    const double right = std::min(plot().right(), std::max(xOf(m_marked + 1), left + 2));
    if (right > left) {
        painter.fillRect(QRectF(left, plot().top(), right - left, plot().height()), withAlpha(palette().color(QPalette::Highlight), 0.35));
    }
}

// On the highest step of each of its pieces: where a comb has gaps, on a tooth.
void StepChart::paintMarks(QPainter& painter) const
{
    const std::size_t all = markedCurves(m_curves);
    std::size_t index = 0;
    for (const StepCurve& curve : m_curves) {
        if (!hasMarks(curve)) {
            continue;
        }
        for (const MarkPiece& piece : markPieces(plot().width(), index, all)) {
            const double left = plot().left() + piece.begin;
            const double right = plot().left() + piece.end;
            const auto first = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(intervalAt(left)), 0, intervals() - 1);
            const auto last = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(intervalAt(right)), first, intervals() - 1);
            const auto highest = std::max_element(curve.values.begin() + first, curve.values.begin() + last + 1);
            const double x = std::clamp(xOf(static_cast<double>(highest - curve.values.begin()) + 0.5), left, right);
            paintCurveMark(painter, {x, yOf(values().scaled(*highest))}, curve.mark, curve.color, palette().color(QPalette::Base));
        }
        ++index;
    }
}

void StepChart::paintZoomHint(QPainter& painter) const
{
    if (isZoomed() && isVisible()) { // a figure takes no clicks
        painter.setFont(tickFont(*this));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(plot().adjusted(gap, gap / 2.0, -gap, 0), Qt::AlignRight | Qt::AlignTop, tr("zoomed in · double click shows all"));
    }
}

// A logarithm has no zero: such values sit on the floor of the plot under a small arrow.
void StepChart::paintClampMarks(QPainter& painter) const
{
    if (!values().clamps) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double width = plot().width() / m_part.span();
    const double shift = std::min(7.0, width / static_cast<double>(m_curves.size() + 1));
    const double bottom = plot().bottom() - 2;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        painter.setBrush(m_curves[i].color);
        double previous = -shift;
        for (int k = 0; m_curves[i].visible && k < intervals(); ++k) {
            const double x = xOf(k + 0.5) + shift * (static_cast<double>(i) - 0.5 * static_cast<double>(m_curves.size() - 1));
            if (isClamped(m_curves[i].values[static_cast<std::size_t>(k)]) && x - previous >= 6 && x > plot().left()
                && x < plot().right()) {
                painter.drawPolygon(QPolygonF({{x - 3, bottom - 6}, {x + 3, bottom - 6}, {x, bottom}}));
                previous = x;
            }
        }
    }
}

// ---- The cursor

void StepChart::paintCursor(QPainter& painter) const
{
    const QRectF area = plot();
    const QColor color = palette().color(QPalette::Text);
    const double left = std::max(area.left(), xOf(hoveredIndex()));
    const double right = std::min(area.right(), xOf(hoveredIndex() + 1));
    painter.fillRect(QRectF(left, area.top(), std::max(1.0, right - left), area.height()), withAlpha(color, 0.16));
    painter.setPen(QPen(withAlpha(color, 0.5), 1, Qt::DotLine));
    if (cursorPosition()) {
        painter.drawLine(QPointF(area.left(), cursorPosition()->y()), QPointF(area.right() - 1, cursorPosition()->y()));
    }
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    for (const StepCurve& curve : m_curves) {
        if (curve.visible) {
            const double y = yOf(values().scaled(curve.values[static_cast<std::size_t>(hoveredIndex())]));
            painter.setBrush(curve.color);
            painter.drawRect(QRectF(0.5 * (left + right) - 3, y - 3, 6, 6));
        }
    }
    paintReadoutAt(painter, positionOf(hoveredIndex()));
}

void StepChart::showCursors(bool shown)
{
    if (shown == m_cursors.has_value() || (shown && intervals() == 0)) {
        return;
    }
    if (shown) {
        const auto at = [&](double share) { return static_cast<int>(m_part.begin() + share * m_part.span()); };
        m_cursors = m_lastCursors.value_or(Cursors{at(1.0 / 3.0), at(2.0 / 3.0)});
    } else {
        m_lastCursors = std::exchange(m_cursors, std::nullopt);
        m_grabbed.reset();
    }
    viewport()->update();
    emit cursorsChanged();
}

// The handle on top says which is which, and that it can be dragged.
void StepChart::paintOverlay(QPainter& painter) const
{
    if (!m_cursors) {
        return;
    }
    const QRectF area = plot();
    const QFontMetrics metrics(font());
    const QSizeF handle(metrics.horizontalAdvance(QLatin1Char('B')) + gap, metrics.height());
    const QColor color = palette().color(QPalette::Text);
    for (std::size_t i = 0; i < m_cursors->size(); ++i) {
        const double x = std::round(xOf((*m_cursors)[i] + 0.5));
        if (x < area.left() || x > area.right()) {
            continue;
        }
        painter.setPen(QPen(color, 1, i == 0 ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QRectF box(QPointF(x - handle.width() / 2.0, area.top()), handle);
        painter.fillRect(box, color);
        painter.setPen(palette().color(QPalette::Base));
        painter.drawText(box, Qt::AlignCenter, i == 0 ? QStringLiteral("A") : QStringLiteral("B"));
    }
    if (m_cursorReadout) {
        const double x = std::clamp(xOf(std::max((*m_cursors)[0], (*m_cursors)[1]) + 0.5), area.left(), area.right());
        paintReadout(painter, m_cursorReadout(*m_cursors), QPointF(x, area.center().y()), *viewport());
    }
}

// ---- For those who are read to

std::vector<ReadCurve> StepChart::readCurves() const
{
    std::vector<ReadCurve> curves;
    for (const StepCurve& curve : m_curves) {
        if (curve.visible) {
            curves.push_back({curve.name, curve.values});
        }
    }
    return curves;
}

QStringList StepChart::notes() const
{
    return m_cursors && m_cursorReadout ? QStringList(plainText(m_cursorReadout(*m_cursors))) : QStringList();
}

// ---- Geometry

double StepChart::intervalAt(double x) const
{
    return m_part.begin() + (x - plot().left()) / plot().width() * m_part.span();
}

int StepChart::intervalUnder(const QPointF& point) const
{
    if (intervals() == 0 || !plot().contains(point)) {
        return -1;
    }
    return std::clamp(static_cast<int>(intervalAt(point.x())), 0, intervals() - 1);
}

double StepChart::xOf(double interval) const
{
    return plot().left() + (interval - m_part.begin()) / m_part.span() * plot().width();
}

} // namespace rotascope
