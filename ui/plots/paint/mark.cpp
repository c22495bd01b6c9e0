// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/mark.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

constexpr double markHalf = 4.5; // half of a mark, logical pixels
constexpr double markDistance = 26.0; // between a mark and the next one, of whatever curve

QPolygonF outlineOf(Mark::Shape shape)
{
    switch (shape) {
    case Mark::Shape::Triangle:
        return QPolygonF({{0, -markHalf}, {markHalf, markHalf}, {-markHalf, markHalf}});
    case Mark::Shape::TriangleDown:
        return QPolygonF({{0, markHalf}, {markHalf, -markHalf}, {-markHalf, -markHalf}});
    case Mark::Shape::Diamond:
        return QPolygonF({{0, -markHalf - 0.5}, {markHalf + 0.5, 0}, {0, markHalf + 0.5}, {-markHalf - 0.5, 0}});
    default:
        return {QRectF(0.5 - markHalf, 0.5 - markHalf, 2 * markHalf - 1, 2 * markHalf - 1)};
    }
}

// First wider in the colour of the ground, so that it stands out from curves and fills.
void paintStrokes(QPainter& painter, bool isUpright, const QColor& color, const QColor& ground)
{
    const std::array strokes = isUpright ? std::array{QLineF(-markHalf, 0, markHalf, 0), QLineF(0, -markHalf, 0, markHalf)}
                                         : std::array{QLineF(1 - markHalf, 1 - markHalf, markHalf - 1, markHalf - 1),
                                             QLineF(1 - markHalf, markHalf - 1, markHalf - 1, 1 - markHalf)};
    for (const bool isEdge : {true, false}) {
        painter.setPen(QPen(isEdge ? ground : color, isEdge ? 4.5 : 2.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(strokes.data(), strokes.size());
    }
}

void paintLetter(QPainter& painter, QChar letter, const QColor& color, const QColor& ground)
{
    QFont font = painter.font();
    font.setPixelSize(11);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(QPointF(), markHalf + 2, markHalf + 2);
    painter.setPen(color);
    painter.drawText(QRectF(-8, -8, 16, 16), Qt::AlignCenter, QString(letter));
}

} // namespace

void paintCurveMark(QPainter& painter, const QPointF& centre, const Mark& mark, const QColor& color, const QColor& ground)
{
    if (mark.shape == Mark::Shape::None) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    switch (mark.shape) {
    case Mark::Shape::Cross:
    case Mark::Shape::Plus:
        paintStrokes(painter, mark.shape == Mark::Shape::Plus, color, ground);
        break;
    case Mark::Shape::Letter:
        paintLetter(painter, mark.letter, color, ground);
        break;
    case Mark::Shape::Circle:
        painter.setPen(QPen(ground, 1));
        painter.setBrush(color);
        painter.drawEllipse(QPointF(), markHalf, markHalf);
        break;
    default:
        painter.setPen(QPen(ground, 1));
        painter.setBrush(color);
        painter.drawPolygon(outlineOf(mark.shape));
    }
    painter.restore();
}

std::vector<MarkPiece> markPieces(double length, std::size_t curve, std::size_t curves)
{
    std::vector<MarkPiece> pieces;
    const double period = markDistance * static_cast<double>(std::max<std::size_t>(curves, 3)); // few marks are enough
    for (double begin = 6.0 + markDistance * static_cast<double>(curve); begin + markHalf < length; begin += period) {
        pieces.push_back({begin, std::min(begin + markDistance - 2.0 * markHalf, length)});
    }
    return pieces;
}

} // namespace rotascope
