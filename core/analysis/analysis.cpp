// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis.h"

#include "core/analysis/before.h"
#include "core/analysis/channel_counts.h"
#include "core/analysis/disturbances.h"
#include "core/analysis/near_far.h"
#include "core/text.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <span>
#include <tuple>

namespace rotascope {
namespace {

using TablePointer = std::shared_ptr<const TableAnalysis>;

// Whether the counts of a table are kept with its result.
enum class Counts { Keep, Drop };

struct Wanted {
    ScalingTable table;
    Counts counts = Counts::Keep;
};

// A dimension that is to be counted, and the tables that have it.
struct DimensionCount {
    DimensionFactor what;
    std::vector<TableAnalysis*> tables;
};

// Tables on their way to be compared.
struct Comparisons {
    std::vector<TablePointer> tables; ///< all, in their order
    std::vector<std::size_t> countsUpTo; ///< shape [tables]: how many counts are made when it is complete
    std::vector<std::shared_ptr<TableAnalysis>> fresh; ///< those that are made now
    std::vector<DimensionCount> counts;

    void add(TablePointer table)
    {
        tables.push_back(std::move(table));
        countsUpTo.push_back(counts.size());
    }
    void countFor(TableAnalysis* table, const DimensionFactor& what)
    {
        std::vector<std::size_t>& same = m_places[what.dimension];
        const auto known = std::ranges::find_if(same, [&](std::size_t place) { return counts[place].what.factor == what.factor; });
        if (known != same.end()) {
            counts[*known].tables.push_back(table);
            return;
        }
        same.push_back(counts.size());
        counts.push_back({what, {table}});
    }

private:
    std::map<std::size_t, std::vector<std::size_t>> m_places; // of each dimension's counts
};

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
            .and_then([&] { return compareTables(); })
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
        return compare({{makeTable(1.0), Counts::Keep}, {makeTable(settings().scale()), Counts::Keep}})
            .map([&](const std::vector<TablePointer>& both) {
                m_result->extrapolation = both[0];
                m_result->interpolation = both[1];
                m_result->selected = select(settings().selection, m_result->extrapolation->disturbance,
                    m_result->interpolation->disturbance, settings().weights, nearOf(source(), settings().scale()));
            });
    }

    [[nodiscard]] bool isStart(const Method& method) const { return method.name == settings().method; }

    [[nodiscard]] bool isFor(const Method& method) const { return method.forAnyEncoding || source().encoding.rotates(); }

    [[nodiscard]] bool isCompared(const Method& method) const
    {
        const auto& wanted = settings().comparedMethods;
        const bool isUsual = !isFor(method) ? false
            : method.needsTable             ? settings().customTable.has_value()
            : method.needsOwnScaling        ? rope().ropeType != "default"
                                            : !method.onRequest;
        return wanted.empty() ? isUsual : std::ranges::find(wanted, method.name) != wanted.end();
    }

    [[nodiscard]] std::vector<const Method*> methodsToMake() const
    {
        std::vector<const Method*> all(methods().begin(), methods().end());
        std::erase_if(all, [&](const Method* method) { return !isStart(*method) && !isCompared(*method); });
        return all;
    }

    // Those of the methods, the chosen one and the pinned ones.
    Expected<void> compareTables()
    {
        std::vector<Wanted> wanted;
        std::vector<Made> made;
        return makeTables(made, wanted).and_then([&] {
            const auto start = std::ranges::find_if(made, [this](const Made& one) { return isStart(*one.analysis.method); });
            wanted.push_back({overridden(wanted[*start->place].table), Counts::Keep});
            const std::size_t chosen = wanted.size() - 1;
            for (const PinnedTable& pin : settings().pins) {
                wanted.push_back({pin.table, Counts::Keep});
            }
            return compare(wanted).map([&](const std::vector<TablePointer>& compared) {
                for (Made& one : made) {
                    one.analysis.result = one.place ? compared[*one.place] : nullptr;
                }
                m_result->automatic = start->analysis.result;
                m_result->chosen = compared[chosen];
                m_result->pinned.assign(compared.begin() + static_cast<std::ptrdiff_t>(chosen) + 1, compared.end());
                for (Made& one : made) {
                    if (isCompared(*one.analysis.method)) {
                        m_result->methods.push_back(std::move(one.analysis));
                    }
                }
            });
        });
    }

