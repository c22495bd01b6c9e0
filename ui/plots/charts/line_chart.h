// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/charts/cached_chart.h"

#include <QColor>
#include <QPointF>
#include <QString>
#include <memory>
#include <vector>

namespace rotascope {

/// One curve: a value at each place of the x axis, joined by lines.
struct LineCurve {
    QString name;
    QColor color;
    double width = 1.5; ///< logical pixels
    bool visible = true;
    std::vector<double> values; ///< shape [points], finite, >= 0
};

/// A vertical line with a label above the plot.
struct LineMarker {
    double x = 1.0;
    QString label;
};

/// Curves over a common logarithmic axis of places > 0. Left and right move the cursor.
class LineChart : public CachedChart {
    Q_OBJECT

public:
    explicit LineChart(QWidget* parent = nullptr);

    /// `places`: shape [points], > 0, ascending. Later curves are painted over earlier ones.
    void setCurves(std::vector<double> places, std::vector<LineCurve> curves);
    [[nodiscard]] const std::vector<LineCurve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);
    void setCurveColor(int curve, const QColor& color);
    /// Ascending.
    void setMarkers(std::vector<LineMarker> markers);
    void setTitles(const QString& x, const QString& y);
    /// Of the value axis; a logarithm has no zero, so that zeros are drawn at its floor, which is labelled "≤".
    void setLogarithmic(bool logarithmic);

    /// What it shows now, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<LineChart> forFigure() const;

    // For tests, which cannot read what is painted.
    [[nodiscard]] const std::vector<double>& places() const { return m_places; }
    [[nodiscard]] const std::vector<LineMarker>& markers() const { return m_markers; }
    /// Where a curve's point is, in the widget.
    [[nodiscard]] QPointF positionOf(int curve, int point) const;

protected:
    [[nodiscard]] bool isEmpty() const override { return m_curves.empty(); }
    void updateMargins() override;
    void updateScene() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    [[nodiscard]] QString xTitle() const override { return m_xTitle; }
    [[nodiscard]] QString yTitle() const override { return m_yTitle; }
    void paintAbove(QPainter& painter) override; ///< the markers
    void paintCursor(QPainter& painter) const override;

    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int pointUnder(const QPointF& position) const; ///< -1 outside the plot
    [[nodiscard]] double xOf(double place) const;

    std::vector<double> m_places;
    std::vector<LineCurve> m_curves;
    std::vector<LineMarker> m_markers;
    QString m_xTitle;
    QString m_yTitle;
    bool m_logarithmic = false;
};

} // namespace rotascope
