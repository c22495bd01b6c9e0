// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/angle/near_far.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numbers>

namespace rotascope {
namespace {

using Wide = unsigned __int128;

constexpr double turnsOfPhase = 0x1p-64;
constexpr Wide wholeTurn = Wide{1} << 64;

// The sine of x, 0 ... pi/2, to 4e-16: its series, of operations that are the same everywhere.
double sineOf(double x)
{
    const double y = x * x;
    double sum = -1.0 / 121645100408832000.0;
    sum = sum * y + 1.0 / 355687428096000.0;
    sum = sum * y - 1.0 / 1307674368000.0;
    sum = sum * y + 1.0 / 6227020800.0;
    sum = sum * y - 1.0 / 39916800.0;
    sum = sum * y + 1.0 / 362880.0;
    sum = sum * y - 1.0 / 5040.0;
    sum = sum * y + 1.0 / 120.0;
    sum = sum * y - 1.0 / 6.0;
    return x + x * y * sum;
}

// Of an arc of 0 ... 2^63, half a turn.
double chordOf(double distance)
{
    return 2.0 * sineOf(std::numbers::pi * turnsOfPhase * distance);
}

// The integral of the chord over the arcs from 0 to this one, in turns: (2/pi)(1 - cos), without the difference.
double integralOfChord(std::uint64_t distance)
{
    const double sine = sineOf(0.5 * std::numbers::pi * turnsOfPhase * static_cast<double>(distance));
    return 4.0 / std::numbers::pi * sine * sine;
}

// q steps of a turn, which advance by little: the progressions r, r + q, r + 2q ... for r < q.
struct Stride {
    std::uint64_t q = 1;
    std::uint64_t step = 0; ///< in 2^-64 turns
    bool backwards = false;
};

// Of the convergents of the turn with q <= mostQ the first whose step is small, else the last (Euclid's algorithm).
Stride strideOf(Turn turn, std::uint64_t mostQ)
{
    constexpr Wide small = wholeTurn >> 17;
    std::array<std::uint64_t, 2> q{1, 0};
    std::array<Wide, 2> step{turn.value, wholeTurn};
    Stride best{1, turn.value, false};
    for (std::size_t s = 0; step[s] > small; s = 1 - s) {
        const std::size_t other = 1 - s;
        const Wide times = step[other] / step[s];
        if (times > mostQ || q[other] + static_cast<std::uint64_t>(times) * q[s] > mostQ) {
            break;
        }
        q[other] += static_cast<std::uint64_t>(times) * q[s];
        step[other] -= times * step[s];
        best = {q[other], static_cast<std::uint64_t>(step[other]), other == 1};
    }
    return best;
}

// How many of the numbers r, r + q ... are below the length.
std::uint64_t termsOf(std::uint64_t r, std::uint64_t q, std::uint64_t length)
{
    return (length - r + q - 1) / q;
}

// Calls back with m = 0 ... count-1 in the order of their phases: at most three steps lead from one to the next (three-distance theorem,
// Sós 1958). The phases differ.
template <class Visit> void visitInOrder(Turn turn, std::uint64_t count, const Visit& visit)
{
    std::uint64_t least = 1;
    std::uint64_t greatest = 1;
    for (std::uint64_t m = 2; m < count; ++m) {
        least = phaseAt(turn, m) < phaseAt(turn, least) ? m : least;
        greatest = phaseAt(turn, m) > phaseAt(turn, greatest) ? m : greatest;
    }
    visit(0);
    std::uint64_t m = 0;
    for (std::uint64_t k = 1; k < count; ++k) {
        m = m + least < count ? m + least : m < greatest ? m + least - greatest : m - greatest;
        visit(m);
    }
}

} // namespace

double nearOf(Turn before, Turn after)
{
    double sum = 0.0;
    for (unsigned r = 1; r <= nearOffsets; ++r) {
        const std::uint64_t phase = r * (before.value - after.value);
        sum += chordOf(static_cast<double>(std::min(phase, 0 - phase)));
    }
    return sum / nearOffsets;
}

SeenAngles::SeenAngles(Turn turn, std::int64_t length)
{
    // After 2^64 / gcd positions the angles are those again that were there.
    const auto zeros = static_cast<unsigned>(std::countr_zero(turn.value));
    const std::uint64_t period = zeros == 0 ? ~std::uint64_t{0} : zeros == 64 ? 1 : std::uint64_t{1} << (64 - zeros);
    keep(turn, std::min(static_cast<std::uint64_t>(length), period));
    index();
}

void SeenAngles::keep(Turn turn, std::uint64_t length)
{
    if (length <= static_cast<std::uint64_t>(mostSeenAngles)) {
        m_arcs.reserve(length);
        visitInOrder(turn, length, [&](std::uint64_t m) { m_arcs.push_back({phaseAt(turn, m), phaseAt(turn, m)}); });
        return;
    }
    const Stride stride = strideOf(turn, static_cast<std::uint64_t>(mostSeenAngles));
    m_error = std::numbers::pi * turnsOfPhase * static_cast<double>(stride.step);
    std::vector<Arc> arcs;
    arcs.reserve(stride.q + 2);
    for (std::uint64_t r = 0; r < stride.q; ++r) {
        const std::uint64_t steps = termsOf(r, stride.q, length) - 1;
        const Wide arc = Wide{steps} * stride.step;
        if (arc >= wholeTurn) {
            m_arcs = {{0, ~std::uint64_t{0}}};
            return;
        }
        const std::uint64_t start = phaseAt(turn, r);
        const std::uint64_t first = stride.backwards ? start - static_cast<std::uint64_t>(arc) : start;
        const std::uint64_t last = first + static_cast<std::uint64_t>(arc);
        if (last < first) { // over the edge of the circle
            arcs.push_back({first, ~std::uint64_t{0}});
            arcs.push_back({0, last});
        } else {
            arcs.push_back({first, last});
        }
    }
    std::ranges::sort(arcs, {}, &Arc::first);
    for (const Arc& arc : arcs) {
        join(arc);
    }
}

// Adds an arc that begins at or behind the last; what overlaps becomes one.
void SeenAngles::join(Arc arc)
{
    if (!m_arcs.empty() && arc.first <= m_arcs.back().last) {
        m_arcs.back().last = std::max(m_arcs.back().last, arc.last);
    } else {
        m_arcs.push_back(arc);
    }
}

void SeenAngles::index()
{
    // Two to four parts for each arc, of the circle as far as there are arcs: those of a slow dimension lie close together.
    const auto bits = static_cast<unsigned>(std::bit_width(m_arcs.back().first));
    const auto wanted = static_cast<unsigned>(std::bit_width(m_arcs.size())) + 1;
    m_shift = bits > wanted ? bits - wanted : 0;
    const std::size_t parts = static_cast<std::size_t>(m_arcs.back().first >> m_shift) + 1;
    m_arcAt.reserve(parts + 1);
    std::uint32_t arc = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        while (arc + 1 < m_arcs.size() && m_arcs[arc + 1].first <= std::uint64_t{part} << m_shift) {
            ++arc;
        }
        m_arcAt.push_back(arc);
    }
    m_arcAt.push_back(static_cast<std::uint32_t>(m_arcs.size() - 1));
    m_integral.push_back(0.0);
    for (std::size_t i = 0; i < m_arcs.size(); ++i) {
        const std::uint64_t next = i + 1 < m_arcs.size() ? m_arcs[i + 1].first : 0;
        const bool hasGap = m_arcs[i].last != next - 1;
        const std::uint64_t half = (next - m_arcs[i].last - 1) / 2 + 1; // of a gap that may be a whole turn, which is 0 here
        m_integral.push_back(m_integral.back() + (hasGap ? 2.0 * integralOfChord(half) : 0.0));
    }
}

