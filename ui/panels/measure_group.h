// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/stepping_box.h"
#include "ui/jobs/job.h"
#include "ui/panels/settings_group.h"

#include <QSpinBox>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace rotascope {

/// How two angle distributions are compared: what is counted, what each dimension weighs, intervals, divergence, epsilon.
class MeasureGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit MeasureGroup(Workspace* workspace, QWidget* parent = nullptr);

private:
    void addIntervals();
    void addMeasure();
    void addFarWeight(QHBoxLayout* row);
    void addWeights();
    void addLayers(QHBoxLayout* row);
    void addDivergence();
    void addEpsilon();
    void editMeasure(const QString& name);
    void editFarWeight();
    void editWeights(const QString& name);
    void editLayers();
    void takeUsage(const QString& layers);
    void readWeightsFrom(const QString& file);
    void takeWeights(const Expected<std::vector<double>>& weights);
    void editEpsilon();
    void showSettings();
    void showMeasure();
    void showWeights();
    void showSamples();

    SteppingBox<QSpinBox>* m_intervals;
    QLabel* m_samples;
    QComboBox* m_measure;
    QLabel* m_farWeightLabel;
    QLineEdit* m_farWeight; ///< w of near + w far
    QComboBox* m_weights;
    QLineEdit* m_layers; ///< whose recorded usage counts
    QComboBox* m_divergence;
    QLineEdit* m_epsilon;
    Job<std::vector<double>> m_reading; ///< of a file of weights
};

} // namespace rotascope
