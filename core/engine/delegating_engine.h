// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <functional>
#include <memory>

namespace rotascope {

/// When a request goes to the accelerator.
enum class Delegation : std::uint8_t {
    Always, ///< whenever it has the operation: the user asked for it
    WhenFaster ///< when its answer is expected sooner than the CPU's
};

/// How long a request will take on an engine, in seconds: latency + work * secondsPerWork.
struct EngineSpeed {
    double latency = 0.0;
    double secondsPerWork = 1.0;

    [[nodiscard]] double secondsFor(double work) const { return latency + work * secondsPerWork; }
};

/// The work of a request, in seconds on one core of the machine of docs/benchmarks.md: what relates requests of different shape.
double workOfHistograms(std::size_t turns, const PositionSet& positions, std::uint32_t intervals);
double workOfRecordedAngles(std::size_t dimensions, std::int64_t rows);
double workOfRotations(const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals);

/// Requests whose speeds have nothing to do with each other.
enum class WorkKind : std::uint8_t {
    Arithmetic, ///< floor sums and divergences: rotations, uniform positions
    CountedPositions, ///< visiting positions, which have to be copied to the device
    RecordedAngles ///< the same with angles
};

/// Measures an engine by a tiny and a larger request of this kind, some milliseconds each. Fails as the engine does.
Expected<EngineSpeed> measureSpeed(Engine& engine, WorkKind kind, const std::stop_token& stop = {});

/// An engine that hands each request to an accelerator or to the CPU, and finishes on the CPU, with a notice, what the accelerator
/// could not (ErrorKind::Engine). What pays is measured on this machine, by measureSpeed() on both, when the first request of its kind
/// comes that might: there is no size from which every GPU is faster than every CPU. Divergences alone never pay: their histograms
/// would have to be copied. Delegation::WhenFaster tells a failure that lasts once; Always with every EngineRun, once in each.
std::shared_ptr<Engine> makeDelegatingEngine(std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, Delegation delegation);

/// Finds an accelerator for a request that might pay: null if there is none, or none yet. Asked from any thread, each time.
using FindAccelerator = std::function<std::shared_ptr<Engine>()>;

/// Delegation::WhenFaster to an accelerator that is looked for when it is first needed. find() gives the same one from then on.
std::shared_ptr<Engine> makeAutomaticEngine(FindAccelerator find, std::shared_ptr<Engine> cpu);

/// The same with speeds that are known (tests).
std::shared_ptr<Engine> makeDelegatingEngine(
    std::shared_ptr<Engine> accelerator, std::shared_ptr<Engine> cpu, EngineSpeed acceleratorSpeed, EngineSpeed cpuSpeed);

} // namespace rotascope