SeenAngles::Place SeenAngles::placeOf(std::uint64_t phase) const
{
    std::size_t arc = m_arcs.size() - 1;
    if (phase < m_arcs.back().first) {
        const std::size_t part = phase >> m_shift;
        arc = m_arcAt[part];
        for (std::size_t beyond = m_arcAt[part + 1] + std::size_t{1}; beyond - arc > 1;) {
            const std::size_t middle = (arc + beyond) / 2;
            (m_arcs[middle].first <= phase ? arc : beyond) = middle;
        }
    }
    const std::uint64_t next = arc + 1 < m_arcs.size() ? m_arcs[arc + 1].first : 0;
    return {arc, phase > m_arcs[arc].last ? phase - m_arcs[arc].last : 0, next - phase};
}

std::uint64_t SeenAngles::distanceOf(std::uint64_t phase) const
{
    const Place place = placeOf(phase);
    return place.behind == 0 ? 0 : std::min(place.behind, place.ahead);
}

double SeenAngles::integralTo(std::uint64_t phase) const
{
    const Place place = placeOf(phase);
    return place.behind == 0          ? m_integral[place.arc]
        : place.behind <= place.ahead ? m_integral[place.arc] + integralOfChord(place.behind)
                                      : m_integral[place.arc + 1] - integralOfChord(place.ahead);
}

