// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/pace_text.h"

#include "ui/base/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace rotascope {
namespace {

// Beyond it, the guess is worth nothing.
constexpr double longestSeconds = 48.0 * 3600.0;

class PaceTexts {
    Q_DECLARE_TR_FUNCTIONS(PaceText)
};

// Two digits: more would only flicker.
double rounded(double value)
{
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    return unit > 0.0 ? unit * std::round(value / unit) : value;
}

QString byteRate(double perSecond)
{
    const auto bytes = static_cast<qint64>(rounded(perSecond));
    const double leading = static_cast<double>(bytes) / std::pow(1000.0, std::floor(std::log10(perSecond) / 3.0));
    return PaceTexts::tr("%1/s").arg(QLocale().formattedDataSize(bytes, leading < 10.0 ? 1 : 0, QLocale::DataSizeSIFormat));
}

QString rowRate(double perSecond)
{
    constexpr double million = 1e6;
    const double rows = rounded(perSecond);
    return rows < million ? PaceTexts::tr("%1 rows/s").arg(QLocale().toString(static_cast<qlonglong>(rows)))
                          : PaceTexts::tr("%1 million rows/s").arg(digitsText(rows / million, 3));
}

qlonglong upTo(double value, double step)
{
    return static_cast<qlonglong>(step * std::ceil(value / step));
}

} // namespace

QString durationText(double seconds)
{
    const qlonglong whole = seconds <= 10.0 ? std::max(1LL, upTo(seconds, 1.0)) : upTo(seconds, 5.0);
    if (whole < 60) {
        return PaceTexts::tr("%1 s").arg(whole);
    }
    const double minutes = seconds / 60.0;
    if (upTo(minutes, 1.0) < 60) {
        return PaceTexts::tr("%1 min").arg(upTo(minutes, 1.0));
    }
    const qlonglong tens = upTo(minutes, 10.0);
    return tens % 60 == 0 ? PaceTexts::tr("%1 h").arg(tens / 60) : PaceTexts::tr("%1 h %2 min").arg(tens / 60).arg(tens % 60);
}

QString paceText(const JobProgress& progress, ProgressUnit unit)
{
    const bool isDone = progress.total && progress.done >= *progress.total;
    QStringList parts;
    if (progress.perSecond && *progress.perSecond >= 1.0 && !isDone) {
        parts << (unit == ProgressUnit::Bytes ? byteRate(*progress.perSecond) : rowRate(*progress.perSecond));
    }
    if (progress.secondsLeft && *progress.secondsLeft < longestSeconds && !isDone) {
        parts << PaceTexts::tr("%1 left").arg(durationText(*progress.secondsLeft));
    }
    return parts.join(PaceTexts::tr(", "));
}

} // namespace rotascope
