// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/recorded_angles.h"

#include <vector>

namespace rotascope {

/// Recorded angles that exist only to be counted, so that engines can be measured: [rows, 64], in memory. They are handed on and counted on
/// all cores, as those of a recording are.
class TrialAngles : public RecordedAngles {
public:
    explicit TrialAngles(std::size_t rows);

    [[nodiscard]] std::size_t dimensions() const override;
    [[nodiscard]] std::int64_t rows() const override;
    /// A part of the rows for each thread.
    Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const override;
    Expected<AngleHistograms> histograms(std::uint32_t intervals, const std::stop_token& stop) const override;

private:
    std::vector<float> m_angles;
};

} // namespace rotascope
