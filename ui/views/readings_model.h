// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/table_readings.h"

#include <QAbstractTableModel>
#include <QString>
#include <memory>
#include <optional>

namespace rotascope {

/// One row for each table, one column for each thing that it can be judged by. It only shows.
class ReadingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Disturbance, Unseen, Greatest, GreatestAt, NeverTurning, Reach, Near, Far, ColumnCount };
    enum Role { SortRole = Qt::UserRole }; ///< double; what has no number comes last

    explicit ReadingsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) { }

    void setReadings(std::shared_ptr<const TableReadings> readings);
    [[nodiscard]] const std::shared_ptr<const TableReadings>& readings() const { return m_readings; }
    /// How many significant digits numbers have, and how they are written, changed.
    void rewrite();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// What a table is called on the screen.
    [[nodiscard]] static QString nameOf(const TableReadings& readings, const TableReading& table);
    /// The name of a column's reading, as in "near", what it is, and its entry in the glossary.
    [[nodiscard]] static QString titleOf(int column);
    [[nodiscard]] static QString explanationOf(int column);
    [[nodiscard]] static QString termOf(int column);
    /// The number that a column has for a table; none where it has none: no reach within L′.
    [[nodiscard]] static std::optional<double> numberOf(const TableReading& table, int column);
    [[nodiscard]] static QString textOf(const TableReading& table, int column);

private:
    std::shared_ptr<const TableReadings> m_readings;
};

} // namespace rotascope
