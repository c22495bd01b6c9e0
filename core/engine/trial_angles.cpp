// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trial_angles.h"

#include "core/engine/parallel.h"

#include <algorithm>
#include <functional>
#include <mutex>

namespace rotascope {
namespace {

constexpr std::size_t trialDimensions = 64;

} // namespace

TrialAngles::TrialAngles(std::size_t rows) : m_angles(rows * trialDimensions)
{
    for (std::size_t i = 0; i < m_angles.size(); ++i) {
        m_angles[i] = static_cast<float>(i % 6283) * 1e-3F;
    }
}

std::size_t TrialAngles::dimensions() const
{
    return trialDimensions;
}

std::int64_t TrialAngles::rows() const
{
    return static_cast<std::int64_t>(m_angles.size() / trialDimensions);
}

Expected<void> TrialAngles::read(const TakeAngles& take, const std::stop_token& stop) const
{
    const std::size_t rowCount = m_angles.size() / trialDimensions;
    const std::size_t parts = std::min<std::size_t>(parallelThreads(), rowCount);
    std::mutex mutex;
    Expected<void> taken;
    parallelFor(parts, [&](std::size_t part) {
        const std::size_t first = rowCount * part / parts;
        const std::size_t rows = rowCount * (part + 1) / parts - first;
        const std::span<const float> angles = std::span(m_angles).subspan(first * trialDimensions, rows * trialDimensions);
        Expected<void> partTaken = stop.stop_requested() ? Expected<void>(stoppedError()) : take({angles, 0, trialDimensions});
        if (!partTaken) {
            const std::lock_guard lock(mutex);
            taken = std::move(partTaken);
        }
    });
    return taken;
}

Expected<AngleHistograms> TrialAngles::histograms(std::uint32_t intervals, const std::stop_token& stop) const
{
    AngleHistograms sum(trialDimensions, intervals);
    std::mutex mutex;
    const auto count = [&](const AngleTile& tile) -> Expected<void> {
        AngleHistograms part(trialDimensions, intervals);
        addRecordedAngles(tile.angles, part);
        const std::lock_guard lock(mutex);
        sum.add(part);
        return {};
    };
    return read(count, stop).map([&] { return std::move(sum); });
}

} // namespace rotascope
