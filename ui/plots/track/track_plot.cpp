// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/track/track_plot.h"

#include "ui/base/colours.h"
#include "ui/base/focus_frame.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/paint/axis_painter.h"
#include "ui/plots/paint/reading.h"

#include <QEvent>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rotascope {
namespace {

constexpr int trackGap = 5; // logical pixels between things
constexpr int betweenLanes = 3;
constexpr int leastLabelDistance = 54; // of the places' axis
constexpr double leastLineLength = 4.0; // values nearer to each other are not joined

// Equal steps of colour are equal steps of the root: else an even spread, 1/16, could not be told from nothing.
HeatmapScale scaleOfRoots()
{
    return {.map = HeatmapScale::Map::Sequential, .low = 0.0, .high = 1.0, .ticks = {}};
}

} // namespace

TrackPlot::TrackPlot(QWidget* parent) : StillPlot(parent), m_colors(scaleOfRoots(), palette())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleDescription(
        tr("Left and Right move, plus and minus zoom, Home shows everything. Shift with Left and Right selects a range. "
           "Up and Down choose a dimension."));
    connect(&Preferences::instance(), &Preferences::changed, this, [this] {
        m_colors = ColorMap(scaleOfRoots(), palette());
        invalidate();
    });
}

void TrackPlot::setContent(TrackContent content)
{
    m_content = std::move(content);
    forgetWidths();
    if (m_content.places > 0 && m_content.places != m_lastPlaces) {
        m_lastPlaces = m_content.places;
        const bool wasZoomed = isZoomed();
        const VisiblePart before = std::exchange(m_part, VisiblePart(m_content.places));
        if (wasZoomed) {
            m_part.show(before.begin(), before.span());
        }
        m_drag.reset();
        select(m_selection);
        emit visibleChanged();
    }
    invalidate();
}

void TrackPlot::forget()
{
    m_part = VisiblePart(m_content.places);
    m_lastPlaces = m_content.places;
    m_drag.reset();
    select({});
    invalidate();
    emit visibleChanged();
}

void TrackPlot::setAxes(TrackAxes axes)
{
    m_axes = std::move(axes);
    forgetWidths();
    invalidate();
}

void TrackPlot::refresh()
{
    invalidate();
}

void TrackPlot::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    invalidate();
}

void TrackPlot::setMarkedLane(int lane)
{
    if (std::exchange(m_marked, lane) != lane) {
        update();
    }
}

std::shared_ptr<TrackPlot> TrackPlot::forFigure() const
{
    auto copy = std::make_shared<TrackPlot>();
    styleForFigure(*copy);
    copy->m_content = m_content;
    copy->m_axes = m_axes;
    copy->m_part = m_part;
    copy->m_selection = m_selection;
    copy->forgetWidths();
    return copy;
}

// ---- Geometry

PlaceSpan TrackPlot::visible() const
{
    const auto first = static_cast<std::int64_t>(std::floor(m_part.begin()));
    return {std::clamp<std::int64_t>(first, 0, m_content.places),
        std::clamp<std::int64_t>(static_cast<std::int64_t>(std::ceil(m_part.end())), first, m_content.places)};
}

int TrackPlot::columns() const
{
    const double sharpness = m_sharpness > 0.0 ? m_sharpness : devicePixelRatioF();
    const auto pixels = std::max<std::int64_t>(1, std::llround(plot().width() * sharpness));
    return static_cast<int>(std::clamp<std::int64_t>(visible().places(), 1, pixels));
}

bool TrackPlot::wantsValues() const
{
    return static_cast<double>(visible().places()) <= placesForValues * plot().width();
}

int TrackPlot::labelWidth() const
{
    if (!m_labelWidth) {
        const QFontMetrics metrics(tickFont(*this));
        m_labelWidth = 0;
        for (const double turns : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            m_labelWidth = std::max(*m_labelWidth, m_axes.angleText ? metrics.horizontalAdvance(m_axes.angleText(turns)) : 0);
        }
    }
    return *m_labelWidth;
}

