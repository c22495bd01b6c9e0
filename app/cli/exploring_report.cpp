// SPDX-License-Identifier: GPL-3.0-or-later
// Landscapes and length sweeps, for people.
#include "app/cli/report.h"
#include "core/files/text_stream.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <limits>
#include <span>

namespace rotascope::cli {
namespace {

constexpr std::size_t profileWidth = 48;

// The range of the logarithms of a dimension's disturbances. It spans at least one power of ten, so that small differences look small, and
// at most six, as in the window.
struct Range {
    double low = 0.0;
    double high = 1.0;
};

Range rangeOf(std::span<const double> disturbances)
{
    constexpr double mostDecades = 6.0;
    double least = std::numeric_limits<double>::infinity();
    double greatest = 0.0;
    for (const double value : disturbances) {
        if (value > 0.0 && std::isfinite(value)) {
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
    }
    if (greatest == 0.0) {
        return {};
    }
    const double high = std::max(std::log10(greatest), std::log10(least) + 1.0);
    return {std::max(std::log10(least), high - mostDecades), high};
}

// A dimension's disturbances as a line of bars. Each bar stands for several factors and shows the least disturbance among them.
std::string profileOf(std::span<const double> disturbances)
{
    static constexpr std::array bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const Range range = rangeOf(disturbances);
    const std::size_t width = std::min(profileWidth, disturbances.size());
    std::string text;
    for (std::size_t column = 0; column < width; ++column) {
        const std::size_t first = column * disturbances.size() / width;
        const std::size_t last = (column + 1) * disturbances.size() / width;
        const double least = *std::ranges::min_element(disturbances.subspan(first, last - first));
        const double height = least > 0.0 ? (std::log10(least) - range.low) / (range.high - range.low) : 0.0;
        text += bars[static_cast<std::size_t>(std::lround(std::clamp(height, 0.0, 1.0) * static_cast<double>(bars.size() - 1)))];
    }
    return text;
}

void writeGaps(std::ostream& out, const Landscape& landscape, const Analysis& analysis)
{
    out << "\n"
        << std::left << std::setw(16) << "method" << std::right << std::setw(22) << "mean disturbance e-3" << std::setw(16)
        << "optimality gap"
        << "\n";
    for (const MethodAnalysis& method : analysis.methods) {
        if (method.result) {
            out << std::left << std::setw(16) << method.method->name << std::right << std::setw(22)
                << fixed(1e3 * method.result->meanDisturbance, 3) << std::setw(14)
                << fixed(100.0 * landscape.optimalityGap(*method.result), 1) << " %\n";
        }
    }
    out << std::left << std::setw(16) << "all minima" << std::right << std::setw(22) << fixed(1e3 * landscape.meanOfMinima(), 3) << "\n";
}

} // namespace

std::string textReport(const Landscape& landscape, const Analysis& analysis)
{
    TextStream out;
    out << headReport(analysis, landscape.run.usedAsOne(), landscape.milliseconds);
    writeGaps(out, landscape, analysis);
    const std::size_t count = landscape.factors.size();
    out << "\nThe gap is how much lower the mean could be with the best of these " << count
        << " factors.\nProfile: the disturbance under factors from 1 (left) to " << shortText(landscape.factors.back())
        << ", logarithmic, from each dimension's least to its greatest\n\n"
        << std::setw(9) << "dimension" << std::setw(16) << "wavelength" << std::setw(14) << "best factor" << std::setw(14) << "D there"
        << std::setw(14) << "extrapolation" << std::setw(15) << "interpolation"
        << "  profile\n";
    for (std::size_t i = 0; i < landscape.dimensions(); ++i) {
        const Dimension dimension(i);
        const std::size_t best = landscape.minimum[i];
        out << std::setw(9) << i << std::setw(16) << fixed(analysis.source->wavelength(i), 2) << std::setw(14)
            << fixed(landscape.factors[best], 6) << std::setw(14) << fixed(landscape.at(dimension, best), 8) << std::setw(14)
            << fixed(analysis.extrapolation->disturbance[i], 8) << std::setw(15) << fixed(analysis.interpolation->disturbance[i], 8) << "  "
            << profileOf(std::span(landscape.disturbance).subspan(i * count, count)) << "\n";
    }
    return out.str();
}

std::string textReport(const LengthSweep& sweep, const Analysis& analysis)
{
    TextStream out;
    out << headReport(analysis, sweep.run.usedAsOne(), sweep.milliseconds)
        << (analysis.settings.farWeight ? "\nnear + far e-3 of each method's table for L′. near is the same at all lengths; far is over "
                                          "the distances below each\n"
                                          "length, from the angles that the model saw in pre-training.\n\n"
                                        : "\nMean disturbance e-3 of each method's table for L′. Up to L it is compared with the "
                                          "unextended model at the same length,\n"
                                          "beyond L with what the model saw in pre-training.\n\n")
        << std::setw(11) << "length" << std::setw(4) << "";
    const auto widthOf = [](const SweepCurve& curve) { return static_cast<int>(std::max<std::size_t>(curve.name.size(), 9) + 2); };
    for (const SweepCurve& curve : sweep.curves) {
        if (!curve.name.empty()) { // the current table, which is a method's here
            out << std::setw(widthOf(curve)) << curve.name;
        }
    }
    for (std::size_t k = 0; k < sweep.lengths.size(); ++k) {
        const std::int64_t length = sweep.lengths[k];
        out << "\n" << std::setw(11) << length;
        // Not by setw, which counts bytes.
        out << (length == analysis.settings.targetLength ? "  L′" : length == analysis.settings.pretrainingLength ? "  L " : "    ");
        for (const SweepCurve& curve : sweep.curves) {
            if (!curve.name.empty()) {
                out << std::setw(widthOf(curve)) << fixed(1e3 * curve.meanDisturbance[k], 3);
            }
        }
    }
    out << "\n";
    return out.str();
}

} // namespace rotascope::cli
