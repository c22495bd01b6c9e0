// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/prepared_export.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <variant>

namespace rotascope {

/// Writes exports off the GUI thread, one after the other: a model's copy has tens of GiB, and a disk may be slow. What it says
/// comes where this object was made (the GUI thread). Destroyed while it writes, it stops and waits until the writing has ended.
class ExportWriter : public QObject {
    Q_OBJECT

public:
    explicit ExportWriter(QObject* parent = nullptr);

    /// Begins to write; written() or failed() follows. Not while isBusy().
    void start(PreparedExport prepared, const QString& file);
    /// Asks the writing to stop; failed() follows, with ErrorKind::Stopped and the target as it was, or written(): it was too late.
    void stop() { m_job.stop(); }
    /// Whether written() or failed() is still to come.
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }

signals:
    /// Some times a second, in bytes.
    void progressed(const rotascope::JobProgress& progress);
    void written();
    /// The target is as it was.
    void failed(const rotascope::Error& error);

private:
    Job<std::monostate> m_job;
};

} // namespace rotascope
