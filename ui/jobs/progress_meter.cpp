// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/progress_meter.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

std::optional<double> JobProgress::share() const
{
    if (!total || *total == 0) {
        return std::nullopt;
    }
    return std::min(1.0, static_cast<double>(done) / static_cast<double>(*total));
}

JobProgress ProgressMeter::update(std::uint64_t done, std::uint64_t total, Time now)
{
    if (!m_begin || done < m_done || total != m_total) {
        *this = {};
        m_begin = now;
    } else {
        observe(static_cast<double>(done - m_done), std::chrono::duration<double>(now - m_last).count());
    }
    m_last = now;
    m_done = done;
    m_total = total;

    JobProgress progress{.done = done, .total = total > 0 ? std::optional(total) : std::nullopt};
    if (now - *m_begin >= settling && m_seconds > 0.0) {
        progress.perSecond = m_amount / m_seconds;
        if (total > 0 && m_amount > 0.0) {
            progress.secondsLeft = static_cast<double>(total - std::min(done, total)) / *progress.perSecond;
        }
    }
    return progress;
}

void ProgressMeter::observe(double amount, double seconds)
{
    const double fading = std::exp(-seconds / std::chrono::duration<double>(memory).count());
    m_amount = fading * m_amount + amount;
    m_seconds = fading * m_seconds + seconds;
}

} // namespace rotascope
