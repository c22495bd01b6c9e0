// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace rotascope {

/// Which engines there are, on what they compute, or why they do not work.
class EnginesDialog : public QDialog {
    Q_OBJECT

public:
    explicit EnginesDialog(QWidget* parent = nullptr);
};

} // namespace rotascope
