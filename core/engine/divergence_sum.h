// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The arithmetic of the divergences, shared with the CUDA engine. It uses only operations that IEEE 754 defines to the last bit
// (+ - * / sqrt; no library logarithm, no fused multiply-add), and sums in one fixed order: every engine gets the same doubles.

#include "core/angle/host_device.h"

#include <cmath>
#include <cstdint>
#include <cstring>

namespace rotascope {

/// How two angle distributions are compared. P is before, Q after the extension; F are frequencies (count / total).
enum class Divergence : std::uint8_t {
    KullbackLeibler, ///< "kl": KL(before || after), sum P ln((P+eps)/(Q+eps)); the direction of the paper's Table 3
    ReverseKullbackLeibler, ///< "reverse-kl": KL(after || before), as the paper's eq. 8 is printed
    JensenShannon, ///< "js": mean of the two KL to (P+Q)/2, natural logarithm, 0 ... ln 2; no epsilon
    TotalVariation, ///< "tv": half of sum |P - Q|, 0 ... 1; no epsilon
    Hellinger, ///< "hellinger": sqrt(half of sum (sqrt P - sqrt Q)^2), 0 ... 1; no epsilon
    Wasserstein ///< "wasserstein": circular Wasserstein-1 (earth mover's) distance in turns, 0 ... 1/2; no epsilon
};

/// count / total; a total of 0 means that there are no angles, then every frequency is 0.
ROTASCOPE_HOST_DEVICE inline double frequencyOf(std::uint64_t count, std::uint64_t total)
{
    return total == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(total);
}

namespace detail {

/// A positive finite double as mantissa * 2^exponent, 1 <= mantissa < 2.
struct BinaryFloat {
    double mantissa;
    int exponent;
};

ROTASCOPE_HOST_DEVICE inline BinaryFloat binaryFloat(double value)
{
    int exponent = 0;
    if (value < 0x1p-1022) { // subnormal
        value *= 0x1p64;
        exponent = -64;
    }
    std::uint64_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    exponent += static_cast<int>(bits >> 52) - 1023;
    bits = (bits & 0x000fffffffffffffU) | 0x3ff0000000000000U;
    memcpy(&value, &bits, sizeof bits);
    return {value, exponent};
}

} // namespace detail

/// ln(a / b) for positive finite a and b, to about 2 units in the last place: also where a is close to b, because
/// ln(a/b) = 2 artanh((a-b)/(a+b)) does not round the quotient before the logarithm.
ROTASCOPE_HOST_DEVICE inline double logOfRatio(double a, double b)
{
    const detail::BinaryFloat numerator = detail::binaryFloat(a);
    detail::BinaryFloat denominator = detail::binaryFloat(b);
    int exponent = numerator.exponent - denominator.exponent;
    // Bring the ratio of the mantissas into [1/sqrt 2, sqrt 2]; then their difference is exact.
    constexpr double squareRootOf2 = 1.4142135623730951;
    double mantissa = numerator.mantissa;
    if (mantissa > denominator.mantissa * squareRootOf2) {
        denominator.mantissa *= 2.0;
        ++exponent;
    } else if (mantissa * squareRootOf2 < denominator.mantissa) {
        mantissa *= 2.0;
        --exponent;
    }
    const double s = (mantissa - denominator.mantissa) / (mantissa + denominator.mantissa); // |s| <= 0.1716
    const double z = s * s;
    // artanh(s)/s - 1 = z/3 + z^2/5 + ... ; z^12/25 < 1e-20
    double series = 1.0 / 23.0;
    series = series * z + 1.0 / 21.0;
    series = series * z + 1.0 / 19.0;
    series = series * z + 1.0 / 17.0;
    series = series * z + 1.0 / 15.0;
    series = series * z + 1.0 / 13.0;
    series = series * z + 1.0 / 11.0;
    series = series * z + 1.0 / 9.0;
    series = series * z + 1.0 / 7.0;
    series = series * z + 1.0 / 5.0;
    series = series * z + 1.0 / 3.0;
    const double logarithm = 2.0 * s + 2.0 * s * (z * series);
    // ln 2 in two parts, so that a multiple of the first is exact.
    constexpr double ln2High = 0x1.62e42fefa38p-1;
    constexpr double ln2Low = 0x1.ef35793c7673p-45;
    return exponent * ln2High + (exponent * ln2Low + logarithm);
}

/// Neumaier's compensated sum: terms of both signs nearly cancel in a small divergence.
class CompensatedSum {
public:
    ROTASCOPE_HOST_DEVICE void add(double term)
    {
        const double next = m_sum + term;
        m_correction += fabs(m_sum) >= fabs(term) ? (m_sum - next) + term : (term - next) + m_sum;
        m_sum = next;
    }
    /// Adds what another one has summed.
    ROTASCOPE_HOST_DEVICE void add(const CompensatedSum& other)
    {
        add(other.m_sum);
        m_correction += other.m_correction;
    }
    [[nodiscard]] ROTASCOPE_HOST_DEVICE double value() const { return m_sum + m_correction; }

private:
    double m_sum = 0.0;
    double m_correction = 0.0;
};

/// The one order of summation: interval k belongs to lane k mod divergenceLanes; each lane adds its terms in the order of k;
/// then, for half = lanes/2, lanes/4 ... 1, lane i < half takes in lane i + half.
inline constexpr unsigned divergenceLanes = 64;

/// What interval k adds to its lane. p, q: frequencies before and after. Not for Divergence::Wasserstein.
ROTASCOPE_HOST_DEVICE inline void addTerm(Divergence divergence, double p, double q, double epsilon, CompensatedSum& lane)
{
    switch (divergence) {
    case Divergence::KullbackLeibler:
        if (p > 0.0) {
            lane.add(p * logOfRatio(p + epsilon, q + epsilon));
        }
        return;
    case Divergence::ReverseKullbackLeibler:
        if (q > 0.0) {
            lane.add(q * logOfRatio(q + epsilon, p + epsilon));
        }
        return;
    case Divergence::JensenShannon: {
        const double middle = 0.5 * (p + q);
        if (p > 0.0) {
            lane.add(0.5 * p * logOfRatio(p, middle));
        }
        if (q > 0.0) {
            lane.add(0.5 * q * logOfRatio(q, middle));
        }
        return;
    }
    case Divergence::TotalVariation:
        lane.add(fabs(p - q));
        return;
    case Divergence::Hellinger: {
        const double difference = sqrt(p) - sqrt(q);
        lane.add(difference * difference);
        return;
    }
    case Divergence::Wasserstein:
        return;
    }
}

/// The divergence from the sum of all lanes.
ROTASCOPE_HOST_DEVICE inline double finishDivergence(Divergence divergence, double sum, std::uint32_t intervals)
{
    switch (divergence) {
    case Divergence::JensenShannon:
        return sum > 0.0 ? sum : 0.0;
    case Divergence::TotalVariation:
        return 0.5 * sum;
    case Divergence::Hellinger:
        return sqrt(0.5 * sum);
    case Divergence::Wasserstein:
        return sum / intervals;
    case Divergence::KullbackLeibler:
    case Divergence::ReverseKullbackLeibler:
        break;
    }
    return sum;
}

} // namespace rotascope
