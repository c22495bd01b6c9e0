// SPDX-License-Identifier: GPL-3.0-or-later
// rotascope: the window.
//     rotascope [FILE.h5 | config.json | model.gguf | TABLE | FILE.rotascope] [--model ID] [--target-length N] [--snapshot OUT.png]
//         [--language CODE]
//     rotascope ... --plot VIEW -o OUT.svg|pdf|png|csv [--dimension N] [--rows FIRST-LAST] [--size WxH] [--scale S]
//     rotascope ... --plot prompt -o OUT [--prompt N] [--prompt-length TOKENS] [--prompt-table NAME] [--prompt-head LAYER.HEAD]
//     rotascope ... --report OUT.pdf|html [--dimension N]
//     rotascope ... --animate clock|distribution -o OUT.webp|OUT-%04d.png [--dimension N] [--size WxH] [--scale S]
//         [--frames N] [--duration S]
//     rotascope FILE.rotascope --handout OUT.pdf|html
//     rotascope --check-tour TOUR.json
// The first three also with [--rope NAME] [--from START] [--divergence NAME].
#include "core/analysis/starting_point.h"
#include "core/angle/position_set.h"
#include "core/engine/divergence.h"
#include "core/engine/engine_registry.h"
#include "core/engine/parallel.h"
#include "core/files/escape.h"
#include "core/files/length_text.h"
#include "core/files/standard_descriptors.h"
#include "core/files/text.h"
#include "core/model/presets.h"
#include "core/text.h"
#include "ui/base/language.h"
#include "ui/base/preferences.h"
#include "ui/commands/frame_encoder.h"
#include "ui/commands/picture_file.h"
#include "ui/headless/headless.h"
#include "ui/headless/report.h"
#include "ui/window/main_window.h"
#include "ui/window/tour_check.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QTimer>
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>

using namespace rotascope;

namespace {

int fail(const QString& message, ErrorKind kind)
{
    std::fprintf(stderr, "rotascope: %s\n", visibleText(message.toStdString()).c_str());
    return static_cast<int>(kind);
}

int print(const QString& text)
{
    return std::fputs(qPrintable(text), stdout) >= 0 && std::fflush(stdout) == 0
        ? 0
        : fail(QStringLiteral("standard output cannot be written"), ErrorKind::Output);
}

// Where Qt finds no display it ends the program by abort(), after some lines about its plugins. The first of its warnings tells why.
void explainNoDisplay(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    static QString warning;
    if (type != QtFatalMsg) {
        warning = warning.isEmpty() ? message : warning;
        return;
    }
    QString reason = warning.isEmpty() ? message.section(QLatin1Char('\n'), 0, 0) : warning;
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        reason = QStringLiteral("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set");
    }
    std::_Exit(
        fail(QStringLiteral(
                 "no window can be opened: %1; expected a desktop session, or --snapshot, --plot, --animate or --report, which need none")
                 .arg(reason),
            ErrorKind::Output));
}

// The platform "offscreen" says for each window what it cannot do. Nobody sees these windows, so that is dropped; Qt's other messages are
// passed on.
void dropPlatformsNotes(QtMsgType /*type*/, const QMessageLogContext& /*context*/, const QString& message)
{
    if (!message.startsWith(QLatin1String("This plugin does not support"))) {
        std::fprintf(stderr, "%s\n", visibleText(message.toStdString()).c_str());
    }
}

// Pictures and --version need no display. Asked before Qt starts, because Qt would end the program.
bool needsNoDisplay(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument.starts_with("--snapshot") || argument.starts_with("--plot") || argument.starts_with("--report")
            || argument.starts_with("--animate") || argument.starts_with("--handout") || argument.starts_with("--check-tour")
            || argument == "--help" || argument == "--version" || argument == "-h" || argument == "-v";
    });
}

