// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/evaluation/trial.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

class Workspace;

/// Whether a source is a model that the laboratory can run: its file lies beside the weights.
bool hasLaboratoryModel(const Source& source);

/// What the laboratory's model did under a table.
struct TriedTable {
    ScalingTable table;
    std::int64_t targetLength = 0; ///< L′
    std::optional<Evaluation> quick; ///< of quickTrial
    std::optional<Evaluation> full; ///< of fullTrial

    /// That of the most prompts; null: none yet.
    [[nodiscard]] const Evaluation* best() const { return full ? &*full : quick ? &*quick : nullptr; }
};

/// A table that the laboratory compares.
struct LaboratoryRow {
    std::string method; ///< its name; empty: the current table
    std::shared_ptr<const TableAnalysis> result;
};

/// Runs the laboratory's small model, where that is what is open, under the current table and four methods, off the GUI thread and while
/// somebody looks: a few prompts under each for a first answer, then all. What was tried is kept, so that a change tries one table. A newer
/// table stops what is under way, but for the first answer, which is soon there.
class LiveLaboratory : public QObject {
    Q_OBJECT

public:
    /// That of this workspace, which all views share.
    static LiveLaboratory& of(Workspace& workspace);

    /// The methods beside the current table.
    static const std::vector<std::string>& methods();

    /// The view is seen, perhaps again: tries what is missing.
    void look();
    /// The view is hidden: stops.
    void lookAway();

    /// Whether what is open is a model that can be run.
    [[nodiscard]] bool isOffered() const { return !m_folder.empty(); }
    /// Why nothing can be tried; empty: it can.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// The current table, then the methods that have one; of the workspace's newest analysis.
    [[nodiscard]] std::vector<LaboratoryRow> rows() const;
    /// What is known of a table at the L′ of that analysis; null: nothing.
    [[nodiscard]] const TriedTable* triedOf(const ScalingTable& table) const;
    /// The table that was the current one before this one, at the same L′; null: none.
    [[nodiscard]] const std::shared_ptr<const TableAnalysis>& previous() const { return m_previous; }
    /// Whether each row has all of its prompts.
    [[nodiscard]] bool isFinal() const;
    /// All tables that were tried since the model was opened, at any L′.
    [[nodiscard]] const std::vector<TriedTable>& tried() const { return m_tried; }
    /// Null before the first answer.
    [[nodiscard]] const LanguageModelPointer& model() const { return m_model; }

signals:
    /// The analysis, what is known of its tables, isOffered() or problem() changed.
    void changed();

private:
    explicit LiveLaboratory(Workspace* workspace);

    struct Wanted {
        ScalingTable table;
        bool isFull = false;
    };
    struct Trial {
        LanguageModelPointer model;
        Wanted of;
        std::int64_t targetLength = 0;
        Evaluation evaluation;
    };
    using Result = std::shared_ptr<const Trial>;
    struct Task;

    static Expected<Result> run(const Task& task, const Job<Result>::Run& run);
    void showSource();
    void remember(const Analysis& analysis);
    [[nodiscard]] std::vector<Wanted> missing() const;
    void take(const Trial& trial);
    void finish(const Expected<Result>& last);

    QPointer<Workspace> m_workspace; ///< its parent
    std::filesystem::path m_folder; ///< of the model that is open; empty: it is none of the laboratory's
    LanguageModelPointer m_model;
    QString m_problem;
    std::vector<TriedTable> m_tried;
    std::shared_ptr<const TableAnalysis> m_current; ///< whose first answer was asked for last
    std::shared_ptr<const TableAnalysis> m_previous;
    std::int64_t m_targetLength = 0; ///< L′ of both
    std::shared_ptr<const Analysis> m_asked; ///< that was looked at last
    bool m_isFirstUnderWay = false; ///< whether the job's next result is soon there
    Job<Result> m_job;
};

} // namespace rotascope
