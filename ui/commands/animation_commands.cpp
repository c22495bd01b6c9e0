// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/animation_commands.h"

#include "ui/base/file_places.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/commands/animation_writer.h"
#include "ui/commands/command_table.h"
#include "ui/commands/save_name.h"
#include "ui/plots/figure/animation.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <QProgressDialog>
#include <algorithm>
#include <functional>
#include <utility>

namespace rotascope {
namespace {

// A kind of file that is offered.
struct AnimationKind {
    QString filter;
    QString suffix;
    Pace pace;
};

std::vector<AnimationKind> animationKinds()
{
    std::vector<AnimationKind> kinds;
    const QString webp = QStringLiteral("webp");
    if (writesAnimatedFiles()) {
        for (const Pace& pace : {Pace{200, 10.0}, Pace{400, 20.0}, Pace{1200, 60.0}}) {
            kinds.push_back({Commands::tr("Animated WebP, %1 s (*.webp)").arg(countText(static_cast<int>(pace.seconds))), webp, pace});
        }
    }
    for (const int frames : {200, 1200}) {
        kinds.push_back(
            {Commands::tr("%1 PNG pictures, numbered (*.png)").arg(countText(frames)), QStringLiteral("png"), Pace{.frames = frames}});
    }
    return kinds;
}

// Shows how far the writing is, and stops it on request. It lives until the writing has ended.
void writeWithProgress(AnimationRequest request, const CommandContext& context)
{
    auto* dialog = new QProgressDialog(Commands::tr("Drawing %1 pictures…").arg(countText(request.pace.frames)), Commands::tr("Stop"), 0,
        request.pace.frames, context.window.window);
    dialog->setObjectName(QStringLiteral("animationProgress"));
    dialog->setWindowTitle(Commands::tr("Save animation"));
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setAutoClose(false);
    dialog->setAutoReset(false);
    dialog->setMinimumDuration(0);
    auto* writer = new AnimationWriter(dialog);
    const auto end = [dialog] {
        dialog->hide();
        dialog->deleteLater();
    };
    QObject::connect(writer, &AnimationWriter::progressed, dialog, &QProgressDialog::setValue);
    QObject::connect(writer, &AnimationWriter::written, dialog, [end, file = request.file, window = context.window.window] {
        end();
        noteSaved(window, file);
    });
    QObject::connect(writer, &AnimationWriter::failed, dialog, [end, say = context.window.showMessage](const Error& error) {
        end();
        if (error.kind != ErrorKind::Stopped) {
            say(translated(error.message));
        }
    });
    QObject::connect(dialog, &QProgressDialog::canceled, writer, &AnimationWriter::stop);
    if (const Expected<void> started = writer->start(std::move(request), *context.workspace.source()); !started) {
        end();
        context.window.showMessage(translated(started.error().message));
    } else {
        dialog->show();
    }
}

void saveAnimationOf(const FigureSource& view, const AnimationSource& source, const CommandContext& context)
{
    std::optional<Animation> animation = source.animation(); // as it was when it was asked for
    if (!animation) {
        return;
    }
    const std::vector<AnimationKind> kinds = animationKinds();
    QStringList filters;
    for (const AnimationKind& kind : kinds) {
        filters << kind.filter;
    }
    QString chosen = filters.front();
    const QString typed = askWhereToSave(context.window.window, Commands::tr("Save animation"),
        completed(view.figureId(), kinds.front().suffix), filters.join(QStringLiteral(";;")), &chosen);
    if (typed.isEmpty()) {
        return;
    }
    QString file = typed;
    const AnimationKind* kind = &kinds[static_cast<std::size_t>(std::max<qsizetype>(0, filters.indexOf(chosen)))];
    if (const QString suffix = QFileInfo(file).suffix().toLower(); suffix != kind->suffix) {
        const auto other = std::ranges::find(kinds, suffix, &AnimationKind::suffix);
        kind = other != kinds.end() ? &*other : kind;
        file = other != kinds.end() ? file : completed(file, kind->suffix);
    }
    const QString first = kind->suffix == QStringLiteral("png") ? frameFile(file, 1) : file;
    if (first != typed && QFileInfo::exists(first)) { // the dialog has asked about the name as it was typed
        context.window.showMessage(Commands::tr("%1 is there already; choose another name").arg(visible(first)));
        return;
    }
    const QSize size = animation->figureAt(0.0).size;
    writeWithProgress({.animation = std::move(*animation), .size = size, .pace = kind->pace, .file = file}, context);
}

CommandEntry animationEntry(const QString& text, const FigureSource& view, const AnimationSource& source, const CommandContext& context)
{
    const bool isThere = view.isSettled();
    const bool moves = isThere && source.animation().has_value();
    return {text, [&view, &source, context] { saveAnimationOf(view, source, context); }, moves,
        moves         ? QString()
            : isThere ? Commands::tr("Nothing in it turns")
                      : Commands::tr("Its numbers are not there yet; a view is computed while it is seen")};
}

} // namespace

std::vector<CommandEntry> saveAnimationEntries(const CommandContext& context)
{
    std::vector<CommandEntry> entries;
    for (const FigureSource* view : context.window.figures()) {
        if (const auto* source = dynamic_cast<const AnimationSource*>(view)) {
            entries.push_back(animationEntry(view->figureName(), *view, *source, context));
        }
    }
    return entries;
}

std::optional<CommandEntry> saveAnimationEntry(const FigureSource& view, const CommandContext& context)
{
    const auto* source = dynamic_cast<const AnimationSource*>(&view);
    return source == nullptr ? std::nullopt : std::optional(animationEntry(Commands::tr("Save animation…"), view, *source, context));
}

} // namespace rotascope
