// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

namespace rotascope {

/// Which engines there are, on what they compute, or why they do not work. One that is still looked for is shown when it is found.
class EnginesDialog : public QDialog {
    Q_OBJECT

public:
    explicit EnginesDialog(QWidget* parent = nullptr);

private:
    void showStates();

    QTimer m_look; ///< at the registry, while an engine is looked for
};

} // namespace rotascope
