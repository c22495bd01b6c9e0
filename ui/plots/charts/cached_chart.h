// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/reading.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/plots/paint/ticks.h"

#include <QChartView>
#include <QList>
#include <QPen>
#include <QPixmap>
#include <QPointF>
#include <QString>
#include <functional>
#include <optional>
#include <span>
#include <vector>

class QLineSeries;
class QValueAxis;

namespace rotascope {

/// What the charts have in common, and the only place that uses Qt Charts: it draws the curves; axes, labels and all else are painted
/// here. All but the cursor is kept in a pixmap, and whatever is set between two frames is worked in once.
class CachedChart : public QChartView, public FigurePlot, public Readable {
    Q_OBJECT

public:
    /// What the cursor says about a place; none by default.
    void setReadout(std::function<Readout(int index)> readout);
    /// Shown in the middle while there are no curves.
    void setPlaceholder(const QString& text);
    /// Marks all of it as the last result where it is not the one that was asked for.
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;
    /// The titles of the axes, what is written beside the curves, and the curves.
    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QString readingAtCursor() const override;
    // For tests, which cannot read what is painted.
    [[nodiscard]] Freshness freshness() const { return m_stale.freshness(); }
    /// Which interval or point the cursor is at, that of the read-out; -1: none.
    [[nodiscard]] int hoveredIndex() const { return m_hovered; }

protected:
    /// A curve as the scene shows it.
    struct SceneCurve {
        QPen pen;
        QList<QPointF> points = {}; ///< of a visible curve, in the axes' values
        bool visible = false;
    };

    explicit CachedChart(QWidget* parent);

    // What a chart is.
    [[nodiscard]] virtual bool isEmpty() const = 0;
    /// Calls setLabelRoom() for the labels that may come.
    virtual void updateMargins() = 0;
    /// Calls setScene() with what is to be seen now.
    virtual void updateScene() = 0;
    [[nodiscard]] virtual std::vector<Tick> xTicks() const = 0;
    [[nodiscard]] virtual std::vector<Tick> yTicks() const = 0;
    [[nodiscard]] virtual QString xTitle() const = 0;
    [[nodiscard]] virtual QString yTitle() const = 0;
    /// The curves that are drawn, for those who are read to, and how many places they have.
    [[nodiscard]] virtual std::vector<ReadCurve> readCurves() const = 0;
    [[nodiscard]] virtual int placeCount() const = 0;
    [[nodiscard]] virtual QStringList notes() const { return {}; } ///< what is written beside them
    virtual void paintBelow(QPainter& /*painter*/) { } ///< between the grid and the curves
    virtual void paintAbove(QPainter& /*painter*/) { } ///< over curves and axes
    virtual void paintCursor(QPainter& painter) const = 0; ///< while there is one
    virtual void paintOverlay(QPainter& /*painter*/) const { } ///< over the pixmap, below the cursor

    /// To be painted again.
    void invalidate();
    /// Room for labels of these widths, logical pixels, so that the plot never moves while values change; `top` above it.
    void setLabelRoom(int widestValue, int lastPlace, int top);
    /// How many ticks the value axis has room for.
    [[nodiscard]] double roomForValues() const;
    /// Makes sure that so many curves can be shown.
    void reserveCurves(std::size_t count);
    void setScene(std::span<const SceneCurve> curves, double xLow, double xHigh, const ValueScale& values);

    void setHovered(int index, std::optional<QPointF> cursor);
    [[nodiscard]] const std::optional<QPointF>& cursorPosition() const { return m_cursor; } ///< none if it was moved by keys
    void paintReadoutAt(QPainter& painter, const QPointF& otherwise) const; ///< at the cursor; `otherwise` if it was moved by keys

    [[nodiscard]] const ValueScale& values() const { return m_values; }
    [[nodiscard]] double yOf(double scaledValue) const;
    [[nodiscard]] QRectF plot() const;
    /// How many pixels an image has for each logical one.
    [[nodiscard]] double sharpness() const;

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    static constexpr int gap = 6; ///< logical pixels between things

private:
    std::function<Readout(int)> m_readout;
    QString m_placeholder;
    StaleMark m_stale;

    ValueScale m_values; ///< of the y axis
    int m_hovered = -1;
    std::optional<QPointF> m_cursor;

    QValueAxis* m_xAxis;
    QValueAxis* m_yAxis;
    QList<QLineSeries*> m_series; ///< at least one a curve
    double m_figureSharpness = 0.0; ///< while a figure is painted; 0: that of the widget
    QPixmap m_staticLayer; ///< null: to be painted again
};

} // namespace rotascope
