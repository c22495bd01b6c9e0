// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"

#include <QPointer>
#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QModelIndex;
class QSortFilterProxyModel;
class QTableView;

namespace rotascope {

class LiveReadings;
class ReadingsModel;
class ScatterPlot;
struct TableReading;
class WholeColumns;
class Workspace;

/// All tables with everything that they can be judged by, and two of these against each other: what a table gains in one, it pays in the
/// other. A click shows a method in the charts, a double click takes it.
class ReadingsView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit ReadingsView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("readings"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeTable();
    void refresh();
    void mark();
    void refreshPlot();
    void showAxes();
    void sizeColumns();
    void showTable(int table);
    void takeTable(int table);
    [[nodiscard]] int tableAt(const QModelIndex& index) const;
    [[nodiscard]] static int columnOf(const QComboBox& box);
    [[nodiscard]] QColor colorOf(const TableReading& table, bool onDark) const;
    [[nodiscard]] Readout readout(int table) const;

    Workspace* m_workspace;
    QPointer<LiveReadings> m_live; ///< of the workspace, which may go first
    ReadingsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    WholeColumns* m_columns;
    QComboBox* m_x;
    QComboBox* m_y;
    ScatterPlot* m_plot;
    QLabel* m_caption;
};

} // namespace rotascope
