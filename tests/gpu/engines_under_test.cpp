// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/engines_under_test.h"

#include "core/engine/cpu_engine.h"
#include "core/engine/engine_module.h"
#include "gpu/device_engine.h"
#include "tests/gpu/host_device.h"

#include <algorithm>

namespace rotascope {
namespace {

std::shared_ptr<gpu::HostDeviceLog> emulatedLog()
{
    static const auto log = std::make_shared<gpu::HostDeviceLog>();
    return log;
}

} // namespace

std::vector<std::string> enginesUnderTest()
{
    return {"cpu", "emulated", "emulated_tight", "cuda"};
}

EngineUnderTest engineUnderTest(const std::string& name)
{
    if (name == "cpu") {
        return {makeCpuEngine(), {}};
    }
    if (name == "emulated") {
        return {gpu::makeDeviceEngine(gpu::makeHostDevice(emulatedLog()), name), {}, true};
    }
    if (name == "emulated_tight") {
        constexpr std::size_t memory = std::size_t{24} << 20;
        return {gpu::makeDeviceEngine(gpu::makeHostDevice(emulatedLog(), memory, 2048), name, std::size_t{1} << 20), {}, true};
    }
    // One for all tests, as in the programs.
    static const Expected<std::shared_ptr<Engine>> cuda = loadEngineModule(cudaModule().file);
    const bool isNamed = cudaModule().isFromVariable;
    return cuda ? EngineUnderTest{*cuda, {}, false, (*cuda)->info().device == "PTX on the CPU", isNamed}
                : EngineUnderTest{nullptr, cuda.error().message, false, false, isNamed};
}

bool emulatedGuardsHold()
{
    return emulatedLog()->guardsHold;
}

AnglesInMemory::AnglesInMemory(std::vector<float> angles, std::size_t dimensions, std::size_t tileRows, std::size_t tileColumns)
    : m_angles(std::move(angles)), m_dimensions(dimensions), m_tileRows(tileRows), m_tileColumns(tileColumns)
{
}

Expected<void> AnglesInMemory::read(const TakeAngles& take, const std::stop_token& stop) const
{
    const std::size_t rowCount = m_angles.size() / m_dimensions;
    std::vector<float> tile;
    for (std::size_t row = 0; row < rowCount; row += m_tileRows) {
        for (std::size_t column = 0; column < m_dimensions; column += m_tileColumns) {
            if (stop.stop_requested()) {
                return stoppedError();
            }
            const std::size_t columns = std::min(m_tileColumns, m_dimensions - column);
            const std::size_t rows = std::min(m_tileRows, rowCount - row);
            if (columns == m_dimensions) {
                if (Expected<void> taken = take({std::span(m_angles).subspan(row * columns, rows * columns), column, columns}); !taken) {
                    return taken;
                }
                continue;
            }
            tile.clear();
            for (std::size_t i = row; i < row + rows; ++i) {
                const auto* const first = &m_angles[i * m_dimensions + column];
                tile.insert(tile.end(), first, first + columns);
            }
            if (Expected<void> taken = take({tile, column, columns}); !taken) {
                return taken;
            }
        }
    }
    return {};
}

Expected<AngleHistograms> AnglesInMemory::histograms(std::uint32_t intervals, const std::stop_token&) const
{
    AngleHistograms histograms(m_dimensions, intervals);
    const std::size_t counted = addRecordedAngles(m_angles, histograms);
    if (counted * m_dimensions != m_angles.size()) {
        return inputError("memory: row " + std::to_string(counted) + " holds no angle; expected 0 to 2 pi");
    }
    return histograms;
}

} // namespace rotascope
