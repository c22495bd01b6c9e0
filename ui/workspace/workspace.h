// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disturbance/analysis.h"

#include <QList>
#include <QObject>
#include <QString>
#include <memory>
#include <optional>

class QUndoStack;

namespace rotascope {

class LiveAnalysis;

/// The document: what the user has chosen (source, settings, current dimension) and the newest result for it. All views show
/// analysis() and the current dimension and nothing else; all changes go through edit() and setOverride(), which can be undone.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(std::shared_ptr<Engine> engine, QObject* parent = nullptr);
    ~Workspace() override;

    /// Shows another source. It comes with its first result, so that the views never show one source and the panels another;
    /// the undo history is forgotten.
    void adopt(std::shared_ptr<const Analysis> analysis);
    [[nodiscard]] const std::shared_ptr<const Source>& source() const { return m_source; }

    [[nodiscard]] const AnalysisSettings& settings() const { return m_settings; }
    /// Replaces the settings as one undoable step called `text`. Steps with the same mergeId (not -1) that follow each other
    /// within a second become one, so that a spinning box leaves one step. Settings that are not valid are refused with failed().
    void edit(const AnalysisSettings& settings, const QString& text, int mergeId = -1);
    /// Says that something that was asked for cannot be done; the settings stay, and the controls show them again.
    void refuse(const QString& message);
    /// Sets some dimensions by hand (or, with no override, back to automatic) as one undoable step.
    void setOverride(const QList<int>& dimensions, const std::optional<Override>& override);

    /// The newest result; null before the first. It may be older than settings() while isBusy().
    [[nodiscard]] const std::shared_ptr<const Analysis>& analysis() const { return m_analysis; }
    [[nodiscard]] bool isBusy() const;

    /// The dimension that all views show; 0-based.
    [[nodiscard]] int currentDimension() const { return m_currentDimension; }
    void setCurrentDimension(int dimension);

    [[nodiscard]] QUndoStack* undoStack() const { return m_undoStack; }

signals:
    void sourceChanged();
    void settingsChanged();
    /// A new result is there: analysis() is not null.
    void analysisChanged();
    void currentDimensionChanged(int dimension);
    /// Something could not be done; what was shown stays.
    void failed(const QString& message);

private:
    class EditCommand;
    void apply(const AnalysisSettings& settings);

    std::shared_ptr<const Source> m_source;
    AnalysisSettings m_settings;
    std::shared_ptr<const Analysis> m_analysis;
    int m_currentDimension = 0;
    QUndoStack* m_undoStack;
    LiveAnalysis* m_live;
};

} // namespace rotascope
