// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/settings_group.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rotascope {

class KeptText;

/// What is open, what engines make of it, what the distribution before the extension is counted from, and the way to other sources.
class SourceGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit SourceGroup(Workspace* workspace, QWidget* parent = nullptr);

signals:
    void openRequested();
    void presetRequested(const QString& modelId);
    void ropeRequested(const QString& ropeName);
    void startRequested(rotascope::StartingPoint start);
    void partRequested(const QString& positions, const QString& sequences);

private:
    void addFacts();
    void addChoices();
    void addPart();
    void addOpeners();
    void addPresets();
    void openTyped();
    void showSource();
    void showPreset();
    void showPresetSoon();
    void showRopes(const Source& source);
    void showStart(const Source& source);
    void showSettings();
    void showCoverage();
    void showPart();
    void requestPart();
    void showLint();

    QLabel* m_origin;
    QLabel* m_facts;
    QPushButton* m_lint; ///< what engines make of the file that is open, and the way to it
    QLabel* m_ropeLabel;
    QComboBox* m_rope;
    QLabel* m_startLabel;
    QComboBox* m_start; ///< of a model that was trained with a scaling: what is extended
    QComboBox* m_before;
    QGridLayout* m_partRows; ///< of the next fields
    QLabel* m_positionsLabel;
    QLineEdit* m_positions; ///< of a recording: which of its tokens count
    QLabel* m_sequencesLabel;
    QLineEdit* m_sequences;
    KeptText* m_keptPreset; ///< of a model that is not in the list
    QLabel* m_coverage;
    QComboBox* m_preset;
};

} // namespace rotascope