double SeenAngles::sumOfVisited(Turn turn, std::int64_t length) const
{
    constexpr std::int64_t atATime = 512; // distances first, so that chords are made in vectors
    std::array<double, atATime> values{};
    double sum = 0.0;
    for (std::int64_t first = 0; first < length; first += atATime) {
        const auto count = static_cast<std::size_t>(std::min(atATime, length - first));
        for (std::size_t k = 0; k < count; ++k) {
            values[k] = static_cast<double>(distanceOf(phaseAt(turn, static_cast<std::uint64_t>(first) + k)));
        }
        for (std::size_t k = 0; k < count; ++k) {
            values[k] = chordOf(values[k]);
        }
        for (std::size_t k = 0; k < count; ++k) {
            sum += values[k];
        }
    }
    return sum;
}

Far SeenAngles::farOf(Turn turn, std::int64_t length) const
{
    if (length <= mostVisited) {
        return {sumOfVisited(turn, length) / static_cast<double>(length), m_error};
    }
    const auto all = static_cast<std::uint64_t>(length);
    const Stride stride = strideOf(turn, static_cast<std::uint64_t>(mostProgressions));
    const Wide shortArc = wholeTurn >> 24; // the difference of two integrals would be rounding
    const double step = turnsOfPhase * static_cast<double>(stride.step);
    double sum = 0.0;
    double error = 0.5 * std::numbers::pi * step;
    for (std::uint64_t r = 0; r < stride.q; ++r) {
        const std::uint64_t terms = termsOf(r, stride.q, all);
        const Wide arc = Wide{terms} * stride.step;
        const std::uint64_t start = phaseAt(turn, r) - stride.step / 2;
        const std::uint64_t first = stride.backwards ? start + stride.step - static_cast<std::uint64_t>(arc) : start;
        if (arc < shortArc) {
            sum += static_cast<double>(terms) * chordOf(static_cast<double>(distanceOf(first + static_cast<std::uint64_t>(arc) / 2)));
            error = std::max(error, std::numbers::pi * turnsOfPhase * static_cast<double>(static_cast<std::uint64_t>(arc)));
            continue;
        }
        const std::uint64_t last = first + static_cast<std::uint64_t>(arc);
        const auto rounds = static_cast<double>(static_cast<std::uint64_t>(arc >> 64) + (last < first ? 1 : 0));
        sum += (rounds * m_integral.back() + integralTo(last) - integralTo(first)) / step;
    }
    return {sum / static_cast<double>(all), m_error + error};
}

} // namespace rotascope
