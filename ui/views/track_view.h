// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "ui/jobs/progress_meter.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/track/track_content.h"
#include "ui/workspace/live_track.h"

#include <QString>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace rotascope {

class LegendBar;
class StepChart;
class TrackPlot;
class Workspace;

/// The recorded angles of one or several dimensions along the rows or the positions of a recording, from the whole of it to single samples,
/// and how a range that is selected is spread beside the whole.
class TrackView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit TrackView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override { return tr("Track"); }
    [[nodiscard]] QString figureId() const override { return QStringLiteral("track"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

    /// Shows these rows, or as many of them as there are.
    void showRows(std::int64_t first, std::int64_t last);

    [[nodiscard]] const LiveTrack& live() const { return *m_live; }
    [[nodiscard]] const TrackPlot& plot() const { return *m_plot; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeControls();
    void connectControls();
    void showSource();
    void refreshAxesChoice();
    void refreshTrack();
    void refreshContent();
    void refreshTexts();
    void refreshAxes();
    void refreshRange();
    void lookAtVisible();
    void showProgress(const JobProgress& progress);
    [[nodiscard]] std::vector<std::size_t> chosenDimensions() const;
    [[nodiscard]] std::optional<int> chosenAxis() const;
    [[nodiscard]] bool alongRows() const { return !m_live->shown().axis; }
    [[nodiscard]] bool needsValues() const;
    [[nodiscard]] Dimension rangeDimension() const; ///< whose range is counted
    [[nodiscard]] TrackContent content() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString visibleText() const;
    [[nodiscard]] QString rangeText() const;
    [[nodiscard]] Readout readout(int lane, std::int64_t place) const;
    [[nodiscard]] Readout barReadout(int direction) const;

    Workspace* m_workspace;
    LiveTrack* m_live;
    QString m_shownFile; ///< of what is shown, and which RoPE of it
    QLabel* m_title;
    QComboBox* m_unit;
    QComboBox* m_choice;
    QComboBox* m_along;
    QToolButton* m_select;
    QToolButton* m_all;
    TrackPlot* m_plot;
    QWidget* m_beside; ///< the distribution of the range
    LegendBar* m_legend;
    StepChart* m_bars;
    QLabel* m_state;
    QPushButton* m_button; ///< stops, and begins again
};

} // namespace rotascope
