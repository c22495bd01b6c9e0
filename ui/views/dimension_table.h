// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"
#include "ui/models/dimension_model.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/views/dimension_delegate.h"

#include <QList>
#include <QTableView>
#include <vector>

class QSortFilterProxyModel;

namespace rotascope {

class WholeColumns;
class Workspace;

/// The table of dimensions. Its current row is the workspace's current dimension, its selected rows are the workspace's selected ones;
/// the commands whose keys are the table's own (KeyScope::DimensionTable) act on all of these.
class DimensionTable : public QTableView, public FigureSource {
    Q_OBJECT

public:
    explicit DimensionTable(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("dimensions"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

    /// The dimensions whose rows are selected.
    [[nodiscard]] QList<Dimension> selectedDimensions() const;
    /// The cell of a dimension.
    [[nodiscard]] QModelIndex indexOf(Dimension dimension, int column) const;
    /// The columns that the user can show and hide, those of pinned tables in two entries for all of them. Unless the user has said
    /// otherwise, wavelength and turns give way while tables are pinned or a second source is there and not all columns have room, and of
    /// pinned tables only the differences are shown.
    [[nodiscard]] std::vector<CommandEntry> columnEntries() const;
    [[nodiscard]] QSize sizeHint() const override;
    /// Marks all of it as the last result where it is not the one that was asked for.
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }
    [[nodiscard]] Freshness freshness() const { return m_stale.freshness(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;

private:
    [[nodiscard]] int widthOf(int column) const;
    void sizeColumns(int first);
    void sortAgain(int first);
    [[nodiscard]] bool isWanted(int column) const;
    [[nodiscard]] bool isWanted(int column, DimensionModel::Kind kind) const;
    [[nodiscard]] bool hasRoomForAll();
    void showColumns();
    void showColumnMenu(const QPoint& position);
    [[nodiscard]] Dimension dimensionAt(const QModelIndex& index) const;
    void showCurrentDimension();
    void onChoiceClicked(const QModelIndex& index, ChoiceAction action);
    void onFactorTyped(const QModelIndex& index, const QString& text);
    /// The selected dimensions if this row is among them, else its own.
    [[nodiscard]] QList<Dimension> dimensionsFor(const QModelIndex& index) const;

    Workspace* m_workspace;
    DimensionModel* m_model;
    QSortFilterProxyModel* m_sorted;
    WholeColumns* m_columns;
    bool m_hasRoom = true; ///< for the columns that give way to others
    StaleMark m_stale{viewport()};
};

} // namespace rotascope
