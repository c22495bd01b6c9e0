// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/length_sweep.h"

#include "core/analysis/channel_counts.h"
#include "core/analysis/disturbances.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>
#include <tuple>

namespace rotascope {
namespace {

// Whether curves of `previous` hold for `analysis`: the same source, before, lengths and measure.
bool holds(const LengthSweep& previous, const Analysis& analysis, const std::vector<std::int64_t>& lengths)
{
    const auto depends = [](const AnalysisSettings& s) { return std::tuple(s.pretrainingLength, s.targetLength, s.before, comparedBy(s)); };
    return previous.source == analysis.source && previous.lengths == lengths && depends(previous.settings) == depends(analysis.settings);
}

// One sweep: what all of its steps need.
class Sweeper {
public:
    Sweeper(Engine& engine, const Analysis& analysis, LengthSweep& sweep, const Progress& progress)
        : m_engine(engine), m_analysis(analysis), m_sweep(sweep), m_progress(progress)
    {
    }

    // Computes all curves that are not complete.
    Expected<void> run()
    {
        for (SweepCurve& curve : m_sweep.curves) {
            const bool isNew = std::ranges::none_of(m_missing, [&](const SweepCurve* other) { return other->table == curve.table; });
            if (curve.disturbance.empty() && isNew) {
                m_missing.push_back(&curve);
            }
        }
        m_sweep.computedCurves = m_missing.size();
        if (m_missing.empty()) {
            return {};
        }
        // near and far compare short texts with pre-training as well: they ask what a table moves, not what share of the circle is used.
        const auto firstLong = m_analysis.settings.farWeight
            ? m_sweep.lengths.begin()
            : std::ranges::lower_bound(m_sweep.lengths, m_analysis.settings.pretrainingLength);
        return compareShort({m_sweep.lengths.begin(), firstLong})
            .and_then([&] {
                return compareLong({firstLong, m_sweep.lengths.end()});
            })
            .map([this] { finish(); });
    }

private:
    void tell() const
    {
        if (m_progress) {
            // A curve has a value for each dimension at each length that is done.
            m_progress(m_missing.front()->disturbance.size() / m_analysis.dimensions(), m_sweep.lengths.size());
        }
    }

    // body(some) for `most` lengths at a time; for one if there is progress to call.
    template <class Body> Expected<void> inParts(std::span<const std::int64_t> lengths, std::size_t most, const Body& body)
    {
        while (!lengths.empty()) {
            const std::size_t now = m_progress ? 1 : std::min(most, lengths.size());
            if (Expected<void> done = body(lengths.first(now)); !done) {
                return done;
            }
            tell();
            lengths = lengths.subspan(now);
        }
        return {};
    }

    Expected<void> compareLong(std::span<const std::int64_t> lengths)
    {
        return inParts(lengths, lengths.size(), [&](std::span<const std::int64_t> some) { return compare(*m_analysis.before, 0, some); });
    }

    // As many at once as the counts of all of them take little memory.
    Expected<void> compareShort(std::span<const std::int64_t> lengths)
    {
        constexpr std::size_t countsAtATime = std::size_t{1} << 21; // 16 MiB
        const std::size_t most = std::max<std::size_t>(1, countsAtATime / (m_analysis.dimensions() * m_analysis.settings.intervals));
        return inParts(lengths, most, [&](std::span<const std::int64_t> some) {
            return unextended(some).and_then([&](const AngleHistograms& before) { return compare(before, m_analysis.dimensions(), some); });
        });
    }

    // shape [lengths * D, intervals]
    Expected<AngleHistograms> unextended(std::span<const std::int64_t> lengths)
    {
        std::vector<ChannelTrial> trials;
        for (const std::int64_t length : lengths) {
            for (std::size_t i = 0; i < m_analysis.dimensions(); ++i) {
                trials.push_back({i, 1.0, length});
            }
        }
        return countTrials(m_engine, *m_analysis.source, m_analysis.settings, trials, m_sweep.run);
    }

