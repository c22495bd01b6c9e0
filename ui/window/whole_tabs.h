// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;
class QTabBar;

namespace rotascope {

/// Shows only whole tabs of the window's docks: where not all have room, nothing is seen of one that has but a part of its own. The arrows
/// beside the tabs say that there are more.
class WholeTabs : public QObject {
    Q_OBJECT

public:
    /// The window outlives it.
    explicit WholeTabs(QMainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static void coverCutTabs(QTabBar& tabs);
};

} // namespace rotascope
