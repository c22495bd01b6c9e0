// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/charts/visible_part.h"

#include <algorithm>

namespace rotascope {
namespace {

constexpr double leastSpan = 4.0; // intervals: closer in there is nothing to see

} // namespace

VisiblePart::VisiblePart(std::int64_t intervals) : m_all(static_cast<double>(std::max<std::int64_t>(1, intervals))), m_span(m_all) { }

double VisiblePart::allowed(double span) const
{
    return std::clamp(span, std::min(leastSpan, m_all), m_all);
}

void VisiblePart::show(double begin, double span)
{
    m_span = allowed(span);
    m_begin = std::clamp(begin, 0.0, m_all - m_span);
}

void VisiblePart::zoom(double factor, double around)
{
    const double span = allowed(m_span * factor);
    show(around - (around - m_begin) * span / m_span, span);
}

void VisiblePart::reveal(int interval)
{
    show(std::clamp(m_begin, interval + 1 - m_span, static_cast<double>(interval)), m_span);
}

} // namespace rotascope
