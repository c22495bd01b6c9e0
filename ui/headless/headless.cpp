// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headless/headless.h"

#include "core/analysis/summary.h"
#include "core/angle/recorded_rows.h"
#include "core/text.h"
#include "ui/commands/animation_writer.h"
#include "ui/commands/picture_file.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/views/certificate_view.h"
#include "ui/views/clock_view.h"
#include "ui/views/curves_view.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/views/disturbance_view.h"
#include "ui/views/errors_view.h"
#include "ui/views/kept_place.h"
#include "ui/views/laboratory_view.h"
#include "ui/views/landscape_view.h"
#include "ui/views/length_sweep_view.h"
#include "ui/views/method_comparison.h"
#include "ui/views/multiples_view.h"
#include "ui/views/overview_view.h"
#include "ui/views/prompt_page.h"
#include "ui/views/readings_view.h"
#include "ui/views/scores_view.h"
#include "ui/views/track_view.h"
#include "ui/workspace/live_errors.h"
#include "ui/workspace/live_laboratory.h"
#include "ui/workspace/live_track.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/source_loader.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QRegularExpression>
#include <QTimer>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

template <class View> std::unique_ptr<QWidget> make(Workspace* workspace)
{
    return std::make_unique<View>(workspace);
}

template <CurvesView::Kind kind> std::unique_ptr<QWidget> makeCurves(Workspace* workspace)
{
    auto view = std::make_unique<CurvesView>(workspace);
    view->setKind(kind);
    return view;
}

std::unique_ptr<QWidget> makeErrorsByPosition(Workspace* workspace)
{
    auto view = std::make_unique<ErrorsView>(workspace);
    view->setAlong(ErrorsView::Along::Positions);
    return view;
}

// All that the hands visit.
std::unique_ptr<QWidget> makeClock(Workspace* workspace)
{
    auto view = std::make_unique<ClockView>(workspace);
    view->goTo(view->lastPosition());
    return view;
}

std::unique_ptr<QWidget> makePrompt(Workspace* workspace)
{
    auto view = std::make_unique<LaboratoryView>(workspace);
    view->goToPlace(QStringLiteral("prompt"));
    return view;
}

using Offered = bool (*)(const Source& source);

bool turns(const Source& source)
{
    return source.encoding.rotates();
}

bool hasFactors(const Source& source)
{
    return source.rope.dimensions() > 1;
}

struct Kind {
    const char* id;
    std::unique_ptr<QWidget> (*make)(Workspace* workspace);
    Offered isOffered = nullptr; ///< null: by every source
    const char* need = ""; ///< what is missing where it is not
};

constexpr const char* angles = "a recording with angles, one by one";
constexpr const char* rotation = "a RoPE, or sinusoidal positions: here nothing turns";
constexpr const char* severalFactors = "an encoding with more than one factor";
constexpr const char* laboratory = "a model of the laboratory: share/rotascope/lab/tinykey/config.json";
constexpr const char* anglesAndPositions = "a recording with positions and angles, one by one";
constexpr std::array kinds = {Kind{"distribution", make<DistributionView>}, Kind{"disturbance", make<DisturbanceView>},
    Kind{"methods", make<MethodComparison>}, Kind{"overview", make<OverviewView>}, Kind{"multiples", make<MultiplesView>},
    Kind{"landscape", make<LandscapeView>}, Kind{"sweep", make<LengthSweepView>}, Kind{"readings", make<ReadingsView>},
    Kind{"certificate", make<CertificateView>}, Kind{"laboratory", make<LaboratoryView>, hasLaboratoryModel, laboratory},
    Kind{"prompt", makePrompt, hasLaboratoryModel, laboratory}, Kind{"scores", make<ScoresView>, hasLaboratoryModel, laboratory},
    Kind{"track", make<TrackView>, hasTrack, angles}, Kind{"errors", make<ErrorsView>, hasErrors, anglesAndPositions},
    Kind{"position-errors", makeErrorsByPosition, hasErrors, anglesAndPositions},
    Kind{"factors", makeCurves<CurvesView::Kind::Factors>, hasFactors, severalFactors},
    Kind{"wavelengths", makeCurves<CurvesView::Kind::Wavelengths>, turns, rotation},
    Kind{"decay", makeCurves<CurvesView::Kind::Decay>, turns, rotation}, Kind{"clock", makeClock, turns, rotation},
    Kind{"dimensions", make<DimensionTable>}};

