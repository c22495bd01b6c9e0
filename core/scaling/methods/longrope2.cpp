// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling/factor_search.h"
#include "core/scaling/method.h"

#include <algorithm>
#include <cmath>

namespace rotascope::method {
namespace {

constexpr std::size_t scales = 17; // from s to 2 s, evenly in the logarithm

// s0^(i/d) up to the critical dimension d, s0 from it on.
double factorOf(double scale, std::size_t critical, std::size_t dimension)
{
    return dimension >= critical ? scale : std::pow(scale, static_cast<double>(dimension) / static_cast<double>(critical));
}

// Critical dimensions to try: from the first that makes less than 10 turns within L to the first that makes less than one.
std::vector<std::size_t> criticalDimensions(const MethodInput& input)
{
    constexpr double mostTurns = 10.0;
    constexpr double leastTurns = 1.0;
    const auto firstBelow = [&](double turns) {
        std::size_t i = 0;
        while (i < input.rope.dimensions() && static_cast<double>(input.pretrainingLength) / input.rope.wavelength(i) >= turns) {
            ++i;
        }
        return i;
    };
    std::vector<std::size_t> all;
    for (std::size_t d = std::max<std::size_t>(firstBelow(mostTurns), 1); d <= std::max<std::size_t>(firstBelow(leastTurns), 1); ++d) {
        all.push_back(d);
    }
    return all;
}

// LongRoPE2 (arXiv 2502.20082) looks for the critical dimension and the factor from there on by the perplexity of a model; here the mean
// disturbance judges, over every critical dimension and 17 factors: exact for these.
Expected<ScalingTable> make(const MethodInput& input)
{
    std::vector<ScalingTable> tables;
    for (const std::size_t critical : criticalDimensions(input)) {
        for (std::size_t k = 0; k < scales; ++k) {
            const double scale = input.scale() * std::exp2(static_cast<double>(k) / static_cast<double>(scales - 1));
            ScalingTable table{.factors = std::vector<double>(input.rope.dimensions())};
            for (std::size_t i = 0; i < table.factors.size(); ++i) {
                table.factors[i] = factorOf(scale, critical, i);
            }
            tables.push_back(std::move(table));
        }
    }
    return leastDisturbed(input, std::move(tables));
}

} // namespace

extern const Method longrope2;
const Method longrope2 = {
    .name = "longrope2",
    .label = Sentence::marked("LongRoPE2"),
    .description = Sentence::marked(
        "A power of a factor from s to 2 s that grows up to a critical dimension, then the factor itself; both found by a search."),
    .order = 14,
    .onRequest = true,
    .make = make,
};

} // namespace rotascope::method
