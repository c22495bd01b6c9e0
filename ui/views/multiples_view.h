// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;

namespace rotascope {

struct Analysis;
class SmallMultiples;
class Workspace;

/// The distributions of all dimensions at once, before and chosen, small and on one scale: where is something out of order?
class MultiplesView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    enum Order { ByDimension, ByDisturbance };

    explicit MultiplesView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("multiples"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void fill();
    [[nodiscard]] Readout readout(Dimension dimension) const;

    Workspace* m_workspace;
    QLabel* m_title;
    QComboBox* m_order;
    SmallMultiples* m_plots;
    std::shared_ptr<const Analysis> m_shown; ///< that is drawn; null: to be drawn when it is seen
};

} // namespace rotascope
