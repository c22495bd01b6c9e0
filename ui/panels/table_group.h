// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/stepping_box.h"
#include "ui/panels/settings_group.h"

#include <QSpinBox>

class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QToolButton;

namespace rotascope {

class SteadyLabel;

/// Where the scaling table comes from: the method, its selection rule, and how much was set by hand.
class TableGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit TableGroup(Workspace* workspace, QWidget* parent = nullptr);

signals:
    /// The method of the user's own table is wanted, and there is no table yet.
    void tableRequested();
    /// The user asks which method to choose.
    void adviceRequested();

private:
    void addMethod();
    void addAdvice();
    void addThreshold();
    void addNearWeight();
    void addParameter();
    void addComponents();
    void addManual();
    void addThresholdAdvice();
    void chooseMethod(const QString& name);
    void editThreshold();
    void editNearWeight();
    void editParameter();
    void showParameter();
    void editComponents();
    void showSettings();
    void showAvailable();
    void showSelection();
    void showAnalysis();

    QComboBox* m_method;
    QLabel* m_tableName; ///< of the user's own table
    QRadioButton* m_byThreshold;
    QLineEdit* m_threshold;
    QLineEdit* m_nearWeight;
    QLineEdit* m_parameter; ///< of the methods that take one
    QRadioButton* m_byComponents;
    SteppingBox<QSpinBox>* m_components;
    QLabel* m_selectionResult;
    SteadyLabel* m_thresholdAdvice;
    QLabel* m_manual;
    QToolButton* m_clearManual;
};

} // namespace rotascope
