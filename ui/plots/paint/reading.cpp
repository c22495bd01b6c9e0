// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/paint/reading.h"

#include "ui/base/number_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace rotascope {
namespace {

class Reading {
    Q_DECLARE_TR_FUNCTIONS(Reading)
};

constexpr int mostRead = 400; // places: nobody listens to more

QString valueOf(const Readout::Line& line)
{
    return (line.value + QLatin1Char(' ') + line.detail).trimmed();
}

// What a read-out says of a curve: "0.0012 (Dimension 22)"; empty: nothing.
QString valueAt(const Readout& readout, const QString& curve)
{
    const auto line = std::ranges::find(readout.lines, curve, &Readout::Line::name);
    return line == readout.lines.end() ? QString() : Reading::tr("%1 (%2)").arg(valueOf(*line), readout.title);
}

} // namespace

QString plainText(const Readout& readout)
{
    QStringList lines;
    for (const Readout::Line& line : readout.lines) {
        lines << (line.name + QLatin1Char(' ') + valueOf(line)).trimmed();
    }
    return lines.isEmpty() ? readout.title : Reading::tr("%1: %2").arg(readout.title, lines.join(QStringLiteral("; ")));
}

QStringList readingOf(const std::vector<ReadCurve>& curves, int places, const std::function<Readout(int place)>& readout)
{
    QStringList lines;
    if (places <= 0 || !readout) {
        return lines;
    }
    for (const ReadCurve& curve : curves) {
        const auto [least, greatest] = std::ranges::minmax_element(curve.values);
        const auto at = [&](auto place) { return valueAt(readout(static_cast<int>(place - curve.values.begin())), curve.name); };
        if (const QString most = at(greatest); !most.isEmpty()) {
            lines << Reading::tr("%1: greatest %2, least %3").arg(curve.name, most, at(least));
        }
    }
    const int step = (places + mostRead - 1) / mostRead;
    if (step > 1) {
        lines << Reading::tr("One in %1 of %2 places:").arg(countText(step), countText(places));
    }
    for (int place = 0; place < places; place += step) {
        lines << plainText(readout(place));
    }
    return lines;
}

} // namespace rotascope
