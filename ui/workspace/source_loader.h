// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/open_source.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <thread>

namespace rotascope {

/// Opens files on a thread of its own: counting the positions of a large recording takes a while. One at a time; a newer
/// request stops the one that runs.
class SourceLoader : public QObject {
    Q_OBJECT

public:
    explicit SourceLoader(QObject* parent = nullptr);
    ~SourceLoader() override;

    /// Opens a recording (and one of its RoPEs; empty: the main one) or a config.json; loaded() or failed() follows.
    void load(const QString& file, const QString& ropeName = {});
    /// Stops; no signal follows.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

signals:
    void loaded(std::shared_ptr<const rotascope::Source> source);
    void failed(const QString& message);
    /// Rows counted so far and in all.
    void progressed(qint64 done, qint64 total);
    void busyChanged(bool busy);

private:
    void deliver(std::uint64_t generation, const Expected<SourcePointer>& result);
    void setBusy(bool busy);

    std::uint64_t m_generation = 0;
    bool m_busy = false;
    std::jthread m_thread; ///< last: it is joined before anything that it uses goes
};

} // namespace rotascope
