// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace rotascope {

/// A recording, or a model that runs here, that comes with the program.
struct Sample {
    QString file;
    QString name;
    QString sight; ///< a sentence: what one sees in it
};

/// Those that are there: in ../share/rotascope/samples and lab, seen from the program's folder.
std::vector<Sample> samples();

} // namespace rotascope