// Saves a picture of the window once the first result is painted, and ends the program.
void snapshotWhenReady(MainWindow& window, const QString& file)
{
    QObject::connect(&window.workspace(), &Workspace::analysisChanged, &window, [&window, file] {
        QTimer::singleShot(0, &window, [&window, file] {
            if (window.workspace().isBusy()) {
                return; // a newer result is on its way
            }
            // Layouts with wrapped texts settle within some turns of the event loop.
            for (int turn = 0; turn < 5; ++turn) {
                QCoreApplication::processEvents();
            }
            const Expected<void> written = writePicture(window, window.workspace(), file);
            QApplication::exit(written ? 0 : fail(QString::fromStdString(written.error().message), written.error().kind));
        });
    });
    QObject::connect(&window, &MainWindow::openFailed, &window,
        [](const Error& error) { QApplication::exit(fail(QString::fromStdString(error.message), error.kind)); });
    QObject::connect(&window, &MainWindow::scoresOpened, &window, [](const QString& scores) {
        QApplication::exit(
            fail(QStringLiteral("%1: is a file of scores; expected a model, a recording or a session for --snapshot").arg(scores),
                ErrorKind::Input));
    });
    QObject::connect(&window.workspace(), &Workspace::failed, &window,
        [](const QString& message) { QApplication::exit(fail(message, ErrorKind::Usage)); });
}

QString divergenceNames()
{
    QStringList names;
    for (const DivergenceInfo& info : divergences()) {
        names << QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
    }
    return names.join(QStringLiteral(", "));
}

// The options that write figures and reports instead of opening a window.
struct FigureOptions {
    QCommandLineOption plot{QStringLiteral("plot"),
        QStringLiteral("Write what a view shows to the file after -o and quit: ") + figureIds().join(QStringLiteral(", ")),
        QStringLiteral("VIEW")};
    QCommandLineOption output{{QStringLiteral("o"), QStringLiteral("output")},
        QStringLiteral(
            "The file for --plot: a picture (.svg, .pdf, .png) or the data (.csv); for --animate: .webp, or numbered pictures as "
            "clock-%04d.png"),
        QStringLiteral("OUT")};
    QCommandLineOption animate{QStringLiteral("animate"),
        QStringLiteral("Write a view while the position runs from 0 to the target length, to the file after -o, and quit: ")
            + animationIds().join(QStringLiteral(", ")),
        QStringLiteral("VIEW")};
    QCommandLineOption frames{QStringLiteral("frames"),
        QStringLiteral("Of --animate: how many, 2 to 3600 (default: 20 for each second of --duration)"), QStringLiteral("N")};
    QCommandLineOption duration{
        QStringLiteral("duration"), QStringLiteral("Of --animate: seconds, 1 to 600"), QStringLiteral("S"), QStringLiteral("10")};
    QCommandLineOption dimension{QStringLiteral("dimension"),
        QStringLiteral("Whose distribution, track and moving clock are drawn (default: the one that the chosen table disturbs most)"),
        QStringLiteral("N")};
    QCommandLineOption rows{QStringLiteral("rows"), QStringLiteral("For --plot track: which rows, the last one included (default: all)"),
        QStringLiteral("FIRST-LAST")};
    QCommandLineOption prompt{QStringLiteral("prompt"),
        QStringLiteral("For --plot prompt: which of the 200; the greater, the later its key stands in the text (default: 1)"),
        QStringLiteral("N")};
    QCommandLineOption promptLength{QStringLiteral("prompt-length"),
        QStringLiteral(
            "For --plot prompt: how long the text is, a quarter, the half, three quarters or all of the target length (default)"),
        QStringLiteral("TOKENS")};
    QCommandLineOption promptTable{QStringLiteral("prompt-table"),
        QStringLiteral("For --plot prompt: under which table the model runs, current (default) or a method of the laboratory"),
        QStringLiteral("NAME")};
    QCommandLineOption promptHead{QStringLiteral("prompt-head"),
        QStringLiteral("For --plot prompt: whose attention is drawn, as 2.3 (default: the head that looks at the key most)"),
        QStringLiteral("LAYER.HEAD")};
    QCommandLineOption size{
        QStringLiteral("size"), QStringLiteral("Of the picture, in pixels of 1/96 inch (default: the view's own)"), QStringLiteral("WxH")};
    QCommandLineOption scale{QStringLiteral("scale"), QStringLiteral("Pixels of a PNG or of a frame for each pixel of --size, 1 to 8"),
        QStringLiteral("S"), QStringLiteral("1")};
    QCommandLineOption report{QStringLiteral("report"),
        QStringLiteral("Write a document (.pdf, .html) with a summary, all figures and the table of dimensions, and quit"),
        QStringLiteral("OUT")};

