// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLabel;
class QWidget;

namespace rotascope {

/// Shows the text below a plot only where the plot keeps twelve lines for itself beside it. What is hidden must be readable elsewhere, in a
/// tool tip, say. Belongs to the plot.
class CaptionRoom : public QObject {
    Q_OBJECT

public:
    CaptionRoom(QWidget* plot, QLabel* caption);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_plot;
    QLabel* m_caption;
};

} // namespace rotascope
