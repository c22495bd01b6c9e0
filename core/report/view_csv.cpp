// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/view_csv.h"

#include "core/analysis/summary.h"
#include "core/exchange/export_format.h"
#include "core/exchange/tables/csv_table.h"
#include "core/files/text.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace rotascope {
namespace {

// A table that is made line by line.
class Csv {
public:
    Csv(const std::shared_ptr<const Analysis>& analysis, std::initializer_list<std::pair<std::string_view, std::string>> more = {})
        : m_text(csvProvenance(documentOfChosen(analysis)))
    {
        for (const auto& [name, value] : more) {
            m_text.append("# ").append(name).append(": ").append(value).append("\n");
        }
    }

    Csv& operator<<(std::string_view field)
    {
        if (m_isWithinLine) {
            m_text += ',';
        }
        m_text += field;
        m_isWithinLine = true;
        return *this;
    }
    Csv& operator<<(double value) { return *this << std::string_view(exactText(value)); }
    template <std::integral Number> Csv& operator<<(Number value) { return *this << std::string_view(std::to_string(value)); }
    void endLine()
    {
        m_text += '\n';
        m_isWithinLine = false;
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_isWithinLine = false;
};

// The counts of one dimension.
struct CountColumn {
    std::string name;
    std::vector<std::uint64_t> counts;
    std::uint64_t total = 0;
};

std::string nameOf(const PinnedTable& pin)
{
    return std::string("pinned_") + pin.letter();
}

void addReadingNames(Csv& csv)
{
    csv << "unseen_share"
        << "greatest_disturbance"
        << "greatest_at"
        << "never_turning"
        << "reach"
        << "near"
        << "far";
}

// Null: of what has no table.
void addReadings(Csv& csv, const SecondReadings* readings)
{
    if (readings == nullptr) {
        for (int column = 0; column < 7; ++column) {
            csv << "";
        }
        return;
    }
    csv << readings->unseenShare << readings->greatest << static_cast<std::size_t>(readings->greatestAt) << readings->neverTurning
        << std::string_view(readings->reach ? std::to_string(*readings->reach) : "") << readings->near << readings->far;
}

double share(std::uint64_t count, std::uint64_t total)
{
    return total == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(total);
}

} // namespace

std::string distributionCsv(const std::shared_ptr<const Analysis>& analysis, Dimension dimension)
{
    const auto after = [&](std::string name, const std::shared_ptr<const TableAnalysis>& table) {
        return CountColumn{std::move(name), countsAfter(*analysis, *table, dimension), analysis->settings.anglesAfter()};
    };
    const std::span<const std::uint64_t> before = analysis->before->counts(dimension);
    std::vector<CountColumn> columns
        = {{"before", {before.begin(), before.end()}, analysis->before->total(dimension)}, after("extrapolation", analysis->extrapolation),
            after("interpolation", analysis->interpolation), after("chosen", analysis->chosen)};
    for (std::size_t i = 0; i < analysis->pinned.size(); ++i) {
        columns.push_back(after(nameOf(analysis->settings.pins[i]), analysis->pinned[i]));
    }
    if (analysis->other) {
        const std::span<const std::uint64_t> counts = analysis->other->before->counts(dimension);
        columns.push_back({"other", {counts.begin(), counts.end()}, analysis->other->before->total(dimension)});
    }
    Csv csv(analysis, {{"dimension", std::to_string(dimension)}, {"factor", exactText(analysis->chosen->table.factors[dimension])}});
    csv << "interval"
        << "degrees_from"
        << "degrees_to";
    for (const CountColumn& column : columns) {
        csv << std::string_view("count_" + column.name) << std::string_view("share_" + column.name);
    }
    csv.endLine();
    const std::uint32_t intervals = analysis->settings.intervals;
    for (std::size_t k = 0; k < intervals; ++k) {
        csv << k << 360.0 * static_cast<double>(k) / intervals << 360.0 * static_cast<double>(k + 1) / intervals;
        for (const CountColumn& column : columns) {
            csv << column.counts[k] << share(column.counts[k], column.total);
        }
        csv.endLine();
    }
    return csv.take();
}

std::string disturbanceCsv(const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis);
    csv << "dimension"
        << "extrapolation"
        << "interpolation"
        << "chosen";
    for (const PinnedTable& pin : analysis->settings.pins) {
        csv << std::string_view(nameOf(pin));
    }
    if (analysis->other) {
        csv << "other";
    }
    csv.endLine();
    for (std::size_t i = 0; i < analysis->dimensions(); ++i) {
        csv << i << analysis->extrapolation->disturbance[i] << analysis->interpolation->disturbance[i] << analysis->chosen->disturbance[i];
        for (const auto& pinned : analysis->pinned) {
            csv << pinned->disturbance[i];
        }
        if (analysis->other) {
            csv << analysis->other->divergence[i];
        }
        csv.endLine();
    }
    return csv.take();
}

