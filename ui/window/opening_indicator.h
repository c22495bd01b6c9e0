// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/progress_meter.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace rotascope {

class CountingPreview;
class SourceLoader;

/// How far the opening of a source is: what happens, at which rate, the time left, a bar, and of a large recording the angles counted so
/// far. Hidden while nothing is opened.
class OpeningIndicator : public QWidget {
    Q_OBJECT

public:
    explicit OpeningIndicator(SourceLoader* loader, QWidget* parent = nullptr);

private:
    void begin(bool busy);
    void showProgress(const JobProgress& progress);

    QLabel* m_step;
    CountingPreview* m_preview;
    QProgressBar* m_bar;
    double m_share = 0.0; ///< of what is being counted
};

} // namespace rotascope
