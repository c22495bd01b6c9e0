// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/table_readings.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QPointer>
#include <memory>
#include <set>

namespace rotascope {

class Workspace;

/// The second readings of all tables of the workspace's newest analysis, off the GUI thread, while somebody looks. The newest analysis
/// wins.
class LiveReadings : public QObject {
    Q_OBJECT

public:
    /// Those of this workspace, which all who look share.
    static LiveReadings& of(Workspace& workspace);

    /// `who` looks, perhaps again: reads what is missing.
    void look(const QObject* who);
    /// `who` looks no longer: stops if nobody does.
    void lookAway(const QObject* who);

    /// The newest; null before the first.
    [[nodiscard]] const std::shared_ptr<const TableReadings>& readings() const { return m_readings; }
    /// Whether they are those of the workspace's analysis.
    [[nodiscard]] bool isCurrent() const;
    /// near and far of the current table; null unless they are current, and where nothing turns.
    [[nodiscard]] const NearFar* nearFar() const;

signals:
    /// readings() or isCurrent() changed.
    void changed();

private:
    using Result = std::shared_ptr<const TableReadings>;

    explicit LiveReadings(Workspace& workspace);
    void stop();
    void finish(const Expected<Result>& readings);

    QPointer<Workspace> m_workspace; ///< null while it goes
    std::set<const QObject*> m_looking; ///< some may be gone
    Result m_readings;
    std::shared_ptr<const Analysis> m_asked; ///< that they were asked for last
    Job<Result> m_job;
};

} // namespace rotascope
