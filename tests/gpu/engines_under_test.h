// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/recorded_angles.h"
#include "core/engine/engine.h"

#include <memory>
#include <string>
#include <vector>

namespace rotascope {

/// An engine that the shared test body runs on, or why it cannot be had here: then its tests are skipped.
struct EngineUnderTest {
    std::shared_ptr<Engine> engine;
    std::string unavailable;
    bool isEmulated = false; ///< runs kernels on the CPU: small requests only
    bool isInterpreted = false; ///< runs kernels' PTX on the CPU (tests/gpu/ptx)
    bool isNamed = false; ///< the user named its module: then it must be had
};

/// The names of all of them: "cpu"; "emulated", the device engine on a device of the CPU; "emulated_tight", the same with little
/// memory and less shared memory than the counters want; "cuda".
std::vector<std::string> enginesUnderTest();
EngineUnderTest engineUnderTest(const std::string& name);

/// Whether an emulated device has seen a write beside its memory since it was made.
bool emulatedGuardsHold();

/// Recorded angles in memory, float32 [rows, dimensions], handed on in tiles of some rows and some columns.
class AnglesInMemory final : public RecordedAngles {
public:
    AnglesInMemory(std::vector<float> angles, std::size_t dimensions, std::size_t tileRows, std::size_t tileColumns);

    [[nodiscard]] std::size_t dimensions() const override { return m_dimensions; }
    [[nodiscard]] std::int64_t rows() const override { return static_cast<std::int64_t>(m_angles.size() / m_dimensions); }
    Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const override;
    Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& stop) const override;

private:
    std::vector<float> m_angles;
    std::size_t m_dimensions;
    std::size_t m_tileRows;
    std::size_t m_tileColumns;
};

} // namespace rotascope
