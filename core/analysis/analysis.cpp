// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis.h"

#include "core/analysis/before.h"
#include "core/analysis/disturbances.h"
#include "core/analysis/near_far.h"
#include "core/text.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <span>
#include <tuple>

namespace rotascope {
namespace {

using TablePointer = std::shared_ptr<const TableAnalysis>;

// Whether the counts of a table are kept with its result.
enum class Counts { Keep, Drop };

// Dimensions are counted so many at a time: what is not kept takes little memory meanwhile.
std::size_t dimensionsAtATime(std::uint32_t intervals)
{
    constexpr std::size_t countsAtATime = std::size_t{1} << 21; // 16 MiB
    return std::max<std::size_t>(1, countsAtATime / intervals);
}

// One run of analyze(): what all of its steps need.
class Analyzer {
public:
    Analyzer(Engine& engine, std::shared_ptr<const Source> source, const AnalysisSettings& settings,
        std::shared_ptr<const Analysis> previous, std::stop_token stop, const Progress& progress)
        : m_engine(engine), m_previous(std::move(previous)), m_run{.stop = std::move(stop)}, m_progress(progress),
          m_result(std::make_shared<Analysis>())
    {
        m_result->source = std::move(source);
        m_result->settings = settings;
        if (m_previous && m_previous->source != m_result->source) {
            m_previous = nullptr;
        }
    }

    Expected<std::shared_ptr<Analysis>> run()
    {
        return validate(settings(), source())
            .and_then([&] { return makeBefore(); })
            .and_then([&] { return compareBoth(); })
            .and_then([&] { return compareMethods(); })
            .and_then([&] { return applyOverrides(); })
            .and_then([&] { return comparePins(); })
            .and_then([&] { return compareOther(); })
            .map([&] {
                m_result->engine = m_run.used.empty() ? m_engine.info() : m_run.usedAsOne();
                m_result->notices = m_run.notices;
                return m_result;
            });
    }

    [[nodiscard]] double preparationSeconds() const { return m_run.preparationSeconds; }

private:
    [[nodiscard]] const AnalysisSettings& settings() const { return m_result->settings; }
    [[nodiscard]] const Source& source() const { return *m_result->source; }
    [[nodiscard]] const RopeConfig& rope() const { return m_result->source->rope; }

    // Before, extrapolation, interpolation, the methods, the overrides, the pinned tables, the second source.
    void endStep()
    {
        ++m_steps;
        if (m_progress) {
            m_progress(m_steps, 4 + methodsToMake().size() + settings().pins.size() + (settings().other ? 1 : 0));
        }
    }

    Expected<void> makeBefore()
    {
        return countOrTakeBefore().map([&] { endStep(); });
    }

    Expected<void> countOrTakeBefore()
    {
        const auto depends = [](const AnalysisSettings& s) {
            return std::tuple(
                s.before, s.countedPart(), s.counting, s.intervals, s.before == BeforeKind::UniformPositions ? s.pretrainingLength : 0);
        };
        if (m_previous && depends(m_previous->settings) == depends(settings())) {
            m_result->before = m_previous->before;
            return {};
        }
        return countBefore(m_engine, source(), settings(), m_run).map([&](AngleHistograms&& counted) {
            m_result->before = std::make_shared<const AngleHistograms>(std::move(counted));
        });
    }

    Expected<void> compareBoth()
    {
        const auto makeTable = [&](double factor) { return ScalingTable{.factors = std::vector<double>(rope().dimensions(), factor)}; };
        return assign(m_result->extrapolation, compare(makeTable(1.0)))
            .and_then([&] {
                endStep();
                return assign(m_result->interpolation, compare(makeTable(settings().scale())));
            })
            .map([&] {
                endStep();
                m_result->selected = select(settings().selection, m_result->extrapolation->disturbance,
                    m_result->interpolation->disturbance, settings().weights, nearOf(source(), settings().scale()));
            });
    }

    [[nodiscard]] bool isStart(const Method& method) const { return method.name == settings().method; }

    [[nodiscard]] bool isCompared(const Method& method) const
    {
        const auto& wanted = settings().comparedMethods;
        const bool isUsual = method.needsTable ? settings().customTable.has_value()
            : method.needsOwnScaling           ? rope().ropeType != "default"
                                               : !method.onRequest;
        return wanted.empty() ? isUsual : std::ranges::find(wanted, method.name) != wanted.end();
    }

