// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/ring_path.h"

#include <QPolygonF>
#include <cmath>
#include <numbers>
#include <vector>

namespace rotascope {
namespace {

// Unit vectors to the edges of n equal parts; the same n mostly comes again.
const std::vector<QPointF>& edgesOf(std::size_t count)
{
    static thread_local std::vector<QPointF> edges;
    if (edges.size() != count + 1) {
        edges.clear();
        for (std::size_t k = 0; k <= count; ++k) {
            edges.push_back(onCircle({}, 1.0, static_cast<double>(k) / static_cast<double>(count)));
        }
    }
    return edges;
}

} // namespace

QPointF onCircle(const QPointF& centre, double radius, double turns)
{
    const double angle = 2.0 * std::numbers::pi * turns;
    return centre + radius * QPointF(std::cos(angle), -std::sin(angle));
}

// There and back for each run of bars that are not empty: a renderer is quick with few points.
QPainterPath ringPath(const QPointF& centre, std::span<const double> from, std::span<const double> to)
{
    const std::vector<QPointF>& edges = edgesOf(to.size());
    const auto inner = [&](std::size_t k) { return from.size() == 1 ? from.front() : from[k]; };
    QPainterPath path;
    for (std::size_t k = 0; k < to.size();) {
        if (to[k] <= inner(k)) {
            ++k;
            continue;
        }
        const std::size_t first = k;
        QPolygonF outline;
        for (; k < to.size() && to[k] > inner(k); ++k) {
            outline << centre + to[k] * edges[k] << centre + to[k] * edges[k + 1];
        }
        for (std::size_t back = k; back-- > first;) {
            outline << centre + inner(back) * edges[back + 1] << centre + inner(back) * edges[back];
        }
        path.addPolygon(outline);
        path.closeSubpath();
    }
    return path;
}

} // namespace rotascope
