// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

class QUndoStack;

namespace rotascope {

class LiveAnalysis;
struct LintReport; // core/lint/lint.h

/// The document: what the user has chosen (source, settings, current dimension) and the newest result for it. All views show
/// analysis() and the current dimension and nothing else; all changes go through edit() and setOverride(), which can be undone.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(std::shared_ptr<Engine> engine, QObject* parent = nullptr);
    ~Workspace() override;

    /// Shows another source. It comes with its first result, so that the views never show one source and the panels another;
    /// the undo history is forgotten, and a slider or point that is still being dragged changes nothing any more.
    /// `report`: what engines do with the model's file that it was read from, if there is one.
    void adopt(std::shared_ptr<const Analysis> analysis, std::shared_ptr<const LintReport> report = nullptr);
    /// The same for several RoPEs of a model, or starting points of one, each with its result: the last is shown, the others are kept
    /// beside it. At least one.
    void adopt(const std::vector<std::shared_ptr<const Analysis>>& ropes, std::shared_ptr<const LintReport> report);
    [[nodiscard]] const std::shared_ptr<const Source>& source() const { return m_source; }
    /// Null for a preset and a recording.
    [[nodiscard]] const std::shared_ptr<const LintReport>& lintReport() const { return m_lintReport; }

    /// Shows another RoPE of the same model, or the same from another starting point, with its first result, as one undoable step. What was
    /// set for the one that was shown stays with it.
    void switchTo(std::shared_ptr<const Analysis> analysis);
    /// The same for one that was shown before, with all that was set for it. False if it was not.
    bool switchBackTo(const std::string& ropeName, std::optional<StartingPoint> start = {});
    /// The newest results of the model's other RoPEs that were changed since they were first shown, one each.
    [[nodiscard]] std::vector<std::shared_ptr<const Analysis>> otherRopes() const;

    /// A RoPE of the model, from one starting point, and what is chosen for it.
    struct RopeState {
        std::shared_ptr<const Source> source;
        AnalysisSettings settings;
    };
    /// All that were shown; what is shown is last.
    [[nodiscard]] std::vector<RopeState> ropes() const;

    [[nodiscard]] const AnalysisSettings& settings() const { return m_settings; }
    /// Replaces the settings as one undoable step called `text`. Steps with the same mergeId (not -1) that follow each other
    /// within a second become one, so that a spinning box leaves one step. Settings that are not valid are refused with failed().
    void edit(const AnalysisSettings& settings, const QString& text, int mergeId = -1);
    /// The user begins to drag a slider or a point: steps with the same mergeId are one until endGesture(), however long the mouse
    /// rests. While it moves, each analysis is finished and shown even if the settings have changed since: if it were stopped for the
    /// newest, a quick drag would show nothing until its end.
    void beginGesture();
    void endGesture();
    /// Says that something that was asked for cannot be done; the settings stay, and the controls show them again.
    void refuse(const QString& message);
    /// Sets some dimensions by hand (or, with no override, back to automatic) as one undoable step. Dimensions that the source does
    /// not have are left out, here and in setFactors().
    void setOverride(const QList<Dimension>& dimensions, const std::optional<Override>& override);
    /// Sets each of these dimensions to a factor by hand as one undoable step called `text`; 1 is extrapolation, s interpolation.
    void setFactors(const QMap<Dimension, double>& factors, const QString& text, int mergeId = -1);

    /// What computes from now on. The present analysis is computed again, and by it alone, so that its time is seen.
    void setEngine(std::shared_ptr<Engine> engine);
    [[nodiscard]] const std::shared_ptr<Engine>& engine() const { return m_engine; }

    /// Says that something that was computed for a view failed; what was shown stays.
    void report(const QString& message) { emit failed(message); }
    /// Passes on what an engine has to say, each notice once for a source and engine.
    void notify(std::span<const std::string> notices);

    /// The newest result; null before the first. It may be older than settings() while isBusy().
    [[nodiscard]] const std::shared_ptr<const Analysis>& analysis() const { return m_analysis; }
    [[nodiscard]] bool isBusy() const;

    /// The dimension that all views show.
    [[nodiscard]] Dimension currentDimension() const { return m_currentDimension; }
    void setCurrentDimension(Dimension dimension);
    /// The dimensions that commands for several act on: the rows that are selected in the table. Where there is no table, or before it
    /// has said otherwise, the current one.
    [[nodiscard]] const QList<Dimension>& selectedDimensions() const { return m_selectedDimensions; }
    void setSelectedDimensions(const QList<Dimension>& dimensions) { m_selectedDimensions = dimensions; }

    [[nodiscard]] QUndoStack* undoStack() const { return m_undoStack; }

signals:
    void sourceChanged();
    void settingsChanged();
    /// A new result is there: analysis() is not null.
    void analysisChanged();
    void currentDimensionChanged(rotascope::Dimension dimension);
    /// Something could not be done; what was shown stays.
    void failed(const QString& message);
    /// Something was done, but not as asked.
    void noticed(const QString& message);

private:
    class EditCommand;
    class SwitchCommand;
    /// One RoPE of the model: its newest result, and what was asked for since.
    struct View {
        std::shared_ptr<const Analysis> analysis;
        AnalysisSettings settings;
        AnalysisSettings first; ///< as it was shown at first
    };
    [[nodiscard]] View view() const { return {m_analysis, m_settings, m_firstSettings}; }
    void showView(const View& view);
    void keep(const View& view);
    /// The settings with an entry for each dimension, where there was none for all of them.
    [[nodiscard]] AnalysisSettings settingsForEachDimension() const;
    static void replaceOverride(AnalysisSettings& settings, Dimension dimension, const std::optional<Override>& override);
    void apply(const AnalysisSettings& settings);
    void request();
    void show(std::shared_ptr<const Analysis> analysis);

    std::shared_ptr<Engine> m_engine;
    std::shared_ptr<const Source> m_source;
    std::shared_ptr<const LintReport> m_lintReport;
    AnalysisSettings m_settings;
    AnalysisSettings m_firstSettings;
    std::shared_ptr<const Analysis> m_analysis;
    std::vector<View> m_kept; ///< the model's RoPEs that were shown, one each for a starting point; what was left last is last
    Dimension m_currentDimension;
    QList<Dimension> m_selectedDimensions = {Dimension()};
    int m_gesture = 0; ///< the number of the one that goes on; 0: none
    int m_gestures = 0; ///< so far
    bool m_isWaiting = false; ///< whether an analysis is to be asked for when the one that runs is there
    QSet<QString> m_noticed;
    QUndoStack* m_undoStack;
    LiveAnalysis* m_live;
};

} // namespace rotascope
