// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "ui/workspace/workspace.h"

#include <QGroupBox>
#include <QString>
#include <functional>

class QFormLayout;
class QLineEdit;

namespace rotascope {

/// A titled form that shows and edits its share of the workspace's settings.
class SettingsGroup : public QGroupBox {
    Q_OBJECT

public:
    SettingsGroup(const QString& title, Workspace* workspace, QWidget* parent);
    ~SettingsGroup() override;

protected:
    /// Steps of the same field in a row become one undo step.
    enum MergeId { NoMerge = -1, PretrainingLengthStep = 1, TargetLengthStep, IntervalsStep, SelectionStep };

    [[nodiscard]] Workspace& workspace() const { return *m_workspace; }
    [[nodiscard]] QFormLayout* form() const { return m_form; }
    /// What's This on a field of the form and on its label shows this term of the glossary.
    void explain(QWidget* field, const char* term) const;
    /// Changes a copy of the settings and hands it to the workspace as one undoable step called `text`.
    template <class Change> void edit(const QString& text, MergeId mergeId, Change change)
    {
        AnalysisSettings settings = m_workspace->settings();
        change(settings);
        m_workspace->edit(settings, text, mergeId);
    }

    /// What the workspace refuses `change` with; empty: nothing.
    [[nodiscard]] QString refusalOf(const std::function<void()>& change) const;
    /// Calls `take` when something may have been typed into the line: at Return, and when the focus leaves. What the workspace then refuses
    /// stays in the line until it is corrected, Escape takes it back or the focus leaves.
    void takeFrom(QLineEdit* line, const std::function<void()>& take);
    /// What the boxes of whole numbers refuse a text with that is none.
    [[nodiscard]] std::function<QString(const QString& text)> refusalOfWholeNumber(const QString& name) const;

    void resizeEvent(QResizeEvent* event) override;

private:
    Workspace* m_workspace;
    QFormLayout* m_form;
};

} // namespace rotascope