int TrackPlot::nameWidth() const
{
    if (!m_nameWidth) {
        const QFontMetrics metrics(tickFont(*this));
        m_nameWidth = 0;
        for (const TrackLane& lane : m_content.lanes) {
            m_nameWidth = std::max(*m_nameWidth, metrics.horizontalAdvance(lane.name));
        }
    }
    return *m_nameWidth;
}

void TrackPlot::forgetWidths()
{
    m_labelWidth.reset();
    m_nameWidth.reset();
}

void TrackPlot::changeEvent(QEvent* event)
{
    forgetWidths(); // of another font, above all
    StillPlot::changeEvent(event);
}

QRectF TrackPlot::plot() const
{
    const int line = fontMetrics().height();
    const int tick = QFontMetrics(tickFont(*this)).height();
    const double left = line + trackGap + labelWidth() + trackGap + 2;
    const double bottom = trackGap + tick + 2 + line + 2;
    const double top = 0.5 * tick + 1;
    return {left, top, std::max(10.0, width() - left - nameWidth() - 2.0 * trackGap), std::max(10.0, height() - top - bottom)};
}

QRectF TrackPlot::laneRect(int lane) const
{
    const QRectF all = plot();
    const int count = std::max(1, lanes());
    const double height = (all.height() - (count - 1) * betweenLanes) / count;
    return {all.left(), all.top() + lane * (height + betweenLanes), all.width(), height};
}

int TrackPlot::laneAt(double y) const
{
    for (int lane = 0; lane < lanes(); ++lane) {
        if (y < laneRect(lane).bottom() + 0.5 * betweenLanes) {
            return lane;
        }
    }
    return lanes() - 1;
}

double TrackPlot::placeAt(double x) const
{
    return m_part.begin() + (x - plot().left()) / plot().width() * m_part.span();
}

std::int64_t TrackPlot::placeUnder(double x) const
{
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(placeAt(x))), 0, std::max<std::int64_t>(0, m_content.places - 1));
}

double TrackPlot::xOf(double place) const
{
    return plot().left() + (place - m_part.begin()) / m_part.span() * plot().width();
}

QPointF TrackPlot::pointOf(int lane, std::int64_t place, double turns) const
{
    const QRectF rect = laneRect(lane);
    return {xOf(static_cast<double>(place) + 0.5), rect.bottom() - turns * rect.height()};
}

// ---- Painting

QString TrackPlot::reading() const
{
    if (m_content.lanes.empty()) {
        return m_placeholder;
    }
    const PlaceSpan seen = visible();
    QStringList lines{tr("%1 from %2 to %3").arg(m_axes.places).arg(seen.first).arg(seen.end - 1)};
    for (const TrackLane& lane : m_content.lanes) {
        lines << lane.name;
    }
    if (m_selection.places() > 0) {
        lines << tr("selected: %1 to %2").arg(m_selection.first).arg(m_selection.end - 1);
    }
    return lines.join(QLatin1Char('\n'));
}

QString TrackPlot::readingAtCursor() const
{
    return m_cursor && m_readout ? plainText(m_readout(laneAt(m_cursor->y()), placeUnder(m_cursor->x()))) : QString();
}

void TrackPlot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawStill(painter);
    if (lanes() == 0) {
        return;
    }
    paintSelection(painter);
    paintMarkedLane(painter);
    if (m_cursor && !m_drag) {
        painter.setPen(withAlpha(palette().color(QPalette::WindowText), 0.5));
        const double x = std::round(m_cursor->x()) + 0.5;
        painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
        if (m_readout) {
            paintReadout(painter, m_readout(laneAt(m_cursor->y()), placeUnder(m_cursor->x())), *m_cursor, *this);
        }
    }
    if (hasFocus()) {
        paintFocusFrame(painter, rect(), palette());
    }
}

void TrackPlot::paintPlot(QPainter& painter, const QSize& size, double sharpness)
{
    setMinimumSize(1, 1);
    resize(size);
    m_sharpness = sharpness;
    paintStill(painter);
    paintSelection(painter);
}

void TrackPlot::paintStill(QPainter& painter) const
{
    if (lanes() == 0) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(trackGap, trackGap, -trackGap, -trackGap), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    for (int lane = 0; lane < lanes(); ++lane) {
        paintLane(painter, lane);
    }
    paintAxes(painter);
}

