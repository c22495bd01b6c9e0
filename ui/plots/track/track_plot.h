// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/charts/visible_part.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/heatmap/color_map.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/still_plot.h"
#include "ui/plots/paint/ticks.h"
#include "ui/plots/track/track_content.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// Values on a circle along places, in lanes: from afar, how much of each direction there is in each column of pixels; from near, single
/// values, joined the shorter way around the circle.
///
/// Wheel: zoom around the cursor. Drag: move. Double click, 0 or Home: everything. Left and Right, Page Up and Page Down move, + and -
/// zoom. Shift and a drag, or a drag while that is switched on, selects a range; Shift with Left and Right moves its end, Escape drops it.
/// A click or Up and Down choose a lane.
class TrackPlot : public StillPlot, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit TrackPlot(QWidget* parent = nullptr);

    /// With another number of places, what was zoomed and what is selected stays as far as it is there; all of them are shown if all were.
    /// Without places, for the moment or for good, nothing is shown.
    void setContent(TrackContent content);
    /// The content is of something else: shows all of it, and nothing is selected.
    void forget();
    void setAxes(TrackAxes axes);
    /// What the content answers has changed.
    void refresh();
    /// Shown in the middle while there are no lanes, or nothing is known of what is visible.
    void setPlaceholder(const QString& text);
    void setMarkedLane(int lane); ///< -1: none
    void setReadout(std::function<Readout(int lane, std::int64_t place)> readout) { m_readout = std::move(readout); }

    [[nodiscard]] std::int64_t places() const { return m_content.places; }
    [[nodiscard]] int lanes() const { return static_cast<int>(m_content.lanes.size()); }
    /// The places that are seen, wholly or in part.
    [[nodiscard]] PlaceSpan visible() const;
    [[nodiscard]] bool isZoomed() const { return m_part.isZoomed(); }
    /// So many columns of pixels show them.
    [[nodiscard]] int columns() const;
    /// From so many places a column of pixels on, single values are drawn.
    static constexpr double placesForValues = 2.0;
    /// Whether single values are to be drawn, if they are known.
    [[nodiscard]] bool wantsValues() const;
    void show(const PlaceSpan& places);
    void showAll();

    /// No places: none.
    [[nodiscard]] const PlaceSpan& selection() const { return m_selection; }
    void select(const PlaceSpan& places);
    /// Whether a drag selects, without Shift as well.
    void setSelecting(bool on);

    /// What it shows now, without the marked lane, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<TrackPlot> forFigure() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QString readingAtCursor() const override;

    /// Where a value is, in the widget: in the middle of a place.
    [[nodiscard]] QPointF pointOf(int lane, std::int64_t place, double turns) const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 100}; }

signals:
    void visibleChanged();
    void selectionChanged();
    void laneClicked(int lane);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Drag {
        QPointF from;
        double begin = 0.0; ///< of the visible part when the button went down
        std::int64_t place = 0; ///< under the button
        bool selects = false;
        bool moved = false;
    };

    [[nodiscard]] QRectF plot() const; ///< all lanes
    [[nodiscard]] QRectF laneRect(int lane) const;
    [[nodiscard]] int laneAt(double y) const;
    [[nodiscard]] double placeAt(double x) const; ///< fractional
    [[nodiscard]] std::int64_t placeUnder(double x) const; ///< one that there is
    [[nodiscard]] double xOf(double place) const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] int nameWidth() const;
    void forgetWidths();

    void changePart(const std::function<void(VisiblePart&)>& change);
    void setCursorAt(std::optional<QPointF> cursor);
    void dragTo(const QPointF& point);
    void extendSelection(int steps);

    void paintStill(QPainter& painter) const override;
    void paintLane(QPainter& painter, int lane) const;
    void paintShares(QPainter& painter, int lane) const;
    void paintValues(QPainter& painter, int lane, std::span<const float> values) const;
    void paintAxes(QPainter& painter) const;
    void paintColors(QPainter& painter) const;
    void paintSelection(QPainter& painter) const;
    void paintMarkedLane(QPainter& painter) const;
    [[nodiscard]] std::vector<Tick> placeTicks() const;
    [[nodiscard]] std::vector<Tick> angleTicks() const;

    TrackContent m_content;
    TrackAxes m_axes;
    QString m_placeholder;
    std::function<Readout(int, std::int64_t)> m_readout;
    ColorMap m_colors;
    VisiblePart m_part;
    std::int64_t m_lastPlaces = 0; ///< that m_part is of
    PlaceSpan m_selection;
    int m_marked = -1;
    bool m_isSelecting = false;
    std::optional<Drag> m_drag;
    std::optional<QPointF> m_cursor; ///< within the plot
    // Measured when they are needed: each point that is painted asks where the plot lies.
    mutable std::optional<int> m_labelWidth;
    mutable std::optional<int> m_nameWidth;
    double m_sharpness = 0.0; ///< of a figure; 0: that of the widget
};

} // namespace rotascope
