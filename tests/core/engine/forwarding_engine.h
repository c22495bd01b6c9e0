// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu_engine.h"

namespace rotascope::test {

/// The CPU engine, for fakes that are about one of its operations and leave the others as they are.
class ForwardingEngine : public Engine {
public:
    [[nodiscard]] const EngineInfo& info() const override { return m_cpu->info(); }
    [[nodiscard]] bool supports(Operation operation) const override { return m_cpu->supports(operation); }
    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        return m_cpu->histograms(turns, positions, intervals, run);
    }
    Expected<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, EngineRun& run) override
    {
        return m_cpu->rotationHistograms(counting, rotations, intervals, run);
    }
    Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) override
    {
        return m_cpu->recordedHistograms(angles, intervals, run);
    }
    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        return m_cpu->disturbances(measure, before, after, run);
    }
    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        return m_cpu->rotationDisturbances(measure, before, rotations, run);
    }

private:
    std::unique_ptr<Engine> m_cpu = makeCpuEngine();
};

} // namespace rotascope::test