std::string comparisonCsv(const std::shared_ptr<const Analysis>& analysis)
{
    const SourceComparison& other = *analysis->other;
    Csv csv(analysis);
    csv << "dimension"
        << "wavelength"
        << "wavelength_other"
        << "frequency_ratio"
        << "divergence"
        << "reverse_divergence"
        << "unseen_share";
    csv.endLine();
    for (std::size_t i = 0; i < analysis->dimensions(); ++i) {
        csv << i << analysis->source->wavelength(i) << analysis->settings.other->source->wavelength(i) << other.frequencyRatio[i]
            << other.divergence[i] << other.reverse[i] << other.unseenShare[i];
        csv.endLine();
    }
    return csv.take();
}

std::string methodsCsv(const std::shared_ptr<const Analysis>& analysis, const TableReadings* readings)
{
    Csv csv(analysis);
    csv << "method"
        << "mean_disturbance"
        << "ratio_to_linear"
        << "interpolated_components"
        << "available";
    if (readings != nullptr) {
        addReadingNames(csv);
    }
    csv.endLine();
    std::size_t next = 0; // readings are in the same order, of the tables that there are
    const auto add = [&](std::string_view name, const TableAnalysis* table) {
        csv << name;
        if (table != nullptr) {
            const TableSummary summary = summaryOf(*analysis, *table);
            csv << summary.meanDisturbance << std::string_view(summary.ratioToLinear ? exactText(*summary.ratioToLinear) : "")
                << std::string_view(summary.interpolatedComponents ? std::to_string(*summary.interpolatedComponents) : "") << 1;
        } else {
            csv << ""
                << ""
                << "" << 0;
        }
        if (readings != nullptr) {
            addReadings(csv, table != nullptr ? &readings->tables[next++].readings : nullptr);
        }
        csv.endLine();
    };
    add("current", analysis->chosen.get());
    for (std::size_t i = 0; i < analysis->pinned.size(); ++i) {
        add(nameOf(analysis->settings.pins[i]), analysis->pinned[i].get());
    }
    for (const MethodAnalysis& method : analysis->methods) {
        add(method.method->name, method.result.get());
    }
    return csv.take();
}

std::string readingsCsv(const TableReadings& readings)
{
    Csv csv(readings.analysis);
    csv << "method"
        << "mean_disturbance";
    addReadingNames(csv);
    csv.endLine();
    for (const TableReading& table : readings.tables) {
        csv << (table.pin              ? nameOf(readings.analysis->settings.pins[*table.pin])
                : table.method.empty() ? "current"
                                       : table.method)
            << table.meanDisturbance;
        addReadings(csv, &table.readings);
        csv.endLine();
    }
    return csv.take();
}

