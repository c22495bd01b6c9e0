// SPDX-License-Identifier: GPL-3.0-or-later
// Two sources against each other, for people.
#include "app/cli/report.h"
#include "core/analysis/summary.h"
#include "core/files/escape.h"
#include "core/files/text_stream.h"
#include "core/text.h"

#include <algorithm>
#include <iomanip>

namespace rotascope::cli {
namespace {

void writeSource(std::ostream& out, char letter, const Source& source, const AnalysisSettings& settings)
{
    out << letter << "  " << visibleText(source.origin)
        << (source.isForSomeLayers() ? ", RoPE \"" + visibleText(source.ropeName) + "\"" : "") << ": L = " << settings.pretrainingLength
        << ", counted: " << beforeText(settings) << "\n";
}

void writeDirections(std::ostream& out, const Analysis& analysis)
{
    const SourceComparison& other = *analysis.other;
    const auto write = [&](const char* name, double mean, const std::vector<double>& each) {
        const auto greatest = std::ranges::max_element(each);
        out << std::left << std::setw(9) << name << std::right << std::setw(14) << fixed(1e3 * mean, 3) << std::setw(16)
            << fixed(*greatest, 8) << std::setw(5) << greatest - each.begin() << "\n";
    };
    out << "\n"
        << std::setw(23) << "mean e-3" << std::setw(16) << "greatest" << std::setw(5) << "at"
        << "\n";
    write("A to B", other.meanDivergence, other.divergence);
    write("B to A", other.meanReverse, other.reverse);
    out << "\n" << fixed(100 * other.meanUnseenShare, 2) << " % of B's angles are in intervals where A has none\n";
}

void writeDimensions(std::ostream& out, const Analysis& analysis)
{
    const SourceComparison& other = *analysis.other;
    const RopeConfig& a = analysis.source->rope;
    const RopeConfig& b = analysis.settings.other->source->rope;
    out << "\n"
        << std::setw(9) << "dimension" << std::setw(16) << "wavelength A" << std::setw(16) << "wavelength B" << std::setw(16)
        << "frequency B/A" << std::setw(14) << "A to B" << std::setw(14) << "B to A" << std::setw(11) << "unseen"
        << "\n";
    for (const Dimension i : byDifference(other)) {
        out << std::setw(9) << i.row() << std::setw(16) << fixed(a.wavelength(i), 2) << std::setw(16) << fixed(b.wavelength(i), 2)
            << std::setw(16) << fixed(other.frequencyRatio[i], 9) << std::setw(14) << fixed(other.divergence[i], 8) << std::setw(14)
            << fixed(other.reverse[i], 8) << std::setw(9) << fixed(100 * other.unseenShare[i], 2) << " %\n";
    }
}

} // namespace

std::string differencesReport(const Analysis& analysis)
{
    TextStream out;
    const AnalysisSettings& settings = analysis.settings;
    const DivergenceInfo& divergence = infoOf(settings.divergence);
    writeSource(out, 'A', *analysis.source, settings);
    writeSource(out, 'B', *settings.other->source, settingsOfOther(settings));
    out << "b = " << settings.intervals << "; " << divergence.label
        << (divergence.usesEpsilon ? ", epsilon " + shortText(settings.epsilon) : "")
        << (settings.weights.areEqual() ? "" : "; dimensions weighted by " + settings.weights.name) << "; engine "
        << visibleText(analysis.engine.name) << " (" << visibleText(analysis.engine.device) << "), " << fixed(analysis.milliseconds, 1)
        << " ms\nA to B: A is before and B after; B to A: the other way round\n";
    writeDirections(out, analysis);
    writeDimensions(out, analysis);
    return out.str();
}

} // namespace rotascope::cli
