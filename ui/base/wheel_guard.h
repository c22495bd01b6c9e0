// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rotascope {

/// Keeps the mouse wheel from controls that do not have the focus: boxes, spin boxes, sliders and tab bars, in all windows of the program.
/// Over such a control the wheel scrolls what the control stands in, as it does beside it. It neither changes a value nor gives the focus.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rotascope