void TrackPlot::paintLane(QPainter& painter, int lane) const
{
    const QRectF rect = laneRect(lane);
    painter.fillRect(rect, palette().base());
    painter.save();
    painter.setClipRect(rect);
    const std::vector<float> values = wantsValues() && m_content.values ? m_content.values(lane, visible()) : std::vector<float>();
    if (!values.empty()) {
        paintValues(painter, lane, values);
    } else {
        paintShares(painter, lane);
    }
    painter.restore();
    painter.setPen(withAlpha(palette().color(QPalette::WindowText), 0.35));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setFont(tickFont(*this));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF name(rect.right() + trackGap, rect.top(), nameWidth() + 1, rect.height());
    if (rect.height() + betweenLanes >= QFontMetrics(tickFont(*this)).height() || lane % 2 == 0) {
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, m_content.lanes[static_cast<std::size_t>(lane)].name);
    }
}

void TrackPlot::paintShares(QPainter& painter, int lane) const
{
    const PlaceSpan seen = visible();
    const int columns = this->columns();
    const std::vector<float> shares = m_content.shares ? m_content.shares(lane, seen, columns) : std::vector<float>();
    if (shares.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(laneRect(lane), Qt::AlignCenter | Qt::TextWordWrap, lane == 0 ? m_placeholder : QString());
        return;
    }
    QImage image(columns, m_content.directions, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int direction = 0; direction < m_content.directions; ++direction) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(m_content.directions - 1 - direction));
        for (int column = 0; column < columns; ++column) {
            const float share = shares[static_cast<std::size_t>(column) * static_cast<std::size_t>(m_content.directions)
                + static_cast<std::size_t>(direction)];
            line[column] = share < 0.0F ? line[column] : m_colors.at(std::sqrt(share));
        }
    }
    const double left = xOf(static_cast<double>(seen.first));
    const double right = xOf(static_cast<double>(seen.end));
    const QRectF rect = laneRect(lane);
    painter.drawImage(QRectF(left, rect.top(), right - left, rect.height()), image);
}

