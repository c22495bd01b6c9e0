// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disturbance/cpu_engine.h"

#include "core/disturbance/parallel.h"

#include <oneapi/tbb/info.h>

namespace rotascope {
namespace {

class CpuEngine final : public Engine {
public:
    CpuEngine()
    {
        const int threads = oneapi::tbb::info::default_concurrency();
        m_info = {"cpu", std::to_string(threads) + (threads == 1 ? " thread" : " threads")};
    }

    [[nodiscard]] const EngineInfo& info() const override { return m_info; }

    Expected<AngleHistograms> histograms(std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals) override
    {
        AngleHistograms result(turns.size(), intervals);
        parallelFor(turns.size(), [&](std::size_t dimension) {
            countAngles(turns[dimension], positions, result.counts(dimension));
            result.setTotal(dimension, positions.total());
        });
        return result;
    }

    Expected<std::vector<double>> disturbances(
        Divergence divergence, const AngleHistograms& before, const AngleHistograms& after, double epsilon) override
    {
        std::vector<double> result(before.dimensions());
        parallelFor(result.size(), [&](std::size_t dimension) {
            result[dimension] = disturbance(divergence, {before.counts(dimension), before.total(dimension)},
                {after.counts(dimension), after.total(dimension)}, epsilon);
        });
        return result;
    }

private:
    EngineInfo m_info;
};

} // namespace

std::unique_ptr<Engine> makeCpuEngine()
{
    return std::make_unique<CpuEngine>();
}

} // namespace rotascope
