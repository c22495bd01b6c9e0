// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace rotascope {

class LegendBar;

/// Lets the legend of a view have three rows at most, and fewer where the view is low: its plot has axes and titles beside its curves.
/// Belongs to the view.
class LegendRoom : public QObject {
    Q_OBJECT

public:
    LegendRoom(QWidget* view, LegendBar* legend);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_view;
    LegendBar* m_legend;
};

} // namespace rotascope
