// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/length_sweep.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"

#include <QColor>
#include <QString>
#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;

namespace rotascope {

class LegendBar;
class LineChart;
class LiveSweep;
class Workspace;

/// What the current table and every method's table cost at every context length, below L as above it.
class LengthSweepView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit LengthSweepView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("sweep"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

    [[nodiscard]] const LiveSweep& live() const { return *m_live; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] bool isSeen() const;
    void refresh();
    void mark();
    void refreshLegend();
    void lendShown();
    void refreshMarkers();
    void toggle(int entry, bool on);
    [[nodiscard]] static QString nameOf(const SweepCurve& curve);
    [[nodiscard]] QColor colorOf(const SweepCurve& curve) const;
    [[nodiscard]] Readout readout(int point) const;

    Workspace* m_workspace;
    LiveSweep* m_live;
    QLabel* m_title;
    QComboBox* m_scale;
    LegendBar* m_legend;
    LineChart* m_chart;
    QLabel* m_caption;
    QStringList m_names; ///< that the legend shows, in the order of the curves
};

} // namespace rotascope
