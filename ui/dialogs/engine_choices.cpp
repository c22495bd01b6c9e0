// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/engine_choices.h"

#include "core/engine/engine_registry.h"
#include "ui/base/text.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

class ChoiceTexts {
    Q_DECLARE_TR_FUNCTIONS(EngineChoice)
};

EngineChoice choiceOf(const EngineEntry& engine)
{
    const QString name = QString::fromStdString(engine.info.name);
    const bool works = engine.unavailable.empty();
    const QString state = works ? visible(engine.info.device)
        : engine.isPending      ? ChoiceTexts::tr("is being looked for")
                                : ChoiceTexts::tr("not available");
    return {.name = name,
        .text = ChoiceTexts::tr("%1: %2").arg(name.toUpper(), state),
        .toolTip = works ? ChoiceTexts::tr("All requests go to this engine") : translated(engine.unavailable),
        .works = works};
}

} // namespace

std::vector<EngineChoice> engineChoices(const EngineRegistry& registry)
{
    std::vector<EngineChoice> choices = {{.name = QStringLiteral("auto"),
        .text = ChoiceTexts::tr("&Automatic"),
        .toolTip = ChoiceTexts::tr("Each request goes to the engine that is expected to answer first")}};
    for (const EngineEntry& engine : registry.entriesSoFar()) {
        choices.push_back(choiceOf(engine));
    }
    return choices;
}

} // namespace rotascope
