// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/readout.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <span>
#include <vector>

// What plots say to those who are read to.
namespace rotascope {

/// "Dimension 22, 10 turns in L: Chosen 0.0012; Extrapolation 0.03"
QString plainText(const Readout& readout);

/// A curve that is drawn; `name` is that of its line in read-outs.
struct ReadCurve {
    QString name;
    std::span<const double> values; ///< shape [places]
};

/// First where each curve is greatest and least, then the read-out of each place; where there are more than some hundred, of places at
/// equal distances, which is said.
QStringList readingOf(const std::vector<ReadCurve>& curves, int places, const std::function<Readout(int place)>& readout);

} // namespace rotascope
