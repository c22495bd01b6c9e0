// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <atomic>
#include <cstdint>
#include <optional>
#include <thread>

namespace rotascope {

/// Writes exports on a thread of its own, one after the other: a model's copy has tens of GiB, and a disk may be slow. What it says
/// comes where this object was made (the GUI thread). Destroyed while it writes, it stops and waits until the writing has ended.
class ExportWriter : public QObject {
    Q_OBJECT

public:
    explicit ExportWriter(QObject* parent = nullptr);
    ~ExportWriter() override;

    /// Begins to write; written() or failed() follows. Not while isBusy(). The format is one that stays, as all of exportFormats() do.
    void start(
        const ExportFormat& format, const ExportDocument& document, const std::optional<ExportFormat::Into>& into, const QString& file);
    /// Asks the writing to stop; failed() follows, with ErrorKind::Stopped and the target as it was, or written(): it was too late.
    void stop() { m_thread.request_stop(); }
    /// Whether written() or failed() is still to come.
    [[nodiscard]] bool isBusy() const { return m_busy; }

signals:
    /// Some times a second: bytes written so far and in all; 0 of 0 where that is not known.
    void progressed(qint64 done, qint64 total);
    void written();
    /// The target is as it was.
    void failed(const rotascope::Error& error);

private:
    void end(const Expected<void>& result);

    bool m_busy = false;
    QTimer m_look; ///< at the progress: the thread reports far more often than anybody can see
    std::atomic<std::uint64_t> m_done = 0;
    std::atomic<std::uint64_t> m_total = 0;
    std::jthread m_thread; ///< last: it is joined before anything that it uses goes
};

} // namespace rotascope
