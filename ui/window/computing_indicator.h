// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/progress_meter.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace rotascope {

class Workspace;

/// That the result for what is set is still being computed, how far that is, and the way to stop it. Hidden while the result is there.
class ComputingIndicator : public QWidget {
    Q_OBJECT

public:
    explicit ComputingIndicator(Workspace* workspace, QWidget* parent = nullptr);

private:
    void refresh();
    void showProgress(const JobProgress& progress);

    Workspace* m_workspace;
    QLabel* m_step;
    QProgressBar* m_bar;
};

} // namespace rotascope