    QCommandLineOption handout{QStringLiteral("handout"),
        QStringLiteral("Write the scenes of a session (.pdf, .html), a page for each with its picture and note, and quit"),
        QStringLiteral("OUT")};

    QCommandLineOption rope{QStringLiteral("rope"),
        QStringLiteral("For --plot and --report: which RoPE of a file with several (default: main or full_attention, or the first)"),
        QStringLiteral("NAME")};
    QCommandLineOption from{QStringLiteral("from"),
        QStringLiteral(
            "For --plot and --report: what is extended, trained (the model with its own scaling) or unscaled (its RoPE without)"),
        QStringLiteral("START")};
    QCommandLineOption divergence{QStringLiteral("divergence"),
        QStringLiteral("For --plot and --report: what the disturbance is (default: kl), one of ") + divergenceNames(),
        QStringLiteral("NAME")};

    [[nodiscard]] bool areUsed(const QCommandLineParser& parser) const
    {
        return parser.isSet(plot) || parser.isSet(report) || parser.isSet(animate) || parser.isSet(handout) || parser.isSet(output);
    }
    /// The options that the window has no use for.
    [[nodiscard]] QList<QCommandLineOption> forFilesAlone() const
    {
        return QList{dimension, rows, size, scale, frames, duration, rope, from, divergence} + forPrompt();
    }
    [[nodiscard]] QList<QCommandLineOption> forPrompt() const { return {prompt, promptLength, promptTable, promptHead}; }
};

// The value of an option that is a number from `least` to `most`; none where the option is not given.
template <class Number>
Expected<std::optional<Number>> numberOf(const QCommandLineParser& parser, const QCommandLineOption& option, Number least, Number most)
{
    if (!parser.isSet(option)) {
        return std::nullopt;
    }
    const QString text = parser.value(option);
    bool isNumber = false;
    const auto value = QLocale::c().toDouble(text, &isNumber);
    const auto number = static_cast<Number>(isNumber ? std::clamp(value, -1e15, 1e15) : 0.0);
    if (!isNumber || static_cast<double>(number) != value || number < least || number > most) {
        return usageError("--" + option.names().last().toStdString() + " is \"" + text.toStdString() + "\"; expected "
            + (least == std::numeric_limits<Number>::min() ? "a whole number"
                                                           : std::string(std::is_integral_v<Number> ? "a whole number" : "a number")
                        + " from " + shortText(static_cast<double>(least)) + " to " + shortText(static_cast<double>(most))));
    }
    return number;
}

Expected<std::optional<StartingPoint>> startOf(const QString& name)
{
    if (name.isEmpty()) {
        return std::nullopt;
    }
    for (const StartingPoint start : {StartingPoint::Trained, StartingPoint::Unscaled}) {
        if (name.toStdString() == machineNameOfStart(start)) {
            return start;
        }
    }
    return usageError("--from is \"" + name.toStdString() + "\"; expected one of trained, unscaled");
}

// Adds the options that say how a source is opened.
Expected<SourceRequest> requestOf(const FigureOptions& options, const QCommandLineParser& parser, SourceRequest source)
{
    source.rope = parser.value(options.rope);
    if (source.file.isEmpty() && !source.rope.isEmpty()) {
        return usageError("--rope is \"" + source.rope.toStdString() + "\", but a preset has a single RoPE; expected a FILE with it");
    }
    return startOf(parser.value(options.from)).and_then([&](std::optional<StartingPoint> start) -> Expected<SourceRequest> {
        source.start = start;
        if (!parser.isSet(options.divergence)) {
            return source;
        }
        return findDivergence(parser.value(options.divergence).toStdString()).map([&](Divergence divergence) {
            source.divergence = divergence;
            return source;
        });
    });
}