    // A method, and which of the wanted tables is its own; none if it has none.
    struct Made {
        MethodAnalysis analysis;
        std::optional<std::size_t> place;
    };

    Expected<void> makeTables(std::vector<Made>& made, std::vector<Wanted>& wanted)
    {
        for (const Method* method : methodsToMake()) {
            Made one{.analysis = {.method = method, .result = nullptr, .unavailable = {}}, .place = {}};
            Expected<ScalingTable> table = tableOf(*method);
            // Only a table that cannot be made is the method's own affair; a stop or an engine's failure ends the analysis.
            if (!table && (isStart(*method) || table.error().kind != ErrorKind::Input)) {
                return tl::unexpected(table.error());
            }
            if (table) {
                one.place = wanted.size();
                wanted.push_back({std::move(*table), isStart(*method) ? Counts::Keep : Counts::Drop});
            } else {
                one.analysis.unavailable = table.error().message;
                endStep();
            }
            made.push_back(std::move(one));
        }
        return {};
    }

    [[nodiscard]] ScalingTable overridden(ScalingTable table) const
    {
        for (std::size_t i = 0; i < settings().overrides.size(); ++i) {
            if (const std::optional<Override>& set = settings().overrides[i]) {
                table.factors[i] = set->factorAt(settings().scale());
            }
        }
        return table;
    }

    Expected<ScalingTable> tableOf(const Method& method)
    {
        if (!isFor(method)) {
            return inputError(Sentence::of("{1} divides frequencies, and {2} has none; expected a method that only needs factors",
                std::string(method.name), Sentence::label(nameOfEncoding(source().encoding.kind))));
        }
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
            .custom = settings().customTable ? &*settings().customTable : nullptr,
            .parameters = settings().parameters};
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

