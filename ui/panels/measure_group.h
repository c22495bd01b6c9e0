// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/stepping_box.h"
#include "ui/panels/settings_group.h"

#include <QSpinBox>

class QComboBox;
class QLabel;
class QLineEdit;

namespace rotascope {

/// How two angle distributions are compared: what is counted, intervals, divergence, epsilon.
class MeasureGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit MeasureGroup(Workspace* workspace, QWidget* parent = nullptr);

private:
    void addIntervals();
    void addMeasure();
    void addDivergence();
    void addEpsilon();
    void editMeasure(const QString& name);
    void editEpsilon();
    void showSettings();
    void showMeasure();
    void showSamples();

    SteppingBox<QSpinBox>* m_intervals;
    QLabel* m_samples;
    QComboBox* m_measure;
    QComboBox* m_divergence;
    QLineEdit* m_epsilon;
};

} // namespace rotascope
