// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/starting_point.h"
#include "core/engine/divergence.h"
#include "core/error.h"
#include "ui/commands/frame_encoder.h"
#include "ui/plots/figure/animation.h"
#include "ui/plots/figure/figure.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace rotascope {

class SourceLoader;

/// What is opened: a file, or a preset; and how.
struct SourceRequest {
    QString file; ///< empty: the preset
    QString modelId;
    std::optional<std::int64_t> targetLength; ///< L′; none: the default
    QString rope = {}; ///< which RoPE of a file with several; empty: the main one
    std::optional<StartingPoint> start = {}; ///< from where it is extended; none: what the model type says
    std::optional<Divergence> divergence = {}; ///< none: the default
};

/// Rows of a recording, the last one included.
struct RowsRequest {
    std::int64_t first = 0;
    std::int64_t last = 0; ///< there may be fewer
};

/// A prompt as the options of the command line name it. What is left out is as the view begins.
struct PromptChoice {
    std::optional<std::int64_t> number = {}; ///< from 1; the greater, the later the key stands in the text
    std::optional<std::int64_t> length = {}; ///< tokens, one of the lengths that the view offers
    QString table = {}; ///< "current", or a method of the laboratory
    QString head = {}; ///< "2.3": the third head of the second layer; empty: the one that looks at the key most
};

/// A source with the window's views of it, but without a window. The views are shown, because they compute only while they are shown; on
/// the platform "offscreen" nobody sees them.
class Headless : public QObject {
    Q_OBJECT

public:
    explicit Headless(std::shared_ptr<Engine> engine);
    ~Headless() override;

    /// Opens it and waits for its first analysis.
    Expected<void> open(const SourceRequest& request);
    /// Makes the dimension current, which the source must have; none: the one that the chosen table disturbs most.
    Expected<void> chooseDimension(std::optional<std::int64_t> dimension);
    /// Whether the source that is open has what this view shows.
    [[nodiscard]] bool offers(const QString& id) const;
    /// What a view shows, once its numbers are there. `id`: one of figureIds(), which the source offers.
    /// `rows`: for the track; none: all. `place`: as a scene keeps it (ui/views/kept_place.h). `prompt`: for the prompt; none: the first.
    Expected<Figure> figureOf(const QString& id, const std::optional<RowsRequest>& rows = {}, const QString& place = {},
        const std::optional<PromptChoice>& prompt = {});

    /// What a view shows while the position runs. `id`: one of animationIds(). `isAlone`: only the current dimension, of the clock.
    Expected<Animation> animationOf(const QString& id, bool isAlone);

    [[nodiscard]] const Workspace& workspace() const { return m_workspace; }

private:
    Expected<void> waitUntil(const std::function<bool()>& isDone);
    Expected<void> begin(StartingPoint start);
    Expected<void> set(const SourceRequest& request);
    QWidget& show(const QString& id); ///< makes the view, which there is

    Workspace m_workspace;
    bool m_hasDimension = false; ///< whether what is open, a session, says which dimension is shown
    SourceLoader* m_loader;
    std::optional<Error> m_error; ///< why what is waited for will not come
    std::vector<std::unique_ptr<QWidget>> m_views;
};

/// The views that figures can be made of: "distribution", "disturbance", ...
QStringList figureIds();

/// A figure of a view, as a file is to have it.
struct PlotRequest {
    SourceRequest source;
    QString view; ///< one of figureIds()
    std::optional<std::int64_t> dimension; ///< for the distribution and the track; none: the most disturbed
    std::optional<QSize> size; ///< logical pixels; none: the view's own
    double scale = 1.0; ///< pixels of a PNG for each of these
    std::optional<RowsRequest> rows = {}; ///< of the track; none: all
    std::optional<PromptChoice> prompt = {}; ///< which the view "prompt" reads; none: the first
    QString output; ///< a file whose name ends in .svg, .pdf, .png or .csv
};
Expected<void> writePlot(std::shared_ptr<Engine> engine, const PlotRequest& request);

/// The views that move: "clock", "distribution".
QStringList animationIds();

/// An animation of a view, as files are to have it.
struct AnimationFileRequest {
    SourceRequest source;
    QString view; ///< one of animationIds()
    std::optional<std::int64_t> dimension; ///< for the distribution; the clock then shows it alone
    std::optional<QSize> size; ///< of a frame, logical pixels; none: the view's own
    double scale = 1.0; ///< pixels for each of these
    Pace pace;
    QString output; ///< as encoderFor() takes it
};
Expected<void> writeAnimation(std::shared_ptr<Engine> engine, const AnimationFileRequest& request);

/// "1000-1999".
Expected<RowsRequest> rowsOf(const QString& text);

/// "960x600": 200 to 10,000 each.
Expected<QSize> sizeOf(const QString& text);

} // namespace rotascope
