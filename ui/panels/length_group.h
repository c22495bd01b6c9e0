// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/settings_group.h"

class QFrame;
class QLabel;
class QLayout;
class QSlider;
class QToolButton;

namespace rotascope {

class LengthBox;

/// The context lengths L and L′, and with them the scale.
class LengthGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit LengthGroup(Workspace* workspace, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    LengthBox* makeLengthBox(const QString& name);
    void addPretrainingLength();
    void addTargetLength();
    QSlider* makeTargetSlider();
    QLayout* makeMultiples();
    void setPretrainingLength(std::int64_t length, MergeId mergeId);
    void setTargetLength(std::int64_t length, MergeId mergeId);
    void showSettings();
    void showWhatIsStated(const Source& source, std::int64_t pretrainingLength);
    void markAsUnknown(const QString& note);

    LengthBox* m_pretrainingLength;
    QFrame* m_pretrainingFrame; ///< drawn if the file does not state that length
    QToolButton* m_pretrainingReset;
    QLabel* m_pretrainingHint;
    LengthBox* m_targetLength;
    QSlider* m_targetSlider;
    QLabel* m_scale;
};

} // namespace rotascope
