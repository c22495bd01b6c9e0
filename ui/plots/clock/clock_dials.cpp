// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/clock/clock_dials.h"

#include "ui/base/colours.h"
#include "ui/base/focus_frame.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/paint/ring_path.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

constexpr double ringGap = 2.0; // between circle and bars, logical pixels
constexpr double leastLabelledCell = 30.0;
constexpr double leastRadius = 14.0; // of a circle that gives room to a second line

std::vector<double> outerEdges(double radius, double length, const RingBars& bars)
{
    std::vector<double> edges;
    edges.reserve(bars.size());
    for (const float bar : bars) {
        edges.push_back(radius + length * static_cast<double>(bar));
    }
    return edges;
}

} // namespace

ClockDials::ClockDials(QWidget* parent) : StillPlot(parent), m_stale(this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 80);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void ClockDials::setDials(std::vector<ClockDial> dials)
{
    m_dials = std::move(dials);
    m_hands.assign(m_dials.size(), {});
    arrange();
}

void ClockDials::setMarked(int dial)
{
    for (std::size_t i = 0; i < m_dials.size(); ++i) {
        m_dials[i].isMarked = static_cast<int>(i) == dial;
    }
    invalidate();
}

void ClockDials::setHands(int dial, ClockHands hands)
{
    const auto i = static_cast<std::size_t>(dial);
    m_hands.at(i) = std::move(hands);
    update(placeOf(i).cell.toAlignedRect());
}

void ClockDials::setColours(const ClockColours& colours)
{
    m_colours = colours;
    invalidate();
}

void ClockDials::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    invalidate();
}

std::shared_ptr<ClockDials> ClockDials::forFigure() const
{
    auto copy = std::make_shared<ClockDials>();
    styleForFigure(*copy);
    copy->setDials(m_dials);
    copy->setMarked(-1);
    copy->m_hands = m_hands;
    copy->m_colours = m_colours;
    return copy;
}

// ---- For those who are read to

QString ClockDials::reading() const
{
    if (m_dials.empty() || !m_angleText) {
        return m_placeholder;
    }
    const auto partOf = [](double turns) { return turns - std::floor(turns); };
    QStringList lines;
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines << stale;
    }
    for (std::size_t i = 0; i < m_dials.size(); ++i) {
        const ClockHands& hands = m_hands[i];
        QString line = tr("Dimension %1, %2: hand at %3").arg(m_dials[i].name, m_dials[i].fact, m_angleText(partOf(hands.query)));
        if (hands.isUnseen) {
            line += tr(", where nothing was seen before");
        }
        if (hands.key) {
            line += tr("; key at %1").arg(m_angleText(partOf(*hands.key)));
        }
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

// ---- Geometry

// Facts take a second line where they do not fit into one, as long as the circles stay large enough to be read.
void ClockDials::arrange()
{
    arrangeFor(Label::OneLine);
    if (!m_dials.empty() && !factsFit()) {
        arrangeFor(Label::TwoLines);
        if (!factsFit() || placeOf(0).radius < leastRadius) {
            arrangeFor(Label::Name);
        }
    }
    invalidate();
}

// As many columns as make the cells largest.
void ClockDials::arrangeFor(Label label)
{
    m_label = label;
    const int count = std::max(1, static_cast<int>(m_dials.size()));
    double best = 0.0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double side = std::min(static_cast<double>(width()) / columns, static_cast<double>(height()) / rows - labelHeight());
        if (side > best) {
            best = side;
            m_columns = columns;
            m_cell = QSizeF(static_cast<double>(width()) / columns, static_cast<double>(height()) / rows);
        }
    }
}

bool ClockDials::factsFit() const
{
    const QFontMetrics metrics(tickFont(*this));
    return std::ranges::all_of(m_dials, [&](const ClockDial& dial) {
        return std::ranges::all_of(
            linesOf(dial), [&](const QString& line) { return metrics.horizontalAdvance(line) + 4 < m_cell.width(); });
    });
}

int ClockDials::labelHeight() const
{
    return QFontMetrics(tickFont(*this)).height() * (m_label == Label::TwoLines ? 2 : 1) + 2;
}

QStringList ClockDials::linesOf(const ClockDial& dial) const
{
    switch (m_label) {
    case Label::OneLine:
        return {dial.name + QStringLiteral(" · ") + dial.fact};
    case Label::TwoLines:
        return {dial.name, dial.fact};
    default:
        return {dial.name};
    }
}

ClockDials::Place ClockDials::placeOf(std::size_t dial) const
{
    const int column = static_cast<int>(dial) % m_columns;
    const int row = static_cast<int>(dial) / m_columns;
    Place place;
    place.cell = QRectF(column * m_cell.width(), row * m_cell.height(), m_cell.width(), m_cell.height());
    const double label = m_cell.width() >= leastLabelledCell ? labelHeight() : 0;
    const double side = std::min(m_cell.width(), m_cell.height() - label) - 4.0;
    place.centre = QPointF(place.cell.center().x(), place.cell.top() + (place.cell.height() - label) / 2);
    place.label = QRectF(place.cell.left(), place.centre.y() + side / 2 + 1.0, place.cell.width(), label);
    place.radius = std::max(2.0, 0.33 * side);
    place.bars = std::max(1.0, 0.5 * side - place.radius - ringGap);
    return place;
}

QPointF ClockDials::centreOf(int dial) const
{
    return placeOf(static_cast<std::size_t>(dial)).centre;
}

