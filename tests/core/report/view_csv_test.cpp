// SPDX-License-Identifier: GPL-3.0-or-later
// The data that views save holds core's own numbers, to the bit.
#include "core/report/view_csv.h"

#include "core/engine/cpu_engine.h"
#include "core/files/text.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numbers>

using namespace rotascope;
using testing::HasSubstr;
using testing::StartsWith;
using Lines = std::vector<std::vector<std::string>>;

namespace {

std::vector<std::string> fieldsOf(std::string_view line, char separator)
{
    std::vector<std::string> fields(1);
    for (const char c : line) {
        c == separator ? fields.emplace_back() : fields.back() += c;
    }
    return fields;
}

// Without the lines that say how it was made; the names of the columns come first.
Lines linesOf(std::string_view text, char separator = ',')
{
    Lines lines;
    while (!text.empty()) {
        if (const std::string_view line = takeLine(text); !line.starts_with("# ")) {
            lines.push_back(fieldsOf(line, separator));
        }
    }
    return lines;
}

class ViewCsv : public testing::Test {
protected:
    static double number(const std::string& field) { return numberOf(field).value(); }
    // Of dimension 3 alone, all of them at positions 1500 ... 2999.
    [[nodiscard]] ErrorsReport someErrors() const
    {
        const std::size_t dimensions = source->rope.dimensions();
        MeasuredErrors errors{AngleErrors(dimensions), {1500, 3}, AngleErrors(dimensions * 3)};
        const std::vector<double> some = {0.25, -0.5};
        errors.ofDimensions.add(3, some);
        errors.ofSpans.add(errors.cell(3, 1), some);
        return {std::make_shared<const MeasuredErrors>(std::move(errors)), "table", source->rope.invFreq,
            std::vector<std::int64_t>(dimensions, 4095)};
    }

    std::unique_ptr<Engine> engine = makeCpuEngine();
    std::shared_ptr<const Source> source = llama2Source();
    std::shared_ptr<const Analysis> analysis = *analyze(*engine, source, defaultSettings(*source));
};

} // namespace

TEST_F(ViewCsv, ErrorsAreInRadians)
{
    const ErrorsReport report = someErrors();
    const AngleErrors& errors = report.errors->ofDimensions;
    const Lines lines = linesOf(errorsCsv(report, analysis));
    EXPECT_EQ(
        lines[0], (std::vector<std::string>{"dimension", "largest", "quantile_99", "median", "root_mean_square", "float32_rounding"}));
    ASSERT_EQ(lines.size(), 65U);
    EXPECT_EQ(number(lines[4][0]), 3);
    EXPECT_EQ(number(lines[4][1]), errors.largest(3));
    EXPECT_EQ(number(lines[4][2]), errors.largest(3));
    EXPECT_EQ(number(lines[4][3]), errors.quantile(3, 0.5));
    EXPECT_EQ(number(lines[4][4]), errors.rootMeanSquare(3));
    EXPECT_EQ(number(lines[1][5]), 4095 * 0x1p-24 + 0x1p-23 + 0x1p-22); // dimension 0 turns by 1 rad a position
    EXPECT_EQ(number(lines[1][1]), 0.0);
    EXPECT_THAT(errorsCsv(report, analysis), HasSubstr("# errors_against: table\n"));
}

TEST_F(ViewCsv, ErrorsByPositionHaveTheirOwnRounding)
{
    const ErrorsReport report = someErrors();
    const Lines lines = linesOf(errorsByPositionCsv(report, Dimension(3), analysis));
    EXPECT_EQ(lines[0],
        (std::vector<std::string>{
            "first_position", "last_position", "largest", "quantile_99", "median", "root_mean_square", "float32_rounding"}));
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(number(lines[2][0]), 1500);
    EXPECT_EQ(number(lines[2][1]), 2999);
    EXPECT_EQ(number(lines[2][2]), std::numbers::pi);
    EXPECT_EQ(number(lines[1][2]), 0.0);
    const double frequency = report.frequencies[3];
    EXPECT_EQ(number(lines[2][6]), 2999 * frequency * 0x1p-24 + 0x1p-23 + 0x1p-22);
    EXPECT_EQ(number(lines[3][6]), 4095 * frequency * 0x1p-24 + 0x1p-23 + 0x1p-22); // the largest recorded one
    EXPECT_THAT(errorsByPositionCsv(report, Dimension(3), analysis), HasSubstr("# dimension: 3\n"));
}

