// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/interval_text.h"

#include "core/encoding/steps.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

class IntervalText {
    Q_DECLARE_TR_FUNCTIONS(IntervalText)
};

// At the factor 1. A bucket counts as one.
double widthOfInterval(const Analysis& analysis)
{
    return analysis.source->encoding.kind == EncodingKind::T5
        ? 1.0
        : positionsAnInterval(analysis.settings.pretrainingLength, analysis.settings.intervals);
}

} // namespace

QString edgeText(const Analysis& analysis, double interval, AngleUnit unit)
{
    return analysis.source->encoding.rotates() ? angleText(interval / analysis.settings.intervals, unit)
                                               : fixedText(interval * widthOfInterval(analysis), 0);
}

QString quantityText(const Source& source)
{
    switch (source.encoding.kind) {
    case EncodingKind::Learned:
        return IntervalText::tr("row of the table; the last part is all rows beyond L");
    case EncodingKind::Alibi:
        return IntervalText::tr("bias, as the distance that had it in training; the last part is all beyond L");
    case EncodingKind::T5:
        return IntervalText::tr("bucket of the distance");
    default:
        return IntervalText::tr("angle");
    }
}

double axisEnd(const Analysis& analysis)
{
    return analysis.settings.intervals * widthOfInterval(analysis);
}

QString channelNoun(const Source& source)
{
    return source.encoding.rotates()                  ? IntervalText::tr("dimension")
        : source.encoding.kind == EncodingKind::Alibi ? IntervalText::tr("head")
                                                      : IntervalText::tr("channel");
}

QString channelsNoun(const Source& source)
{
    return source.encoding.rotates()                  ? IntervalText::tr("dimensions")
        : source.encoding.kind == EncodingKind::Alibi ? IntervalText::tr("heads")
                                                      : IntervalText::tr("channels");
}

QString channelAxis(const Source& source)
{
    return source.encoding.rotates() ? IntervalText::tr("dimension (rotary pair)") : channelNoun(source);
}

QString channelText(const Source& source, Dimension channel)
{
    return source.encoding.kind == EncodingKind::Alibi
        ? IntervalText::tr("Head %1 · slope %2").arg(channel.row()).arg(digitsText(source.rope.invFreq[channel], 4))
        : translatedLabel(nameOfEncoding(source.encoding.kind));
}

} // namespace rotascope
