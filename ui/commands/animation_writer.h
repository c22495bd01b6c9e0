// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/error.h"
#include "ui/commands/frame_encoder.h"
#include "ui/jobs/job.h"
#include "ui/plots/figure/animation.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>
#include <memory>
#include <variant>

namespace rotascope {

/// What an animation becomes.
struct AnimationRequest {
    Animation animation;
    QSize size = {960, 600}; ///< of a frame, logical pixels
    double scale = 1.0; ///< pixels for each of these
    Pace pace;
    QString file; ///< as encoderFor() takes it
};

/// Writes animations. Frames are drawn in the GUI thread, one at a turn of the event loop, and compressed off it, so that the window stays
/// usable and at most two frames are in memory. Destroyed while it writes, it leaves nothing new behind.
class AnimationWriter : public QObject {
    Q_OBJECT

public:
    explicit AnimationWriter(QObject* parent = nullptr);
    ~AnimationWriter() override;

    /// Begins to write; written() or failed() follows from the event loop. Fails at once where the request cannot be right, and where a
    /// file would take the place of the source that is analysed. Not while isBusy().
    Expected<void> start(AnimationRequest request, const Source& source);
    /// failed() follows, with ErrorKind::Stopped; or written(): it was too late.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_encoder != nullptr; }

signals:
    void progressed(int frames, int total);
    void written();
    /// Nothing new is there.
    void failed(const rotascope::Error& error);

private:
    void draw();
    void encode();
    void finish(const Expected<std::monostate>& result);

    AnimationRequest m_request;
    std::shared_ptr<FrameEncoder> m_encoder; ///< null: nothing is written
    QImage m_next; ///< drawn, but not encoded
    int m_drawn = 0;
    int m_encoded = 0;
    bool m_isFinishing = false; ///< the last frame is encoded
    bool m_isStopped = false;
    Job<std::monostate> m_job;
};

} // namespace rotascope
