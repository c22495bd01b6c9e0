// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/charts/step_curve.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/plots/paint/still_plot.h"

#include <QColor>
#include <QPointF>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rotascope {

/// Curves over the intervals of a circle, as rings around each other: bars that grow outwards, counter-clockwise from the right. The first
/// visible curve is the innermost; all have one scale. Where intervals are narrower than pixels, neighbours are averaged. Left and Right
/// move the cursor.
class RingChart : public StillPlot, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit RingChart(QWidget* parent = nullptr);

    /// All curves have the same number of values. Width, fill and dashes are not used; the mark stands in the ring at the right.
    void setCurves(std::vector<StepCurve> curves);
    [[nodiscard]] const std::vector<StepCurve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);
    void setCurveColor(int curve, const QColor& color);
    /// Shaded across all rings.
    void setBands(std::vector<StepBand> bands);
    [[nodiscard]] const std::vector<StepBand>& bands() const { return m_bands; }
    /// Around the circle, evenly spaced, the first on the right: "0°", "45°" ...
    void setLabels(std::vector<QString> labels);
    [[nodiscard]] const std::vector<QString>& labels() const { return m_labels; }
    /// Of the scale: what a length means.
    void setScaleText(std::function<QString(double value)> text) { m_scaleText = std::move(text); }
    /// From now on the scale reaches at least as far as it does now, as pictures need that follow each other.
    void keepScale();
    void setReadout(std::function<Readout(int interval)> readout) { m_readout = std::move(readout); }
    void setPlaceholder(const QString& text);
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }

    /// What it shows now, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<RingChart> forFigure() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QString readingAtCursor() const override;
    /// b, the number of intervals.
    [[nodiscard]] int intervals() const;
    /// The interval that the cursor is at; -1: none.
    [[nodiscard]] int hoveredIndex() const { return m_hovered; }
    /// Where an interval's middle is on the outermost circle, in the widget.
    [[nodiscard]] QPointF positionOf(int interval) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] double radius() const; ///< of the outermost circle
    [[nodiscard]] double hole() const; ///< the radius within which nothing is drawn
    [[nodiscard]] QPointF centre() const;
    [[nodiscard]] static std::vector<double> barsOf(const StepCurve& curve);
    void setHovered(int interval, std::optional<QPointF> cursor);
    void paintStill(QPainter& painter) const override;
    void paintBands(QPainter& painter) const;
    void paintRings(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;

    std::vector<StepCurve> m_curves;
    std::vector<StepBand> m_bands;
    std::vector<QString> m_labels;
    std::function<QString(double)> m_scaleText;
    double m_leastScale = 0.0; ///< what the longest bar means at least
    std::function<Readout(int)> m_readout;
    QString m_placeholder;
    StaleMark m_stale;
    int m_hovered = -1;
    std::optional<QPointF> m_cursor; ///< none if it was moved by keys
};

} // namespace rotascope
