// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/tour/tour.h"

#include <QDialog>
#include <QString>
#include <cstddef>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QMainWindow;
class QPlainTextEdit;
class QPushButton;

namespace rotascope {

class Workspace;

/// Makes a guided tour (docs/tour-format.md) of what the user does in the window: commands that were run, and what was set in the end. The
/// user writes the words. It stands beside the window, which is used as ever; commands that wait for the user are left out, because a tour
/// could not go on after them.
class TourRecorder : public QDialog {
    Q_OBJECT

public:
    /// `window` outlives it and has its docks and commands. The workspace has a source.
    TourRecorder(QMainWindow& window, Workspace* workspace);

    /// What was recorded, without the step that is being recorded unless it has words.
    [[nodiscard]] Tour tour() const;

    /// Asks first where steps would be lost.
    void reject() override;

private:
    /// What a step can change.
    struct State {
        std::string source; ///< empty: no preset
        AnalysisSettings settings;
        std::size_t dimension = 0;
        QString view; ///< that was brought to the front last
    };

    void makeFields();
    void follow(QMainWindow& window);
    [[nodiscard]] State now() const;
    [[nodiscard]] std::vector<TourAction> actionsSince(const State& before) const;
    [[nodiscard]] TourState expected(const State& before) const;
    [[nodiscard]] TourStep step() const; ///< that is being recorded
    [[nodiscard]] bool hasWords() const;
    void refresh();
    void nextStep();
    void save();

    Workspace* m_workspace;
    State m_first;
    State m_before; ///< when the step began
    std::vector<std::string> m_commands; ///< that were run since then
    std::vector<TourStep> m_steps;
    QString m_view;
    QLineEdit* m_title;
    QLineEdit* m_summary;
    QLabel* m_place;
    QLabel* m_actions;
    QLineEdit* m_stepTitle;
    QPlainTextEdit* m_stepText;
    QLabel* m_problem;
    QPushButton* m_next;
    QPushButton* m_save;
};

} // namespace rotascope
