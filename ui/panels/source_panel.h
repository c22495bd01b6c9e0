// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include "ui/base/stepping_box.h"

#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSlider;
class QToolButton;

namespace rotascope {

class Workspace;

/// The source and everything that the analysis depends on. Shows the workspace's settings and edits them; what comes from the
/// source is shown as such.
class SourcePanel : public QWidget {
    Q_OBJECT

public:
    explicit SourcePanel(Workspace* workspace, QWidget* parent = nullptr);
    ~SourcePanel() override;

signals:
    void openRequested();
    void presetRequested(const QString& modelId);
    void ropeRequested(const QString& ropeName);
    /// The method of the user's own table is wanted, and there is no table yet.
    void tableRequested();

private:
    using LengthBox = SteppingBox<QDoubleSpinBox>; // lengths go up to 2^40: more than a QSpinBox holds
    using CountBox = SteppingBox<QSpinBox>;

    static LengthBox* makeLengthBox();
    QWidget* makeSourceGroup();
    QWidget* makeLengthGroup();
    QSlider* makeTargetSlider();
    QWidget* makeMeasureGroup();
    QWidget* makeTableGroup();

    void showSource();
    void showLint();
    void showSettings();
    void showSelection();
    void showCoverage();
    void showAnalysis();
    /// Changes a copy of the settings and hands it to the workspace as one undoable step.
    template <class Change> void edit(const QString& text, int mergeId, Change change);
    void chooseMethod(const QString& name);
    void editEpsilon();
    void editThreshold();
    void editComponents();

    Workspace* m_workspace;

    QLabel* m_origin;
    QComboBox* m_preset;
    QLabel* m_facts;
    QComboBox* m_rope;
    QLabel* m_ropeLabel;
    QComboBox* m_before;
    QPushButton* m_lint; ///< what engines make of the file that is open, and the way to it
    QLabel* m_coverage;

    LengthBox* m_pretrainingLength;
    QLabel* m_pretrainingHint;
    QToolButton* m_pretrainingReset;
    LengthBox* m_targetLength;
    QSlider* m_targetSlider;
    QLabel* m_scale;

    CountBox* m_intervals;
    QLabel* m_samples;
    QComboBox* m_divergence;
    QLineEdit* m_epsilon;

    QComboBox* m_method;
    QRadioButton* m_byThreshold;
    QRadioButton* m_byComponents;
    QLineEdit* m_threshold;
    CountBox* m_components;
    QLabel* m_selectionResult;
    QLabel* m_manual;
    QToolButton* m_clearManual;
};

} // namespace rotascope
