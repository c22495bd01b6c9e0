// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

class QPainter;
class QRectF;
class QWidget;

namespace rotascope {

/// Marks what a plot shows as the last result while a newer one is computed: dimmed, with a badge. Results that come within a
/// moment are not announced, so that nothing flickers.
class StaleMark {
public:
    /// `plot` is painted again when the mark comes or goes.
    explicit StaleMark(QWidget* plot);

    void set(bool stale);
    [[nodiscard]] bool isStale() const { return m_isStale; }
    /// Over `area`, in the palette and font of `widget`.
    void paint(QPainter& painter, const QRectF& area, const QWidget& widget) const;

private:
    QWidget* m_plot;
    QTimer m_delay;
    bool m_isStale = false;
    bool m_isShown = false;
};

} // namespace rotascope
