// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/kept_place.h"
#include "ui/views/revealing.h"
#include "ui/views/tables_beside.h"

#include <QWidget>
#include <set>
#include <string>
#include <vector>

class QComboBox;
class QLabel;

namespace rotascope {

class LegendBar;
class Workspace;

/// How much each dimension is disturbed if it is extrapolated, interpolated, or as chosen, by the method that is shown and by each pinned
/// table. A click selects the dimension.
class DisturbanceView : public QWidget, public FigureSource, public KeptPlace, public Revealing {
    Q_OBJECT

public:
    explicit DisturbanceView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("disturbance"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QString place() const override; ///< the zoom
    void goToPlace(const QString& place) override;
    [[nodiscard]] int steps() const override { return 3; }
    void reveal(int steps) override;
    [[nodiscard]] Figure figure() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void refreshLegend();
    void refreshScale();
    void toggle(int entry, bool on);
    void markCurrent();
    [[nodiscard]] Readout readout(Dimension dimension) const;
    [[nodiscard]] static Readout readoutOf(const StepChart& chart, const StepChart::Cursors& at);

    [[nodiscard]] bool isRevealed(std::size_t curve) const;

    Workspace* m_workspace;
    int m_steps = 3; ///< that are revealed
    std::vector<TableBeside> m_beside; ///< that the legend has entries for
    std::set<std::string> m_hidden; ///< keys of those that are switched off
    QLabel* m_title;
    QComboBox* m_scale;
    LegendBar* m_legend;
    StepChart* m_chart;
};

} // namespace rotascope