// The shorter way from one value to the next may lead over the edge: then the line leaves on one side and comes in on the other.
void TrackPlot::paintValues(QPainter& painter, int lane, std::span<const float> values) const
{
    const std::int64_t first = visible().first;
    const QColor color = m_content.lanes[static_cast<std::size_t>(lane)].color;
    const double distance = plot().width() / m_part.span();
    painter.setRenderHint(QPainter::Antialiasing);
    if (distance >= leastLineLength) {
        painter.setPen(QPen(withAlpha(color, 0.55), 1.0));
        for (std::size_t i = 0; i + 1 < values.size(); ++i) {
            const auto from = static_cast<double>(values[i]);
            const auto to = static_cast<double>(values[i + 1]);
            if (from < 0.0 || to < 0.0) {
                continue;
            }
            const auto place = first + static_cast<std::int64_t>(i);
            const double turned = to - from - std::round(to - from); // -1/2 ... 1/2
            painter.drawLine(pointOf(lane, place, from), pointOf(lane, place + 1, from + turned));
            if (from + turned < 0.0 || from + turned > 1.0) {
                painter.drawLine(pointOf(lane, place, to - turned), pointOf(lane, place + 1, to));
            }
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double radius = std::clamp(0.3 * distance, 1.0, 3.0);
    const bool areSmall = radius < 1.5; // and may be thousands: a circle takes much longer than a square
    painter.setRenderHint(QPainter::Antialiasing, !areSmall);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QPointF point = pointOf(lane, first + static_cast<std::int64_t>(i), static_cast<double>(values[i]));
        if (values[i] >= 0.0F && areSmall) {
            painter.fillRect(QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius), color);
        } else if (values[i] >= 0.0F) {
            painter.drawEllipse(point, radius, radius);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

std::vector<Tick> TrackPlot::placeTicks() const
{
    std::vector<Tick> ticks;
    const double most = std::max(1.0, plot().width() / leastLabelDistance);
    const auto step = std::max<std::int64_t>(1, std::llround(roundStep(std::max(m_part.span() / most, 1e-9))));
    const PlaceSpan seen = visible();
    const bool areWide = plot().width() / m_part.span() >= 2.0; // a place is a column then
    for (std::int64_t place = (seen.first + step - 1) / step * step; place < seen.end; place += step) {
        const double x = xOf(static_cast<double>(place) + (areWide ? 0.5 : 0.0));
        if (x >= plot().left() - 0.5 && x <= plot().right() + 0.5) {
            ticks.push_back({x, countText(place)});
        }
    }
    return ticks;
}

// As many as have room.
std::vector<Tick> TrackPlot::angleTicks() const
{
    const double room = laneRect(0).height() / (1.25 * QFontMetrics(tickFont(*this)).height());
    const int parts = room >= 4.0 ? 4 : room >= 2.0 ? 2 : 1;
    std::vector<Tick> ticks;
    for (int lane = 0; room >= 1.0 && m_axes.angleText && lane < lanes(); ++lane) {
        const QRectF rect = laneRect(lane);
        // The end of one lane is the beginning of the next: one label has room there.
        for (int part = lane + 1 < lanes() ? 1 : 0; part <= parts; ++part) {
            if (parts == 1 && part == 1 && lane > 0) {
                continue; // said once
            }
            const double turns = static_cast<double>(part) / parts;
            ticks.push_back({rect.bottom() - turns * rect.height(), m_axes.angleText(turns)});
        }
    }
    return ticks;
}

void TrackPlot::paintAxes(QPainter& painter) const
{
    const AxisPainter axes(painter, plot(), *this);
    axes.paintLeftTicks(angleTicks(), {.mark = 3, .distance = trackGap});
    axes.paintLeftTitle(m_axes.angles, 0);
    axes.paintBottomTicks(placeTicks(), {.mark = 3, .distance = trackGap, .spacing = 8});
    axes.paintBottomTitle(m_axes.places, plot().bottom() + trackGap + QFontMetrics(tickFont(*this)).height() + 2);
    paintColors(painter);
}

// "0 % [bar] 100 %" at the right of the title of the places, where that leaves room; not of single values.
void TrackPlot::paintColors(QPainter& painter) const
{
    const QFontMetrics metrics(tickFont(*this));
    const QString low = percentText(0.0);
    const QString high = percentText(1.0);
    const int bar = 8 * metrics.averageCharWidth();
    const int width = metrics.horizontalAdvance(low) + bar + metrics.horizontalAdvance(high) + 2 * trackGap;
    const QRectF area = plot();
    const double left = area.right() - width;
    if (wantsValues() || area.center().x() + 0.5 * fontMetrics().horizontalAdvance(m_axes.places) + 2 * trackGap > left) {
        return;
    }
    const double top = area.bottom() + trackGap + metrics.height() + 2;
    const QRectF line(left, top, width, fontMetrics().height());
    painter.setFont(tickFont(*this));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, high);
    const QRectF place(left + metrics.horizontalAdvance(low) + trackGap, line.center().y() - 4, bar, 9);
    QImage colors(bar, 1, QImage::Format_RGB32);
    for (int x = 0; x < bar; ++x) {
        colors.setPixel(x, 0, m_colors.at(std::sqrt((static_cast<float>(x) + 0.5F) / static_cast<float>(bar))));
    }
    painter.drawImage(place, colors);
}

// What is not selected is dimmed.
void TrackPlot::paintSelection(QPainter& painter) const
{
    if (m_selection.places() == 0) {
        return;
    }
    const QRectF area = plot();
    const double left = std::clamp(xOf(static_cast<double>(m_selection.first)), area.left(), area.right());
    const double right = std::clamp(xOf(static_cast<double>(m_selection.end)), area.left(), area.right());
    const QColor dim = withAlpha(palette().color(QPalette::Window), 0.55);
    painter.fillRect(QRectF(area.left(), area.top(), left - area.left(), area.height()), dim);
    painter.fillRect(QRectF(right, area.top(), area.right() - right, area.height()), dim);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    for (const double x : {left, right}) {
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void TrackPlot::paintMarkedLane(QPainter& painter) const
{
    if (m_marked >= 0 && m_marked < lanes() && lanes() > 1) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(laneRect(m_marked));
    }
}

} // namespace rotascope
