// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/settings_group.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLayout;
class QMenu;
class QPushButton;

namespace rotascope {

/// The second source: what it is, how far its angles are from those of the source that is open, and the way to one.
class OtherGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit OtherGroup(Workspace* workspace, QWidget* parent = nullptr);

    /// What can be compared with, for its button.
    void setMenu(QMenu* menu);

signals:
    void closeRequested();
    /// Another RoPE of the second source's file.
    void ropeRequested(const QString& ropeName);

private:
    void addFacts();
    void addChoices();
    QComboBox* addBox(QLabel* label, const char* name, const char* term);
    QLayout* makeButtons();
    void showOther();
    void showFacts();
    void showRopes(const OtherSource& other);

    QWidget* m_details; ///< all but the buttons
    QGridLayout* m_rows; ///< of them
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_ropeLabel;
    QComboBox* m_rope;
    QLabel* m_beforeLabel;
    QComboBox* m_before;
    QPushButton* m_compare;
    QPushButton* m_close;
};

} // namespace rotascope