const Kind* findKind(const QString& id)
{
    const auto* kind = std::ranges::find_if(kinds, [&](const Kind& one) { return id == QLatin1String(one.id); });
    return kind == kinds.end() ? nullptr : kind;
}

// Its row in the view's list of heads; "-": the one that looks at the key most.
Expected<QString> rowOfHead(const PromptOffer& offer, const QString& head)
{
    if (head.isEmpty()) {
        return QStringLiteral("-");
    }
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,4})\\.(\\d{1,4})$"));
    const QRegularExpressionMatch match = pattern.match(head);
    const std::size_t layer = match.captured(1).toUInt();
    const std::size_t number = match.captured(2).toUInt();
    if (layer < 1 || layer > offer.layers || number < 1 || number > offer.heads) {
        return usageError("--prompt-head is \"" + head.toStdString() + "\"; expected LAYER.HEAD, from 1.1 to "
            + std::to_string(offer.layers) + "." + std::to_string(offer.heads));
    }
    return QString::number((layer - 1) * offer.heads + number - 1);
}

// The place of LaboratoryView that shows this prompt.
Expected<QString> placeOf(const PromptOffer& offer, const PromptChoice& choice)
{
    const QString length = choice.length ? QString::number(*choice.length) : offer.lengths.back();
    const QString table = choice.table.isEmpty() ? offer.tables.front() : choice.table;
    const std::int64_t number = choice.number.value_or(1);
    if (!offer.tables.contains(table)) {
        return usageError(
            "--prompt-table is \"" + table.toStdString() + "\"; expected one of " + offer.tables.join(QStringLiteral(", ")).toStdString());
    }
    if (!offer.lengths.contains(length)) {
        return usageError("--prompt-length is " + length.toStdString() + "; expected one of "
            + offer.lengths.join(QStringLiteral(", ")).toStdString() + ", the quarters of the target length");
    }
    if (number < 1 || number > offer.prompts) {
        return usageError("--prompt is " + std::to_string(number) + "; expected 1 to " + std::to_string(offer.prompts));
    }
    return rowOfHead(offer, choice.head).map([&](const QString& head) {
        return QStringList({QStringLiteral("prompt"), table, length, QString::number(number), head}).join(QLatin1Char(' '));
    });
}

} // namespace

Headless::Headless(std::shared_ptr<Engine> engine) : m_workspace(engine), m_loader(new SourceLoader(std::move(engine), this))
{
    connect(m_loader, &SourceLoader::loaded, this, [this](const auto& first, const auto& report) { m_workspace.adopt(first, report); });
    connect(m_loader, &SourceLoader::restored, this, [this](const std::shared_ptr<const RestoredSession>& restored) {
        m_workspace.adopt(restored->ropes, restored->report);
        m_workspace.setCurrentDimension(Dimension(restored->session.dimension));
        SceneList::of(m_workspace).set(restored->session.scenes);
        m_hasDimension = true;
    });
    connect(m_loader, &SourceLoader::switched, this, [this](const auto& first) { m_workspace.adopt(first, m_workspace.lintReport()); });
    connect(m_loader, &SourceLoader::failed, this, [this](const Error& error) { m_error = error; });
    connect(m_loader, &SourceLoader::scoresLoaded, this, [this](const OpenedScores& scores) {
        m_error = Error{ErrorKind::Input, scores.file.toStdString() + ": is a file of scores; expected a model, a recording or a session"};
    });
    connect(&m_workspace, &Workspace::failed, this, [this](const QString& message) {
        m_error = Error{ErrorKind::Input, message.toStdString()};
    });
}

Headless::~Headless() = default;

