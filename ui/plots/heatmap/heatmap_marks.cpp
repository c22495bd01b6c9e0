// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/heatmap_marks.h"

#include "ui/base/colours.h"
#include "ui/plots/heatmap/heatmap_plan.h"

#include <QLineF>
#include <QList>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr double leastPointRow = 9.0; // logical pixels: in rows that are lower only large points are drawn
constexpr QColor edge(0, 0, 0, 200);

QPointF pointAt(const HeatmapCurve& curve, const HeatmapPlan& plan, int row)
{
    return plan.pointOf(row, curve.columns[static_cast<std::size_t>(row)]);
}

// A stroke in each row, on a dark one that is a little wider. What joins the rows is faint where it goes far, so that tables whose
// factors jump do not hatch the map.
void paintLine(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan)
{
    const double half = 0.5 * plan.rowHeight();
    QList<QLineF> strokes;
    QList<QLineF> joints;
    QList<QLineF> jumps;
    for (int row = 0; row < plan.rows; ++row) {
        const QPointF at = pointAt(curve, plan, row);
        strokes << QLineF(at - QPointF(0, half), at + QPointF(0, half));
        if (row > 0) {
            const QLineF joint(strokes[row - 1].p2(), strokes[row].p1());
            (std::abs(joint.dx()) < 0.08 * plan.plot.width() ? joints : jumps) << joint;
        }
    }
    painter.setPen(QPen(withAlpha(curve.color, 0.45), 1));
    painter.drawLines(jumps);
    painter.setPen(QPen(QColor(0, 0, 0, 170), curve.width + 2.0, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(strokes);
    painter.drawLines(joints);
    painter.setPen(QPen(curve.color, curve.width, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(joints);
    painter.drawLines(strokes);
}

void paintDiamonds(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan)
{
    const double half = std::clamp(0.35 * plan.rowHeight(), 2.0, 4.0);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(curve.color);
    for (int row = 0; row < plan.rows; ++row) {
        const QPointF at = pointAt(curve, plan, row);
        painter.drawPolygon(QPolygonF({at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)}));
    }
}

} // namespace

void paintCurve(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (curve.width > 0.0) {
        paintLine(painter, curve, plan);
    } else {
        paintDiamonds(painter, curve, plan);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintMarksOf(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan, std::size_t index, std::size_t all)
{
    for (const MarkPiece& piece : markPieces(plan.plot.height(), index, all)) {
        const int row = plan.rowAt(plan.plot.top() + 0.5 * (piece.begin + piece.end));
        paintCurveMark(painter, pointAt(curve, plan, row), curve.mark, curve.color, edge);
    }
}

void paintPoints(QPainter& painter, const HeatmapCurve& curve, const HeatmapPlan& plan, int current, int held)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    for (int row = 0; row < plan.rows; ++row) {
        const bool isLarge = row == held || row == current;
        if (isLarge || plan.rowHeight() >= leastPointRow) { // else they would run together
            painter.setBrush(row == held ? QColor(Qt::white) : curve.color);
            const double radius = isLarge ? 4.5 : 3.0;
            painter.drawEllipse(pointAt(curve, plan, row), radius, radius);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintCurrentRow(QPainter& painter, const HeatmapPlan& plan, int row, const QColor& triangles)
{
    if (row < 0 || row >= plan.rows) {
        return;
    }
    const QRectF area = plan.plot;
    const QRectF outline(area.left(), plan.topOf(row), area.width(), std::max(2.0, plan.rowHeight()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(edge);
    painter.drawRect(outline.adjusted(-2, -2, 1, 1));
    painter.setPen(Qt::white);
    painter.drawRect(outline.adjusted(-1, -1, 0, 0));

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(triangles);
    const double y = outline.center().y();
    constexpr int length = HeatmapPlan::markerWidth - 2;
    for (const double side : {-1.0, 1.0}) {
        const double tip = side < 0 ? area.left() - 2 : area.right() + 2;
        painter.drawPolygon(QPolygonF({{tip, y}, {tip + side * length, y - 4}, {tip + side * length, y + 4}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace rotascope
