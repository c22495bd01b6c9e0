// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

namespace rotascope {

/// Lies over a window while it is presented: a pointer, lines that are drawn by hand, a black screen, and a line of help. Takes the mouse
/// only while one draws. Nothing of it is kept.
class PresentationLayer : public QWidget {
    Q_OBJECT

public:
    /// Covers the window, which must outlive it or take it along.
    explicit PresentationLayer(QWidget* window);

    void setPointing(bool on);
    [[nodiscard]] bool isPointing() const { return m_isPointing; }
    void setDrawing(bool on);
    [[nodiscard]] bool isDrawing() const { return m_isDrawing; }
    void setBlack(bool on);
    [[nodiscard]] bool isBlack() const { return m_isBlack; }
    void clear();
    [[nodiscard]] const std::vector<QPolygonF>& lines() const { return m_lines; }
    /// Shown at the bottom; empty: none. What the window holds gives its room to it.
    void setHint(const QString& hint);
    [[nodiscard]] const QString& hint() const { return m_hint; }
    /// Where it is, with its frame; empty: there is none.
    [[nodiscard]] QRect hintPlace() const;
    /// The mouse is here, in the window.
    void pointAt(const QPointF& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void keepRoomForHint();
    void paintHint(QPainter& painter) const;

    std::vector<QPolygonF> m_lines;
    std::optional<QPointF> m_pointer;
    QString m_hint;
    bool m_isPointing = false;
    bool m_isDrawing = false;
    bool m_isBlack = false;
};

} // namespace rotascope