    Expected<std::vector<double>> disturbancesOf(std::span<const DimensionFactor> wanted)
    {
        std::vector<ChannelTrial> trials(wanted.size());
        std::ranges::transform(wanted, trials.begin(), [&](const DimensionFactor& one) {
            return ChannelTrial{one.dimension, one.factor, settings().targetLength};
        });
        return rotascope::disturbancesOf(m_engine, source(), settings(), *m_result->before, trials, m_run);
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

    // The analyses of tables, in their order. Dimensions that some known table already has with the same factor are copied from there; all
    // others are counted at once, those with the same factor once.
    Expected<std::vector<TablePointer>> compare(const std::vector<Wanted>& wanted)
    {
        if (m_run.stop.stop_requested()) {
            return stoppedError();
        }
        Comparisons comparisons;
        const std::vector<TablePointer> known = knownTables();
        for (const Wanted& one : wanted) {
            prepare(one, known, comparisons);
        }
        m_result->countedDimensions += comparisons.counts.size();
        return count(comparisons).map([&] {
            for (const std::shared_ptr<TableAnalysis>& table : comparisons.fresh) {
                table->meanDisturbance = settings().weights.meanOf(table->disturbance);
                m_fresh.push_back(table);
            }
            return std::move(comparisons.tables);
        });
    }

    // Finds a table that is known, or makes its analysis with what is known of it, and notes what is to be counted.
    void prepare(const Wanted& wanted, const std::vector<TablePointer>& known, Comparisons& comparisons)
    {
        const auto holds = [&](const TablePointer& candidate) { return wanted.counts == Counts::Drop || !candidate->after.isEmpty(); };
        const auto isSame = [&](const TablePointer& candidate) { return holds(candidate) && candidate->table == wanted.table; };
        if (const auto same = std::ranges::find_if(known, isSame); same != known.end()) {
            comparisons.add(*same);
            return;
        }
        if (const auto same = std::ranges::find_if(comparisons.fresh, isSame); same != comparisons.fresh.end()) {
            comparisons.add(*same);
            return;
        }
        const auto table = std::make_shared<TableAnalysis>();
        table->table = wanted.table;
        if (wanted.counts == Counts::Keep) {
            table->after = KeptHistograms(rope().dimensions(), settings().intervals, settings().anglesAfter());
        }
        table->disturbance.resize(rope().dimensions());
        table->outOfDistributionShare.resize(rope().dimensions());
        for (std::size_t i = 0; i < rope().dimensions(); ++i) {
            const double factor = wanted.table.factors[i];
            const auto same = std::ranges::find_if(
                known, [&](const TablePointer& candidate) { return holds(candidate) && candidate->table.factors[i] == factor; });
            if (same == known.end()) {
                comparisons.countFor(table.get(), {i, factor});
                continue;
            }
            if (wanted.counts == Counts::Keep) {
                table->after.copyDimension(i, (*same)->after);
            }
            table->disturbance[i] = (*same)->disturbance[i];
            table->outOfDistributionShare[i] = (*same)->outOfDistributionShare[i];
        }
        comparisons.fresh.push_back(table);
        comparisons.add(table);
    }

    // Counts what is to be counted. A step ends with the last count of its table.
    Expected<void> count(const Comparisons& comparisons)
    {
        const std::span<const DimensionCount> counts = comparisons.counts;
        std::size_t table = 0;
        for (std::size_t first = 0; table < comparisons.tables.size();) {
            const std::size_t now = std::min(counts.size() - first, dimensionsAtATime(settings().intervals));
            if (Expected<void> done = compute(counts.subspan(first, now)); !done) {
                return done;
            }
            first += now;
            for (; table < comparisons.tables.size() && comparisons.countsUpTo[table] <= first; ++table) {
                endStep();
            }
        }
        return {};
    }

    Expected<void> compute(std::span<const DimensionCount> counts)
    {
        if (counts.empty()) {
            return {};
        }
        std::vector<DimensionFactor> wanted(counts.size());
        AngleHistograms before(counts.size(), settings().intervals);
        for (std::size_t k = 0; k < counts.size(); ++k) {
            wanted[k] = counts[k].what;
            before.copyDimension(k, *m_result->before, wanted[k].dimension);
        }
        const Expected<AngleHistograms> after
            = countChannels(m_engine, source(), settings(), wanted, PositionSet::of(settings().counting, settings().targetLength), m_run);
        if (!after) {
            return tl::unexpected(after.error());
        }
        const Expected<std::vector<double>> disturbances
            = settings().farWeight ? disturbancesOf(wanted) : m_engine.disturbances(measureOf(settings()), before, *after, m_run);
        if (!disturbances) {
            return tl::unexpected(disturbances.error());
        }
        for (std::size_t k = 0; k < counts.size(); ++k) {
            const double share = outOfDistributionShare({before.counts(k), before.total(k)}, {after->counts(k), after->total(k)});
            for (TableAnalysis* const table : counts[k].tables) {
                if (!table->after.isEmpty()) {
                    table->after.setCounts(wanted[k].dimension, after->counts(k));
                }
                table->disturbance[wanted[k].dimension] = (*disturbances)[k];
                table->outOfDistributionShare[wanted[k].dimension] = share;
            }
        }
        return {};
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
    const auto length = static_cast<double>(settings.pretrainingLength);
    return source->encoding.rotates() ? length * source->rope.invFreq[dimension] / (2 * std::numbers::pi) : 0.0;
}

std::vector<std::uint64_t> countsAfter(const Analysis& analysis, const TableAnalysis& table, Dimension dimension)
{
    if (!table.after.isEmpty()) {
        return table.after.counts(dimension);
    }
    std::vector<std::uint64_t> counts(analysis.settings.intervals);
    const double factor = table.table.factors[dimension];
    const PositionSet positions = PositionSet::of(analysis.settings.counting, analysis.settings.targetLength);
    if (analysis.source->encoding.rotates()) {
        countAngles(turnOf(analysis.source->rope.invFreq[dimension], factor), positions, counts);
    } else {
        StepCounter(*analysis.source, analysis.settings).count(factor, positions, counts);
    }
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
