// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_scores.h"

#include "core/files/input_file.h"
#include "ui/base/text.h"

#include <utility>

namespace rotascope {

LiveScores::LiveScores(QObject* parent) : QObject(parent), m_job({.finished = [this](const Expected<Result>& result) { finish(result); }})
{
}

void LiveScores::measureFile(const std::filesystem::path& file, const std::shared_ptr<const ScoreSet>& more)
{
    m_job.request([file, more](const Job<Result>::Run& run) {
        return readInputFile(file, Sentence::marked("a file of scores"))
            .and_then([&](const std::string& text) { return parseScores(text, file.string()); })
            .and_then([&](ScoreSet&& set) { return measured(std::make_shared<const ScoreSet>(std::move(set)), more, run.stop()); });
    });
}

void LiveScores::measure(const std::shared_ptr<const ScoreSet>& set, const std::shared_ptr<const ScoreSet>& more)
{
    m_job.request([set, more](const Job<Result>::Run& run) { return measured(set, more, run.stop()); });
}

Expected<LiveScores::Result> LiveScores::measured(
    const std::shared_ptr<const ScoreSet>& set, const std::shared_ptr<const ScoreSet>& more, const std::stop_token& stop)
{
    const std::uint32_t intervals = usualIntervalsOf(*set);
    const bool isAdded = more && more->invFreq.size() == set->invFreq.size();
    const std::shared_ptr<const ScoreSet> both = isAdded ? std::make_shared<const ScoreSet>(merged(*set, *more)) : set;
    return correlateAll(*both, intervals, stop).map([&](std::vector<std::vector<ScoreCorrelation>>&& all) {
        return std::make_shared<const MeasuredScores>(MeasuredScores{both, set->tables.size(), intervals, std::move(all)});
    });
}

void LiveScores::finish(const Expected<Result>& result)
{
    m_scores = result.value_or(nullptr);
    m_problem = result ? QString() : translated(result.error().message);
    emit changed();
}

} // namespace rotascope
