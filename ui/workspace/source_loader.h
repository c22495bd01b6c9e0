// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/source/open_source.h"

#include <QObject>
#include <QString>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace rotascope {

/// Opens sources and makes the first analysis of each, on a thread of its own: counting a large recording takes a while, and only
/// then is it known to be good. Only the newest request counts; it stops the one that runs and does not wait for it.
class SourceLoader : public QObject {
    Q_OBJECT

public:
    explicit SourceLoader(std::shared_ptr<Engine> engine, QObject* parent = nullptr);
    ~SourceLoader() override;

    /// What makes the first analysis of sources that are asked for from now on.
    void setEngine(std::shared_ptr<Engine> engine) { m_engine = std::move(engine); }
    /// Opens a recording (and one of its RoPEs; empty: the main one) or a config.json; loaded() or failed() follows.
    /// `targetLength`: L' to begin with, instead of the default.
    void loadFile(const QString& file, const QString& ropeName = {}, std::optional<std::int64_t> targetLength = {});
    /// The same for a preset.
    void loadPreset(const QString& modelId, std::optional<std::int64_t> targetLength = {});
    /// Stops; no signal follows.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

signals:
    void loaded(std::shared_ptr<const rotascope::Analysis> first);
    void failed(const rotascope::Error& error);
    /// Rows counted so far and in all.
    void progressed(qint64 done, qint64 total);
    void busyChanged(bool busy);

private:
    using Open = std::function<Expected<SourcePointer>(const std::stop_token&, const OpenProgress&)>;
    using First = Expected<std::shared_ptr<const Analysis>>;

    void load(Open open, std::optional<std::int64_t> targetLength);
    [[nodiscard]] static First openAndAnalyze(Engine& engine, const Open& open, std::optional<std::int64_t> targetLength,
        const std::stop_token& stop, const OpenProgress& progress);
    void deliver(std::uint64_t generation, const First& result);
    void setBusy(bool busy);

    /// A thread, and whether it has come to its end, so that joining it takes no time.
    struct Worker {
        std::jthread thread;
        std::shared_ptr<std::atomic<bool>> ended = std::make_shared<std::atomic<bool>>(false);
    };

    std::shared_ptr<Engine> m_engine;
    std::uint64_t m_generation = 0;
    bool m_busy = false;
    /// The newest, and before it those that were asked to stop but hang on, as at a bad file's probe: the window does not wait for
    /// them. Last: they are joined before anything that they use goes.
    std::vector<Worker> m_workers;
};

} // namespace rotascope