std::string laboratoryCsv(std::span<const EvaluatedTable> tables, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis);
    csv << "table"
        << "tokens"
        << "part"
        << "right"
        << "prompts"
        << "answer_loss"
        << "loss_within"
        << "loss_beyond"
        << "short_loss";
    csv.endLine();
    for (const EvaluatedTable& table : tables) {
        for (const LengthEvaluation& at : table.evaluation.lengths) {
            const bool isLast = &at == &table.evaluation.lengths.back(); // that short texts stand beside
            for (std::size_t part = 0; part < at.retrievalByDepth.size(); ++part) {
                const RightAnswers& answers = at.retrievalByDepth[part];
                csv << std::string_view(table.name) << at.length << part << answers.right << answers.count << at.answerLoss.value;
                for (const auto& loss : {at.lossWithin, at.lossBeyond, isLast ? table.evaluation.shortLoss : std::nullopt}) {
                    csv << std::string_view(loss ? exactText(loss->value) : std::string());
                }
                csv.endLine();
            }
        }
    }
    return csv.take();
}

std::string certificateCsv(const Certificate& certificate, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis,
        {{"weight_sum", exactText(certificate.weightSum)}, {"least_sum", exactText(certificate.leastSum)},
            {"grid_sum", exactText(certificate.gridSum)}, {"grid_factors", std::to_string(certificate.grid.size())}});
    csv << "dimension"
        << "extrapolation"
        << "interpolation"
        << "least"
        << "margin"
        << "minimum_factor"
        << "minimum_disturbance";
    csv.endLine();
    for (std::size_t i = 0; i < certificate.dimensions.size(); ++i) {
        const DimensionProof& proof = certificate.dimensions[i];
        csv << i << analysis->extrapolation->disturbance[i] << analysis->interpolation->disturbance[i] << nameOf(proof.least)
            << proof.margin << proof.gridFactor << proof.gridTerm;
        csv.endLine();
    }
    return csv.take();
}

std::string overviewCsv(const std::shared_ptr<const Analysis>& analysis)
{
    const AngleHistograms& before = *analysis->before;
    const std::uint32_t intervals = analysis->settings.intervals;
    Csv csv(analysis);
    csv << "dimension"
        << "interval"
        << "count_before"
        << "count_chosen"
        << "density_before"
        << "density_chosen";
    csv.endLine();
    for (std::size_t i = 0; i < analysis->dimensions(); ++i) {
        const std::vector<std::uint64_t> after = countsAfter(*analysis, *analysis->chosen, Dimension(i));
        for (std::size_t k = 0; k < intervals; ++k) {
            csv << i << k << before.counts(i)[k] << after[k] << intervals * share(before.counts(i)[k], before.total(i))
                << intervals * share(after[k], analysis->chosen->after.total(i));
            csv.endLine();
        }
    }
    return csv.take();
}

std::string landscapeCsv(const Landscape& landscape, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis);
    csv << "dimension"
        << "factor"
        << "disturbance"
        << "minimum";
    csv.endLine();
    for (std::size_t i = 0; i < landscape.dimensions(); ++i) {
        for (std::size_t k = 0; k < landscape.factors.size(); ++k) {
            csv << i << landscape.factors[k] << landscape.at(Dimension(i), k) << (landscape.minimum[i] == k ? 1 : 0);
            csv.endLine();
        }
    }
    return csv.take();
}

std::string sweepCsv(const LengthSweep& sweep, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis);
    csv << "length";
    for (const SweepCurve& curve : sweep.curves) {
        csv << std::string_view(curve.name.empty() ? "current" : curve.name);
    }
    csv.endLine();
    for (std::size_t k = 0; k < sweep.lengths.size(); ++k) {
        csv << sweep.lengths[k];
        for (const SweepCurve& curve : sweep.curves) {
            csv << curve.meanDisturbance[k];
        }
        csv.endLine();
    }
    return csv.take();
}

