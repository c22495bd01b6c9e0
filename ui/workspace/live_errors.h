// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/angle/angle_errors.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace rotascope {

class Workspace;

/// Whether a source has what it takes: positions and angles, one by one.
bool hasErrors(const Source& source);

/// How far the recorded angles of the workspace's source are from the ideal ones: the whole recording is read once, off the GUI thread,
/// when it is first looked at. Another source stops it.
class LiveErrors : public QObject {
    Q_OBJECT

public:
    explicit LiveErrors(Workspace* workspace, QObject* parent = nullptr);

    [[nodiscard]] bool isOffered() const { return m_source && hasErrors(*m_source); }
    /// The view is seen: measures, unless it has done so or was stopped.
    void look();
    void start();
    /// Ends it for now: look() does not begin again.
    void stop();

    /// Null: not measured (yet).
    [[nodiscard]] const std::shared_ptr<const MeasuredErrors>& errors() const { return m_errors; }
    [[nodiscard]] bool isMeasuring() const { return m_job.isBusy(); }
    /// The frequencies that it is measured against: those of the file, wherever the extension starts.
    [[nodiscard]] const RopeConfig& rope() const { return m_source->modelRope(); }
    /// The largest recorded position of the axis that a dimension follows; 0 if that is not known.
    [[nodiscard]] std::int64_t largestPosition(std::size_t dimension) const;

signals:
    /// The source, errors() or isMeasuring() changed.
    void changed();
    void progressed(const rotascope::JobProgress& progress);

private:
    void showSource();
    void finish(const Expected<std::shared_ptr<const MeasuredErrors>>& errors);

    QPointer<Workspace> m_workspace; ///< may go first
    std::shared_ptr<const Source> m_source;
    std::shared_ptr<const MeasuredErrors> m_errors;
    bool m_wasAsked = false; ///< for this source
    Job<std::shared_ptr<const MeasuredErrors>> m_job;
};

} // namespace rotascope
