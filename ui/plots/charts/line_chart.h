// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/charts/cached_chart.h"
#include "ui/plots/paint/mark.h"

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
    /// Shape [points]; >= 0 unless the value axis is linear. What is infinite is drawn at the top.
    std::vector<double> values;
    bool dashed = false;
    Mark mark = {}; ///< here and there on its points
};

/// How the x axis is divided.
enum class PlaceScale {
    PowersOfTwo, ///< logarithmic; places > 0
    WholeNumbers ///< linear
};

/// How the value axis is divided.
enum class LineScale {
    Linear, ///< from 0, or from below the least negative value
    Logarithmic, ///< in powers of ten; it has no zero, so that zeros are drawn at its floor, which is labelled "≤"
    PowersOfTwo ///< the same in powers of two, from the one below all values to the one above
};

/// A vertical line with a label above the plot.
struct LineMarker {
    double x = 1.0;
    QString label;
};

/// A horizontal line with a label at its right end. The value axis reaches to it.
struct LineLevel {
    double value = 1.0;
    QString label;
};

/// Curves over a common axis of places. Left and right move the cursor, a click or Return chooses its place.
class LineChart : public CachedChart {
    Q_OBJECT

public:
    explicit LineChart(QWidget* parent = nullptr);

    /// `places`: shape [points], ascending. Later curves are painted over earlier ones.
    void setCurves(std::vector<double> places, std::vector<LineCurve> curves);
    [[nodiscard]] const std::vector<LineCurve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);
    void setCurveColor(int curve, const QColor& color);
    /// Ascending.
    void setMarkers(std::vector<LineMarker> markers);
    void setLevels(std::vector<LineLevel> levels);
    /// Sets one point's place off with the highlight colour; -1: none.
    void setMarkedPoint(int point);
    void setTitles(const QString& x, const QString& y);
    void setScale(LineScale values, PlaceScale places = PlaceScale::PowersOfTwo);

    /// What it shows now, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<LineChart> forFigure() const;

    // For tests, which cannot read what is painted.
    [[nodiscard]] const std::vector<double>& places() const { return m_places; }
    [[nodiscard]] const std::vector<LineMarker>& markers() const { return m_markers; }
    [[nodiscard]] const std::vector<LineLevel>& levels() const { return m_levels; }
    [[nodiscard]] int markedPoint() const { return m_marked; }
    /// Where a curve's point is, in the widget.
    [[nodiscard]] QPointF positionOf(int curve, int point) const;

signals:
    void clicked(int point);

protected:
    [[nodiscard]] bool isEmpty() const override { return m_curves.empty(); }
    void updateMargins() override;
    void updateScene() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    [[nodiscard]] QString xTitle() const override { return m_xTitle; }
    [[nodiscard]] QString yTitle() const override { return m_yTitle; }
    [[nodiscard]] std::vector<ReadCurve> readCurves() const override;
    [[nodiscard]] int placeCount() const override { return static_cast<int>(m_places.size()); }
    [[nodiscard]] QStringList notes() const override; ///< markers and levels
    void paintBelow(QPainter& painter) override; ///< the marked point, the levels and, where the axis goes below it, zero
    void paintAbove(QPainter& painter) override; ///< the marks and the markers
    void paintCursor(QPainter& painter) const override;

    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int pointUnder(const QPointF& position) const; ///< -1 outside the plot
    [[nodiscard]] double alongAxis(double place) const; ///< in the axis' own values
    [[nodiscard]] double xOf(double place) const;
    [[nodiscard]] ValueScale fittingScale() const;
    void paintMarks(QPainter& painter) const; ///< of the curves
    void paintMarkers(QPainter& painter) const;
    void paintLevelLabels(QPainter& painter) const;

    std::vector<double> m_places;
    std::vector<LineCurve> m_curves;
    std::vector<LineMarker> m_markers;
    QString m_xTitle;
    QString m_yTitle;
    std::vector<LineLevel> m_levels;
    int m_marked = -1;
    LineScale m_scale = LineScale::Linear;
    PlaceScale m_placeScale = PlaceScale::PowersOfTwo;
};

} // namespace rotascope
