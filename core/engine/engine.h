// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/angle_histogram.h"
#include "core/angle/recorded_angles.h"
#include "core/engine/divergence.h"
#include "core/engine/rotation.h"
#include "core/error.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace rotascope {

/// Whether an engine works, and on what.
struct EngineInfo {
    std::string name; ///< as on the command line: "cpu", "cuda"
    std::string device; ///< what a user would recognise, e.g. "2 threads", "NVIDIA H100"

    friend bool operator==(const EngineInfo&, const EngineInfo&) = default;
};

/// What an engine can be asked for.
enum class Operation : std::uint8_t {
    PositionHistograms, ///< Engine::histograms, Engine::rotationHistograms
    RecordedHistograms, ///< Engine::recordedHistograms
    Disturbances, ///< Engine::disturbances
    Rotations ///< Engine::rotationDisturbances: what landscapes and length sweeps are made of
};

/// What a request wants besides its result, and what became of it. One for a request, from one thread.
struct EngineRun {
    std::stop_token stop = {}; ///< asks the engine to stop; it then answers with ErrorKind::Stopped
    std::vector<EngineInfo> used = {}; ///< out: the engines that computed, each once, in the order of their first use
    std::vector<Sentence> notices = {}; ///< out: what did not go as asked (the GPU's memory was too small, ...), for the user
    double preparationSeconds = 0.0; ///< out: spent once on finding out which engine is the faster, not on the request

    void addUsed(const EngineInfo& engine)
    {
        if (std::ranges::find(used, engine) == used.end()) {
            used.push_back(engine);
        }
    }
    /// Adds a notice, if it is not there.
    void addNotice(Sentence notice)
    {
        if (std::ranges::find(notices, notice) == notices.end()) {
            notices.push_back(std::move(notice));
        }
    }
    /// All engines used, as one: "cuda + cpu" on "NVIDIA H100 + 2 threads".
    [[nodiscard]] EngineInfo usedAsOne() const
    {
        EngineInfo one;
        for (const EngineInfo& engine : used) {
            one.name += (one.name.empty() ? "" : " + ") + engine.name;
            one.device += (one.device.empty() ? "" : " + ") + engine.device;
        }
        return one;
    }
};

/// How disturbances are measured.
struct Measure {
    Divergence divergence = Divergence::KullbackLeibler;
    double epsilon = defaultEpsilon;
    CountingMeasure counting = {}; ///< of rotations: what their lengths are counted by

    friend bool operator==(const Measure&, const Measure&) = default;
};

/// Counts angles and compares distributions. Counts are integers made by the same integer operations everywhere (core/angle),
/// and divergences are summed by the same operations in the same order (divergence_sum.h): results are equal to the bit on all
/// engines. An engine may be called from several threads at once.
class Engine {
public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    [[nodiscard]] virtual const EngineInfo& info() const = 0;
    /// Whether this engine has an operation and answers at this moment; else it is not called.
    [[nodiscard]] virtual bool supports(Operation operation) const = 0;
    /// Why it answers nothing at this moment, for a user; empty if it does.
    [[nodiscard]] virtual Sentence unavailable() const { return {}; }

    /// Histograms of one dimension a turn, shape [turns, intervals]. minIntervals <= intervals <= maxIntervals.
    virtual Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run)
        = 0;

    /// Histograms of one dimension a rotation, shape [rotations, intervals]: several tables at several lengths in one request. Their
    /// lengths fit `counting`; Rotation::before plays no part.
    virtual Expected<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, EngineRun& run)
        = 0;

    /// Histograms of all recorded angles, shape [D, intervals].
    virtual Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) = 0;

    /// Disturbance of each dimension, shape [D]; both histograms have the same shape.
    virtual Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run)
        = 0;

    /// The disturbance of each rotation, shape [rotations]; its histogram is not kept. Their lengths fit measure.counting.
    virtual Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run)
        = 0;
};

} // namespace rotascope