    [[nodiscard]] std::vector<const Method*> methodsToMake() const
    {
        std::vector<const Method*> all(methods().begin(), methods().end());
        std::erase_if(all, [&](const Method* method) { return !isStart(*method) && !isCompared(*method); });
        return all;
    }

    Expected<void> compareMethods()
    {
        for (const Method* method : methodsToMake()) {
            MethodAnalysis analysis{.method = method, .result = nullptr, .unavailable = {}};
            const Expected<ScalingTable> table = tableOf(*method);
            // Only a table that cannot be made is the method's own affair; a stop or an engine's failure ends the analysis.
            if (!table && (isStart(*method) || table.error().kind != ErrorKind::Input)) {
                return tl::unexpected(table.error());
            }
            if (!table) {
                analysis.unavailable = table.error().message;
            } else if (Expected<void> compared = assign(analysis.result, compare(*table, isStart(*method) ? Counts::Keep : Counts::Drop));
                       !compared) {
                return compared;
            }
            if (isStart(*method)) {
                m_result->automatic = analysis.result;
            }
            if (isCompared(*method)) {
                m_result->methods.push_back(std::move(analysis));
            }
            endStep();
        }
        return {};
    }

    Expected<ScalingTable> tableOf(const Method& method)
    {
        if (const TablePointer known = method.onRequest ? knownTableOf(method) : nullptr) {
            return known->table;
        }
        const std::vector<double> extrapolated = weighted(m_result->extrapolation->disturbance);
        const std::vector<double> interpolated = weighted(m_result->interpolation->disturbance);
        const MethodInput input{.rope = rope(),
            .pretrainingLength = settings().pretrainingLength,
            .targetLength = settings().targetLength,
            .selected = m_result->selected,
            .factor = {},
            .disturbances =
                [this](std::span<const DimensionFactor> wanted) {
                    return disturbancesOf(wanted).map([&](std::vector<double> found) {
                        for (std::size_t k = 0; k < found.size(); ++k) {
                            found[k] *= settings().weights.of(wanted[k].dimension);
                        }
                        return found;
                    });
                },
            .extrapolated = extrapolated,
            .interpolated = interpolated,
            .custom = settings().customTable ? &*settings().customTable : nullptr};
        return method.make(input).and_then([&](ScalingTable table) -> Expected<ScalingTable> {
            for (std::size_t i = 0; i < table.factors.size(); ++i) {
                const double factor = table.factors[i];
                if (!(factor > 0.0 && rope().invFreq[i] / factor <= maxFrequency)) {
                    return inputError(Sentence::of("{1} gives dimension {2} the factor {3}, which no frequency can be divided by",
                        std::string(method.name), i, number(factor)));
                }
            }
            return table;
        });
    }

    // The terms of the mean.
    [[nodiscard]] std::vector<double> weighted(std::vector<double> disturbances) const
    {
        for (std::size_t i = 0; i < disturbances.size(); ++i) {
            disturbances[i] *= settings().weights.of(i);
        }
        return disturbances;
    }

    // What the previous result holds of a method whose table takes long to find, if nothing that the table depends on has changed.
    [[nodiscard]] TablePointer knownTableOf(const Method& method) const
    {
        if (!isComparable() || m_previous->settings.pretrainingLength != settings().pretrainingLength) {
            return nullptr;
        }
        if (m_previous->settings.method == method.name) {
            return m_previous->automatic;
        }
        const auto found = std::ranges::find(m_previous->methods, &method, &MethodAnalysis::method);
        return found == m_previous->methods.end() ? nullptr : found->result;
    }

    Expected<std::vector<double>> nearFarSumsOf(std::span<const std::size_t> dimensions, const ScalingTable& table)
    {
        std::vector<DimensionFactor> wanted;
        for (const std::size_t i : dimensions) {
            wanted.push_back({i, table.factors[i]});
        }
        return disturbancesOf(wanted);
    }

