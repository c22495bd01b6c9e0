// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QColor>
#include <QPointF>
#include <algorithm>
#include <cstddef>
#include <vector>

class QPainter;

namespace rotascope {

/// A shape or a letter that goes with a colour, so that curves can be told apart without colours.
struct Mark {
    enum class Shape { None, Circle, Triangle, TriangleDown, Square, Diamond, Cross, Plus, Letter };
    Shape shape = Shape::None;
    QChar letter = {}; ///< of Shape::Letter

    static Mark ofLetter(QChar letter) { return {Shape::Letter, letter}; }
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// Paints one in `color`, with an edge in `ground`, the colour behind it; in 9 logical pixels.
void paintCurveMark(QPainter& painter, const QPointF& centre, const Mark& mark, const QColor& color, const QColor& ground);

/// Where the marks of curve `curve` of `curves` stand along `length` logical pixels: the begin and end of the piece in which each has to
/// find its place. No piece of one curve reaches into one of another.
struct MarkPiece {
    double begin;
    double end;
};
std::vector<MarkPiece> markPieces(double length, std::size_t curve, std::size_t curves);

/// Whether a curve is drawn with marks, and how many of some are.
template <class Curve> bool hasMarks(const Curve& curve)
{
    return curve.visible && curve.mark.shape != Mark::Shape::None;
}
template <class Curve> std::size_t markedCurves(const std::vector<Curve>& curves)
{
    return static_cast<std::size_t>(std::ranges::count_if(curves, hasMarks<Curve>));
}

} // namespace rotascope