// Pictures and reports are the same everywhere, so they are English unless another language is asked for.
Expected<Language> wantedLanguage(const QCommandLineParser& parser, const QCommandLineOption& option, bool isWindow)
{
    const QString code = parser.value(option);
    if (!parser.isSet(option)) {
        return isWindow ? Preferences::keptLanguage() : Language::English;
    }
    if (const std::optional<Language> language = languageOf(code)) {
        return *language;
    }
    return usageError("--language is \"" + code.toStdString() + "\"; expected one of system, en, ja, ko");
}

// Frames and time of an animation: 20 frames for each second, unless both are given.
Expected<Pace> paceOf(const FigureOptions& options, const QCommandLineParser& parser)
{
    return numberOf<double>(parser, options.duration, 1.0, longestAnimation).and_then([&](std::optional<double> seconds) {
        constexpr double framesPerSecond = 20.0;
        Pace pace;
        pace.seconds = seconds.value_or(pace.seconds);
        return numberOf<int>(parser, options.frames, leastFrames, mostFrames).map([&](std::optional<int> frames) {
            pace.frames = frames.value_or(std::min(mostFrames, static_cast<int>(framesPerSecond * pace.seconds)));
            return pace;
        });
    });
}

// None where no option names one.
Expected<std::optional<PromptChoice>> promptOf(const FigureOptions& options, const QCommandLineParser& parser)
{
    bool isChosen = false;
    for (const QCommandLineOption& option : options.forPrompt()) {
        isChosen = isChosen || parser.isSet(option);
        if (parser.isSet(option) && parser.value(options.plot) != QLatin1String("prompt")) {
            return usageError("--" + option.names().last().toStdString() + " goes with --plot prompt");
        }
    }
    if (!isChosen) {
        return std::nullopt;
    }
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    return numberOf<std::int64_t>(parser, options.prompt, least, most).and_then([&](std::optional<std::int64_t> number) {
        return numberOf<std::int64_t>(parser, options.promptLength, least, most).map([&](std::optional<std::int64_t> length) {
            return std::optional(PromptChoice{number, length, parser.value(options.promptTable), parser.value(options.promptHead)});
        });
    });
}

Expected<void> animate(const FigureOptions& options, const QCommandLineParser& parser, const PlotRequest& plot)
{
    if (plot.rows) {
        return usageError("--rows goes with --plot track");
    }
    return paceOf(options, parser).and_then([&](const Pace& pace) {
        return writeAnimation(*EngineRegistry::instance().find("auto"),
            {plot.source, parser.value(options.animate), plot.dimension, plot.size, plot.scale, pace, plot.output});
    });
}

