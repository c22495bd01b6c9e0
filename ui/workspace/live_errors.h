// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/angle/angle_errors.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QPointer>
#include <cstdint>
#include <memory>
#include <vector>

namespace rotascope {

class Workspace;

/// Whether a source has what it takes: positions and angles, one by one.
bool hasErrors(const Source& source);

/// What recorded angles are measured against.
enum class ErrorsAgainst {
    Model, ///< the frequencies of the file, wherever the extension starts
    CurrentTable ///< those of the newest result: is it the table that the model applied?
};

/// How far the recorded angles of the workspace's source are from the ideal ones: the whole recording is read once, off the GUI thread,
/// when it is first looked at. Another source or other frequencies stop it.
class LiveErrors : public QObject {
    Q_OBJECT

public:
    explicit LiveErrors(Workspace* workspace, QObject* parent = nullptr);

    [[nodiscard]] bool isOffered() const { return m_source && hasErrors(*m_source); }
    void setAgainst(ErrorsAgainst against);
    [[nodiscard]] ErrorsAgainst against() const { return m_against; }
    /// From now on the errors are kept apart by position as well, of all dimensions: twice the work, so not before it is asked for.
    void tellPositionsApart();
    /// The view is seen: measures, unless it has done so or was stopped.
    void look();
    void start();
    /// Ends it for now: look() does not begin again.
    void stop();

    /// Null: not measured (yet).
    [[nodiscard]] const std::shared_ptr<const MeasuredErrors>& errors() const { return m_errors; }
    [[nodiscard]] bool isMeasuring() const { return m_job.isBusy(); }
    /// Shape [D], what it is measured against, in rad per position; empty where nothing can be measured.
    [[nodiscard]] const std::vector<double>& frequencies() const { return m_frequencies; }
    /// The largest recorded position of the axis that a dimension follows; 0 if that is not known.
    [[nodiscard]] std::int64_t largestPosition(std::size_t dimension) const;

signals:
    /// The source, errors() or isMeasuring() changed.
    void changed();
    void progressed(const rotascope::JobProgress& progress);

private:
    void showSource();
    void showFrequencies();
    void forget();
    void finish(const Expected<std::shared_ptr<const MeasuredErrors>>& errors);
    [[nodiscard]] bool hasTable() const;
    [[nodiscard]] PositionSpans spans() const;

    QPointer<Workspace> m_workspace; ///< may go first
    std::shared_ptr<const Source> m_source;
    ErrorsAgainst m_against = ErrorsAgainst::Model;
    bool m_byPosition = false;
    std::vector<double> m_frequencies;
    std::vector<Turn> m_turns; ///< of m_frequencies
    std::shared_ptr<const MeasuredErrors> m_errors;
    bool m_wasAsked = false; ///< for this source and these frequencies
    Job<std::shared_ptr<const MeasuredErrors>> m_job;
};

} // namespace rotascope
