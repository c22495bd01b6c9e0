// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/compare_commands.h"

#include "core/model/presets.h"
#include "ui/base/file_places.h"
#include "ui/base/text.h"
#include "ui/commands/command_table.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

namespace rotascope {
namespace {

void askForOtherFile(const WindowServices& window)
{
    const QString file = askWhatToOpen(
        window.window, Commands::tr("Compare with"), Commands::tr("Recordings and models (*.h5 *.hdf5 *.json *.gguf);;All files (*)"));
    if (!file.isEmpty()) {
        window.compareWithFile(file);
    }
}

} // namespace

std::vector<CommandEntry> compareEntries(const CommandContext& context)
{
    const WindowServices& window = context.window;
    std::vector<CommandEntry> entries = {{.text = Commands::tr("A file…"),
        .run = [window] { askForOtherFile(window); },
        .toolTip = Commands::tr("A recording, a model's config.json or a GGUF model, with as many dimensions")}};
    const Source& source = *context.workspace.source();
    for (const Preset& preset : presets()) {
        if (preset.rope.dimensions() == source.rope.dimensions() && preset.encoding == source.encoding) {
            const QString id = QString::fromStdString(preset.rope.modelId);
            entries.push_back({.text = id, .run = [window, id] { window.compareWithPreset(id); }});
        }
    }
    std::ranges::sort(entries.begin() + 1, entries.end(),
        [](const CommandEntry& a, const CommandEntry& b) { return a.text.compare(b.text, Qt::CaseInsensitive) < 0; });
    return entries;
}

void closeComparison(Workspace& workspace)
{
    AnalysisSettings settings = workspace.settings();
    settings.other.reset();
    workspace.edit(settings, Commands::tr("close comparison"));
}

} // namespace rotascope
