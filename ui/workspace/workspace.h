// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "ui/base/angle_unit.h"
#include "ui/jobs/progress_meter.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

class QTimer;
class QUndoStack;

namespace rotascope {

class LiveAnalysis;
struct LintReport; // core/lint/lint.h

/// Whether the result that is shown is the one for what is set.
enum class ResultState {
    Current,
    Computing, ///< not yet
    Failed ///< no; there is none
};

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
    void adopt(const std::shared_ptr<const Analysis>& analysis, std::shared_ptr<const LintReport> report = nullptr);
    /// The same for several RoPEs of a model, or starting points of one, each with its result: the last is shown, the others are kept
    /// beside it. At least one.
    void adopt(const std::vector<std::shared_ptr<const Analysis>>& ropes, std::shared_ptr<const LintReport> report);
    /// The same sources, read again from their file: these results, one for each RoPE and starting point, take the place of those that are
    /// there. What was chosen stays, the steps that can be undone as well; settings are carried over (core/analysis/settings.h).
    void renew(const std::vector<std::shared_ptr<const Analysis>>& ropes, std::shared_ptr<const LintReport> report);
    [[nodiscard]] const std::shared_ptr<const Source>& source() const { return m_place.source; }
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

    /// Work that would be lost with this source, of all RoPEs of the model.
    struct Work {
        int dimensions = 0; ///< that were set by hand and are in no session and no export
        int pins = 0; ///< pinned tables, where they are not in a session as they are
        bool notes = false; ///< whether they are not in a session as they are
        bool settings = false; ///< whether a session has others: lengths, method, measure ...
    };
    [[nodiscard]] Work toLose() const;
    /// Whether there is any.
    [[nodiscard]] bool isModified() const;
    /// The table of this analysis was exported: it is not lost.
    void markExported(const Analysis& analysis);
    /// These, as ropes() and notes() gave them, are in a session's file. What was chosen or written since is not.
    /// `isInFile`: it is a file of the user's, who is asked before it lacks what is set from here on; else a copy that the program keeps.
    void markSaved(const std::vector<RopeState>& saved, const QString& notes, bool isInFile = true);

    /// The user's own words about what is open. Empty with another source.
    [[nodiscard]] const QString& notes() const { return m_notes; }
    void setNotes(const QString& notes);

    [[nodiscard]] const AnalysisSettings& settings() const { return m_place.settings; }
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
    void notify(std::span<const Sentence> notices);

    /// The newest result; null before the first. It may be older than settings() unless resultState() is Current.
    [[nodiscard]] const std::shared_ptr<const Analysis>& analysis() const { return m_analysis; }
    [[nodiscard]] bool isBusy() const;
    /// What views say about the result. A result that comes within a moment is not announced as being computed, so that nothing flickers.
    [[nodiscard]] ResultState resultState() const;
    /// Why there is no result for what is set; empty unless resultState() is Failed.
    [[nodiscard]] const QString& failure() const { return m_failure; }
    /// The analysis in which methods are compared: the result or, if the method that is set has no table, one with the other methods. Null
    /// before the first, and if nothing could be computed.
    [[nodiscard]] const std::shared_ptr<const Analysis>& comparison() const { return m_failure.isEmpty() ? m_analysis : m_others; }
    /// Stops computing and goes back to the settings of the result that is shown.
    void cancelComputing();

    /// The dimension that all views show.
    [[nodiscard]] Dimension currentDimension() const { return m_currentDimension; }
    void setCurrentDimension(Dimension dimension);
    /// The dimensions that commands for several act on: the rows that are selected in the table. Where there is no table, or before it
    /// has said otherwise, the current one.
    [[nodiscard]] const QList<Dimension>& selectedDimensions() const { return m_selectedDimensions; }
    void setSelectedDimensions(const QList<Dimension>& dimensions) { m_selectedDimensions = dimensions; }