Expected<void> Headless::waitUntil(const std::function<bool()>& isDone)
{
    QTimer tick; // the state may change without an event
    tick.start(10);
    while (!m_error && !isDone()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return m_error ? tl::unexpected(*m_error) : Expected<void>();
}

Expected<void> Headless::open(const SourceRequest& request)
{
    // Another start may have another L, for which L′ may be right where it is not at first.
    const std::optional<std::int64_t> targetLength = request.start ? std::nullopt : request.targetLength;
    if (request.file.isEmpty()) {
        m_loader->loadPreset(request.modelId, targetLength);
    } else {
        m_loader->loadFile(request.file, request.rope, targetLength);
    }
    return waitUntil([this] { return m_workspace.analysis() != nullptr; })
        .and_then([&]() -> Expected<void> {
            if (m_hasDimension && !request.rope.isEmpty()) {
                return usageError("--rope is \"" + request.rope.toStdString() + "\", but a session says which RoPE it shows");
            }
            return request.start ? begin(*request.start) : Expected<void>();
        })
        .and_then([&] { return set(request); });
}

// L and L′ are those of the starting point.
Expected<void> Headless::begin(StartingPoint start)
{
    const SourcePointer& source = m_workspace.source();
    if (source->start() == start) {
        return {};
    }
    m_loader->loadStart(source, start);
    return waitUntil([&] { return m_workspace.source()->start() == start; });
}

Expected<void> Headless::set(const SourceRequest& request)
{
    AnalysisSettings settings = m_workspace.settings();
    settings.targetLength = request.targetLength.value_or(settings.targetLength);
    settings.divergence = request.divergence.value_or(settings.divergence);
    m_workspace.edit(settings, tr("options"));
    return waitUntil([&] { return !m_workspace.isBusy() && m_workspace.analysis()->settings == m_workspace.settings(); });
}

Expected<void> Headless::chooseDimension(std::optional<std::int64_t> dimension)
{
    const Analysis& analysis = *m_workspace.analysis();
    const auto count = static_cast<std::int64_t>(analysis.dimensions());
    if (dimension && (*dimension < 0 || *dimension >= count)) {
        return usageError("--dimension is " + std::to_string(*dimension) + "; expected 0 to " + std::to_string(count - 1));
    }
    if (dimension || !m_hasDimension) {
        m_workspace.setCurrentDimension(dimension ? Dimension(static_cast<std::size_t>(*dimension)) : byDisturbance(analysis).front());
    }
    return {};
}

bool Headless::offers(const QString& id) const
{
    const Kind* kind = findKind(id);
    return kind != nullptr && (kind->isOffered == nullptr || kind->isOffered(*m_workspace.source()));
}

Expected<Figure> Headless::figureOf(
    const QString& id, const std::optional<RowsRequest>& rows, const QString& place, const std::optional<PromptChoice>& prompt)
{
    const Kind* kind = findKind(id);
    if (kind == nullptr) {
        return usageError(
            "no view is called \"" + id.toStdString() + "\"; expected one of " + figureIds().join(QStringLiteral(", ")).toStdString());
    }
    if (!offers(id)) {
        return usageError(m_workspace.source()->origin + ": has no " + id.toStdString() + " to draw; expected " + kind->need);
    }
    QWidget& view = show(id);
    const auto& figure = dynamic_cast<const FigureSource&>(view);
    if (rows) {
        auto* track = qobject_cast<TrackView*>(&view);
        const std::int64_t count = m_workspace.source()->recordedRows ? m_workspace.source()->recordedRows->rows() : 0;
        if (track == nullptr || rows->first >= count) {
            return usageError(track == nullptr
                    ? "--rows goes with --plot track"
                    : "--rows begins at " + std::to_string(rows->first) + "; expected 0 to " + std::to_string(count - 1));
        }
        track->showRows(rows->first, rows->last);
    }
    return waitUntil([&] { return figure.isSettled(); })
        .and_then([&]() -> Expected<void> {
            if (auto* kept = dynamic_cast<KeptPlace*>(&view); kept != nullptr && !place.isEmpty()) {
                kept->goToPlace(place);
            }
            auto* reader = qobject_cast<LaboratoryView*>(&view);
            return reader == nullptr || !prompt
                ? Expected<void>()
                : placeOf(reader->promptOffer(), *prompt).map([&](const QString& chosen) { reader->goToPlace(chosen); });
        })
        .and_then([&] { return waitUntil([&] { return figure.isSettled(); }); }) // another place may have other numbers
        .map([&] {
            Figure made = figure.figure();
            view.hide();
            return made;
        });
}

QWidget& Headless::show(const QString& id)
{
    QWidget& view = *m_views.emplace_back(findKind(id)->make(&m_workspace));
    view.resize(960, 640);
    view.show();
    return view;
}

Expected<Animation> Headless::animationOf(const QString& id, bool isAlone)
{
    QWidget& view = show(id);
    if (auto* clock = qobject_cast<ClockView*>(&view); clock != nullptr && isAlone) {
        clock->showCurrentAlone();
    }
    return waitUntil([&] { return dynamic_cast<const FigureSource&>(view).isSettled(); }).and_then([&]() -> Expected<Animation> {
        std::optional<Animation> made = dynamic_cast<const AnimationSource&>(view).animation();
        view.hide();
        if (!made) {
            return usageError(m_workspace.source()->origin + ": nothing turns in it; expected a model with RoPE to animate");
        }
        return *made;
    });
}

QStringList animationIds()
{
    return {QStringLiteral("clock"), QStringLiteral("distribution")};
}

QStringList figureIds()
{
    QStringList ids;
    for (const Kind& kind : kinds) {
        ids << QLatin1String(kind.id);
    }
    return ids;
}

Expected<QSize> sizeOf(const QString& text)
{
    constexpr int least = 200;
    constexpr int most = 10000;
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})[x×](\\d{1,5})$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || std::min(size.width(), size.height()) < least || std::max(size.width(), size.height()) > most) {
        return usageError("--size is \"" + text.toStdString() + "\"; expected WIDTHxHEIGHT, each from 200 to 10000, as 960x600");
    }
    return size;
}