    Expected<std::vector<double>> disturbancesOf(std::span<const DimensionFactor> wanted)
    {
        std::vector<Rotation> rotations(wanted.size());
        std::ranges::transform(wanted, rotations.begin(), [&](const DimensionFactor& one) {
            return Rotation{
                turnOf(rope().invFreq[one.dimension], one.factor), settings().targetLength, static_cast<std::uint32_t>(one.dimension)};
        });
        return rotascope::disturbancesOf(m_engine, source(), settings(), *m_result->before, rotations, m_run);
    }

    Expected<void> applyOverrides()
    {
        ScalingTable table = m_result->automatic->table;
        for (std::size_t i = 0; i < settings().overrides.size(); ++i) {
            if (const std::optional<Override>& set = settings().overrides[i]) {
                table.factors[i] = set->factorAt(settings().scale());
            }
        }
        return assign(m_result->chosen, compare(table)).map([&] { endStep(); });
    }

    Expected<void> comparePins()
    {
        for (const PinnedTable& pin : settings().pins) {
            if (Expected<void> compared = assign(m_result->pinned.emplace_back(), compare(pin.table)); !compared) {
                return compared;
            }
            endStep();
        }
        return {};
    }

    Expected<void> compareOther()
    {
        if (!settings().other) {
            return {};
        }
        const auto countedBy = [](const AnalysisSettings& s) { return std::tuple(s.other, s.counting, s.intervals); };
        const auto measuredBy = [](const AnalysisSettings& s) { return std::tie(s.divergence, s.epsilon, s.weights); };
        const bool isCounted = m_previous && m_previous->other && countedBy(m_previous->settings) == countedBy(settings());
        if (isCounted && m_previous->before == m_result->before && measuredBy(m_previous->settings) == measuredBy(settings())) {
            m_result->other = m_previous->other;
            endStep();
            return {};
        }
        return compareSources(m_engine, source(), settings(), *m_result->before, m_run, isCounted ? m_previous->other->before : nullptr)
            .map([&](std::shared_ptr<const SourceComparison>&& comparison) {
                m_result->other = std::move(comparison);
                endStep();
            });
    }

    // The analysis of a table. Dimensions that some known table already has with the same factor are copied from there.
    Expected<TablePointer> compare(const ScalingTable& table, Counts counts = Counts::Keep)
    {
        std::vector<TablePointer> known = knownTables();
        if (counts == Counts::Keep) {
            std::erase_if(known, [](const TablePointer& candidate) { return candidate->after.isEmpty(); });
        }
        for (const TablePointer& candidate : known) {
            if (candidate->table == table) {
                return candidate;
            }
        }
        if (m_run.stop.stop_requested()) {
            return stoppedError();
        }
        auto result = std::make_shared<TableAnalysis>();
        result->table = table;
        if (counts == Counts::Keep) {
            result->after = KeptHistograms(rope().dimensions(), settings().intervals, settings().anglesAfter());
        }
        result->disturbance.resize(rope().dimensions());
        result->outOfDistributionShare.resize(rope().dimensions());
        std::vector<std::size_t> missing;
        for (std::size_t i = 0; i < rope().dimensions(); ++i) {
            const auto same = std::ranges::find_if(
                known, [&](const TablePointer& candidate) { return candidate->table.factors[i] == table.factors[i]; });
            if (same == known.end()) {
                missing.push_back(i);
                continue;
            }
            if (counts == Counts::Keep) {
                result->after.copyDimension(i, (*same)->after);
            }
            result->disturbance[i] = (*same)->disturbance[i];
            result->outOfDistributionShare[i] = (*same)->outOfDistributionShare[i];
        }
        m_result->countedDimensions += missing.size();
        for (std::span<const std::size_t> rest = missing; !rest.empty();) {
            const std::size_t now = std::min(rest.size(), dimensionsAtATime(settings().intervals));
            if (const Expected<void> computed = compute(rest.first(now), *result); !computed) {
                return tl::unexpected(computed.error());
            }
            rest = rest.subspan(now);
        }
        result->meanDisturbance = settings().weights.meanOf(result->disturbance);
        m_fresh.push_back(result);
        return result;
    }