TEST_F(ViewCsv, SaysHowItWasMade)
{
    for (const std::string& text : {distributionCsv(analysis, Dimension(6)), disturbanceCsv(analysis), methodsCsv(analysis)}) {
        EXPECT_THAT(text, StartsWith("# program: Rotascope "));
        EXPECT_THAT(text, HasSubstr("# source: meta-llama/Llama-2-7b-hf\n"));
        EXPECT_THAT(text, HasSubstr("# method: distributional\n"));
        EXPECT_THAT(text, HasSubstr("# target_length: 8192\n"));
        EXPECT_THAT(text, HasSubstr("# divergence: kl\n"));
        EXPECT_THAT(text, HasSubstr("# epsilon: 1e-12\n"));
        for (const auto& line : linesOf(text)) {
            EXPECT_EQ(line.size(), linesOf(text).front().size());
        }
    }
    EXPECT_THAT(distributionCsv(analysis, Dimension(6)), HasSubstr("# dimension: 6\n"));
}

TEST_F(ViewCsv, ADistributionHasAllAngles)
{
    const Lines lines = linesOf(distributionCsv(analysis, Dimension(22)));
    EXPECT_EQ(lines[0],
        (std::vector<std::string>{"interval", "degrees_from", "degrees_to", "count_before", "share_before", "count_extrapolation",
            "share_extrapolation", "count_interpolation", "share_interpolation", "count_chosen", "share_chosen"}));
    ASSERT_EQ(lines.size(), 361U);
    double before = 0.0;
    double share = 0.0;
    for (std::size_t k = 0; k < 360; ++k) {
        EXPECT_EQ(number(lines[k + 1][3]), analysis->before->counts(22)[k]);
        EXPECT_EQ(number(lines[k + 1][7]), analysis->interpolation->after.counts(22)[k]);
        before += number(lines[k + 1][3]);
        share += number(lines[k + 1][10]);
    }
    EXPECT_EQ(before, 4096.0);
    EXPECT_NEAR(share, 1.0, 1e-12);
    EXPECT_EQ(lines[360][2], "360");
}

TEST_F(ViewCsv, FactorsOfEveryTable)
{
    AnalysisSettings settings = analysis->settings;
    PinnedTable& pin = settings.pins.emplace_back();
    pin.place = 1;
    pin.table.factors.assign(64, 1.25);
    analysis = *analyze(*engine, source, settings);
    const Lines lines = linesOf(factorsCsv(analysis));
    ASSERT_EQ(lines.size(), 65U);
    const auto withTable = std::ranges::count_if(analysis->methods, [](const MethodAnalysis& method) { return method.result != nullptr; });
    ASSERT_EQ(lines[0].size(), static_cast<std::size_t>(withTable) + 3);
    EXPECT_EQ(lines[0][1], "current");
    EXPECT_EQ(lines[0].back(), "pinned_B");
    const auto yarn = static_cast<std::size_t>(std::ranges::find(lines[0], "yarn") - lines[0].begin());
    ASSERT_LT(yarn, lines[0].size());
    const auto method = std::ranges::find(analysis->methods, "yarn", [](const MethodAnalysis& one) { return one.method->name; });
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(number(lines[i + 1][1]), analysis->chosen->table.factors[i]);
        EXPECT_EQ(number(lines[i + 1][yarn]), method->result->table.factors[i]);
        EXPECT_EQ(lines[i + 1].back(), "1.25");
    }
    const Lines wavelengths = linesOf(wavelengthsCsv(analysis));
    EXPECT_EQ(wavelengths[0], (std::vector<std::string>{"dimension", "before", "chosen", "pinned_B"}));
    EXPECT_EQ(number(wavelengths[64][1]), source->rope.wavelength(63));
    EXPECT_EQ(number(wavelengths[64][2]), 2.0 * source->rope.wavelength(63)); // interpolated
    EXPECT_EQ(number(wavelengths[64][3]), 1.25 * source->rope.wavelength(63));
}

