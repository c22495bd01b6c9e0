// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/charts/cached_chart.h"
#include "ui/plots/charts/step_curve.h"
#include "ui/plots/charts/visible_part.h"

#include <QPointF>
#include <QString>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rotascope {

/// The x axis: low ... high is cut into b equal intervals.
struct StepAxis {
    double low = 0.0;
    double high = 1.0;
    QString title;
    double unit = 1.0; ///< ticks are labelled in multiples of this, e.g. pi
    QString suffix = {}; ///< after each label, e.g. "°"
    std::vector<double> steps = {}; ///< distances between ticks to prefer, in units, ascending; else 1, 2, 5 times a power of ten
    double leastStep = 0.0; ///< in units, e.g. 1 where only whole numbers make sense
};

/// The y axis: from 0 (or, if logarithmic, from a power of ten) to a round value above all that is visible.
struct StepScale {
    QString title;
    bool logarithmic = false;
    double unit = 1.0; ///< of the labels of a linear axis, e.g. 0.01 for per cent
    QString suffix = {};
};

/// Curves over a common axis of b equal intervals, as step outlines with tints.
///
/// Wheel: zoom around the cursor. Drag: move. Double click, 0 or Home: everything. Left and right move the cursor, Return clicks,
/// + and - zoom. The y axis follows what is visible.
///
/// On demand two more cursors, A and B, stay where they are put, and a read-out compares both places. A and B put them at the cursor, the
/// mouse drags them, Escape hides them.
class StepChart : public CachedChart {
    Q_OBJECT

public:
    explicit StepChart(QWidget* parent = nullptr);

    /// All curves have the same number of values. Later curves are painted over earlier ones. A new number of values resets the zoom.
    void setCurves(std::vector<StepCurve> curves);
    [[nodiscard]] const std::vector<StepCurve>& curves() const { return m_curves; }
    void setCurveVisible(int curve, bool visible);
    void setCurveColor(int curve, const QColor& color);

    /// What lies beyond the last interval is ignored.
    void setBands(std::vector<StepBand> bands);
    /// Sets one interval off with the highlight colour; -1: none.
    void setMarkedInterval(int interval);
    void setAxis(const StepAxis& axis);
    void setScale(const StepScale& scale);
    /// From now on the y axis reaches at least to where the curves reach now, as pictures need that follow each other.
    void keepTop();

    /// b, the number of intervals.
    [[nodiscard]] int intervals() const;
    /// The part of the axis that is visible, in the axis' own values.
    [[nodiscard]] std::pair<double, double> visibleRange() const;
    [[nodiscard]] bool isZoomed() const { return m_part.isZoomed(); }
    void resetZoom();
    /// The visible part as shares of the axis, 0 ... 1.
    [[nodiscard]] std::pair<double, double> visibleShare() const;
    void showShare(double begin, double end);

    /// The intervals that the cursors A and B are at.
    using Cursors = std::array<int, 2>;
    /// None: they are hidden.
    [[nodiscard]] const std::optional<Cursors>& cursors() const { return m_cursors; }
    /// Shows them where they were last, at first a third from both ends of what is visible; or hides them.
    void showCursors(bool shown);
    /// What is said of the two places.
    void setCursorReadout(std::function<Readout(const Cursors& at)> readout) { m_cursorReadout = std::move(readout); }

    // For tests, which cannot read what is painted.
    /// Whether a value lies at or below the floor of a logarithmic axis, so that it is drawn at the floor with a mark.
    [[nodiscard]] bool isClamped(double value) const;
    /// Where an interval's middle is, in the widget.
    [[nodiscard]] QPointF positionOf(int interval) const;

    /// What it shows now, without the marked interval, as a plot of a figure. Its cursors A and B stand where they are; what is said of
    /// them is to be set.
    [[nodiscard]] std::shared_ptr<StepChart> forFigure() const;

signals:
    void clicked(int interval);
    /// They were shown, hidden or moved.
    void cursorsChanged();

protected:
    [[nodiscard]] bool isEmpty() const override { return intervals() == 0; }
    void updateMargins() override;
    void updateScene() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    [[nodiscard]] QString xTitle() const override { return m_axis.title; }
    [[nodiscard]] QString yTitle() const override { return m_scale.title; }
    [[nodiscard]] std::vector<ReadCurve> readCurves() const override;
    [[nodiscard]] int placeCount() const override { return intervals(); }
    [[nodiscard]] QStringList notes() const override; ///< of the cursors A and B
    void paintBelow(QPainter& painter) override; ///< tints and the marked interval
    void paintAbove(QPainter& painter) override; ///< marks and hints
    void paintCursor(QPainter& painter) const override;
    void paintOverlay(QPainter& painter) const override; ///< the cursors A and B

    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Drag {
        QPointF from;
        double begin; ///< of the visible part when the button went down
        bool moved;
    };

    [[nodiscard]] ValueExtent visibleExtent() const;
    [[nodiscard]] QString axisLabel(double multiple) const;
    void paintTints(QPainter& painter) const; ///< of bands and fills
    void paintMark(QPainter& painter) const;
    void paintMarks(QPainter& painter) const; ///< of the curves
    void paintZoomHint(QPainter& painter) const;
    void paintClampMarks(QPainter& painter) const;

    void zoom(double factor, double around);
    void moveCursor(int interval);
    void keepCursors(int before); ///< with another number of intervals
    void putCursor(std::size_t which, int interval);
    [[nodiscard]] std::optional<std::size_t> cursorUnder(const QPointF& point) const;
    [[nodiscard]] double intervalAt(double x) const; ///< fractional
    [[nodiscard]] int intervalUnder(const QPointF& point) const; ///< -1 outside the plot
    [[nodiscard]] double xOf(double interval) const;

    std::vector<StepCurve> m_curves;
    std::vector<StepBand> m_bands;
    int m_marked = -1;
    StepAxis m_axis;
    StepScale m_scale;
    double m_leastTop = 0.0; ///< 0: none

    VisiblePart m_part;
    std::optional<Drag> m_drag;

    std::optional<Cursors> m_cursors; ///< none: hidden
    std::optional<Cursors> m_lastCursors; ///< where they were when they were hidden
    std::optional<std::size_t> m_grabbed; ///< the one that is dragged
    std::function<Readout(const Cursors&)> m_cursorReadout;
};

} // namespace rotascope
