// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/animation_writer.h"

#include "core/exchange/export_format.h"
#include "ui/plots/figure/figure_file.h"

#include <QTimer>
#include <utility>

namespace rotascope {

AnimationWriter::AnimationWriter(QObject* parent)
    : QObject(parent), m_job({.finished = [this](const Expected<std::monostate>& result) { finish(result); }})
{
}

AnimationWriter::~AnimationWriter() = default;

Expected<void> AnimationWriter::start(AnimationRequest request, const Source& source)
{
    for (int frame = 0; frame <= request.pace.frames; ++frame) {
        const QString target = frame == 0 ? request.file : frameFile(request.file, frame);
        if (Expected<void> other = checkIsNotAnalysed(source, target.toStdString()); !other) {
            return other;
        }
    }
    return encoderFor(request.file, (QSizeF(request.size) * request.scale).toSize(), request.pace)
        .map([&](std::unique_ptr<FrameEncoder> encoder) {
            m_request = std::move(request);
            m_encoder = std::move(encoder);
            m_drawn = m_encoded = 0;
            m_isFinishing = m_isStopped = false;
            QTimer::singleShot(0, this, [this] {
                draw();
                encode();
            });
        });
}

void AnimationWriter::stop()
{
    m_isStopped = true;
    m_job.stop();
}

void AnimationWriter::draw()
{
    const int last = m_request.pace.frames - 1;
    const Figure figure = m_request.animation.figureAt(static_cast<double>(m_drawn) / last);
    m_next = imageOf(figure, m_request.size, m_request.scale);
    ++m_drawn;
}

// While one frame is compressed, the next is drawn.
void AnimationWriter::encode()
{
    const Error onException{ErrorKind::Output, tr("%1: cannot be written").arg(m_request.file).toStdString()};
    m_isFinishing = m_encoded == m_request.pace.frames;
    if (m_isFinishing) {
        m_job.request([encoder = m_encoder](
                          const Job<std::monostate>::Run& run) { return encoder->finish(run.stop()).map([] { return std::monostate(); }); },
            onException);
        return;
    }
    m_job.request([encoder = m_encoder, frame = m_next](
                      const Job<std::monostate>::Run&) { return encoder->add(frame).map([] { return std::monostate(); }); },
        onException);
    if (m_drawn < m_request.pace.frames) {
        draw();
    }
}

void AnimationWriter::finish(const Expected<std::monostate>& result)
{
    const bool isDone = result && m_isFinishing;
    if (result && !isDone && !m_isStopped) {
        emit progressed(++m_encoded, m_request.pace.frames);
        encode();
        return;
    }
    m_encoder.reset();
    m_next = {};
    if (isDone) {
        emit written();
    } else {
        emit failed(result ? stoppedError().value() : result.error());
    }
}

} // namespace rotascope
