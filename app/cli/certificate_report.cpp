// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates, for people.
#include "app/cli/report.h"
#include "core/files/text_stream.h"
#include "core/text.h"

#include <algorithm>
#include <iomanip>

namespace rotascope::cli {
namespace {

// "none", "3, 17", or the first of many and how many follow.
std::string channelsText(const std::vector<Dimension>& dimensions)
{
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, dimensions.size()); ++i) {
        text += (i > 0 ? ", " : "") + std::to_string(dimensions[i].row());
    }
    return dimensions.empty()      ? "none"
        : dimensions.size() > most ? text + " and " + std::to_string(dimensions.size() - most) + " more"
                                   : text;
}

// What a factor is for: "dimension", "head" or "channel".
std::string nounOf(const Analysis& analysis)
{
    const Encoding& encoding = analysis.source->encoding;
    return encoding.rotates() ? "dimension" : encoding.kind == EncodingKind::Alibi ? "head" : "channel";
}

void writeSum(std::ostream& out, const std::string& name, double sum, const Certificate& certificate)
{
    out << std::left << std::setw(16) << name << std::right << std::setw(16) << fixed(sum, 9) << std::setw(14)
        << fixed(1e3 * sum / certificate.weightSum, 6);
}

void writeTables(std::ostream& out, const Certificate& certificate, const std::string& noun)
{
    out << "\n"
        << std::left << std::setw(16) << "table" << std::right << std::setw(16) << "sum of terms" << std::setw(14) << "mean e-3"
        << std::setw(16) << "above least"
        << "  " << noun << "s without their least term\n";
    writeSum(out, "least of 1 and s", certificate.leastSum, certificate);
    out << "\n";
    writeSum(out, "least of grid", certificate.gridSum, certificate);
    out << "\n";
    for (const TableProof& table : certificate.tables) {
        writeSum(out, table.method, table.sum, certificate);
        out << std::setw(16) << fixed(table.sum - certificate.leastSum, 9) << "  " << channelsText(table.otherwise)
            << (table.hasTwoValues ? "" : "; has other factors") << "\n";
    }
    out << "\nNo table of the factors 1 and s has less than \"least of 1 and s\", and no table of the " << certificate.grid.size()
        << " factors from " << shortText(certificate.grid.front()) << " to " << shortText(certificate.grid.back())
        << " less than \"least of grid\":\na sum of terms that do not depend on each other is least where each is.\n";
}

void writeChannels(std::ostream& out, const Certificate& certificate, const Analysis& analysis)
{
    out << "\n"
        << std::setw(9) << nounOf(analysis) << std::setw(16) << "extrapolation" << std::setw(16) << "interpolation" << std::setw(15)
        << "least" << std::setw(16) << "margin" << std::setw(14) << "best factor" << std::setw(14) << "D there"
        << "\n";
    for (std::size_t i = 0; i < certificate.dimensions.size(); ++i) {
        const DimensionProof& proof = certificate.dimensions[i];
        out << std::setw(9) << i << std::setw(16) << fixed(analysis.extrapolation->disturbance[i], 8) << std::setw(16)
            << fixed(analysis.interpolation->disturbance[i], 8) << std::setw(15) << nameOf(proof.least) << std::setw(16)
            << fixed(proof.margin, 8) << std::setw(14) << fixed(proof.gridFactor, 6) << std::setw(14) << fixed(proof.gridTerm, 8) << "\n";
    }
}

void writeChoices(std::ostream& out, const std::string& name, const std::vector<ChoiceAt>& choices, const Analysis& analysis)
{
    if (choices.empty()) {
        return;
    }
    const std::string counted = analysis.source->encoding.rotates() ? "components" : nounOf(analysis) + "s";
    out << "\n" << std::setw(9) << name << std::setw(12) << counted << "  " << nounOf(analysis) << "s that choose otherwise\n";
    for (const ChoiceAt& choice : choices) {
        out << std::setw(9) << shortText(choice.value) << std::setw(12) << choice.interpolated(analysis.source->encoding) << "  "
            << channelsText(choice.changed) << "\n";
    }
}

} // namespace

std::string textReport(const Certificate& certificate, const Analysis& analysis)
{
    TextStream out;
    out << headReport(analysis, certificate.run.usedAsOne(), certificate.milliseconds);
    writeTables(out, certificate, nounOf(analysis));
    writeChannels(out, certificate, analysis);
    writeChoices(out, "b", certificate.byIntervals, analysis);
    writeChoices(out, "epsilon", certificate.byEpsilon, analysis);
    return out.str();
}

} // namespace rotascope::cli