    /// The method whose table the charts show beside the current one; empty: none.
    [[nodiscard]] const std::string& shownMethod() const { return m_shownMethod; }
    void setShownMethod(const std::string& method);
    /// The file that the user's own table was read from; empty where there is none, or it is not from a file.
    [[nodiscard]] QString tableFile() const;
    /// Remembers it for as long as the source is open, because an undo may bring the table back.
    void rememberTableFile(const ScalingTable& table, const QString& file);
    /// The unit of angles in all views.
    [[nodiscard]] AngleUnit angleUnit() const { return m_angleUnit; }
    void setAngleUnit(AngleUnit unit);

    [[nodiscard]] QUndoStack* undoStack() const { return m_undoStack; }

signals:
    void sourceChanged();
    void settingsChanged();
    /// A new result is there: analysis() is not null.
    void analysisChanged();
    /// resultState(), isBusy() or comparison() may have changed.
    void resultStateChanged();
    /// Some times a second while isBusy(), in steps of the analysis.
    void progressed(const rotascope::JobProgress& progress);
    void modifiedChanged();
    /// With another source also where they were empty.
    void notesChanged();
    void shownMethodChanged();
    void angleUnitChanged();
    void currentDimensionChanged(rotascope::Dimension dimension);
    /// Something could not be done; what was shown stays.
    void failed(const QString& message);
    /// Something was done, but not as asked.
    void noticed(const QString& message);

private:
    class EditCommand;
    class SwitchCommand;
    /// What is set for one RoPE of the model, from one starting point.
    struct Place {
        std::shared_ptr<const Source> source;
        AnalysisSettings settings;
        AnalysisSettings first; ///< as it was shown at first
        std::optional<AnalysisSettings> exported = {}; ///< as it was exported or saved last
        std::vector<PinnedTable> savedPins = {}; ///< as they were saved last
        std::optional<AnalysisSettings> inFile = {}; ///< as the session's file has it; none: there is no file
    };
    /// The same with its newest result, which may be older than what is set.
    struct View {
        Place place;
        std::shared_ptr<const Analysis> analysis;
    };
    [[nodiscard]] static bool isTableLost(const Place& place);
    [[nodiscard]] static bool arePinsLost(const Place& place);
    [[nodiscard]] static bool areSettingsLost(const Place& place);
    void forget();
    [[nodiscard]] std::vector<View>::iterator keptOf(const Source& source);
    void switchFromHere(const Place& to);
    static void renew(View& view, const std::shared_ptr<const Analysis>& analysis);
    void showPlace(const Place& place);
    void showView(const View& view);
    void keep(const View& view);
    /// The settings with an entry for each dimension, where there was none for all of them.
    [[nodiscard]] AnalysisSettings settingsForEachDimension() const;
    static void replaceOverride(AnalysisSettings& settings, Dimension dimension, const std::optional<Override>& override);
    void apply(const AnalysisSettings& settings);
    /// `anew`: takes nothing over from the result that is shown.
    void request(bool anew = false);
    void stopComputing();
    void fail(const QString& message, std::shared_ptr<const Analysis> others);
    void show(std::shared_ptr<const Analysis> analysis);

    std::shared_ptr<Engine> m_engine;
    std::shared_ptr<const LintReport> m_lintReport;
    Place m_place; ///< that is shown
    std::shared_ptr<const Analysis> m_analysis;
    QString m_failure;
    std::shared_ptr<const Analysis> m_others; ///< of a failure
    std::vector<View> m_kept; ///< the model's RoPEs that were shown, one each for a starting point; what was left last is last
    Dimension m_currentDimension;
    QList<Dimension> m_selectedDimensions = {Dimension()};
    std::vector<std::pair<ScalingTable, QString>> m_tableFiles;
    std::string m_shownMethod;
    QString m_notes;
    QString m_savedNotes;
    AngleUnit m_angleUnit = AngleUnit::Degrees;
    int m_gesture = 0; ///< the number of the one that goes on; 0: none
    int m_gestures = 0; ///< so far
    bool m_isWaiting = false; ///< whether an analysis is to be asked for when the one that runs is there
    QTimer* m_moment; ///< runs until it is said that something is computed
    QSet<QString> m_noticed;
    QUndoStack* m_undoStack;
    LiveAnalysis* m_live;
};

} // namespace rotascope
