// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "ui/jobs/progress_meter.h"
#include "ui/plots/charts/step_curve.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"

#include <QString>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace rotascope {

class LegendBar;
class LiveErrors;
class StepChart;
class Workspace;

/// How far the recorded angles are from the ideal ones, for each dimension: what rounding costs, and whether it is another table than the
/// file says.
class ErrorsView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit ErrorsView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("errors"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

    [[nodiscard]] const LiveErrors& live() const { return *m_live; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void refreshAxes();
    void refreshLegend();
    void showProgress(const JobProgress& progress);
    [[nodiscard]] std::vector<StepCurve> curves() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] Readout readout(Dimension dimension) const;

    Workspace* m_workspace;
    LiveErrors* m_live;
    QLabel* m_title;
    QComboBox* m_unit;
    LegendBar* m_legend;
    StepChart* m_chart;
    QLabel* m_state;
    QPushButton* m_button; ///< stops, and begins again
};

} // namespace rotascope
