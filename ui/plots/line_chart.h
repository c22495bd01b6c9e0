// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/readout.h"
#include "ui/plots/stale_mark.h"
#include "ui/plots/ticks.h"

#include <QChartView>
#include <QColor>
#include <QPixmap>
#include <QPointF>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

class QLineSeries;
class QValueAxis;

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

/// Curves over a common logarithmic axis of places > 0. Like StepChart, Qt Charts draws the curves, and axes and cursor are painted
/// here; all but the cursor is kept in a pixmap.
///
/// Left and right move the cursor.
class LineChart : public QChartView {
    Q_OBJECT

public:
    explicit LineChart(QWidget* parent = nullptr);

    /// `places`: shape [points], > 0, ascending. Later curves are painted over earlier ones.
    void setCurves(std::vector<double> places, std::vector<LineCurve> curves);
    [[nodiscard]] const std::vector<double>& places() const { return m_places; }
    [[nodiscard]] const std::vector<LineCurve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);
    /// Ascending.
    void setMarkers(std::vector<LineMarker> markers);
    [[nodiscard]] const std::vector<LineMarker>& markers() const { return m_markers; }
    void setTitles(const QString& x, const QString& y);
    /// Of the value axis; a logarithm has no zero, so that zeros are drawn at its floor, which is labelled "≤".
    void setLogarithmic(bool logarithmic);
    /// What the cursor says about a place; none by default.
    void setReadout(std::function<Readout(int point)> readout);
    /// Shown in the middle while there are no curves.
    void setPlaceholder(const QString& text);
    /// Marks all of it as the last result while a newer one is computed.
    void setStale(bool stale) { m_stale.set(stale); }
    [[nodiscard]] bool isStale() const { return m_stale.isStale(); }

    /// The place nearest to the cursor; -1: none.
    [[nodiscard]] int hoveredPoint() const { return m_hovered; }
    /// Where a curve's point is, in the widget.
    [[nodiscard]] QPointF positionOf(int curve, int point) const;

signals:
    /// The cursor is at this place; -1: it left.
    void hovered(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void invalidate();
    void updateMargins();
    void updateScale();
    void updateSeries();
    [[nodiscard]] std::vector<Tick> xTicks() const;
    void paintMarkers(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    void setHovered(int point, std::optional<QPointF> cursor);
    [[nodiscard]] int pointUnder(const QPointF& position) const; ///< -1 outside the plot
    [[nodiscard]] double xOf(double place) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] QRectF plot() const;

    std::vector<double> m_places;
    std::vector<LineCurve> m_curves;
    std::vector<LineMarker> m_markers;
    QString m_xTitle;
    QString m_yTitle;
    bool m_logarithmic = false;
    std::function<Readout(int)> m_readout;
    QString m_placeholder;

    ValueScale m_values; ///< of the y axis, for what is visible
    int m_hovered = -1;
    std::optional<QPointF> m_cursor; ///< none if the cursor was moved by keys
    StaleMark m_stale;

    QValueAxis* m_xAxis; ///< of logarithms
    QValueAxis* m_yAxis;
    QList<QLineSeries*> m_series; ///< one a curve
    QPixmap m_staticLayer; ///< null: to be painted anew
};

} // namespace rotascope
