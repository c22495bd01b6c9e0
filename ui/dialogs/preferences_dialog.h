// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace rotascope {

struct PreferenceValues;

/// What users choose once for all that they open (ui/base/preferences.h). Every change is in force at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget* parent = nullptr);

private:
    QWidget* makeShownGroup();
    QWidget* makeComputedGroup();
    QWidget* makeCacheGroup();
    QWidget* makeFolderLine();
    QWidget* makeUsedLine();
    void connectControls();
    /// Shows the preferences as they are now.
    void showValues(const PreferenceValues& values);
    /// Makes what the controls show the preferences.
    void apply();
    void showEngines();
    void showUsed();
    void showLanguage(const PreferenceValues& values);
    void takeFolder();
    void browse();
    void clearCache();

    QComboBox* m_unit;
    QComboBox* m_theme;
    QComboBox* m_language;
    QLabel* m_languageHint;
    QComboBox* m_map;
    QSpinBox* m_digits;
    QComboBox* m_engine;
    QSpinBox* m_threads;
    QLineEdit* m_folder;
    QLabel* m_folderHint;
    QSpinBox* m_megabytes;
    QLabel* m_used;
    QPushButton* m_clear;
    QTimer m_look; ///< while the CUDA engine is still looked for
    bool m_isShowing = false; ///< controls change because of the preferences
};

} // namespace rotascope