    Expected<void> compute(std::span<const std::size_t> dimensions, TableAnalysis& result)
    {
        const Expected<AngleHistograms> after
            = count(dimensions, result.table.factors, PositionSet::of(settings().counting, settings().targetLength));
        if (!after) {
            return tl::unexpected(after.error());
        }
        AngleHistograms before(dimensions.size(), settings().intervals);
        for (std::size_t i = 0; i < dimensions.size(); ++i) {
            before.copyDimension(i, *m_result->before, dimensions[i]);
        }
        const Expected<std::vector<double>> disturbances = settings().farWeight
            ? nearFarSumsOf(dimensions, result.table)
            : m_engine.disturbances(measureOf(settings()), before, *after, m_run);
        if (!disturbances) {
            return tl::unexpected(disturbances.error());
        }
        for (std::size_t i = 0; i < dimensions.size(); ++i) {
            if (!result.after.isEmpty()) {
                result.after.setCounts(dimensions[i], after->counts(i));
            }
            result.disturbance[dimensions[i]] = (*disturbances)[i];
            result.outOfDistributionShare[dimensions[i]]
                = outOfDistributionShare({before.counts(i), before.total(i)}, {after->counts(i), after->total(i)});
        }
        return {};
    }

    Expected<AngleHistograms> count(
        std::span<const std::size_t> dimensions, const std::vector<double>& factors, const PositionSet& positions)
    {
        std::vector<Turn> turns(dimensions.size());
        std::ranges::transform(dimensions, turns.begin(), [&](std::size_t i) { return turnOf(rope().invFreq[i], factors[i]); });
        return m_engine.histograms(turns, positions, settings().intervals, m_run);
    }

    // Tables of this run, and of the previous one where nothing but the table could have changed.
    [[nodiscard]] std::vector<TablePointer> knownTables() const
    {
        std::vector<TablePointer> known = m_fresh;
        if (isComparable()) {
            known.insert(known.end(), {m_previous->extrapolation, m_previous->interpolation, m_previous->automatic, m_previous->chosen});
            for (const MethodAnalysis& method : m_previous->methods) {
                if (method.result) {
                    known.push_back(method.result);
                }
            }
            known.insert(known.end(), m_previous->pinned.begin(), m_previous->pinned.end());
        }
        return known;
    }

    // Whether nothing but the table can differ between the previous result and this one.
    [[nodiscard]] bool isComparable() const
    {
        const auto depends = [](const AnalysisSettings& s) { return std::tuple(s.targetLength, comparedBy(s)); };
        return m_previous && m_previous->before == m_result->before && depends(m_previous->settings) == depends(settings());
    }

    static Expected<void> assign(TablePointer& target, Expected<TablePointer> result)
    {
        return std::move(result).map([&](TablePointer table) { target = std::move(table); });
    }

    Engine& m_engine;
    std::shared_ptr<const Analysis> m_previous;
    EngineRun m_run;
    const Progress& m_progress;
    std::size_t m_steps = 0; ///< done
    std::shared_ptr<Analysis> m_result;
    std::vector<TablePointer> m_fresh;
};

} // namespace

double Analysis::turnsInPretraining(Dimension dimension) const
{
    return static_cast<double>(settings.pretrainingLength) * source->rope.invFreq[dimension] / (2 * std::numbers::pi);
}

std::vector<std::uint64_t> countsAfter(const Analysis& analysis, const TableAnalysis& table, Dimension dimension)
{
    if (!table.after.isEmpty()) {
        return table.after.counts(dimension);
    }
    std::vector<std::uint64_t> counts(analysis.settings.intervals);
    const Turn turn = turnOf(analysis.source->rope.invFreq[dimension], table.table.factors[dimension]);
    countAngles(turn, PositionSet::of(analysis.settings.counting, analysis.settings.targetLength), counts);
    return counts;
}

Expected<std::shared_ptr<const Analysis>> analyze(Engine& engine, const std::shared_ptr<const Source>& source,
    const AnalysisSettings& settings, const std::shared_ptr<const Analysis>& previous, const std::stop_token& stop,
    const Progress& progress)
{
    const auto begin = std::chrono::steady_clock::now();
    Analyzer analyzer(engine, source, settings, previous, stop, progress);
    return analyzer.run().map([&](const std::shared_ptr<Analysis>& result) -> std::shared_ptr<const Analysis> {
        result->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count()
            - 1e3 * analyzer.preparationSeconds();
        return result;
    });
}

} // namespace rotascope