TEST_F(ViewCsv, TheDecayHasItsReaches)
{
    const DecayCurves curves = decayCurves(*analysis, 50);
    const std::string text = decayCsv(curves, analysis);
    EXPECT_THAT(text, HasSubstr("# reach_before: 1707\n"));
    EXPECT_THAT(text, HasSubstr("# reach_chosen: " + std::to_string(curves.reachChosen.value()) + "\n"));
    const Lines lines = linesOf(text);
    ASSERT_EQ(lines.size(), curves.distances.size() + 1);
    EXPECT_EQ(lines.back()[0], "8191");
    EXPECT_EQ(number(lines.back()[2]), curves.chosen.back());
}

TEST_F(ViewCsv, VisitedAnglesStandBesideThoseBefore)
{
    std::vector<std::uint64_t> counts(360);
    counts[2] = 7;
    const std::string text = visitedCsv({{Dimension(5), 1.5, counts}, {Dimension(63), 2.0, counts}}, 7, analysis);
    EXPECT_THAT(text, HasSubstr("# positions: 7\n"));
    const Lines lines = linesOf(text);
    ASSERT_EQ(lines.size(), 721U);
    EXPECT_EQ(lines[3], (std::vector<std::string>{"5", "1.5", "2", std::to_string(analysis->before->counts(5)[2]), "7"}));
    EXPECT_EQ(lines[361][0], "63");
    EXPECT_EQ(number(lines[361][3]), analysis->before->counts(63)[0]);
}

TEST_F(ViewCsv, DisturbancesAndMethods)
{
    const Lines lines = linesOf(disturbanceCsv(analysis));
    ASSERT_EQ(lines.size(), 65U);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(number(lines[i + 1][1]), analysis->extrapolation->disturbance[i]);
        EXPECT_EQ(number(lines[i + 1][3]), analysis->chosen->disturbance[i]);
    }
    const Lines methods = linesOf(methodsCsv(analysis));
    ASSERT_EQ(methods.size(), 2 + analysis->methods.size());
    EXPECT_EQ(methods[1][0], "current");
    EXPECT_EQ(number(methods[1][1]), analysis->chosen->meanDisturbance);
    EXPECT_EQ(methods[1][3], "92");
    const auto longrope = std::ranges::find(methods, "longrope", [](const auto& line) { return line[0]; });
    EXPECT_EQ(*longrope, (std::vector<std::string>{"longrope", "", "", "", "0"}));
}

TEST_F(ViewCsv, OverviewLandscapeAndSweep)
{
    const Lines overview = linesOf(overviewCsv(analysis));
    ASSERT_EQ(overview.size(), 1U + 64 * 360);
    EXPECT_EQ(number(overview[1 + 22 * 360 + 7][2]), analysis->before->counts(22)[7]);
    EXPECT_EQ(number(overview[1 + 22 * 360 + 7][4]), 360.0 * (static_cast<double>(analysis->before->counts(22)[7]) / 4096.0));

    const auto landscape = *computeLandscape(*engine, *analysis, 8);
    const Lines surface = linesOf(landscapeCsv(*landscape, analysis));
    ASSERT_EQ(surface.size(), 1U + 64 * 8);
    EXPECT_EQ(number(surface[1 + 5 * 8 + 3][2]), landscape->at(Dimension(5), 3));
    EXPECT_EQ(std::ranges::count(surface, "1", [](const auto& line) { return line[3]; }), 64);

    const auto sweep = *sweepLengths(*engine, *analysis, nullptr, 5);
    const Lines lengths = linesOf(sweepCsv(*sweep, analysis));
    ASSERT_EQ(lengths.size(), 1 + sweep->lengths.size());
    EXPECT_EQ(lengths[0][1], "current");
    EXPECT_EQ(lengths[0].size(), 1 + sweep->curves.size());
    EXPECT_EQ(number(lengths[3][2]), sweep->curves[1].meanDisturbance[2]);
}

