// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <QAbstractTableModel>
#include <memory>
#include <optional>

namespace rotascope {

class Workspace;

/// One row a dimension: what it is, how much each way disturbs it, and what is chosen for it. It shows;
/// DimensionTable edits.
class DimensionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// After these, two columns for each pinned table: its disturbance, and how much that is above the chosen one.
    enum Column { Index, Wavelength, Turns, Extrapolation, Interpolation, ChoiceColumn, Factor, Chosen, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< the value to sort by
        ChoiceRole, ///< int: what is applied, a rotascope::Choice
        ManualRole, ///< bool: whether it was set by hand
        NearTieRole ///< bool: whether the two methods nearly tie
    };

    /// Of the two columns of a pinned table, the second.
    [[nodiscard]] static bool isDifference(int column) { return (column - ColumnCount) % 2 == 1; }

    explicit DimensionModel(Workspace* workspace, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    /// What is set by hand for a dimension; empty: automatic.
    [[nodiscard]] std::optional<Override> overrideOf(Dimension dimension) const;
    void refresh();
    void setPins(std::size_t count);
    [[nodiscard]] QVariant pinHeader(int section, int role) const;
    [[nodiscard]] QString text(Dimension dimension, int column) const;
    [[nodiscard]] double number(Dimension dimension, int column) const;
    [[nodiscard]] QString choiceText(Dimension dimension) const;
    [[nodiscard]] QString toolTip(Dimension dimension, int column) const;

    Workspace* m_workspace;
    std::shared_ptr<const Analysis> m_analysis;
    std::size_t m_pins = 0; ///< pinned tables that have columns
};

} // namespace rotascope
