// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/table_readings.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace rotascope {

class Workspace;

/// The second readings of all tables of the workspace's newest analysis, off the GUI thread, when somebody looks. The newest analysis wins.
class LiveReadings : public QObject {
    Q_OBJECT

public:
    explicit LiveReadings(Workspace* workspace, QObject* parent = nullptr);

    /// The view is seen, perhaps again: reads what is missing.
    void look();
    /// The view is hidden: stops.
    void lookAway();

    /// The newest; null before the first.
    [[nodiscard]] const std::shared_ptr<const TableReadings>& readings() const { return m_readings; }
    /// Whether they are those of the workspace's analysis.
    [[nodiscard]] bool isCurrent() const;

signals:
    /// readings() or isCurrent() changed.
    void changed();

private:
    using Result = std::shared_ptr<const TableReadings>;

    void finish(const Expected<Result>& readings);

    QPointer<Workspace> m_workspace; ///< may go first
    Result m_readings;
    std::shared_ptr<const Analysis> m_asked; ///< that they were asked for last
    Job<Result> m_job;
};

} // namespace rotascope