std::string factorsCsv(const std::shared_ptr<const Analysis>& analysis)
{
    std::vector<std::pair<std::string, const TableAnalysis*>> columns = {{"current", analysis->chosen.get()}};
    for (const MethodAnalysis& method : analysis->methods) {
        if (method.result) {
            columns.emplace_back(method.method->name, method.result.get());
        }
    }
    for (std::size_t i = 0; i < analysis->pinned.size(); ++i) {
        columns.emplace_back(nameOf(analysis->settings.pins[i]), analysis->pinned[i].get());
    }
    Csv csv(analysis);
    csv << "dimension";
    for (const auto& [name, table] : columns) {
        csv << std::string_view(name);
    }
    csv.endLine();
    for (std::size_t i = 0; i < analysis->dimensions(); ++i) {
        csv << i;
        for (const auto& [name, table] : columns) {
            csv << table->table.factors[i];
        }
        csv.endLine();
    }
    return csv.take();
}

std::string wavelengthsCsv(const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis);
    csv << "dimension"
        << "before"
        << "chosen";
    for (const PinnedTable& pin : analysis->settings.pins) {
        csv << std::string_view(nameOf(pin));
    }
    csv.endLine();
    for (std::size_t i = 0; i < analysis->dimensions(); ++i) {
        const double wavelength = analysis->source->wavelength(i);
        csv << i << wavelength << wavelength * analysis->chosen->table.factors[i];
        for (const auto& pinned : analysis->pinned) {
            csv << wavelength * pinned->table.factors[i];
        }
        csv.endLine();
    }
    return csv.take();
}

std::string decayCsv(const DecayCurves& curves, const std::shared_ptr<const Analysis>& analysis)
{
    const auto text = [](const std::optional<std::int64_t>& reach) { return reach ? std::to_string(*reach) : std::string("none"); };
    Csv csv(analysis, {{"reach_before", text(curves.reachBefore)}, {"reach_chosen", text(curves.reachChosen)}});
    csv << "distance"
        << "before"
        << "chosen";
    csv.endLine();
    for (std::size_t k = 0; k < curves.distances.size(); ++k) {
        csv << curves.distances[k] << curves.before[k] << curves.chosen[k];
        csv.endLine();
    }
    return csv.take();
}

double ErrorsReport::float32Rounding(std::size_t dimension) const
{
    return rotascope::float32Rounding(frequencies[dimension], largestPositions[dimension]);
}

double ErrorsReport::float32Rounding(std::size_t dimension, std::size_t span) const
{
    return rotascope::float32Rounding(frequencies[dimension], std::min(errors->spans.last(span), largestPositions[dimension]));
}

namespace {

void nameErrors(Csv& csv)
{
    csv << "largest"
        << "quantile_99"
        << "median"
        << "root_mean_square"
        << "float32_rounding";
    csv.endLine();
}

void writeErrors(Csv& csv, const AngleErrors& errors, std::size_t i, double float32Rounding)
{
    csv << errors.largest(i) << errors.quantile(i, 0.99) << errors.quantile(i, 0.5) << errors.rootMeanSquare(i) << float32Rounding;
    csv.endLine();
}

} // namespace

std::string errorsCsv(const ErrorsReport& report, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis, {{"errors_against", std::string(report.against)}});
    csv << "dimension";
    nameErrors(csv);
    const AngleErrors& errors = report.errors->ofDimensions;
    for (std::size_t d = 0; d < errors.dimensions(); ++d) {
        csv << d;
        writeErrors(csv, errors, d, report.float32Rounding(d));
    }
    return csv.take();
}

std::string errorsByPositionCsv(const ErrorsReport& report, Dimension dimension, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(
        analysis, {{"errors_against", std::string(report.against)}, {"dimension", std::to_string(static_cast<std::size_t>(dimension))}});
    csv << "first_position"
        << "last_position";
    nameErrors(csv);
    const MeasuredErrors& errors = *report.errors;
    for (std::size_t span = 0; span < errors.spans.count; ++span) {
        csv << (errors.spans.last(span) + 1 - errors.spans.width) << errors.spans.last(span);
        writeErrors(csv, errors.ofSpans, errors.cell(dimension, span), report.float32Rounding(dimension, span));
    }
    return csv.take();
}

