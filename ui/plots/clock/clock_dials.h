// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/stale_mark.h"
#include "ui/plots/paint/still_plot.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rotascope {

/// Bars around a circle, counter-clockwise from the right, shape [bins]: lengths 0 ... 1.
using RingBars = std::vector<float>;

/// What stays of one circle while its hands turn.
struct ClockDial {
    QString name; ///< "22"
    QString fact; ///< "λ 149"; left out of all circles where one finds no room
    RingBars before; ///< what was seen before: drawn in grey behind
    bool isMarked = false;
};

/// What moves. Angles are in turns, counter-clockwise from the right.
struct ClockHands {
    double query = 0.0;
    std::optional<double> key = {}; ///< a second hand; the sector from it to the first is tinted
    bool isUnseen = false; ///< whether the first hand stands where nothing was seen before: its tip is then a ring
    RingBars visited; ///< what was visited so far where there was something before
    RingBars unseen; ///< the same where there was nothing; on top
};

struct ClockColours {
    QColor hand;
    QColor key;
    QColor before;
    QColor unseen;
};

/// Unit circles with hands, as many in a row as makes them largest. What stays is kept in a pixmap, so a frame paints hands and bars alone,
/// of the circles that changed. A click chooses a circle.
class ClockDials : public StillPlot, public FigurePlot, public Readable {
    Q_OBJECT

public:
    explicit ClockDials(QWidget* parent = nullptr);

    /// Hands and bars begin anew.
    void setDials(std::vector<ClockDial> dials);
    [[nodiscard]] const std::vector<ClockDial>& dials() const { return m_dials; }
    /// Outlines one; -1: none.
    void setMarked(int dial);
    void setHands(int dial, ClockHands hands);
    [[nodiscard]] const ClockHands& hands(int dial) const { return m_hands.at(static_cast<std::size_t>(dial)); }
    void setColours(const ClockColours& colours);
    /// Shown in the middle while there are no circles.
    void setPlaceholder(const QString& text);
    void setFreshness(Freshness freshness) { m_stale.set(freshness); }

    /// How an angle is read aloud, of turns.
    void setAngleText(std::function<QString(double turns)> text) { m_angleText = std::move(text); }
    /// Of each circle, where its hands stand.
    [[nodiscard]] QString reading() const override;

    /// What it shows now, without the outline, as a plot of a figure.
    [[nodiscard]] std::shared_ptr<ClockDials> forFigure() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    /// Where a circle's middle is, in the widget.
    [[nodiscard]] QPointF centreOf(int dial) const;
    /// What stands below a circle, line by line; none where circles are too small for that.
    [[nodiscard]] QStringList label(int dial) const;

signals:
    void clicked(int dial);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Where the parts of one circle are, logical pixels.
    struct Place {
        QRectF cell;
        QPointF centre;
        double radius = 0.0;
        double bars = 0.0; ///< length of a bar of 1
        QRectF label;
    };

    [[nodiscard]] Place placeOf(std::size_t dial) const;
    void arrange();
    void paintStill(QPainter& painter) const override;
    void paintFace(QPainter& painter, std::size_t dial) const;
    void paintMoving(QPainter& painter, std::size_t dial) const;
    enum class Tip { Dot, Ring, Square };
    void paintHand(QPainter& painter, const Place& place, double turns, const QColor& color, Tip shape) const;
    void paintSector(QPainter& painter, const Place& place, const ClockHands& hands) const;
    /// What stands below a circle: name and fact in one line or in two, or the name alone, the same for all.
    enum class Label { OneLine, TwoLines, Name };
    void arrangeFor(Label label);
    [[nodiscard]] bool factsFit() const;
    [[nodiscard]] int labelHeight() const;
    [[nodiscard]] QStringList linesOf(const ClockDial& dial) const;

    std::vector<ClockDial> m_dials;
    std::vector<ClockHands> m_hands;
    ClockColours m_colours;
    std::function<QString(double)> m_angleText;
    QString m_placeholder;
    StaleMark m_stale;
    Label m_label = Label::OneLine;
    int m_columns = 1;
    QSizeF m_cell;
};

} // namespace rotascope
