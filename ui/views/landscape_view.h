// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/landscape.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QWidget>
#include <memory>
#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace rotascope {

class Heatmap;
class LegendBar;
class LiveLandscape;
class Workspace;

/// The disturbance of every dimension under every factor, with the tables as lines over it. The points of the current table can be
/// dragged, or set to the minima, and the optimality gap says what there is to gain.
class LandscapeView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit LandscapeView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("landscape"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

    [[nodiscard]] const LiveLandscape& live() const { return *m_live; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] bool isSeen() const;
    void refreshLandscape();
    void refreshCells();
    void refreshAxis();
    void refreshTables();
    void refreshLegend(const std::vector<std::string>& methods);
    void mark();
    void lendShown();
    void refreshGap();
    void markCurrent();
    void toggle(int entry, bool on);
    void move(Dimension dimension, double column);
    void step(Dimension dimension, int columns);
    void setFactor(Dimension dimension, double factor);
    void take(const QList<Dimension>& dimensions);
    void takeSelected();
    void takeAll();
    [[nodiscard]] bool showsSource() const; ///< whether the landscape is of the workspace's source
    [[nodiscard]] double columnOf(double factor) const;
    [[nodiscard]] double factorOf(Dimension dimension) const; ///< as it is set now; that may be ahead of the analysis
    [[nodiscard]] std::vector<double> columnsOf(const ScalingTable& table) const;
    [[nodiscard]] Readout readout(Dimension dimension, int column) const;

    Workspace* m_workspace;
    LiveLandscape* m_live;
    LegendBar* m_legend;
    Heatmap* m_map;
    QPushButton* m_takeMinimum;
    QPushButton* m_takeAll;
    QLabel* m_gap;

    std::shared_ptr<const Landscape> m_shown; ///< that the map shows
    std::vector<double> m_axis; ///< the factor of each column: those of a full landscape, also while a coarse one is shown
    std::vector<std::size_t> m_factorOfColumn; ///< which of the landscape's factors each column shows
    std::vector<std::string> m_methods; ///< whose tables are drawn
    QSet<int> m_off; ///< legend entries that are switched off
};

} // namespace rotascope
