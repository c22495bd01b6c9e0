// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/animation.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/kept_place.h"
#include "ui/views/revealing.h"
#include "ui/views/tables_beside.h"

#include <QWidget>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace rotascope {

class LegendBar;
class RingChart;
class SteadyLabel;
class Workspace;

/// The angle distribution of the current dimension before the extension and after it: as chosen, all extrapolated, all interpolated, as
/// the method that is shown has it, and as each pinned table has it. A button bends it into rings.
class DistributionView : public QWidget, public FigureSource, public AnimationSource, public KeptPlace, public Revealing {
    Q_OBJECT

public:
    explicit DistributionView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("distribution"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;
    /// The context grows from one position to L′: what is after the extension fills.
    [[nodiscard]] std::optional<Animation> animation() const override;
    [[nodiscard]] QString place() const override; ///< the zoom, and "rings"
    void goToPlace(const QString& place) override;
    [[nodiscard]] int steps() const override { return 4; }
    void reveal(int steps) override;

    /// As high as it must be for all of its lines beside a chart that is low, but can be read. With less it leaves out the reason.
    [[nodiscard]] int wholeHeight() const;
    /// From now on the reason stays beside a chart that is a little lower: a tour speaks of it.
    void keepReason();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void refreshTexts();
    void tellReason(const QString& reason);
    void refreshCurves();
    void refreshBands();
    void refreshAxis();
    void refreshRingLabels();
    void refreshRings(); ///< while they are shown
    void showRings(bool shown);
    void showReasonIfThereIsRoom();
    void refreshLegend();
    void toggle(int entry, bool on);
    [[nodiscard]] Readout readout(Interval interval) const;
    [[nodiscard]] Readout readoutOf(const StepChart& chart, const StepChart::Cursors& at) const;
    [[nodiscard]] QString shares() const;
    [[nodiscard]] CountView countsOf(std::size_t curve) const;

    [[nodiscard]] bool isRevealed(std::size_t curve) const;

    Workspace* m_workspace;
    int m_steps = 4; ///< that are revealed
    double m_leastChart = 8.5; ///< lines that the chart has beside the reason
    std::vector<std::vector<std::uint64_t>> m_counts; ///< of each curve
    std::vector<TableBeside> m_beside; ///< that the legend has entries for
    std::set<std::string> m_hidden; ///< keys of those that are switched off
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_shares;
    SteadyLabel* m_why;
    QString m_chartKeys; ///< what the keys of the chart do, and those of the rings
    QString m_ringKeys;
    QComboBox* m_unit;
    LegendBar* m_legend;
    StepChart* m_chart;
    RingChart* m_rings; ///< in its place, with the same curves
    QToolButton* m_cursors;
    QToolButton* m_ringButton;
};

} // namespace rotascope
