// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engine_choices.h"

#include "core/engine/engine_registry.h"
#include "ui/base/text.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("rotascope::EngineChoice", text);
}

EngineChoice choiceOf(const EngineEntry& engine)
{
    const QString name = QString::fromStdString(engine.info.name);
    const bool works = engine.unavailable.empty();
    const QString state = works ? visible(engine.info.device)
        : engine.isPending      ? translated("is being looked for")
                                : translated("not available");
    return {.name = name,
        .text = translated("%1: %2").arg(name.toUpper(), state),
        .toolTip = works ? translated("All requests go to this engine") : visible(engine.unavailable),
        .works = works};
}

} // namespace

std::vector<EngineChoice> engineChoices(const EngineRegistry& registry)
{
    std::vector<EngineChoice> choices = {{.name = QStringLiteral("auto"),
        .text = translated("&Automatic"),
        .toolTip = translated("Each request goes to the engine that is expected to answer first")}};
    for (const EngineEntry& engine : registry.entriesSoFar()) {
        choices.push_back(choiceOf(engine));
    }
    return choices;
}

} // namespace rotascope