Expected<void> writeFigures(const FigureOptions& options, const QCommandLineParser& parser, const SourceRequest& source)
{
    if (parser.isSet(options.handout)) {
        for (const QCommandLineOption& option : {options.dimension, options.rows, options.size, options.scale}) {
            if (parser.isSet(option)) {
                return usageError("--" + option.names().last().toStdString() + " does not go with --handout");
            }
        }
    }
    const bool isAnimation = parser.isSet(options.animate);
    const std::array kinds = {parser.isSet(options.plot), isAnimation, parser.isSet(options.report), parser.isSet(options.handout)};
    if (std::ranges::count(kinds, true) != 1 || (parser.isSet(options.plot) || isAnimation) != parser.isSet(options.output)) {
        return usageError("expected --plot VIEW with -o FILE, --animate VIEW with -o FILE, --report FILE or --handout FILE");
    }
    for (const QCommandLineOption& option : {options.frames, options.duration}) {
        if (parser.isSet(option) && !isAnimation) {
            return usageError("--" + option.names().last().toStdString() + " goes with --animate");
        }
    }
    PlotRequest request{
        .source = source, .view = parser.value(options.plot), .dimension = {}, .size = {}, .output = parser.value(options.output)};
    const auto engine = [] { return *EngineRegistry::instance().find("auto"); };
    return numberOf<std::int64_t>(
        parser, options.dimension, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max())
        .and_then([&](std::optional<std::int64_t> dimension) {
            request.dimension = dimension;
            return numberOf<double>(parser, options.scale, 1.0, 8.0);
        })
        .and_then([&](std::optional<double> scale) {
            request.scale = scale.value_or(1.0);
            return parser.isSet(options.rows)
                ? rowsOf(parser.value(options.rows)).map([](const RowsRequest& rows) { return std::optional(rows); })
                : Expected<std::optional<RowsRequest>>(std::nullopt);
        })
        .and_then([&](const std::optional<RowsRequest>& rows) -> Expected<std::optional<QSize>> {
            if (rows && parser.isSet(options.report)) {
                return usageError("--rows goes with --plot track");
            }
            request.rows = rows;
            return parser.isSet(options.size)
                ? sizeOf(parser.value(options.size)).map([](const QSize& size) { return std::optional(size); })
                : Expected<std::optional<QSize>>(std::nullopt);
        })
        .and_then([&](const std::optional<QSize>& size) {
            request.size = size;
            return promptOf(options, parser);
        })
        .and_then([&](const std::optional<PromptChoice>& prompt) {
            request.prompt = prompt;
            if (parser.isSet(options.handout)) {
                return writeHandout(engine(), source, parser.value(options.handout));
            }
            if (isAnimation) {
                return animate(options, parser, request);
            }
            return parser.isSet(options.report) ? writeReport(engine(), source, request.dimension, parser.value(options.report))
                                                : writePlot(engine(), request);
        });
}

