// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimer>

class QPainter;
class QRectF;
class QWidget;

namespace rotascope {

/// Whether what is shown is what was asked for.
enum class Freshness {
    Current,
    Updating, ///< it is the last result; a newer one is being computed
    Outdated ///< it is the last result; there is none for what was asked
};

/// What stands where a result will be.
QString computingText();

/// Marks what is shown as the last result: dimmed, with a badge that says why. Not if a new result comes within a moment, so that nothing
/// flickers.
class StaleMark {
public:
    /// `plot` is painted again when the mark comes or goes.
    explicit StaleMark(QWidget* plot);

    void set(Freshness freshness);
    [[nodiscard]] Freshness freshness() const { return m_freshness; }
    /// What the badge says; empty if all is current.
    [[nodiscard]] QString text() const;
    /// Over `area`, in the palette and font of `widget`.
    void paint(QPainter& painter, const QRectF& area, const QWidget& widget) const;

private:
    QWidget* m_plot;
    QTimer m_delay;
    Freshness m_freshness = Freshness::Current;
    bool m_isShown = false;
};

} // namespace rotascope