QStringList ClockDials::label(int dial) const
{
    return m_cell.width() < leastLabelledCell ? QStringList() : linesOf(m_dials.at(static_cast<std::size_t>(dial)));
}

// ---- Painting

void ClockDials::paintStill(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_dials.size(); ++i) {
        paintFace(painter, i);
    }
}

void ClockDials::paintFace(QPainter& painter, std::size_t dial) const
{
    const ClockDial& shown = m_dials[dial];
    const Place place = placeOf(dial);
    if (shown.isMarked) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.cell.adjusted(2, 2, -2, -2), 4, 4);
    }
    const double from = place.radius + ringGap;
    const std::array start = {from};
    std::vector<double> edges = outerEdges(from, place.bars, shown.before);
    for (std::size_t k = 0; k < edges.size(); ++k) { // what was seen at all is visible
        edges[k] = shown.before[k] > 0.0F ? std::max(edges[k], from + 1.5) : from;
    }
    painter.fillPath(ringPath(place.centre, start, edges), withAlpha(m_colours.before, 0.45));
    painter.setPen(QPen(withAlpha(palette().color(QPalette::WindowText), 0.45), 1));
    painter.setBrush(palette().base());
    painter.drawEllipse(place.centre, place.radius, place.radius);
    painter.drawLine(onCircle(place.centre, place.radius - 3, 0.0), onCircle(place.centre, place.radius, 0.0)); // where angles begin
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(tickFont(*this));
    painter.drawText(place.label, Qt::AlignHCenter | Qt::AlignTop, label(static_cast<int>(dial)).join(QLatin1Char('\n')));
}

void ClockDials::paintSector(QPainter& painter, const Place& place, const ClockHands& hands) const
{
    const double span = hands.query - *hands.key - std::floor(hands.query - *hands.key);
    const double radius = 0.7 * place.radius;
    constexpr double parts = 16.0 * 360.0; // of drawPie
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(m_colours.key, 0.3));
    const double begin = *hands.key - std::floor(*hands.key);
    painter.drawPie(QRectF(place.centre.x() - radius, place.centre.y() - radius, 2 * radius, 2 * radius),
        static_cast<int>(std::lround(begin * parts)), static_cast<int>(std::lround(span * parts)));
}

void ClockDials::paintMoving(QPainter& painter, std::size_t dial) const
{
    const ClockHands& hands = m_hands[dial];
    const Place place = placeOf(dial);
    const double from = place.radius + ringGap;
    const std::array start = {from};
    const std::vector<double> seen = outerEdges(from, place.bars, hands.visited);
    painter.fillPath(ringPath(place.centre, start, seen), m_colours.hand);
    std::vector<double> lit = seen;
    for (std::size_t k = 0; k < lit.size(); ++k) {
        lit[k] += hands.unseen[k] > 0.0F ? std::max(2.0, place.bars * static_cast<double>(hands.unseen[k])) : 0.0;
    }
    painter.fillPath(ringPath(place.centre, seen, lit), m_colours.unseen);
    if (hands.key) {
        paintSector(painter, place, hands);
        paintHand(painter, place, *hands.key, m_colours.key, Tip::Square);
    }
    paintHand(painter, place, hands.query, hands.isUnseen ? m_colours.unseen : m_colours.hand, hands.isUnseen ? Tip::Ring : Tip::Dot);
}

// The tips tell hands apart without their colours.
void ClockDials::paintHand(QPainter& painter, const Place& place, double turns, const QColor& color, Tip shape) const
{
    const double width = shape == Tip::Ring ? 3.0 : shape == Tip::Dot ? 2.2 : 1.5;
    const QPointF tip = onCircle(place.centre, place.radius - 1, turns);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(place.centre, tip);
    painter.setPen(shape == Tip::Ring ? QPen(color, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(shape == Tip::Ring ? palette().color(QPalette::Base) : color);
    if (shape == Tip::Square) {
        painter.drawRect(QRectF(tip.x() - 2.5, tip.y() - 2.5, 5.0, 5.0));
    } else {
        painter.drawEllipse(tip, 1.3 * width, 1.3 * width);
    }
}

void ClockDials::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setClipRegion(event->region());
    drawStill(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_dials.size(); ++i) {
        if (event->region().intersects(placeOf(i).cell.toAlignedRect())) {
            paintMoving(painter, i);
        }
    }
    if (m_dials.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    }
    m_stale.paint(painter, rect(), *this);
    if (hasFocus()) {
        paintFocusFrame(painter, rect(), palette());
    }
}

void ClockDials::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    setMinimumSize(1, 1);
    resize(size);
    arrange();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_dials.size(); ++i) {
        paintFace(painter, i);
        paintMoving(painter, i);
    }
}

// ---- Events

void ClockDials::mousePressEvent(QMouseEvent* event)
{
    for (std::size_t i = 0; i < m_dials.size() && event->button() == Qt::LeftButton; ++i) {
        if (placeOf(i).cell.contains(event->position())) {
            emit clicked(static_cast<int>(i));
            return;
        }
    }
    QWidget::mousePressEvent(event);
}

void ClockDials::resizeEvent(QResizeEvent* event)
{
    StillPlot::resizeEvent(event);
    arrange();
}

void ClockDials::changeEvent(QEvent* event)
{
    StillPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        arrange();
    }
}

} // namespace rotascope