TEST_F(ViewCsv, PinnedTablesAreThere)
{
    AnalysisSettings settings = analysis->settings;
    settings.pins = {{.place = 1, .name = "mine", .table = analysis->interpolation->table, .method = "linear"}};
    analysis = *analyze(*engine, source, settings, analysis);
    const TableAnalysis& pinned = *analysis->pinned[0];
    const Lines distribution = linesOf(distributionCsv(analysis, Dimension(22)));
    EXPECT_EQ(distribution[0].back(), "share_pinned_B");
    EXPECT_EQ(number(distribution[8][11]), static_cast<double>(pinned.after.counts(22)[7]));
    const Lines disturbances = linesOf(disturbanceCsv(analysis));
    EXPECT_EQ(disturbances[0].back(), "pinned_B");
    EXPECT_EQ(number(disturbances[23].back()), pinned.disturbance[22]);
    const Lines methods = linesOf(methodsCsv(analysis));
    EXPECT_EQ(methods[2][0], "pinned_B");
    EXPECT_EQ(number(methods[2][1]), pinned.meanDisturbance);
    const Lines rows = linesOf(dimensionsTsv(*analysis, std::array{Dimension(22)}), '\t');
    EXPECT_EQ(rows[0][9], "pinned_B_less_chosen");
    EXPECT_EQ(number(rows[1][8]), pinned.disturbance[22]);
    EXPECT_EQ(number(rows[1][9]), pinned.disturbance[22] - analysis->chosen->disturbance[22]);
}

TEST_F(ViewCsv, TheSecondSourceIsThere)
{
    Source other = *source;
    other.origin = "another, with a comma";
    other.rope.invFreq = standardInvFreq(500000.0, 128);
    AnalysisSettings settings = analysis->settings;
    settings.other = otherOf(std::make_shared<const Source>(other));
    analysis = *analyze(*engine, source, settings, analysis);
    const SourceComparison& comparison = *analysis->other;
    const std::string text = comparisonCsv(analysis);
    EXPECT_THAT(text, HasSubstr("# other_source: another, with a comma\n"));
    EXPECT_THAT(text, HasSubstr("# other_pretraining_length: 4096\n"));
    EXPECT_THAT(text, HasSubstr("# other_before: positions\n"));
    const Lines lines = linesOf(text);
    EXPECT_EQ(lines[0],
        (std::vector<std::string>{
            "dimension", "wavelength", "wavelength_other", "frequency_ratio", "divergence", "reverse_divergence", "unseen_share"}));
    ASSERT_EQ(lines.size(), 65U);
    EXPECT_EQ(number(lines[23][3]), comparison.frequencyRatio[22]);
    EXPECT_EQ(number(lines[23][4]), comparison.divergence[22]);
    EXPECT_EQ(number(lines[23][5]), comparison.reverse[22]);
    const Lines distribution = linesOf(distributionCsv(analysis, Dimension(22)));
    EXPECT_EQ(distribution[0].back(), "share_other");
    EXPECT_EQ(number(distribution[8][11]), static_cast<double>(comparison.before->counts(22)[7]));
    const Lines disturbances = linesOf(disturbanceCsv(analysis));
    EXPECT_EQ(disturbances[0].back(), "other");
    EXPECT_EQ(number(disturbances[23].back()), comparison.divergence[22]);
    const Lines rows = linesOf(dimensionsTsv(*analysis, std::array{Dimension(22)}), '\t');
    EXPECT_EQ(rows[0][9], "other_frequency_ratio");
    EXPECT_EQ(number(rows[1][8]), comparison.divergence[22]);
    EXPECT_EQ(number(rows[1][9]), comparison.frequencyRatio[22]);
}

