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

/// A table that charts show beside the current one: the method that is shown, or a pinned table.
struct TableBeside {
    std::string key; ///< what it is, while its name and its colour may change
    QString name;
    QString explanation;
    QColor color; ///< no other curve of these charts has it
    Mark mark; ///< nor this
    bool isPinned = false; ///< drawn dashed
    std::shared_ptr<const TableAnalysis> result;
};

/// All of them as the newest result has them, the method first. `onDark`: colours for a dark background.
std::vector<TableBeside> tablesBeside(const Workspace& workspace, bool onDark);

/// Whether legends have the same entries for both.
bool haveSameEntries(const std::vector<TableBeside>& a, const std::vector<TableBeside>& b);

/// Notes whether a table is hidden, in a set of keys.
void noteHidden(std::set<std::string>& hidden, const TableBeside& table, bool isHidden);

/// The legend's entry for one.
LegendItem legendItem(const TableBeside& table);

/// The colour of the pinned table with this place.
QColor colorOfPin(std::size_t place, bool onDark);

} // namespace rotascope
