// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/decay.h"

#include "core/angle/turn.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rotascope {
namespace {

double radians(Turn turn, std::int64_t position)
{
    return 2.0 * std::numbers::pi * std::ldexp(static_cast<double>(phaseAt(turn, static_cast<std::uint64_t>(position))), -64);
}

// Turns by multiplication, 4 operations for each dimension and position, and begins anew from the exact angle every so often.
class Hands {
public:
    explicit Hands(std::span<const double> frequencies)
    {
        for (const double frequency : frequencies) {
            m_turns.push_back(turnOf(frequency));
        }
        const std::size_t count = m_turns.size();
        m_stepX.resize(count);
        m_stepY.resize(count);
        m_x.resize(count);
        m_y.resize(count);
        set(1, m_stepX, m_stepY);
    }

    // The sum of all x at m = 0, 1, 2, ... in turn.
    double next()
    {
        constexpr std::int64_t exactEvery = 256;
        if (m_position % exactEvery == 0) {
            set(m_position, m_x, m_y);
        } else {
            for (std::size_t i = 0; i < m_x.size(); ++i) {
                const double x = m_x[i] * m_stepX[i] - m_y[i] * m_stepY[i];
                m_y[i] = m_x[i] * m_stepY[i] + m_y[i] * m_stepX[i];
                m_x[i] = x;
            }
        }
        ++m_position;
        double sum = 0.0;
        for (const double x : m_x) {
            sum += x;
        }
        return sum;
    }

private:
    void set(std::int64_t position, std::vector<double>& x, std::vector<double>& y) const
    {
        for (std::size_t i = 0; i < m_turns.size(); ++i) {
            const double angle = radians(m_turns[i], position);
            x[i] = std::cos(angle);
            y[i] = std::sin(angle);
        }
    }

    std::vector<Turn> m_turns;
    std::vector<double> m_stepX;
    std::vector<double> m_stepY;
    std::vector<double> m_x;
    std::vector<double> m_y;
    std::int64_t m_position = 0;
};

} // namespace

std::vector<double> decay(std::span<const double> frequencies, std::int64_t count)
{
    Hands hands(frequencies);
    std::vector<double> curve(static_cast<std::size_t>(count));
    std::ranges::generate(curve, [&] { return hands.next(); });
    return curve;
}

std::vector<double> decayAt(std::span<const double> frequencies, std::span<const std::int64_t> distances)
{
    std::vector<double> curve(distances.size(), 0.0);
    for (const double frequency : frequencies) {
        const Turn turn = turnOf(frequency);
        for (std::size_t k = 0; k < distances.size(); ++k) {
            curve[k] += std::cos(radians(turn, distances[k]));
        }
    }
    return curve;
}

std::optional<std::int64_t> reachOf(std::span<const double> frequencies, std::int64_t length)
{
    Hands hands(frequencies);
    for (std::int64_t m = 0; m < length; ++m) {
        if (hands.next() < 0.0) {
            return m;
        }
    }
    return {};
}

} // namespace rotascope
