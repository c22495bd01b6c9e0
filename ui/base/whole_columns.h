// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

class QTableView;

namespace rotascope {

/// Cuts no column of a table: where not all have room, those that have it take all of it, and the next one begins where one scrolls to it.
/// Belongs to the table.
class WholeColumns : public QObject {
    Q_OBJECT

public:
    explicit WholeColumns(QTableView* table);

    /// Call it after the columns were given other widths, or were shown or hidden.
    void fit();
    /// How wide a column is where all have room, one that was shown before.
    [[nodiscard]] int widthOf(int column);
    /// How wide those that are shown are where all have room.
    [[nodiscard]] int length() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void keepWidths();

    QTableView* m_table;
    std::vector<int> m_widths; ///< of all columns, hidden ones too, as they are where all have room
    bool m_isFitting = false;
};

} // namespace rotascope
