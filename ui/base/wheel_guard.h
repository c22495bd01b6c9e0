// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rotascope {

/// Keeps the mouse wheel from controls that do not have the focus: boxes, spin boxes, sliders and tab bars, in all windows of the program.
/// A wheel that turns over them scrolls what they stand in, as it does beside them, and changes nothing. Nor does it give them the focus.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rotascope