    // Appends the disturbances at these lengths to every missing curve. `before` has the dimensions of the first length, and those of the
    // next one `rowsALength` rows further.
    Expected<void> compare(const AngleHistograms& before, std::size_t rowsALength, std::span<const std::int64_t> lengths)
    {
        std::vector<ChannelTrial> trials;
        for (const SweepCurve* curve : m_missing) {
            for (std::size_t k = 0; k < lengths.size(); ++k) {
                for (std::size_t i = 0; i < m_analysis.dimensions(); ++i) {
                    trials.push_back({i, curve->table.factors[i], lengths[k], k * rowsALength});
                }
            }
        }
        return disturbancesOf(m_engine, *m_analysis.source, m_analysis.settings, before, trials, m_sweep.run)
            .map([&](const std::vector<double>& disturbances) {
                auto next = disturbances.begin();
                for (SweepCurve* curve : m_missing) {
                    const auto end = next + static_cast<std::ptrdiff_t>(lengths.size() * m_analysis.dimensions());
                    curve->disturbance.insert(curve->disturbance.end(), next, end);
                    next = end;
                }
            });
    }

    void finish()
    {
        for (SweepCurve* curve : m_missing) {
            const std::span<const double> rows = curve->disturbance;
            for (std::size_t k = 0; k < m_sweep.lengths.size(); ++k) {
                const std::span<const double> row = rows.subspan(k * m_analysis.dimensions(), m_analysis.dimensions());
                curve->meanDisturbance.push_back(m_analysis.settings.weights.meanOf(row));
            }
        }
        for (SweepCurve& curve : m_sweep.curves) {
            if (curve.disturbance.empty()) { // the same table as another's
                const auto same = std::ranges::find_if(m_missing, [&](const SweepCurve* other) { return other->table == curve.table; });
                curve.disturbance = (*same)->disturbance;
                curve.meanDisturbance = (*same)->meanDisturbance;
            }
        }
    }

    Engine& m_engine;
    const Analysis& m_analysis;
    LengthSweep& m_sweep;
    const Progress& m_progress;
    std::vector<SweepCurve*> m_missing;
};

SweepCurve curveOf(std::string name, const ScalingTable& table, const LengthSweep* previous)
{
    if (previous != nullptr) {
        const auto same = std::ranges::find_if(previous->curves, [&](const SweepCurve& curve) { return curve.table == table; });
        if (same != previous->curves.end()) {
            SweepCurve curve = *same;
            curve.name = std::move(name);
            return curve;
        }
    }
    return {std::move(name), table, {}, {}};
}

} // namespace

std::vector<std::int64_t> sweepLengths(std::int64_t pretrainingLength, std::int64_t targetLength, std::size_t count)
{
    const double first = std::log(std::max(1.0, static_cast<double>(pretrainingLength) / 16.0));
    const double last = std::log(std::min(static_cast<double>(maxContextLength), 4.0 * static_cast<double>(targetLength)));
    std::vector<std::int64_t> lengths = {pretrainingLength, targetLength};
    for (std::size_t k = 0; k < count; ++k) {
        lengths.push_back(std::llround(std::exp(first + (last - first) * static_cast<double>(k) / static_cast<double>(count - 1))));
    }
    std::ranges::sort(lengths);
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end()); // Clang 14 has no std::ranges::unique for this
    return lengths;
}

Expected<std::shared_ptr<const LengthSweep>> sweepLengths(Engine& engine, const Analysis& analysis,
    const std::shared_ptr<const LengthSweep>& previous, std::size_t lengthCount, const std::stop_token& stop, const Progress& progress)
{
    if (lengthCount < 4 || lengthCount > maxSweepLengths) {
        return usageError(Sentence::of("a sweep over {1} lengths; expected 4 to {2}", lengthCount, maxSweepLengths));
    }
    const auto start = std::chrono::steady_clock::now();
    auto sweep = std::make_shared<LengthSweep>();
    sweep->source = analysis.source;
    sweep->settings = analysis.settings;
    sweep->lengths = sweepLengths(analysis.settings.pretrainingLength, analysis.settings.targetLength, lengthCount);
    std::erase_if(sweep->lengths, [&](std::int64_t length) { return !analysis.settings.counting.fits(length); });
    sweep->run.stop = stop;
    const LengthSweep* known = previous && holds(*previous, analysis, sweep->lengths) ? previous.get() : nullptr;
    sweep->curves.push_back(curveOf({}, analysis.chosen->table, known));
    for (const MethodAnalysis& method : analysis.methods) {
        if (method.result) {
            sweep->curves.push_back(curveOf(std::string(method.method->name), method.result->table, known));
        }
    }
    return Sweeper(engine, analysis, *sweep, progress).run().map([&] {
        sweep->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count()
            - 1e3 * sweep->run.preparationSeconds;
        return std::shared_ptr<const LengthSweep>(sweep);
    });
}

} // namespace rotascope
