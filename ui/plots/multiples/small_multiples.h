// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/plots/paint/still_plot.h"

#include <QColor>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace rotascope {

/// One small plot: a filled curve and a line over it, both on the scale that all plots share.
struct SmallMultiple {
    int id = 0; ///< what a click says
    QString title; ///< above the plot, where there is room
    QColor color; ///< of the line
    std::vector<float> filled; ///< >= 0; any length
    std::vector<float> line; ///< >= 0; any length
};

/// Many small plots in a grid, as large as they may be so that all are seen at once. A click chooses one; the arrow keys go from one to the
/// next.
class SmallMultiples : public StillPlot, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit SmallMultiples(QWidget* parent = nullptr);

    /// `top`: the value at the top of every plot; what is above it is cut off there.
    void setPlots(std::vector<SmallMultiple> plots, double top);
    [[nodiscard]] const std::vector<SmallMultiple>& plots() const { return m_plots; }
    /// The plot with this id is framed.
    void setCurrent(int id);
    void setReadout(std::function<Readout(int id)> readout) { m_readout = std::move(readout); }
    void setPlaceholder(const QString& text);
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }
    [[nodiscard]] Freshness freshness() const { return m_stale.freshness(); }

    /// What it shows now, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<SmallMultiples> forFigure() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QString readingAtCursor() const override;

    /// Where the plot at a place of the order is, in the widget.
    [[nodiscard]] QRectF cellOf(int place) const;
    /// How many plots stand side by side.
    [[nodiscard]] int columns() const;

signals:
    void clicked(int id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int placeOf(int id) const; ///< -1: none has it
    [[nodiscard]] int placeAt(const QPointF& position) const; ///< -1: none is there
    void paintStill(QPainter& painter) const override;
    void paintCell(QPainter& painter, const SmallMultiple& plot, const QRectF& cell) const;

    std::vector<SmallMultiple> m_plots;
    double m_top = 1.0;
    int m_current = -1;
    std::function<Readout(int)> m_readout;
    QString m_placeholder;
    StaleMark m_stale;
};

} // namespace rotascope
