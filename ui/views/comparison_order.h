// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"
#include "ui/views/readings_model.h"

#include <QString>
#include <functional>
#include <vector>

namespace rotascope {

/// What the rows of the comparison of methods are sorted by: a column of ReadingsModel, or the interpolated components.
struct ComparisonOrder {
    static constexpr int interpolated = ReadingsModel::ColumnCount;

    int column = ReadingsModel::Name; ///< Name: in the usual order, the current table first, then the pinned ones, then the methods
    bool isDescending = false;

    /// What a click on a column's header makes of it: the least first, then the greatest first, then the usual order.
    [[nodiscard]] ComparisonOrder clicked(int header) const;
    /// As a session keeps it: "near", "-near"; empty: the usual order.
    [[nodiscard]] QString text() const;
    /// What cannot be read is the usual order.
    [[nodiscard]] static ComparisonOrder of(const QString& text);

    friend bool operator==(const ComparisonOrder&, const ComparisonOrder&) = default;
};

/// The readings (columns of ReadingsModel) that the user wants to see in the comparison: none at first.
std::vector<int> wantedReadings();
/// An entry for each reading that can be shown, as for the columns of the table of dimensions.
std::vector<CommandEntry> comparisonColumnEntries();
/// An entry for each thing that rows can be sorted by now.
std::vector<CommandEntry> comparisonOrderEntries(const ComparisonOrder& order, const std::function<void(const ComparisonOrder&)>& set);

} // namespace rotascope
