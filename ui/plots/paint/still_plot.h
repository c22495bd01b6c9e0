// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace rotascope {

/// A plot that is painted by hand in two layers: what stays while the cursor moves is kept in a pixmap, and painted again only after
/// invalidate(), another size, palette or font. The whole widget is painted when the focus comes or goes, because its sign surrounds it.
class StillPlot : public QWidget {
protected:
    explicit StillPlot(QWidget* parent) : QWidget(parent) { }

    /// Paints all that stays, over the whole widget.
    virtual void paintStill(QPainter& painter) const = 0;
    /// It is to be painted again.
    void invalidate();
    /// Draws it, painted again where it has to be; the first thing in a paintEvent().
    void drawStill(QPainter& painter);

    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QPixmap m_still; ///< null: to be painted again
};

} // namespace rotascope
