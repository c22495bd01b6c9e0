// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace rotascope {

/// How far a job is, in units that the job chooses (bytes, rows).
struct JobProgress {
    std::uint64_t done = 0;
    std::optional<std::uint64_t> total = {}; ///< none: unknown
    std::optional<double> perSecond = {}; ///< smoothed; none: not known yet
    std::optional<double> secondsLeft = {}; ///< none: not known (yet)

    /// 0 ... 1; none where the total is unknown.
    [[nodiscard]] std::optional<double> share() const;
};

/// Adds rate and time left to what a job reports. The rate is an average in which what happened a while ago counts less; a job
/// that stands still therefore shows a falling rate and more time left. Whoever calls update() says what time it is.
class ProgressMeter {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// No rate is shown before a job has run for this long: it would jump about, and a job that is soon done needs none.
    static constexpr std::chrono::milliseconds settling{2000};
    /// After this time an observation counts 1/e of what it counted at first.
    static constexpr std::chrono::milliseconds memory{4000};

    /// `total`: 0 where it is unknown. Another total, or less done than before, starts over.
    JobProgress update(std::uint64_t done, std::uint64_t total, Time now);

private:
    void observe(double amount, double seconds);

    std::optional<Time> m_begin;
    Time m_last;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
    double m_amount = 0.0; ///< weighted sum of what was done ...
    double m_seconds = 0.0; ///< ... and of the time that it took
};

} // namespace rotascope