TEST_F(ViewCsv, TracksHaveALineForEachDirectionOfEachPartThatHasAngles)
{
    const TrackedAngles one{Dimension(7), {{0, 10}, {10, 20}, {20, 30}}, {{3, 0, 7}, {}, {0, 1}}};
    const TrackedAngles other{Dimension(9), {{0, 30}}, {{5}}};
    const Lines lines = linesOf(trackCsv(std::array{one, other}, "row", analysis));
    EXPECT_EQ(lines[0], (std::vector<std::string>{"dimension", "first_row", "last_row", "degrees_from", "degrees_to", "count"}));
    ASSERT_EQ(lines.size(), 1 + 3 * trackDirections); // the middle part has none
    EXPECT_EQ(lines[3], (std::vector<std::string>{"7", "0", "9", "45", "67.5", "7"}));
    EXPECT_EQ(lines[18], (std::vector<std::string>{"7", "20", "29", "22.5", "45", "1"}));
    EXPECT_EQ(lines[33], (std::vector<std::string>{"9", "0", "29", "0", "22.5", "5"}));
    EXPECT_EQ(linesOf(trackCsv({}, "position", analysis))[0][1], "first_position");
}

TEST_F(ViewCsv, RowsForASpreadsheet)
{
    const Lines lines = linesOf(dimensionsTsv(*analysis, std::array{Dimension(6), Dimension(22)}), '\t');
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0],
        (std::vector<std::string>{"dimension", "wavelength", "turns_in_pretraining", "extrapolation", "interpolation", "choice", "factor",
            "chosen", "margin", "unseen_share", "turns_in_target"}));
    EXPECT_EQ(lines[1][0], "6");
    EXPECT_EQ(number(lines[1][1]), source->rope.wavelength(6));
    EXPECT_EQ(number(lines[1][3]), analysis->extrapolation->disturbance[6]);
    EXPECT_EQ(lines[1][5], "interpolation");
    EXPECT_EQ(lines[1][6], "2");
    EXPECT_EQ(lines[2][5], "extrapolation");
    EXPECT_EQ(number(lines[2][7]), analysis->chosen->disturbance[22]);
    EXPECT_EQ(number(lines[2][8]), analysis->interpolation->disturbance[22] - analysis->extrapolation->disturbance[22]);
    EXPECT_EQ(number(lines[2][9]), analysis->chosen->outOfDistributionShare[22]);
    EXPECT_EQ(number(lines[1][10]), analysis->turnsInPretraining(Dimension(6))) << "twice the length, half the speed";
    const NearFar nearFar = nearFarOf(*source, analysis->settings, analysis->chosen->table);
    const Lines more = linesOf(dimensionsTsv(*analysis, std::array{Dimension(6)}, &nearFar), '\t');
    EXPECT_EQ(more[0].back(), "far");
    EXPECT_EQ(number(more[1][11]), nearFar.near[6]);
    EXPECT_EQ(number(more[1][12]), nearFar.far[6]);
}

TEST_F(ViewCsv, MethodsWithTheirSecondReadings)
{
    const auto readings = *readTables(analysis);
    const Lines lines = linesOf(methodsCsv(analysis, readings.get()));
    const Lines without = linesOf(methodsCsv(analysis));
    const Lines alone = linesOf(readingsCsv(*readings));
    ASSERT_EQ(lines.size(), without.size());
    const auto tail
        = [](const std::vector<std::string>& line, std::ptrdiff_t first) { return std::vector(line.begin() + first, line.end()); };
    for (std::size_t i = 0, next = 0; i < lines.size(); ++i) {
        EXPECT_EQ(std::vector(lines[i].begin(), lines[i].begin() + 5), without[i]);
        const bool hasTable = i == 0 || lines[i][4] == "1";
        EXPECT_EQ(tail(lines[i], 5), hasTable ? tail(alone[next++], 2) : std::vector<std::string>(7)) << lines[i][0];
    }
}
