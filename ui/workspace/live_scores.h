// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score_correlation.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace rotascope {

/// Scores with all measures of their tables.
struct MeasuredScores {
    std::shared_ptr<const ScoreSet> set;
    std::size_t ownTables = 0; ///< tables at these first places are those of the scores; the others were added
    std::uint32_t intervals = 0; ///< b
    std::vector<std::vector<ScoreCorrelation>> byMeasure; ///< of tableMeasures(), in their order; shape [measures][groups]
};

/// Reads scores, where they are in a file, and measures their tables off the GUI thread. The newest request wins.
class LiveScores : public QObject {
    Q_OBJECT

public:
    explicit LiveScores(QObject* parent = nullptr);

    /// `more`: scores of the same model that are added; null: none.
    void measureFile(const std::filesystem::path& file, const std::shared_ptr<const ScoreSet>& more = nullptr);
    void measure(const std::shared_ptr<const ScoreSet>& set, const std::shared_ptr<const ScoreSet>& more = nullptr);
    /// Stops; the next look begins anew.
    void cancel() { m_job.cancel(); }

    /// The newest; null before the first, and where there was a problem.
    [[nodiscard]] const std::shared_ptr<const MeasuredScores>& scores() const { return m_scores; }
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }

signals:
    void changed();

private:
    using Result = std::shared_ptr<const MeasuredScores>;

    static Expected<Result> measured(
        const std::shared_ptr<const ScoreSet>& set, const std::shared_ptr<const ScoreSet>& more, const std::stop_token& stop);
    void finish(const Expected<Result>& result);

    Result m_scores;
    QString m_problem;
    Job<Result> m_job;
};

} // namespace rotascope