std::string visitedCsv(const std::vector<VisitedAngles>& visited, std::int64_t positions, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis, {{"positions", std::to_string(positions)}});
    csv << "dimension"
        << "factor"
        << "interval"
        << "count_before"
        << "count_visited";
    csv.endLine();
    for (const VisitedAngles& one : visited) {
        for (std::size_t k = 0; k < one.counts.size(); ++k) {
            csv << std::size_t{one.dimension} << one.factor << k << analysis->before->counts(one.dimension)[k] << one.counts[k];
            csv.endLine();
        }
    }
    return csv.take();
}

std::string trackCsv(std::span<const TrackedAngles> tracked, std::string_view place, const std::shared_ptr<const Analysis>& analysis)
{
    Csv csv(analysis);
    const std::string name(place);
    csv << "dimension" << std::string_view("first_" + name) << std::string_view("last_" + name) << "degrees_from"
        << "degrees_to"
        << "count";
    csv.endLine();
    constexpr double direction = 360.0 / trackDirections;
    for (const TrackedAngles& angles : tracked) {
        for (std::size_t part = 0; part < angles.parts.size(); ++part) {
            const PlaceRange& range = angles.parts[part];
            for (std::size_t k = 0; k < trackDirections && totalOf(angles.counts[part]) > 0; ++k) {
                csv << angles.dimension.row() << range.first << range.end - 1 << direction * static_cast<double>(k)
                    << direction * static_cast<double>(k + 1) << angles.counts[part][k];
                csv.endLine();
            }
        }
    }
    return csv.take();
}

std::string dimensionsTsv(const Analysis& analysis, std::span<const Dimension> dimensions, const NearFar* nearFar)
{
    const bool rotates = analysis.source->encoding.rotates();
    std::string text = "dimension\twavelength\tturns_in_pretraining\textrapolation\tinterpolation\tchoice\tfactor\tchosen";
    for (const PinnedTable& pin : analysis.settings.pins) {
        text += "\t" + nameOf(pin) + "\t" + nameOf(pin) + "_less_chosen";
    }
    text += analysis.other ? "\tother\tother_frequency_ratio" : "";
    text += "\tmargin\tunseen_share";
    text += rotates ? "\tturns_in_target" : "";
    text += nearFar != nullptr ? "\tnear\tfar" : "";
    text += "\n";
    for (const Dimension dimension : dimensions) {
        const double factor = analysis.chosen->table.factors[dimension];
        text += std::to_string(dimension);
        const auto add = [&text](double value) { text += "\t" + exactText(value); };
        add(analysis.source->wavelength(dimension));
        add(analysis.turnsInPretraining(dimension));
        add(analysis.extrapolation->disturbance[dimension]);
        add(analysis.interpolation->disturbance[dimension]);
        text += "\t" + std::string(rotascope::nameOf(choiceOf(factor, analysis.settings.scale())));
        add(factor);
        add(analysis.chosen->disturbance[dimension]);
        for (const auto& pinned : analysis.pinned) {
            add(pinned->disturbance[dimension]);
            add(pinned->disturbance[dimension] - analysis.chosen->disturbance[dimension]);
        }
        if (analysis.other) {
            add(analysis.other->divergence[dimension]);
            add(analysis.other->frequencyRatio[dimension]);
        }
        add(marginOf(analysis, dimension));
        add(analysis.chosen->outOfDistributionShare[dimension]);
        if (rotates) {
            add(turnsAfter(analysis, dimension));
        }
        if (nearFar != nullptr) {
            add(nearFar->near[dimension]);
            add(nearFar->far[dimension]);
        }
        text += "\n";
    }
    return text;
}

} // namespace rotascope
