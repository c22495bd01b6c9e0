// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/view_csv.h"
#include "ui/jobs/progress_meter.h"
#include "ui/plots/charts/step_curve.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"
#include "ui/views/kept_place.h"

#include <QString>
#include <QWidget>
#include <cstddef>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace rotascope {

class LegendBar;
class LiveErrors;
class StepChart;
class Workspace;

/// How far the recorded angles are from the ideal ones, of each dimension, or of one dimension by position: what rounding costs, and
/// whether it is another table than the file says, or the one that is shown.
class ErrorsView : public QWidget, public FigureSource, public KeptPlace {
    Q_OBJECT

public:
    enum class Along {
        Dimensions,
        Positions ///< of the current dimension
    };

    explicit ErrorsView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("errors"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;
    [[nodiscard]] QString place() const override; ///< "positions", "table", both, or nothing
    void goToPlace(const QString& place) override;

    void setAlong(Along along);
    [[nodiscard]] const LiveErrors& live() const { return *m_live; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setAgainst(int index);
    void refresh();
    void refreshAxes();
    void refreshLegend();
    void refreshMark();
    void showProgress(const JobProgress& progress);
    [[nodiscard]] std::size_t currentDimension() const;
    [[nodiscard]] std::optional<Dimension> byPosition() const;
    [[nodiscard]] ErrorsReport report() const;
    [[nodiscard]] std::vector<StepCurve> curves() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] Readout readout(int step) const;

    Workspace* m_workspace;
    LiveErrors* m_live;
    Along m_along = Along::Dimensions;
    QLabel* m_title;
    QComboBox* m_unit;
    QComboBox* m_alongBox;
    QComboBox* m_against;
    LegendBar* m_legend;
    StepChart* m_chart;
    QLabel* m_state;
    QPushButton* m_button; ///< stops, and begins again
};

} // namespace rotascope