Expected<RowsRequest> rowsOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,15})-(\\d{1,15})$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const RowsRequest rows{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
    if (!match.hasMatch() || rows.last < rows.first) {
        return usageError("--rows is \"" + text.toStdString() + "\"; expected FIRST-LAST, as 1000-1999");
    }
    return rows;
}

Expected<void> writePlot(std::shared_ptr<Engine> engine, const PlotRequest& request)
{
    return figureFormatOf(request.output).and_then([&](FigureFormat format) {
        Headless headless(std::move(engine));
        return headless.open(request.source)
            .and_then([&] { return headless.chooseDimension(request.dimension); })
            .and_then([&] { return headless.figureOf(request.view, request.rows, {}, request.prompt); })
            .and_then([&](const Figure& figure) {
                return writeFigure(
                    figure, format, request.size.value_or(figure.size), request.scale, *headless.workspace().source(), request.output);
            });
    });
}

Expected<void> writeAnimation(std::shared_ptr<Engine> engine, const AnimationFileRequest& request)
{
    if (!animationIds().contains(request.view)) {
        return usageError("no view that moves is called \"" + request.view.toStdString() + "\"; expected one of "
            + animationIds().join(QStringLiteral(", ")).toStdString());
    }
    Headless headless(std::move(engine));
    return headless.open(request.source)
        .and_then([&] { return headless.chooseDimension(request.dimension); })
        .and_then([&] { return headless.animationOf(request.view, request.dimension.has_value()); })
        .and_then([&](const Animation& animation) {
            const QSize size = request.size.value_or(animation.figureAt(0.0).size);
            AnimationWriter writer;
            QEventLoop loop;
            Expected<void> result;
            QObject::connect(&writer, &AnimationWriter::written, &loop, &QEventLoop::quit);
            QObject::connect(&writer, &AnimationWriter::failed, &loop, [&](const Error& error) {
                result = tl::unexpected(error);
                loop.quit();
            });
            return writer.start({animation, size, request.scale, request.pace, request.output}, *headless.workspace().source())
                .and_then([&] {
                    loop.exec();
                    return result;
                });
        });
}

} // namespace rotascope