int run(int argc, char** argv)
{
    if (needsNoDisplay(argc, argv) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    qInstallMessageHandler(explainNoDisplay);
    QApplication app(argc, argv);
    qInstallMessageHandler(needsNoDisplay(argc, argv) ? dropPlatformsNotes : nullptr);
    QApplication::setApplicationName(QStringLiteral("rotascope"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setOrganizationName(QStringLiteral("rotascope"));
    QApplication::setApplicationVersion(QStringLiteral(ROTASCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("rotascope"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/rotascope.svg")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("How an extension of a RoPE model's context disturbs its rotary angles"));
    // Not addHelpOption(), which promises --help-all as well: Qt's own options, of which none is meant for users here.
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Say what the options are and quit")});
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
        QStringLiteral(
            "A recording (.h5), a model's config.json, a GGUF model, a session (.rotascope), or an exported table, which opens the "
            "model that it was made for"),
        QStringLiteral("[FILE]"));
    const QCommandLineOption model(
        QStringLiteral("model"), QStringLiteral("Open a preset (rotascope-cli models lists them)"), QStringLiteral("ID"));
    const QCommandLineOption targetLength(
        QStringLiteral("target-length"), QStringLiteral("The context length to extend to"), QStringLiteral("N"));
    const QCommandLineOption snapshot(
        QStringLiteral("snapshot"), QStringLiteral("Save a picture of the window and quit"), QStringLiteral("OUT.png"));
    const QCommandLineOption languageOption(QStringLiteral("language"),
        QStringLiteral("The language of texts: system, en, ja or ko (default: as the preferences say, and en in pictures and reports)"),
        QStringLiteral("CODE"));
    const QCommandLineOption tour(QStringLiteral("check-tour"),
        QStringLiteral("Go through a guided tour and quit: exit code 0, or 1 and the first step that cannot be reached"),
        QStringLiteral("TOUR"));
    const FigureOptions figures;
    parser.addOptions({model, targetLength, snapshot, languageOption, tour, figures.plot, figures.output, figures.dimension, figures.rows,
        figures.prompt, figures.promptLength, figures.promptTable, figures.promptHead, figures.size, figures.scale, figures.animate,
        figures.frames, figures.duration, figures.report, figures.handout, figures.rope, figures.from, figures.divergence});
    if (!parser.parse(QApplication::arguments())) {
        return fail(parser.errorText(), ErrorKind::Usage);
    }
    if (parser.isSet(QStringLiteral("help"))) {
        return print(parser.helpText());
    }
    if (parser.isSet(QStringLiteral("version"))) {
        return print(QStringLiteral("rotascope " ROTASCOPE_VERSION "\n"));
    }
    for (const QCommandLineOption& option : {model, targetLength, snapshot, languageOption, tour, figures.rope, figures.from,
             figures.divergence, figures.promptTable, figures.promptHead}) { // as of a shell's unset variable
        if (parser.isSet(option) && parser.value(option).isEmpty()) {
            return fail(
                QStringLiteral("--%1: its value is empty; expected %2").arg(option.names().front(), option.valueName()), ErrorKind::Usage);
        }
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1 || (!files.isEmpty() && parser.isSet(model))) {
        return fail(QStringLiteral("expected one FILE or --model ID"), ErrorKind::Usage);
    }
    if (parser.isSet(model)) {
        if (const auto preset = findPreset(parser.value(model).toStdString()); !preset) {
            return fail(QString::fromStdString(preset.error().message), preset.error().kind);
        }
    }
    std::optional<std::int64_t> length;
    if (parser.isSet(targetLength)) {
        const auto number = lengthIn(parser.value(targetLength).toStdString(), 1, maxContextLength);
        if (!number) {
            return fail(QStringLiteral("--target-length ") + QString::fromStdString(number.error()), ErrorKind::Usage);
        }
        length = *number;
    }

    // Qt paints large pictures with threads, and waits forever for those that it cannot start.
    constexpr unsigned neededThreads = 8;
    if (!canStartThreads(neededThreads)) {
        return fail(QStringLiteral("the system lets the window start no threads; expected at least %1 (ulimit -a tells the limits)")
                        .arg(neededThreads),
            ErrorKind::Input);
    }
    const bool isWindow = !figures.areUsed(parser) && !parser.isSet(snapshot) && !parser.isSet(tour);
    if (const Expected<Language> language = wantedLanguage(parser, languageOption, isWindow)) {
        useLanguage(*language);
    } else {
        return fail(QString::fromStdString(language.error().message), language.error().kind);
    }
    if (parser.isSet(tour)) {
        const Expected<QString> checked = checkTour(*EngineRegistry::instance().find("auto"), parser.value(tour));
        return checked ? print(*checked + QLatin1Char('\n')) : fail(QString::fromStdString(checked.error().message), checked.error().kind);
    }
    const QString preset = parser.isSet(model) ? parser.value(model) : QString::fromUtf8(firstPreset.data(), firstPreset.size());
    if (figures.areUsed(parser)) {
        const QString file = files.isEmpty() ? QString() : QFileInfo(files.front()).absoluteFilePath();
        const Expected<void> written = requestOf(figures, parser, {file, preset, length}).and_then([&](const SourceRequest& source) {
            return writeFigures(figures, parser, source);
        });
        return written ? 0 : fail(QString::fromStdString(written.error().message), written.error().kind);
    }
    for (const QCommandLineOption& option : figures.forFilesAlone()) {
        if (parser.isSet(option)) {
            return fail(QStringLiteral("--%1 goes with --plot, --animate or --report").arg(option.names().last()), ErrorKind::Usage);
        }
    }
    MainWindow window(*EngineRegistry::instance().find("auto"));
    if (parser.isSet(snapshot)) {
        snapshotWhenReady(window, parser.value(snapshot));
    } else {
        window.keepState();
    }
    window.show();
    // From the event loop, so that a failure at once still ends the program.
    QTimer::singleShot(0, &window, [&] {
        if (!files.isEmpty()) {
            window.openFile(files.front(), {}, length);
        } else if (parser.isSet(model) || length || parser.isSet(snapshot)) {
            window.openPreset(preset, length);
        } else {
            window.openLast();
        }
    });
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    keepStandardDescriptors();
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow further is a failing write, not the end
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        return fail(QStringLiteral("cannot go on: %1; expected more memory or threads (ulimit -a tells the limits)")
                        .arg(QString::fromLocal8Bit(error.what())),
            ErrorKind::Input);
    }
}
