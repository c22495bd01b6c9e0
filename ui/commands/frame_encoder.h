// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSize>
#include <QString>
#include <memory>
#include <stop_token>

class QImage;

namespace rotascope {

/// How an animation runs. Frame n of N is shown at n/N of the time.
struct Pace {
    int frames = 200;
    double seconds = 10.0;
};

/// Fewest and most frames; the longest time, in seconds.
inline constexpr int leastFrames = 2;
inline constexpr int mostFrames = 3600;
inline constexpr double longestAnimation = 600.0;
/// The widest and highest frame, pixels: what an encoder keeps of two frames stays below 200 MiB.
inline constexpr int mostFramePixels = 4096;

/// Takes frames and makes files of them. From one thread at a time, which need not be the GUI's.
class FrameEncoder {
public:
    virtual ~FrameEncoder() = default;
    /// Appends a frame. It has the size of the others.
    virtual Expected<void> add(const QImage& frame) = 0;
    /// After the last frame. What was written is complete, or, after a stop or an error, nothing new is there.
    virtual Expected<void> finish(const std::stop_token& stop) = 0;
};

/// Whether this build writes animated files: whether it has libwebp.
bool writesAnimatedFiles();

/// What a name says: "clock.webp" becomes an animated WebP file, without loss and for ever from the start again; "clock-%04d.png" becomes
/// the pictures clock-0001.png, clock-0002.png … (a name without %0Nd gets -%04d). Fails for other ends, for a WebP in a build that
/// writes none, and for frames that are too large. `pixels`: of each frame.
Expected<std::unique_ptr<FrameEncoder>> encoderFor(const QString& file, const QSize& pixels, const Pace& pace);

/// The name of the n-th picture, from 1.
QString frameFile(const QString& pattern, int number);

} // namespace rotascope
