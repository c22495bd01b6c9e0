// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/plots/paint/ticks.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

namespace rotascope {

struct ScatterPoint {
    QString name; ///< stands beside it where there is room
    QColor color;
    double x = 0.0; ///< >= 0
    double y = 0.0; ///< >= 0
    bool isMarked = false; ///< larger, and named before all others
};

/// Points in a plane of two measures, both from 0 or, if logarithmic, from a power of ten below the least that is not 0. The mouse or
/// Left and Right go to a point, a click or Return chooses it.
class ScatterPlot : public QWidget, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit ScatterPlot(QWidget* parent = nullptr);

    void setPoints(std::vector<ScatterPoint> points);
    [[nodiscard]] const std::vector<ScatterPoint>& points() const { return m_points; }
    void setTitles(const QString& x, const QString& y);
    void setLogarithmic(bool x, bool y);
    void setReadout(std::function<Readout(int point)> readout) { m_readout = std::move(readout); }
    void setPlaceholder(const QString& text);
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }
    [[nodiscard]] Freshness freshness() const { return m_stale.freshness(); }

    /// What it shows now, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<ScatterPlot> forFigure() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QString readingAtCursor() const override;

    /// Where a point is, in the widget.
    [[nodiscard]] QPointF positionOf(int point) const;
    /// The point that the cursor is at; -1: none.
    [[nodiscard]] int hoveredPoint() const { return m_hovered; }

    [[nodiscard]] QSize sizeHint() const override { return {420, 300}; }

signals:
    void clicked(int point);
    void doubleClicked(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] ValueScale scaleOf(double ScatterPoint::*value, bool logarithmic, double room) const;
    [[nodiscard]] ValueScale xScale() const;
    [[nodiscard]] ValueScale yScale() const;
    [[nodiscard]] std::vector<Tick> xTicks() const;
    [[nodiscard]] int pointUnder(const QPointF& position) const;
    [[nodiscard]] static double radiusOf(const ScatterPoint& point) { return point.isMarked ? 6.0 : 4.0; }
    void setHovered(int point);
    void paintAll(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;
    void paintNames(QPainter& painter) const;

    std::vector<ScatterPoint> m_points;
    QString m_xTitle;
    QString m_yTitle;
    bool m_isXLogarithmic = false;
    bool m_isYLogarithmic = false;
    std::function<Readout(int)> m_readout;
    QString m_placeholder;
    StaleMark m_stale;
    int m_hovered = -1;
};

} // namespace rotascope
