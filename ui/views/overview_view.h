// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"

#include <QWidget>
#include <array>
#include <memory>

namespace rotascope {

class Heatmap;
class Workspace;

/// All dimensions at once: their angle densities before the extension, after it as chosen, and the difference. A density of 1 is
/// a dimension whose angles are spread evenly over the circle.
class OverviewView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit OverviewView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("overview"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

private:
    enum Map { Before, After, Difference, MapCount };

    void refresh();
    void refreshAll();
    void refreshRows(const Analysis& previous);
    void refreshAxes();
    void markCurrent();
    [[nodiscard]] Readout readout(Dimension dimension, Interval interval) const;

    Workspace* m_workspace;
    std::array<Heatmap*, MapCount> m_maps;
    std::shared_ptr<const Analysis> m_shown; ///< the result that the maps show
};

} // namespace rotascope
