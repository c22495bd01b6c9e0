// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/plots/legend_bar.h"

#include <QColor>
#include <QString>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace rotascope {

class Workspace;

/// What charts show beside the current table: the method that is shown, a pinned table, or a second source.
struct TableBeside {
    std::string key; ///< what it is, while its name and its colour may change
    QString name;
    QString explanation;
    QColor color; ///< no other curve of these charts has it
    Mark mark; ///< nor this
    bool isPinned = false; ///< drawn dashed
    std::shared_ptr<const TableAnalysis> result; ///< null for a second source
    std::shared_ptr<const SourceComparison> other = {}; ///< of a second source: what it has before, against the source; else null

    /// What the angles of each dimension differ by from those before, shape [D].
    [[nodiscard]] const std::vector<double>& disturbance() const { return result ? result->disturbance : other->divergence; }
    [[nodiscard]] double meanDisturbance() const { return result ? result->meanDisturbance : other->meanDivergence; }
};

/// All of them as the newest result has them, the method first. `onDark`: colours for a dark background.
std::vector<TableBeside> tablesBeside(const Workspace& workspace, bool onDark);
/// The same, and after them the second source, where there is one.
std::vector<TableBeside> tablesAndSourceBeside(const Workspace& workspace, bool onDark);

/// Whether legends have the same entries for both.
bool haveSameEntries(const std::vector<TableBeside>& a, const std::vector<TableBeside>& b);

/// Notes whether a table is hidden, in a set of keys.
void noteHidden(std::set<std::string>& hidden, const TableBeside& table, bool isHidden);

/// The legend's entry for one.
LegendItem legendItem(const TableBeside& table);

/// The colour of the pinned table with this place.
QColor colorOfPin(std::size_t place, bool onDark);

} // namespace rotascope
